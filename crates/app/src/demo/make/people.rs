//! Newcomers: users, applications, welcomes and tasks.

use ledger::{AccountId, UserId};
use uuid::Uuid;

use super::town::{Resident, Town, broken};
use crate::App;
use crate::actor::Actor;
use crate::demo::happenings::Applicant;
use crate::demo::logins::LOGINS;
use crate::demo::texts::{Kind, Member, Task};
use crate::error::{Error, Result};
use crate::members::{self, Application, Kind as MemberKind, MemberId, ProfileForm};
use crate::memberships::{self, Role};
use crate::people::contacts::{ContactForm, Kind as ContactKind, Sight};
use crate::users::{self, NewPerson};

impl Town {
    /// Welcomes everybody who joined so many days ago, in the order of their numbers, and takes applications.
    pub(super) async fn welcome_newcomers(&mut self, app: &App, ago: i64) -> Result<()> {
        let joins = |member: &&Member| i64::from(member.joined) * 30 == ago && member.joined > 0;
        let waiting: Vec<&'static Member> =
            self.data.people().skip(self.residents.len()).take_while(|member| joins(member)).collect();
        for member in waiting {
            self.welcome(app, member).await?;
        }
        if ago == 1 {
            // Who joined this month is here by yesterday.
            let last: Vec<&'static Member> = self.data.people().skip(self.residents.len()).collect();
            for member in last {
                self.welcome(app, member).await?;
            }
        }
        for applicant in self.data.happenings.applicants {
            if i64::from(applicant.days_ago) == ago {
                self.apply(app, applicant).await?;
            }
        }
        Ok(())
    }

    /// The first member founded the exchange: what is known of them is added.
    pub(super) async fn settle_founder(
        &mut self,
        app: &App,
        user: UserId,
        member: &'static Member,
    ) -> Result<()> {
        let actor = Actor::of_user(app, user).await?;
        let own = actor
            .memberships()
            .iter()
            .find(|found| found.exchange == self.id && found.kind == MemberKind::Individual);
        let id = own.map(|found| found.member).ok_or_else(|| broken("the founder is no member"))?;
        members::edit_profile(app, &actor, id, &self.profile(member)).await?;
        let account = self.resident_of(app, (user, id), member).await?;
        self.limit(app, account).await
    }

    async fn welcome(&mut self, app: &App, member: &'static Member) -> Result<()> {
        let user = self.user(app, member.name, self.data.address(member, LOGINS)).await?;
        let actor = Actor::of_user(app, user).await?;
        let profile = self.profile(member);
        let application = Application {
            exchange: self.id,
            kind: kind(member.kind),
            profile: &profile,
            words: member.about,
            accepted_terms: Some(1),
            invitation: "",
        };
        let id = members::apply(app, &actor, application).await?;
        let founder = self.at(0)?.user;
        let founder = self.actor(app, founder).await?;
        members::welcome(app, &founder, id).await?;
        self.resident_of(app, (user, id), member).await?;
        self.give_task(app, user, member).await
    }

    async fn apply(&mut self, app: &App, applicant: &Applicant) -> Result<()> {
        let user = self.user(app, applicant.name, Some(applicant.email.to_owned())).await?;
        let actor = Actor::of_user(app, user).await?;
        let profile = ProfileForm {
            name: applicant.name.to_owned(),
            place: applicant.place.to_owned(),
            contacts: contact(ContactKind::Mail, applicant.email).into_iter().collect(),
            ..ProfileForm::default()
        };
        let application = Application {
            exchange: self.id,
            kind: MemberKind::Individual,
            profile: &profile,
            words: applicant.words,
            accepted_terms: Some(1),
            invitation: "",
        };
        members::apply(app, &actor, application).await.map(|_| ())
    }

    /// The user with this address, made now if there is none. Those without an address sign in with their number.
    pub(super) async fn user(&self, app: &App, name: &str, email: Option<String>) -> Result<UserId> {
        let email = email.unwrap_or_default();
        if !email.is_empty() {
            match users::by_email(app, &Actor::server(), &email).await {
                Ok(known) => return Ok(known.id),
                Err(Error::NotFound) => {}
                Err(error) => return Err(error),
            }
        }
        let login = LOGINS.iter().find(|login| login.email == email);
        let locale = login.map_or(self.data.locale, |login| login.locale);
        let person = NewPerson { name, email: &email, password: &self.password, locale };
        users::create(app, &Actor::server(), person).await
    }

    /// Notes somebody as a resident; gives the account.
    async fn resident_of(
        &mut self,
        app: &App,
        (user, id): (UserId, MemberId),
        member: &'static Member,
    ) -> Result<AccountId> {
        self.actors.remove(&user);
        let actor = self.actor(app, user).await?;
        let account =
            actor.memberships().iter().find(|found| found.member == id).and_then(|found| found.account);
        let account = account.ok_or_else(|| broken(&format!("{} has no account", member.name)))?;
        let margin = self.margin(member.name);
        self.residents.push(Resident { member, user, id, account, balance: 0, margin });
        Ok(account)
    }

    /// The most that a told trade moves for this member.
    fn margin(&self, name: &str) -> i64 {
        let told = &self.data.happenings;
        let trades = told.reversals.iter().map(|reversal| &reversal.trade);
        let trades = trades.chain(told.edits.iter().map(|edit| &edit.trade)).chain([&told.objection.trade]);
        let most = trades
            .filter(|trade| trade.giver == name || trade.receiver == name)
            .map(|trade| trade.amount)
            .max();
        self.moves(i64::from(most.unwrap_or(0))).0
    }

    async fn give_task(&mut self, app: &App, user: UserId, member: &Member) -> Result<()> {
        for (name, task) in self.data.staff {
            if *name == member.name {
                let role = match task {
                    Task::Administrator => Role::Admin,
                    Task::Coordinator => Role::Coordinator,
                };
                memberships::give_role(app, &Actor::server(), self.id, user, role).await?;
                self.actors.remove(&user);
            }
        }
        Ok(())
    }

    fn profile(&self, member: &Member) -> ProfileForm {
        ProfileForm {
            name: member.name.to_owned(),
            about: member.about.to_owned(),
            place: member.place.to_owned(),
            area: self.areas.get(member.place).map(Uuid::to_string).unwrap_or_default(),
            contacts: self.contacts(member),
            portrait: member.portrait.to_owned(),
            ..ProfileForm::default()
        }
    }

    /// Telephone and address; who has a mobile number from the range for fiction is on WhatsApp too, and some keep
    /// their address to themselves.
    fn contacts(&self, member: &Member) -> Vec<ContactForm> {
        let address = self.data.address(member, LOGINS).unwrap_or_default();
        let phone = contact(ContactKind::Phone, member.phone);
        let mobile = member.phone.strip_prefix("07700 ").map(|rest| format!("+44 7700 {rest}"));
        let whatsapp = mobile.and_then(|number| contact(ContactKind::WhatsApp, &number));
        let mut mail = contact(ContactKind::Mail, &address);
        if let Some(mail) = mail.as_mut().filter(|_| member.phone.ends_with('9')) {
            mail.sight = Some(Sight::Hidden);
        }
        phone.into_iter().chain(whatsapp).chain(mail).collect()
    }

    /// Everybody has seen the news up to now.
    pub(super) async fn mark_seen(&self, app: &App) -> Result<()> {
        let mut tx = app.db.write().await?;
        for resident in &self.residents {
            let row = store::accounts::get(&mut tx, resident.account).await?;
            let Some(entry) = row.and_then(|row| row.last_entry) else { continue };
            for line in store::entries::walk(&mut tx, entry, 1).await? {
                store::members::operators::mark_seen(&mut tx, resident.id, resident.user, line.number)
                    .await?;
            }
        }
        Ok(tx.commit().await?)
    }
}

/// A way to be reached that every member sees; none without a value.
fn contact(kind: ContactKind, value: &str) -> Option<ContactForm> {
    let form = ContactForm { kind: Some(kind), value: value.to_owned(), sight: Some(Sight::Exchange) };
    (!value.is_empty()).then_some(form)
}

fn kind(kind: Kind) -> MemberKind {
    match kind {
        Kind::Individual => MemberKind::Individual,
        Kind::Shared => MemberKind::Shared,
        Kind::Organisation => MemberKind::Organisation,
        Kind::Company => MemberKind::Company,
    }
}
