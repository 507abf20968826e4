//! What members are to each other beside their trades: how they are reached.

pub mod areas;
pub mod blocks;
pub mod contacts;
pub mod favourites;
pub mod recommendations;
pub mod reports;
