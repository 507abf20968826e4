//! The post: letters leave by SMTP, or are written into a folder.

use std::path::PathBuf;

use anyhow::{Context, Result};
use lettre::message::header::{Header, HeaderName, HeaderValue};
use lettre::message::{Mailbox, Message, MultiPart};
use lettre::{Address, AsyncSmtpTransport, AsyncTransport, Tokio1Executor};

use crate::config::{Post, Settings};
use crate::letters::Written;

/// The way letters leave.
pub struct Postman {
    way: Way,
    from: Mailbox,
    host: String,
}

enum Way {
    Smtp(AsyncSmtpTransport<Tokio1Executor>),
    Folder(PathBuf),
}

/// A letter on its way.
#[derive(Clone, Copy, Debug)]
pub struct Parcel<'a> {
    /// The same for every attempt, so that a letter sent twice is known to be one.
    pub id: i64,
    /// The address.
    pub to: &'a str,
    /// The person's name, or empty.
    pub name: &'a str,
    /// When it is sent, microseconds UTC.
    pub now: i64,
}

/// Who letters come from unless it is said. A host without a name, as on one's own machine, is no domain of letters.
fn own_address(host: &str) -> Result<Address> {
    let named = format!("ayni@{host}").parse().ok().filter(|_| host.contains(|c: char| c.is_alphabetic()));
    Ok(match named {
        Some(address) => address,
        None => "ayni@localhost".parse()?,
    })
}

/// A text as a header may hold it. What controls a line begins another header, or is more than its writer can bear.
fn in_a_line(text: &str) -> String {
    text.replace(char::is_control, " ")
}

/// Says that a program wrote, so that no other program answers.
#[derive(Clone)]
struct AutoSubmitted;

impl Header for AutoSubmitted {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}

/// The address that stops letters of this kind (RFC 2369).
#[derive(Clone)]
struct Stop(String);

impl Header for Stop {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("List-Unsubscribe")
    }

    fn parse(text: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self(text.trim_matches(['<', '>']).to_owned()))
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), format!("<{}>", self.0))
    }
}

/// Says that a POST to that address is enough (RFC 8058).
#[derive(Clone)]
struct OneClick;

impl OneClick {
    const VALUE: &str = "List-Unsubscribe=One-Click";
}

impl Header for OneClick {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("List-Unsubscribe-Post")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), Self::VALUE.to_owned())
    }
}

impl Postman {
    /// A postman by the settings.
    ///
    /// # Errors
    /// When the SMTP URL or the sender's address cannot be read.
    pub fn new(settings: &Settings) -> Result<Self> {
        let way = match &settings.post {
            Post::Smtp(url) => {
                let smtp = AsyncSmtpTransport::<Tokio1Executor>::from_url(url);
                Way::Smtp(smtp.context("--smtp-url cannot be read")?.build())
            }
            Post::Folder(folder) => Way::Folder(folder.clone()),
        };
        let address: Address = match &settings.mail_from {
            Some(address) => address.parse().with_context(|| format!("--mail-from {address}"))?,
            None => own_address(settings.public.host())?,
        };
        let from = Mailbox::new(Some(settings.name.clone()), address);
        Ok(Self { way, from, host: settings.public.host().to_owned() })
    }

    /// Where letters go, for the log.
    #[must_use]
    pub fn way(&self) -> String {
        match &self.way {
            Way::Smtp(_) => "letters are sent by SMTP".to_owned(),
            Way::Folder(folder) => {
                format!("no --smtp-url is set: letters are written into {}", folder.display())
            }
        }
    }

    /// Sends a letter.
    ///
    /// # Errors
    /// When it could not be handed over; it may be tried again.
    pub async fn send(&self, parcel: Parcel<'_>, written: &Written) -> Result<()> {
        match &self.way {
            Way::Smtp(smtp) => {
                let to: Address = parcel.to.parse().context("no address")?;
                let name = (!parcel.name.is_empty()).then(|| in_a_line(parcel.name));
                let mut message = Message::builder()
                    .from(self.from.clone())
                    .to(Mailbox::new(name, to))
                    .subject(in_a_line(&written.subject))
                    .message_id(Some(format!("<letter-{}@{}>", parcel.id, self.host)))
                    .header(AutoSubmitted);
                if !written.stop.is_empty() {
                    message = message.header(Stop(in_a_line(&written.stop))).header(OneClick);
                }
                let parts = MultiPart::alternative_plain_html(written.body.clone(), written.html.clone());
                let message = message.multipart(parts)?;
                smtp.send(message).await.context("the mail server did not take it")?;
                Ok(())
            }
            Way::Folder(folder) => self.write(folder, parcel, written).await,
        }
    }

    /// Writes a letter so that people can read it: plain text, whole or not at all.
    async fn write(&self, folder: &std::path::Path, parcel: Parcel<'_>, written: &Written) -> Result<()> {
        let at = jiff::Timestamp::from_microsecond(parcel.now)?;
        let name = format!("{}-{:08}.eml", at.strftime("%Y%m%dT%H%M%SZ"), parcel.id);
        let stop = match in_a_line(&written.stop).as_str() {
            "" => String::new(),
            stop => format!("List-Unsubscribe: <{stop}>\nList-Unsubscribe-Post: {}\n", OneClick::VALUE),
        };
        let text = format!(
            "From: {}\nTo: {}\nSubject: {}\nDate: {}\nMessage-ID: <letter-{}@{}>\nAuto-Submitted: auto-generated\n{stop}\
             Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n{}\n",
            self.from,
            in_a_line(parcel.to),
            in_a_line(&written.subject),
            at.strftime("%a, %d %b %Y %H:%M:%S +0000"),
            parcel.id,
            self.host,
            written.body,
        );
        tokio::fs::create_dir_all(folder).await.with_context(|| format!("making {}", folder.display()))?;
        let draft = folder.join(format!(".{name}"));
        tokio::fs::write(&draft, text).await.with_context(|| format!("writing {}", draft.display()))?;
        tokio::fs::rename(&draft, folder.join(name)).await.context("naming a letter")?;
        Ok(())
    }
}
