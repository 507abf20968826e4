//! The cases as they lie in their files.

use serde::Deserialize;

/// Something to be found.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Listing {
    #[serde(default)]
    pub(crate) id: String,
    #[serde(default)]
    pub(crate) language: String,
    pub(crate) title: String,
    #[serde(default)]
    pub(crate) text: String,
    #[serde(default)]
    pub(crate) category: String,
    #[serde(default)]
    pub(crate) keywords: Vec<String>,
}

/// A query, and the places of the listings that should come first.
#[derive(Debug)]
pub(crate) struct Case {
    pub(crate) text: String,
    pub(crate) language: String,
    pub(crate) best: Vec<usize>,
}

/// A set of both.
#[derive(Debug)]
pub(crate) struct Cases {
    pub(crate) listings: Vec<Listing>,
    pub(crate) queries: Vec<Case>,
}

/// A hundred queries over three hundred listings, written before anything was tuned and not edited since.
pub(crate) fn market() -> Cases {
    #[derive(Deserialize)]
    struct File {
        listings: Vec<Listing>,
        queries: Vec<Asked>,
    }
    #[derive(Deserialize)]
    struct Asked {
        text: String,
        language: String,
        best: Vec<String>,
    }
    let File { listings, queries } = serde_json::from_str(include_str!("../cases/market.json")).unwrap();
    let place = |id: &String| listings.iter().position(|listing| listing.id == *id).unwrap();
    let queries = queries.into_iter().map(|asked| Case {
        best: asked.best.iter().map(place).collect(),
        text: asked.text,
        language: asked.language,
    });
    Cases { queries: queries.collect(), listings }
}

/// Twenty queries, most of one word, over seventy-five listings of one line, of which nobody says the language.
pub(crate) fn first() -> Cases {
    #[derive(Deserialize)]
    struct File {
        listings: Vec<String>,
        queries: Vec<Asked>,
    }
    #[derive(Deserialize)]
    struct Asked {
        query: String,
        finds: String,
    }
    let File { listings, queries } = serde_json::from_str(include_str!("../cases/first.json")).unwrap();
    // Both lessons answer a query for either.
    let is_alike = |one: &str, other: &str| {
        one == other || [one, other].iter().all(|text| text.to_lowercase().contains("guitar"))
    };
    let queries = queries.into_iter().map(|asked| Case {
        best: (0..listings.len()).filter(|place| is_alike(&listings[*place], &asked.finds)).collect(),
        text: asked.query,
        language: String::new(),
    });
    let queries = queries.collect();
    let listings = listings.into_iter().map(|title| Listing { title, ..Listing::default() });
    Cases { listings: listings.collect(), queries }
}
