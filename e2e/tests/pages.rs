//! Every page that links lead to, by whoever comes to it first, in the exchange where it is met first: accessible, in its
//! width and without errors on a telephone by day and on a laptop at night, and light enough for a slow network.

use std::collections::BTreeSet;

use anyhow::{Result, ensure};
use e2e::browser::{Browser, LAPTOP_DARK, PHONE};
use e2e::client::Client;
use e2e::server::Server;
use e2e::walk;
use tokio::task::block_in_place;

/// Who looks; nobody has signed in where it is empty. Each page is looked at with the eyes of the first who reaches it.
const READERS: [&str; 5] =
    ["", "admin@ayni.example", "coordinator@ayni.example", "member@ayni.example", "root@ayni.example"];
/// The most that a page and its files, images apart, may weigh for a browser that was never here, in bytes.
const FIRST_LOAD: u64 = 50_000;
/// And for one that was.
const NEXT_LOAD: u64 = 15_000;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_page_is_right_for_its_readers() -> Result<()> {
    let server = block_in_place(Server::demo)?;
    let browser = Browser::open(&server.url(), PHONE).await?;
    browser.without_worker().await?;
    let (mut seen, mut wrong) = (BTreeSet::new(), Vec::new());
    for reader in READERS {
        let mut client = Client::new(&server.url());
        if !reader.is_empty() {
            client = Client::signed_in(&server.url(), reader).await?;
            browser.page.delete_all_cookies().await?;
            browser.sign_in(reader).await?;
        }
        let walked = walk::pages(&mut client).await?;
        wrong.extend(walked.broken.into_iter().map(|broken| format!("{reader}: {broken}")));
        for path in walked.pages {
            if !seen.insert(template(&path)) {
                continue;
            }
            for fault in faults(&browser, &path).await? {
                wrong.push(format!("{reader} {path}: {fault}"));
            }
        }
    }
    ensure!(seen.len() > 50, "hardly any pages were seen: {seen:?}");
    ensure!(wrong.is_empty(), "{} wrongs on {} pages:\n{}", wrong.len(), seen.len(), wrong.join("\n"));
    browser.close().await
}

/// A path's kind, the same in every exchange.
fn template(path: &str) -> String {
    let kind = walk::kind(path);
    match kind.trim_start_matches('/').split_once('/') {
        Some((code, rest)) if code.chars().all(|letter| letter.is_ascii_uppercase()) => {
            format!("/CODE/{rest}")
        }
        _ => kind,
    }
}

/// What is wrong with one page.
async fn faults(browser: &Browser, path: &str) -> Result<Vec<String>> {
    let mut faults = Vec::new();
    browser.wear(PHONE).await?;
    browser.forget_files().await?;
    for most in [FIRST_LOAD, NEXT_LOAD] {
        browser.go(path).await?;
        let weight = browser.weight().await?;
        if weight > most {
            faults.push(format!("weighs {weight} bytes, not {most}"));
        }
    }
    faults.extend(browser.faults().await?);
    browser.wear(LAPTOP_DARK).await?;
    faults.extend(browser.faults().await?);
    Ok(faults)
}
