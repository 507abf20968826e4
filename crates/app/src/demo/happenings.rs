//! What the demo shows besides plain trades: requests, a lock, an objection, applicants, corrections.

/// A trade that is told apart from the many: who, to whom, how much, what, when.
#[derive(Debug, Clone, Copy)]
pub struct Trade {
    /// Who provided.
    pub giver: &'static str,
    /// Who received.
    pub receiver: &'static str,
    /// In the exchange's smallest parts.
    pub amount: u32,
    /// The description.
    pub text: &'static str,
    /// Days before today.
    pub days_ago: u16,
}

/// Shorthand for a told trade.
pub(crate) const fn told(
    giver: &'static str,
    receiver: &'static str,
    amount: u32,
    text: &'static str,
    days_ago: u16,
) -> Trade {
    Trade { giver, receiver, amount, text, days_ago }
}

/// What the demo shows besides plain trades.
#[derive(Debug, Clone, Copy)]
pub struct Happenings {
    /// Requests that wait for the receiver's answer.
    pub pending: &'static [Trade],
    /// The locked account.
    pub locked: Locked,
    /// The trade in objection.
    pub objection: Objection,
    /// People who would like to join.
    pub applicants: &'static [Applicant],
    /// Trades that were taken back.
    pub reversals: &'static [Reversal],
    /// Trades that were put right.
    pub edits: &'static [Edit],
}

/// An account that may receive units but not give any.
#[derive(Debug, Clone, Copy)]
pub struct Locked {
    /// Whose.
    pub member: &'static str,
    /// Why, as the administrator wrote it.
    pub why: &'static str,
    /// Days before today.
    pub days_ago: u16,
}

/// An objection that has no outcome yet; the receiver objects.
#[derive(Debug, Clone, Copy)]
pub struct Objection {
    /// The trade.
    pub trade: Trade,
    /// The receiver's words.
    pub words: &'static str,
    /// Days before today when it was made; not before the trade.
    pub days_ago: u16,
}

/// Somebody who would like to join.
#[derive(Debug, Clone, Copy)]
pub struct Applicant {
    /// Full name.
    pub name: &'static str,
    /// Neighbourhood.
    pub place: &'static str,
    /// Address, always in a domain reserved for examples.
    pub email: &'static str,
    /// What they wrote.
    pub words: &'static str,
    /// Days before today.
    pub days_ago: u16,
}

/// A trade that was taken back in full.
#[derive(Debug, Clone, Copy)]
pub struct Reversal {
    /// The trade.
    pub trade: Trade,
    /// Who took it back: the giver, or a member of the staff.
    pub by: &'static str,
    /// Why, in their words.
    pub reason: &'static str,
    /// Days between the trade and its reversal.
    pub days_later: u16,
}

/// A trade that was replaced by a right one; the giver did it.
#[derive(Debug, Clone, Copy)]
pub struct Edit {
    /// The trade as it was first recorded.
    pub trade: Trade,
    /// The right amount: not more than the first.
    pub amount: u32,
    /// The right description.
    pub text: &'static str,
    /// Why, in the giver's words.
    pub reason: &'static str,
    /// Days between the trade and its edit.
    pub days_later: u16,
}
