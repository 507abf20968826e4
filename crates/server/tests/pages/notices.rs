//! The inbox as a browser meets it, the bell, the wishes, and the links that stop letters.
#![expect(clippy::expect_used, reason = "helpers of tests stop at what cannot be")]

use app::mail::{Envelope, Letter, ListingNews, NewListing};
use app::testing::Person;
use axum::body::Body;
use axum::http::{Request, header};
use server::letters::{Sender, Written, write};
use server::testing::TestServer;

const LANGUAGES: [&str; 5] = ["en", "es", "ca", "fr", "pt"];

struct Town {
    server: TestServer,
    ben: Person,
}

impl Town {
    /// MARL with ana (0002) and ben (0003), who have read everything.
    async fn new() -> Self {
        let server = TestServer::new().await;
        let exchange = server.world.exchange("MARL").await;
        server.world.member("ana", exchange).await;
        let ben = server.world.member("ben", exchange).await;
        for name in ["ana", "ben"] {
            let (app, actor) = (&server.world.app, server.world.actor(name).await);
            app::notices::read_all(app, &actor, app.clock.now()).await.expect("read");
        }
        Self { server, ben }
    }

    /// Ana pays Ben for something; gives the letter that Ben gets.
    async fn pays(&self, what: &str) -> Option<Envelope> {
        let ana = self.server.as_user("ana").await;
        let id =
            self.server.world.app.random.uuid(self.server.world.app.clock.now()).expect("chance").to_string();
        let digits = self.ben.number.get(4..).unwrap_or_default();
        let fields = [("with", digits), ("did", "received"), ("amount", "1"), ("what", what), ("id", &id)];
        ana.post("/MARL/trade", &fields).await.assert_status(303);
        self.server.world.letters().await.into_iter().find(|letter| letter.to == "ben@example.org")
    }
}

/// Where the first notice of the inbox leads.
fn first_notice(text: &str) -> String {
    let list = text.split("<ul class=\"rows\">").nth(1).expect("a list");
    let path = list.split("action=\"").nth(1).and_then(|rest| rest.split('"').next());
    path.expect("a notice").to_owned()
}

#[tokio::test]
async fn what_happened_is_counted_at_the_bell_and_read_by_opening() {
    let town = Town::new().await;
    let ben = town.server.as_user("ben").await;
    ben.get("/MARL").await.assert_has("href=\"/me/notices\"").assert_lacks("Notifications: 1 new");
    town.pays("Eggs & <b>ham</b>").await;
    ben.get("/MARL").await.assert_has("Notifications: 1 new");
    let inbox = ben.get("/me/notices").await;
    inbox.assert_status(200).assert_has("a trade was recorded").assert_has("Eggs &#38; &#60;b&#62;ham");
    ben.get("/MARL").await.assert_has("Notifications: 1 new");
    let opened = ben.post(&first_notice(&inbox.text), &[]).await;
    opened.assert_status(303);
    assert!(opened.location().starts_with("/MARL/trades/"), "{}", opened.location());
    ben.get(opened.location()).await.assert_status(200);
    ben.get("/MARL").await.assert_lacks("Notifications: 1 new");
    ben.get("/me/notices")
        .await
        .assert_has("Earlier")
        .assert_has("a trade was recorded")
        .assert_lacks("I have seen");

    town.pays("Bread").await;
    town.pays("Honey").await;
    let inbox = ben.get("/me/notices").await;
    let until = inbox.field("until").expect("what was shown").to_owned();
    ben.get("/me/notices/read").await.assert_status(405);
    ben.post("/me/notices/read", &[("until", &until)]).await.assert_status(303);
    ben.get("/me/notices").await.assert_has("Nothing new");
}

#[tokio::test]
async fn a_notice_is_nobody_elses() {
    let town = Town::new().await;
    town.pays("Eggs").await;
    let (ana, ben) = (town.server.as_user("ana").await, town.server.as_user("ben").await);
    let path = first_notice(&ben.get("/me/notices").await.text);
    ana.post(&path, &[]).await.assert_status(404);
    ana.get("/me/notices").await.assert_lacks("Eggs");
    ben.get("/MARL").await.assert_has("Notifications: 1 new");
    let visitor = town.server.anon();
    assert_eq!(visitor.get("/me/notices").await.location(), "/sign-in?next=/me/notices");
    visitor.post(&path, &[]).await.assert_status(403);
}

#[tokio::test]
async fn wishes_are_kept_and_what_is_wrong_is_told() {
    let town = Town::new().await;
    let ben = town.server.as_user("ben").await;
    let page = ben.get("/me/notices/settings").await;
    page.assert_status(200).assert_has("ben@example.org").assert_has("Europe/London");
    page.assert_lacks("What waits for administrators");
    let wrong = [
        ("mail-trades", "on"),
        ("quiet", "on"),
        ("quiet_from", "late"),
        ("quiet_until", "07:00"),
        ("time_zone", "UTC"),
    ];
    let again = ben.post("/me/notices/settings", &wrong).await;
    again.assert_status(422).assert_has("href=\"#quiet_from\"").assert_has("Write a time such as 22:00.");
    assert_eq!(again.field("quiet_from"), Some("late"), "nothing typed is lost");
    let wished = [
        ("mail-requests", "on"),
        ("quiet", "on"),
        ("quiet_from", "21:30"),
        ("quiet_until", "08:00"),
        ("time_zone", "Europe/Madrid"),
    ];
    ben.post("/me/notices/settings", &wished).await.assert_status(303);
    let page = ben.get("/me/notices/settings").await;
    assert_eq!(page.field("quiet_from"), Some("21:30"));
    page.assert_has("<option value=\"Europe/Madrid\" selected>Madrid</option>");
    let nowhere =
        [("quiet", "on"), ("quiet_from", "21:30"), ("quiet_until", "08:00"), ("time_zone", "Marl/Market")];
    let refused = ben.post("/me/notices/settings", &nowhere).await;
    refused.assert_status(422).assert_has("href=\"#time_zone\"").assert_has("no time zone of this name");
    assert!(town.pays("Eggs").await.is_none(), "he wishes no letters of trades");
    let admin = town.server.as_user("admin-marl").await;
    admin.get("/me/notices/settings").await.assert_has("What waits for administrators");
}

#[tokio::test]
async fn a_link_of_a_letter_stops_such_letters_from_anywhere_and_only_when_sent() {
    let town = Town::new().await;
    let stop = town.pays("Eggs").await.and_then(|letter| letter.stop).expect("a way to stop");
    let path = format!("/unsubscribe/{stop}");
    let visitor = town.server.anon();
    let page = visitor.get(&path).await;
    page.assert_status(200).assert_has("Your trades").assert_lacks("ben@example.org").assert_lacks(">ben<");
    assert!(town.pays("Bread").await.is_some(), "opening it changes nothing");

    // As a program sends it that shows letters: without a cookie, without our form's token.
    let request = Request::post(&path)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .header(header::ORIGIN, "https://mail.example");
    let sent = visitor.send(request.body(Body::from("List-Unsubscribe=One-Click")).expect("a request")).await;
    sent.assert_status(200);
    assert!(town.pays("Honey").await.is_none());
    visitor.get("/me/notices").await.assert_status(303);
    town.server.as_user("ben").await.get("/me/notices").await.assert_has("Honey");

    // Others send it in parts, as RFC 8058 shows it, or empty.
    let parts =
        "--b\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--b--\r\n";
    for (kind, body) in
        [("multipart/form-data; boundary=b", parts), ("application/x-www-form-urlencoded", "")]
    {
        let request = Request::post(&path).header(header::CONTENT_TYPE, kind).body(Body::from(body));
        visitor.send(request.expect("a request")).await.assert_status(200);
    }

    for dead in ["/unsubscribe/nobodys", &format!("{path}0"), &path.replace("trades", "requests")] {
        visitor.get(dead).await.assert_status(404);
        visitor.post(dead, &[]).await.assert_status(404);
    }
}

fn written(letter: Letter, stop: Option<&str>, locale: &str) -> Written {
    let (to, name) = ("zoe@example.org".to_owned(), "Zoe & <b>Co</b>".to_owned());
    let envelope = Envelope { to, name, locale: locale.to_owned(), letter, stop: stop.map(str::to_owned) };
    write(&envelope, Sender { name: "Ayni", origin: "https://ayni.example" })
}

fn ended(title: &str) -> Letter {
    Letter::Listing {
        news: ListingNews::Ended,
        code: "MARL".to_owned(),
        exchange: "Marl".to_owned(),
        listing: uuid::Uuid::nil(),
        title: title.to_owned(),
        ends_at: Some(ledger::Instant(0)),
        zone: "Europe/London".to_owned(),
        words: "First\nsecond <i>".to_owned(),
    }
}

#[test]
fn the_day_on_which_an_offer_ends_is_that_of_its_exchange() {
    let midnight = ended("Jam");
    assert!(written(midnight.clone(), None, "en").body.contains("1 January 1970"));
    let Letter::Listing { news, code, exchange, listing, title, ends_at, words, .. } = midnight else {
        panic!()
    };
    for (zone, day) in [("America/Lima", "31 December 1969"), ("", "1 January 1970")] {
        let (code, exchange, title, words) = (code.clone(), exchange.clone(), title.clone(), words.clone());
        let zone = zone.to_owned();
        let letter = Letter::Listing { news, code, exchange, listing, title, ends_at, zone, words };
        assert!(written(letter, None, "en").body.contains(day), "{day}");
    }
}

#[test]
fn a_letter_as_markup_says_what_its_text_says_and_fetches_nothing() {
    let told = written(ended("<img src=x onerror=alert(1)>"), Some("7-listings-00"), "fr");
    assert_eq!(told.stop, "https://ayni.example/unsubscribe/7-listings-00");
    for part in [&told.body, &told.html] {
        assert!(part.contains(&told.stop) && part.contains("https://ayni.example/MARL/market/"), "{part}");
    }
    let html = &told.html;
    assert!(html.contains("lang=\"fr\"") && html.contains("Zoe &amp; &lt;b&gt;Co"), "{html}");
    assert!(html.contains("First<br>second &lt;i&gt;") && html.contains("&lt;img src=x"), "{html}");
    for never in ["<img", "<i>", "<script", "src=", "url(", "@import", "<link", "class=", "background-image"]
    {
        assert!(!html.replace("&lt;img src=x", "").contains(never), "{never}: {html}");
    }
    // Ink and ground are set together or not at all, so that dark programs choose both.
    for style in html.split("style=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
        let sets = |what: &str| style.split(';').any(|rule| rule.trim_start().starts_with(what));
        assert_eq!(sets("color:"), sets("background:"), "{style}");
    }
    let plain = written(Letter::PasswordChanged, None, "en");
    assert!(
        plain.stop.is_empty() && !plain.html.contains("unsubscribe") && !plain.body.contains("unsubscribe")
    );
}

#[test]
fn what_goes_to_everybody_is_written_in_every_language() {
    let text = str::to_owned;
    let new = |is_want| NewListing {
        listing: uuid::Uuid::nil(),
        is_want,
        title: text("Jam"),
        name: text("Ana"),
        code: String::new(),
    };
    let (code, exchange) = (text("MARL"), text("Marl"));
    let listings = vec![new(true), new(false)];
    let long =
        |title: &str| (code.clone(), exchange.clone(), uuid::Uuid::nil(), text(title), text("At *ten* <b>."));
    let announcement = {
        let (code, exchange, announcement, title, body) = long("Fair");
        Letter::Announcement { code, exchange, announcement, title, body }
    };
    let newsletter = {
        let (code, exchange, newsletter, title, body) = long("News");
        Letter::Newsletter { code, exchange, newsletter, title, body }
    };
    let digest = |more| Letter::Digest {
        code: code.clone(),
        exchange: exchange.clone(),
        listings: listings.clone(),
        more,
    };
    for locale in LANGUAGES {
        for letter in [&announcement, &newsletter, &digest(0), &digest(3)] {
            let told = written(letter.clone(), Some("7-digest-00"), locale);
            for part in [&told.subject, &told.body, &told.html] {
                assert!(part.contains("Marl") || part.contains("MARL"), "{part}");
                assert!(!part.contains("letter-") && !part.contains("{ $"), "{part}");
            }
            if matches!(letter, Letter::Digest { .. }) {
                assert!(told.body.contains("Jam") && told.html.contains("/MARL/market/"), "{}", told.html);
            } else {
                assert!(told.html.contains("<em>ten</em>") && told.body.contains("*ten*"), "{}", told.html);
                assert!(!told.html.contains("<b>"), "{}", told.html);
            }
        }
    }
}

#[test]
fn several_pieces_of_news_are_one_letter() {
    let letter = Letter::Several { letters: vec![ended("Jam"), ended("Bread")], more: 3 };
    for locale in LANGUAGES {
        let told = written(letter.clone(), Some("7-listings-00"), locale);
        assert!(told.subject.contains('5'), "{}", told.subject);
        for part in [&told.body, &told.html] {
            assert!(part.contains("Jam") && part.contains("Bread") && part.contains("/me/notices"), "{part}");
            assert!(!part.contains("letter-") && !part.contains("{ $"), "{part}");
        }
    }
}

#[test]
fn what_a_member_wrote_is_marked_as_theirs() {
    let text = str::to_owned;
    for (title, locale) in ["", "Jam"].into_iter().flat_map(|title| LANGUAGES.map(|locale| (title, locale))) {
        let letter = Letter::Messages {
            code: text("MARL"),
            exchange: text("Marl"),
            conversation: uuid::Uuid::nil(),
            writer: text("Ana"),
            title: text(title),
            texts: vec![text("One\n\ntwo <b>"), text("Three")],
        };
        let told = written(letter, Some("7-messages-00"), locale);
        assert!(told.body.contains("\n\n> One\n\n> two <b>\n\n> Three\n\n"), "{}", told.body);
        assert!(told.html.contains(">One<br><br>two &lt;b&gt;<br><br>Three</p>"), "{}", told.html);
        for part in [&told.body, &told.html] {
            assert!(
                part.contains("/MARL/messages/") && part.contains("/unsubscribe/7-messages-00"),
                "{part}"
            );
            assert!(part.contains("Ana") && !part.contains("letter-") && !part.contains("{ $"), "{part}");
        }
    }
}
