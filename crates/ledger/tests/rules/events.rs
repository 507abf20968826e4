//! Every state of a transfer, every event, everybody: the whole table, enumerated.

use crate::world::World;

/// How a sale of ben's (payer ana, maker ben) comes to stand in each state. `%` is who makes it.
const STATES: [(&str, &str); 8] = [
    ("new", "% records ana>ben 10 draft"),
    ("pending", "% records ana>ben 10 wait"),
    ("committed", "% records ana>ben 10"),
    ("rejected", "% records ana>ben 10 wait; ana declines #1"),
    ("expired", "% records ana>ben 10 wait expires+1; pass 1d; server lapses #1"),
    ("failed", "admin locks ana; ?% records ana>ben 10"),
    ("deleted", "% records ana>ben 10 wait; admin withdraws #1"),
    ("reversed", "% records ana>ben 10; admin reverses #1 as #z"),
];
const EVENTS: [&str; 9] = [
    "submits #1",
    "accepts #1",
    "declines #1",
    "withdraws #1",
    "discards #1",
    "lapses #1",
    "reverses #1",
    "edits #1 9",
    "objects #1",
];
const ROLES: [&str; 8] = ["ana", "ana2", "ben", "ben2", "cara", "coordinator", "admin", "server"];
const MAKERS: [&str; 4] = ["ben", "ana", "coordinator", "admin"];

#[test]
fn states_events_and_roles() {
    let (mut wrong, mut cases) = (Vec::new(), 0);
    for maker in MAKERS {
        for (state, way) in STATES {
            for event in EVENTS {
                for role in ROLES {
                    let steps = format!("{}; {role} {event}", way.replace('%', maker));
                    let answer = World::new("").live(&steps);
                    let due = expected(maker, state, event.split(' ').next().unwrap(), role);
                    cases += 1;
                    if answer != due {
                        wrong.push(format!("{steps}\n    answered {answer}, due {due}"));
                    }
                }
            }
        }
    }
    assert_eq!(cases, 2304);
    assert!(wrong.is_empty(), "{} of {cases} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

/// The table of the rules, as it reads: who may first, then whether the state lets it.
fn expected(maker: &str, state: &str, event: &str, role: &str) -> &'static str {
    const OTHERS: &str = "not-permitted/not-your-account";
    let side = role.trim_end_matches('2');
    let made = side == maker;
    let counts = matches!(state, "committed" | "reversed");
    let same = match state {
        "new" => "draft",
        "pending" => "waits",
        "failed" => "failed payer-locked",
        "committed" | "reversed" => "counts",
        other => match other {
            "rejected" => "rejected",
            "expired" => "expired",
            _ => "deleted",
        },
    };
    match event {
        "submits" if !made => OTHERS,
        "submits" if state == "new" => "counts",
        "submits" if matches!(state, "rejected" | "expired" | "deleted") => "not-pending",
        "submits" => same,
        "accepts" if side != "ana" && role != "admin" => OTHERS,
        "accepts" if state == "pending" || counts => "counts",
        "declines" if side != "ana" => OTHERS,
        "declines" if matches!(state, "pending" | "rejected") => "rejected",
        "withdraws" if !made && role != "admin" => OTHERS,
        "withdraws" if matches!(state, "pending" | "deleted") => "deleted",
        "accepts" | "declines" | "withdraws" => "not-pending",
        "discards" if !made && (role != "admin" || state == "new") => OTHERS,
        "discards" if state == "pending" || counts => "in-use",
        "discards" => "deleted",
        "lapses" if role != "server" => "not-permitted/server-only",
        "lapses" => "not-pending",
        "objects" if !matches!(side, "ana" | "ben") => OTHERS,
        _ if !counts => "not-committed",
        _ if state == "reversed" => "already-reversed",
        "objects" => "counts",
        _ => match side {
            "ben" | "admin" => "counts",
            "ana" => "not-permitted/payers-object",
            "cara" => OTHERS,
            "coordinator" if made => "counts",
            "coordinator" => "not-permitted/only-who-keyed",
            _ => "not-permitted/admins-only",
        },
    }
}
