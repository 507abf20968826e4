//! A walk through all pages that links lead to, each kind of page once.

use std::collections::{BTreeSet, VecDeque};

use anyhow::{Result, ensure};

use crate::client::Client;

/// More pages than this are no longer a walk.
const MOST: usize = 400;

/// Every page that somebody reaches by links from the front page, each kind once: a kind is a path without numbers and
/// names.
///
/// # Errors
/// When a link leads nowhere.
pub async fn pages(client: &mut Client) -> Result<Vec<String>> {
    let (mut seen, mut waiting) = (BTreeSet::from([kind("/")]), VecDeque::from(["/".to_owned()]));
    let (mut pages, mut broken) = (Vec::new(), Vec::new());
    while let Some(path) = waiting.pop_front() {
        ensure!(seen.len() < MOST, "there is no end to the pages: {pages:?}");
        let answer = client.get(&path).await?;
        let mut links = links(&answer.body);
        if answer.status.is_redirection() {
            links.extend(answer.location);
        } else if answer.status.is_success() {
            if answer.body.starts_with("<!doctype html>") {
                pages.push(path.clone());
            }
        } else {
            broken.push(format!("{path} answers {}", answer.status));
        }
        for link in links {
            let link = link.split('#').next().unwrap_or_default();
            if link.starts_with('/') && seen.insert(kind(link)) {
                waiting.push_back(link.to_owned());
            }
        }
    }
    ensure!(broken.is_empty(), "links lead nowhere: {broken:?}");
    Ok(pages)
}

/// The addresses that a page links to.
fn links(page: &str) -> Vec<String> {
    let anchors = page.split("<a ").skip(1).filter_map(|rest| rest.split('>').next());
    let hrefs = anchors.filter_map(|tag| tag.split("href=\"").nth(1)?.split('"').next());
    hrefs.map(|href| href.replace("&amp;", "&")).collect()
}

/// A path without what differs between pages of the same kind.
fn kind(link: &str) -> String {
    let path = link.split('?').next().unwrap_or_default();
    let parts = path.split('/').map(|part| {
        let digits = part.chars().filter(char::is_ascii_digit).count();
        if digits >= 2 || (digits == part.len() && digits > 0) { "#" } else { part }
    });
    parts.collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_of_a_kind_are_one() {
        assert_eq!(kind("/MARL/people/0013?before=4"), kind("/MARL/people/0044"));
        assert_eq!(
            kind("/MARL/trades/01a200c7-ec18-7167-80b7-30c835653371"),
            kind("/MARL/trades/01a200c8-ec18-7167-80b7-30c835653371")
        );
        assert_ne!(kind("/MARL/people"), kind("/VALD/people"));
    }

    #[test]
    fn links_are_read() {
        let page = "<a class=\"x\" href=\"/MARL/people?a=1&amp;b=2\">People</a><a href=\"#main\">Skip</a>";
        assert_eq!(links(page), ["/MARL/people?a=1&b=2", "#main"]);
    }
}
