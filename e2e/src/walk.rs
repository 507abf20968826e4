//! A walk through all pages that links lead to, each kind of page once.

use std::collections::{BTreeSet, VecDeque};

use anyhow::{Result, ensure};

use crate::client::Client;

/// More pages than this are no longer a walk.
const MOST: usize = 400;

/// What a walk has met.
#[derive(Debug, Default)]
pub struct Walked {
    /// The addresses of pages, one of each kind.
    pub pages: Vec<String>,
    /// Links that lead nowhere, with the page that has them and the answer.
    pub broken: Vec<String>,
}

/// Every page that somebody reaches by links from the front page, each [`kind`] once.
///
/// # Errors
/// When the server does not answer, or the pages have no end.
pub async fn pages(client: &mut Client) -> Result<Walked> {
    let mut seen = BTreeSet::from([kind("/")]);
    let mut waiting = VecDeque::from([("/".to_owned(), String::new())]);
    let mut walked = Walked::default();
    while let Some((path, from)) = waiting.pop_front() {
        ensure!(seen.len() < MOST, "there is no end to the pages: {seen:?}");
        let answer = client.get(&path).await?;
        let mut links = links(&answer.body);
        if answer.status.is_redirection() {
            links.extend(answer.location);
        } else if answer.status.is_success() {
            if answer.body.starts_with("<!doctype html>") {
                walked.pages.push(path.clone());
            }
        } else {
            walked.broken.push(format!("{path} on {from} answers {}", answer.status));
        }
        for link in links {
            let link = link.split('#').next().unwrap_or_default();
            if link.starts_with('/') && seen.insert(kind(link)) {
                waiting.push_back((link.to_owned(), path.clone()));
            }
        }
    }
    Ok(walked)
}

/// The addresses that a page links to.
fn links(page: &str) -> Vec<String> {
    let anchors = page.split("<a ").skip(1).filter_map(|rest| rest.split('>').next());
    let hrefs = anchors.filter_map(|tag| tag.split("href=\"").nth(1)?.split('"').next());
    hrefs.map(|href| href.replace("&amp;", "&")).collect()
}

/// A path without what differs between pages of the same kind: numbers, names and the query.
#[must_use]
pub fn kind(link: &str) -> String {
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
