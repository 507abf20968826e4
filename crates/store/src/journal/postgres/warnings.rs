//! Hears whether PostgreSQL has warned while something was done. The driver hands warnings to the log only, so the log is
//! listened to, and passed on.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use tracing::span::{Attributes, Id, Record};
use tracing::{Dispatch, Event, Level, Metadata, Subscriber};

/// What the driver calls notices of the server in the log.
const TARGET: &str = "sqlx::postgres::notice";

/// An ear, put to the log while something is done.
pub(super) struct Warnings {
    heard: Arc<AtomicBool>,
    dispatch: Dispatch,
}

impl Warnings {
    pub(super) fn new() -> Warnings {
        let heard = Arc::new(AtomicBool::new(false));
        let log = tracing::dispatcher::get_default(Dispatch::clone);
        Warnings { dispatch: Dispatch::new(Ear { heard: heard.clone(), log }), heard }
    }

    /// What to do the work with, so that warnings are heard.
    pub(super) fn dispatch(&self) -> Dispatch {
        self.dispatch.clone()
    }

    /// Whether there was a warning since this was last asked.
    pub(super) fn heard(&self) -> bool {
        self.heard.swap(false, Ordering::SeqCst)
    }
}

struct Ear {
    heard: Arc<AtomicBool>,
    log: Dispatch,
}

fn is_warning(about: &Metadata<'_>) -> bool {
    about.target() == TARGET && *about.level() <= Level::WARN
}

impl Subscriber for Ear {
    fn enabled(&self, about: &Metadata<'_>) -> bool {
        is_warning(about) || self.log.enabled(about)
    }

    fn event(&self, event: &Event<'_>) {
        if is_warning(event.metadata()) {
            self.heard.store(true, Ordering::SeqCst);
        }
        if self.log.enabled(event.metadata()) {
            self.log.event(event);
        }
    }

    fn new_span(&self, span: &Attributes<'_>) -> Id {
        self.log.new_span(span)
    }

    fn record(&self, span: &Id, values: &Record<'_>) {
        self.log.record(span, values);
    }

    fn record_follows_from(&self, span: &Id, follows: &Id) {
        self.log.record_follows_from(span, follows);
    }

    fn enter(&self, span: &Id) {
        self.log.enter(span);
    }

    fn exit(&self, span: &Id) {
        self.log.exit(span);
    }

    fn clone_span(&self, span: &Id) -> Id {
        self.log.clone_span(span)
    }

    fn try_close(&self, span: Id) -> bool {
        self.log.try_close(span)
    }
}

#[cfg(test)]
mod tests {
    use tracing::instrument::WithSubscriber;

    use super::Warnings;

    #[tokio::test]
    async fn warnings_of_the_server_are_heard_once_and_nothing_else() {
        let warnings = Warnings::new();
        async { tracing::warn!(target: "sqlx::postgres::notice", "canceling wait") }
            .with_subscriber(warnings.dispatch())
            .await;
        assert!(warnings.heard());
        assert!(!warnings.heard());
        async {
            tracing::info!(target: "sqlx::postgres::notice", "table is there already");
            tracing::warn!("something else");
        }
        .with_subscriber(warnings.dispatch())
        .await;
        assert!(!warnings.heard());
    }
}
