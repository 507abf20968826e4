//! Bodies of JSON:API, read strictly: what is not known, or of a wrong kind, changes nothing.

use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::http::{StatusCode, header};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use uuid::Uuid;

use super::error::{Code, Failure};
use crate::state::Server;

/// A body, as JSON.
#[derive(Clone, Debug)]
pub struct Body(Value);

impl FromRequest<Server> for Body {
    type Rejection = Failure;

    async fn from_request(request: Request, server: &Server) -> Result<Self, Failure> {
        let kind = request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
        let kind = kind.unwrap_or_default().split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
        if !matches!(kind.as_str(), "application/vnd.api+json" | "application/json") {
            let detail = "The body has to be application/vnd.api+json or application/json.";
            return Err(Failure::new(Code::UnsupportedMediaType, detail));
        }
        let bytes = Bytes::from_request(request, server).await.map_err(|rejection| {
            if rejection.status() == StatusCode::PAYLOAD_TOO_LARGE {
                Failure::new(Code::TooLarge, "The body is too large.")
            } else {
                Failure::bad("The body cannot be read.")
            }
        })?;
        let value = serde_json::from_slice(&bytes).map_err(|_| Failure::bad("The body is no JSON."))?;
        Ok(Self(value))
    }
}

/// A resource that was sent.
#[derive(Clone, Debug)]
pub struct Sent {
    /// The name that the client gave it.
    pub id: Option<Uuid>,
    /// Its attributes.
    pub attributes: Map<String, Value>,
    relationships: Map<String, Value>,
}

impl Body {
    /// The resources of `data`, which are of this kind, and whether they came as a list.
    ///
    /// # Errors
    /// When it is anything else.
    pub fn resources(self, kind: &str) -> Result<(Vec<Sent>, bool), Failure> {
        let Value::Object(mut document) = self.0 else {
            return Err(Failure::bad("The body is no document."));
        };
        match document.remove("data") {
            Some(Value::Array(list)) => {
                Ok((list.into_iter().map(|one| sent(one, kind)).collect::<Result<_, _>>()?, true))
            }
            Some(one @ Value::Object(_)) => Ok((vec![sent(one, kind)?], false)),
            _ => Err(Failure::bad("The document has no data.")),
        }
    }

    /// The one resource of `data`, which is of this kind.
    ///
    /// # Errors
    /// When it is anything else.
    pub fn resource(self, kind: &str) -> Result<Sent, Failure> {
        match self.resources(kind)? {
            (mut one, false) => one.pop().ok_or_else(|| Failure::bad("The document has no data.")),
            (_, true) => Err(Failure::bad("One resource is taken here, and no list.")),
        }
    }
}

fn sent(value: Value, kind: &str) -> Result<Sent, Failure> {
    let Value::Object(mut fields) = value else { return Err(Failure::bad("A resource is an object.")) };
    if fields.remove("type").as_ref().and_then(Value::as_str) != Some(kind) {
        return Err(Failure::bad(format!("The type of the resource has to be {kind}.")));
    }
    let id = match fields.remove("id") {
        None | Some(Value::Null) => None,
        Some(Value::String(id)) if id.is_empty() => None,
        Some(Value::String(id)) => {
            Some(Uuid::try_parse(&id).map_err(|_| Failure::bad("The id of a resource is a UUID."))?)
        }
        Some(_) => return Err(Failure::bad("The id of a resource is a UUID.")),
    };
    let mut object = |name: &str| match fields.remove(name) {
        None => Ok(Map::new()),
        Some(Value::Object(found)) => Ok(found),
        Some(_) => Err(Failure::bad(format!("The {name} of a resource are an object."))),
    };
    let (attributes, relationships) = (object("attributes")?, object("relationships")?);
    Ok(Sent { id, attributes, relationships })
}

impl Sent {
    /// The attributes as a struct that knows them all.
    ///
    /// # Errors
    /// When there is one that it does not know, or of a wrong kind.
    pub fn read<T: DeserializeOwned>(&self) -> Result<T, Failure> {
        serde_json::from_value(Value::Object(self.attributes.clone())).map_err(|error| {
            let detail = error.to_string();
            let code = if detail.starts_with("unknown field") {
                Code::BadRequest
            } else {
                Code::FieldValidationError
            };
            Failure::new(code, detail)
        })
    }

    /// The name of the one resource of a kind that it is related to; none when nothing is said, or that it is none.
    ///
    /// # Errors
    /// When that is said in another way.
    pub fn related(&self, name: &str, kind: &str) -> Result<Option<Uuid>, Failure> {
        let wrong = || Failure::bad(format!("The relationship {name} names one resource of type {kind}."));
        let Some(relationship) = self.relationships.get(name) else { return Ok(None) };
        let data = relationship.as_object().and_then(|fields| fields.get("data")).ok_or_else(wrong)?;
        if data.is_null() {
            return Ok(None);
        }
        let text = |field: &str| data.get(field).and_then(Value::as_str);
        if text("type") != Some(kind) {
            return Err(wrong());
        }
        text("id").and_then(|id| Uuid::try_parse(id).ok()).map(Some).ok_or_else(wrong)
    }
}
