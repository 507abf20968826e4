//! Where members and exchanges are on the map, and how far that is away.
//!
//! What is kept is rounded to hundredths of a degree, about a kilometre, before it is kept. Nobody but the member sees it:
//! others see within which of a few steps it is, and what is filtered and sorted by distance goes by the same steps, so that
//! asking from many sides tells little more than the step itself. Who says nothing is taken to be where the exchange is.

mod typed;

use ledger::id::ExchangeId;
use store::Tx;
use store::members::MemberId;
pub use store::points::Point;

use self::typed::{Unreadable, read};
use crate::App;
use crate::actor::{Action, Actor, Subject};
use crate::audit::{self, Act, Detail, Entry};
use crate::brake::{self, Brake};
use crate::error::{Error, Result};
use crate::form::Form;
use crate::members;

/// The steps in which distances are told, in kilometres.
const STEPS: [i64; 9] = [2, 5, 10, 25, 50, 100, 250, 500, 1000];
/// How far things may be away at most, to filter by, in kilometres: some of the steps.
pub const WITHIN: [i64; 5] = [5, 10, 25, 50, 100];
/// How often a day a member may say that it is elsewhere: enough to put mistakes right, too little to look from all sides.
const A_DAY: i64 = 10;
/// The radius of the earth, in kilometres.
const RADIUS: f64 = 6371.0;

/// How far something is away.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Away {
    /// About so many kilometres, or less.
    Within(i64),
    /// More than so many kilometres.
    Beyond(i64),
}

impl Away {
    /// Between two points, along the great circle.
    #[must_use]
    pub fn between(one: Point, other: Point) -> Self {
        let km = great_circle(one, other);
        #[expect(clippy::cast_precision_loss, reason = "steps are small")]
        let step = STEPS.into_iter().find(|step| km <= *step as f64);
        step.map_or(Self::Beyond(STEPS[STEPS.len() - 1]), Self::Within)
    }

    /// Whether it is so many kilometres at most.
    #[must_use]
    pub fn is_within(self, km: i64) -> bool {
        self <= Self::Within(km)
    }
}

/// In kilometres.
fn great_circle(one: Point, other: Point) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "hundredths of a degree are small")]
    let radians = |hundredths: i64| (hundredths as f64 / 100.0).to_radians();
    let (north, other_north) = (radians(one.latitude), radians(other.latitude));
    let (across, along) = (other_north - north, radians(other.longitude - one.longitude));
    let half = (across / 2.0).sin().powi(2) + north.cos() * other_north.cos() * (along / 2.0).sin().powi(2);
    2.0 * RADIUS * half.sqrt().min(1.0).asin()
}

/// A point as it may be typed: `41.38, 2.17`.
#[must_use]
pub fn written(point: Point) -> String {
    let half = |hundredths: i64| {
        let sign = if hundredths < 0 { "-" } else { "" };
        format!("{sign}{}.{:02}", hundredths.abs() / 100, hundredths.abs() % 100)
    };
    format!("{}, {}", half(point.latitude), half(point.longitude))
}

/// Where a member of one's own is, if it has said.
///
/// # Errors
/// [`Error::NotAllowed`] for anyone but the member.
pub async fn of_member(app: &App, actor: &Actor, member: MemberId) -> Result<Option<Point>> {
    let mut tx = app.db.read().await?;
    let own = members::get(&mut tx, member).await?;
    actor.may(Action::EditProfile, Subject::member(own.exchange, member))?;
    Ok(store::points::of_member(&mut tx, member).await?)
}

/// Says where a member of one's own is; nothing typed: where the exchange is.
///
/// # Errors
/// [`Error::Wrong`] on field `point`, [`Error::Busy`] after too many changes in a day, [`Error::NotAllowed`] for anyone but
/// the member.
pub async fn set_of_member(app: &App, actor: &Actor, member: MemberId, typed: &str) -> Result<()> {
    let before = of_member(app, actor, member).await?;
    let point = checked(typed)?;
    if point == before {
        return Ok(());
    }
    if point.is_some() {
        let counted = member.0.to_string();
        brake::press(app, &[Brake { purpose: "point", counted: &counted, limit: A_DAY, window_s: 86_400 }])
            .await?;
    }
    let mut tx = app.db.write().await?;
    store::points::set_of_member(&mut tx, member, point, app.clock.now()).await?;
    tx.commit().await?;
    app.finder.changed();
    Ok(())
}

/// Where an exchange is, if anybody has said: for its administrators.
///
/// # Errors
/// [`Error::NotAllowed`] for anyone else.
pub async fn of_exchange(app: &App, actor: &Actor, exchange: ExchangeId) -> Result<Option<Point>> {
    actor.may(Action::EditExchange, Subject::exchange(exchange))?;
    Ok(store::points::of_exchange(&mut app.db.read().await?, exchange).await?)
}

/// Says where an exchange is; nothing typed: nobody says.
///
/// # Errors
/// [`Error::Wrong`] on field `point`, [`Error::NotAllowed`] for anyone but administrators.
pub async fn set_of_exchange(app: &App, actor: &Actor, exchange: ExchangeId, typed: &str) -> Result<()> {
    actor.may(Action::EditExchange, Subject::exchange(exchange))?;
    let point = checked(typed)?;
    let mut tx = app.db.write().await?;
    let home = store::exchanges::get(&mut tx, exchange).await?.ok_or(Error::NotFound)?;
    store::points::set_of_exchange(&mut tx, exchange, point).await?;
    let entry =
        Entry { actor, exchange, act: Act::ExchangeEdited, subject: &home.name, detail: Detail::default() };
    audit::exchange(&mut tx, app, entry).await?;
    Ok(tx.commit().await?)
}

fn checked(typed: &str) -> Result<Option<Point>> {
    if typed.trim().is_empty() {
        return Ok(None);
    }
    let mut form = Form::new();
    let point = read(typed).inspect_err(|why| {
        form.wrong(
            "point",
            match why {
                Unreadable::Nothing => "error-point",
                Unreadable::Address => "error-point-address",
                Unreadable::OffMap => "error-point-off-map",
            },
        );
    });
    form.finish()?;
    Ok(point.ok())
}

/// From where a person measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Origin {
    /// The point.
    pub(crate) point: Point,
    /// Whether it is what the member has said; otherwise the exchange's.
    pub(crate) is_own: bool,
}

/// From where a person measures in an exchange. Who is no member of it does not.
pub(crate) async fn origin(tx: &mut Tx, actor: &Actor, exchange: ExchangeId) -> Result<Option<Origin>> {
    let Some(acting) = actor.acting_in(exchange) else { return Ok(None) };
    if let Some(point) = store::points::of_member(tx, acting.member).await? {
        return Ok(Some(Origin { point, is_own: true }));
    }
    let home = store::points::of_exchange(tx, exchange).await?;
    Ok(home.map(|point| Origin { point, is_own: false }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(latitude: i64, longitude: i64) -> Point {
        Point { latitude, longitude }
    }

    #[test]
    fn distances_go_along_the_great_circle() {
        for (one, other, km) in [
            (at(4139, 217), at(4139, 217), 0.0),
            // Barcelona and Madrid, London and New York, the poles, across the date line.
            (at(4139, 217), at(4042, -370), 505.0),
            (at(5151, -13), at(4071, -7401), 5570.0),
            (at(9000, 0), at(-9000, 0), 20_015.0),
            (at(0, 17_950), at(0, -17_950), 111.2),
            (at(5000, 0), at(5001, 0), 1.1),
        ] {
            let found = great_circle(one, other);
            assert!((found - km).abs() < 0.005 * km + 0.05, "{one:?} to {other:?}: {found}");
            assert!((found - great_circle(other, one)).abs() < 1e-9);
        }
    }

    #[test]
    fn they_are_told_in_few_steps() {
        let here = at(5000, 0);
        let away = |hundredths: i64| Away::between(here, at(5000 + hundredths, 0));
        assert_eq!(away(0), Away::Within(2));
        assert_eq!(away(1), Away::Within(2));
        assert_eq!(away(2), Away::Within(5));
        assert_eq!(away(30), Away::Within(50));
        assert_eq!(away(2000), Away::Beyond(1000));
        assert!(away(2).is_within(5) && !away(2).is_within(2) && !away(2000).is_within(1000));
        assert!(Away::Within(1000) < Away::Beyond(1000));
        // What is filtered by is a step, so that a filter says no more than what is shown.
        assert!(WITHIN.iter().all(|km| STEPS.contains(km)));
    }

    #[test]
    fn a_point_is_written_as_it_is_read() {
        for (point, text) in
            [(at(4138, 217), "41.38, 2.17"), (at(-5, -18_000), "-0.05, -180.00"), (at(0, 7), "0.00, 0.07")]
        {
            assert_eq!(written(point), text);
            assert_eq!(read(text), Ok(point));
        }
    }
}
