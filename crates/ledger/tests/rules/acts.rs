//! Acts: who may, between which states, in which forms; holds.

use crate::world::check;

#[test]
fn states_of_accounts() {
    let mut table = String::new();
    let others = "not-permitted/not-your-account";
    for from in ["active", "disabled", "suspended"] {
        for to in ["active", "disabled", "suspended", "closed"] {
            for who in ["ana", "ana2", "ben", "coordinator", "server", "admin"] {
                let own = who.starts_with("ana");
                let expected = match who {
                    "admin" => "done",
                    _ if !own => others,
                    _ if from == "suspended" || to == "suspended" => "not-permitted/admins-only",
                    _ => "done",
                };
                table += &format!("ana:{from} | {who} sets ana {to} | {expected} |\n");
            }
            table += &format!("ana:closed | admin sets ana {to} | closed | ana.state=closed\n");
        }
    }
    check(&table);
    check(
        "
        ana=1 | ana sets ana closed | balance-not-zero |
        ana=-1 | admin sets ana closed | balance-not-zero |
        ana:held1 | admin sets ana closed | has-holds |
        ana=1 ana:held1 | admin sets ana closed | balance-not-zero |
        ana=1 | ben sets ana closed | not-permitted/not-your-account |
        own=1 | admin sets own closed | own-account-stays |
        | admin sets own suspended | done |
        | admin sets far disabled | wrong-exchange |
        | admin sets nobody disabled | unknown-account |
        | admin sets ana disabled words=x*501 | malformed/text |
        ",
    );
}

#[test]
fn locks_limits_switches_and_policy() {
    check(
        "
        | admin locks ana | done |
        | admin locks ana; admin unlocks ana; ana records ana>ben 1 | counts |
        | ana locks ana | not-permitted/admins-only |
        | coordinator locks ana | not-permitted/admins-only |
        ana:closed | admin locks ana | closed |
        | admin limits ana floor-10 top20 | done |
        | admin limits ana floor0 top0 | done |
        | admin limits ana floor1 | malformed/limits |
        | admin limits ana top-1 | malformed/limits |
        | admin limits ana floor-10 cap-10 | done |
        | admin limits ana floor-10 cap-9 | malformed/limits |
        | admin limits ana cap-9 | malformed/limits |
        | admin limits ana floor-9007199254740992 | malformed/limits |
        | admin2 limits ana floor-10 | not-permitted/another-admin |
        | admin2 limits ben floor-10 | done |
        | server limits ana floor-10 | done |
        | ana limits ana floor-10 | not-permitted/admins-only |
        | coordinator limits ana floor-10 | not-permitted/admins-only |
        | ana overrides ana accepts=all | done |
        | ana overrides ana accepts=days3 | done |
        | ana overrides ana accepts=days0 | malformed/limits |
        | ana overrides ana accepts=crowd | malformed/limits |
        | ana overrides ana pays- | not-permitted/admins-only |
        ana:pays- | ana overrides ana accepts=all | not-permitted/admins-only |
        ana:pays- | ana overrides ana pays- accepts=all | done |
        | ben overrides ana accepts=all | not-permitted/not-your-account |
        | coordinator overrides ana accepts=all | not-permitted/not-your-account |
        | admin overrides ana pays- records- requests- | done |
        | admin rules levy2% | done |
        | server rules levy2% | done |
        | ana rules levy2% | not-permitted/admins-only |
        | coordinator rules levy2% | not-permitted/admins-only |
        | admin rules levy20% | done |
        | admin rules levy21% | malformed/policy |
        | admin rules accepts=ben | malformed/policy |
        | admin rules accepts=days0 | malformed/policy |
        | admin rules expire=0 | malformed/policy |
        | admin rules hides | malformed/policy |
        | admin rules floor1 | malformed/policy |
        | admin rules scale=3 | malformed/unit-changed |
        ownless | admin rules scale=3 | done |
        ownless | ana records ana>ben 5; admin rules scale=3 | malformed/unit-changed |
        ",
    );
}

#[test]
fn opening_accounts() {
    check(
        "
        | admin opens 7 individual TEST0007 | done |
        | server opens 7 individual TEST00071 | done |
        | ana opens 7 individual TEST0007 | not-permitted/admins-only |
        | coordinator opens 7 individual TEST0007 | not-permitted/admins-only |
        | admin opens 2 individual TEST0007 | id-used |
        | admin opens 7 administration TEST0000 | id-used |
        ownless | admin opens 7 administration TEST0000 | done |
        | admin opens 7 individual TEST007 | malformed/text |
        | admin opens 7 individual TEST000A | malformed/text |
        | admin opens 7 individual TEST0000A | malformed/text |
        | admin opens 7 individual test0007 | malformed/text |
        | admin opens 7 virtual TESTABCD | done |
        | admin opens 7 virtual TESTabcd | malformed/text |
        ",
    );
}

#[test]
fn holds() {
    check(
        "
        ana=5 ana:floor0 | ana holds ana 5 3d h | done | ana.held=5 ana=5
        ana=5 ana:floor0 | ana holds ana 6 3d h | below-floor | ana.held=0
        ana=5 ana:floor~0 | ana holds ana 6 3d h | below-floor |
        ana=5 ana:floor0 | ana holds ana 3 3d h; ana records ana>ben 3 | failed below-floor |
        ana=5 ana:floor0 | ana holds ana 3 3d h; ana records ana>ben 2 | counts |
        ana=5 ana:floor0 | ana holds ana 3 3d h; ana uses h; ana records ana>ben 5 | counts | ana.held=0
        ana=5 ana:floor0 | ana holds ana 3 3d h; ana releases h | done | ana.held=0
        | server holds ana 3 3d h | done |
        | ben holds ana 3 3d h | not-permitted/not-your-account |
        | admin holds ana 3 3d h | not-permitted/not-your-account |
        | ana holds ana 3 3d h; ana holds ana 3 3d h | id-used |
        | ana holds ana 3 0d h | malformed/moment-passed |
        | ana holds ana 3 3d h x*200 | done |
        | ana holds ana 3 3d h x*201 | malformed/text |
        | ana holds ana 3 3d h - | malformed/text |
        | ana holds ana 3 3d h a^G | malformed/text |
        ana:locked | ana holds ana 3 3d h | payer-locked |
        ana:disabled | ana holds ana 3 3d h | account-disabled |
        stopped | ana holds ana 3 3d h | exchange-disabled |
        ana:closed | ana holds ana 3 3d h | closed |
        | ana uses h | unknown-hold |
        | ana holds ana 3 3d h; ben uses h | not-permitted/server-only |
        | ana holds ana 3 3d h; admin releases h | not-permitted/server-only |
        | ana holds ana 3 3d h; pass 3d; ana releases h | not-permitted/server-only |
        | ana holds ana 3 3d h; pass 3d; server releases h | done | ana.held=0
        | ana holds ana 3 3d h; server uses h; server uses h | unknown-hold |
        | ana holds ana 3 3d h; ana sets ana closed | has-holds |
        ana:held1152921504606846976 | ana holds ana 1 3d h | below-floor |
        ",
    );
}
