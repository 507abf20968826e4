//! Limits under a crowd: of many payments at the same moment exactly as many are recorded as there is room for, also while the
//! limit is cut, and when two pay each other crosswise. `cargo xtask race` does it for as long as one likes.

use std::sync::Arc;

use anyhow::{Context, Result, ensure};
use e2e::client::{Client, with};
use e2e::dice::Dice;
use e2e::server::Server;
use e2e::trading::{EXCHANGE, Outcome, PEOPLE, Payer, Payment};
use e2e::{count, say};
use hyper::StatusCode;
use rig::postgres::{Cluster, Flush};
use tokio::sync::Barrier;
use tokio::task::block_in_place;

const CLIENTS: usize = 64;
/// What a payment of one acorn takes with its levy, in hundredths.
const PRICE: i64 = 102;

/// Two who pay each other, and who sets their limits.
struct Market {
    rosa: Payer,
    ben: Payer,
    admin: Client,
    csrf: String,
    /// Rosa's account.
    number: String,
    /// What was recorded of Rosa's and of Ben's.
    recorded: [Vec<Payment>; 2],
}

impl Market {
    async fn open(url: &str) -> Result<Market> {
        let mut rosa = Payer::new(url, PEOPLE[0].0, PEOPLE[1].1).await?;
        let mut ben = Payer::new(url, PEOPLE[1].0, PEOPLE[0].1).await?;
        let first = Payment::of("1.00");
        ensure!(rosa.pay(&first).await? == Outcome::Recorded, "the first payment was refused");
        let (_, numbers) = ben.standing().await?;
        let number = numbers.get(PEOPLE[0].1).context("Ben does not know Rosa's number")?.clone();
        let mut admin = Client::signed_in(url, PEOPLE[3].0).await?;
        let page = admin.get(&format!("/{EXCHANGE}/admin/people/{number}/limits")).await?;
        let fields = page.fields();
        let csrf = fields.iter().find(|(name, _)| name == "csrf").context("the form has no token")?.1.clone();
        // Round by round he comes to own more: no ceiling may end a long campaign.
        let (_, numbers) = rosa.standing().await?;
        let bens = numbers.get(PEOPLE[1].1).context("Rosa does not know Ben's number")?;
        set_floor(&mut admin, (&csrf, bens), 25_000).await?;
        Ok(Market { rosa, ben, admin, csrf, number, recorded: [vec![first], Vec::new()] })
    }

    /// What it takes to leave Rosa room for so many payments of one acorn.
    async fn floor_for(&mut self, payments: i64) -> Result<i64> {
        let floor = payments * PRICE - self.rosa.standing().await?.0;
        ensure!(floor >= 0, "Rosa has too much for this test");
        Ok(floor)
    }

    async fn set_floor(&mut self, floor: i64) -> Result<()> {
        set_floor(&mut self.admin, (&self.csrf, &self.number), floor).await
    }

    /// Makes sure that her standing is below what the floor could be.
    async fn spend(&mut self) -> Result<()> {
        let standing = self.rosa.standing().await?.0;
        if standing <= 0 {
            return Ok(());
        }
        self.set_floor(2 * standing).await?;
        let all = Payment::of(&format!("{}.{:02}", standing / 100, standing % 100));
        ensure!(self.rosa.pay(&all).await? == Outcome::Recorded, "what she has cannot be spent");
        self.recorded[0].push(all);
        Ok(())
    }

    /// Room for exactly so many: exactly so many are recorded, and the others are told why not.
    async fn exactly(&mut self, room: usize) -> Result<()> {
        let floor = self.floor_for(i64::try_from(room)?).await?;
        self.set_floor(floor).await?;
        let (recorded, refused) = rush(&self.rosa, CLIENTS).await?;
        ensure!(recorded.len() == room, "room for {room}, and {} were recorded", recorded.len());
        ensure!(refused.len() == CLIENTS - room, "{} were refused", refused.len());
        for page in refused {
            ensure!(page.contains("below-floor"), "the refusal does not name the rule: {page}");
        }
        self.recorded[0].extend(recorded);
        Ok(())
    }

    /// The limit is cut in the middle of a rush: whatever came first, nobody goes past what holds then.
    async fn while_the_limit_is_cut(&mut self, room: usize) -> Result<()> {
        let (before, after) = (room + 15, room);
        let (wide, narrow) =
            (self.floor_for(i64::try_from(before)?).await?, self.floor_for(i64::try_from(after)?).await?);
        self.set_floor(wide).await?;
        let (rosa, mut admin) = (self.rosa.clone(), self.admin.clone());
        let (csrf, number) = (self.csrf.clone(), self.number.clone());
        let rushing = tokio::spawn(async move { rush(&rosa, CLIENTS).await });
        set_floor(&mut admin, (&csrf, &number), narrow).await?;
        let (recorded, _) = rushing.await??;
        ensure!((after..=before).contains(&recorded.len()), "{} were recorded", recorded.len());
        self.recorded[0].extend(recorded);
        let late = self.rosa.pay(&Payment::of("1.00")).await?;
        ensure!(late != Outcome::Recorded, "recorded past the limit");
        Ok(())
    }

    /// Both pay each other at once: all of it is recorded, and nobody is kept from it by the other.
    async fn crosswise(&mut self) -> Result<()> {
        let floor = self.floor_for(16).await?;
        self.set_floor(floor).await?;
        let (rosa, ben) = (self.rosa.clone(), self.ben.clone());
        let hers = tokio::spawn(async move { rush(&rosa, 16).await });
        let (his, his_refused) = rush(&ben, 16).await?;
        let (hers, hers_refused) = hers.await??;
        ensure!(hers.len() == 16, "of hers {} were recorded: {:?}", hers.len(), hers_refused.first());
        ensure!(his.len() == 16, "of his {} were recorded: {:?}", his.len(), his_refused.first());
        self.recorded[0].extend(hers);
        self.recorded[1].extend(his);
        Ok(())
    }
}

async fn set_floor(admin: &mut Client, (csrf, number): (&str, &str), floor: i64) -> Result<()> {
    let floor = format!("{}.{:02}", floor / 100, floor % 100);
    let typed = [
        ("csrf", csrf),
        ("floor-kind", "hard"),
        ("floor", &floor),
        ("ceiling-kind", "none"),
        ("reason", "as agreed"),
    ];
    let path = format!("/{EXCHANGE}/admin/people/{number}/limits");
    let answer = admin.post(&path, &with(&[], &typed)).await?;
    ensure!(answer.status == StatusCode::SEE_OTHER, "a floor of {floor}: {}", answer.status);
    Ok(())
}

/// Pays one acorn from many browsers at the same moment: what was recorded, and what the others read.
async fn rush(payer: &Payer, clients: usize) -> Result<(Vec<Payment>, Vec<String>)> {
    let gate = Arc::new(Barrier::new(clients));
    let mut tasks = Vec::new();
    for _ in 0..clients {
        let (mut payer, gate) = (payer.clone(), gate.clone());
        tasks.push(tokio::spawn(async move {
            let payment = Payment::of("1.00");
            gate.wait().await;
            let outcome = payer.pay(&payment).await?;
            anyhow::Ok((payment, outcome))
        }));
    }
    let (mut recorded, mut refused) = (Vec::new(), Vec::new());
    for task in tasks {
        match task.await?? {
            (payment, Outcome::Recorded) => recorded.push(payment),
            (_, Outcome::Refused(page)) => refused.push(page),
        }
    }
    Ok((recorded, refused))
}

async fn race(server: &Server, what: &str) -> Result<()> {
    let rounds = count("AYNI_RACE_ROUNDS", 3)?;
    let mut dice = Dice::thrown(what)?;
    let mut market = Market::open(&server.url()).await?;
    market.spend().await?;
    for round in 1..=rounds {
        let room = 1 + dice.below(20);
        market.exactly(room).await.with_context(|| format!("round {round}"))?;
        market.while_the_limit_is_cut(room).await.with_context(|| format!("round {round}"))?;
        market.crosswise().await.with_context(|| format!("round {round}"))?;
    }
    let Market { mut rosa, mut ben, recorded, .. } = market;
    let found = rosa.compare(&recorded[0]).await? + ben.compare(&recorded[1]).await?;
    block_in_place(|| server.verify())?;
    say!("{what}: {rounds} rounds, {found} payments recorded, never one too many");
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn exactly_as_many_are_recorded_as_there_is_room_for_on_sqlite() -> Result<()> {
    race(&block_in_place(Server::demo)?, "race on SQLite").await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn exactly_as_many_are_recorded_as_there_is_room_for_on_postgresql() -> Result<()> {
    let log = tempfile::NamedTempFile::new()?;
    let cluster = block_in_place(|| Cluster::start(log.path(), Flush::Always))?;
    let server = block_in_place(|| Server::several(&cluster, &cluster.url(), 1))?.remove(0);
    race(&server, "race on PostgreSQL").await
}

/// The control: a program that looked first and wrote afterwards would let too many pass, since at the moment of looking there
/// is room for each of them.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn looking_before_writing_would_let_too_many_pass() -> Result<()> {
    let server = block_in_place(Server::demo)?;
    let mut market = Market::open(&server.url()).await?;
    market.spend().await?;
    let floor = market.floor_for(10).await?;
    market.set_floor(floor).await?;
    let gate = Arc::new(Barrier::new(CLIENTS));
    let mut tasks = Vec::new();
    for _ in 0..CLIENTS {
        let (mut payer, gate) = (market.rosa.clone(), gate.clone());
        tasks.push(tokio::spawn(async move {
            gate.wait().await;
            let looked = payer.check(&Payment::of("1.00")).await?;
            anyhow::Ok(looked.status == StatusCode::OK)
        }));
    }
    let mut fine = 0;
    for task in tasks {
        fine += usize::from(task.await??);
    }
    ensure!(fine > 10, "only {fine} of {CLIENTS} looked at the same moment: this campaign sees nothing");
    Ok(())
}
