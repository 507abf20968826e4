//! A crowd: members who pay each other all the time, ask again until they are answered, and remember what they were told.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use tokio::task::JoinHandle;

use crate::trading::{Outcome, PEOPLE, Payer, Payment};

/// How long nobody may be answered before the campaign is given up.
const PATIENCE: Duration = Duration::from_secs(150);

/// When somebody believes that a payment counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Belief {
    /// When they are told so. Until then they ask again.
    Told,
    /// As soon as they have sent it, whatever becomes of it: as if servers answered before they commit. A campaign that
    /// finds nothing wrong with such a crowd sees nothing.
    Sent,
}

/// One of them: who pays, and what they believe.
type Errand = JoinHandle<Result<(Payer, Vec<Payment>)>>;

/// People who pay each other until they are told to stop.
pub struct Crowd {
    tasks: Vec<Errand>,
    stop: Arc<AtomicBool>,
    answered: Arc<AtomicUsize>,
}

/// What a crowd believes once it has stopped.
pub struct Believed {
    people: Vec<(Payer, Vec<Payment>)>,
}

impl Crowd {
    /// Lets so many clients begin, spread over servers of one exchange; each goes on at the next server when one does not
    /// answer.
    ///
    /// # Errors
    /// When somebody cannot sign in.
    pub async fn gather(urls: &[String], clients: usize, belief: Belief) -> Result<Crowd> {
        let (stop, answered) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicUsize::new(0)));
        let urls: Arc<[String]> = urls.into();
        let mut tasks = Vec::new();
        for client in 0..clients {
            // Each pays the next, in a ring: nobody comes to a limit.
            let (login, _) = PEOPLE[client % PEOPLE.len()];
            let (_, payee) = PEOPLE[(client + 1) % PEOPLE.len()];
            let turn = client % urls.len();
            let payer = Payer::new(&urls[turn], login, payee).await?;
            let errand =
                Task { urls: urls.clone(), turn, belief, stop: stop.clone(), answered: answered.clone() };
            tasks.push(tokio::spawn(errand.pay_on(payer)));
        }
        Ok(Crowd { tasks, stop, answered })
    }

    /// Waits until some more payments have been answered.
    ///
    /// # Errors
    /// When that takes too long, or somebody has given up.
    pub async fn more(&self, count: usize) -> Result<()> {
        self.more_within(count, PATIENCE).await
    }

    /// Waits for more answers, but only so long.
    ///
    /// # Errors
    /// As [`Crowd::more`].
    pub async fn more_within(&self, count: usize, within: Duration) -> Result<()> {
        let (until, began) = (self.answered.load(Ordering::SeqCst) + count, Instant::now());
        while self.answered.load(Ordering::SeqCst) < until {
            ensure!(began.elapsed() < within, "no more payments are answered for {} s", within.as_secs());
            ensure!(!self.tasks.iter().any(JoinHandle::is_finished), "somebody has given up");
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
        Ok(())
    }

    /// How many payments have been answered so far.
    #[must_use]
    pub fn answered(&self) -> usize {
        self.answered.load(Ordering::SeqCst)
    }

    /// Lets everybody finish what they have begun.
    ///
    /// # Errors
    /// When somebody never got an answer.
    pub async fn stop(self) -> Result<Believed> {
        self.stop.store(true, Ordering::SeqCst);
        let mut people: Vec<(Payer, Vec<Payment>)> = Vec::new();
        for (client, task) in self.tasks.into_iter().enumerate() {
            let (payer, payments) = task.await??;
            match people.get_mut(client % PEOPLE.len()) {
                Some((_, all)) => all.extend(payments),
                None => people.push((payer, payments)),
            }
        }
        Ok(Believed { people })
    }
}

impl Believed {
    /// Compares what was believed with the books as this server shows them: each payment once, and none besides. Gives how
    /// many there are.
    ///
    /// # Errors
    /// With what is missing or too many.
    pub async fn compare(&mut self, url: &str) -> Result<usize> {
        let mut found = 0;
        for (payer, believed) in &mut self.people {
            payer.client.move_to(url);
            found += payer.compare(believed).await?;
        }
        Ok(found)
    }

    /// Signs everybody in again, where sessions may have been lost as well.
    ///
    /// # Errors
    /// When somebody is not known any more.
    pub async fn sign_in_again(&mut self, url: &str) -> Result<()> {
        for (person, (payer, _)) in self.people.iter_mut().enumerate() {
            *payer = Payer::new(url, PEOPLE[person].0, PEOPLE[(person + 1) % PEOPLE.len()].1).await?;
        }
        Ok(())
    }

    /// Fails unless the comparison fails once a payment is believed that was never made, and once one is believed twice: a
    /// comparison that lets either pass sees nothing.
    ///
    /// # Errors
    /// When the comparison does not see it.
    pub async fn check_comparison(&mut self, url: &str) -> Result<()> {
        let told = self.people.first().and_then(|(_, told)| told.first()).cloned();
        let told = told.context("nobody was told of any payment")?;
        for false_belief in [Payment::of("0.01"), told] {
            self.people[0].1.push(false_belief);
            let seen = self.compare(url).await;
            self.people[0].1.pop();
            ensure!(seen.is_err(), "the comparison does not see a payment that was never made");
        }
        Ok(())
    }
}

struct Task {
    urls: Arc<[String]>,
    turn: usize,
    belief: Belief,
    stop: Arc<AtomicBool>,
    answered: Arc<AtomicUsize>,
}

impl Task {
    async fn pay_on(mut self, mut payer: Payer) -> Result<(Payer, Vec<Payment>)> {
        let mut believed = Vec::new();
        while !self.stop.load(Ordering::SeqCst) {
            let payment = Payment::of("0.01");
            match self.belief {
                Belief::Told => self.until_answered(&mut payer, &payment).await?,
                Belief::Sent => {
                    let sent = payer.try_pay(&payment).await;
                    if sent.as_ref().is_err_and(never_left) {
                        tokio::time::sleep(Duration::from_millis(10)).await;
                        continue;
                    }
                }
            }
            believed.push(payment);
            self.answered.fetch_add(1, Ordering::SeqCst);
        }
        Ok((payer, believed))
    }

    async fn until_answered(&mut self, payer: &mut Payer, payment: &Payment) -> Result<()> {
        let began = Instant::now();
        loop {
            match payer.try_pay(payment).await {
                Ok(Outcome::Recorded) => return Ok(()),
                Ok(Outcome::Refused(page)) => anyhow::bail!("a small payment was refused: {page}"),
                Err(error) if began.elapsed() > PATIENCE => {
                    return Err(error).with_context(|| format!("paying {}", payment.id));
                }
                Err(_) => {
                    self.turn += 1;
                    payer.client.move_to(&self.urls[self.turn % self.urls.len()]);
                    tokio::time::sleep(Duration::from_millis(20)).await;
                }
            }
        }
    }
}

/// Whether nobody was there to send it to.
fn never_left(error: &anyhow::Error) -> bool {
    error
        .downcast_ref::<hyper_util::client::legacy::Error>()
        .is_some_and(hyper_util::client::legacy::Error::is_connect)
}
