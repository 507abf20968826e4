//! Recording trades: refusals and their order, switches, levies, limits, repeats.

use crate::world::check;

#[test]
fn every_refusal() {
    check(
        "
        | ana records ana>ben 10 | counts | ana=-10 ben=10
        | ben records ana>ben 10 | counts | ana=-10 ben=10
        | ana records ana>ben 10 words=x*500 | counts |
        | ana records ana>ben 10 words=x*501 | malformed/text | ana=0
        | ana records ana>ben 10 words=a^G | malformed/text |
        | ana records ana>ben 10 category=x*80 | counts |
        | ana records ana>ben 10 category=x*81 | malformed/text |
        | ana records ana>ben 10 day+1 | counts |
        | ana records ana>ben 10 day+2 | malformed/day-in-future |
        | ben records ana>ben 10 wait expires+1 | waits |
        | ben records ana>ben 10 wait expires+0 | malformed/moment-passed |
        | ana records ana>ben 10; ana records ana>ben 11 | id-used |
        | ana records ana>nobody 10 | unknown-account |
        | ana records nobody>ana 10 | unknown-account |
        | ana records ana>ana 10 | same-account |
        | ana records ana>far 10 | wrong-exchange |
        | far records far>ana 10 | wrong-exchange |
        | ana records ana>ben 10 elsewhere | wrong-exchange |
        | ana records ana>ben 10 from-there | wrong-exchange |
        | far records ana>far 10 elsewhere | wrong-exchange |
        stopped | ana records ana>ben 10 | exchange-disabled |
        ana:closed | ana records ana>ben 10 | account-closed |
        ben:closed | ana records ana>ben 10 | account-closed |
        ana:suspended | ana records ana>ben 10 | account-suspended |
        ben:suspended | ana records ana>ben 10 | account-suspended |
        ana:disabled | ana records ana>ben 10 | account-disabled |
        ben:disabled | ana records ana>ben 10 | account-disabled |
        ben:disabled | admin records ana>ben 10 | account-disabled |
        | cara records ana>ben 10 | not-permitted/not-your-account |
        pays- | ana records ana>ben 10 | not-permitted/payers-do-not-pay |
        records- requests- | ben records ana>ben 10 | not-permitted/payees-do-not-record |
        ana:locked | ana records ana>ben 10 | failed payer-locked | ana=0
        ben:locked | ana records ana>ben 10 | counts |
        ana:floor-9 | ana records ana>ben 10 | failed below-floor | ana=0 ben=0
        ana:floor-10 | ana records ana>ben 10 | counts |
        ben:top9 | ana records ana>ben 10 | failed above-ceiling | ana=0 ben=0
        ben:top10 | ana records ana>ben 10 | counts |
        ",
    );
}

#[test]
fn adjacent_refusals_in_their_order() {
    check(
        "
        | ana records ana>ben 10; ana records ana>ben 11 words=x*501 | malformed/text |
        | ana records ana>ben 10; ana records ana>nobody 10 | id-used |
        | ana records nobody>nobody 10 | unknown-account |
        | ana records far>far 10 | same-account |
        stopped | ana records ana>far 10 | wrong-exchange |
        stopped ana:closed | ana records ana>ben 10 | exchange-disabled |
        ana:suspended ben:closed | ana records ana>ben 10 | account-closed |
        ana:disabled ben:suspended | ana records ana>ben 10 | account-suspended |
        ana:disabled | cara records ana>ben 10 | account-disabled |
        pays- ana:locked | ana records ana>ben 10 | not-permitted/payers-do-not-pay |
        ana:locked ana:floor0 | ana records ana>ben 10 | failed payer-locked |
        ana:floor0 ben:top0 | ana records ana>ben 10 | failed below-floor |
        ",
    );
}

#[test]
fn switches_of_exchange_and_account() {
    check(
        "
        pays- ana:pays+ | ana records ana>ben 10 | counts |
        ana:pays- | ana records ana>ben 10 | not-permitted/payers-do-not-pay |
        ana:pays- | ana records ana>ben 10 draft | not-permitted/payers-do-not-pay |
        ana:pays- | ben records ana>ben 10 | counts |
        ben:pays- | ana records ana>ben 10 | counts |
        records- | ben records ana>ben 10 | waits |
        records- ben:records+ | ben records ana>ben 10 | counts |
        records- ana:records+ | ben records ana>ben 10 | waits |
        ben:records- | ben records ana>ben 10 | waits |
        requests- | ben records ana>ben 10 | counts |
        requests- | ben records ana>ben 10 wait | waits |
        records- requests- ben:requests+ | ben records ana>ben 10 | waits |
        records- requests- | coordinator records ana>ben 10 | counts |
        pays- records- requests- | admin records ana>ben 10 | counts |
        | ben records ana>ben 10 wait | waits | ana=0
        | ana records ana>ben 10 wait | waits |
        | ben records ana>ben 10 draft | draft |
        | coordinator records ana>ben 10 wait | waits |
        | server records ana>ben 10 | counts |
        records- ana:accepts=all | ben records ana>ben 10 | counts |
        ana:accepts=all | ben records ana>ben 10 wait | counts |
        ana:accepts=all | coordinator records ana>ben 10 wait | counts |
        ana:accepts=all | ana records ana>ben 10 wait | waits |
        ana:accepts=ben | ben records ana>ben 10 wait | counts |
        ana:accepts=cara | ben records ana>ben 10 wait | waits |
        accepts=all ana:accepts=asked | ben records ana>ben 10 wait | waits |
        accepts=all | ben records ana>ben 10 wait | counts |
        ana:accepts=days3 | ben records ana>ben 10 wait | waits |
        ana:accepts=days3 | ben records ana>ben 10 | counts |
        ana:accepts=all ana:floor0 | ben records ana>ben 10 wait | failed below-floor |
        ana:floor0 | ben records ana>ben 10 wait | waits |
        ana:locked | ben records ana>ben 10 wait | waits |
        ",
    );
}

#[test]
fn trades_of_long_ago_wait_for_the_payer() {
    check(
        "
        | ben records ana>ben 10 day-92 | counts |
        | ben records ana>ben 10 day-93 | waits |
        | ana records ana>ben 10 day-93 | counts |
        | coordinator records ana>ben 10 day-93 | waits |
        | admin records ana>ben 10 day-93 | waits |
        | server records ana>ben 10 day-93 | counts |
        ana:accepts=all | ben records ana>ben 10 day-93 | waits |
        requests- | ben records ana>ben 10 day-93 | waits |
        ana:accepts=days3 | ben records ana>ben 10 day-93; pass 9d; server lapses #1 | not-pending |
        ",
    );
}

#[test]
fn levies_on_both_sides() {
    check(
        "
        levy2% | ana records ana>ben 100 | counts | ana=-102 ben=98 own=4 ana.received=100/1 ben.provided=100/1
        levy2% ownless | ana records ana>ben 100 | counts | ana=-100 ben=100
        levy2% | ana records ana>ben 24 | counts | ana=-24 ben=24 own=0
        levy2% | ana records ana>ben 25 | counts | ana=-26 ben=24 own=2
        levy20% | ana records ana>ben 1 | counts | ana=-1 ben=1 own=0
        levy20% | ana records ana>ben 3 | counts | ana=-4 ben=2 own=2
        levy2% | ana records ana>own 100 | counts | ana=-102 own=102
        levy2% | admin records own>ana 100 | counts | ana=98 own=-98
        levy2% exempt=organisation ana:kind=organisation | ana records ana>ben 100 | counts | ana=-100 ben=98 own=2
        levy2% exempt=organisation ben:kind=organisation | ana records ana>ben 100 | counts | ana=-102 ben=100 own=2
        levy2% | admin records ana>via 100 | counts | ana=-102 via=100 own=2
        levy2% | server records ana>ben 100 import | counts | ana=-102 ben=98 own=4
        levy2% ana:floor-101 | ana records ana>ben 100 | failed below-floor |
        levy2% ana:floor-102 | ana records ana>ben 100 | counts |
        levy2% ben:top97 | ana records ana>ben 100 | failed above-ceiling |
        levy2% ben:top98 | ana records ana>ben 100 | counts |
        levy2% own:top0 | ana records ana>ben 100 | counts | own=4
        levy2% own:suspended | ana records ana>ben 100 | counts | own=4
        ",
    );
}

#[test]
fn limits_hard_soft_and_growing() {
    check(
        "
        ana=5 ana:floor0 ana:held3 | ana records ana>ben 2 | counts | ana=3
        ana=5 ana:floor0 ana:held3 | ana records ana>ben 3 | failed below-floor | ana=5
        ana:floor~5 | ana records ana>ben 5 | counts |
        ana:floor~5 | ana records ana>ben 6 | counts warned | ana=-6
        ben:top~5 | ana records ana>ben 6 | counts warned |
        ana:floor~5 ben:top~5 | ana records ana>ben 6 | counts warned warned |
        ana:floor~5 ben:top5 | ana records ana>ben 6 | failed above-ceiling |
        ana=-20 ana:floor-10 | ana records ana>ben 1 | failed below-floor |
        ana=-20 ana:floor-10 | ben records ben>ana 1 | counts | ana=-19
        ben=30 ben:top10 | ben records ben>ana 1 | counts | ben=29
        ben:floor-10 ben:cap-30 | ana records ana>ben 15 | counts | ben.floor=-25
        ben:floor-10 ben:cap-30 | ana records ana>ben 45 | counts | ben.floor=-30
        levy20% ben:floor-10 ben:cap-30 | ana records ana>ben 10 | counts | ben.floor=-18
        ben:floor-10 ben:cap-30 | ana records ana>ben 15; ben reverses #1 | counts | ben.floor=-25 ben=0
        ben:floor-10 ben:cap-30 | ana records ana>ben 15; ben edits #1 15 words=new | counts | ben.floor=-25
        ben:floor-10 ben:cap-90 | ana records ana>ben 15; ben edits #1 18 | counts | ben.floor=-28 ben=18
        ana:locked ana:floor0 ben:top0 | server records ana>ben 10 import | counts | ana=-10
        own:floor-5 | admin records own>ana 6 | failed below-floor |
        ",
    );
}

#[test]
fn the_same_id_again() {
    check(
        "
        | ana records ana>ben 10; ana records ana>ben 10 | counts | ana=-10
        | ana records ana>ben 10; ana2 records ana>ben 10 | id-used |
        | ana records ana>ben 10; ben records ana>ben 10 | id-used |
        | ana records ana>ben 10; admin records ana>ben 10 | id-used |
        | ana records ana>ben 10; ana records ana>cara 10 | id-used |
        | ana records ana>ben 10; ana records ben>ana 10 | id-used |
        | ana records ana>ben 10; ana records ana>ben 10 words=cake | id-used |
        | ana records ana>ben 10; ana records ana>ben 10 day-1 | id-used |
        | ana records ana>ben 10; ana records ana>ben 10 draft | id-used |
        | ana records ana>ben 10; ana records ana>ben 10 import | counts | ana=-10
        ana:floor0 | ?ana records ana>ben 10; ana records ana>ben 10 | failed below-floor |
        ana:floor0 | ?ana records ana>ben 10; admin limits ana; ana records ana>ben 10 | failed below-floor |
        ana:floor0 | ?ana records ana>ben 10; ben records ana>ben 10 | id-used |
        pays- | ?ana records ana>ben 10; admin rules; ana records ana>ben 11 | counts |
        | ben records ana>ben 10 wait expires+1; pass 3d; ben records ana>ben 10 wait expires-2 | waits |
        | ben records ana>ben 10 wait; ana declines #1; ben records ana>ben 10 wait | rejected |
        | ben records ana>ben 10 draft; ben submits #1; ben records ana>ben 10 draft | counts | ana=-10
        | ana records ana>ben 10; admin sets ana disabled; ana records ana>ben 10 | counts | ana=-10
        | ana records ana>ben 10; admin rules stopped; ana records ana>ben 10 | counts | ana=-10
        ",
    );
}
