//! The teller: the small room through which all value moves.
//!
//! Use cases hand in [`Instruction`]s. The teller takes everything that has queued up meanwhile as one batch (no timer), opens
//! one write transaction, has the [`Book`] decide each instruction in order, writes what was decided together with the jobs
//! that it causes, commits durably, and only then answers anyone. One disk flush serves many payments.
//!
//! If anything goes wrong with the database the book is thrown away and read again. A commit of unknown outcome is settled by
//! looking up whether the batch is there before anyone is answered. A batch that fails for a reason of its own is tried again
//! one instruction at a time, so that nobody suffers for a neighbour.

use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

use ledger::{Answer, Book, Instruction, Receipt};
use store::{
    Db,
    journal::{Journal, QueuedJob, Wanted},
};
use tokio::sync::{Notify, mpsc, oneshot};

use crate::clock::Clock;
use crate::error::{Error, Result};
use crate::news;

/// How many instructions may wait; more are turned away at once with [`Error::Busy`].
const QUEUE: usize = 1024;
/// How many instructions one batch takes at most.
const BATCH: usize = 256;
/// How often a batch that the database was too busy for is tried.
const TRIES: u32 = 8;
/// How long the outcome of a commit is looked for before the askers are told that it is unknown.
const LOOKUPS: u32 = 30;

/// The way to the teller. Clones lead to the same one.
#[derive(Clone)]
pub struct Teller {
    queue: mpsc::Sender<Request>,
    closing: Arc<Notify>,
    thread: Arc<Mutex<Option<JoinHandle<()>>>>,
}

struct Request {
    instruction: Instruction,
    answer: oneshot::Sender<Outcome>,
}

/// What an asker hears.
#[derive(Clone, Debug)]
enum Outcome {
    Answered(Answer),
    Busy,
    Broken,
}

impl Teller {
    /// Opens the teller's connection and starts its thread.
    ///
    /// # Errors
    /// When the database does not answer, or no thread is to be had.
    pub async fn start(db: &Db, clock: Clock) -> Result<Teller> {
        let journal = Journal::open(db).await?;
        let (queue, requests) = mpsc::channel(QUEUE);
        let runtime = tokio::runtime::Handle::current();
        let closing = Arc::new(Notify::new());
        let closed = closing.clone();
        let desk = Desk { journal, book: Book::new(), clock };
        // A thread of its own: on SQLite its work is synchronous, and it must not hold up those who serve pages.
        let thread = std::thread::Builder::new()
            .name("teller".into())
            .spawn(move || runtime.block_on(desk.work(requests, &closed)))
            .map_err(|error| Error::Internal(format!("the teller's thread did not start: {error}")))?;
        Ok(Teller { queue, closing, thread: Arc::new(Mutex::new(Some(thread))) })
    }

    /// Has one instruction decided. When this answers `Ok`, what was decided is on the disk.
    ///
    /// # Errors
    /// [`Error::Refused`] with the ledger's reason; [`Error::Busy`] when too much waits, or when the outcome is not known yet
    /// (asking again with the same ids is safe and tells it).
    pub async fn ask(&self, instruction: Instruction) -> Result<Receipt> {
        let (answer, answered) = oneshot::channel();
        self.queue.try_send(Request { instruction, answer }).map_err(|error| match error {
            mpsc::error::TrySendError::Full(_) => Error::Busy { retry_after_s: 1 },
            mpsc::error::TrySendError::Closed(_) => Error::Internal("the teller has stopped".into()),
        })?;
        hear(answered).await
    }

    /// Has several instructions decided, in order; each has its own answer. They wait for room in the queue.
    ///
    /// # Errors
    /// When the teller has stopped.
    pub async fn ask_all(&self, instructions: Vec<Instruction>) -> Result<Vec<Result<Receipt>>> {
        let mut waiting = Vec::with_capacity(instructions.len());
        for instruction in instructions {
            let (answer, answered) = oneshot::channel();
            let sent = self.queue.send(Request { instruction, answer }).await;
            sent.map_err(|_| Error::Internal("the teller has stopped".into()))?;
            waiting.push(answered);
        }
        let mut answers = Vec::with_capacity(waiting.len());
        for answered in waiting {
            answers.push(hear(answered).await);
        }
        Ok(answers)
    }

    /// Whether the teller is at work.
    #[must_use]
    pub fn is_at_work(&self) -> bool {
        !self.queue.is_closed()
    }

    /// Finishes what was accepted and stops. Other clones' later questions are turned away.
    pub async fn stop(&self) {
        self.closing.notify_one();
        let thread = self.thread.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(thread) = thread {
            let joined = tokio::task::spawn_blocking(move || thread.join()).await;
            if !matches!(joined, Ok(Ok(()))) {
                tracing::error!("the teller stopped on an error");
            }
        }
    }
}

async fn hear(answered: oneshot::Receiver<Outcome>) -> Result<Receipt> {
    match answered.await {
        Ok(Outcome::Answered(answer)) => Ok(answer?),
        Ok(Outcome::Busy) => Err(Error::Busy { retry_after_s: 2 }),
        Ok(Outcome::Broken) | Err(_) => Err(Error::Internal("the teller could not write".into())),
    }
}

/// Where the teller works: its connection and its book.
struct Desk {
    journal: Journal,
    book: Book,
    clock: Clock,
}

/// How a batch went wrong.
enum Trouble {
    /// Nothing was written.
    Undone(store::Error),
    /// The commit went wrong, and whether it landed could not be found out.
    Unknown,
}

impl Desk {
    async fn work(mut self, mut requests: mpsc::Receiver<Request>, closing: &Notify) {
        let mut batch = Vec::with_capacity(BATCH);
        loop {
            tokio::select! {
                biased;
                () = closing.notified() => {
                    // What was accepted is still finished; nothing more is.
                    requests.close();
                    continue;
                }
                count = requests.recv_many(&mut batch, BATCH) => if count == 0 { break },
            }
            let (instructions, askers): (Vec<_>, Vec<_>) =
                batch.drain(..).map(|request| (request.instruction, request.answer)).unzip();
            let outcomes = self.serve(&instructions).await;
            for (asker, outcome) in askers.into_iter().zip(outcomes) {
                // Whoever no longer listens finds the outcome by asking again.
                let _ = asker.send(outcome);
            }
        }
    }

    /// Decides a batch, as a whole if possible, otherwise one by one.
    async fn serve(&mut self, instructions: &[Instruction]) -> Vec<Outcome> {
        match self.persist(instructions).await {
            Ok(answers) => answers.into_iter().map(Outcome::Answered).collect(),
            Err(Trouble::Unknown) => vec![Outcome::Busy; instructions.len()],
            Err(Trouble::Undone(error)) if instructions.len() > 1 && !error.is_busy() => {
                tracing::warn!(%error, "a batch failed and is tried one by one");
                let mut outcomes = Vec::with_capacity(instructions.len());
                for instruction in instructions {
                    outcomes.push(self.serve_one(instruction).await);
                }
                outcomes
            }
            Err(Trouble::Undone(error)) => vec![broken(&error); instructions.len()],
        }
    }

    async fn serve_one(&mut self, instruction: &Instruction) -> Outcome {
        match self.persist(std::slice::from_ref(instruction)).await {
            Ok(mut answers) => answers.pop().map_or(Outcome::Broken, Outcome::Answered),
            Err(Trouble::Unknown) => Outcome::Busy,
            Err(Trouble::Undone(error)) => broken(&error),
        }
    }

    /// Tries a batch until the database is not busy.
    async fn persist(&mut self, instructions: &[Instruction]) -> Result<Vec<Answer>, Trouble> {
        let mut tried = 0;
        loop {
            match self.batch(instructions).await {
                Err(Trouble::Undone(error)) if error.is_busy() && tried < TRIES => {
                    tried += 1;
                    tokio::time::sleep(Duration::from_millis(5 << tried.min(6))).await;
                }
                done => return done,
            }
        }
    }

    /// One batch in one transaction.
    async fn batch(&mut self, instructions: &[Instruction]) -> Result<Vec<Answer>, Trouble> {
        let mut wanted = Wanted::default();
        for instruction in instructions {
            wanted.add(instruction.exchange, instruction.needs());
        }
        wanted.sort();
        if self.journal.is_shared() {
            self.book = Book::new();
        }
        if let Err(error) = self.journal.begin(&mut self.book, &wanted).await {
            return Err(self.undo(error).await);
        }
        // Where this clock is behind what counted before, the book goes by that.
        let at = self.clock.now();
        let answers: Vec<Answer> =
            instructions.iter().map(|instruction| self.book.decide(instruction, at)).collect();
        let ids = self.book.ids();
        let plan = self.book.take_plan();
        if plan.is_empty() {
            self.journal.abandon().await;
            return Ok(answers);
        }
        let jobs: Vec<QueuedJob> = news::job(instructions, &answers, &plan, at).into_iter().collect();
        if let Err(error) = self.journal.write(&plan, &jobs, ids).await {
            return Err(self.undo(error).await);
        }
        if let Err(error) = self.journal.commit().await {
            tracing::error!(%error, "the outcome of a commit is unknown");
            self.book = Book::new();
            self.journal.abandon().await;
            if !self.landed(&plan).await? {
                return Err(Trouble::Undone(error));
            }
        }
        Ok(answers)
    }

    async fn undo(&mut self, error: store::Error) -> Trouble {
        self.book = Book::new();
        self.journal.abandon().await;
        Trouble::Undone(error)
    }

    /// Looks a batch up whose commit went wrong, until the database answers.
    async fn landed(&mut self, plan: &ledger::Plan) -> Result<bool, Trouble> {
        for _ in 0..LOOKUPS {
            match self.journal.landed(plan).await {
                Ok(landed) => return Ok(landed),
                Err(error) => tracing::warn!(%error, "the database does not tell whether a batch landed"),
            }
            tokio::time::sleep(Duration::from_secs(1)).await;
        }
        Err(Trouble::Unknown)
    }
}

fn broken(error: &store::Error) -> Outcome {
    if error.is_busy() {
        return Outcome::Busy;
    }
    tracing::error!(%error, "a batch could not be written");
    Outcome::Broken
}
