//! Which saved searches a listing may concern: all that their filters say of it, as a page of the market would.
//!
//! What is looked for beyond one's own exchange finds what everyone may see there. Of the listing's own exchange the searches
//! of its members find what members see.

use std::collections::{HashMap, HashSet};

use ledger::id::ExchangeId;
use store::Tx;
use store::areas::AreaId;
use store::categories::{self as stored, Category, CategoryId};
use store::exchanges::Exchange;
use store::listings::Sight;
use store::listings::shown::{self, Listing};
use store::members::{MemberId, operators};
use store::searches::SavedSearch;

use crate::error::Result;
use crate::market::categories;
use crate::members;
use crate::points::{Away, Point};

/// The searches whose filters let a listing pass, but for those of its owner and of who has blocked them.
pub(super) async fn concerned<'s>(
    tx: &mut Tx,
    (listing, home): (&Listing, &Exchange),
    asked: &'s [SavedSearch],
) -> Result<Vec<&'s SavedSearch>> {
    let facts = Facts::of(tx, (listing, home), asked).await?;
    let searchers: Vec<MemberId> = asked.iter().map(|search| search.member).collect();
    let blocks = store::blocks::of_members(tx, &searchers).await?;
    let passes = |search: &&SavedSearch| {
        !blocks.contains(&(search.member, listing.member)) && facts.is_for(search) && facts.pass(search)
    };
    Ok(asked.iter().filter(passes).collect())
}

/// What filters go by.
struct Facts<'l> {
    listing: &'l Listing,
    /// Whether everyone may see it.
    is_open: bool,
    /// Its category, and the one that this is a part of.
    categories: Vec<CategoryId>,
    /// What means the same in other exchanges.
    meant: Vec<CategoryId>,
    /// The area that its owner is in.
    area: Option<AreaId>,
    /// Where its owner is, for members of the same exchange.
    point: Option<Point>,
    /// All members that its owner is.
    selves: HashSet<MemberId>,
    /// Where the members are who search within a distance, as far as they have said.
    members: HashMap<MemberId, Point>,
    /// Where exchanges are.
    exchanges: HashMap<ExchangeId, Point>,
}

impl<'l> Facts<'l> {
    async fn of(
        tx: &mut Tx,
        (listing, home): (&'l Listing, &Exchange),
        asked: &[SavedSearch],
    ) -> Result<Self> {
        let all = categories::all(tx, listing.exchange).await?;
        let of_id = |id: CategoryId| all.iter().find(|category: &&Category| category.id == id);
        let own = of_id(listing.category);
        let parent = own.and_then(|own| own.parent).and_then(of_id);
        let line: Vec<&Category> = own.into_iter().chain(parent).collect();
        let mut meant = Vec::new();
        for concept in line.iter().filter_map(|category| category.concept.as_deref()) {
            meant.extend(stored::meaning(tx, concept).await?);
        }
        let mut selves = HashSet::from([listing.member]);
        for operator in operators::of_member(tx, listing.member).await? {
            let theirs = operators::memberships(tx, operator.user_id).await?;
            selves.extend(theirs.iter().map(|membership| membership.member));
        }
        let near = asked.iter().filter(|search| search.within_km.is_some()).map(|search| search.member);
        let near: Vec<MemberId> = near.collect::<HashSet<_>>().into_iter().collect();
        let mut members = HashMap::new();
        for some in near.chunks(shown::AT_ONCE) {
            members.extend(store::points::of_members(tx, some).await?);
        }
        Ok(Self {
            listing,
            is_open: listing.sight == Sight::Everyone && home.listing_sight == Sight::Everyone,
            categories: line.iter().map(|category| category.id).collect(),
            meant,
            area: members::get(tx, listing.member).await?.area,
            point: store::points::of_member(tx, listing.member).await?,
            selves,
            members,
            exchanges: store::points::of_exchanges(tx).await?.into_iter().collect(),
        })
    }

    /// Whether it is from where the search's member is.
    fn is_home(&self, search: &SavedSearch) -> bool {
        search.exchange == self.listing.exchange
    }

    /// Whether the search's member may see it, and has not made it.
    fn is_for(&self, search: &SavedSearch) -> bool {
        if self.is_home(search) {
            search.member != self.listing.member
        } else {
            self.is_open && !self.selves.contains(&search.member)
        }
    }

    fn pass(&self, search: &SavedSearch) -> bool {
        let listing = self.listing;
        let categories = if self.is_home(search) { &self.categories } else { &self.meant };
        search.kind.is_none_or(|kind| kind == listing.kind)
            && search.category.is_none_or(|category| categories.contains(&category))
            && (search.area.is_none() || search.area == self.area)
            && (search.language.is_empty() || search.language == listing.locale)
            && search.priced.is_none_or(|priced| priced == listing.amount.is_some())
            && search.within_km.is_none_or(|km| self.is_within(search, km))
    }

    /// Who is nowhere is not asked how far it is, as on the page.
    fn is_within(&self, search: &SavedSearch, km: i64) -> bool {
        let own = self.members.get(&search.member);
        let Some(from) = own.or_else(|| self.exchanges.get(&search.exchange)) else { return true };
        let point = self.point.as_ref().filter(|_| self.is_home(search));
        let to = point.or_else(|| self.exchanges.get(&self.listing.exchange));
        to.is_some_and(|to| Away::between(*from, *to).is_within(km))
    }
}
