//! What falls due without anybody's doing: silence becomes acceptance, requests expire.

use ledger::transfer::{Acting, Authority};
use ledger::{Instruction, UserId, What};

use crate::App;
use crate::error::Result;

/// How many requests are looked up at a time.
const CHUNK: i64 = 200;

/// Lets every request that has fallen due be accepted or expire; tells how many were answered. Whoever runs the program asks
/// now and then; several processes may.
///
/// # Errors
/// When the database does not answer, or the teller is too busy: the rest is done the next time.
pub async fn lapse(app: &App) -> Result<usize> {
    let mut answered = 0;
    loop {
        let due = store::transfers::due(&mut app.db.read().await?, app.clock.now(), CHUNK).await?;
        let by = Authority { user: UserId::SERVER, acting: Acting::Server, operates: Vec::new() };
        let instructions = due.iter().map(|&(transfer, exchange)| Instruction {
            exchange,
            by: by.clone(),
            what: What::Lapse { transfer },
        });
        let found = due.len();
        let answers = app.teller.ask_all(instructions.collect()).await?;
        let done = answers.iter().filter(|answer| answer.is_ok()).count();
        answered += done;
        // What was refused has been answered by somebody else meanwhile; when nothing was done, more asking does nothing.
        if done == 0 || i64::try_from(found).is_ok_and(|found| found < CHUNK) {
            return Ok(answered);
        }
    }
}
