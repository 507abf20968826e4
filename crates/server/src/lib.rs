//! The doors of Ayni: web pages, jobs and the command line. Decides nothing; that is `app`'s.

pub mod assets;
pub mod web;
