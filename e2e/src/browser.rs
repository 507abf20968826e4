//! A real browser: headless Chromium, driven through its driver.

use std::net::TcpListener;
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use thirtyfour::{By, ChromiumLikeCapabilities, DesiredCapabilities, Key, TypingData, WebDriver};

use crate::server::PASSWORD;
use crate::setting;

/// A browser window, gone when this is dropped.
pub struct Browser {
    /// The window.
    pub page: WebDriver,
    driver: Child,
    url: String,
}

/// How wide and high a window is, and whether its owner prefers it dark.
#[derive(Clone, Copy, Debug)]
pub struct Screen {
    /// CSS pixels.
    pub width: u32,
    /// CSS pixels.
    pub height: u32,
    /// `light` or `dark`.
    pub scheme: &'static str,
}

/// An old telephone.
pub const PHONE: Screen = Screen { width: 360, height: 740, scheme: "light" };
/// A laptop at night.
pub const LAPTOP_DARK: Screen = Screen { width: 1280, height: 900, scheme: "dark" };

/// Keeps what goes wrong on a page: errors of scripts, files that do not load, breaches of the content policy.
const LISTENER: &str = "
    window.wrong = [];
    addEventListener('securitypolicyviolation', (event) =>
        window.wrong.push(`policy ${event.violatedDirective} refused ${event.blockedURI} ${event.sample}`), true);
    addEventListener('error', (event) => window.wrong.push(`error ${event.message ?? event.target.outerHTML}`), true);
    // The browser had no time to show how one page turns into the next: nothing of ours.
    const skipped = (reason) => String(reason).startsWith('InvalidStateError: Transition was aborted');
    addEventListener('unhandledrejection', ({ reason }) => skipped(reason) || window.wrong.push(`rejection ${reason}`));
    const said = console.error;
    console.error = (...words) => { window.wrong.push(`console ${words.join(' ')}`); said(...words); };";

impl Browser {
    /// Opens a window.
    ///
    /// # Errors
    /// When the browser or its driver does not start.
    pub async fn open(url: &str, screen: Screen) -> Result<Browser> {
        let port = TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port();
        let driver = Command::new(setting("AYNI_TEST_CHROMEDRIVER")?)
            .arg(format!("--port={port}"))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            // A group of its own, so that the windows end with it when a test fails.
            .process_group(0)
            .spawn()
            .context("the browser's driver did not start")?;
        let mut wishes = DesiredCapabilities::chrome();
        wishes.set_binary(&setting("AYNI_TEST_CHROMIUM")?)?;
        for wish in [
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--disable-dev-shm-usage",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--lang=en",
            "--hide-scrollbars",
        ] {
            wishes.add_arg(wish)?;
        }
        let began = Instant::now();
        let page = loop {
            match WebDriver::new(format!("http://127.0.0.1:{port}"), wishes.clone()).await {
                Ok(page) => break page,
                Err(error) if began.elapsed() > Duration::from_secs(30) => {
                    bail!("the browser did not open: {error}")
                }
                Err(_) => tokio::time::sleep(Duration::from_millis(100)).await,
            }
        };
        let browser = Browser { page, driver, url: url.to_owned() };
        browser.wear(screen).await?;
        let listen = serde_json::json!({ "source": LISTENER });
        browser.page.cdp().send_raw("Page.addScriptToEvaluateOnNewDocument", listen).await?;
        Ok(browser)
    }

    /// Gives the window another size and scheme.
    ///
    /// # Errors
    /// When the browser does not take it.
    pub async fn wear(&self, screen: Screen) -> Result<()> {
        self.size(screen.width, screen.height).await?;
        let scheme =
            serde_json::json!({ "features": [{ "name": "prefers-color-scheme", "value": screen.scheme }] });
        self.page.cdp().send_raw("Emulation.setEmulatedMedia", scheme).await?;
        Ok(())
    }

    /// Opens a page of the server.
    ///
    /// # Errors
    /// When it does not load.
    pub async fn go(&self, path: &str) -> Result<()> {
        self.page
            .goto(format!("{}{path}", self.url))
            .await
            .with_context(|| format!("{path} did not load"))?;
        Ok(())
    }

    /// Signs somebody of the demo in.
    ///
    /// # Errors
    /// When the form is not there, or does not lead on.
    pub async fn sign_in(&self, login: &str) -> Result<()> {
        self.go("/sign-in").await?;
        self.page.find(By::Name("login")).await?.send_keys(login).await?;
        let password = self.page.find(By::Name("password")).await?;
        password.send_keys(format!("{PASSWORD}\n")).await?;
        let began = Instant::now();
        while self.page.current_url().await?.path() == "/sign-in" {
            if began.elapsed() > Duration::from_secs(20) {
                bail!("signing in as {login} did not lead on: {}", self.text().await?);
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        Ok(())
    }

    /// What stands on the page.
    ///
    /// # Errors
    /// When the browser does not tell.
    pub async fn text(&self) -> Result<String> {
        Ok(self.page.find(By::Tag("body")).await?.text().await?)
    }

    /// What is wrong with the page as it stands: breaches of the accessibility rules, errors, what does not fit the width.
    ///
    /// # Errors
    /// When the browser does not tell.
    pub async fn faults(&self) -> Result<Vec<String>> {
        let mut faults = self.wrongs().await?;
        faults.extend(self.breaches().await?);
        let wider = self.overflow().await?;
        if wider > 0 {
            faults.push(format!("is {wider} px wider than the window"));
        }
        Ok(faults)
    }

    /// What the accessibility rules find on this page: `rule: element` for each breach.
    async fn breaches(&self) -> Result<Vec<String>> {
        self.stretch().await?;
        let is_there = self.page.execute("return 'axe' in window;", Vec::new()).await?;
        if !is_there.convert::<bool>()? {
            let axe = std::fs::read_to_string(setting("AYNI_TEST_AXE")?)?;
            self.page.execute(axe, Vec::new()).await?;
        }
        let found = self
            .page
            .execute_async(
                "const done = arguments[arguments.length - 1];
                 const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
                 axe.run(document, { runOnly: { type: 'tag', values: tags } }).then(
                     (result) => done(result.violations.flatMap((rule) =>
                         rule.nodes.map((node) => `${rule.id}: ${node.html.slice(0, 160)} (${node.failureSummary})`))),
                     (error) => done([String(error)]));",
                Vec::new(),
            )
            .await?;
        Ok(found.convert()?)
    }

    /// Makes the window as high as the page, so that the bar at its foot covers nothing that scrolling would uncover.
    async fn stretch(&self) -> Result<()> {
        let script = "return [innerWidth, document.documentElement.scrollHeight];";
        let (width, height) = self.page.execute(script, Vec::new()).await?.convert::<(u32, u32)>()?;
        self.size(width, height).await
    }

    async fn size(&self, width: u32, height: u32) -> Result<()> {
        let size = serde_json::json!({
            "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600,
        });
        self.page.cdp().send_raw("Emulation.setDeviceMetricsOverride", size).await?;
        Ok(())
    }

    /// What went wrong on this page since it began to load: errors of scripts, files that did not load, breaches of the content
    /// policy.
    ///
    /// # Errors
    /// When the browser does not tell.
    pub async fn wrongs(&self) -> Result<Vec<String>> {
        Ok(self.page.execute("return window.wrong ?? ['nobody listened'];", Vec::new()).await?.convert()?)
    }

    /// By how many CSS pixels the page is wider than the window.
    async fn overflow(&self) -> Result<i64> {
        let script = "return document.documentElement.scrollWidth - document.documentElement.clientWidth;";
        Ok(self.page.execute(script, Vec::new()).await?.convert()?)
    }

    /// How many bytes came over the wire for this page, its files included.
    ///
    /// # Errors
    /// When the browser does not tell.
    pub async fn weight(&self) -> Result<u64> {
        let script = "
            const entries = ['navigation', 'resource'].flatMap((kind) => performance.getEntriesByType(kind));
            const counted = entries.filter((entry) => entry.initiatorType !== 'img');
            return counted.reduce((sum, entry) => sum + entry.transferSize, 0);";
        Ok(self.page.execute(script, Vec::new()).await?.convert()?)
    }

    /// From now on asks the server itself, without the service worker in between, whose answers count unpacked.
    ///
    /// # Errors
    /// When the browser does not take it.
    pub async fn without_worker(&self) -> Result<()> {
        let tools = self.page.cdp();
        tools.send_raw("Network.enable", serde_json::json!({})).await?;
        tools.send_raw("Network.setBypassServiceWorker", serde_json::json!({ "bypass": true })).await?;
        Ok(())
    }

    /// Forgets all files, as a browser that was never here; cookies stay.
    ///
    /// # Errors
    /// When the browser does not do it.
    pub async fn forget_files(&self) -> Result<()> {
        self.page.cdp().send_raw("Network.clearBrowserCache", serde_json::json!({})).await?;
        Ok(())
    }

    /// From now on runs no scripts of pages.
    ///
    /// # Errors
    /// When the browser does not take it.
    pub async fn without_scripts(&self) -> Result<()> {
        let wish = serde_json::json!({ "value": true });
        self.page.cdp().send_raw("Emulation.setScriptExecutionDisabled", wish).await?;
        Ok(())
    }

    /// Presses keys where the focus is.
    ///
    /// # Errors
    /// When the browser does not take them.
    pub async fn press(&self, keys: impl Into<TypingData>) -> Result<()> {
        self.page.action_chain().send_keys(keys).perform().await?;
        Ok(())
    }

    /// Presses Tab until the focus is on what a selector names.
    ///
    /// # Errors
    /// When it does not come there within a hundred steps.
    pub async fn tab_to(&self, selector: &str) -> Result<()> {
        let script = "return document.activeElement?.matches(arguments[0]) ?? false;";
        for _ in 0..100 {
            self.press(Key::Tab).await?;
            let there = self.page.execute(script, vec![selector.into()]).await?;
            if there.convert()? {
                return Ok(());
            }
        }
        bail!("the keyboard does not reach {selector} on {}", self.page.current_url().await?)
    }

    /// Waits until the address's path passes a test.
    ///
    /// # Errors
    /// When it does not within 20 seconds, with what the page says.
    pub async fn until_at(&self, arrived: impl Fn(&str) -> bool) -> Result<()> {
        let began = Instant::now();
        while !arrived(self.page.current_url().await?.path()) {
            if began.elapsed() > Duration::from_secs(20) {
                bail!("still at {}: {}", self.page.current_url().await?, self.text().await?);
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        Ok(())
    }

    /// Clicks on what a selector names, in the middle of the window, where no bar covers it.
    ///
    /// # Errors
    /// When it is not there.
    pub async fn click(&self, selector: &str) -> Result<()> {
        let script = "document.querySelector(arguments[0])?.scrollIntoView({ block: 'center' });";
        self.page.execute(script, vec![selector.into()]).await?;
        self.page.find(By::Css(selector)).await?.click().await.with_context(|| format!("clicking {selector}"))
    }

    /// Waits until what stands on the page passes a test.
    ///
    /// # Errors
    /// When it does not within 20 seconds, with what the page says.
    pub async fn until(&self, shown: impl Fn(&str) -> bool) -> Result<()> {
        let began = Instant::now();
        loop {
            // Between two pages there is none to read.
            let text = self.text().await.unwrap_or_default();
            if shown(&text) {
                return Ok(());
            }
            if began.elapsed() > Duration::from_secs(20) {
                bail!("the page still says {text}");
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// A picture of the page, as high as the page is.
    ///
    /// # Errors
    /// When the browser does not take it.
    pub async fn picture(&self, to: &std::path::Path) -> Result<()> {
        self.page.screenshot(to).await?;
        Ok(())
    }

    /// Closes the window.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn close(self) -> Result<()> {
        self.page.clone().quit().await?;
        Ok(())
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        let group = format!("-{}", self.driver.id());
        let _ = Command::new("kill").args(["-KILL", "--", &group]).status();
        let _ = self.driver.wait();
    }
}
