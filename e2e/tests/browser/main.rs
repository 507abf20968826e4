//! A newcomer's story in a real browser: by mouse and keyboard, without scripts, without a network.

mod scripts;

use std::time::{Duration, Instant};

use anyhow::{Result, ensure};
use e2e::browser::{Browser, PHONE};
use e2e::server::Server;
use thirtyfour::{By, Key};
use tokio::task::block_in_place;

/// Fills in the form of a trade that was received, up to the check.
async fn fill_in(browser: &Browser, what: &str) -> Result<()> {
    browser.go("/MARL/trade").await?;
    browser.click("input[name=did][value=received]").await?;
    browser.page.find(By::Name("with-who")).await?.send_keys("Ben Adeyemi").await?;
    browser.page.find(By::Name("amount")).await?.send_keys("1.50").await?;
    browser.page.find(By::Name("what")).await?.send_keys(what).await?;
    browser.click("main .act .btn").await?;
    browser.until_at(|path| path == "/MARL/trade/check").await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_newcomer_records_a_trade_and_it_outlives_the_server() -> Result<()> {
    let mut server = block_in_place(Server::demo)?;
    let browser = Browser::open(&server.url(), PHONE).await?;
    browser.go("/").await?;
    ensure!(browser.text().await?.contains("This is a demo"), "the demo does not say what it is");
    browser.sign_in("member@ayni.example").await?;
    fill_in(&browser, "a jar of damsons").await?;
    let check = browser.text().await?;
    for person in ["Rosa Whitlock", "Ben Adeyemi", "a jar of damsons", "1.50"] {
        ensure!(check.contains(person), "the check does not show {person}: {check}");
    }
    ensure!(browser.faults().await?.is_empty(), "the check: {:?}", browser.faults().await?);
    browser.click("main .act .btn").await?;
    browser.until_at(|path| path.starts_with("/MARL/trades/")).await?;
    ensure!(browser.faults().await?.is_empty(), "the receipt: {:?}", browser.faults().await?);
    let receipt = browser.text().await?;
    ensure!(receipt.contains("a jar of damsons") && receipt.contains("Ben"), "no receipt: {receipt}");
    block_in_place(|| server.kill())?;
    block_in_place(|| server.start())?;
    browser.go("/MARL/statement").await?;
    let statement = browser.text().await?;
    ensure!(statement.contains("a jar of damsons"), "the trade is gone: {statement}");
    ensure!(browser.faults().await?.is_empty(), "the statement: {:?}", browser.faults().await?);
    browser.close().await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_offer_being_written_outlives_the_connection() -> Result<()> {
    let mut server = block_in_place(Server::demo)?;
    let browser = Browser::open(&server.url(), PHONE).await?;
    browser.sign_in("member@ayni.example").await?;
    let typed =
        async || Ok::<_, anyhow::Error>(browser.page.find(By::Name("title")).await?.prop("value").await?);
    browser.go("/MARL/market/new").await?;
    browser.page.find(By::Name("title")).await?.send_keys("A box of damsons").await?;
    block_in_place(|| server.kill())?;
    browser.click("main form .act .btn:not([name])").await?;
    block_in_place(|| server.start())?;
    browser.go("/MARL/market/new").await?;
    ensure!(typed().await?.as_deref() == Some("A box of damsons"), "the draft is gone");
    ensure!(browser.text().await?.contains("What you had typed is still here"), "nobody says so");
    ensure!(browser.faults().await?.is_empty(), "the form: {:?}", browser.faults().await?);
    browser.click("select[name=category] option:nth-child(2)").await?;
    browser.click("input[name=asks][value=gift]").await?;
    browser.click("main form .act .btn:not([name])").await?;
    browser.until(|text| text.contains("A box of damsons") && text.contains("Saved.")).await?;
    browser.go("/MARL/market/new").await?;
    ensure!(typed().await?.as_deref() == Some(""), "the draft is still there");
    browser.close().await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_sheet_is_uploaded_looked_at_and_recorded() -> Result<()> {
    let server = block_in_place(Server::demo)?;
    let browser = Browser::open(&server.url(), PHONE).await?;
    browser.sign_in("coordinator@ayni.example").await?;
    let sheet = server.data().join("sheet.csv");
    std::fs::write(
        &sheet,
        "payer;payee;amount;description\n0013;0019;2,50;a sheet's walnuts\n0013;9999;1;nobody\n",
    )?;
    browser.go("/MARL/many").await?;
    browser.click("main details:has(input[type=file]) > summary").await?;
    let file = browser.page.find(By::Css("input[type=file]")).await?;
    file.send_keys(sheet.to_string_lossy()).await?;
    browser.click("button[value=look]").await?;
    browser.until(|text| text.contains("a sheet's walnuts")).await?;
    let looked = browser.text().await?;
    ensure!(looked.contains("9999"), "the line that cannot be recorded is not shown: {looked}");
    ensure!(browser.faults().await?.is_empty(), "the preview: {:?}", browser.faults().await?);
    browser.click("button[value=post]").await?;
    browser.until(|text| text.contains("One trade is recorded")).await?;
    ensure!(browser.faults().await?.is_empty(), "the receipt: {:?}", browser.faults().await?);
    browser.close().await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_keyboard_is_enough() -> Result<()> {
    let server = block_in_place(Server::demo)?;
    let browser = Browser::open(&server.url(), PHONE).await?;
    browser.go("/sign-in").await?;
    browser.tab_to("input[name=login]").await?;
    browser.press("member@ayni.example").await?;
    browser.tab_to("input[name=password]").await?;
    browser.press(e2e::server::PASSWORD).await?;
    browser.press(Key::Enter).await?;
    browser.until_at(|path| path != "/sign-in").await?;
    browser.go("/MARL").await?;
    browser.tab_to("a[href='/MARL/trade']").await?;
    browser.press(Key::Enter).await?;
    browser.until_at(|path| path == "/MARL/trade").await?;
    browser.tab_to("input[name=did]").await?;
    browser.press(Key::Down).await?;
    browser.tab_to("input[name=with-who]").await?;
    browser.press("Ben Adeyemi").await?;
    browser.tab_to("input[name=amount]").await?;
    browser.press("2").await?;
    browser.tab_to("textarea[name=what]").await?;
    browser.press("a bag of beetroot").await?;
    browser.tab_to("main .act .btn").await?;
    browser.press(Key::Enter).await?;
    browser.until_at(|path| path == "/MARL/trade/check").await?;
    browser.tab_to("main .act .btn").await?;
    browser.press(Key::Enter).await?;
    browser.until_at(|path| path.starts_with("/MARL/trades/")).await?;
    let receipt = browser.text().await?;
    ensure!(receipt.contains("a bag of beetroot"), "no receipt: {receipt}");
    ensure!(receipt.contains("The exchange keeps"), "it does not tell of the levy: {receipt}");
    browser.close().await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn scripts_are_not_needed() -> Result<()> {
    let server = block_in_place(Server::demo)?;
    let browser = Browser::open(&server.url(), PHONE).await?;
    browser.without_scripts().await?;
    browser.sign_in("member@ayni.example").await?;
    fill_in(&browser, "a lift to the station").await?;
    browser.click("main .act .btn").await?;
    browser.until_at(|path| path.starts_with("/MARL/trades/")).await?;
    browser.go("/MARL/statement").await?;
    let statement = browser.text().await?;
    ensure!(statement.contains("a lift to the station"), "not on the statement: {statement}");
    browser.close().await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_last_statement_is_there_without_a_network_until_signing_out() -> Result<()> {
    let mut server = block_in_place(Server::demo)?;
    let browser = Browser::open(&server.url(), PHONE).await?;
    browser.sign_in("member@ayni.example").await?;
    browser.go("/MARL/statement").await?;
    let seen = browser.page.find(By::Tag("main")).await?.text().await?;
    until(
        &browser,
        "return navigator.serviceWorker.controller !== null && (await caches.match(location.pathname)) !== undefined;",
        || browser.go("/MARL/statement"),
    )
    .await?;
    block_in_place(|| server.kill())?;
    browser.go("/MARL/statement").await?;
    let kept = browser.page.find(By::Tag("main")).await?.text().await?;
    ensure!(kept == seen, "without a network there is another statement: {kept}");
    browser.go("/MARL/people").await?;
    let offline = browser.text().await?;
    ensure!(
        !offline.contains("Ben Adeyemi") && !offline.is_empty(),
        "no page says that there is no network: {offline}"
    );
    let doors = browser.page.find_all(By::Css("a[href='/sign-in'], a[href^='/exchanges']")).await?;
    ensure!(doors.is_empty(), "there is no network, and the page leads to it");
    let leads = "await new Promise((later) => setTimeout(later, 300)); return !document.querySelector('[data-seen]').hidden;";
    until(&browser, leads, || browser.go("/MARL/people")).await?;
    browser.click("[data-seen]").await?;
    browser.until_at(|path| path == "/MARL/statement").await?;
    let kept = browser.page.find(By::Tag("main")).await?.text().await?;
    ensure!(kept == seen, "the page without a network leads to another statement: {kept}");
    block_in_place(|| server.start())?;
    browser.go("/MARL").await?;
    browser
        .page
        .execute("document.querySelector(\"form[action='/sign-out']\").submit();", Vec::new())
        .await?;
    browser.until_at(|path| path == "/").await?;
    // Signing out unregisters the worker too: it shows what it kept only once it is there again.
    until(&browser, "return navigator.serviceWorker.controller !== null;", || browser.go("/")).await?;
    block_in_place(|| server.kill())?;
    browser.go("/MARL/statement").await?;
    let left = browser.text().await?;
    ensure!(!left.contains("Rosa Whitlock"), "the statement stays after signing out: {left}");
    browser.close().await
}

/// Does something again and again until an asynchronous script says yes.
async fn until<F: Future<Output = Result<()>>>(
    browser: &Browser,
    script: &str,
    again: impl Fn() -> F,
) -> Result<()> {
    let began = Instant::now();
    let script = format!(
        "const done = arguments[arguments.length - 1]; (async () => {{ {script} }})().then(done, () => done(false));"
    );
    while !browser.page.execute_async(&script, Vec::new()).await?.convert::<bool>()? {
        ensure!(began.elapsed() < Duration::from_secs(30), "the browser never says yes to {script}");
        tokio::time::sleep(Duration::from_millis(100)).await;
        again().await?;
    }
    Ok(())
}
