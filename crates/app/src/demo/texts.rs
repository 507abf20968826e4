//! The shapes in which the demo's people, trades and happenings are written down.
//!
//! An exchange of the demo is data only. Amounts are whole counts of its unit's smallest part: hundredths
//! of an acorn in `MARL`, minutes in `VALD`. People and themes are named by words, never by position.
//! A description may hold `{n}` (a number of pieces, which multiplies the price), `{=3}` (says nothing,
//! counts as three pieces; the last such mark decides), `{giver}` (what the provider is called) and choices
//! such as `{tea|coffee}`: `"{n} jars of {plum|apple} jam, thank you {giver}"`.

use super::happenings::Happenings;
use super::put_up::PutUp;
use super::talks::Talk;

/// An exchange with everything that happens in it.
#[derive(Debug, Clone, Copy)]
pub struct Exchange {
    /// Four letters.
    pub code: &'static str,
    /// Its full name.
    pub name: &'static str,
    /// One line for lists.
    pub tagline: &'static str,
    /// What it is, in paragraphs.
    pub about: &'static [&'static str],
    /// Its rules in plain words, one sentence or two each; what a newcomer accepts.
    pub terms: &'static [&'static str],
    /// Town and country.
    pub place: &'static str,
    /// IANA time zone.
    pub zone: &'static str,
    /// Language of its texts, as a BCP 47 tag.
    pub locale: &'static str,
    /// Its colour, `#rrggbb`.
    pub colour: &'static str,
    /// What it counts in.
    pub unit: Unit,
    /// Levy on each side of a trade, in thousandths.
    pub levy_per_mille: u32,
    /// How far a member may go below zero, in units of 10^-scale; negative.
    pub floor: i64,
    /// How far a member may go above zero, if there is a bound.
    pub ceiling: Option<i64>,
    /// Lists of members, in the order in which they joined: the first is number 1.
    pub members: &'static [&'static [Member]],
    /// Lists of what is traded, one a subject.
    pub themes: &'static [&'static [Theme]],
    /// What people add to some descriptions.
    pub tails: &'static [&'static str],
    /// Words after which nothing is added, in small letters.
    pub closed: &'static [&'static str],
    /// Members with a task, and which.
    pub staff: &'static [(&'static str, Task)],
    /// What the demo shows besides plain trades.
    pub happenings: Happenings,
    /// Lists of what people offer and want.
    pub listings: &'static [&'static [PutUp]],
    /// Where it is, in hundredths of a degree to the north and to the east.
    pub point: (i64, i64),
    /// Where each of its places is.
    pub points: &'static [(&'static str, (i64, i64))],
    /// Its areas, and the places that belong to each.
    pub areas: &'static [(&'static str, &'static [&'static str])],
    /// What payers say of payees after the last trade of a day.
    pub praise: &'static [Praise],
    /// What people write to each other.
    pub talks: &'static [Talk],
}

/// A recommendation.
#[derive(Debug, Clone, Copy)]
pub struct Praise {
    /// How many days ago; the day's last trade is the one it stands on.
    pub days_ago: u16,
    /// What the payer says of the payee.
    pub words: &'static str,
    /// What the payee answers; often nothing.
    pub answer: &'static str,
}

/// What a payer says of a payee after the last trade of so many days ago, and the answer.
pub(crate) const fn praise(days_ago: u16, words: &'static str, answer: &'static str) -> Praise {
    Praise { days_ago, words, answer }
}

/// What an exchange counts in.
#[derive(Debug, Clone, Copy)]
pub struct Unit {
    /// Name of one.
    pub one: &'static str,
    /// Name of several.
    pub many: &'static str,
    /// Short sign.
    pub symbol: &'static str,
    /// Amounts are counts of 10^-scale.
    pub scale: u8,
    /// Decimals shown; at most the scale.
    pub decimals: u8,
    /// Hours that 10^scale counted parts are worth, as a fraction: 1/12 for an acorn, 1/60 for a minute.
    pub hours: (u32, u32),
    /// Whether amounts are shown as `h:mm`.
    pub clock: bool,
}

/// A task that a member does for the exchange.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Task {
    /// Looks after the exchange.
    Administrator,
    /// Records trades for others.
    Coordinator,
}

/// What kind of account a member has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// One person.
    Individual,
    /// A couple or a family.
    Shared,
    /// A club, a school, an association.
    Organisation,
    /// A business.
    Company,
}

/// How the exchange reaches a member.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// By e-mail.
    Mail,
    /// By telephone, on paper or at the door: no e-mail address.
    Paper,
}

/// A member of an exchange.
#[derive(Debug, Clone, Copy)]
pub struct Member {
    /// Full name, unique in the exchange.
    pub name: &'static str,
    /// What kind of account.
    pub kind: Kind,
    /// Neighbourhood.
    pub place: &'static str,
    /// A sentence or two about themselves.
    pub about: &'static str,
    /// Months before today when they joined: 0 to 40.
    pub joined: u8,
    /// Keys of the themes they tend to provide.
    pub gives: &'static [&'static str],
    /// Name of a drawn portrait; empty: initials.
    pub portrait: &'static str,
    /// Telephone, from the numbers reserved for fiction; often empty.
    pub phone: &'static str,
    /// How often they trade: 0 (never) to 10 (every week and more). A weight.
    pub lively: u8,
    /// How the exchange reaches them.
    pub reach: Reach,
}

/// One person who joined so many months ago and trades so often.
pub(crate) const fn person(name: &'static str, place: &'static str, joined: u8, lively: u8) -> Member {
    Member {
        name,
        kind: Kind::Individual,
        place,
        about: "",
        joined,
        gives: &[],
        portrait: "",
        phone: "",
        lively,
        reach: Reach::Mail,
    }
}

impl Member {
    /// Of another kind than one person.
    pub(crate) const fn of(self, kind: Kind) -> Self {
        Self { kind, ..self }
    }

    /// With words about themselves.
    pub(crate) const fn says(self, about: &'static str) -> Self {
        Self { about, ..self }
    }

    /// With the themes they provide.
    pub(crate) const fn gives(self, gives: &'static [&'static str]) -> Self {
        Self { gives, ..self }
    }

    /// With a drawn portrait.
    pub(crate) const fn face(self, portrait: &'static str) -> Self {
        Self { portrait, ..self }
    }

    /// With a telephone.
    pub(crate) const fn phone(self, phone: &'static str) -> Self {
        Self { phone, ..self }
    }

    /// Without e-mail.
    pub(crate) const fn on_paper(self) -> Self {
        Self { reach: Reach::Paper, ..self }
    }

    /// What others call them: the first name of one person, else the whole name.
    #[must_use]
    pub fn called(&self) -> &'static str {
        match self.kind {
            Kind::Individual => self.name.split(' ').next().unwrap_or(self.name),
            Kind::Shared | Kind::Organisation | Kind::Company => self.name,
        }
    }
}

/// Something that people provide to each other, with the words they write about it.
#[derive(Debug, Clone, Copy)]
pub struct Theme {
    /// Short key, unique in the exchange.
    pub key: &'static str,
    /// The words of a provider: what they would call their offer.
    pub offer: &'static str,
    /// The category it belongs to.
    pub category: &'static str,
    /// Lowest and highest usual price of one piece or one time.
    pub price: (u32, u32),
    /// Prices are multiples of this.
    pub step: u32,
    /// Fewest and most pieces where a text says `{n}`.
    pub pieces: (u32, u32),
    /// Months of the year (1 to 12) in which it is traded; empty: all.
    pub months: &'static [u8],
    /// Descriptions, with the marks explained at the top of this file.
    pub texts: &'static [&'static str],
}

/// A theme at a price from `low` to `high`, to be given its texts.
pub(crate) const fn theme(
    key: &'static str,
    offer: &'static str,
    category: &'static str,
    price: (u32, u32),
    step: u32,
) -> Theme {
    Theme { key, offer, category, price, step, pieces: (2, 4), months: &[], texts: &[] }
}

impl Theme {
    /// With another number of pieces than two to four.
    pub(crate) const fn pieces(self, fewest: u32, most: u32) -> Self {
        Self { pieces: (fewest, most), ..self }
    }

    /// Only in these months.
    pub(crate) const fn months(self, months: &'static [u8]) -> Self {
        Self { months, ..self }
    }

    /// With its descriptions.
    pub(crate) const fn texts(self, texts: &'static [&'static str]) -> Self {
        Self { texts, ..self }
    }

    /// Whether it is traded in this month of the year (1 to 12).
    #[must_use]
    pub fn in_season(&self, month: u8) -> bool {
        self.months.is_empty() || self.months.contains(&month)
    }

    /// Words and amount of one trade. `roll(k)` gives a number below `k`; `giver` is who provided.
    pub fn trade(&self, giver: &Member, roll: &mut impl FnMut(u32) -> u32) -> Said {
        let template = pick(self.texts, roll).unwrap_or(self.offer);
        let steps = (self.price.1 - self.price.0) / self.step + 1;
        let price = self.price.0 + roll(steps) * self.step;
        let (text, pieces) = self.fill(template, giver, roll);
        Said { text, amount: price * pieces }
    }

    /// Replaces the marks of a template; also says how many pieces it speaks of.
    fn fill(&self, template: &str, giver: &Member, roll: &mut impl FnMut(u32) -> u32) -> (String, u32) {
        let mut text = String::with_capacity(template.len());
        let mut pieces = 1;
        let mut rest = template;
        while let Some((before, after)) = rest.split_once('{') {
            text.push_str(before);
            let (mark, behind) = after.split_once('}').unwrap_or((after, ""));
            rest = behind;
            if mark == "n" {
                pieces = self.pieces.0 + roll(self.pieces.1 - self.pieces.0 + 1);
                text.push_str(&pieces.to_string());
            } else if mark == "giver" {
                text.push_str(giver.called());
            } else if let Some(count) = mark.strip_prefix('=') {
                pieces = count.parse().unwrap_or(1);
            } else {
                let choices: Vec<&str> = mark.split('|').collect();
                text.push_str(pick(&choices, roll).unwrap_or(mark));
            }
        }
        text.push_str(rest);
        (text, pieces)
    }
}

/// One of these words, if there are any.
fn pick<'a>(words: &[&'a str], roll: &mut impl FnMut(u32) -> u32) -> Option<&'a str> {
    let sides = u32::try_from(words.len()).ok().filter(|sides| *sides > 0)?;
    words.get(roll(sides) as usize).copied()
}

/// One trade as someone wrote it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// The description.
    pub text: String,
    /// In the exchange's smallest parts; positive.
    pub amount: u32,
}

/// A login that the demo tells to everybody.
#[derive(Debug, Clone, Copy)]
pub struct Login {
    /// What to type.
    pub email: &'static str,
    /// Whose it is.
    pub name: &'static str,
    /// Language of their pages.
    pub locale: &'static str,
    /// Codes of the exchanges in which the member of this name is operated by this login.
    pub exchanges: &'static [&'static str],
    /// Whether it is the server's administrator.
    pub keeps_server: bool,
}

impl Exchange {
    /// All members in the order of their numbers; the first is number 1.
    pub fn people(&self) -> impl Iterator<Item = &'static Member> {
        self.members.iter().flat_map(|list| list.iter())
    }

    /// All themes.
    pub fn all_themes(&self) -> impl Iterator<Item = &'static Theme> {
        self.themes.iter().flat_map(|list| list.iter())
    }

    /// Everything that people offer and want.
    pub fn put_up(&self) -> impl Iterator<Item = &'static PutUp> {
        self.listings.iter().flat_map(|list| list.iter())
    }

    /// Where a member is, in hundredths of a degree: somewhere about its place. One of three does not say, nor does who
    /// lives on paper.
    #[must_use]
    pub fn whereabouts(&self, at: usize, member: &Member) -> Option<(i64, i64)> {
        let (_, (north, east)) = self.points.iter().find(|(place, _)| *place == member.place)?;
        let says = at % 3 != 1 && member.reach != Reach::Paper;
        let aside = |by: usize| i64::try_from(at * by % 3).unwrap_or(1) - 1;
        says.then(|| (north + aside(5), east + aside(7)))
    }

    /// The member of this name and the number of the account.
    #[must_use]
    pub fn member(&self, name: &str) -> Option<(usize, &'static Member)> {
        self.people().enumerate().find(|(_, member)| member.name == name).map(|(at, member)| (at + 1, member))
    }

    /// Words and amount of one trade of this theme, in the hand of somebody here: some begin with a capital,
    /// some add a word of thanks. `roll(k)` gives a number below `k`; `giver` is who provided.
    pub fn trade(&self, theme: &Theme, giver: &Member, roll: &mut impl FnMut(u32) -> u32) -> Said {
        let Said { mut text, amount } = theme.trade(giver, roll);
        let small = text.to_lowercase();
        let open = !text.ends_with(['.', ')', '!']) && !self.closed.iter().any(|word| small.contains(word));
        if roll(4) == 0
            && open
            && let Some(tail) = pick(self.tails, roll)
        {
            text.push_str(&theme.fill(tail, giver, roll).0);
        }
        if roll(3) == 0 {
            let rest = text.split_off(text.chars().next().map_or(0, char::len_utf8));
            text = text.to_uppercase() + &rest;
        }
        Said { text, amount }
    }

    /// The theme with this key.
    #[must_use]
    pub fn theme(&self, key: &str) -> Option<&'static Theme> {
        self.all_themes().find(|theme| theme.key == key)
    }

    /// A member's address: that of the demo's login, else one made from the name; none for members on paper.
    #[must_use]
    pub fn address(&self, member: &Member, logins: &[Login]) -> Option<String> {
        if member.reach == Reach::Paper {
            return None;
        }
        let login =
            logins.iter().find(|login| login.name == member.name && login.exchanges.contains(&self.code));
        Some(match login {
            Some(login) => login.email.to_owned(),
            None => format!("{}@{}.example", dotted(member.name), self.code.to_lowercase()),
        })
    }
}

/// A name in plain small letters with dots: `Joaquín Etxarri` becomes `joaquin.etxarri`.
fn dotted(name: &str) -> String {
    let small = name.to_lowercase();
    let plain = small.chars().filter_map(|letter| match letter {
        'a'..='z' => Some(letter),
        'á' | 'à' | 'ã' => Some('a'),
        'é' | 'è' => Some('e'),
        'í' => Some('i'),
        'ó' => Some('o'),
        'ú' | 'ü' => Some('u'),
        'ñ' => Some('n'),
        ' ' | '-' => Some('.'),
        _ => None,
    });
    plain.collect()
}
