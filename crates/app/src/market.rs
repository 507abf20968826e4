//! The marketplace: what members offer and want, by categories that each exchange edits.
//!
//! A *listing* is an offer or a want. It is published or hidden; whether it has ended, the clock says. Who sees it depends on
//! its *sight* (members of the exchange, of linked ones too, everyone) within the *bounds* that the exchange sets. Whoever
//! has left, rests or was stopped shows nothing. Visitors see no names.

mod bounds;
mod categories;
mod ending;
mod finding;
mod matching;
mod reading;
mod scope;
mod searches;
mod settling;
mod suggesting;
mod text;
mod writing;

pub(crate) use bounds::circle;
pub use bounds::{bounds_of, set_bounds};
pub use categories::{
    CategoryForm, Direction, ICONS, STANDARD, add_category, categories, edit_category, move_category,
};
pub(crate) use categories::{found, found_where_missing};
pub use ending::{SOON_S, tell_endings};
pub(crate) use finding::Finder;
pub use finding::{Order, Why};
pub use matching::{Fresh, MATCH, find_matches, tell_matches};
pub use reading::{
    After, Counted, Market, OfMember, Position, Reader, Seen, Standing, Wanted, goes_by_meaning, listing,
    market, mine, newest, of_member, standing,
};
pub(crate) use reading::{Counts, favourites, found_ids, seen_by};
pub use scope::{Foreign, Open, Scope};
pub use searches::{
    Kept, MOST, Pace, SEARCH_NAME_MAX, SavedSearch, SearchForm, change_search, remove_search, save_search,
    saved_search, saved_searches,
};
pub use settling::Settled;
pub(crate) use settling::{fitting, settled};
pub use store::categories::{Category, CategoryId};
pub use store::listings::shown::Listing;
pub use store::listings::{Bounds, Kind, Sight, State, Terms};
pub use suggesting::{Sketch, Suggestions, suggestions};
pub use text::{BODY_MAX, ListingForm, Span, TITLE_MAX};
pub(crate) use writing::stop_in;
pub use writing::{edit, hide, publish, release, remove, renew, show, stop};
