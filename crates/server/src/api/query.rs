//! What stands behind the `?`: filters, sorting, pages, what is to be included.

use app::lists::{Cut, Direction};
use axum::http::Uri;
use ledger::Instant;
use uuid::Uuid;

use super::error::{Code, Failure};
use crate::web::stop::encoded;

/// How long a page is unless the reader says otherwise.
const PAGE: i64 = 20;
/// How long a page is at most.
const PAGE_MAX: i64 = 200;
/// How many values one filter takes.
const VALUES_MAX: usize = 200;

/// The query of a request.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    pairs: Vec<(String, String)>,
}

impl Query {
    /// Of an address.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn of(uri: &Uri) -> Result<Self, Failure> {
        let pairs = axum::extract::Query::<Vec<(String, String)>>::try_from_uri(uri);
        let pairs = pairs.map_err(|_| Failure::bad("The query cannot be read."))?.0;
        Ok(Self { pairs })
    }

    /// The last value of a name, trimmed; empty when there is none.
    pub fn get(&self, name: &str) -> &str {
        let found = self.pairs.iter().rev().find(|(known, _)| known == name);
        found.map_or("", |(_, value)| value.trim())
    }

    /// The values of `filter[name]`, split at commas; none when it is not there or empty.
    pub fn filter(&self, name: &str) -> Result<Option<Vec<String>>, Failure> {
        let (one, several) = (format!("filter[{name}]"), format!("filter[{name}][]"));
        let given = self.pairs.iter().filter(|(known, _)| *known == one || *known == several);
        let values: Vec<String> = given
            .flat_map(|(_, value)| value.split(','))
            .map(|value| value.trim().to_owned())
            .filter(|value| !value.is_empty())
            .collect();
        if values.len() > VALUES_MAX {
            return Err(Failure::bad(format!("filter[{name}] takes {VALUES_MAX} values at most.")));
        }
        Ok((!values.is_empty()).then_some(values))
    }

    /// The same for names of resources: what is no UUID names none.
    pub fn uuids(&self, name: &str) -> Result<Option<Vec<Uuid>>, Failure> {
        let values = self.filter(name)?;
        Ok(values.map(|values| values.iter().filter_map(|value| Uuid::try_parse(value).ok()).collect()))
    }

    /// The words of a search, commas and all.
    pub fn search(&self) -> String {
        self.get("filter[search]").chars().take(200).collect()
    }

    /// A moment in `filter[name]` or, with a word for how it is compared, `filter[name][gt]`.
    pub fn moment(&self, name: &str) -> Result<Option<Instant>, Failure> {
        let value = self.get(&format!("filter[{name}]"));
        if value.is_empty() { Ok(None) } else { moment(value).map(Some) }
    }

    /// Whether `filter[name]` is true or false.
    pub fn yes_or_no(&self, name: &str) -> Result<Option<bool>, Failure> {
        match self.get(&format!("filter[{name}]")) {
            "" => Ok(None),
            "true" => Ok(Some(true)),
            "false" => Ok(Some(false)),
            _ => Err(Failure::bad(format!("filter[{name}] is true or false."))),
        }
    }

    /// Whether a path is to be included: named itself, or as the way to another.
    pub fn includes(&self, path: &str) -> bool {
        self.included()
            .any(|one| one == path || one.strip_prefix(path).is_some_and(|rest| rest.starts_with('.')))
    }

    /// Whether anything is to be included.
    pub fn includes_something(&self) -> bool {
        self.included().next().is_some()
    }

    fn included(&self) -> impl Iterator<Item = &str> {
        self.get("include").split(',').map(str::trim).filter(|path| !path.is_empty())
    }

    /// What a list is sorted by: one of these, the first when it is another or none.
    pub fn sort<T: Copy>(&self, allowed: &[(&str, T)], usual: (T, Direction)) -> (T, Direction) {
        let wanted = self.get("sort").split(',').next().unwrap_or_default();
        let (name, direction) = match wanted.strip_prefix('-') {
            Some(name) => (name, Direction::Descending),
            None => (wanted, Direction::Ascending),
        };
        match allowed.iter().find(|(known, _)| *known == name) {
            Some((_, by)) => (*by, direction),
            None if name.is_empty() => usual,
            None => allowed.first().map_or(usual, |(_, by)| (*by, Direction::Ascending)),
        }
    }

    /// Which part of a list is wanted. What is out of range is as if it were not there.
    pub fn cut(&self) -> Cut {
        let number = |name: &str| self.get(name).parse::<i64>().ok();
        Cut {
            offset: number("page[after]").filter(|after| *after >= 0).unwrap_or(0),
            limit: number("page[size]").filter(|size| (1..=PAGE_MAX).contains(size)).unwrap_or(PAGE),
        }
    }

    /// The same query at another part of the list; none: as it is.
    pub fn written(&self, after: Option<i64>) -> String {
        let kept = self.pairs.iter().filter(|(name, _)| after.is_none() || name != "page[after]");
        let mut parts: Vec<String> =
            kept.map(|(name, value)| format!("{}={}", encoded(name), encoded(value))).collect();
        parts.extend(after.map(|after| format!("{}={after}", encoded("page[after]"))));
        if parts.is_empty() { String::new() } else { format!("?{}", parts.join("&")) }
    }
}

/// A moment as programs write it: a day, with or without a Z, or a time with a zone; a time without one is UTC.
///
/// # Errors
/// When it is none.
pub fn moment(text: &str) -> Result<Instant, Failure> {
    let wrong = || Failure::new(Code::BadRequest, format!("{text:?} is no date."));
    // A plus in a query that was not encoded comes as a space.
    let text = text.trim().replace(' ', "+");
    let day = text.strip_suffix('Z').unwrap_or(&text);
    if is_day(&text) {
        let date = day.parse::<jiff::civil::Date>().map_err(|_| wrong())?;
        let start = date.to_zoned(jiff::tz::TimeZone::UTC).map_err(|_| wrong())?;
        return Ok(Instant(start.timestamp().as_microsecond()));
    }
    if let Ok(found) = text.parse::<jiff::Timestamp>() {
        return Ok(Instant(found.as_microsecond()));
    }
    let time = text.parse::<jiff::civil::DateTime>().map_err(|_| wrong())?;
    let time = time.to_zoned(jiff::tz::TimeZone::UTC).map_err(|_| wrong())?;
    Ok(Instant(time.timestamp().as_microsecond()))
}

/// Whether a text names a day and no time.
pub fn is_day(text: &str) -> bool {
    text.strip_suffix('Z').unwrap_or(text).len() <= 10
}

/// A moment as programs read it.
pub fn written(at: Instant) -> String {
    jiff::Timestamp::from_microsecond(at.0).map(|at| format!("{at:.3}")).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn query(text: &str) -> Query {
        Query::of(&format!("/x?{text}").parse().unwrap()).unwrap()
    }

    #[test]
    fn filters_split_at_commas_however_they_are_sent() {
        for text in [
            "filter[id]=a,b",
            "filter%5Bid%5D=a%2Cb",
            "filter[id]=a&filter[id]=b",
            "filter[id][]=a&filter[id][]=b",
        ] {
            assert_eq!(
                query(text).filter("id").unwrap(),
                Some(vec!["a".to_owned(), "b".to_owned()]),
                "{text}"
            );
        }
        assert_eq!(query("filter[id]=").filter("id").unwrap(), None);
        assert_eq!(query("filter[other]=a").filter("id").unwrap(), None);
    }

    #[test]
    fn pages_out_of_range_are_as_if_they_were_not_asked_for() {
        let cut = |text| (query(text).cut().offset, query(text).cut().limit);
        assert_eq!(cut(""), (0, 20));
        assert_eq!(cut("page[size]=200&page[after]=40"), (40, 200));
        for text in ["page[size]=0", "page[size]=201", "page[size]=x&page[after]=-1"] {
            assert_eq!(cut(text), (0, 20), "{text}");
        }
    }

    #[test]
    fn one_field_is_sorted_by_and_an_unknown_one_is_the_first() {
        let allowed = [("created", 1), ("updated", 2)];
        let usual = (1, Direction::Descending);
        assert_eq!(query("sort=-updated").sort(&allowed, usual), (2, Direction::Descending));
        assert_eq!(query("sort=what").sort(&allowed, usual), (1, Direction::Ascending));
        assert_eq!(query("").sort(&allowed, usual), usual);
    }

    #[test]
    fn what_is_included_is_a_path_or_the_way_to_one() {
        let query = query("include=member.group,category");
        for (path, is) in
            [("member", true), ("member.group", true), ("category", true), ("mem", false), ("group", false)]
        {
            assert_eq!(query.includes(path), is, "{path}");
        }
    }

    #[test]
    fn moments_are_read_as_programs_write_them() {
        let day = moment("2024-06-01").unwrap();
        assert_eq!(written(day), "2024-06-01T00:00:00.000Z");
        for text in [
            "2024-06-01Z",
            "2024-06-01T00:00:00Z",
            "2024-06-01T00:00:00.000Z",
            "2024-06-01T02:00:00+02:00",
            "2024-06-01T00:00:00",
        ] {
            assert_eq!(moment(text).unwrap(), day, "{text}");
        }
        for text in ["yesterday", "", "2024-13-01", "2024"] {
            assert!(moment(text).is_err(), "{text}");
        }
        assert!(is_day("2024-06-01Z") && !is_day("2024-06-01T00:00:00Z"));
    }
}
