//! A real browser: headless Chromium, driven through its driver.

use std::net::TcpListener;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use thirtyfour::{By, ChromiumLikeCapabilities, DesiredCapabilities, WebDriver};

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
/// The same at night.
pub const PHONE_DARK: Screen = Screen { scheme: "dark", ..PHONE };
/// A laptop.
pub const LAPTOP: Screen = Screen { width: 1280, height: 900, scheme: "light" };
/// The same at night.
pub const LAPTOP_DARK: Screen = Screen { scheme: "dark", ..LAPTOP };

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
        Ok(browser)
    }

    /// Gives the window another size and scheme.
    ///
    /// # Errors
    /// When the browser does not take it.
    pub async fn wear(&self, screen: Screen) -> Result<()> {
        let tools = self.page.cdp();
        let size = serde_json::json!({
            "width": screen.width, "height": screen.height, "deviceScaleFactor": 1, "mobile": screen.width < 600,
        });
        tools.send_raw("Emulation.setDeviceMetricsOverride", size).await?;
        let scheme =
            serde_json::json!({ "features": [{ "name": "prefers-color-scheme", "value": screen.scheme }] });
        tools.send_raw("Emulation.setEmulatedMedia", scheme).await?;
        Ok(())
    }

    /// Opens a page of the server.
    ///
    /// # Errors
    /// When it does not load.
    pub async fn go(&self, path: &str) -> Result<()> {
        self.page.goto(format!("{}{path}", self.url)).await?;
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

    /// What the accessibility rules find on this page: `rule: element` for each breach.
    ///
    /// # Errors
    /// When the checker does not run.
    pub async fn breaches(&self) -> Result<Vec<String>> {
        let axe = std::fs::read_to_string(setting("AYNI_TEST_AXE")?)?;
        self.page.execute(axe, Vec::new()).await?;
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
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}
