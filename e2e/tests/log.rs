//! The log of signing in, paying and failing: every request is in it, and nobody.

use std::net::IpAddr;

use anyhow::{Context, Result, ensure};
use e2e::client::{AGENT, Client, with};
use e2e::server::{PASSWORD, Server, Wishes};
use e2e::trading::{EXCHANGE, Outcome, PEOPLE, Payer, Payment};
use tokio::task::block_in_place;

/// Typed where a password belongs.
const MISTYPED: &str = "nine-quiet-badgers";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_log_names_nobody() -> Result<()> {
    let mut server = block_in_place(Server::demo)?;
    block_in_place(|| server.stop())?;
    let made = server.log().len();
    let options = ["--log", "debug,requests=debug,sqlx=warn", "--log-format", "json"];
    let options = options.map(str::to_owned).to_vec();
    server.wish(Wishes { command: "serve", options, ..Wishes::default() });
    block_in_place(|| server.start())?;
    let (login, payee) = (PEOPLE[0].0, PEOPLE[1].1);
    let mut client = Client::new(&server.url()).from(IpAddr::from([127, 0, 3, 7]));
    let form = client.get("/sign-in?next=/MARL/people?words=Rosa").await?.fields();
    let wrong = client.post("/sign-in", &with(&form, &[("login", login), ("password", MISTYPED)])).await?;
    ensure!(wrong.status == 422, "a wrong password answered {}", wrong.status);
    client.sign_in(login).await?;
    let session = client.cookie("ayni").context("no session")?.to_owned();
    for path in ["/MARL/people?words=Whitlock", "/MARL/people/0027", "/MARL/nothing/like-rosa", "/me"] {
        client.get(path).await?;
    }
    client.post("/reset", &with(&client.clone().get("/reset").await?.fields(), &[("email", login)])).await?;
    let forged = client.post("/me", &[("csrf".to_owned(), "forged-badge".to_owned())]).await?;
    ensure!(forged.status == 403, "a forged form answered {}", forged.status);
    let mut payer = Payer::of(client, login, payee).await?;
    let payment = Payment::of("0.01");
    ensure!(payer.pay(&payment).await? == Outcome::Recorded, "a small payment was refused");
    let refused = payer.pay(&Payment::of("99999")).await?;
    ensure!(matches!(refused, Outcome::Refused(_)), "99999 was paid");
    let reference = failure(&server, &mut payer).await?;
    // The worker writes the letters of all this.
    tokio::time::sleep(std::time::Duration::from_secs(5)).await;
    block_in_place(|| server.stop())?;
    let log = server.log().split_off(made);
    for expected in ["\"/{code}/trade\"", "\"/sign-in\"", "\"status\":303", "turned away", &reference] {
        ensure!(log.contains(expected), "{expected} is not in the log: {log}");
    }
    let told: Vec<String> = log.to_lowercase().lines().map(without_chance).collect::<Result<_>>()?;
    let nobody = [
        login,
        "member@",
        "rosa",
        "whitlock",
        "ben adeyemi",
        "adeyemi",
        PASSWORD,
        MISTYPED,
        &session,
        "forged-badge",
        &payment.what,
        "kindling",
        "127.0.3",
        AGENT,
        "words=",
        "next=",
        "0027",
        "like-rosa",
    ];
    for sentinel in nobody {
        let line = told.iter().find(|line| line.contains(&sentinel.to_lowercase()));
        ensure!(line.is_none(), "{sentinel} is in the log: {}", line.cloned().unwrap_or_default());
    }
    Ok(())
}

/// A line of the log without the moment and the reference, whose digits may happen to be those of a number.
fn without_chance(line: &str) -> Result<String> {
    let mut fields: serde_json::Map<String, serde_json::Value> = serde_json::from_str(line)?;
    fields.retain(|name, _| name != "timestamp" && name != "reference");
    Ok(serde_json::to_string(&fields)?)
}

/// Makes a payment fail for want of room, and gives the reference of the page that says so.
async fn failure(server: &Server, payer: &mut Payer) -> Result<String> {
    server.may_grow("0")?;
    let page = payer.send("trade", &Payment::of("0.01")).await?;
    server.may_grow("unlimited")?;
    ensure!(page.status == 500, "a full disk answered {}", page.status);
    let text = page.body.split("<dd class=\"num\">").nth(1).and_then(|rest| rest.split("</dd>").next());
    let reference = text.with_context(|| format!("{EXCHANGE}: no reference on the page: {}", page.body))?;
    ensure!(reference.len() == 9, "no reference: {reference}");
    Ok(reference.to_owned())
}
