//! The command line and the settings: flags first, then the environment, then a file, then what is written here.

mod api;
mod backups;
mod net;
mod options;
mod pictures;

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use app::DatabaseUrl;
use clap::{Parser, Subcommand};
use serde::Deserialize;

pub use api::Api;
pub use backups::{Backups, Every};
pub use net::{LogFormat, Net};
pub use options::Options;
pub use pictures::{PictureSettings, Place};

use crate::push::Reach;
use crate::web::security::PublicUrl;

/// Where the server listens unless it is told otherwise.
const LISTEN: SocketAddr = SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), 8420);

/// Community exchanges: accounts, trades, and the pages to keep them.
#[derive(Debug, Parser)]
#[command(name = "ayni", version, disable_help_subcommand = true)]
pub struct Cli {
    /// What is set.
    #[command(flatten)]
    pub options: Options,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What the program does.
#[derive(Clone, Debug, Subcommand)]
pub enum Command {
    /// Serve the pages.
    Serve,
    /// Make the demo in an empty database, or find the one that was made there, and serve it.
    Demo,
    /// Derive every balance, limit and hash again and say what is wrong; ends with 0 only when all is well. Only reads.
    Verify,
    /// Write everything into one file, whether the server runs or not; it holds hashes of passwords: keep it to yourself.
    Backup {
        /// The file, which must not be there yet.
        file: PathBuf,
    },
    /// Restore a backup; the server must not be running. It is verified first, and what was there before is kept beside it.
    /// With --database postgres://... it goes into an empty database: that is how to move there.
    Restore {
        /// The file.
        file: PathBuf,
        /// Restore books in which something is not right, when nothing better is left
        #[arg(long)]
        accept_findings: bool,
    },
    /// Things that the keeper of the machine does; the server must not be running on a SQLite database meanwhile.
    Admin {
        /// Which.
        #[command(subcommand)]
        act: AdminAct,
    },
}

/// What the keeper of the machine does by hand.
#[derive(Clone, Debug, Subcommand)]
pub enum AdminAct {
    /// Make a login an administrator of the server; it is made when there is none with this address.
    Keeper {
        /// The address.
        email: String,
    },
    /// No longer let a login administer the server; the last one stays.
    NotKeeper {
        /// The address.
        email: String,
    },
    /// Print a link with which the login of this address chooses a new password.
    ResetLink {
        /// The address.
        email: String,
    },
    /// Take the passkeys and the authenticator of the login of this address away, when they are lost: the password is
    /// enough again. The person is told by letter.
    ForgetSecondFactor {
        /// The address.
        email: String,
    },
    /// Begin with another key file: all authenticators and recovery codes go, since the old key has sealed them.
    NewKey,
    /// List the exchanges.
    Exchanges,
}

/// The settings as the program uses them.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The folder with everything.
    pub data: PathBuf,
    /// The database.
    pub database: DatabaseUrl,
    /// Where to listen.
    pub listen: SocketAddr,
    /// How browsers reach the server.
    pub public: PublicUrl,
    /// The server's name.
    pub name: String,
    /// How letters leave.
    pub post: Post,
    /// Who letters come from, if it is said.
    pub mail_from: Option<String>,
    /// Where pictures are kept, and how much of them.
    pub pictures: PictureSettings,
    /// The file with the key.
    pub key_file: PathBuf,
    /// How people reach the server.
    pub net: Net,
    /// Whether a demo may be reached from elsewhere.
    pub demo: DemoReach,
    /// Where pushes may go.
    pub push: Reach,
    /// The backups that the server makes by itself.
    pub backups: Backups,
    /// What search goes by besides words.
    pub model: ModelChoice,
    /// How programs are let in.
    pub api: Api,
}

/// What search goes by besides words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, clap::ValueEnum)]
#[serde(rename_all = "kebab-case")]
pub enum ModelChoice {
    /// The sentence model that comes with the program.
    #[default]
    Embedded,
    /// Nothing but words and the concepts that they name.
    None,
}

/// How letters leave.
#[derive(Clone, PartialEq, Eq)]
pub enum Post {
    /// By this SMTP URL.
    Smtp(String),
    /// Into this folder.
    Folder(PathBuf),
}

impl std::fmt::Debug for Post {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            // It holds a password.
            Self::Smtp(_) => f.write_str("Smtp(…)"),
            Self::Folder(folder) => write!(f, "Folder({})", folder.display()),
        }
    }
}

/// Whether a demo may be reached from other machines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DemoReach {
    /// From this machine only.
    Here,
    /// From everywhere.
    Everywhere,
}

impl Settings {
    /// The settings of these options.
    ///
    /// # Errors
    /// When they do not fit together; the message says what to do.
    pub fn new(options: Options) -> Result<Self> {
        let listen = options.listen.unwrap_or(LISTEN);
        let url = options.public_url.clone().unwrap_or_else(|| format!("http://{listen}"));
        check_url(&url)?;
        let public = PublicUrl::new(&url);
        let net = Net::new(&options, &public)?;
        let api = Api::new(&options)?;
        if !public.is_https() && !public.is_loopback() && options.cookies_over_http != Some(true) {
            bail!(
                "browsers would send passwords in the clear to {}: give an https --public-url, or say --cookies-over-http",
                public.origin()
            );
        }
        let data = options.data.clone().unwrap_or_else(|| PathBuf::from("data"));
        let backups = Backups::new(&options, &data)?;
        let pictures = PictureSettings::new(&options, &data)?;
        let folder = options.mail_folder.unwrap_or_else(|| data.join("mail"));
        let database = options.database.unwrap_or_else(|| data.join("ayni.db").display().to_string());
        let demo = options.demo_in_public.unwrap_or_default();
        Ok(Self {
            database: database.parse().unwrap_or_else(|never| match never {}),
            mail_from: options.mail_from,
            pictures,
            key_file: options.key_file.unwrap_or_else(|| data.join("ayni.key")),
            post: options.smtp_url.map_or(Post::Folder(folder), Post::Smtp),
            demo: if demo { DemoReach::Everywhere } else { DemoReach::Here },
            push: if options.push_anywhere == Some(true) { Reach::Anywhere } else { Reach::Outside },
            backups,
            model: options.model.unwrap_or_default(),
            name: options.name.unwrap_or_else(|| "Ayni".to_owned()),
            data,
            listen,
            public,
            net,
            api,
        })
    }

    /// The folder in which a SQLite database lies; none for PostgreSQL.
    #[must_use]
    pub fn database_folder(&self) -> Option<&Path> {
        match &self.database {
            DatabaseUrl::Sqlite(file) => file.parent(),
            DatabaseUrl::Postgres(_) => None,
        }
    }
}

fn check_url(url: &str) -> Result<()> {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    let Some(rest) = rest else { bail!("--public-url {url}: it must begin with https:// or http://") };
    let host = rest.strip_suffix('/').unwrap_or(rest);
    if host.is_empty() || host.contains(['/', '?', '#', '@', ' ']) {
        bail!("--public-url {url}: it must be scheme, host and perhaps port only");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    pub(super) fn settings(line: &[&str]) -> Result<Settings> {
        let cli = Cli::try_parse_from([&["ayni", "serve"], line].concat())?;
        Settings::new(cli.options.with_file()?)
    }

    #[test]
    fn the_command_line_is_sound() {
        Cli::command().debug_assert();
    }

    #[test]
    fn help_lists_every_option() {
        let help = Cli::command().render_long_help().to_string();
        for option in ["--config", "--data", "--database", "--public-url", "--smtp-url", "AYNI_LISTEN"] {
            assert!(help.contains(option), "{option} in {help}");
        }
    }

    #[test]
    fn what_is_not_set_follows() {
        let found = settings(&["--data", "/x", "--listen", "127.0.0.1:9000"]).unwrap();
        assert_eq!(found.public.origin(), "http://127.0.0.1:9000");
        assert_eq!(found.database, DatabaseUrl::Sqlite("/x/ayni.db".into()));
        assert_eq!(found.post, Post::Folder("/x/mail".into()));
    }

    #[test]
    fn passwords_do_not_travel_in_the_clear_unawares() {
        for (line, fine) in [
            (&["--listen", "0.0.0.0:8420"][..], false),
            (&["--listen", "0.0.0.0:8420", "--public-url", "https://ayni.example"], true),
            (&["--public-url", "http://ayni.example"], false),
            (&["--public-url", "http://ayni.example", "--cookies-over-http"], true),
            (&["--public-url", "http://localhost:8420"], true),
            (&["--public-url", "ayni.example"], false),
            (&["--public-url", "https://ayni.example/sub"], false),
        ] {
            assert_eq!(settings(line).is_ok(), fine, "{line:?}");
        }
    }
}
