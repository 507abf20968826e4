//! The program `ayni`.

use anyhow::{Context, Result};
use app::backup::Findings;
use clap::Parser;
use server::config::{Cli, Command, Settings};
use server::{admin, backup, demo, log, serve};
use std::process::ExitCode;

fn main() -> Result<ExitCode> {
    let cli = Cli::parse();
    let options = cli.options.with_file()?;
    log::begin(&cli.command, options.log.as_deref(), options.log_format.unwrap_or_default())?;
    // Fails only when one was chosen before, which is as good.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let settings = Settings::new(options)?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(run(cli.command, settings))
}

async fn run(command: Command, settings: Settings) -> Result<ExitCode> {
    match command {
        Command::Serve => {
            let opened = serve::open(&settings).await?;
            serve::serve(&settings, opened, |_| say(&format!("Ayni is at {}", settings.public.origin())))
                .await?;
        }
        Command::Demo => {
            demo::make(&settings).await?;
            let opened = serve::open(&settings).await?;
            serve::serve(&settings, opened, |_| say(&demo::welcome(settings.public.origin()))).await?;
        }
        Command::Verify => {
            let db = app::Db::open_to_read(&settings.database).await.context("opening the database")?;
            let (mut report, digest) = app::integrity::verify_with_digest(&db).await?;
            app::integrity::verify_files(&db, &settings.pictures.files()?, &mut report).await?;
            let digest = digest.map(|digest| format!("Digest {digest}")).unwrap_or_default();
            say(format!("{report}{digest}").trim_end());
            if !report.is_clean() {
                return Ok(ExitCode::FAILURE);
            }
        }
        Command::Backup { file } => say(&backup::make(&settings, &file).await?),
        Command::Restore { file, accept_findings } => {
            let findings = if accept_findings { Findings::Accept } else { Findings::Refuse };
            say(&backup::restore(&settings, &file, findings).await?);
        }
        Command::Admin { act } => {
            let opened = serve::open(&settings).await?;
            let told = admin::run(&opened.app, &settings, act).await;
            opened.app.stop().await;
            say(&told?);
        }
    }
    Ok(ExitCode::SUCCESS)
}

#[expect(clippy::print_stdout, reason = "a command's answer to whoever typed it")]
fn say(text: &str) {
    println!("{text}");
}
