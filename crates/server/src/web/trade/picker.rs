//! Picking a person for a trade: among recent partners, by name or by number, without a script.
//!
//! A picker called `with` has three fields: `with` (the number picked), `with-who` (what was typed to search) and
//! `with-asked` (what the list that is shown was searched by). What was typed anew goes before what was picked.

use app::members::{self, Lookup};
use app::{Error, statements};

use crate::web::forms::Form;
use crate::web::person::Person;
use crate::web::stop::Stop;
use crate::web::visitor::Here;

/// How many people a search shows.
const SHOWN: usize = 8;

/// A person being picked.
#[derive(Clone, Debug)]
pub struct Picker {
    /// The field's name.
    pub name: &'static str,
    /// Who is picked.
    pub chosen: Option<Person>,
    /// Who else it could be.
    pub found: Vec<Person>,
    /// What they were searched by; empty: they are recent partners.
    pub asked: String,
    /// Whether the search found more than are shown.
    pub more: bool,
}

impl Picker {
    /// Finds whom the form means; what cannot be found is added to its mistakes.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn read(here: &Here, form: &mut Form, name: &'static str) -> Result<Self, Stop> {
        let mut picker = Self { name, chosen: None, found: Vec::new(), asked: String::new(), more: false };
        let picked = form.typed.get(name).to_owned();
        let typed = form.typed.get(&format!("{name}-who")).to_owned();
        let asked = form.typed.get(&format!("{name}-asked")).to_owned();
        let is_changing = form.typed.get("change") == name;
        let is_new = !typed.is_empty() && (typed != asked || picked.is_empty());
        if is_new && !is_changing {
            picker.search(here, form, &typed).await?;
        } else if !picked.is_empty() && !is_changing {
            picker.chosen = by_number(here, &picked).await?;
            if picker.chosen.is_none() {
                form.errors.add_code(&here.frame.l, name, "error-nobody-found", &[("words", picked)]);
            }
        }
        picker.settle(here, form).await?;
        Ok(picker)
    }

    /// The message that names the field.
    #[must_use]
    pub fn label(&self) -> &'static str {
        match self.name {
            "provider" => "trade-provider",
            "receiver" => "trade-receiver",
            _ => "trade-with",
        }
    }

    /// The name of the field that is searched by.
    #[must_use]
    pub fn who_name(&self) -> String {
        format!("{}-who", self.name)
    }

    async fn search(&mut self, here: &Here, form: &mut Form, words: &str) -> Result<(), Stop> {
        self.chosen = by_number(here, words).await?;
        if self.chosen.is_some() {
            return Ok(());
        }
        let lookup = Lookup { words: words.to_owned(), ..Lookup::default() };
        let directory = members::directory(here.app(), &here.actor, here.id(), &lookup).await?;
        let own = here.account().ok();
        let is_open = |line: &&members::Listed| line.account_state != "closed";
        let others = directory.lines.iter().filter(is_open).map(|line| Person::of_line(line, &here.actor));
        let mut others: Vec<Person> =
            others.filter(|person| self.name != "with" || Some(person.account) != own).collect();
        self.more = directory.next.is_some() || others.len() > SHOWN;
        others.truncate(SHOWN);
        match others.len() {
            0 => form.errors.add_code(
                &here.frame.l,
                self.name,
                "error-nobody-found",
                &[("words", words.to_owned())],
            ),
            1 => self.chosen = others.pop(),
            _ => {
                words.clone_into(&mut self.asked);
                self.found = others;
            }
        }
        Ok(())
    }

    /// Puts into the form what is known now, and offers recent partners where nobody is known.
    async fn settle(&mut self, here: &Here, form: &mut Form) -> Result<(), Stop> {
        if let Some(person) = &self.chosen {
            form.typed.set(self.name, person.number.clone());
            form.typed.set(&format!("{}-who", self.name), "");
        } else {
            form.typed.set(self.name, "");
            if self.asked.is_empty() && self.name == "with" {
                let partners = statements::recent_partners(here.app(), &here.actor, here.account()?).await?;
                self.found = partners.iter().take(5).map(|party| Person::of(party, &here.actor)).collect();
            }
        }
        Ok(())
    }
}

/// The person of a number as typed, if there is one.
async fn by_number(here: &Here, typed: &str) -> Result<Option<Person>, Stop> {
    match members::party(here.app(), &here.actor, &here.exchange, typed).await {
        Ok(party) => Ok(Some(Person::of(&party, &here.actor))),
        Err(Error::NotFound) => Ok(None),
        Err(error) => Err(error.into()),
    }
}
