//! Passkeys in a real browser, with a device that the browser makes up: an administrator is led to set one up, comes back to
//! where they were going, and signs in with it from then on.

use anyhow::{Context, Result, ensure};
use e2e::browser::{Browser, LAPTOP_DARK, PHONE};
use e2e::server::{Server, Wishes};
use serde_json::json;
use thirtyfour::{By, Key};
use tokio::task::block_in_place;

const KEEPER: &str = "keeper@ayni.example";
const PASSWORD: &str = "six hens on a fence";

/// Gives the browser a device that keeps passkeys and knows who holds it; gives its name.
async fn plug_in(browser: &Browser) -> Result<String> {
    let tools = browser.page.cdp();
    tools.send_raw("WebAuthn.enable", json!({ "enableUI": false })).await?;
    let options = json!({
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": true,
        "hasUserVerification": true,
        "isUserVerified": true,
        "automaticPresenceSimulation": true,
    });
    let added = tools.send_raw("WebAuthn.addVirtualAuthenticator", json!({ "options": options })).await?;
    Ok(added["authenticatorId"].as_str().context("the device has no name")?.to_owned())
}

/// Whether the device finds that it is held by its owner.
async fn held_by_owner(browser: &Browser, device: &str, yes: bool) -> Result<()> {
    let wish = json!({ "authenticatorId": device, "isUserVerified": yes });
    browser.page.cdp().send_raw("WebAuthn.setUserVerified", wish).await?;
    Ok(())
}

/// What is wrong with the page as it stands, on a telephone by day and on a laptop at night.
async fn look(browser: &Browser, what: &str) -> Result<()> {
    for screen in [LAPTOP_DARK, PHONE] {
        browser.wear(screen).await?;
        let faults = browser.faults().await?;
        ensure!(faults.is_empty(), "{what}: {faults:?}");
    }
    Ok(())
}

/// A server with nobody in it yet, reached by a name, as passkeys want.
fn real() -> Result<Server> {
    Server::with(Wishes { command: "serve", host: "localhost", ..Wishes::default() })
}

/// Makes the keeper's login, as whoever has the machine does, and chooses its password.
async fn begin(server: &mut Server, browser: &Browser) -> Result<()> {
    block_in_place(|| server.stop())?;
    let told = block_in_place(|| server.run("admin", &["keeper", KEEPER]))?;
    block_in_place(|| server.start())?;
    let link = told.split("/reset/").nth(1).with_context(|| format!("no link in {told}"))?;
    browser.go(&format!("/reset/{}", link.trim())).await?;
    browser.page.find(By::Name("password")).await?.send_keys(format!("{PASSWORD}\n")).await?;
    browser.until_at(|path| path == "/sign-in").await
}

async fn type_password(browser: &Browser) -> Result<()> {
    browser.page.find(By::Name("login")).await?.send_keys(KEEPER).await?;
    browser.page.find(By::Name("password")).await?.send_keys(format!("{PASSWORD}\n")).await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_administrator_sets_up_a_passkey_and_signs_in_with_it() -> Result<()> {
    let mut server = block_in_place(real)?;
    let browser = Browser::open(&server.url(), PHONE).await?;
    begin(&mut server, &browser).await?;
    let device = plug_in(&browser).await?;

    // Led to set one up, and back.
    browser.go("/server").await?;
    browser.until_at(|path| path == "/sign-in").await?;
    type_password(&browser).await?;
    browser.until_at(|path| path == "/me/sign-in").await?;
    look(&browser, "the ways to sign in").await?;
    browser.click("a[href^='/me/sign-in/passkey']").await?;
    browser.until_at(|path| path == "/me/sign-in/passkey").await?;
    look(&browser, "adding a passkey").await?;
    // By keyboard alone; a device in strange hands makes none.
    held_by_owner(&browser, &device, false).await?;
    browser.tab_to("form[data-passkey] .btn").await?;
    browser.press(Key::Enter).await?;
    browser.until(|text| text.contains("That did not work")).await?;
    held_by_owner(&browser, &device, true).await?;
    browser.press(Key::Enter).await?;
    browser.until_at(|path| path == "/server").await?;
    ensure!(browser.text().await?.contains("The passkey is kept"), "nothing is said of the passkey");

    // Out, and in with nothing typed.
    sign_out(&browser).await?;
    held_by_owner(&browser, &device, false).await?;
    browser.go("/sign-in?next=/server").await?;
    look(&browser, "signing in").await?;
    held_by_owner(&browser, &device, true).await?;
    browser.click("form[data-passkey] .btn").await?;
    browser.until_at(|path| path == "/server").await?;

    // In with the password, and asked for the passkey where administration begins.
    sign_out(&browser).await?;
    held_by_owner(&browser, &device, false).await?;
    browser.go("/sign-in?next=/server/log").await?;
    type_password(&browser).await?;
    browser.until_at(|path| path == "/again").await?;
    look(&browser, "being asked again").await?;
    held_by_owner(&browser, &device, true).await?;
    browser.click("form[data-passkey] .btn").await?;
    browser.until_at(|path| path == "/server/log").await?;

    // Lost: whoever has the machine lets the password be enough.
    held_by_owner(&browser, &device, false).await?;
    block_in_place(|| server.stop())?;
    block_in_place(|| server.run("admin", &["forget-second-factor", KEEPER]))?;
    block_in_place(|| server.start())?;
    browser.go("/server/log").await?;
    browser.until_at(|path| path == "/sign-in").await?;
    type_password(&browser).await?;
    browser.until_at(|path| path == "/me/sign-in").await?;
    browser.close().await
}

async fn sign_out(browser: &Browser) -> Result<()> {
    let script = "document.querySelector(\"form[action='/sign-out']\").submit();";
    browser.page.execute(script, Vec::new()).await?;
    browser.until_at(|path| path == "/").await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_code_is_set_up_without_scripts_and_its_pages_are_right() -> Result<()> {
    let mut server = block_in_place(real)?;
    let browser = Browser::open(&server.url(), PHONE).await?;
    begin(&mut server, &browser).await?;
    type_password(&browser).await?;
    browser.until_at(|path| path == "/").await?;
    browser.go("/me/sign-in?next=/server").await?;
    browser.click("form[action='/me/sign-in/authenticator'] .btn").await?;
    browser.until_at(|path| path == "/me/sign-in/authenticator").await?;
    look(&browser, "setting up the app").await?;
    browser.without_scripts().await?;
    let secret = browser.page.find(By::Css(".secret")).await?.text().await?;
    let code = e2e::code::of(&secret)?;
    browser.page.find(By::Name("one-time-code")).await?.send_keys(format!("{code}\n")).await?;
    browser.until_at(|path| path == "/me/sign-in/authenticator/code").await?;
    let recovery = browser.page.find_all(By::Css(".codes code")).await?;
    ensure!(recovery.len() == 10, "{} recovery codes", recovery.len());
    let recovery = recovery[0].text().await?;
    browser.click("main .act a.btn").await?;
    browser.until_at(|path| path == "/server").await?;

    // Without scripts the password and a code go on working.
    browser.page.delete_all_cookies().await?;
    browser.go("/sign-in?next=/server").await?;
    type_password(&browser).await?;
    browser.until_at(|path| path == "/sign-in/code").await?;
    browser.page.find(By::Name("one-time-code")).await?.send_keys(format!("{recovery}\n")).await?;
    browser.until_at(|path| path == "/server").await?;
    browser.close().await
}
