//! What signing in needs of the installation: where passkeys belong to, the key that seals secrets, and what is asked of
//! administrators.

use crate::passkeys::Site;
use crate::seal::Seal;

/// The installation as far as signing in goes.
#[derive(Clone, Debug)]
pub struct Entrance {
    /// Where passkeys belong to; none where browsers take none.
    pub site: Option<Site>,
    /// The key that seals the secrets of authenticators; none where nobody sets one up.
    pub seal: Option<Seal>,
    /// What is asked of administrators.
    pub demand: Demand,
    /// Which programs are let in, and how.
    pub programs: Programs,
}

/// What is asked of administrators before they administer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Demand {
    /// A passkey, or the password with a code.
    SecondFactor,
    /// The password alone: in a demo, whose passwords everybody knows.
    Password,
}

/// Which programs are let in to act for people, and how.
#[derive(Clone)]
pub struct Programs {
    /// Who gives out tokens: the address that browsers reach the server at, with a slash at its end.
    pub issuer: String,
    /// Whether our own programs may hand in passwords.
    pub take_passwords: bool,
    /// The secret of the program that writes notifications, which reads everything; none: there is no such program.
    pub notifier_secret: Option<String>,
}

impl Programs {
    /// Those of a server at this address: passwords are taken, and no program reads everything.
    pub fn of(origin: &str) -> Self {
        Self {
            issuer: format!("{}/", origin.trim_end_matches('/')),
            take_passwords: true,
            notifier_secret: None,
        }
    }
}

impl std::fmt::Debug for Programs {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Programs({}, …)", self.issuer)
    }
}
