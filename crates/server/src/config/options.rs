//! What can be set, and from where: flags, the environment, a file.

use std::net::SocketAddr;
use std::path::PathBuf;

use anyhow::{Context, Result};
use clap::Args;
use serde::Deserialize;

use super::{LogFormat, ModelChoice};

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
    /// The bucket of an S3-compatible store in which the files of pictures lie instead of in a folder: https://host/bucket
    #[arg(long, global = true, env = "AYNI_PICTURES_BUCKET", value_name = "URL")]
    pub pictures_bucket: Option<String>,
    /// The region of the bucket [default: us-east-1]
    #[arg(long, global = true, env = "AYNI_PICTURES_REGION", value_name = "NAME")]
    pub pictures_region: Option<String>,
    /// The name of the key that opens the bucket
    #[arg(long, global = true, env = "AYNI_PICTURES_KEY", value_name = "KEY")]
    pub pictures_key: Option<String>,
    /// The secret of that key; best said in the environment or the file
    #[arg(long, global = true, env = "AYNI_PICTURES_SECRET", hide_env_values = true, value_name = "SECRET")]
    pub pictures_secret: Option<String>,
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
    /// Let pushes go to private addresses and without TLS: for tests and development, not where strangers can sign in
    #[arg(long, global = true, env = "AYNI_PUSH_ANYWHERE", num_args = 0..=1, default_missing_value = "true", value_name = "BOOL")]
    pub push_anywhere: Option<bool>,
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
    /// An origin whose pages may call the interface for programs from browsers, as `https://app.example.org`; `*` is every one; may
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
            pictures_bucket: self.pictures_bucket.or(file.pictures_bucket),
            pictures_region: self.pictures_region.or(file.pictures_region),
            pictures_key: self.pictures_key.or(file.pictures_key),
            pictures_secret: self.pictures_secret.or(file.pictures_secret),
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
            push_anywhere: self.push_anywhere.or(file.push_anywhere),
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

#[cfg(test)]
mod tests {
    use super::super::tests::settings;
    use super::*;

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
