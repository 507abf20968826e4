//! Documents of JSON:API: resources, what they are related to, what is included, and links.

use app::lists::Cut;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::asker::Asker;

/// The kind of every body.
pub const JSON_API: &str = "application/vnd.api+json; charset=utf-8";

/// What a resource is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    kind: &'static str,
    id: String,
    /// Where it is, when it belongs to another part of the interface; `Some(None)`: nowhere.
    elsewhere: Option<Option<String>>,
}

impl Name {
    /// Of a resource of this part of the interface.
    #[must_use]
    pub fn of(kind: &'static str, id: Uuid) -> Self {
        Self { kind, id: id.to_string(), elsewhere: None }
    }

    /// Of one that another part serves, at this address; none: it is at no address.
    #[must_use]
    pub fn elsewhere(kind: &'static str, id: Uuid, href: Option<String>) -> Self {
        Self { elsewhere: Some(href), ..Self::of(kind, id) }
    }

    /// As what something is related to, with where it is.
    #[must_use]
    pub fn related(&self) -> Value {
        let link = self.elsewhere.clone().flatten();
        match link {
            Some(link) => json!({"data": self.value(), "links": {"related": link}}),
            None => json!({"data": self.value()}),
        }
    }

    fn value(&self) -> Value {
        match &self.elsewhere {
            None => json!({"type": self.kind, "id": self.id}),
            Some(href) => {
                json!({"type": self.kind, "id": self.id, "meta": {"external": true, "href": href}})
            }
        }
    }
}

/// A resource.
#[derive(Clone, Debug, PartialEq)]
pub struct Resource {
    name: Name,
    attributes: Map<String, Value>,
    relationships: Map<String, Value>,
    link: String,
}

impl Resource {
    /// A resource with its address.
    #[must_use]
    pub fn new(kind: &'static str, id: Uuid, link: String) -> Self {
        Self { name: Name::of(kind, id), attributes: Map::new(), relationships: Map::new(), link }
    }

    /// One that another part serves: nothing but its name.
    #[must_use]
    pub fn elsewhere(name: Name) -> Self {
        Self { name, attributes: Map::new(), relationships: Map::new(), link: String::new() }
    }

    /// With an attribute.
    #[must_use]
    pub fn attr(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.attributes.insert(name.to_owned(), value.into());
        self
    }

    /// With an attribute, if there is a value.
    #[must_use]
    pub fn maybe(self, name: &str, value: Option<impl Into<Value>>) -> Self {
        match value {
            Some(value) => self.attr(name, value),
            None => self,
        }
    }

    /// Related to one, or to none.
    #[must_use]
    pub fn one(self, name: &str, to: Option<&Name>) -> Self {
        let data = to.map_or(Value::Null, Name::value);
        self.related(name, json!({"data": data}))
    }

    /// Related to these.
    #[must_use]
    pub fn many(self, name: &str, to: &[Name]) -> Self {
        let data: Vec<Value> = to.iter().map(Name::value).collect();
        self.related(name, json!({"data": data}))
    }

    /// Related to what is at an address.
    #[must_use]
    pub fn at(self, name: &str, link: String) -> Self {
        self.related(name, json!({"links": {"related": link}}))
    }

    /// Related in a way that is written out.
    #[must_use]
    pub fn related(mut self, name: &str, value: Value) -> Self {
        self.relationships.insert(name.to_owned(), value);
        self
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> &Name {
        &self.name
    }

    fn value(self, link: Option<String>) -> Value {
        let mut value = self.name.value();
        let Some(fields) = value.as_object_mut() else { return value };
        if self.name.elsewhere.is_some() {
            return value;
        }
        fields.insert("attributes".to_owned(), Value::Object(self.attributes));
        if !self.relationships.is_empty() {
            fields.insert("relationships".to_owned(), Value::Object(self.relationships));
        }
        fields.insert("links".to_owned(), json!({"self": link.unwrap_or(self.link)}));
        value
    }
}

/// What is included: each resource once.
#[derive(Clone, Debug, Default)]
pub struct Included(Option<Vec<Resource>>);

impl Included {
    /// Nothing yet; and nothing at all unless the reader asks for something.
    #[must_use]
    pub fn asked_by(asker: &Asker) -> Self {
        Self(asker.query.includes_something().then(Vec::new))
    }

    /// Adds a resource.
    pub fn add(&mut self, resource: Resource) {
        if let Some(list) = &mut self.0
            && list.iter().all(|known| known.name != resource.name)
        {
            list.push(resource);
        }
    }

    /// Whether a resource is there.
    #[must_use]
    pub fn holds(&self, name: &Name) -> bool {
        self.0.as_ref().is_some_and(|list| list.iter().any(|known| known.name == *name))
    }

    fn put(self, document: &mut Map<String, Value>) {
        if let Some(list) = self.0 {
            let values: Vec<Value> = list.into_iter().map(|resource| resource.value(None)).collect();
            document.insert("included".to_owned(), Value::Array(values));
        }
    }
}

/// Answers with one resource.
#[must_use]
pub fn one(status: StatusCode, resource: Resource, included: Included) -> Response {
    let mut document = Map::new();
    document.insert("data".to_owned(), resource.value(None));
    included.put(&mut document);
    body(status, &Value::Object(document))
}

/// Answers with a part of a list, and how many there are in all parts if that is told.
#[must_use]
pub fn list(
    asker: &Asker,
    (resources, total): (Vec<Resource>, Option<i64>),
    cut: Cut,
    included: Included,
) -> Response {
    let found = i64::try_from(resources.len()).unwrap_or(i64::MAX);
    let at = |after: Option<i64>| format!("{}{}", asker.here(), asker.query.written(after));
    let next = (found >= cut.limit).then(|| at(Some(cut.offset + cut.limit)));
    let prev = (cut.offset > 0).then(|| at(Some((cut.offset - cut.limit).max(0))));
    let values: Vec<Value> = resources.into_iter().map(|resource| resource.value(None)).collect();
    let mut document = Map::new();
    document.insert("data".to_owned(), Value::Array(values));
    included.put(&mut document);
    let links = json!({"self": at(None), "first": at(Some(0)), "last": null, "prev": prev, "next": next});
    document.insert("links".to_owned(), links);
    if let Some(total) = total {
        document.insert("meta".to_owned(), json!({"count": total}));
    }
    body(StatusCode::OK, &Value::Object(document))
}

/// Answers with several resources that were made, and what was not.
#[must_use]
pub fn made(resources: Vec<Resource>, failures: Vec<Value>) -> Response {
    let values: Vec<Value> = resources.into_iter().map(|resource| resource.value(None)).collect();
    let mut document = json!({"data": values});
    if let (false, Some(fields)) = (failures.is_empty(), document.as_object_mut()) {
        fields.insert("meta".to_owned(), json!({"errors": failures}));
    }
    body(StatusCode::CREATED, &document)
}

/// Answers with a document.
#[must_use]
pub fn body(status: StatusCode, document: &Value) -> Response {
    (status, [(header::CONTENT_TYPE, JSON_API)], document.to_string()).into_response()
}

/// Answers that it is done, with nothing to say.
#[must_use]
pub fn nothing() -> Response {
    (StatusCode::NO_CONTENT, [(header::CONTENT_TYPE, JSON_API)]).into_response()
}
