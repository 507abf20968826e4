//! Lists for programs: accounts, transfers, members, offers and wants, filtered, sorted and cut at an offset, each as far as the
//! person who asks may see it. Pages have lists of their own, which go on where the last one ended.

mod accounts;
mod exchanges;
mod members;
mod posts;
mod statistics;
mod transfers;

pub use accounts::{
    AccountView, Accounts, account, accounts, answers, ids, may_take_accounts_away, rules, some_accounts,
    trades_between,
};
pub use exchanges::{
    Community, Counts, administrators, by_category, communities, community, counts, may_list_members,
};
pub use members::{MemberView, Members, Reached, member, members, own_members};
pub use posts::{PostView, Posts, post, posts};
pub(crate) use statistics::Kept as KeptStatistics;
pub use statistics::{Asked, Interval, Measure, Statistics, statistics};
pub use store::lists::members::Standing;
pub use store::lists::{Cut, Direction, accounts::By as AccountsBy, members::By as MembersBy};
pub use store::lists::{posts::By as PostsBy, transfers::By as TransfersBy};
pub use transfers::{Transfers, made, makers, transfer, transfers};
