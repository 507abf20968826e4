//! Statistics as programs draw them: values of intervals from a moment up to another.

use std::sync::Arc;

use jiff::civil::Weekday;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan, Unit, Zoned};
use ledger::{ExchangeId, Instant};
use store::Tx;
use store::exchanges::{Exchange, State};

use crate::App;
use crate::actor::{Action, Actor, Subject};
use crate::brake::{self, Brake};
use crate::error::{Error, Result};

/// Intervals of one answer, at most.
const MOST: usize = 10_000;
/// The same where accounts are counted by how often they traded: each is a question of its own.
const MOST_BY_TRADES: usize = 60;
/// Answers that are kept at once, and how many of those that are not one network may ask for within an hour.
const KEPT: usize = 300;
const AN_HOUR: i64 = 600;
/// How long an answer about one exchange stands, and one about all, in seconds.
const KEPT_S: i64 = 600;
const KEPT_OF_ALL_S: i64 = 4 * 3600;
/// An hour, in microseconds.
const HOUR_US: i64 = 3_600_000_000;

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Measure {
    /// The prices of trades together.
    Volume,
    /// How many trades.
    Trades,
    /// How many accounts there were at the end; or those that traded so often, at least and at most.
    Accounts {
        /// At least so often.
        least: Option<i64>,
        /// At most so often.
        most: Option<i64>,
    },
}

/// How long an interval is. Each begins where the calendar of UTC has one begin, weeks on Monday.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Interval {
    /// An hour.
    Hour,
    /// A day.
    Day,
    /// A week.
    Week,
    /// A month.
    Month,
    /// A year.
    Year,
}

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Asked {
    /// What is counted.
    pub measure: Measure,
    /// From when on; none: from the beginning.
    pub from: Option<Instant>,
    /// Up to when; none: now.
    pub to: Option<Instant>,
    /// In which intervals; none: in one.
    pub interval: Option<Interval>,
}

/// The answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statistics {
    /// A value of each interval.
    pub values: Vec<i64>,
    /// From when on, unless it is from whenever the first was.
    pub from: Option<Instant>,
    /// Up to when.
    pub to: Instant,
}

/// An answer that is kept, and when it was made.
pub(crate) type Kept = (Instant, Arc<Statistics>);

/// Statistics of one exchange, at most ten minutes old, for its members; or of all exchanges together, at most four hours old, for
/// everybody: those add units of different exchanges as they are.
///
/// # Errors
/// [`Error::NotAllowed`] for strangers; [`Error::Wrong`] on `interval` when there are too many; [`Error::Busy`] for a network that
/// asks for very many.
pub async fn statistics(
    app: &App,
    actor: &Actor,
    exchange: Option<&Exchange>,
    asked: Asked,
    network: &str,
) -> Result<Arc<Statistics>> {
    if let Some(exchange) = exchange {
        actor.may(Action::SeeNumbers, Subject::exchange(exchange.id))?;
    }
    let now = app.clock.now();
    let key = (exchange.map(|exchange| exchange.id), asked);
    let lasts_s = if exchange.is_some() { KEPT_S } else { KEPT_OF_ALL_S };
    let fresh = |kept: &Kept| (0..lasts_s * 1_000_000).contains(&(now.0 - kept.0.0));
    if let Some((_, kept)) = app.kept.statistics.get(&key).filter(fresh) {
        return Ok(kept);
    }
    let brake = Brake { purpose: "statistics", counted: network, limit: AN_HOUR, window_s: 3600 };
    brake::press_lightly(app, &[brake])?;
    let mut tx = app.db.read().await?;
    let exchanges: Vec<ExchangeId> = match exchange {
        Some(exchange) => vec![exchange.id],
        None => {
            store::exchanges::in_state(&mut tx, State::Active).await?.into_iter().map(|one| one.id).collect()
        }
    };
    let found = Arc::new(summed(&mut tx, &exchanges, asked, now).await?);
    app.kept.statistics.put_among(key, (now, found.clone()), KEPT);
    Ok(found)
}

async fn summed(tx: &mut Tx, exchanges: &[ExchangeId], asked: Asked, now: Instant) -> Result<Statistics> {
    let to = asked.to.unwrap_or(now);
    let from = match asked.from {
        Some(from) => Some(from),
        None => beginning(tx, exchanges, asked).await?,
    };
    // Where nothing was, nothing is counted, from no time on.
    let Some(start) = from else {
        return Ok(Statistics { values: vec![0], from: None, to });
    };
    let edges = edges(start, to, asked.interval)?;
    let mut values = vec![0_i64; edges.len() - 1];
    for exchange in exchanges {
        add(tx, *exchange, asked.measure, (&edges, &mut values)).await?;
    }
    let is_open = asked.from.is_none()
        && asked.interval.is_none()
        && !matches!(asked.measure, Measure::Accounts { .. });
    Ok(Statistics { values, from: (!is_open).then_some(start), to })
}

/// When the first was, cut down to the interval.
async fn beginning(tx: &mut Tx, exchanges: &[ExchangeId], asked: Asked) -> Result<Option<Instant>> {
    let mut first: Option<Instant> = None;
    for exchange in exchanges {
        let own = match asked.measure {
            Measure::Volume | Measure::Trades => store::lists::statistics::first_trade(tx, *exchange).await?,
            Measure::Accounts { .. } => {
                let lives = store::lists::statistics::lives(tx, *exchange).await?;
                lives.iter().map(|life| life.opened_at).min()
            }
        };
        first = [first, own].into_iter().flatten().min();
    }
    let interval = match (asked.interval, asked.measure) {
        (None, Measure::Accounts { .. }) => Some(Interval::Day),
        (interval, _) => interval,
    };
    let Some((first, interval)) = first.zip(interval) else { return Ok(first) };
    Ok(Some(instant(&begun(&zoned(first)?, interval)?)))
}

fn zoned(at: Instant) -> Result<Zoned> {
    let at = Timestamp::from_microsecond(at.0).map_err(|_| Error::field("from", "error-choice"))?;
    Ok(at.to_zoned(TimeZone::UTC))
}

fn instant(at: &Zoned) -> Instant {
    Instant(at.timestamp().as_microsecond())
}

/// Where the interval begins that a moment is in.
fn begun(at: &Zoned, interval: Interval) -> Result<Zoned> {
    let out = |_| Error::field("from", "error-choice");
    let day = || at.start_of_day();
    match interval {
        Interval::Hour => at.round(jiff::ZonedRound::new().smallest(Unit::Hour).mode(jiff::RoundMode::Floor)),
        Interval::Day => day(),
        Interval::Week => {
            day().and_then(|day| day.checked_sub(i64::from(at.weekday().since(Weekday::Monday)).days()))
        }
        Interval::Month => day().and_then(|day| day.with().day(1).build()),
        Interval::Year => day().and_then(|day| day.with().month(1).day(1).build()),
    }
    .map_err(out)
}

/// Where intervals meet: the first at the beginning, the last at the end.
fn edges(from: Instant, to: Instant, interval: Option<Interval>) -> Result<Vec<Instant>> {
    let mut edges = vec![from];
    let Some(interval) = interval else {
        edges.push(to.max(from));
        return Ok(edges);
    };
    let begin = begun(&zoned(from)?, interval)?;
    let length = match interval {
        Interval::Hour => 1.hour(),
        Interval::Day => 1.day(),
        Interval::Week => 1.week(),
        Interval::Month => 1.month(),
        Interval::Year => 1.year(),
    };
    let mut next = begin.checked_add(length);
    while let Ok(at) = &next {
        let edge = instant(at);
        if edge >= to {
            break;
        }
        if edges.len() > MOST {
            return Err(Error::field("interval", "error-choice"));
        }
        edges.push(edge);
        next = at.checked_add(length);
    }
    edges.push(to.max(from));
    Ok(edges)
}

/// Adds what one exchange has in each interval.
async fn add(
    tx: &mut Tx,
    exchange: ExchangeId,
    measure: Measure,
    (edges, values): (&[Instant], &mut [i64]),
) -> Result<()> {
    let (first, last) = (edges[0], edges[edges.len() - 1]);
    match measure {
        Measure::Accounts { least: None, most: None } => {
            let lives = store::lists::statistics::lives(tx, exchange).await?;
            // Each counts in the intervals at whose end it lives: from one on, until before another.
            let mut changes = vec![0_i64; values.len() + 1];
            for life in lives {
                let first = edges[1..].partition_point(|end| *end <= life.opened_at);
                let over = life
                    .closed_at
                    .map_or(values.len(), |closed| edges[1..].partition_point(|end| *end <= closed));
                if first < over {
                    changes[first] += 1;
                    changes[over] -= 1;
                }
            }
            let mut lived = 0;
            for (value, change) in values.iter_mut().zip(changes) {
                lived += change;
                *value += lived;
            }
        }
        Measure::Accounts { least, most } => {
            if values.len() > MOST_BY_TRADES {
                return Err(Error::field("interval", "error-choice"));
            }
            let all = i64::try_from(store::lists::statistics::lives(tx, exchange).await?.len()).unwrap_or(0);
            let wanted = least.unwrap_or(0)..=most.unwrap_or(i64::MAX);
            for (at, value) in values.iter_mut().enumerate() {
                let span = (edges[at], edges[at + 1]);
                let traded = store::lists::accounts::trades_between(tx, exchange, span).await?;
                let fitting = traded.iter().filter(|one| wanted.contains(&one.count)).count();
                *value += i64::try_from(fitting).unwrap_or(i64::MAX);
                if wanted.contains(&0) {
                    *value += all - i64::try_from(traded.len()).unwrap_or(all);
                }
            }
        }
        Measure::Volume | Measure::Trades => {
            // Within an hour only the edges of the whole cut, and those are asked for exactly.
            for hour in store::lists::statistics::hours(tx, exchange, (first, last)).await? {
                let at = Instant((hour.hour * HOUR_US).max(first.0));
                let slot = edges.partition_point(|edge| *edge <= at).clamp(1, values.len()) - 1;
                let counted = if measure == Measure::Volume { hour.volume } else { hour.trades };
                values[slot] = values[slot].saturating_add(counted);
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Instant {
        Instant(text.parse::<Timestamp>().unwrap().as_microsecond())
    }

    #[test]
    fn intervals_begin_where_the_calendar_has_them_begin() {
        let (from, to) = (at("2024-02-28T13:20:00Z"), at("2024-03-12T00:00:00Z"));
        let told = |interval| -> Vec<String> {
            let edges = edges(from, to, Some(interval)).unwrap();
            edges.iter().map(|edge| Timestamp::from_microsecond(edge.0).unwrap().to_string()).collect()
        };
        assert_eq!(told(Interval::Year), ["2024-02-28T13:20:00Z", "2024-03-12T00:00:00Z"]);
        assert_eq!(
            told(Interval::Month),
            ["2024-02-28T13:20:00Z", "2024-03-01T00:00:00Z", "2024-03-12T00:00:00Z"]
        );
        assert_eq!(
            told(Interval::Week),
            ["2024-02-28T13:20:00Z", "2024-03-04T00:00:00Z", "2024-03-11T00:00:00Z", "2024-03-12T00:00:00Z"]
        );
        assert_eq!(told(Interval::Day).len(), 14);
        assert_eq!(edges(from, to, None).unwrap(), [from, to]);
        assert!(edges(at("1970-01-01T00:00:00Z"), to, Some(Interval::Hour)).is_err());
    }
}
