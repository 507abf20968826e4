//! The doors of Ayni: web pages, jobs and the command line. Decides nothing; that is `app`'s.

pub mod admin;
pub mod api;
pub mod assets;
pub mod backup;
pub mod config;
pub mod demo;
mod files;
pub mod key;
mod lasting;
pub mod letters;
pub mod listeners;
pub mod live;
pub mod lock;
pub mod log;
pub mod metrics;
pub mod net;
pub mod observe;
pub mod post;
pub mod push;
pub mod router;
pub mod routes;
pub mod serve;
pub mod state;
#[cfg(feature = "testing")]
pub mod testing;
pub mod web;
pub mod worker;
