//! The command line and the settings: flags first, then the environment, then a file, then what is written here.

mod api;
mod net;

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, Result, bail};
use app::DatabaseUrl;
use app::pictures::{Files, Pictures, QUOTA};
use clap::{Args, Parser, Subcommand};
use serde::Deserialize;

pub use api::Api;
pub use net::{LogFormat, Net};

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
    /// Where the files of pictures lie; the same for all servers of a database [default: DATA/pictures]
    #[arg(long, global = true, env = "AYNI_PICTURES_FOLDER", value_name = "DIR")]
    pub pictures_folder: Option<PathBuf>,
    /// How much the pictures of one member may take up, in megabytes [default: 100]
    #[arg(long, global = true, env = "AYNI_PICTURES_QUOTA", value_name = "MB")]
    pub pictures_quota: Option<u32>,
    /// The file with the key that seals authenticators' secrets, made on first use; the same for all servers of a database
    /// [default: DATA/ayni.key]
    #[arg(long, global = true, env = "AYNI_KEY_FILE", value_name = "FILE")]
    pub key_file: Option<PathBuf>,
    /// The certificate, with those that lead to its authority, in PEM; with --tls-key the server speaks https itself
    #[arg(long, global = true, env = "AYNI_TLS_CERT", value_name = "FILE")]
    pub tls_cert: Option<PathBuf>,
    /// The certificate's private key, in PEM; both are read again when they change
    #[arg(long, global = true, env = "AYNI_TLS_KEY", value_name = "FILE")]
    pub tls_key: Option<PathBuf>,
    /// Where to answer plain http with the way to https, as 0.0.0.0:80
    #[arg(long, global = true, env = "AYNI_REDIRECT_HTTP", value_name = "ADDR")]
    pub redirect_http: Option<SocketAddr>,
    /// A proxy, by address or network, whose X-Forwarded-For and X-Forwarded-Proto are believed; may be given again
    #[arg(long, global = true, env = "AYNI_TRUSTED_PROXY", value_delimiter = ',', value_name = "ADDR")]
    pub trusted_proxy: Option<Vec<String>>,
    /// Connections open at once [default: 4096, or as many as files may be open]
    #[arg(long, global = true, env = "AYNI_CONNECTIONS", value_name = "COUNT")]
    pub connections: Option<usize>,
    /// Connections open at once from one network, an IPv4 /24 or an IPv6 /48 [default: an eighth of all]
    #[arg(long, global = true, env = "AYNI_CONNECTIONS_PER_NETWORK", value_name = "COUNT")]
    pub connections_per_network: Option<usize>,
    /// Where to answer /metrics for Prometheus: no address that the public reaches [default: nowhere]
    #[arg(long, global = true, env = "AYNI_METRICS_LISTEN", value_name = "ADDR")]
    pub metrics_listen: Option<SocketAddr>,
    /// How long /healthz answers 503 before the server stops taking connections, for load balancers [default: 0]
    #[arg(long, global = true, env = "AYNI_STOP_DELAY", value_name = "SECONDS")]
    pub stop_delay: Option<u64>,
    /// Allow signing in over plain http from other machines
    #[arg(long, global = true, env = "AYNI_COOKIES_OVER_HTTP", num_args = 0..=1, default_missing_value = "true", value_name = "BOOL")]
    pub cookies_over_http: Option<bool>,
    /// Let a demo, whose passwords everybody knows, be reached from other machines
    #[arg(long, global = true, env = "AYNI_DEMO_IN_PUBLIC", num_args = 0..=1, default_missing_value = "true", value_name = "BOOL")]
    pub demo_in_public: Option<bool>,
    /// How often the server makes a backup by itself, as `24h` or `90m`, or `never` [default: 24h, of a demo never]
    #[arg(long, global = true, env = "AYNI_BACKUP_EVERY", value_name = "TIME")]
    pub backup_every: Option<String>,
    /// Where those backups go: best another disk [default: DATA/backups]
    #[arg(long, global = true, env = "AYNI_BACKUP_FOLDER", value_name = "DIR")]
    pub backup_folder: Option<PathBuf>,
    /// How many of them are kept: so many last ones, and the last of so many days and of so many weeks [default: 7]
    #[arg(long, global = true, env = "AYNI_BACKUP_KEEP", value_name = "COUNT")]
    pub backup_keep: Option<usize>,
    /// The sentence model that search goes by besides words, which takes some 100 MB of memory: `embedded`, or `none`
    /// [default: embedded]
    #[arg(long, global = true, env = "AYNI_MODEL", value_name = "MODEL")]
    pub model: Option<ModelChoice>,
    /// An origin whose pages may call the interface for programs from browsers, as https://app.example.org; `*` is every one; may
    /// be given again [default: none but our own]
    #[arg(long, global = true, env = "AYNI_CORS_ORIGIN", value_delimiter = ',', value_name = "ORIGIN")]
    pub cors_origin: Option<Vec<String>>,
    /// Whether the app that people sign in with may hand in their passwords [default: true]
    #[arg(long, global = true, env = "AYNI_PASSWORD_GRANT", num_args = 0..=1, default_missing_value = "true", value_name = "BOOL")]
    pub password_grant: Option<bool>,
    /// The secret with which the program that writes notifications reads everything [default: there is no such program]
    #[arg(long, global = true, env = "AYNI_NOTIFIER_SECRET", hide_env_values = true, value_name = "SECRET")]
    pub notifier_secret: Option<String>,
    /// What is logged, as `info` or `warn,server=debug` [default: info]
    #[arg(long, global = true, env = "AYNI_LOG", value_name = "FILTER")]
    pub log: Option<String>,
    /// How it is written [default: text]
    #[arg(long, global = true, env = "AYNI_LOG_FORMAT", value_name = "FORMAT")]
    pub log_format: Option<LogFormat>,
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
            pictures_folder: self.pictures_folder.or(file.pictures_folder),
            pictures_quota: self.pictures_quota.or(file.pictures_quota),
            key_file: self.key_file.or(file.key_file),
            tls_cert: self.tls_cert.or(file.tls_cert),
            tls_key: self.tls_key.or(file.tls_key),
            redirect_http: self.redirect_http.or(file.redirect_http),
            trusted_proxy: self.trusted_proxy.or(file.trusted_proxy),
            connections: self.connections.or(file.connections),
            connections_per_network: self.connections_per_network.or(file.connections_per_network),
            metrics_listen: self.metrics_listen.or(file.metrics_listen),
            stop_delay: self.stop_delay.or(file.stop_delay),
            cookies_over_http: self.cookies_over_http.or(file.cookies_over_http),
            demo_in_public: self.demo_in_public.or(file.demo_in_public),
            backup_every: self.backup_every.or(file.backup_every),
            backup_folder: self.backup_folder.or(file.backup_folder),
            backup_keep: self.backup_keep.or(file.backup_keep),
            model: self.model.or(file.model),
            cors_origin: self.cors_origin.or(file.cors_origin),
            password_grant: self.password_grant.or(file.password_grant),
            notifier_secret: self.notifier_secret.or(file.notifier_secret),
            log: self.log.or(file.log),
            log_format: self.log_format.or(file.log_format),
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
    /// Where the files of pictures lie.
    pub pictures_folder: PathBuf,
    /// How much the pictures of one member may take up, in bytes.
    pub pictures_quota: u64,
    /// The file with the key.
    pub key_file: PathBuf,
    /// How people reach the server.
    pub net: Net,
    /// Whether a demo may be reached from elsewhere.
    pub demo: DemoReach,
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

/// What is set about the backups that a server makes by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backups {
    /// How often, when it is said.
    pub every: Option<Every>,
    /// Where to.
    pub folder: PathBuf,
    /// Of how many last ones, days and weeks they are kept.
    pub keep: usize,
}

/// How often.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Every {
    /// So far apart.
    After(Duration),
    /// Not at all.
    Never,
}

impl Every {
    /// Unless it is said.
    pub const DAY: Self = Self::After(Duration::from_secs(86_400));

    fn parse(text: &str) -> Result<Self> {
        if text == "never" {
            return Ok(Self::Never);
        }
        let every: Option<Duration> =
            text.parse::<jiff::SignedDuration>().ok().and_then(|found| found.try_into().ok());
        match every {
            Some(every) if every >= Duration::from_secs(1) => Ok(Self::After(every)),
            _ => bail!("--backup-every {text}: say it as 24h, 90m or 30s, or never"),
        }
    }
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
        let data = options.data.unwrap_or_else(|| PathBuf::from("data"));
        let folder = options.mail_folder.unwrap_or_else(|| data.join("mail"));
        let database = options.database.unwrap_or_else(|| data.join("ayni.db").display().to_string());
        let demo = options.demo_in_public.unwrap_or_default();
        let backups = Backups {
            every: options.backup_every.as_deref().map(Every::parse).transpose()?,
            folder: options.backup_folder.unwrap_or_else(|| data.join("backups")),
            keep: options.backup_keep.unwrap_or(7).max(1),
        };
        Ok(Self {
            database: database.parse().unwrap_or_else(|never| match never {}),
            mail_from: options.mail_from,
            pictures_folder: options.pictures_folder.unwrap_or_else(|| data.join("pictures")),
            pictures_quota: options
                .pictures_quota
                .map_or(QUOTA, |megabytes| u64::from(megabytes) * 1_000_000),
            key_file: options.key_file.unwrap_or_else(|| data.join("ayni.key")),
            post: options.smtp_url.map_or(Post::Folder(folder), Post::Smtp),
            demo: if demo { DemoReach::Everywhere } else { DemoReach::Here },
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

    /// Where the files of pictures lie.
    #[must_use]
    pub fn picture_files(&self) -> Files {
        Files::in_folder(self.pictures_folder.clone())
    }

    /// Pictures as they are kept here.
    #[must_use]
    pub fn pictures(&self) -> Pictures {
        Pictures::new(self.picture_files(), self.pictures_quota)
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
        assert_eq!(
            (found.pictures_folder, found.pictures_quota),
            (PathBuf::from("/x/pictures"), 100_000_000)
        );
        assert_eq!(settings(&["--pictures-quota", "5"]).unwrap().pictures_quota, 5_000_000);
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
    fn backups_are_planned_in_words() {
        let every = |text: &str| settings(&["--backup-every", text]).map(|found| found.backups.every);
        assert_eq!(every("24h").unwrap(), Some(Every::DAY));
        assert_eq!(every("90m").unwrap(), Some(Every::After(Duration::from_secs(5400))));
        assert_eq!(every("never").unwrap(), Some(Every::Never));
        for wrong in ["", "24", "-1h", "0s", "soon", "100ms"] {
            assert!(every(wrong).is_err(), "{wrong}");
        }
        let found = settings(&["--data", "/x"]).unwrap().backups;
        assert_eq!(found, Backups { every: None, folder: "/x/backups".into(), keep: 7 });
    }

    #[test]
    fn the_file_fills_in_what_flags_leave_open() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("ayni.toml");
        std::fs::write(
            &file,
            "name = \"Our town\"\ndata = \"/from-file\"\ntrusted-proxy = [\"::1\"]\nlog-format = \"json\"\n",
        )
        .unwrap();
        let path = file.display().to_string();
        let found = settings(&["--config", &path, "--data", "/from-flag"]).unwrap();
        assert_eq!(found.name, "Our town");
        assert!(found.net.proxies.trust("::1".parse().unwrap()));
        assert_eq!(found.data, PathBuf::from("/from-flag"));
        std::fs::write(&file, "nmae = \"x\"\n").unwrap();
        assert!(settings(&["--config", &path]).is_err(), "a slip of the pen is told");
    }
}
