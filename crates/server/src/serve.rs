//! Serving: from the settings to a server at work, and its quiet end.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};
use app::entrance::{Demand, Entrance, Programs};
use app::passkeys::Site as PasskeySite;
use app::{App, Clock, Db, Random, seal};
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::watch;

use crate::backup::scheduled::{self, Scheduled};
use crate::config::{Backups, DemoReach, Every, ModelChoice, Settings};
use crate::key;
use crate::lasting::{self, lasting};
use crate::listeners::Listeners;
use crate::live::Live;
use crate::lock::Lock;
use crate::metrics::Metrics;
use crate::net::limits::{Limits, raise_open_files};
use crate::observe::References;
use crate::post::Postman;
use crate::push::Pusher;
use crate::state::{Server, Shared};
use crate::web::frame::{Site, SiteKind};
use crate::worker;

/// How long requests under way may take to finish when the server stops.
const LAST_ANSWERS_WITHIN: Duration = Duration::from_secs(25);

/// The program on its database, and the lock on its folder.
pub struct Opened {
    /// The use cases.
    pub app: App,
    _lock: Lock,
}

/// Opens the database of the settings to write, and makes it when it is missing.
///
/// # Errors
/// When another program writes it, or it does not keep its promises; the message says what to do.
pub async fn open(settings: &Settings) -> Result<Opened> {
    let lock = Lock::take(settings.database_folder())?;
    let db = Db::open(&settings.database).await.context("opening the database")?;
    if app::demo::is_unfinished(&db).await.context("asking whether a demo is being made")? {
        bail!(
            "a demo is being made in {:?}, or its making was interrupted: start `ayni demo` on it, which makes it anew",
            settings.database
        );
    }
    let app = App::start(db, Clock::System, Random::System).await.context("starting the teller")?;
    let app = app.keeping(settings.pictures.pictures()?);
    let app = match settings.model {
        ModelChoice::Embedded => app.searching_by_meaning(),
        ModelChoice::None => app,
    };
    let demand = match site_kind(&app).await? {
        SiteKind::Demo => Demand::Password,
        SiteKind::Real => Demand::SecondFactor,
    };
    let entrance = Entrance {
        site: PasskeySite::new(settings.public.origin(), &settings.name),
        seal: Some(key::seal(&settings.key_file, &Random::System)?),
        demand,
        programs: Programs {
            take_passwords: settings.api.take_passwords,
            notifier_secret: settings.api.notifier_secret.clone(),
            ..Programs::of(settings.public.origin())
        },
    };
    Ok(Opened { app: app.entered_by(entrance), _lock: lock })
}

/// Serves until the process is told to end, then finishes what is under way. `ready` is called with the address once
/// connections are taken.
///
/// # Errors
/// When it cannot listen there, or may not; when the disk could not flush what was written.
pub async fn serve(settings: &Settings, opened: Opened, ready: impl FnOnce(SocketAddr)) -> Result<()> {
    let kind = site_kind(&opened.app).await?;
    ensure!(
        seal::fits(&opened.app).await?,
        "{} is not the key that this database's authenticators were sealed with: name that file with --key-file, or put it \
         there; if it is lost, say `ayni admin new-key`, and everybody who has an authenticator sets it up anew",
        settings.key_file.display()
    );
    if kind == SiteKind::Demo && !settings.listen.ip().is_loopback() && settings.demo == DemoReach::Here {
        bail!(
            "this is a demo, whose passwords everybody knows, and {} can be reached from other machines: \
             listen on 127.0.0.1, or say --demo-in-public",
            settings.listen
        );
    }
    let server = shared(settings, &opened.app, kind)?;
    let (stop, stopping) = watch::channel(false);
    let postman = Postman::new(settings)?;
    tracing::info!("{}", postman.way());
    let listeners = Listeners::open(settings, &server)?;
    let worker = tokio::spawn(keep_working(server.clone(), postman, stopping.clone()));
    let pictures = tokio::spawn(keep_making_pictures(server.clone(), stopping.clone()));
    let pushes = tokio::spawn(keep_pushing(server.clone(), stopping.clone()));
    let looking = tokio::spawn(keep_looking(server.clone(), stopping.clone()));
    let backups = tokio::spawn(keep_backups(opened.app.clone(), settings.clone(), kind, stopping.clone()));
    let search = tokio::spawn(get_ready_to_search(opened.app.clone()));
    let place = tokio::spawn(check_pictures(opened.app.clone()));
    ready(listeners.address);
    let answers = tokio::spawn(listeners.serve(stopping));
    let flush_failed = tokio::select! {
        told = told_to_end() => { told?; false }
        () = opened.app.flush_failed() => true,
    };
    tracing::info!("stopping: what is under way is finished");
    server.stopping.store(true, Ordering::Relaxed);
    tokio::time::sleep(settings.net.stop_delay).await;
    // Whoever listens has perhaps ended already.
    let _ = stop.send(true);
    match tokio::time::timeout(LAST_ANSWERS_WITHIN, answers).await {
        Ok(ended) => ended.context("serving")?,
        Err(_) => tracing::warn!("some requests took too long and were cut off"),
    }
    let worked = async { tokio::join!(worker, pictures, pushes) };
    if tokio::time::timeout(LAST_ANSWERS_WITHIN, worked).await.is_err() {
        tracing::warn!("a letter, a push or a picture took too long; it is done after the next start");
    }
    // It has ended before the answers, or they would have waited for it.
    let _ = looking.await;
    if tokio::time::timeout(LAST_ANSWERS_WITHIN, backups).await.is_err() {
        tracing::warn!("a backup took too long to be given up");
    }
    search.abort();
    place.abort();
    opened.app.stop().await;
    if flush_failed {
        bail!("the disk could not flush what was written: look after the disk and start again");
    }
    Ok(())
}

/// Says so if the place of pictures does not answer. Nobody's trades wait for that.
async fn check_pictures(app: App) {
    if let Err(error) = app.pictures.files().check().await {
        tracing::error!(%error, "pictures can neither be kept nor shown");
    }
}

fn shared(settings: &Settings, app: &App, kind: SiteKind) -> Result<Server> {
    let mut mask = [0_u8; 4];
    app.random.fill(&mut mask).context("asking for chance")?;
    Ok(Server::new(Shared {
        app: app.clone(),
        site: Site { name: settings.name.clone(), kind },
        public: settings.public.clone(),
        origins: settings.api.origins.clone(),
        proxies: settings.net.proxies.clone(),
        metrics: Metrics::default(),
        references: References::new(u32::from_be_bytes(mask)),
        live: Live::new(&Limits::new(
            raise_open_files(),
            settings.net.connections,
            settings.net.per_network,
        )?),
        pusher: Pusher::new(app, &settings.public, settings.push)?,
        stopping: AtomicBool::new(false),
    }))
}

/// Builds the index of the market; if that goes wrong, the first who searches does it.
async fn get_ready_to_search(app: App) {
    if let Err(error) = app.get_ready_to_search().await {
        tracing::warn!(%error, "the market's index could not be built yet");
    }
}

async fn keep_working(server: Server, postman: Postman, stopping: watch::Receiver<bool>) {
    let postman = Arc::new(postman);
    let begin = || worker::work(server.clone(), postman.clone(), stopping.clone());
    lasting("the worker", lasting::PAUSE, begin).await;
}

async fn keep_making_pictures(server: Server, stopping: watch::Receiver<bool>) {
    let begin = || worker::make_pictures(server.clone(), stopping.clone());
    lasting("the making of pictures", lasting::PAUSE, begin).await;
}

async fn keep_pushing(server: Server, stopping: watch::Receiver<bool>) {
    let begin = || worker::push(server.clone(), stopping.clone());
    lasting("the sending of pushes", lasting::PAUSE, begin).await;
}

async fn keep_looking(server: Server, stopping: watch::Receiver<bool>) {
    let begin = || look(server.clone(), stopping.clone());
    lasting("the telling of open pages", lasting::PAUSE, begin).await;
}

async fn look(server: Server, stopping: watch::Receiver<bool>) {
    server.live.keep_looking(&server.app, stopping).await;
}

async fn keep_backups(app: App, settings: Settings, kind: SiteKind, stopping: watch::Receiver<bool>) {
    let begin = || make_backups(app.clone(), settings.clone(), kind, stopping.clone());
    lasting("the making of backups", lasting::PAUSE, begin).await;
}

/// Makes the backups that are wanted: daily ones unless something else is said, and of a demo, whose content is made up, none.
async fn make_backups(app: App, settings: Settings, kind: SiteKind, stopping: watch::Receiver<bool>) {
    let usual = if kind == SiteKind::Demo { Every::Never } else { Every::DAY };
    let Backups { every, folder, keep } = settings.backups.clone();
    match every.unwrap_or(usual) {
        Every::After(every) => {
            scheduled::work(app, settings.database, Scheduled { every, folder, keep }, stopping).await;
        }
        // On PostgreSQL another server may make them.
        Every::Never if settings.database_folder().is_none() => {}
        Every::Never => scheduled::none(&app).await,
    }
}

async fn told_to_end() -> Result<()> {
    let mut terminated = signal(SignalKind::terminate()).context("listening for SIGTERM")?;
    let mut interrupted = signal(SignalKind::interrupt()).context("listening for SIGINT")?;
    tokio::select! {
        _ = terminated.recv() => {}
        _ = interrupted.recv() => {}
    }
    Ok(())
}

async fn site_kind(app: &App) -> Result<SiteKind> {
    let demo = app::demo::is_here(app).await.context("asking whether this is a demo")?;
    Ok(if demo { SiteKind::Demo } else { SiteKind::Real })
}
