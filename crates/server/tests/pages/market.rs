//! The market as a browser meets it: writing, finding, trading from it, what visitors see; and scripts that stay words.
#![expect(clippy::expect_used, reason = "helpers of tests stop at what cannot be")]

use server::testing::{Browser, Page, TestServer};

struct Town {
    server: TestServer,
    category: String,
}

impl Town {
    /// MARL with ana (0002) and ben (0003).
    async fn new() -> Self {
        let server = TestServer::new().await;
        let exchange = server.world.exchange("MARL").await;
        server.world.member("ana", exchange).await;
        server.world.member("ben", exchange).await;
        let categories = app::market::categories(&server.world.app, exchange).await.expect("categories");
        let category = categories[0].uuid.to_string();
        Self { server, category }
    }

    async fn browser(&self, name: &str) -> Browser<'_> {
        self.server.as_user(name).await
    }

    /// Sends the form of a new listing, with these fields instead of the usual ones.
    async fn send(&self, browser: &Browser<'_>, other: &[(&str, &str)]) -> Page {
        let usual = [
            ("side", "offer"),
            ("title", "Bicycles mended"),
            ("category", self.category.as_str()),
            ("body", "Brakes and *gears*."),
            ("asks", "amount"),
            ("amount", "12"),
            ("price", "an hour"),
            ("span", "90"),
            ("sight", "exchange"),
            ("locale", "en"),
        ];
        let kept = usual.into_iter().filter(|(name, _)| other.iter().all(|(changed, _)| changed != name));
        let fields: Vec<(&str, &str)> = kept.chain(other.iter().copied()).collect();
        browser.post("/MARL/market/new", &fields).await
    }

    /// Publishes one; gives its address.
    async fn publish(&self, browser: &Browser<'_>, other: &[(&str, &str)]) -> String {
        let sent = self.send(browser, other).await;
        sent.assert_status(303);
        sent.location().to_owned()
    }
}

#[tokio::test]
async fn an_offer_is_written_found_changed_and_taken_away() {
    let town = Town::new().await;
    let (ana, ben) = (town.browser("ana").await, town.browser("ben").await);
    let form = ana.get("/MARL/market/new?kind=want").await;
    form.assert_status(200)
        .assert_has("value=\"want\" checked")
        .assert_has("data-draft=\"MARL0002 market/new\"");
    let id = form.field("id").expect("a name").to_owned();
    let path = town.publish(&ana, &[("id", &id)]).await;
    assert_eq!(path, format!("/MARL/market/{id}"));
    assert_eq!(town.publish(&ana, &[("id", &id)]).await, path, "sent twice it is made once");

    let page = ana.get(&path).await;
    page.assert_status(200).assert_has("Let it stand longer").assert_has("12.00").assert_has("an hour");
    page.assert_has("<em>gears</em>").assert_has(&format!("data-drafted=\"{id}\""));
    ana.get(&path).await.assert_lacks("data-drafted");
    let market = ben.get("/MARL/market").await;
    market.assert_status(200).assert_has("Bicycles mended").assert_has("MARL/market?category=");
    ben.get("/MARL/market?q=BICYCLES").await.assert_has("Bicycles mended");
    ben.get("/MARL/market?q=plums").await.assert_status(200).assert_lacks("Bicycles mended");
    ben.get("/MARL/market?kind=want").await.assert_lacks("Bicycles mended");
    ben.get("/MARL/people/2").await.assert_has("Bicycles mended");
    ben.get("/MARL").await.assert_has("New in the market").assert_has("Bicycles mended");
    ben.get(&path).await.assert_has("MARL0002").assert_lacks("Let it stand longer");

    let edit = ana.get(&format!("{path}/edit")).await;
    edit.assert_status(200).assert_has("value=\"Bicycles mended\"").assert_has("value=\"12.00\"");
    let wrong = ana.post(&format!("{path}/edit"), &[("title", ""), ("body", "kept as typed")]).await;
    wrong
        .assert_status(422)
        .assert_has("kept as typed")
        .assert_has("href=\"#title\"")
        .assert_has("In one line");
    assert_eq!(ana.post(&format!("{path}/hide"), &[]).await.location(), path);
    ben.get(&path).await.assert_status(404);
    ana.get("/MARL/market/mine").await.assert_has("Hidden").assert_has("Bicycles mended");
    ana.post(&format!("{path}/show"), &[]).await.assert_status(303);
    let renewed = ana.post(&format!("{path}/renew"), &[("to", "mine")]).await;
    assert_eq!(renewed.location(), "/MARL/market/mine");
    ana.get(&format!("{path}/remove")).await.assert_status(200).assert_has("Bicycles mended");
    ana.post(&format!("{path}/remove"), &[]).await.assert_status(303);
    ana.get(&path).await.assert_status(404);
}

#[tokio::test]
async fn a_get_changes_nothing() {
    let town = Town::new().await;
    let ana = town.browser("ana").await;
    let path = town.publish(&ana, &[]).await;
    for act in ["renew", "hide", "show", "release"] {
        ana.get(&format!("{path}/{act}")).await.assert_status(405);
    }
}

#[tokio::test]
async fn visitors_see_what_everyone_may_and_nobody_in_it() {
    let town = Town::new().await;
    let ana = town.browser("ana").await;
    let hidden = town.publish(&ana, &[("title", "Only for members")]).await;
    let open = town.publish(&ana, &[("title", "For all the world"), ("sight", "everyone")]).await;
    let visitor = town.server.anon();
    for path in ["/MARL/market", "/MARL/about", &open] {
        let page = visitor.get(path).await;
        page.assert_status(200).assert_has("For all the world").assert_lacks("Only for members");
        page.assert_lacks("MARL0002").assert_lacks("MARL0001");
        assert!(!page.text.contains(">ana<") && !page.text.contains("/people/"), "{}", page.text);
    }
    let to_sign_in = visitor.get(&hidden).await;
    assert!(to_sign_in.location().starts_with("/sign-in?next="), "{}", to_sign_in.location());
    // A letter's link leads there by way of the door, whether it is there or not.
    let nothing = visitor.get("/MARL/market/018f0000-0000-7000-8000-000000000000").await;
    assert!(nothing.location().starts_with("/sign-in?next="), "{}", nothing.location());
}

#[tokio::test]
async fn a_trade_is_recorded_from_an_offer_and_leads_back_to_it() {
    let town = Town::new().await;
    let (ana, ben) = (town.browser("ana").await, town.browser("ben").await);
    let path = town.publish(&ana, &[]).await;
    let id = path.rsplit('/').next().expect("a name");
    let page = ben.get(&path).await;
    let link =
        page.text.split("href=\"").find(|rest| rest.starts_with("/MARL/trade?")).expect("a way to a trade");
    let link = link.split('"').next().unwrap_or_default().replace("&#38;", "&").replace("&amp;", "&");
    let form = ben.get(&link).await;
    form.assert_status(200)
        .assert_has("MARL0002")
        .assert_has("value=\"received\" checked")
        .assert_has("12.00");
    assert_eq!(form.field("listing"), Some(id));
    let name = form.field("id").expect("a name").to_owned();
    let typed = [
        ("id", name.as_str()),
        ("did", "received"),
        ("with", "MARL0002"),
        ("amount", "12"),
        ("what", "Bicycles mended"),
        ("listing", id),
    ];
    let check = ben.post("/MARL/trade/check", &typed).await;
    check.assert_status(200);
    assert_eq!(check.field("listing"), Some(id), "the check carries it on");
    let done = ben.post("/MARL/trade", &typed).await;
    done.assert_status(303);
    ben.get(done.location()).await.assert_has(&format!("/MARL/market/{id}")).assert_has("From the offer");
    let trade = format!("/MARL/trades/{name}");
    ben.get(&trade).await.assert_has(&format!("/MARL/market/{id}"));
    ana.get(&path).await.assert_has(&trade);
    ana.post(&format!("{path}/remove"), &[]).await.assert_status(303);
    ben.get(&trade).await.assert_has("From the offer “Bicycles mended”").assert_lacks(&path);
    town.server.world.letters().await;
}

#[tokio::test]
async fn administrators_arrange_the_market_and_hide_with_a_reason() {
    let town = Town::new().await;
    let (ana, admin) = (town.browser("ana").await, town.browser("admin-marl").await);
    admin.get("/MARL/admin").await.assert_has("/MARL/admin/market");
    admin.get("/MARL/admin/market").await.assert_status(200).assert_has("Food and drink");
    let wrong = admin.post("/MARL/admin/market", &[("span", "many"), ("sight", "everyone")]).await;
    wrong.assert_status(422).assert_has("value=\"many\"");
    let fields = [("span", "60"), ("endless", "on"), ("sight", "exchange")];
    admin.post("/MARL/admin/market", &fields).await.assert_status(303);
    let form = ana.get("/MARL/market/new").await;
    form.assert_has("60 days")
        .assert_has("value=\"endless\"")
        .assert_lacks("value=\"everyone\"")
        .assert_lacks("90 days");
    town.send(&ana, &[("span", "90")]).await.assert_status(422).assert_has("From 1 to 60 days");

    let own = format!("/MARL/admin/categories/{}", town.category);
    admin.get(&own).await.assert_status(200).assert_has("Food and drink");
    admin.post(&own, &[("name", "Eating"), ("icon", "food")]).await.assert_status(303);
    admin.post("/MARL/admin/categories/new", &[("name", ""), ("icon", "food")]).await.assert_status(422);
    let part = [("name", "Honey"), ("icon", "leaf"), ("parent", town.category.as_str())];
    admin.post("/MARL/admin/categories/new", &part).await.assert_status(303);
    ana.get("/MARL/market/new").await.assert_has("Eating – Honey");
    admin.post(&format!("{own}/move"), &[("to", "down")]).await.assert_status(303);

    let path = town.publish(&ana, &[("span", "30")]).await;
    admin.post(&format!("{path}/stop"), &[("reason", "")]).await.assert_status(422);
    admin.post(&format!("{path}/stop"), &[("reason", "No bicycles here")]).await.assert_status(303);
    ana.get(&path).await.assert_has("No bicycles here");
    ana.post(&format!("{path}/show"), &[]).await.assert_status(403);
    admin.get("/MARL/admin/log").await.assert_has("Hidden in the market: Bicycles mended");
    admin.post(&format!("{path}/release"), &[]).await.assert_status(303);
    ana.get("/MARL/market").await.assert_has("Bicycles mended");
    town.server.world.letters().await;
}

/// What people try who want a page to do their bidding.
const SCRIPTS: [&str; 64] = [
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "<script\n>alert(1)</script\n>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<img src=x onerror=alert(1)>",
    "<img src=x onerror=\"alert(1)\">",
    "<IMG \"\"\"><SCRIPT>alert(1)</SCRIPT>\">",
    "<img/src=`x`onerror=alert(1)>",
    "<img src='x' onerror='alert(1)'",
    "<svg onload=alert(1)>",
    "<svg/onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><a xlink:href=\"javascript:alert(1)\"><text>x</text></a></svg>",
    "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
    "<math><mi xlink:href=\"javascript:alert(1)\">x</mi></math>",
    "<body onload=alert(1)>",
    "<iframe src=javascript:alert(1)></iframe>",
    "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
    "<object data=javascript:alert(1)></object>",
    "<embed src=javascript:alert(1)>",
    "<a href=javascript:alert(1)>x</a>",
    "<a href=\"jav&#x09;ascript:alert(1)\">x</a>",
    "<a href=\"data:text/html,<script>alert(1)</script>\">x</a>",
    "<form action=javascript:alert(1)><button>x</button></form>",
    "<button formaction=javascript:alert(1)>x</button>",
    "<input onfocus=alert(1) autofocus>",
    "<select onfocus=alert(1) autofocus>",
    "<textarea onfocus=alert(1) autofocus>",
    "</textarea><script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "<details open ontoggle=alert(1)>",
    "<video><source onerror=alert(1)></video>",
    "<audio src=x onerror=alert(1)>",
    "<marquee onstart=alert(1)>",
    "<meta http-equiv=refresh content=\"0;url=javascript:alert(1)\">",
    "<link rel=stylesheet href=javascript:alert(1)>",
    "<style>@import 'javascript:alert(1)';</style>",
    "<div style=\"background:url(javascript:alert(1))\">",
    "<base href=javascript:alert(1)//>",
    "<template><script>alert(1)</script></template>",
    "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
    "\"><script>alert(1)</script>",
    "'><script>alert(1)</script>",
    "\" onmouseover=\"alert(1)",
    "' onmouseover='alert(1)",
    "\" autofocus onfocus=alert(1) x=\"",
    "--><script>alert(1)</script>",
    "<!--<img src=\"--><img src=x onerror=alert(1)//\">",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?xml version=\"1.0\"?><script>alert(1)</script>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java\tscript:alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
    "[x](vbscript:msgbox(1))",
    "[x](https://example.org\"onmouseover=alert(1))",
    "[x](<https://example.org/\" onmouseover=\"alert(1)>)",
    "[x]: javascript:alert(1)\n\n[x]",
    "![x](javascript:alert(1))",
    "![x\" onerror=\"alert(1)](https://example.org/x.png)",
    "<javascript:alert(1)>",
    "```html\" onload=\"alert(1)\n<script>alert(1)</script>\n```",
    "&lt;script&gt;alert(1)&lt;/script&gt; &#60;script&#62;alert(1)&#60;/script&#62;",
    "{{constructor.constructor('alert(1)')()}} ${alert(1)} #{alert(1)}",
];

/// The tags of a page that are not words: what stands between `<` and `>`.
fn tags(text: &str) -> impl Iterator<Item = &str> {
    text.split('<').skip(1).filter_map(|rest| rest.split('>').next())
}

/// That nothing in a page came to life.
fn assert_dead(page: &Page, payload: &str) {
    for tag in tags(&page.text) {
        let lower = tag.to_lowercase();
        let name = lower.split_whitespace().next().unwrap_or_default();
        let ours = lower.starts_with("script type=\"module\" src=\"/static/");
        let living =
            ["iframe", "object", "embed", "base", "style", "math", "video", "audio", "marquee", "template"];
        assert!((name != "script" || ours) && !living.contains(&name), "{payload}: <{tag}>");
        let bare: String = lower.split('"').step_by(2).collect();
        let acts = bare.split_whitespace().any(|word| word.starts_with("on") && word.contains('='));
        assert!(!acts, "{payload}: <{tag}>");
        // Quotes of ours enclose what was typed, which holds none of its own.
        assert!(tag.matches('"').count() % 2 == 0, "{payload}: <{tag}>");
        for attribute in ["href=\"", "src=\"", "action=\"", "formaction=\""] {
            for value in lower.split(attribute).skip(1) {
                let scheme = value.split(['"', '/', '?', '#']).next().unwrap_or_default().split_once(':');
                let fine =
                    scheme.is_none_or(|(scheme, _)| matches!(scheme, "http" | "https" | "mailto" | "tel"));
                assert!(fine, "{payload}: <{tag}>");
            }
        }
    }
}

#[tokio::test]
async fn scripts_stay_words_wherever_they_are_written() {
    let town = Town::new().await;
    let (ana, ben) = (town.browser("ana").await, town.browser("ben").await);
    let visitor = town.server.anon();
    for payload in SCRIPTS {
        // One line has no room for several.
        let line = payload.replace(['\n', '\t'], " ");
        let fields = [
            ("title", line.as_str()),
            ("body", payload),
            ("keywords", &line),
            ("price", &line),
            ("money", &line),
            ("place", &line),
            ("sight", "everyone"),
        ];
        let fields: Vec<(&str, &str)> =
            fields.into_iter().filter(|(name, text)| *name != "place" || text.len() <= 80).collect();
        let path = town.publish(&ana, &fields).await;
        for page in [
            ana.get(&path).await,
            ben.get(&path).await,
            visitor.get(&path).await,
            ana.get(&format!("{path}/edit")).await,
            ana.get(&format!("{path}/remove")).await,
            town.send(&ana, &[("title", &line), ("body", payload), ("amount", &line), ("span", &line)]).await,
            ben.get(&format!("/MARL/market?q={}", server::web::stop::encoded(payload))).await,
            ben.get(&format!("/MARL/trade?what={0}&listing={0}", server::web::stop::encoded(payload))).await,
        ] {
            assert_dead(&page, payload);
            let policy =
                page.headers.get("content-security-policy").expect("a policy").to_str().expect("text");
            assert!(
                policy.contains("script-src 'self'") || policy.contains("default-src 'self'"),
                "{policy}"
            );
            assert!(!policy.contains("unsafe-inline"), "{policy}");
        }
        ana.post(&format!("{path}/remove"), &[]).await.assert_status(303);
    }
    for page in [ben.get("/MARL").await, ben.get("/MARL/people/2").await] {
        assert_dead(&page, "lists");
    }
}
