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
}

/// What is asked of administrators before they administer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Demand {
    /// A passkey, or the password with a code.
    SecondFactor,
    /// The password alone: in a demo, whose passwords everybody knows.
    Password,
}
