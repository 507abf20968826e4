//! Who is below zero is shown what others look for and they could do; and who offers something, who looks for it.

use app::market::{Chance, Pace, SearchForm, Token};
use app::members::ProfileForm;
use app::people::blocks;

use super::*;

impl Town {
    /// A trade of so many acorns, recorded by the payer.
    async fn pays(&self, who: &str, (payer, payee): (&Person, &Person), (acorns, what): (i64, &str)) {
        let paid = NewTrade {
            amount: Amount::new(acorns * 100).unwrap(),
            description: what.to_owned(),
            settles: None,
            ..trade(self, (payer, payee), Uuid::nil())
        };
        trades::record(&self.world.app, &self.world.actor(who).await, paid).await.unwrap();
    }

    async fn wants(&self, who: &str, title: &str) -> Uuid {
        let form = ListingForm {
            kind: Some(Kind::Want),
            body: String::new(),
            keywords: String::new(),
            place: String::new(),
            ..self.offer(title)
        };
        self.publish(who, &form).await
    }

    async fn chances(&self, who: &str) -> Vec<Chance> {
        let (actor, home) = (self.world.actor(who).await, self.home().await);
        market::chances(&self.world.app, &actor, &home, ("es", 3)).await.unwrap()
    }

    async fn could(&self, who: &str) -> Vec<(String, Token)> {
        self.chances(who).await.into_iter().map(|chance| (chance.listing.title, chance.token)).collect()
    }

    fn later(&self) {
        self.world.app.clock.advance(601);
    }
}

#[tokio::test]
async fn who_is_below_zero_is_shown_what_they_could_offer_and_why() {
    let town = Town::new().await;
    let app = &town.world.app;
    let cleo = town.world.member("cleo", town.exchange).await;
    let skilled = ProfileForm {
        name: "ana".to_owned(),
        skills: "Fontanero\nSé contar cuentos".to_owned(),
        ..ProfileForm::default()
    };
    let ana = town.world.actor("ana").await;
    members::edit_profile(app, &ana, town.ana.member, &skilled).await.unwrap();
    town.wants("ben", "A plumber for the leaking tap").await;
    town.wants("ben", "Somebody to walk with in the evening").await;
    assert!(town.could("ana").await.is_empty(), "she is at zero");
    town.pays("ana", (&town.ana, &town.ben), (40, "a table")).await;
    let skill = Token::Skill("Fontanero".to_owned());
    assert_eq!(town.could("ana").await, [("A plumber for the leaking tap".to_owned(), skill.clone())]);
    assert!(town.could("ben").await.is_empty(), "he stands above it");

    // What she has offered, even hidden, counts as well, and each want once; what a trade was about says too little.
    let guitar = ListingForm { state: State::Hidden, ..town.offer("Guitar lessons") };
    town.publish("ana", &guitar).await;
    town.pays("cleo", (&cleo, &town.ana), (3, "marmalade, three jars")).await;
    town.wants("ben", "Guitar lessons for a beginner").await;
    town.wants("ben", "Marmalade for the winter").await;
    assert_eq!(town.could("ana").await.len(), 1, "what was found stands for some minutes");
    town.later();
    let mut tokens: Vec<Token> = town.could("ana").await.into_iter().map(|(_, token)| token).collect();
    tokens.sort_by_key(|token| format!("{token:?}"));
    let offer = Token::Offer("Guitar lessons".to_owned());
    assert_eq!(tokens, [offer, skill]);
    town.pays("ben", (&town.ben, &town.ana), (40, "a chair")).await;
    assert!(town.could("ana").await.is_empty(), "at once when she is above zero again");
}

#[tokio::test]
async fn nobody_is_shown_what_is_gone_or_their_own_or_of_whom_they_are_apart_from() {
    let town = Town::new().await;
    let (app, exchange) = (&town.world.app, town.exchange);
    let ben = town.world.actor("ben").await;
    town.publish("ana", &town.offer("Guitar lessons")).await;
    town.pays("ana", (&town.ana, &town.ben), (40, "a table")).await;
    let want = town.wants("ben", "Guitar lessons for a beginner").await;
    town.wants("ana", "Guitar lessons, the second step").await;
    assert_eq!(town.chances("ana").await.len(), 1, "not her own");
    market::hide(app, &ben, exchange, want).await.unwrap();
    assert!(town.chances("ana").await.is_empty());
    market::show(app, &ben, exchange, want).await.unwrap();
    assert_eq!(town.chances("ana").await.len(), 1);
    blocks::block(app, &ben, town.ben.member, town.ana.member).await.unwrap();
    assert!(town.chances("ana").await.is_empty(), "he does not wish to hear of her");
    blocks::unblock(app, &ben, town.ben.member, town.ana.member).await.unwrap();
    assert_eq!(town.chances("ana").await.len(), 1);
    let admin = town.world.admin("MARL").await;
    accounts::set_state(app, &admin, town.ana.account, account::State::Suspended, "a talk").await.unwrap();
    assert!(town.chances("ana").await.is_empty(), "who is stopped earns nothing");
    accounts::set_state(app, &admin, town.ana.account, account::State::Active, "talked").await.unwrap();
    let visitor = market::chances(app, &Actor::visitor(), &town.home().await, ("en", 3)).await.unwrap();
    assert!(visitor.is_empty());
}

#[tokio::test]
async fn who_offers_something_sees_who_looks_for_it() {
    let town = Town::new().await;
    let app = &town.world.app;
    let demand = async |who: &str, id: Uuid| {
        let (actor, home) = (town.world.actor(who).await, town.home().await);
        let seen = market::listing(app, &actor, &home, id).await.unwrap();
        let demand = market::demand(app, &actor, &home, &seen.listing).await.unwrap();
        let titles: Vec<String> = demand.suited.into_iter().map(|listing| listing.title).collect();
        (titles, demand.searchers)
    };
    let want = town.wants("ben", "Guitar lessons for a beginner").await;
    for who in ["cleo", "dan"] {
        let person = town.world.member(who, town.exchange).await;
        for words in ["guitar", "guitar lessons"] {
            let (actor, wanted) =
                (town.world.actor(who).await, Wanted { words: words.to_owned(), ..Wanted::default() });
            let form = SearchForm { name: words.to_owned(), pace: Some(Pace::Weekly) };
            let named = (person.member, town.name());
            market::save_search(app, &actor, named, (&wanted, "en"), &form).await.unwrap();
        }
    }
    app.clock.advance(60);
    let offer = town.publish("ana", &town.offer("Guitar lessons")).await;
    let wanted = vec!["Guitar lessons for a beginner".to_owned()];
    assert_eq!(demand("ana", offer).await, (wanted.clone(), 0));
    assert!(town.world.letters().await.is_empty());
    assert_eq!(demand("ana", offer).await, (wanted, 2), "two people, whatever they have saved");
    assert_eq!(demand("ben", offer).await, (Vec::new(), 0), "nobody else learns that");
    assert_eq!(demand("ben", want).await.0, ["Guitar lessons"], "and the other way round");
}
