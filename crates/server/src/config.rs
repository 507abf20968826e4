//! The command line and the settings: flags first, then the environment, then a file, then what is written here.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use app::DatabaseUrl;
use clap::{Args, Parser, Subcommand};
use serde::Deserialize;

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

/// Everything that can be set, as a flag, as `AYNI_...` in the environment, or by the same name in the file of `--config`.
#[derive(Args, Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Options {
    /// A TOML file with the options that follow, such as `data = "/var/lib/ayni"`.
    #[arg(long, global = true, env = "AYNI_CONFIG", value_name = "FILE")]
    #[serde(skip)]
    pub config: Option<PathBuf>,
    /// The folder with the database and the letters [default: ./data]
    #[arg(long, global = true, env = "AYNI_DATA", value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// The database: a file, or postgres://... [default: DATA/ayni.db]
    #[arg(long, global = true, env = "AYNI_DATABASE", hide_env_values = true, value_name = "URL")]
    pub database: Option<String>,
    /// Where to listen [default: 127.0.0.1:8420]
    #[arg(long, global = true, env = "AYNI_LISTEN", value_name = "ADDR")]
    pub listen: Option<SocketAddr>,
    /// How browsers reach the server [default: http:// and where it listens]
    #[arg(long, global = true, env = "AYNI_PUBLIC_URL", value_name = "URL")]
    pub public_url: Option<String>,
    /// The server's name [default: Ayni]
    #[arg(long, global = true, env = "AYNI_NAME", value_name = "NAME")]
    pub name: Option<String>,
    /// Where letters are sent by: smtps://user:password@host, or smtp://host:587?tls=required [default: into the mail folder]
    #[arg(long, global = true, env = "AYNI_SMTP_URL", hide_env_values = true, value_name = "URL")]
    pub smtp_url: Option<String>,
    /// Who letters come from (default: ayni@ and the host of the public URL)
    #[arg(long, global = true, env = "AYNI_MAIL_FROM", value_name = "ADDRESS")]
    pub mail_from: Option<String>,
    /// Where letters are written when no SMTP is set [default: DATA/mail]
    #[arg(long, global = true, env = "AYNI_MAIL_FOLDER", value_name = "DIR")]
    pub mail_folder: Option<PathBuf>,
    /// The file with the key that seals authenticators' secrets, made on first use; the same for all servers of a database
    /// [default: DATA/ayni.key]
    #[arg(long, global = true, env = "AYNI_KEY_FILE", value_name = "FILE")]
    pub key_file: Option<PathBuf>,
    /// Take the address of who asks from the last X-Forwarded-For: for a server behind a proxy that sets it
    #[arg(long, global = true, env = "AYNI_BEHIND_PROXY", num_args = 0..=1, default_missing_value = "true", value_name = "BOOL")]
    pub behind_proxy: Option<bool>,
    /// Allow signing in over plain http from other machines
    #[arg(long, global = true, env = "AYNI_COOKIES_OVER_HTTP", num_args = 0..=1, default_missing_value = "true", value_name = "BOOL")]
    pub cookies_over_http: Option<bool>,
    /// Let a demo, whose passwords everybody knows, be reached from other machines
    #[arg(long, global = true, env = "AYNI_DEMO_IN_PUBLIC", num_args = 0..=1, default_missing_value = "true", value_name = "BOOL")]
    pub demo_in_public: Option<bool>,
    /// What is logged, as `info` or `warn,server=debug` [default: info]
    #[arg(long, global = true, env = "AYNI_LOG", value_name = "FILTER")]
    pub log: Option<String>,
}

impl Options {
    /// These options, with those of the file where there are none.
    ///
    /// # Errors
    /// When the file is missing, no TOML, or names an option that does not exist.
    pub fn with_file(self) -> Result<Self> {
        let Some(path) = &self.config else { return Ok(self) };
        let text = std::fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))?;
        let file: Self = toml::from_str(&text).with_context(|| format!("in {}", path.display()))?;
        Ok(Self {
            config: self.config,
            data: self.data.or(file.data),
            database: self.database.or(file.database),
            listen: self.listen.or(file.listen),
            public_url: self.public_url.or(file.public_url),
            name: self.name.or(file.name),
            smtp_url: self.smtp_url.or(file.smtp_url),
            mail_from: self.mail_from.or(file.mail_from),
            mail_folder: self.mail_folder.or(file.mail_folder),
            key_file: self.key_file.or(file.key_file),
            behind_proxy: self.behind_proxy.or(file.behind_proxy),
            cookies_over_http: self.cookies_over_http.or(file.cookies_over_http),
            demo_in_public: self.demo_in_public.or(file.demo_in_public),
            log: self.log.or(file.log),
        })
    }
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
    /// The file with the key.
    pub key_file: PathBuf,
    /// Whether a proxy stands before the server.
    pub proxy: Proxy,
    /// Whether a demo may be reached from elsewhere.
    pub demo: DemoReach,
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

/// Whether a proxy stands before the server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proxy {
    /// No: who connects is who asks.
    None,
    /// Yes: it tells who asks in `X-Forwarded-For`.
    Trusted,
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
        let data = options.data.unwrap_or_else(|| PathBuf::from("data"));
        let listen = options.listen.unwrap_or(LISTEN);
        let url = options.public_url.unwrap_or_else(|| format!("http://{listen}"));
        check_url(&url)?;
        let public = PublicUrl::new(&url);
        if !public.is_https() && !public.is_loopback() && options.cookies_over_http != Some(true) {
            bail!(
                "browsers would send passwords in the clear to {}: give an https --public-url, or say --cookies-over-http",
                public.origin()
            );
        }
        let folder = options.mail_folder.unwrap_or_else(|| data.join("mail"));
        let database = options.database.unwrap_or_else(|| data.join("ayni.db").display().to_string());
        let demo = options.demo_in_public.unwrap_or_default();
        Ok(Self {
            database: database.parse().unwrap_or_else(|never| match never {}),
            mail_from: options.mail_from,
            key_file: options.key_file.unwrap_or_else(|| data.join("ayni.key")),
            post: options.smtp_url.map_or(Post::Folder(folder), Post::Smtp),
            proxy: if options.behind_proxy == Some(true) { Proxy::Trusted } else { Proxy::None },
            demo: if demo { DemoReach::Everywhere } else { DemoReach::Here },
            name: options.name.unwrap_or_else(|| "Ayni".to_owned()),
            data,
            listen,
            public,
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

    fn settings(line: &[&str]) -> Result<Settings> {
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

    #[test]
    fn the_file_fills_in_what_flags_leave_open() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("ayni.toml");
        std::fs::write(&file, "name = \"Our town\"\ndata = \"/from-file\"\nbehind-proxy = true\n").unwrap();
        let path = file.display().to_string();
        let found = settings(&["--config", &path, "--data", "/from-flag"]).unwrap();
        assert_eq!((found.name.as_str(), found.proxy), ("Our town", Proxy::Trusted));
        assert_eq!(found.data, PathBuf::from("/from-flag"));
        std::fs::write(&file, "nmae = \"x\"\n").unwrap();
        assert!(settings(&["--config", &path]).is_err(), "a slip of the pen is told");
    }
}
