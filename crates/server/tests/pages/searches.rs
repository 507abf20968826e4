//! Saved searches as a browser meets them: saved from the market, told of, renamed, forgotten.
#![expect(clippy::unwrap_used, reason = "a test ends at the first surprise")]

use app::mail::{Envelope, Letter, Matching, NewListing};
use app::market::{self, ListingForm, Sight, Span, State, Terms, Why};
use ledger::unit::Separators;
use server::letters::{Sender, write};
use server::testing::TestServer;

/// Ben offers something.
async fn offers(server: &TestServer, title: &str) {
    let (app, ben) = (&server.world.app, server.world.actor("ben").await);
    let membership = ben.memberships()[0].clone();
    let category = market::categories(app, membership.exchange).await.unwrap()[0].uuid;
    let form = ListingForm {
        kind: Some(market::Kind::Offer),
        state: State::Published,
        title: title.to_owned(),
        body: String::new(),
        keywords: String::new(),
        category: Some(category),
        terms: Some(Terms::Gift),
        amount: String::new(),
        separators: Separators::ENGLISH,
        price: String::new(),
        money: String::new(),
        place: String::new(),
        sight: Some(Sight::Exchange),
        locale: "en".to_owned(),
        span: Some(Span::Days(90)),
    };
    let id = app.random.uuid(app.clock.now()).unwrap();
    market::publish(app, &ben, (membership.member, id), &form).await.unwrap();
}

#[tokio::test]
async fn a_search_is_saved_from_the_market_told_of_renamed_and_forgotten() {
    let server = TestServer::new().await;
    let exchange = server.world.exchange("MARL").await;
    for name in ["ana", "ben"] {
        server.world.member(name, exchange).await;
    }
    offers(&server, "Plumbing repairs").await;
    server.world.letters().await;
    let ana = server.as_user("ana").await;
    ana.get("/MARL/market/saved").await.assert_has("Look for something in the market");
    ana.get("/MARL/market").await.assert_has("/MARL/market/saved").assert_lacks("saved/new");
    let market = ana.get("/MARL/market?q=fontanero").await;
    market.assert_has("Plumbing repairs").assert_has("/MARL/market/saved/new?q=fontanero");
    server.anon().get("/MARL/market?q=fontanero").await.assert_lacks("market/saved");

    let path = "/MARL/market/saved/new?q=fontanero&kind=offer";
    let form = ana.get(path).await;
    form.assert_status(200).assert_has("“fontanero” · Offered");
    assert_eq!(form.field("name"), Some("fontanero"));
    let id = form.field("id").unwrap().to_owned();
    let wrong = ana.post(path, &[("id", &id), ("name", ""), ("pace", "hourly")]).await;
    wrong
        .assert_status(422)
        .assert_has("href=\"#name\"")
        .assert_has("href=\"#pace\"")
        .assert_has("fontanero");
    for _ in 0..2 {
        let saved = ana.post(path, &[("id", &id), ("name", "A <b>plumber</b>"), ("pace", "at-once")]).await;
        assert_eq!(saved.location(), "/MARL/market/saved");
    }
    let list = ana.get("/MARL/market/saved").await;
    list.assert_has("A &#60;b&#62;plumber").assert_has("href=\"/MARL/market?kind=offer&#38;q=fontanero\"");
    assert_eq!(list.text.matches("market/saved/0").count(), 1, "saved once");
    let far = "/MARL/market/saved/new?near=25&in=all&days=7";
    let form = ana.get(far).await;
    form.assert_has("Everything public on this server · Within 25 km");
    let other = form.field("id").unwrap().to_owned();
    ana.post(far, &[("id", &other), ("name", "Near"), ("pace", "never")]).await.assert_status(303);
    let list = ana.get("/MARL/market/saved").await;
    list.assert_has("href=\"/MARL/market?near=25&#38;in=all\"").assert_has("Within 25 km");
    ana.post(&format!("/MARL/market/saved/{other}/remove"), &[]).await.assert_status(303);

    server.world.app.clock.advance(60);
    offers(&server, "A plumber for leaking taps").await;
    server.world.letters().await;
    market::tell_matches(&server.world.app).await.unwrap();
    ana.get("/me/notices")
        .await
        .assert_has("A plumber for leaking taps")
        .assert_has("may be what you look for");
    ana.get("/MARL/market/saved").await.assert_has("1 new this week");

    let one = format!("/MARL/market/saved/{id}");
    ana.get(&one).await.assert_status(200).assert_has("Remove this search");
    ana.post(&one, &[("name", "Taps"), ("pace", "never")]).await.assert_status(303);
    ana.get("/MARL/market/saved").await.assert_has("Taps").assert_has("Not at all");
    server.as_user("ben").await.get(&one).await.assert_status(404);
    ana.post(&format!("{one}/remove"), &[]).await.assert_status(303);
    ana.get("/MARL/market/saved").await.assert_lacks("Taps");
    ana.get(&one).await.assert_status(404);
}

#[test]
fn a_letter_says_what_was_found_by_which_search_and_why_in_every_language() {
    let text = str::to_owned;
    let one = |title: &str| Matching {
        listing: NewListing {
            listing: uuid::Uuid::nil(),
            is_want: false,
            title: text(title),
            name: text("Ben"),
            code: String::new(),
        },
        search: text("Taps <i>"),
        why: vec![Why::Means(text("fontanero")), Why::Word(text("taps"))],
    };
    for locale in ["en", "es", "ca", "fr", "pt"] {
        for (found, more) in [(vec![one("Pipes <b>")], 0), (vec![one("Pipes <b>"), one("Boilers")], 3)] {
            let is_one = found.len() == 1;
            let letter = Letter::Matches { code: text("MARL"), exchange: text("Marl"), found, more };
            let (to, name) = (text("zoe@example.org"), text("Zoe"));
            let envelope =
                Envelope { to, name, locale: text(locale), letter, stop: Some(text("7-matches-00")) };
            let told = write(&envelope, Sender { name: "Ayni", origin: "https://ayni.example" });
            for part in [&told.body, &told.html] {
                for word in
                    ["Pipes", "Ben", "fontanero", "taps", "/MARL/market/0", "/unsubscribe/7-matches-00"]
                {
                    assert!(part.contains(word), "{locale}: {word} in {part}");
                }
                assert!(!part.contains("letter-") && !part.contains("{$"), "{part}");
            }
            assert!(!told.html.contains("<b>") && told.html.contains("Taps &lt;i&gt;"), "{}", told.html);
            assert_eq!(told.subject.contains("Pipes"), is_one, "{}", told.subject);
            assert!(is_one || told.subject.contains('5'), "{}", told.subject);
        }
    }
}
