//! How people reach the server: TLS, proxies, limits, metrics.

use std::net::{IpAddr, SocketAddr};
use std::time::Duration;

use anyhow::{Result, bail};
use clap::ValueEnum;
use serde::Deserialize;

use super::Options;
use crate::net::proxies::Proxies;
use crate::net::tls;
use crate::web::security::PublicUrl;

/// How the log is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, ValueEnum)]
#[serde(rename_all = "kebab-case")]
pub enum LogFormat {
    /// Lines to read.
    #[default]
    Text,
    /// A JSON object a line.
    Json,
}

/// How people reach the server, as the program uses it.
#[derive(Clone, Debug)]
pub struct Net {
    /// The certificate and its key, when TLS ends in this process.
    pub tls: Option<tls::Files>,
    /// Where plain http is led to https.
    pub redirect: Option<SocketAddr>,
    /// The proxies that are believed.
    pub proxies: Proxies,
    /// Connections open at once, if it is said.
    pub connections: Option<usize>,
    /// Connections open at once from one network, if it is said.
    pub per_network: Option<usize>,
    /// Where metrics are told.
    pub metrics: Option<SocketAddr>,
    /// How long the health is told to be bad before the end.
    pub stop_delay: Duration,
}

impl Net {
    /// The settings of these options.
    ///
    /// # Errors
    /// When they do not fit together; the message says what to do.
    pub fn new(options: &Options, public: &PublicUrl) -> Result<Self> {
        let tls = match (options.tls_cert.clone(), options.tls_key.clone()) {
            (Some(certificate), Some(key)) => Some(tls::Files { certificate, key }),
            (None, None) => None,
            _ => bail!("--tls-cert and --tls-key belong together: give both, or none"),
        };
        if tls.is_some() && !public.is_https() {
            bail!(
                "with --tls-cert browsers come by https: give an https --public-url with the certificate's name"
            );
        }
        if options.redirect_http.is_some() && !public.is_https() {
            bail!("--redirect-http leads to the --public-url, which must be https then");
        }
        Ok(Self {
            tls,
            redirect: options.redirect_http,
            proxies: Proxies::new(options.trusted_proxy.as_deref().unwrap_or_default())?,
            connections: options.connections,
            per_network: options.connections_per_network,
            metrics: options.metrics_listen,
            stop_delay: Duration::from_secs(options.stop_delay.unwrap_or_default()),
        })
    }

    /// What a keeper may have forgotten, in words; none when all is well.
    #[must_use]
    pub fn doubt(&self, public: &PublicUrl, listen: IpAddr) -> Option<&'static str> {
        let has_proxy = public.is_https() && self.tls.is_none();
        (has_proxy && self.proxies.are_none() && listen.is_loopback()).then_some(
            "the public URL is https and TLS does not end here: name the proxy with --trusted-proxy, \
             or everybody counts as coming from its address",
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_fit_together_is_told() {
        let https = PublicUrl::new("https://ayni.example");
        let http = PublicUrl::new("http://localhost:8420");
        let certificate = || Options { tls_cert: Some("c".into()), ..Options::default() };
        let both = || Options { tls_key: Some("k".into()), ..certificate() };
        let redirect = || Options { redirect_http: Some(([0, 0, 0, 0], 80).into()), ..Options::default() };
        let trusting = |name: &str| Options { trusted_proxy: Some(vec![name.into()]), ..Options::default() };
        assert!(Net::new(&both(), &https).is_ok() && Net::new(&redirect(), &https).is_ok());
        for (options, public) in [
            (certificate(), &https),
            (both(), &http),
            (redirect(), &http),
            (trusting("not an address"), &https),
        ] {
            assert!(Net::new(&options, public).is_err(), "{options:?}");
        }
    }

    #[test]
    fn a_forgotten_proxy_is_doubted() {
        let https = PublicUrl::new("https://ayni.example");
        let loopback = IpAddr::from([127, 0, 0, 1]);
        let net = |named: &[&str]| {
            let trusted_proxy = Some(named.iter().map(|name| (*name).to_owned()).collect());
            Net::new(&Options { trusted_proxy, ..Options::default() }, &https).unwrap()
        };
        assert!(net(&[]).doubt(&https, loopback).is_some());
        assert!(net(&["127.0.0.1"]).doubt(&https, loopback).is_none());
        assert!(net(&[]).doubt(&PublicUrl::new("http://localhost"), loopback).is_none());
    }
}
