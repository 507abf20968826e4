//! Requests and drafts: falling due, sending, closing.

use crate::world::check;

#[test]
fn drafts_go_out_for_their_maker_only() {
    check(
        "
        | ben records ana>ben 10 draft; ben submits #1 | counts | ana=-10
        | ben records ana>ben 10 draft; ben2 submits #1 | counts |
        | ben records ana>ben 10 draft; ana submits #1 | not-permitted/not-your-account |
        | ben records ana>ben 10 draft; admin submits #1 | not-permitted/not-your-account |
        | coordinator records ana>ben 10 draft; coordinator submits #1 | counts |
        | coordinator records ana>ben 10 draft; coordinator2 submits #1 | not-permitted/not-your-account |
        | admin records ana>ben 10 draft; admin submits #1 | counts |
        | ben records ana>ben 10 draft; ben submits #1; ben submits #1 | counts | ana=-10
        | ben records ana>ben 10 draft; ben submits #1; cara submits #1 | not-permitted/not-your-account |
        ben:records- | ben records ana>ben 10 draft; ben submits #1 | waits |
        ben:records- | ben records ana>ben 10 draft; ben submits #1; ben submits #1 | waits |
        ana:floor0 | ben records ana>ben 10 draft; ben submits #1 | failed below-floor |
        ana:floor0 | ben records ana>ben 10 draft; ?ben submits #1; ben submits #1 | failed below-floor |
        | ben records ana>ben 10 draft; admin sets ana disabled; ben submits #1 | account-disabled |
        | ben records ana>ben 10 draft; ben discards #1; ben submits #1 | not-pending |
        | ben records ana>ben 10 draft expires+1; pass 2d; ben submits #1 | malformed/moment-passed |
        | ana submits #1 | unknown-transfer |
        ",
    );
}

#[test]
fn requests_fall_due() {
    check(
        "
        ana:accepts=days3 | ben records ana>ben 10 wait; pass 3d; server lapses #1 | counts | ana=-10
        ana:accepts=days3 | ben records ana>ben 10 wait; pass 2d; server lapses #1 | not-pending |
        ana:accepts=days3 expire=1 | ben records ana>ben 10 wait; pass 2d; server lapses #1 | not-pending |
        ana:accepts=days3 | ben records ana>ben 10 wait expires+1; pass 3d; server lapses #1 | counts |
        ana:accepts=days3 | ben records ana>ben 10 wait; ana declines #1; pass 3d; server lapses #1 | not-pending |
        ana:accepts=days3 ana:floor0 | ben records ana>ben 10 wait; pass 3d; server lapses #1 | waits | ana=0
        ana:accepts=days3 ana:floor0 | ben records ana>ben 10 wait; pass 3d; server lapses #1; server lapses #1 | not-pending |
        ana:accepts=days3 ana:floor0 | ben records ana>ben 10 wait; pass 3d; server lapses #1; ana withdraws #1 | not-permitted/not-your-account |
        expire=5 | ben records ana>ben 10 wait; pass 5d; server lapses #1 | expired |
        expire=5 | ben records ana>ben 10 wait; pass 4d; server lapses #1 | not-pending |
        expire=5 | ben records ana>ben 10 wait expires+9; pass 5d; server lapses #1 | not-pending |
        expire=5 | ben records ana>ben 10 wait expires+9; pass 9d; server lapses #1 | expired |
        expire=5 | ben records ana>ben 10 wait; pass 9d; ana accepts #1 | counts |
        | ben records ana>ben 10 wait; pass 999d; server lapses #1 | not-pending |
        expire=5 | ben records ana>ben 10 wait; pass 5d; ana lapses #1 | not-permitted/server-only |
        expire=5 | ben records ana>ben 10 wait; pass 5d; admin lapses #1 | not-permitted/server-only |
        ",
    );
}

#[test]
fn accepting_meets_the_limits_of_the_moment() {
    check(
        "
        ana:floor-9 | ben records ana>ben 10 wait; ana accepts #1 | below-floor | ana=0
        ana:floor-9 | ben records ana>ben 10 wait; ?ana accepts #1; admin limits ana; ana accepts #1 | counts |
        ana:locked | ben records ana>ben 10 wait; ana accepts #1 | payer-locked |
        ana:locked ana:floor0 | ben records ana>ben 10 wait; admin accepts #1 | payer-locked |
        ben:top9 | ben records ana>ben 10 wait; ana accepts #1 | above-ceiling |
        ana:floor~5 | ben records ana>ben 10 wait; ana accepts #1 | counts warned |
        | ben records ana>ben 10 wait; admin sets ben disabled; ana accepts #1 | account-disabled |
        | ben records ana>ben 10 wait; admin rules stopped; ana accepts #1 | exchange-disabled |
        | ben records ana>ben 10 wait; admin rules levy2%; ana accepts #1 | counts | ana=-10 ben=10
        | ben records ana>ben 100 wait; admin rules levy2%; ana accepts #1 | counts | ana=-102 ben=98 own=4
        | ben records ana>ben 10 wait; ana accepts #1; ana2 accepts #1 | counts | ana=-10
        | ben records ana>ben 10 wait; ana declines #1 words=x*501 | malformed/text |
        ",
    );
}

#[test]
fn closing_withdraws_what_waits() {
    check(
        "
        | ben records ana>ben 10 wait; ana sets ana closed; ben withdraws #1 | deleted | ana.state=closed
        | ben records ana>ben 10 wait; ben sets ben closed; ana accepts #1 | not-pending |
        | ben records ana>ben 10 draft; ana sets ana closed; ben submits #1 | account-closed |
        | ben records ana>ben 10 wait; cara sets cara closed; ana accepts #1 | counts |
        ",
    );
}
