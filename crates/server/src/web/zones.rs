//! Time zones to choose from: nobody has to know their names by heart.

use jiff::tz::{self, TimeZone};

/// Zones under the part of the world that they are in, each with its name and what of it is read; what belongs nowhere is
/// under an empty name.
pub type Zones = Vec<(String, Vec<(String, String)>)>;

/// Parts of the world. What else has a slash in its name are older names of the same zones.
const REGIONS: [&str; 10] = [
    "Africa",
    "America",
    "Antarctica",
    "Arctic",
    "Asia",
    "Atlantic",
    "Australia",
    "Europe",
    "Indian",
    "Pacific",
];

/// All of them, and the one that stands in the form even if it goes by an older name.
#[must_use]
pub fn zones(chosen: &str) -> Zones {
    let mut names: Vec<String> = tz::db().available().map(|name| name.as_str().to_owned()).collect();
    names.sort();
    let of = |region: &str| {
        let place = |name: &String| {
            let place = name.strip_prefix(region)?.strip_prefix('/')?;
            Some((name.clone(), place.replace('_', " ").replace('/', ", ")))
        };
        (region.to_owned(), names.iter().filter_map(place).collect::<Vec<_>>())
    };
    let mut zones: Zones = REGIONS.into_iter().map(of).collect();
    let mut nowhere = vec![("UTC".to_owned(), "UTC".to_owned())];
    let is_there = zones.iter().any(|(_, places)| places.iter().any(|(name, _)| name == chosen));
    if !is_there && chosen != "UTC" && TimeZone::get(chosen).is_ok() {
        nowhere.push((chosen.to_owned(), chosen.to_owned()));
    }
    zones.insert(0, (String::new(), nowhere));
    zones
}

#[cfg(test)]
mod tests {
    use super::zones;

    #[test]
    fn every_zone_stands_once_and_the_chosen_one_always() {
        let named = |chosen: &str, zone: &str| {
            let all: Vec<(String, String)> =
                zones(chosen).into_iter().flat_map(|(_, places)| places).collect();
            all.iter().filter(|(name, _)| name == zone).count()
        };
        for (chosen, zone, count) in [
            ("Europe/Madrid", "Europe/Madrid", 1),
            ("", "America/Argentina/Buenos_Aires", 1),
            ("UTC", "UTC", 1),
            ("Etc/GMT+3", "Etc/GMT+3", 1),
            ("", "Etc/GMT+3", 0),
            ("Marl/Market", "Marl/Market", 0),
        ] {
            assert_eq!(named(chosen, zone), count, "{zone} with {chosen}");
        }
    }
}
