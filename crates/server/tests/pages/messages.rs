//! Messages as a browser meets them: beginning, reading, answering, what is new, and words that stay words.
#![expect(clippy::expect_used, reason = "helpers of tests stop at what cannot be")]

use server::testing::{Browser, Page, TestServer};

/// MARL with ana (0002) and ben (0003), who have been there for a while.
async fn town() -> TestServer {
    let server = TestServer::new().await;
    let exchange = server.world.exchange("MARL").await;
    server.world.member("ana", exchange).await;
    server.world.member("ben", exchange).await;
    server.world.app.clock.advance(14 * 86_400);
    server
}

/// Fills in the form of a page and sends it.
async fn send(browser: &Browser<'_>, path: &str, text: &str) -> Page {
    let id = browser.get(path).await.field("id").expect("a name").to_owned();
    browser.post(path, &[("id", &id), ("text", text)]).await
}

/// The address of a conversation without the place in it.
fn path(page: &Page) -> String {
    page.assert_status(303);
    page.location().split('#').next().unwrap_or_default().to_owned()
}

#[tokio::test]
async fn somebody_is_written_to_answers_and_both_see_what_is_new() {
    let server = town().await;
    let (ana, ben) = (server.as_user("ana").await, server.as_user("ben").await);
    ana.get("/MARL/messages").await.assert_status(200).assert_has("Find somebody");
    ana.get("/MARL/people/3").await.assert_has("/MARL/messages/to/0003").assert_has("Write to ben");
    ana.get("/MARL/people/2").await.assert_lacks("messages/to");
    let first = ana.get("/MARL/messages/to/0003").await;
    first.assert_status(200).assert_has("data-draft=\"MARL0002 messages/to/0003\"");
    let id = first.field("id").expect("a name").to_owned();
    let words = [("id", id.as_str()), ("text", "Good day!\r\nIs the ladder free?")];
    let sent = ana.post("/MARL/messages/to/0003", &words).await;
    assert!(sent.location().ends_with("#last"), "{}", sent.location());
    let talk = path(&sent);
    assert_eq!(path(&ana.post("/MARL/messages/to/0003", &words).await), talk, "sent twice it is one");
    assert_eq!(path(&ana.get("/MARL/messages/to/0003").await), talk, "there is a conversation already");

    ben.get("/MARL").await.assert_has("1 conversation with something new");
    ben.get("/MARL/messages").await.assert_has("Good day! Is the ladder free?").assert_has("class=\"dot\"");
    let opened = ben.get(&talk).await;
    opened.assert_status(200).assert_has("Good day!\nIs the ladder free?").assert_lacks("something new");
    ben.get("/MARL/messages").await.assert_lacks("class=\"dot\"").assert_lacks("something new");
    assert_eq!(path(&send(&ben, &talk, "It is.").await), talk);
    let answered = ana.get(&talk).await;
    answered.assert_has("It is.").assert_has(&format!("data-drafted=\"{id}\""));
    answered.assert_has("New since you were here");
}

#[tokio::test]
async fn what_was_typed_is_kept_when_it_cannot_be_sent() {
    let server = town().await;
    let ana = server.as_user("ana").await;
    let empty = ana.post("/MARL/messages/to/0003", &[("text", "  ")]).await;
    empty.assert_status(422).assert_has("href=\"#text\"").assert_has("Your message");
    let talk = path(&send(&ana, "/MARL/messages/to/0003", "one").await);
    let long = "long ".repeat(900);
    let refused = ana.post(&talk, &[("text", &long)]).await;
    refused.assert_status(422).assert_has("4000").assert_has(long.trim_end()).assert_has("autofocus");
    for at in 0..119 {
        ana.post(&talk, &[("text", &format!("and {at}"))]).await.assert_status(303);
    }
    let slowed = ana.post(&talk, &[("text", "one too many")]).await;
    slowed.assert_status(422).assert_has("60 min").assert_has("one too many</textarea>");
    ana.get(&talk).await.assert_has("Earlier messages").assert_has("?before=");
}

#[tokio::test]
async fn words_stay_words_and_addresses_of_pages_lead_there() {
    let server = town().await;
    let (ana, ben) = (server.as_user("ana").await, server.as_user("ben").await);
    let text = "<script>alert(1)</script> https://example.org/a?b=1&c=2. javascript:alert(1) </textarea><b>";
    let talk = path(&send(&ana, "/MARL/messages/to/0003", text).await);
    for page in [ben.get("/MARL/messages").await, ben.get(&talk).await] {
        page.assert_lacks("<script>alert").assert_lacks("<b>\n").assert_lacks("href=\"javascript:");
    }
    let link = "<a href=\"https://example.org/a?b=1&#38;c=2\" rel=\"nofollow ugc noopener\">";
    ben.get(&talk).await.assert_has(link);
}

#[tokio::test]
async fn letters_are_switched_off_and_on_again() {
    let server = town().await;
    let (ana, ben) = (server.as_user("ana").await, server.as_user("ben").await);
    let talk = path(&send(&ana, "/MARL/messages/to/0003", "hello").await);
    ben.post(&format!("{talk}/mute"), &[]).await.assert_status(303);
    ben.get(&talk).await.assert_has("/unmute").assert_has("You get no letters");
    ben.get("/MARL/messages").await.assert_has("no letters");
    ana.get(&talk).await.assert_lacks("/unmute");
    ben.post(&format!("{talk}/unmute"), &[]).await.assert_status(303);
    ben.get(&talk).await.assert_has("/mute").assert_lacks("/unmute");
    ben.get(&format!("{talk}/mute")).await.assert_status(405);
}

#[tokio::test]
async fn what_stands_there_says_why_nothing_new_can_be_written() {
    let server = town().await;
    let (ana, ben) = (server.as_user("ana").await, server.as_user("ben").await);
    let talk = path(&send(&ana, "/MARL/messages/to/0003", "hello").await);
    ben.post("/MARL/leave", &[("sure", "on")]).await;
    let actor = server.world.actor("ben").await;
    assert!(actor.memberships().is_empty(), "ben has left");
    let opened = ana.get(&talk).await;
    opened
        .assert_status(200)
        .assert_has("hello")
        .assert_has("has left the exchange")
        .assert_lacks("<textarea");
    let refused = ana.post(&talk, &[("text", "still there?")]).await;
    refused.assert_status(403).assert_has("has left the exchange");
    ana.get("/MARL/people/3").await.assert_lacks("messages/to");
}
