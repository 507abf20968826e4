//! The marketplace: what members offer and want, by categories that each exchange edits.
//!
//! A *listing* is an offer or a want. It is published or hidden; whether it has ended, the clock says. Who sees it depends on
//! its *sight* (members of the exchange, of linked ones too, everyone) within the *bounds* that the exchange sets. Whoever
//! has left, rests or was stopped shows nothing. Visitors see no names.

mod bounds;
mod categories;
mod earning;
mod ending;
mod finding;
mod matching;
mod reading;
mod scope;
mod searches;
mod settling;
mod showing;
mod suggesting;
mod text;
mod writing;

pub(crate) use bounds::circle;
pub use bounds::{bounds_of, set_bounds};
pub use categories::{
    CategoryForm, Direction, ICONS, STANDARD, add_category, categories, edit_category, move_category,
};
pub(crate) use categories::{found, found_where_missing};
pub(crate) use earning::Chances;
pub use earning::{Chance, Demand, Token, chances, demand};
pub use ending::{SOON_S, tell_endings};
pub(crate) use finding::Finder;
#[cfg(feature = "testing")]
pub(crate) use finding::digest_of;
pub use finding::{Order, Why};
pub use matching::{Fresh, MATCH, find_matches, tell_matches};
pub use reading::{After, Counted, Market, Position, Reader, Wanted, goes_by_meaning, market, newest};
pub(crate) use reading::{Counts, found_ids};
pub use scope::{Foreign, Open, Scope, others};
pub use searches::{
    Kept, MOST, Pace, SEARCH_NAME_MAX, SavedSearch, SearchForm, change_search, remove_search, save_search,
    saved_search, saved_searches,
};
pub use settling::Settled;
pub(crate) use settling::{fitting, settled};
pub use showing::{OfMember, Seen, Standing, listing, mine, of_member, standing};
pub(crate) use showing::{favourites, seen_by};
pub use store::categories::{Category, CategoryId};
pub use store::listings::shown::Listing;
pub use store::listings::{Bounds, Kind, Sight, State, Terms};
pub use suggesting::{Sketch, Suggestions, suggestions};
pub use text::{BODY_MAX, LANGUAGES, ListingForm, Span, TITLE_MAX};
pub(crate) use writing::stop_in;
pub use writing::{edit, hide, publish, release, remove, renew, show, stop};
