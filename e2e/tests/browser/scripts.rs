//! What people write stays words in a real browser: known payloads go into every text field that the pages have, the pages that
//! show them are opened, and nothing runs: no dialog opens, and the content policy has nothing to refuse.

use std::collections::BTreeSet;

use anyhow::{Result, ensure};
use e2e::browser::{Browser, PHONE};
use e2e::server::Server;
use serde_json::{Value, json};
use tokio::task::block_in_place;

#[path = "../../../crates/server/tests/pages/payloads.rs"]
mod payloads;

use payloads::SCRIPTS;

/// A form that takes words.
struct Form {
    /// Its page.
    page: &'static str,
    /// Where it is sent, if that is not where its page says.
    action: &'static str,
    /// The button it is sent with, if that says something.
    button: (&'static str, &'static str),
    /// What each time is typed, one after the other: into fields of one line the first of them, into others all.
    times: Vec<Vec<&'static str>>,
    /// What shows it, besides the page that it leads to.
    shown: &'static [&'static str],
}

impl Form {
    fn new(page: &'static str, at_once: usize, shown: &'static [&'static str]) -> Self {
        let times = SCRIPTS.chunks(at_once).map(<[&str]>::to_vec).collect();
        Self { page, action: "", button: ("", ""), times, shown }
    }

    fn sent_to(self, action: &'static str) -> Self {
        Self { action, ..self }
    }

    fn by(self, name: &'static str, value: &'static str) -> Self {
        Self { button: (name, value), ..self }
    }
}

/// Fills the form in the middle of the page in, so often, and sends it; answers where each led, or the status.
const SEND: &str = r#"
const [times, action, button] = arguments;
const done = arguments[arguments.length - 1];
const form = [...document.querySelectorAll('main form[method=post]')].find((form) => form.querySelector('textarea, input[type=text], input:not([type])'));
const send = async (payloads) => {
    const typed = new FormData(form);
    if (button[0]) typed.set(button[0], button[1]);
    for (const field of form.elements) {
        if (!field.name || field.name === 'csrf' || field.disabled) continue;
        // Numbers, addresses, colours and the like are checked, and take no such words.
        const checked = /^(contact-\d+|website|colour|country|time_zone)$/.test(field.name);
        const text = !checked && (field.tagName === 'TEXTAREA' || (field.tagName === 'INPUT' && ['text', 'search'].includes(field.type)));
        if (field.type === 'hidden' && field.name === 'id') typed.set('id', crypto.randomUUID());
        else if (field.type === 'radio' && !typed.has(field.name)) typed.set(field.name, field.value);
        else if (field.tagName === 'SELECT' && !field.value) typed.set(field.name, [...field.options].map((option) => option.value).find((value) => value) ?? '');
        else if (field.type === 'file') typed.delete(field.name);
        else if (field.type === 'date' && field.name === 'until') typed.set('until', new Date(Date.now() + 864e5).toISOString().slice(0, 10));
        else if (text && ['decimal', 'numeric'].includes(field.inputMode)) typed.set(field.name, '1');
        else if (text) {
            const most = field.maxLength > 0 ? field.maxLength : 1000;
            const said = field.tagName === 'TEXTAREA' ? payloads.join('\n\n') : payloads[0].replace(/[\n\t]/g, ' ');
            typed.set(field.name, said.slice(0, most));
        }
    }
    const body = form.enctype === 'multipart/form-data' ? typed : new URLSearchParams(typed);
    const answer = await fetch(action || form.action, { method: 'POST', body });
    return answer.ok && answer.redirected ? new URL(answer.url).pathname : String(answer.status);
};
(async () => {
    const led = [];
    for (const payloads of times) led.push(await send(payloads));
    return led;
})().then(done, (error) => done([String(error)]));
"#;

/// Opens a page and says what ran there, or tried to.
async fn looked_at(browser: &Browser, path: &str) -> Result<Vec<String>> {
    browser.go(path).await?;
    Ok(browser.wrongs().await?.into_iter().map(|wrong| format!("{path}: {wrong}")).collect())
}

/// Fills a form in so often, and looks at whatever shows what was typed.
async fn try_form(browser: &Browser, form: &Form) -> Result<Vec<String>> {
    browser.go(form.page).await?;
    let arguments: Vec<Value> =
        vec![json!(form.times), json!(form.action), json!([form.button.0, form.button.1])];
    let led: Vec<String> = browser.page.execute_async(SEND, arguments).await?.convert()?;
    let taken = led.iter().filter(|to| to.starts_with('/')).count();
    ensure!(2 * taken >= form.times.len().max(2), "{} took hardly any: {led:?}", form.page);
    let pages: BTreeSet<&str> = led
        .iter()
        .map(String::as_str)
        .filter(|to| to.starts_with('/'))
        .chain(form.shown.iter().copied())
        .collect();
    let mut wrong = Vec::new();
    for path in pages {
        wrong.extend(looked_at(browser, path).await?);
    }
    // With what was typed in its fields, too.
    wrong.extend(looked_at(browser, form.page).await?);
    Ok(wrong)
}

async fn try_all(browser: &Browser, login: &str, forms: &[Form]) -> Result<Vec<String>> {
    browser.page.delete_all_cookies().await?;
    browser.sign_in(login).await?;
    let mut wrong = Vec::new();
    for form in forms {
        wrong.extend(try_form(browser, form).await?);
    }
    Ok(wrong)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_people_write_runs_in_no_browser() -> Result<()> {
    let server = block_in_place(Server::demo)?;
    let browser = Browser::open(&server.url(), PHONE).await?;
    browser.without_worker().await?;
    // A control: a page that runs what it should not is found out.
    browser.go("/MARL").await?;
    let script = "document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=alert(1)>');";
    browser.page.execute(script, Vec::new()).await?;
    tokio::time::sleep(std::time::Duration::from_millis(200)).await;
    ensure!(!browser.wrongs().await?.is_empty(), "nobody notices a script that a page holds");

    let market: &[&str] = &["/MARL/market", "/MARL/market?kind=want", "/MARL/market/mine", "/MARL"];
    let mut wrong = try_all(
        &browser,
        "member@ayni.example",
        &[
            Form::new("/MARL/market/new", 1, market),
            Form::new("/MARL/trade?did=received&with=0002&amount=1", 1, &["/MARL/statement", "/MARL"])
                .sent_to("/MARL/trade"),
            Form::new("/MARL/messages/to/0002", 32, &["/MARL/messages"]),
            Form::new("/MARL/market/saved/new?q=tea", 4, &["/MARL/market/saved"]),
            Form::new("/MARL/people/0002/report", 16, &["/MARL/reports"]),
            Form::new("/MARL/profile", 4, &["/MARL/people", "/MARL"]),
        ],
    )
    .await?;
    wrong.extend(
        try_all(
            &browser,
            "admin@ayni.example",
            &[
                Form::new(
                    "/MARL/admin/areas/new",
                    4,
                    &["/MARL/admin/areas", "/MARL/people", "/MARL/profile"],
                ),
                Form::new("/MARL/admin/categories/new", 4, &["/MARL/admin/market", "/MARL/market/new"]),
                Form::new("/MARL/admin/announcements/new", 8, &["/MARL", "/MARL/about"]).by("do", "publish"),
                Form::new("/MARL/admin/settings", 8, &["/MARL/about", "/exchanges", "/MARL"]),
                Form::new("/MARL/admin/terms", 32, &["/MARL/about"]),
            ],
        )
        .await?,
    );
    for path in ["/MARL/admin/reports", "/MARL/admin/log", "/MARL/market", "/MARL/admin/trades"] {
        wrong.extend(looked_at(&browser, path).await?);
    }
    // What visitors see of it.
    browser.page.delete_all_cookies().await?;
    for path in ["/exchanges", "/MARL/about", "/MARL/market"] {
        wrong.extend(looked_at(&browser, path).await?);
    }
    ensure!(wrong.is_empty(), "{} things ran:\n{}", wrong.len(), wrong.join("\n"));
    browser.close().await
}
