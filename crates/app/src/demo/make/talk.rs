//! What people write to each other is written, on its day.

use ledger::Instant;
use uuid::Uuid;

use super::town::{Town, broken};
use crate::App;
use crate::actor::Actor;
use crate::demo::talks::{About, Line, Talk};
use crate::error::Result;
use crate::exchanges::{self, Exchange};
use crate::market;
use crate::messages::{self, Topic, Writing};

/// How long the other takes to answer, in minutes.
const PAUSE: i64 = 4;

impl Town {
    /// What was written so many days ago, in the hour from now on.
    pub(super) async fn talk(&mut self, app: &App, ago: i64) -> Result<()> {
        let begins = app.clock.now();
        let today = |talk: &&'static Talk| i64::from(talk.days_ago) == ago;
        let talks: Vec<&'static Talk> = self.data.talks.iter().filter(today).collect();
        for (at, talk) in talks.iter().enumerate() {
            let after_s = i64::try_from(at).unwrap_or(0) * 1200;
            app.clock.set(Instant(begins.0 + after_s * 1_000_000));
            self.write(app, talk).await?;
        }
        if !talks.is_empty() {
            // Told now, so that nobody gets letters later about a past that is made up.
            app.clock.advance(messages::TOLD_AFTER_S);
            messages::tell(app).await?;
        }
        Ok(())
    }

    async fn write(&mut self, app: &App, talk: &'static Talk) -> Result<()> {
        let home = exchanges::by_code(app, &Actor::server(), self.data.code).await?;
        let (one, other) = (self.resident(talk.first)?, self.resident(talk.second)?);
        let (first, second) = (self.at(one)?.user, self.at(other)?.user);
        let (first, second) = (self.actor(app, first).await?, self.actor(app, second).await?);
        let number = other + 1;
        let topic = self.topic(app, (&first, &home), talk).await?;
        let to = (self.at(one)?.id, number.to_string(), topic);
        let mut conversation: Option<Uuid> = None;
        for line in talk.lines {
            let (writer, reader, text) = match line {
                Line::First(text) => (&first, &second, *text),
                Line::Second(text) => (&second, &first, *text),
            };
            let writing = Writing { id: Town::name(app)?.0, text };
            let uuid = match conversation {
                Some(uuid) => {
                    messages::answer(app, writer, (home.id, uuid), writing).await?;
                    uuid
                }
                None => messages::write_first(app, writer, &home, (to.0, &to.1, topic), writing).await?,
            };
            let is_last = talk.lines.last().is_some_and(|last| std::ptr::eq(last, line));
            if !(talk.is_new && is_last) {
                messages::open(app, reader, &home, (uuid, None)).await?;
            }
            conversation = Some(uuid);
            app.clock.advance(PAUSE * 60);
        }
        Ok(())
    }

    /// What they write about.
    async fn topic(&self, app: &App, (reader, home): (&Actor, &Exchange), talk: &Talk) -> Result<Topic> {
        Ok(match talk.about {
            About::Nothing => Topic::Nothing,
            About::Trade(text) => {
                let found = self.recorded.get(text).ok_or_else(|| broken(text))?;
                Topic::Trade(found.id.0)
            }
            About::Listing(title) => {
                let member = self.at(self.resident(talk.second)?)?.id;
                let shown = market::of_member(app, reader, home, member).await?;
                let found = shown.iter().find(|listing| listing.title == title);
                Topic::Listing(found.ok_or_else(|| broken(title))?.uuid)
            }
        })
    }
}
