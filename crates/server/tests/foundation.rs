//! The foundation of the pages, as a browser meets it: headers, files, the frame, parts and pages of trouble.
#![expect(clippy::expect_used, reason = "helpers of tests stop at what cannot be")]

use app::jobs::Job;
use askama::Template;
use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use axum::middleware::from_fn_with_state;
use axum::response::{IntoResponse, Response};
use http_body_util::BodyExt;
use server::routes::Routes;
use server::web::colour::Colour;
use server::web::errors::{Help, Refused, Trouble, dressed, render_again};
use server::web::face::Face;
use server::web::forms::{Form, Typed};
use server::web::frame::{ExchangeView, Frame, Membership, Place, Site, SiteKind, Who};
use server::web::l10n::{L10n, Locale, Shown, UnitView, Words};
use server::web::more::{self, Door};
use server::web::scale::Scale;
use server::web::security::PublicUrl;
use server::{assets, web};
use tower::ServiceExt;

/// A page that uses every part.
#[derive(Template)]
#[template(
    source = r##"{% extends "layout.html" %}{% import "macros.html" as m %}{% block main %}<h1>{{ page.title }}</h1>
{{ m::error_summary() }}
<form method="post">{{ m::csrf() }}
{{ m::field("name", "Name", "As others know you", fill = "name") }}
{{ m::field("password", "Password", kind = "password") }}
{{ m::measured("amount", "How much", "acorns", "With two decimals", class = "amount") }}
{{ m::area("what", "What for") }}
<div class="choice">{{ m::answer("way", "provided", "I provided", "I gave", "gave") }}{{ m::answer("way", "received", "I received") }}</div>
<select name="way">{{ m::option("way", "provided", "I provided") }}</select>
{{ m::tick("terms", "I accept") }}</form>
{{ m::face(face) }}{{ m::face(face, "big") }}{{ m::crest("MARL", colour) }}{{ m::back_mark() }}{{ m::scale(scale, unit, "mine") }}{{ m::amt(balance, unit, "got") }}
<ul class="rows">{{ m::link_row("/x", "sheet", "3", "Many", "at once") }}</ul>{{ m::empty("hand", "Nothing yet", "/x", "Begin") }}
{{ m::show_more("/x") }}{{ m::show_more("") }}{{ m::back("/x", "Back") }}{{ m::note("info", "Note", "plain") }}
<p>{{ page.ago(page.now, page.now) }} {{ page.month(page.now) }} {{ page.short(page.now, page.now) }} {{ page.when(page.now) }}</p>{% endblock %}"##,
    ext = "html"
)]
struct PartsPage {
    page: Frame,
    form: Form,
    face: Face,
    colour: Colour,
    unit: UnitView,
    scale: Scale,
    balance: i64,
}

fn site() -> Site {
    Site { name: "Ayni".into(), kind: SiteKind::Demo }
}

fn visitor(locale: Locale) -> Frame {
    Frame::new(
        L10n::new(locale, Words::Community, "Europe/Madrid"),
        site(),
        "token".into(),
        1_795_257_720_000_000,
    )
}

fn member(locale: Locale) -> Frame {
    let face = Face::new("Rosa Whitlock", "MARL0027", "individual", "p0027");
    let membership = |id: &str| Membership {
        id: id.into(),
        name: "Rosa".into(),
        exchange: "Marlbrook".into(),
        face: face.clone(),
        in_use: id == "1",
    };
    Frame {
        exchange: Some(ExchangeView {
            code: "MARL".into(),
            name: "Marlbrook Exchange".into(),
            colour: Colour::parse("#14616b").expect("a colour"),
        }),
        who: Some(Who {
            name: "Rosa <Whitlock>".into(),
            href: "/MARL/people/0027".into(),
            memberships: vec![membership("1"), membership("2")],
            face,
        }),
        waiting: 3,
        unread: 2,
        ..visitor(locale)
    }
}

fn parts(page: Frame) -> PartsPage {
    let typed = Typed::from_pairs([
        ("name", "<script>"),
        ("password", "market-day-2026"),
        ("way", "provided"),
        ("terms", "on"),
    ]);
    let mut form = Form::begin(typed);
    form.errors.add_code(&page.l, "amount", "error-required", &[]);
    form.errors.add_code(&page.l, "what", "error-too-long", &[("max", "200".into())]);
    form.errors.add("", "Something about the whole form");
    let shown = Shown::Decimal { scale: 2, decimals: 2 };
    let unit = UnitView { singular: "acorn".into(), plural: "acorns".into(), shown };
    let face = Face::new("Old Mill", "MARL0008", "company", "");
    PartsPage {
        page,
        form,
        face,
        colour: Colour::OURS,
        unit,
        scale: Scale::new(-2220, Some(-25000), None),
        balance: -2220,
    }
}

async fn text(response: Response) -> String {
    let body = response.into_body().collect().await.expect("a body").to_bytes();
    String::from_utf8(body.to_vec()).expect("text")
}

/// What must hold of every page: nothing that the content policy would drop, nothing left unsaid.
fn check_page(html: &str) {
    for forbidden in ["style=", "<style", "onclick", "<script>", "javascript:"] {
        assert!(!html.contains(forbidden), "{forbidden} in {html}");
    }
    for part in html.split(['>', '<']) {
        let unsaid =
            ["frame-", "trouble-", "form-", "error-", "list-", "refused-", "offline-", "time-", "more-"];
        assert!(!unsaid.iter().any(|key| part.trim().starts_with(key)), "{part}");
    }
    assert_eq!(html.matches("<h1").count(), 1, "{html}");
    assert!(html.contains("href=\"#main\"") && html.contains("id=\"main\""));
}

async fn get(path: &str) -> Response {
    let public = PublicUrl::new("https://ayni.example");
    let routes: Routes<()> = web::public_routes(Routes::default(), site());
    let app: Router = routes.into_router().layer(from_fn_with_state(public, web::security::headers));
    app.oneshot(Request::get(path).body(Body::empty()).expect("a request")).await.expect("an answer")
}

#[tokio::test]
async fn every_answer_carries_the_security_headers() {
    let look = assets::url("look.css");
    let paths =
        [look, "/nothing", "/colour/14616b.css", "/portrait/p0001.svg", "/sw.js", "/offline", "/language/es"];
    for path in paths {
        let response = get(path).await;
        let policy = response.headers()[header::CONTENT_SECURITY_POLICY].to_str().expect("text");
        assert!(policy.starts_with("default-src 'none'") && !policy.contains("unsafe"), "{policy}");
        for name in [
            "x-content-type-options",
            "referrer-policy",
            "cross-origin-opener-policy",
            "cross-origin-resource-policy",
            "permissions-policy",
            "strict-transport-security",
            "cache-control",
        ] {
            assert!(response.headers().contains_key(name), "{path} {name}");
        }
    }
}

#[tokio::test]
async fn files_are_kept_for_ever_and_the_worker_never() {
    for file in ["look.css", "icons.svg", "app.js", "mark.svg", "icon-192.png"] {
        let response = get(assets::url(file)).await;
        assert_eq!(response.status(), StatusCode::OK, "{file}");
        assert!(response.headers()[header::CACHE_CONTROL].to_str().expect("text").contains("immutable"));
    }
    let worker = get("/sw.js").await;
    assert_eq!(worker.headers()[header::CACHE_CONTROL], "no-cache");
    let script = text(worker).await;
    assert!(script.contains(assets::url("look.css")) && !script.contains("__SHELL__"));
    let manifest = text(get("/manifest.webmanifest").await).await;
    assert!(manifest.contains("\"name\":\"Ayni\"") && manifest.contains(assets::url("icon-512.png")));
    assert_eq!(get("/static/look.css").await.status(), StatusCode::NOT_FOUND);
    assert_eq!(get("/colour/red;}.css").await.status(), StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn every_part_renders_in_every_language() {
    for locale in Locale::ALL {
        for frame in [member(locale), visitor(locale), member(locale).task("/MARL"), member(locale).visitor()]
        {
            let page = parts(frame.titled("frame-trade").at(Place::Trade).noticed("list-more"));
            let response = render_again(&page);
            assert_eq!(response.status(), StatusCode::UNPROCESSABLE_ENTITY);
            let html = text(response).await;
            check_page(&html);
            assert!(html.contains(&format!("lang=\"{}\"", locale.code())));
            assert!(html.contains("value=\"&#60;script&#62;\""), "what was typed is kept, escaped: {html}");
            assert!(!html.contains("market-day-2026"), "secrets are not shown again");
            assert!(
                html.contains("aria-invalid=\"true\" aria-describedby=\"amount-error amount-hint\""),
                "{html}"
            );
            assert!(html.contains("class=\"demo\""));
        }
    }
}

#[tokio::test]
async fn trouble_says_what_and_how_to_go_on() {
    let refused = Refused {
        title: "Not recorded".into(),
        helps: vec![Help { href: "/x".into(), icon: "edit".into(), ..Help::default() }],
        facts: vec![("It would be".into(), "−262.58 acorns".into())],
        rule: "No member goes below −250.".into(),
        ..Refused::default()
    };
    let table = [
        (Trouble::NotFound, 404, None),
        (Trouble::NotAllowed(""), 403, None),
        (Trouble::Forged, 403, None),
        (Trouble::TooLarge, 413, None),
        (Trouble::Unreadable, 400, None),
        (Trouble::Refused(refused), 422, None),
        (Trouble::Busy { retry_after_s: 2 }, 503, Some("2")),
        (Trouble::TooOften { retry_after_s: 600 }, 429, Some("600")),
        (Trouble::Internal { reference: "7f3a-22c1".into() }, 500, None),
    ];
    for (trouble, status, retry) in table {
        for locale in Locale::ALL {
            for frame in [member(locale), visitor(locale)] {
                let response = trouble.clone().page(frame);
                assert_eq!(response.status(), status);
                let after = response.headers().get(header::RETRY_AFTER);
                assert_eq!(after.map(|value| value.to_str().expect("text")), retry);
                let html = text(response).await;
                check_page(&html);
                assert!(html.contains("class=\"btn\""), "a way on");
            }
        }
    }
}

#[tokio::test]
async fn more_leads_through_every_door() {
    let doors = [
        Door::Statement,
        Door::Waiting,
        Door::Many,
        Door::Exchange,
        Door::OwnAccount,
        Door::Administration,
        Door::Server,
    ];
    for locale in Locale::ALL {
        let html = text(more::page(member(locale), &doors)).await;
        check_page(&html);
        for href in [
            "/MARL/statement",
            "/MARL/waiting",
            "/MARL/many",
            "/MARL/about",
            "/MARL/own-account",
            "/MARL/admin",
            "/server",
            "/me",
        ] {
            assert!(html.contains(&format!("href=\"{href}\"")), "{href}");
        }
    }
}

#[tokio::test]
async fn no_reader_meets_a_bare_status() {
    for status in [400, 404, 405, 413, 415, 422, 503] {
        let bare = (StatusCode::from_u16(status).expect("a status"), "plain words").into_response();
        let response = dressed(bare, &member(Locale::French));
        assert_eq!(response.status(), status);
        check_page(&text(response).await);
    }
    let fine = dressed("a, b".into_response(), &visitor(Locale::English));
    assert_eq!(text(fine).await, "a, b");
}

#[test]
fn every_kind_of_job_has_a_name_in_every_language() {
    for locale in Locale::ALL {
        let l = L10n::new(locale, Words::Community, "UTC");
        for kind in Job::KINDS {
            assert!(l.has(&format!("server-job-{kind}")), "{kind} in {}", locale.code());
        }
    }
}

#[tokio::test]
async fn first_load_of_the_shell_is_small() {
    let sizes = ["look.css", "app.js", "icons.svg"].map(assets::url);
    let mut total = 0;
    for url in sizes {
        total += get(url).await.into_body().collect().await.expect("a body").to_bytes().len();
    }
    assert!(total < 90_000, "{total} bytes before compression");
}
