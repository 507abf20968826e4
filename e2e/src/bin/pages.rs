//! Every page that links lead to, for each role, on a telephone and a laptop, by day and by night: accessible, in its
//! width, without errors, and light. A campaign of many minutes, so a program of its own: with the environment that
//! `cargo verify --only browser` gives its tests, `cargo run --package e2e --bin pages`.

use std::collections::BTreeSet;

use anyhow::{Result, ensure};
use e2e::browser::{Browser, LAPTOP, LAPTOP_DARK, PHONE, PHONE_DARK};
use e2e::client::Client;
use e2e::server::Server;
use e2e::walk;
use tokio::task::block_in_place;

/// Who looks; nobody has signed in where it is empty.
const READERS: [&str; 5] =
    ["", "member@ayni.example", "coordinator@ayni.example", "admin@ayni.example", KEEPER];
/// Who keeps the server.
const KEEPER: &str = "root@ayni.example";
/// What the keeper of the server looks at.
const KEEPERS_PAGES: [&str; 5] = ["/server", "/server/log", "/exchanges", "/me", "/found"];
/// The most that a page and its files may weigh for a browser that was never here, in bytes.
const FIRST_LOAD: u64 = 50_000;
/// And for one that was.
const NEXT_LOAD: u64 = 15_000;

#[tokio::main]
async fn main() -> Result<()> {
    let server = block_in_place(Server::demo)?;
    let browser = Browser::open(&server.url(), PHONE).await?;
    let (mut seen, mut wrong) = (BTreeSet::new(), Vec::new());
    for reader in READERS {
        let mut client = Client::new(&server.url());
        if !reader.is_empty() {
            client = Client::signed_in(&server.url(), reader).await?;
            browser.page.delete_all_cookies().await?;
            browser.sign_in(reader).await?;
        }
        if reader == KEEPER {
            // Not a member of any exchange: the keeper's pages are the server's.
            for path in KEEPERS_PAGES {
                look(&browser, path, &mut wrong, reader).await?;
                seen.insert(path.to_owned());
            }
            continue;
        }
        let pages = match walk::pages(&mut client).await {
            Ok(pages) => pages,
            Err(error) => {
                wrong.push(format!("{reader}: {error}"));
                continue;
            }
        };
        for path in pages {
            look(&browser, &path, &mut wrong, reader).await?;
            seen.insert(path);
        }
    }
    ensure!(seen.len() > 5, "hardly any pages were seen: {seen:?}");
    ensure!(wrong.is_empty(), "{} of {} pages:\n{}", wrong.len(), seen.len(), wrong.join("\n"));
    browser.close().await
}

/// Looks at one page in every way, and says what is wrong.
async fn look(browser: &Browser, path: &str, wrong: &mut Vec<String>, reader: &str) -> Result<()> {
    let mut say = |what: String| wrong.push(format!("{reader} {path}: {what}"));
    browser.wear(PHONE).await?;
    browser.forget_files().await?;
    browser.go(path).await?;
    let first = browser.weight().await?;
    if first > FIRST_LOAD {
        say(format!("weighs {first} bytes at first"));
    }
    browser.go(path).await?;
    let next = browser.weight().await?;
    if next > NEXT_LOAD {
        say(format!("weighs {next} bytes afterwards"));
    }
    for screen in [PHONE, PHONE_DARK, LAPTOP_DARK, LAPTOP] {
        browser.wear(screen).await?;
        let wider = browser.overflow().await?;
        if wider > 0 {
            say(format!("is {wider} px wider than {} px", screen.width));
        }
        for breach in browser.breaches().await? {
            say(format!("{} px, {}: {breach}", screen.width, screen.scheme));
        }
    }
    for error in browser.wrongs().await? {
        say(error);
    }
    Ok(())
}
