//! A small mail server on loopback: it takes letters, refuses them, or keeps whoever sends waiting for its last word.

use std::sync::{Arc, Mutex};

use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Notify;

/// What it does with a letter that it has read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Manner {
    /// It takes it.
    Takes,
    /// It says that there is trouble, and that it may be tried again.
    Refuses,
    /// It has taken it and never says so.
    KeepsSilent,
}

/// A letter as it arrived.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Arrived {
    /// Whom the envelope names.
    pub(crate) to: Vec<String>,
    /// Headers and text as sent, with lines that end by LF.
    pub(crate) text: String,
}

impl Arrived {
    /// The names of its headers, in order, in lower case.
    pub(crate) fn header_names(&self) -> Vec<String> {
        let lines = self.text.lines().take_while(|line| !line.is_empty());
        let begins = lines.filter(|line| !line.starts_with([' ', '\t']));
        begins.map(|line| line.split(':').next().unwrap_or_default().to_lowercase()).collect()
    }

    /// The value of a header on one line.
    pub(crate) fn header(&self, name: &str) -> &str {
        let line = self.text.lines().find(|line| line.starts_with(&format!("{name}: ")));
        line.map_or("", |line| &line[name.len() + 2..])
    }
}

/// The mail server.
pub(crate) struct Smtp {
    pub(crate) port: u16,
    manner: Arc<Mutex<Manner>>,
    arrived: Arc<Mutex<Vec<Arrived>>>,
    bell: Arc<Notify>,
}

impl Smtp {
    /// Listens until the test ends.
    pub(crate) async fn start() -> Smtp {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let smtp = Smtp {
            port: listener.local_addr().unwrap().port(),
            manner: Arc::new(Mutex::new(Manner::Takes)),
            arrived: Arc::default(),
            bell: Arc::default(),
        };
        let (manner, arrived, bell) = (smtp.manner.clone(), smtp.arrived.clone(), smtp.bell.clone());
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let (manner, arrived, bell) = (manner.clone(), arrived.clone(), bell.clone());
                // Whoever hangs up in the middle is no trouble of ours.
                tokio::spawn(async move { drop(talk(stream, &manner, (&arrived, &bell)).await) });
            }
        });
        smtp
    }

    /// From now on.
    pub(crate) fn behave(&self, manner: Manner) {
        *self.manner.lock().unwrap() = manner;
    }

    /// What has arrived since the last time.
    pub(crate) fn letters(&self) -> Vec<Arrived> {
        std::mem::take(&mut *self.arrived.lock().unwrap())
    }

    /// Waits until a letter has arrived.
    pub(crate) async fn rings(&self) {
        self.bell.notified().await;
    }
}

async fn talk(
    stream: TcpStream,
    manner: &Mutex<Manner>,
    (arrived, bell): (&Mutex<Vec<Arrived>>, &Notify),
) -> std::io::Result<()> {
    let (reader, mut writer) = stream.into_split();
    let mut lines = BufReader::new(reader).lines();
    let mut to = Vec::new();
    writer.write_all(b"220 loopback\r\n").await?;
    while let Some(line) = lines.next_line().await? {
        let said: &[u8] = match line.split([' ', ':']).next().unwrap_or_default() {
            "EHLO" => b"250-loopback\r\n250 8BITMIME\r\n",
            "DATA" => {
                writer.write_all(b"354 go on\r\n").await?;
                let mut text = String::new();
                while let Some(line) = lines.next_line().await?.filter(|line| line != ".") {
                    text.push_str(line.strip_prefix('.').unwrap_or(&line));
                    text.push('\n');
                }
                let manner = *manner.lock().unwrap();
                if manner != Manner::Refuses {
                    arrived.lock().unwrap().push(Arrived { to: std::mem::take(&mut to), text });
                    bell.notify_one();
                }
                match manner {
                    Manner::Takes => b"250 taken\r\n",
                    Manner::Refuses => b"451 the disk is full\r\n",
                    Manner::KeepsSilent => std::future::pending().await,
                }
            }
            "RCPT" => {
                to.push(
                    line.trim_start_matches("RCPT TO:<").split('>').next().unwrap_or_default().to_owned(),
                );
                b"250 known\r\n"
            }
            "QUIT" => {
                writer.write_all(b"221 bye\r\n").await?;
                return Ok(());
            }
            _ => b"250 as you like\r\n",
        };
        writer.write_all(said).await?;
    }
    Ok(())
}
