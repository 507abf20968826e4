//! The program `ayni`.

use anyhow::{Context, Result};
use clap::Parser;
use server::config::{Cli, Command, Settings};
use server::{admin, serve};
use tracing_subscriber::EnvFilter;

fn main() -> Result<()> {
    let cli = Cli::parse();
    let options = cli.options.with_file()?;
    let filter = options.log.as_deref().unwrap_or("info,sqlx=warn");
    let filter = EnvFilter::try_new(filter).with_context(|| format!("--log {filter}"))?;
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
    let settings = Settings::new(options)?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(run(cli.command, settings))
}

async fn run(command: Command, settings: Settings) -> Result<()> {
    match command {
        Command::Serve => {
            let opened = serve::open(&settings).await?;
            serve::serve(&settings, opened, |_| say(&format!("Ayni is at {}", settings.public.origin())))
                .await
        }
        Command::Admin { act } => {
            let opened = serve::open(&settings).await?;
            let told = admin::run(&opened.app, &settings, act).await;
            opened.app.stop().await;
            say(&told?);
            Ok(())
        }
    }
}

#[expect(clippy::print_stdout, reason = "a command's answer to whoever typed it")]
fn say(text: &str) {
    println!("{text}");
}
