//! Tasks that last as long as the server: one that falls over begins again.

use std::future::Future;
use std::time::Duration;

/// How long is waited before a task that fell over begins again: whatever made it fall may still be there.
pub(crate) const PAUSE: Duration = Duration::from_secs(5);

/// Does a task until it ends by itself. `begin` makes it, once at first and again, after a pause, when it fell over.
pub(crate) async fn lasting<F>(what: &'static str, pause: Duration, begin: impl Fn() -> F)
where
    F: Future<Output = ()> + Send + 'static,
{
    // A panic ends a task of the runtime and nothing else; its message is on standard error already.
    while tokio::spawn(begin()).await.is_err() {
        tracing::error!("{what} fell over and begins again");
        tokio::time::sleep(pause).await;
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    #[tokio::test]
    async fn what_falls_over_begins_again_until_it_ends() {
        let begun = Arc::new(AtomicUsize::new(0));
        lasting("a test", Duration::ZERO, || {
            let begun = begun.clone();
            async move { assert_eq!(begun.fetch_add(1, Ordering::SeqCst), 2, "the first two fall over") }
        })
        .await;
        assert_eq!(begun.load(Ordering::SeqCst), 3);
    }
}
