//! Members of the demo who pay each other through the pages' form, and ask again until they know what became of it.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use hyper::StatusCode;
use uuid::Uuid;

use crate::client::{Answer, Client, with};

/// The exchange of the demo whose members the tests sign in as.
pub const EXCHANGE: &str = "MARL";
/// Members of it who can sign in, and their names.
pub const PEOPLE: [(&str, &str); 4] = [
    ("member@ayni.example", "Rosa Whitlock"),
    ("neighbour@ayni.example", "Ben Adeyemi"),
    ("coordinator@ayni.example", "Hamid Rahimi"),
    ("admin@ayni.example", "Gwen Pritchard"),
];
/// How long somebody asks for an answer before they give up.
const PATIENCE: Duration = Duration::from_secs(120);

/// A payment, under a name that its maker gave it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Payment {
    /// Its name.
    pub id: Uuid,
    /// As typed.
    pub amount: String,
    /// Its description, which no other payment has.
    pub what: String,
}

impl Payment {
    /// A payment of a typed amount.
    #[must_use]
    pub fn of(amount: &str) -> Payment {
        let id = Uuid::now_v7();
        Payment { id, amount: amount.to_owned(), what: format!("kindling {}", id.simple()) }
    }
}

/// What became of a payment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is in the books.
    Recorded,
    /// A rule stands in its way, as this page explains.
    Refused(String),
}

/// Somebody who pays somebody.
#[derive(Clone)]
pub struct Payer {
    /// Their browser.
    pub client: Client,
    csrf: String,
    payee: String,
    mark: String,
}

impl Payer {
    /// Signs somebody in, who finds whom to pay.
    ///
    /// # Errors
    /// When one of both is not known.
    pub async fn new(url: &str, login: &str, payee: &str) -> Result<Payer> {
        Payer::of(Client::signed_in(url, login).await?, login, payee).await
    }

    /// Somebody who has signed in as `login`, and finds whom to pay.
    ///
    /// # Errors
    /// When nobody of this name is found.
    pub async fn of(mut client: Client, login: &str, payee: &str) -> Result<Payer> {
        let form = client.get(&format!("/{EXCHANGE}/trade")).await?;
        ensure!(form.status == StatusCode::OK, "the form answered {}: {}", form.status, form.body);
        let search = [("with-who", payee), ("step", "find")];
        let found = client.post(&format!("/{EXCHANGE}/trade/check"), &with(&form.fields(), &search)).await?;
        let fields = found.fields();
        let value = |name: &str| {
            let field = fields.iter().find(|(found, _)| found == name);
            field.map(|(_, value)| value.clone()).with_context(|| format!("the form has no {name}"))
        };
        let mark = login.split('@').next().unwrap_or_default().to_owned();
        Ok(Payer { csrf: value("csrf")?, payee: value("with")?, mark, client })
    }

    /// Pays, once. An error says nothing about whether it was recorded.
    ///
    /// # Errors
    /// When there was no answer, or one that is not definite.
    pub async fn try_pay(&mut self, payment: &Payment) -> Result<Outcome> {
        let answer = self.send("trade", payment).await?;
        match answer.status {
            StatusCode::SEE_OTHER => {
                let to = answer.location.unwrap_or_default();
                ensure!(to.contains(&payment.id.to_string()), "led to {to} instead of to the trade");
                Ok(Outcome::Recorded)
            }
            StatusCode::UNPROCESSABLE_ENTITY => Ok(Outcome::Refused(answer.body)),
            status => {
                let title = answer.body.split_once("<h1").map_or("no page", |(_, rest)| rest);
                bail!("answered {status}: {}", title.split('<').next().unwrap_or_default())
            }
        }
    }

    /// Pays, and asks again under the same name until the answer is definite.
    ///
    /// # Errors
    /// When there is none for two minutes.
    pub async fn pay(&mut self, payment: &Payment) -> Result<Outcome> {
        let began = Instant::now();
        loop {
            match self.try_pay(payment).await {
                Ok(outcome) => return Ok(outcome),
                Err(error) if began.elapsed() > PATIENCE => return Err(error),
                Err(_) => tokio::time::sleep(Duration::from_millis(20)).await,
            }
        }
    }

    /// What the form would say of this payment.
    ///
    /// # Errors
    /// When there is no answer.
    pub async fn check(&mut self, payment: &Payment) -> Result<Answer> {
        self.send("trade/check", payment).await
    }

    /// Sends a payment's form to a page of the exchange.
    ///
    /// # Errors
    /// When there is no answer.
    pub async fn send(&mut self, page: &str, payment: &Payment) -> Result<Answer> {
        let id = payment.id.to_string();
        // Whoever is paid has it on their statement as well: the words say whose payment it is.
        let what = format!("{} from {}", payment.what, self.mark);
        let typed = [
            ("csrf", self.csrf.as_str()),
            ("id", &id),
            ("did", "received"),
            ("with", &self.payee),
            ("amount", &payment.amount),
            ("what", &what),
        ];
        self.client.post(&format!("/{EXCHANGE}/{page}"), &with(&[], &typed)).await
    }

    /// Their own account's standing in hundredths, and the numbers of the accounts on their statement by their names.
    ///
    /// # Errors
    /// When the statement cannot be had or read.
    pub async fn standing(&mut self) -> Result<(i64, BTreeMap<String, String>)> {
        let table = self.client.get(&format!("/{EXCHANGE}/statement.csv")).await?;
        let last = table.body.trim_end().rsplit(',').next().unwrap_or_default();
        let digits = last.replace(['\u{2212}', '-', '.'], "");
        let size: i64 = digits.parse().with_context(|| format!("no standing: {last}"))?;
        let standing = if digits.len() + 1 < last.chars().count() { -size } else { size };
        let rows = table.body.lines().map(|line| line.split('"').collect::<Vec<_>>());
        let named = rows.filter(|cells| cells.len() > 3);
        Ok((standing, named.map(|cells| (cells[3].to_owned(), cells[1].to_owned())).collect()))
    }

    /// Their whole statement: a long one is several tables, each of which says where the next one is.
    async fn tables(&mut self) -> Result<String> {
        let path = format!("/{EXCHANGE}/statement.csv");
        let (mut tables, mut query) = (String::new(), String::new());
        loop {
            let table = self.client.get(&format!("{path}{query}")).await?;
            ensure!(table.status == StatusCode::OK, "the table answered {}: {}", table.status, table.body);
            tables.push_str(&table.body);
            let Some((_, older)) = table.body.split_once(&path) else { return Ok(tables) };
            query = older.split('"').next().unwrap_or_default().to_owned();
        }
    }

    /// How many of these payments the books hold, by their descriptions on the payer's own statement: each exactly once.
    ///
    /// # Errors
    /// When one is missing, stands there twice, or there is one that nobody was told of.
    pub async fn compare(&mut self, told: &[Payment]) -> Result<usize> {
        let tables = self.tables().await?;
        let own = format!(" from {}", self.mark);
        let rows = tables.split("kindling ").skip(1).filter(|rest| rest[32..].starts_with(&own));
        let mut counts: BTreeMap<String, i64> = BTreeMap::new();
        let mut listed = 0;
        for row in rows {
            *counts.entry(row[..32].to_owned()).or_default() += 1;
            listed += 1;
        }
        for payment in told {
            *counts.entry(payment.id.simple().to_string()).or_default() -= 1;
        }
        let wrong = |off: fn(i64) -> bool| -> Vec<&String> {
            counts.iter().filter(|(_, count)| off(**count)).map(|(id, _)| id).collect()
        };
        let (missing, extra) = (wrong(|count| count < 0), wrong(|count| count > 0));
        ensure!(
            missing.is_empty() && extra.is_empty(),
            "{} were told, {listed} are in the books; missing: {missing:?}; too many: {extra:?}",
            told.len(),
        );
        Ok(listed)
    }
}
