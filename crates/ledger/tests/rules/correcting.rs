//! Reversals, edits and objections.

use crate::world::check;

#[test]
fn who_gives_back_and_when() {
    check(
        "
        levy2% | ana records ana>ben 100; ben reverses #1 | counts | ana=0 ben=0 own=0 ana.received=0/0 ben.provided=0/0
        | ana records ana>ben 10; pass 9999d; ben reverses #1 | counts | ana=0
        | ana records ana>ben 10; ben reverses #1 words=- | counts |
        | ana records ana>ben 10; ana reverses #1 | not-permitted/payers-object | ana=-10
        | ana records ana>ben 10; cara reverses #1 | not-permitted/not-your-account |
        | ana records ana>ben 10; server reverses #1 | not-permitted/admins-only |
        | ana records ana>ben 10; pass 9999d; admin reverses #1 | counts | ana=0
        | ana records ana>ben 10; admin reverses #1 words=- | malformed/reason-missing |
        | ana records ana>ben 10; ben reverses #1 words=x*501 | malformed/text |
        | ana records ana>ben 10; coordinator reverses #1 | not-permitted/only-who-keyed |
        | coordinator records ana>ben 10; coordinator reverses #1 | counts | ana=0
        | coordinator records ana>ben 10; coordinator reverses #1 words=- | malformed/reason-missing |
        | coordinator records ana>ben 10; coordinator2 reverses #1 | not-permitted/only-who-keyed |
        | coordinator records ana>ben 10; pass 45d; coordinator reverses #1 | counts |
        | coordinator records ana>ben 10; pass 45d; pass 1us; coordinator reverses #1 | window-over |
        | ana records ana>ben 10; ben reverses #1; ben reverses #1 | counts | ana=0
        | ana records ana>ben 10; ben reverses #1; ben2 reverses #1 | id-used |
        | ana records ana>ben 10; ben reverses #1; ben reverses #1 words=other | id-used |
        | ana records ana>ben 10; ben reverses #1; ben reverses #1 as #z | already-reversed |
        | ana records ana>ben 10; ben reverses #1 as #9; ana reverses #9 | is-reversal |
        | ana records ana>ben 10; ben reverses #1 as #1 | id-used |
        | ana records ana>ben 10; ana records ana>cara 5 #2; ben reverses #1 as #2 | id-used |
        | ben records ana>ben 10 wait; ben reverses #1 | not-committed |
        | ben reverses #1 | unknown-transfer |
        | ana records ana>ben 10; ben reverses #1 from-there | unknown-transfer |
        ",
    );
}

#[test]
fn giving_back_obeys_limits_but_for_those_who_may_pass_them() {
    check(
        "
        | ana records ana>ben 10; admin locks ben; ben reverses #1 | payer-locked |
        | ana records ana>ben 10; admin locks ben; admin reverses #1 | counts | ben=0
        | ana records ana>ben 10; ben records ben>cara 10 #2; admin limits ben floor0; ben reverses #1 | below-floor |
        | ana records ana>ben 10; ben records ben>cara 10 #2; admin limits ben floor0; admin reverses #1 | counts | ben=-10
        | ana records ana>ben 10; ben records ben>cara 10 #2; admin limits ben floor~0; ben reverses #1 | counts warned |
        ana=9 | ana records ana>ben 10; admin limits ana top8; ben reverses #1 | above-ceiling | ana=-1
        ana=9 | ana records ana>ben 10; admin limits ana top8; admin reverses #1 | counts | ana=9
        | ana records ana>ben 10; admin locks ana; ben reverses #1 | counts |
        | ana records ana>ben 10; admin sets ben disabled; ben reverses #1 | account-disabled |
        | ana records ana>ben 10; admin sets ben suspended; admin reverses #1 | counts |
        | ana records ana>ben 10; admin sets ana disabled; admin reverses #1 | counts |
        | ana records ana>ben 10; admin rules stopped; ben reverses #1 | exchange-disabled |
        | ana records ana>ben 10; admin rules stopped; admin reverses #1 | counts |
        ana=10 | ana records ana>ben 10; ana sets ana closed; admin reverses #1 | account-closed |
        ana=10 | ana records ana>ben 10; ana sets ana closed; ben reverses #1 | account-closed |
        levy2% | ana records ana>ben 100; admin sets own disabled; ben reverses #1 | counts | own=0
        levy2% | ana records ana>ben 100; admin limits own floor0; admin rules levy5%; ben reverses #1 | counts | ana=0 ben=0 own=0
        ",
    );
}

#[test]
fn edits_are_both_halves_or_nothing() {
    check(
        "
        | ana records ana>ben 10; ben edits #1 8 | counts | ana=-8 ben=8 ana.received=8/1 ben.provided=8/1
        levy2% | ana records ana>ben 100; ben edits #1 50 | counts | ana=-51 ben=49 own=2
        | ana records ana>ben 10; ben edits #1 10 words=cake | counts | ana=-10
        | ana records ana>ben 10; ben edits #1 12 | counts | ana=-12
        ben:records- | ana records ana>ben 10; ben edits #1 12 | waits | ana=-10
        ben:records- | ana records ana>ben 10; ben edits #1 12 as #r #n; ana accepts #n | counts | ana=-12
        ben:records- ben:requests- | ana records ana>ben 10; ben edits #1 12 | not-permitted/payees-do-not-record |
        ben:records- ben:requests- | ana records ana>ben 10; ben edits #1 8 | counts | ana=-8
        ben:records- ana:accepts=all | ana records ana>ben 10; ben edits #1 12 | counts | ana=-12
        | ana records ana>ben 10; ana edits #1 8 | not-permitted/payers-object |
        | ana records ana>ben 10; ana edits #1 12 | not-permitted/payers-object |
        | ana records ana>ben 10; cara edits #1 8 | not-permitted/not-your-account |
        | ana records ana>ben 10; server edits #1 8 | not-permitted/admins-only |
        | ana records ana>ben 10; coordinator edits #1 8 | not-permitted/only-who-keyed |
        | coordinator records ana>ben 10; coordinator edits #1 12 | counts | ana=-12
        | coordinator records ana>ben 10; pass 46d; coordinator edits #1 12 | window-over |
        | ana records ana>ben 10; pass 45d; ben edits #1 8 | counts |
        | ana records ana>ben 10; pass 45d; pass 1us; ben edits #1 8 | window-over |
        | ana records ana>ben 10; pass 92d; admin edits #1 12 | counts |
        | ana records ana>ben 10; pass 93d; admin edits #1 12 | waits | ana=-10
        | ana records ana>ben 10; pass 93d; admin edits #1 8 | counts | ana=-8
        | ana records ana>ben 10 day-90; pass 3d; ben edits #1 12 | waits |
        | ana records ana>ben 100; admin rules levy2%; ben edits #1 100 words=cake | counts | ana=-102 ben=98 own=4
        levy2% | ana records ana>ben 100; admin rules; ben edits #1 100 words=cake | counts | ana=-100 ben=100 own=0
        | ana records ana>ben 10; ben edits #1 8; ben edits #1 8 | counts | ana=-8
        | ana records ana>ben 10; ben edits #1 8; ben edits #1 7 | id-used |
        | ana records ana>ben 10; ben edits #1 8; ben edits #1 8 words=cake | id-used |
        | ana records ana>ben 10; ben edits #1 8; ben2 edits #1 8 | id-used |
        | ana records ana>ben 10; ben edits #1 8; ben edits #1 7 as #x #y | already-reversed |
        | ana records ana>ben 10; ben edits #1 8 as #r #n; ben edits #n 7 as #x #y | counts | ana=-7
        | ana records ana>ben 10; ben edits #1 8 as #r #n; ben edits #r 7 as #x #y | is-reversal |
        | ana records ana>ben 10; ben edits #1 8 as #r #n; ben reverses #1 as #n | id-used |
        | ana records ana>ben 10; ben edits #1 8 as #r #r | id-used |
        | ana records ana>ben 10; ben edits #1 8 as #1 #n | id-used |
        | ana records ana>ben 10; ben edits #1 8 as #r #1 | id-used |
        ben:records- | ana records ana>ben 10; ben edits #1 12; ben edits #1 12 | waits |
        ben:records- | ana records ana>ben 10; ben edits #1 12; ben edits #1 13 | id-used |
        | ana records ana>ben 10; ben edits #1 8 words=x*501 | malformed/text |
        | ben records ana>ben 10 wait; ben edits #1 8 | not-committed |
        | ben edits #1 8 | unknown-transfer |
        ",
    );
}

#[test]
fn edits_meet_limits_with_both_halves_together() {
    check(
        "
        ana:floor-10 | ana records ana>ben 10; ben edits #1 12 | below-floor | ana=-10
        ana:floor-10 | ana records ana>ben 10; admin edits #1 12 | below-floor | ana=-10
        ana:floor-10 | ana records ana>ben 10; ben edits #1 9 | counts | ana=-9
        | ana records ana>ben 10; admin locks ana; ben edits #1 12 | payer-locked |
        | ana records ana>ben 10; admin locks ana; ben edits #1 8 | counts |
        | ana records ana>ben 10; admin locks ben; ben edits #1 8 | payer-locked |
        | ana records ana>ben 10; admin locks ben; ben edits #1 10 words=cake | counts |
        | ana records ana>ben 10; admin locks ben; admin edits #1 8 | counts |
        ben:top10 | ana records ana>ben 10; ben edits #1 11 | above-ceiling |
        ben:top10 | ana records ana>ben 10; admin edits #1 11 | above-ceiling |
        | ana records ana>ben 10; ben records ben>cara 10 #2; admin limits ben floor0; ben edits #1 9 | below-floor |
        | ana records ana>ben 10; ben records ben>cara 10 #2; admin limits ben floor0; admin edits #1 9 | counts | ben=-1
        ana=9 | ana records ana>ben 10; cara records cara>ana 9 #2; admin limits ana top8; ben edits #1 9 | above-ceiling |
        ana=9 | ana records ana>ben 10; cara records cara>ana 9 #2; admin limits ana top8; admin edits #1 9 | counts | ana=9
        ana=9 | ana records ana>ben 10; cara records cara>ana 9 #2; admin limits ana top8; admin locks ben; ben edits #1 9 | payer-locked |
        ana:floor~10 | ana records ana>ben 10; ben edits #1 12 | counts warned |
        | ana records ana>ben 10; admin sets ana disabled; ben edits #1 8 | account-disabled |
        | ana records ana>ben 10; admin sets ana disabled; admin edits #1 8 | account-disabled |
        ana=10 | ana records ana>ben 10; ana sets ana closed; ben edits #1 8 | account-closed |
        | ana records ana>ben 10; admin rules stopped; ben edits #1 8 | exchange-disabled |
        ",
    );
}

#[test]
fn objections() {
    check(
        "
        | ana records ana>ben 10; ana objects #1 | counts | ana=-10
        | ana records ana>ben 10; ben objects #1 | counts |
        | ana records ana>ben 10; cara objects #1 | not-permitted/not-your-account |
        | ana records ana>ben 10; admin objects #1 | not-permitted/not-your-account |
        | ana records ana>ben 10; coordinator objects #1 | not-permitted/not-your-account |
        | ana records ana>ben 10; pass 45d; ana objects #1 | counts |
        | ana records ana>ben 10; pass 45d; pass 1us; ana objects #1 | window-over |
        | ana records ana>ben 10; ana objects #1; ben objects #1 | already-objected |
        | ana records ana>ben 10; ana objects #1 words=- | malformed/reason-missing |
        | ana records ana>ben 10; ana objects #1 words=x*1001 | malformed/text |
        | ana records ana>ben 10; ana objects #1 words=x*1000 | counts |
        | ben records ana>ben 10 wait; ana objects #1 | not-committed |
        | ana records ana>ben 10; ben reverses #1; ana objects #1 | already-reversed |
        | ana records ana>ben 10; ben reverses #1 as #9; ana objects #9 | is-reversal |
        | ana objects #1 | unknown-transfer |
        | ana records ana>ben 10; ana objects #1; admin lets-stand #1 | counts | ana=-10
        | ana records ana>ben 10; ana objects #1; ben lets-stand #1 | not-permitted/admins-only |
        | ana records ana>ben 10; admin lets-stand #1 | no-objection |
        | ana records ana>ben 10; ana objects #1; admin lets-stand #1; admin lets-stand #1 | no-objection |
        | ana records ana>ben 10; ana objects #1; admin lets-stand #1; ana objects #1 | already-objected |
        | ana records ana>ben 10; ana objects #1; admin lets-stand #1 words=- | malformed/reason-missing |
        | ana records ana>ben 10; ana objects #1; admin reverses #1; admin lets-stand #1 | no-objection |
        | ana records ana>ben 10; ana objects #1; ben edits #1 8; admin lets-stand #1 | no-objection |
        ",
    );
}
