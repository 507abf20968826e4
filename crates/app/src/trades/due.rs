//! Requests that have fallen due: silence becomes acceptance, or they expire.

use ledger::transfer::{Acting, Authority};
use ledger::{Instruction, UserId, What};

use crate::App;
use crate::error::{Error, Result};

/// How many are decided at once.
const AT_ONCE: i64 = 200;

/// Lets the requests that have fallen due be accepted or expire; tells how many were. Several processes may do this at
/// once: whoever comes second finds nothing to do.
///
/// # Errors
/// When the database fails, or the teller has stopped.
pub async fn lapse_due(app: &App) -> Result<usize> {
    let now = app.clock.now();
    let due = store::transfers::due(&mut app.db.read().await?, now, AT_ONCE).await?;
    let instruction = |(transfer, exchange)| Instruction {
        exchange,
        by: Authority { user: UserId::SERVER, acting: Acting::Server, operates: Vec::new() },
        what: What::Lapse { transfer },
    };
    let answers = app.teller.ask_all(due.into_iter().map(instruction).collect()).await?;
    let mut lapsed = 0;
    for answer in answers {
        match answer {
            Ok(_) => lapsed += 1,
            // Somebody has answered it at the same moment.
            Err(Error::Refused(_)) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(lapsed)
}
