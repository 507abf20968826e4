//! The logins that the demo tells to everybody.

use crate::demo::texts::Login;

/// One password for all of them and for every other member with an address.
pub const PASSWORD: &str = "market-day-2026";

/// The named logins.
pub const LOGINS: &[Login] = &[
    Login {
        email: "member@ayni.example",
        name: "Rosa Whitlock",
        locale: "en",
        exchanges: &["MARL", "VALD"],
        keeps_server: false,
    },
    Login {
        email: "neighbour@ayni.example",
        name: "Ben Adeyemi",
        locale: "en",
        exchanges: &["MARL"],
        keeps_server: false,
    },
    Login {
        email: "coordinator@ayni.example",
        name: "Hamid Rahimi",
        locale: "en",
        exchanges: &["MARL"],
        keeps_server: false,
    },
    Login {
        email: "admin@ayni.example",
        name: "Gwen Pritchard",
        locale: "en",
        exchanges: &["MARL"],
        keeps_server: false,
    },
    Login {
        email: "root@ayni.example",
        name: "Server keeper",
        locale: "en",
        exchanges: &[],
        keeps_server: true,
    },
];
