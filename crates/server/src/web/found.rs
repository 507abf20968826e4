//! Founding an exchange: asked here, decided by the server's administrators.

use app::exchanges::{self, Exchange, FirstFloor, Founding, State};
use askama::Template;
use axum::extract::Path;
use ledger::policy::Shape;
use ledger::unit::{Style, Unit};

use super::admin::settings::typed_texts;
use super::errors::{render, render_again};
use super::forms::{Form, Typed};
use super::frame::Frame;
use super::l10n::{L10n, Locale};
use super::stop::Answer;
use super::visitor::Visitor;
use super::zones::{Zones, zones};
use crate::routes::Routes;
use crate::state::Server;

/// Adds the routes of this page.
pub fn routes(routes: Routes<Server>) -> Routes<Server> {
    routes.get("/found", show).post("/found", send).get("/found/{code}", wait)
}

/// `found.html`.
#[derive(Template)]
#[template(path = "found.html")]
struct FoundPage {
    page: Frame,
    form: Form,
    locales: [Locale; 5],
    zones: Zones,
}

impl FoundPage {
    fn new(visitor: &Visitor, form: Form) -> Self {
        let page = visitor.frame.clone().titled("found-title").visitor();
        let zones = zones(form.value("time_zone"));
        Self { page, form, locales: Locale::ALL, zones }
    }
}

/// `found-waits.html`.
#[derive(Template)]
#[template(path = "found-waits.html")]
struct WaitsPage {
    page: Frame,
    exchange: Exchange,
    state: &'static str,
}

async fn show(visitor: Visitor) -> Answer {
    visitor.actor.signed_in()?;
    let begun = [
        ("shape", "community"),
        ("unit", "own"),
        ("decimals", "2"),
        ("per_hour", "12"),
        ("floor", "hard"),
        ("locale", visitor.frame.l.locale().code()),
        ("colour", "#14616b"),
    ];
    Ok(render(&FoundPage::new(&visitor, Form::begin(Typed::from_pairs(begun)))))
}

async fn send(visitor: Visitor, typed: Typed) -> Answer {
    let mut form = Form::begin(typed);
    let typed = &form.typed;
    let code = typed.get("code").to_ascii_uppercase();
    let founding = Founding {
        code: code.clone(),
        texts: typed_texts(typed),
        terms: typed.get("terms").to_owned(),
        shape: if typed.get("shape") == "time-bank" { Shape::TimeBank } else { Shape::Community },
        unit: unit(&visitor.frame.l, typed),
        floor: if typed.get("floor") == "soft" { FirstFloor::Soft } else { FirstFloor::Hard },
    };
    let outcome = exchanges::found(visitor.app(), &visitor.actor, founding).await;
    if form.take(&visitor.frame.l, outcome)?.is_none() {
        return Ok(render_again(&FoundPage::new(&visitor, form)));
    }
    Ok(visitor.see_other(&format!("/found/{code}")))
}

/// The unit that was chosen: hours counted in minutes, or one of its own. What cannot be read makes a unit that is refused.
fn unit(l: &L10n, typed: &Typed) -> Unit {
    if typed.get("unit") == "hours" {
        return Unit {
            singular: l.t("unit-hour"),
            plural: l.t("unit-hours"),
            symbol: "h".to_owned(),
            scale: 0,
            decimals: 0,
            style: Style::HoursMinutes,
            hours: (1, 60),
        };
    }
    let decimals: u8 = typed.get("decimals").parse().ok().filter(|decimals| *decimals <= 4).unwrap_or(2);
    Unit {
        singular: typed.get("singular").to_owned(),
        plural: typed.get("plural").to_owned(),
        symbol: typed.get("symbol").to_owned(),
        scale: decimals,
        decimals,
        style: Style::Decimal,
        hours: per_hour(typed.get("per_hour")).unwrap_or((0, 1)),
    }
}

/// "12" units an hour make a unit worth 1/12 hour; "7,5" make it 2/15.
fn per_hour(typed: &str) -> Option<(u32, u32)> {
    let typed = typed.replace(',', ".");
    let (whole, decimals) = typed.split_once('.').unwrap_or((&typed, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || whole.len() > 6 || decimals.len() > 2 || !digits(whole) || !digits(decimals) {
        return None;
    }
    let hundredths: u32 = format!("{whole}{decimals:0<2}").parse().ok()?;
    let common = gcd(hundredths, 100);
    (hundredths > 0).then_some((100 / common, hundredths / common))
}

fn gcd(a: u32, b: u32) -> u32 {
    if b == 0 { a.max(1) } else { gcd(b, a % b) }
}

/// What became of it, for who asked.
async fn wait(visitor: Visitor, Path(code): Path<String>) -> Answer {
    visitor.actor.signed_in()?;
    let exchange = exchanges::by_code(visitor.app(), &visitor.actor, &code).await?;
    let state = match exchange.state {
        State::Applied => "applied",
        State::Active => "active",
        State::Declined | State::Closed => "declined",
    };
    let page = visitor.frame.clone().titled_as(exchange.name.clone()).visitor();
    Ok(render(&WaitsPage { page, exchange, state }))
}

#[cfg(test)]
mod tests {
    use super::per_hour;

    #[test]
    fn the_value_of_a_unit_follows_from_how_many_make_an_hour() {
        for (typed, expected) in [
            ("12", Some((1, 12))),
            ("7,5", Some((2, 15))),
            ("1", Some((1, 1))),
            ("0", None),
            ("", None),
            ("-1", None),
        ] {
            assert_eq!(per_hour(typed), expected, "{typed}");
        }
    }
}
