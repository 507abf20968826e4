//! Worker and post together, over a real connection: what happens becomes a letter, once and to the right person, and what
//! goes wrong is tried again and seen.
#![expect(clippy::unwrap_used, reason = "a test ends at the first surprise")]

#[expect(dead_code, reason = "shared with the tests of the network")]
#[path = "../net/certificate.rs"]
mod certificate;
mod push_service;
mod pushing;
mod smtp;

use std::path::PathBuf;

use app::testing::{Person, World};
use app::trades::{self, NewTrade, Stand};
use app::{exchanges, pictures};
use ledger::transfer::{Channel, Wish};
use ledger::{Amount, ExchangeId, TransferId};
use server::api::Origins;
use server::config::{
    Api, Backups, DemoReach, Every, ModelChoice, Net, Options, PictureSettings, Place, Post, Settings,
};
use server::letters::Written;
use server::post::{Parcel, Postman};
use server::push::Reach;
use server::testing::TestServer;
use server::web::security::PublicUrl;
use server::worker::{a_picture, some_jobs};
use smtp::{Manner, Smtp};

/// Pictures of ours.
const PICTURE: &[u8] = include_bytes!("../../static/icon-180.png");
const OTHER: &[u8] = include_bytes!("../../static/icon-192.png");

/// A server, the mail server that it sends to, and the way between them.
struct Scene {
    server: TestServer,
    smtp: Smtp,
    postman: Postman,
    exchange: ExchangeId,
    ana: Person,
    ben: Person,
}

impl Scene {
    /// Ana and Ben are members of an exchange, and nothing waits to be sent.
    async fn new() -> Scene {
        let (server, smtp) = (TestServer::new().await, Smtp::start().await);
        let exchange = server.world.exchange("MARL").await;
        let (ana, ben) =
            (server.world.member("ana", exchange).await, server.world.member("ben", exchange).await);
        let postman = Postman::new(&settings(smtp.port)).unwrap();
        Scene { server, smtp, postman, exchange, ana, ben }
    }

    fn world(&self) -> &World {
        &self.server.world
    }

    /// Ana pays Ben.
    async fn pays(&self, description: &str) {
        pays(self.world(), self.exchange, ("ana", &self.ana, &self.ben), description).await;
    }

    /// Does all that is due.
    async fn work(&self) {
        while some_jobs(&self.server.server, &self.postman).await.unwrap() > 0 {}
    }
}

async fn pays(
    world: &World,
    exchange: ExchangeId,
    (name, payer, payee): (&str, &Person, &Person),
    description: &str,
) {
    let trade = NewTrade {
        id: TransferId(world.app.random.uuid(world.app.clock.now()).unwrap()),
        exchange,
        payer: payer.account,
        payee: payee.account,
        amount: Amount::new(150).unwrap(),
        description: description.to_owned(),
        traded_on: None,
        channel: Channel::Web,
        wish: Wish::Count,
        stand: Stand::Own(payer.account),
        settles: None,
    };
    trades::record(&world.app, &world.actor(name).await, trade).await.unwrap();
}

fn settings(port: u16) -> Settings {
    let public = PublicUrl::new("http://ayni.localhost");
    Settings {
        api: Api { origins: Origins::default(), take_passwords: true, notifier_secret: None },
        data: PathBuf::new(),
        database: "unused".parse().unwrap_or_else(|never| match never {}),
        listen: ([127, 0, 0, 1], 0).into(),
        net: Net::new(&Options::default(), &public).unwrap(),
        public,
        name: "Ayni".to_owned(),
        post: Post::Smtp(format!("smtp://127.0.0.1:{port}")),
        mail_from: None,
        key_file: PathBuf::new(),
        demo: DemoReach::Here,
        push: Reach::Outside,
        backups: Backups { every: Some(Every::Never), folder: PathBuf::new(), keep: 1 },
        model: ModelChoice::None,
        pictures: PictureSettings { place: Place::Folder(PathBuf::new()), quota: 0 },
    }
}

#[tokio::test]
async fn a_trade_leads_to_a_letter_to_the_other_side() {
    let scene = Scene::new().await;
    scene.pays("bread").await;
    scene.work().await;
    let letters = scene.smtp.letters();
    assert_eq!(letters.len(), 1, "{letters:?}");
    assert_eq!(letters[0].to, ["ben@example.org"]);
    assert!(letters[0].text.contains("bread") && letters[0].text.contains("ana"), "{}", letters[0].text);
    assert!(letters[0].text.contains("http://ayni.localhost/MARL/trades/"), "{}", letters[0].text);
    assert_eq!(letters[0].header("To"), "ben <ben@example.org>");
    assert_eq!(letters[0].header("Auto-Submitted"), "auto-generated");
    scene.work().await;
    scene.world().app.clock.advance(86_400);
    scene.work().await;
    assert!(scene.smtp.letters().is_empty(), "it is sent once");
}

#[tokio::test]
async fn letters_do_not_wait_for_pictures() {
    let scene = Scene::new().await;
    let (app, ana) = (&scene.world().app, scene.world().actor("ana").await);
    for bytes in [PICTURE, OTHER] {
        let upload = pictures::Upload { name: "me.png", bytes };
        pictures::set_face(app, &ana, scene.ana.member, upload).await.unwrap();
    }
    scene.pays("bread").await;
    scene.work().await;
    assert_eq!(scene.smtp.letters().len(), 1);
    let home = exchanges::by_code(app, &ana, "MARL").await.unwrap();
    let state = async || pictures::of_face(app, &ana, &home, scene.ana.member).await.unwrap()[0].state;
    assert_eq!(state().await, pictures::State::Waiting);
    assert!(a_picture(&scene.server.server).await.unwrap() && a_picture(&scene.server.server).await.unwrap());
    assert!(!a_picture(&scene.server.server).await.unwrap(), "one at a time, until all are made");
    assert_eq!(state().await, pictures::State::Ready);
}

#[tokio::test]
async fn a_letter_has_two_forms_and_a_way_to_get_no_more_of_its_kind() {
    let scene = Scene::new().await;
    scene.pays("bread").await;
    scene.work().await;
    let letter = scene.smtp.letters().remove(0);
    assert!(letter.header("Content-Type").starts_with("multipart/alternative"), "{}", letter.text);
    let (plain, html) =
        (letter.text.find("Content-Type: text/plain"), letter.text.find("Content-Type: text/html"));
    assert!(plain.is_some() && plain < html, "the last form is the one that is preferred: {}", letter.text);
    assert_eq!(letter.header("List-Unsubscribe-Post"), "List-Unsubscribe=One-Click");
    let stop = letter.header("List-Unsubscribe").trim_matches(['<', '>']).to_owned();
    let path = stop.strip_prefix("http://ayni.localhost").unwrap();
    scene.server.anon().get(path).await.assert_status(200).assert_has("Your trades");

    let world = scene.world();
    app::registration::request_reset(&world.app, "ben@example.org", "192.0.2.0/24").await.unwrap();
    scene.work().await;
    let letter = scene.smtp.letters().remove(0);
    assert!(letter.header_names().iter().all(|name| !name.starts_with("list-")), "{}", letter.text);
}

#[tokio::test]
async fn no_name_or_word_becomes_a_header_or_another_letter() {
    let scene = Scene::new().await;
    scene.pays("plain").await;
    scene.work().await;
    let usual = scene.smtp.letters().remove(0).header_names();

    let attack = "Eve\r\nBcc: victim@example.org\r\n\r\n.\r\nMAIL FROM:<eve@example.org>\r\n";
    let written = Written {
        subject: attack.to_owned(),
        body: format!("Dear\n.\n{attack}\nQUIT\n"),
        html: format!("<p>Dear</p>\n.\n{attack}\nQUIT\n"),
        stop: format!("http://ayni.localhost/unsubscribe/{attack}"),
    };
    for name in [attack, "Eve\nBcc: victim@example.org", "Eve\rBcc: victim@example.org", "\"Eve\" <x@y.z>,"] {
        let parcel = Parcel { id: 7, to: "ben@example.org", name, now: 0 };
        // Either it is refused, or it arrives as the one letter that it is.
        let sent = scene.postman.send(parcel, &written).await;
        let letters = scene.smtp.letters();
        assert_eq!(letters.len(), usize::from(sent.is_ok()), "{name:?}: {sent:?}, {letters:?}");
        for letter in letters {
            assert_eq!(letter.to, ["ben@example.org"], "{name:?}");
            assert_eq!(letter.header_names(), usual, "{name:?}: {}", letter.text);
        }
    }
    for to in ["ben@example.org\r\nRCPT TO:<victim@example.org>", "ben@example.org>,<victim@example.org", ""]
    {
        let parcel = Parcel { id: 8, to, name: "Ben", now: 0 };
        assert!(scene.postman.send(parcel, &written).await.is_err(), "{to:?}");
    }
    assert!(scene.smtp.letters().is_empty());

    // And by the way that people have: the description of a trade, and a name of one's own choosing.
    let ana = scene.world().actor("ana").await;
    let named = app::users::edit(&scene.world().app, &ana, attack, "en").await;
    let described = attack.replace("\r\n", "\n");
    scene.pays(&described).await;
    scene.work().await;
    let letters = scene.smtp.letters();
    assert_eq!(letters.len(), 1, "{named:?}, {letters:?}");
    assert_eq!(letters[0].to, ["ben@example.org"]);
    assert_eq!(letters[0].header_names(), usual, "{}", letters[0].text);
}

#[tokio::test]
async fn a_letter_that_fails_is_tried_again_and_then_shown() {
    let scene = Scene::new().await;
    scene.smtp.behave(Manner::Refuses);
    scene.pays("bread").await;
    scene.work().await;
    let root = scene.server.as_user("root").await;
    root.get("/server").await.assert_status(200).assert_lacks("the disk is full");

    // Not before its pause is over, and then it arrives.
    scene.smtp.behave(Manner::Takes);
    scene.world().app.clock.advance(29);
    scene.work().await;
    assert!(scene.smtp.letters().is_empty());
    scene.world().app.clock.advance(1);
    scene.work().await;
    assert_eq!(scene.smtp.letters().len(), 1);

    // Nine times in vain, over some days: whoever keeps the server sees it, and tries again.
    scene.smtp.behave(Manner::Refuses);
    scene.pays("honey").await;
    for pause_s in [30, 120, 480, 1920, 7680, 30_720, 86_400, 86_400] {
        scene.work().await;
        root_sees(&scene, false).await;
        scene.world().app.clock.advance(pause_s);
    }
    scene.work().await;
    root_sees(&scene, true).await;
    scene.world().app.clock.advance(30 * 86_400);
    scene.smtp.behave(Manner::Takes);
    scene.work().await;
    assert!(scene.smtp.letters().is_empty(), "it was given up");
    let root = scene.server.as_user("root").await;
    let page = root.get("/server").await;
    let form = page.text.split("action=\"/server/jobs/").nth(1).expect("a button to try again");
    let path = format!("/server/jobs/{}", form.split('"').next().unwrap());
    root.post(&path, &[]).await.assert_status(303);
    scene.work().await;
    assert_eq!(scene.smtp.letters().len(), 1);
    root.get("/server").await.assert_lacks("the disk is full");
}

/// Whether the server's administrators see the letter that was given up.
async fn root_sees(scene: &Scene, shown: bool) {
    let page = scene.server.as_user("root").await.get("/server").await;
    assert_eq!(page.text.contains("the disk is full"), shown, "{}", page.text);
}

#[tokio::test]
async fn one_trade_that_cannot_be_told_holds_no_other_up() {
    let scene = Scene::new().await;
    let world = scene.world();
    let other = world.exchange("VALE").await;
    let (cara, dan) = (world.member("cara", other).await, world.member("dan", other).await);
    scene.pays("bread").await;
    pays(world, other, ("cara", &cara, &dan), "cheese").await;
    scene.pays("honey").await;
    // Somebody has spoilt the rules of one of the two exchanges.
    world.database.spoil_rules("VALE").await;
    scene.work().await;
    let letters = scene.smtp.letters();
    let told = |what: &str| letters.iter().filter(|letter| letter.text.contains(what)).count();
    assert_eq!((letters.len(), told("bread"), told("honey")), (2, 1, 1), "{letters:?}");

    world.database.mend_rules("VALE").await;
    world.app.clock.advance(30);
    scene.work().await;
    let letters = scene.smtp.letters();
    assert_eq!(letters.len(), 1, "{letters:?}");
    assert!(letters[0].text.contains("cheese") && letters[0].to == ["dan@example.org"], "{letters:?}");
}

#[tokio::test]
async fn a_letter_sent_twice_is_known_to_be_one() {
    let scene = Scene::new().await;
    scene.smtp.behave(Manner::KeepsSilent);
    scene.pays("bread").await;
    // The mail server has it; the process ends before it hears so and before the job is done.
    tokio::select! {
        () = scene.work() => panic!("the mail server keeps silent"),
        () = scene.smtp.rings() => {}
    }
    let first = scene.smtp.letters();
    assert_eq!(first.len(), 1, "{first:?}");

    scene.smtp.behave(Manner::Takes);
    scene.work().await;
    assert!(scene.smtp.letters().is_empty(), "whoever took it may still be at it");
    scene.world().app.clock.advance(301);
    scene.work().await;
    let second = scene.smtp.letters();
    assert_eq!(second.len(), 1, "{second:?}");
    assert!(first[0].header("Message-ID").starts_with("<letter-"), "{}", first[0].text);
    assert_eq!(first[0].header("Message-ID"), second[0].header("Message-ID"));

    scene.pays("honey").await;
    scene.work().await;
    let other = scene.smtp.letters();
    assert_ne!(first[0].header("Message-ID"), other[0].header("Message-ID"), "another letter has another");
}
