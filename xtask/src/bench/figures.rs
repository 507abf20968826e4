//! What is measured, and what is hoped for: the aims are ratios of figures of the same round.

/// A figure of a round.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Figure {
    /// Flushes of 4 KiB.
    Probe,
    /// Transfers of the engine, one a commit.
    Engine1,
    /// Transfers of the engine, 128 a commit.
    Engine128,
    /// The same when half of all payments go to one account of each exchange.
    EngineHot,
    /// The same as `Engine128` on a book of very many transfers.
    EngineFull,
    /// Transactions of `pgbench -N` with 32 clients, where PostgreSQL is installed.
    Pgbench,
    /// The same as `Engine128` on that PostgreSQL.
    EnginePostgres,
    /// Answers of a route that asks for nothing: a script that lies in memory. 64 connections.
    Hello,
    /// A signed-in page with nothing on it, 64 connections.
    Empty,
    /// A statement, 64 connections.
    Statement,
    /// Payments through the pages' form, one connection.
    Pay1,
    /// Payments through the pages' form, 64 connections.
    Pay64,
}

impl Figure {
    /// All of them, in the order of the table.
    pub(crate) const ALL: [Figure; 12] = [
        Figure::Probe,
        Figure::Engine1,
        Figure::Engine128,
        Figure::EngineHot,
        Figure::EngineFull,
        Figure::Pgbench,
        Figure::EnginePostgres,
        Figure::Hello,
        Figure::Empty,
        Figure::Statement,
        Figure::Pay1,
        Figure::Pay64,
    ];

    /// What the table calls it.
    pub(crate) fn title(self) -> &'static str {
        match self {
            Figure::Probe => "disk probe, 4 KiB written over and flushed",
            Figure::Engine1 => "engine, 1 transfer a commit",
            Figure::Engine128 => "engine, 128 transfers a commit",
            Figure::EngineHot => "engine, 128 a commit, half to one account",
            Figure::EngineFull => "engine, 128 a commit, on a full book",
            Figure::Pgbench => "pgbench -N, 32 clients",
            Figure::EnginePostgres => "engine on PostgreSQL, 128 transfers a commit",
            Figure::Hello => "plain route over HTTP, 64 connections",
            Figure::Empty => "empty signed-in page, 64 connections",
            Figure::Statement => "statement page, 64 connections",
            Figure::Pay1 => "payments over HTTP, 1 connection",
            Figure::Pay64 => "payments over HTTP, 64 connections",
        }
    }
}

/// A ratio of two figures, and what is hoped for at least.
pub(crate) struct Aim {
    /// What the table calls it.
    pub(crate) title: &'static str,
    /// The figure above the line.
    pub(crate) over: Figure,
    /// The figure below the line.
    pub(crate) under: Figure,
    /// What is hoped for at least.
    pub(crate) least: f64,
}

/// The aims, in the order of the table.
pub(crate) const AIMS: [Aim; 10] = [
    Aim { title: "engine 1 to probe", over: Figure::Engine1, under: Figure::Probe, least: 0.5 },
    Aim { title: "engine 128 to probe", over: Figure::Engine128, under: Figure::Probe, least: 5.0 },
    Aim { title: "hot account to even", over: Figure::EngineHot, under: Figure::Engine128, least: 0.85 },
    Aim { title: "full book to small", over: Figure::EngineFull, under: Figure::Engine128, least: 0.9 },
    Aim {
        title: "engine on PostgreSQL to pgbench",
        over: Figure::EnginePostgres,
        under: Figure::Pgbench,
        least: 2.5,
    },
    Aim { title: "payments at 64 to pgbench", over: Figure::Pay64, under: Figure::Pgbench, least: 3.0 },
    Aim { title: "payments at 1 to engine 1", over: Figure::Pay1, under: Figure::Engine1, least: 0.5 },
    Aim { title: "payments at 64 to plain route", over: Figure::Pay64, under: Figure::Hello, least: 0.25 },
    Aim { title: "statement to plain route", over: Figure::Statement, under: Figure::Hello, least: 0.03 },
    Aim { title: "statement to empty page", over: Figure::Statement, under: Figure::Empty, least: 0.3 },
];
