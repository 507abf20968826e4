//! Letters: what is told to people by mail. Their words are the door's affair; here is only what they are about.

use ledger::Unit;
use ledger::time::Instant;
use serde::{Deserialize, Serialize};
use store::Tx;
use store::users::User;
use uuid::Uuid;

use crate::error::Result;
use crate::jobs::{self, Job};
use crate::market::Why;
use crate::news::Event;

/// A letter and whom it goes to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Envelope {
    /// The address.
    pub to: String,
    /// The person's name, if it is known.
    pub name: String,
    /// The language to write in.
    pub locale: String,
    /// What is told.
    pub letter: Letter,
    /// What of a link gets the reader no more of its kind: `/unsubscribe/{stop}`; none where there is nothing to choose.
    #[serde(default)]
    pub stop: Option<String>,
}

/// What a letter is about. Tokens are parts of links: `/confirm/{token}` and so on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "about", rename_all = "kebab-case")]
pub enum Letter {
    /// Confirm your address: `/confirm/{token}`.
    ConfirmAddress {
        /// Of the link.
        token: String,
        /// Where the person was going when they were asked to register; may be empty.
        next: String,
    },
    /// Somebody registered with your address, but you have a login already.
    AlreadyRegistered,
    /// Choose a new password: `/reset/{token}`.
    ResetPassword {
        /// Of the link.
        token: String,
    },
    /// Your password was changed.
    PasswordChanged,
    /// Confirm your new address: `/me/address/{token}`.
    ConfirmNewAddress {
        /// Of the link.
        token: String,
    },
    /// Your address was changed to another.
    AddressChanged {
        /// The new one, with most of it hidden.
        masked: String,
    },
    /// Come and join us: `/{code}/join?invitation={token}`.
    Invitation {
        /// The exchange's code.
        code: String,
        /// Its name.
        exchange: String,
        /// Who invites.
        inviter: String,
        /// Of the link.
        token: String,
    },
    /// Operate this account with us: `/operate/{token}`.
    OperateInvitation {
        /// The exchange's name.
        exchange: String,
        /// The member whose account it is.
        member: String,
        /// Who invites.
        inviter: String,
        /// Of the link.
        token: String,
    },
    /// Somebody asks to join: to administrators.
    Applied {
        /// The exchange's code.
        code: String,
        /// Its name.
        exchange: String,
        /// Who asks.
        applicant: String,
    },
    /// You are a member now.
    Welcomed {
        /// The exchange's code.
        code: String,
        /// Its name.
        exchange: String,
        /// The account's number.
        number: String,
    },
    /// You were not welcomed.
    Declined {
        /// The exchange's name.
        exchange: String,
        /// Why.
        reason: String,
    },
    /// Your membership has ended.
    MembershipEnded {
        /// The exchange's name.
        exchange: String,
        /// Why.
        reason: String,
    },
    /// You have a role now.
    RoleGiven {
        /// The exchange's code.
        code: String,
        /// Its name.
        exchange: String,
        /// `coordinator` or `admin`.
        role: String,
    },
    /// Somebody wants to found an exchange: to the server's administrators.
    ExchangeFounded {
        /// Its code.
        code: String,
        /// Its name.
        exchange: String,
        /// Who founds it.
        founder: String,
    },
    /// Your exchange is open.
    ExchangeApproved {
        /// Its code.
        code: String,
        /// Its name.
        exchange: String,
    },
    /// Something happened to a trade of yours: `/{code}/trades/{transfer}`.
    Trade {
        /// What happened.
        event: Event,
        /// Which side the reader is.
        side: Side,
        /// The exchange's code.
        code: String,
        /// Its name.
        exchange: String,
        /// The transfer.
        transfer: Uuid,
        /// Who gives units.
        payer: String,
        /// Who gets units.
        payee: String,
        /// The price, in units of 10^-scale.
        amount: i64,
        /// What it is counted in.
        unit: Unit,
        /// What for.
        description: String,
        /// What somebody said about it: why it was declined, what is wrong.
        words: String,
    },
    /// Something changed in how you sign in: `/me/sign-in`.
    SignIn {
        /// What.
        news: SignInNews,
        /// A passkey's name, what a browser calls itself, how many codes are left, or nothing.
        detail: String,
    },
    /// Something happened to an offer or want of yours: `/{code}/market/{listing}`.
    Listing {
        /// What.
        news: ListingNews,
        /// The exchange's code.
        code: String,
        /// Its name.
        exchange: String,
        /// The listing.
        listing: Uuid,
        /// Its title.
        title: String,
        /// When it ends or ended, if that is what is told.
        ends_at: Option<Instant>,
        /// The exchange's time zone, by which that is a day; empty in letters from before it was said.
        #[serde(default)]
        zone: String,
        /// What an administrator said about it, or nothing.
        words: String,
    },
    /// Somebody has written to you: `/{code}/messages/{conversation}`.
    Messages {
        /// The exchange's code.
        code: String,
        /// Its name.
        exchange: String,
        /// The conversation.
        conversation: Uuid,
        /// The member who wrote.
        writer: String,
        /// What it is about: a listing's title, the words of a trade, or nothing.
        title: String,
        /// What was written, oldest first.
        texts: Vec<String>,
    },
    /// The administrators tell everybody something: `/{code}/announcements/{announcement}`.
    Announcement {
        /// The exchange's code.
        code: String,
        /// Its name.
        exchange: String,
        /// Which.
        announcement: Uuid,
        /// In one line.
        title: String,
        /// Markdown.
        body: String,
    },
    /// The administrators write to members: `/{code}/newsletters/{newsletter}`.
    Newsletter {
        /// The exchange's code.
        code: String,
        /// Its name.
        exchange: String,
        /// Which.
        newsletter: Uuid,
        /// In one line.
        title: String,
        /// Markdown.
        body: String,
    },
    /// What is new in the market: `/{code}/market`.
    Digest {
        /// The exchange's code.
        code: String,
        /// Its name.
        exchange: String,
        /// What is new, newest first.
        listings: Vec<NewListing>,
        /// How many more there are.
        more: usize,
    },
    /// Listings match searches that one has saved: `/{code}/market/saved`, or the listing where it is one.
    Matches {
        /// The exchange's code.
        code: String,
        /// Its name.
        exchange: String,
        /// What matches, in the order in which it was found.
        found: Vec<Matching>,
        /// How many more there are.
        more: usize,
    },
    /// Several things happened: `/me/notices`.
    Several {
        /// What, oldest first.
        letters: Vec<Letter>,
        /// How many more there are.
        more: usize,
    },
    /// Your exchange was not wanted here.
    ExchangeDeclined {
        /// Its name.
        exchange: String,
        /// Why.
        reason: String,
    },
}

/// A listing that is new.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewListing {
    /// Names it.
    pub listing: Uuid,
    /// Whether it is a want; else an offer.
    pub is_want: bool,
    /// Its title.
    pub title: String,
    /// Whose it is; of another exchange, its name.
    pub name: String,
    /// The other exchange's code; empty: it is of the one that the letter is about.
    #[serde(default)]
    pub code: String,
}

/// A listing that matches a saved search.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Matching {
    /// The listing.
    pub listing: NewListing,
    /// What the search is called.
    pub search: String,
    /// Why it matches; empty where filters alone say so.
    pub why: Vec<Why>,
}

impl Letter {
    /// The same for an inbox: without the long text that stands where it leads to, or each reader would have it once more.
    pub(crate) fn brief(&self) -> Self {
        let mut brief = self.clone();
        if let Self::Announcement { body, .. } | Self::Newsletter { body, .. } = &mut brief {
            body.clear();
        }
        brief
    }
}

/// What happened to a listing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ListingNews {
    /// It ends within a week.
    EndsSoon,
    /// It has ended.
    Ended,
    /// An administrator has hidden it.
    Stopped,
}

/// What changed in how somebody signs in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SignInNews {
    /// A passkey was added.
    PasskeyAdded,
    /// A passkey was removed.
    PasskeyRemoved,
    /// A passkey was refused, since it may have been copied.
    PasskeyFell,
    /// An authenticator works now.
    AuthenticatorAdded,
    /// The authenticator was removed.
    AuthenticatorRemoved,
    /// The authenticator has to be set up anew, since the server has lost its key.
    AuthenticatorLost,
    /// New recovery codes were made.
    CodesMade,
    /// A recovery code was used.
    CodeUsed,
    /// Somebody signed in on a device that was not used before.
    NewDevice,
    /// The keeper of the server took passkeys and authenticator away.
    Forgotten,
}

impl SignInNews {
    /// Every one of them.
    pub const ALL: [Self; 10] = [
        Self::PasskeyAdded,
        Self::PasskeyRemoved,
        Self::PasskeyFell,
        Self::AuthenticatorAdded,
        Self::AuthenticatorRemoved,
        Self::AuthenticatorLost,
        Self::CodesMade,
        Self::CodeUsed,
        Self::NewDevice,
        Self::Forgotten,
    ];

    /// Its stable word: the translation key after `letter-`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::PasskeyAdded => "passkey-added",
            Self::PasskeyRemoved => "passkey-removed",
            Self::PasskeyFell => "passkey-fell",
            Self::AuthenticatorAdded => "authenticator-added",
            Self::AuthenticatorRemoved => "authenticator-removed",
            Self::AuthenticatorLost => "authenticator-lost",
            Self::CodesMade => "codes-made",
            Self::CodeUsed => "code-used",
            Self::NewDevice => "new-device",
            Self::Forgotten => "second-factor-forgotten",
        }
    }

    /// Queues the letter that tells it.
    pub(crate) async fn tell(self, tx: &mut Tx, user: &User, detail: &str, now: Instant) -> Result<()> {
        let detail = detail.chars().take(200).collect();
        to_user(tx, user, Letter::SignIn { news: self, detail }, now).await
    }
}

/// Which side of a trade somebody is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Side {
    /// Who gives units.
    Payer,
    /// Who gets units.
    Payee,
    /// An administrator.
    Neither,
}

fn unconfirmed_envelope(user: &User, letter: Letter) -> Option<Envelope> {
    let to = user.email.clone()?;
    Some(Envelope { to, name: user.name.clone(), locale: user.locale.clone(), letter, stop: None })
}

/// Queues a letter to a user, if the user has an address that was confirmed.
pub(crate) async fn to_user(tx: &mut Tx, user: &User, letter: Letter, now: Instant) -> Result<()> {
    match user.email_confirmed_at {
        Some(_) => to_user_unconfirmed(tx, user, letter, now).await,
        None => Ok(()),
    }
}

/// Queues a letter to a user, to ask for the address's confirmation.
pub(crate) async fn to_user_unconfirmed(
    tx: &mut Tx,
    user: &User,
    letter: Letter,
    now: Instant,
) -> Result<()> {
    match unconfirmed_envelope(user, letter) {
        Some(envelope) => post(tx, envelope, now).await,
        None => Ok(()),
    }
}

/// Queues a letter.
pub(crate) async fn post(tx: &mut Tx, envelope: Envelope, now: Instant) -> Result<()> {
    jobs::push(tx, &Job::Letter(Box::new(envelope)), now).await
}

/// An address with most of it hidden: `a…@example.org`.
pub(crate) fn masked(email: &str) -> String {
    let (local, domain) = email.rsplit_once('@').unwrap_or((email, ""));
    format!("{}…@{domain}", local.chars().next().unwrap_or('…'))
}
