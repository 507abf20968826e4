//! The table of permissions: action by role.

/// What a person is towards what an action is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// Anyone at all.
    Visitor,
    /// Has asked to join this exchange.
    Applicant,
    /// A member, towards the own account or the exchange as a whole.
    Member,
    /// A member, towards another member's account.
    OtherMember,
    /// Records, sees and keys trades for any member of the exchange.
    Coordinator,
    /// Administers the exchange.
    Admin,
    /// Administers another exchange.
    ForeignAdmin,
    /// Administers the server.
    ServerAdmin,
    /// A member whose account an administrator has stopped.
    Suspended,
    /// A program that the keeper of the server trusts to read everything, for nobody in particular.
    Service,
}

impl Role {
    /// Every role, in the order of the table's columns.
    pub const ALL: [Self; 10] = [
        Self::Visitor,
        Self::Applicant,
        Self::Member,
        Self::OtherMember,
        Self::Coordinator,
        Self::Admin,
        Self::ForeignAdmin,
        Self::ServerAdmin,
        Self::Suspended,
        Self::Service,
    ];

    fn column(self) -> usize {
        self as usize
    }
}

macro_rules! actions {
    ($($(#[$about:meta])* $action:ident: $($cell:ident)*;)*) => {
        /// Something that people do or see.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Action { $($(#[$about])* $action,)* }

        /// Which role may do what: one row an action, one column a role, as in [`Role::ALL`].
        pub const TABLE: &[(Action, [bool; 10])] = &[$((Action::$action, [$($cell),*]),)*];
    };
}

/// May.
const Y: bool = true;
/// May not, unless by another role.
const N: bool = false;

// Visitor, Applicant, Member, OtherMember, Coordinator, Admin, ForeignAdmin, ServerAdmin, Suspended, Service
actions! {
    /// See what an exchange tells everyone.
    SeeExchange:          Y Y Y Y Y Y Y Y Y Y;
    /// See an exchange's figures and charts.
    SeeNumbers:           N N Y Y Y Y N Y Y Y;
    /// See the directory.
    SeeDirectory:         N N Y Y Y Y N Y Y Y;
    /// See one member's page and trading record.
    SeeMember:            N N Y Y Y Y N Y Y Y;
    /// See the offers and wants that are for members.
    SeeListings:          N N Y Y Y Y N Y Y Y;
    /// See the statement of the exchange's own account, or of a public one.
    SeePublicStatement:   N N Y Y Y Y N Y Y Y;

    /// Ask to found an exchange; signed in.
    FoundExchange:        Y Y Y Y Y Y Y Y Y N;
    /// Ask to join an exchange; signed in.
    Apply:                Y Y Y N Y Y Y Y N N;
    /// Take back what one asked.
    WithdrawApplication:  N Y N N N N N N N N;

    /// Pay from the own account.
    Pay:                  N N Y N N N N N N N;
    /// Record a sale to the own account.
    RecordSale:           N N Y N N N N N N N;
    /// Request a payment to the own account.
    Request:              N N Y N N N N N N N;
    /// Accept or decline a request to the own account.
    Answer:               N N Y N N N N N N N;
    /// Accept a request for a member.
    AnswerAny:            N N N N N Y N N N N;
    /// Withdraw what the own account has requested.
    Withdraw:             N N Y N N N N N Y N;
    /// Withdraw anyone's request.
    WithdrawAny:          N N N N N Y N N N N;
    /// Record trades between other members, one or many at once.
    RecordForOthers:      N N N N Y Y N N N N;
    /// Give back what the own account has received.
    ReverseOwn:           N N Y N N N N N N N;
    /// Reverse a trade that one has keyed for others.
    ReverseKeyed:         N N N N Y Y N N N N;
    /// Reverse any trade.
    ReverseAny:           N N N N N Y N N N N;
    /// Edit what the own account has received.
    EditOwn:              N N Y N N N N N N N;
    /// Edit any trade.
    EditAny:              N N N N N Y N N N N;
    /// Object to a trade of the own account.
    Object:               N N Y N N N N N Y N;
    /// Settle an objection.
    SettleObjection:      N N N N N Y N N N N;
    /// See a trade of the own account.
    SeeTradeOwn:          N N Y N N N N N Y N;
    /// See any trade.
    SeeTradeAny:          N N N N Y Y N N N Y;
    /// See the own statement.
    SeeStatementOwn:      N N Y N N N N N Y N;
    /// See any member's statement.
    SeeStatementAny:      N N N N Y Y N N N Y;

    /// Change what the own page tells.
    EditProfile:          N N Y N N N N N Y N;
    /// Change what any member's page tells.
    EditAnyProfile:       N N N N N Y N N N N;
    /// Write, renew, hide and take away offers and wants of the own account.
    EditListing:          N N Y N N N N N N N;
    /// Block another member, and no longer.
    BlockMember:          N N Y N N N N N Y N;
    /// Tell the administrators of an offer, a want or a person.
    Report:               N N Y N N N N N N N;
    /// Keep and see the own favourites.
    KeepFavourites:       N N Y N N N N N Y N;
    /// Save searches of the market, see and forget them.
    KeepSearches:         N N Y N N N N N Y N;
    /// Say something of the other side of a trade, answer, and take it back.
    Recommend:            N N Y N N N N N N N;
    /// Read what others wrote to oneself.
    ReadMessages:         N N Y N N N N N Y N;
    /// Write to other members.
    WriteMessages:        N N Y N N N N N N N;
    /// Accept the exchange's terms.
    AcceptTerms:          N N Y N N N N N Y N;
    /// Let another user operate the own account, or no longer.
    ShareAccount:         N N Y N N N N N N N;
    /// Disable or enable the own account.
    RestAccount:          N N Y N N N N N N N;
    /// Choose how the own account pays, records and accepts.
    SetOwnSwitches:       N N Y N N N N N N N;
    /// Leave the exchange.
    Leave:                N N Y N N N N N N N;
    /// Invite somebody to join.
    Invite:               N N Y N N Y N N N N;

    /// See the administration: who asks to join, who has which role.
    SeeAdministration:    N N N N N Y N Y N N;
    /// Welcome or decline who asks to join.
    WelcomeMembers:       N N N N N Y N N N N;
    /// End a membership.
    EndMembership:        N N N N N Y N N N N;
    /// Change limits of an account.
    SetLimits:            N N N N N Y N Y N N;
    /// Lock an account, or lift the lock.
    SetLock:              N N N N N Y N Y N N;
    /// Disable, suspend, enable or close an account.
    SetState:             N N N N N Y N Y N N;
    /// Change the exchange's rules.
    SetPolicy:            N N N N N Y N Y N N;
    /// Hide anyone's offer or want, or let it be shown again.
    StopListing:          N N N N N Y N Y N N;
    /// See and decide what members report.
    SettleReport:         N N N N N Y N Y N N;
    /// Hide what one member says of another.
    HideRecommendation:   N N N N N Y N N N N;
    /// Tell everybody in the exchange something, by an announcement or a newsletter.
    Announce:             N N N N N Y N N N N;
    /// Change the categories, and what offers and wants may be.
    EditMarket:           N N N N N Y N Y N N;
    /// Change the list of areas.
    EditAreas:            N N N N N Y N Y N N;
    /// Change what the exchange says of itself, and its terms.
    EditExchange:         N N N N N Y N Y N N;
    /// Give and take tasks.
    GiveRoles:            N N N N N Y N Y N N;
    /// See what administrators have done.
    SeeLog:               N N N N N Y N Y N N;

    /// Approve or decline an exchange.
    ApproveExchange:      N N N N N N N Y N N;
    /// See the state of the server.
    SeeServer:            N N N N N N N Y N N;
    /// Change the state of the server: its administrators, its queue.
    RunServer:            N N N N N N N Y N N;
}

/// Whether the table allows an action to a role.
pub(super) fn allows(action: Action, role: Role) -> bool {
    TABLE.iter().any(|(found, row)| *found == action && row[role.column()])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_in_the_order_of_the_roles() {
        for (at, role) in Role::ALL.into_iter().enumerate() {
            assert_eq!(role.column(), at, "{role:?}");
        }
    }

    #[test]
    fn strangers_only_look_and_ask() {
        let theirs: Vec<Action> = TABLE
            .iter()
            .filter(|(_, row)| row[0] || row[Role::ForeignAdmin.column()])
            .map(|(action, _)| *action)
            .collect();
        assert_eq!(theirs, [Action::SeeExchange, Action::FoundExchange, Action::Apply]);
    }

    #[test]
    fn a_service_reads_and_does_nothing() {
        let theirs: Vec<Action> =
            TABLE.iter().filter(|(_, row)| row[Role::Service.column()]).map(|(action, _)| *action).collect();
        assert!(theirs.iter().all(|action| format!("{action:?}").starts_with("See")), "{theirs:?}");
    }

    #[test]
    fn a_coordinator_keys_and_sees_trades_and_nothing_else() {
        let beyond: Vec<Action> = TABLE
            .iter()
            .filter(|(_, row)| row[Role::Coordinator.column()] && !row[Role::OtherMember.column()])
            .map(|(action, _)| *action)
            .filter(|action| !matches!(action, Action::FoundExchange | Action::Apply))
            .collect();
        assert_eq!(
            beyond,
            [Action::RecordForOthers, Action::ReverseKeyed, Action::SeeTradeAny, Action::SeeStatementAny]
        );
    }
}
