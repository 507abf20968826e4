//! Routes that can be listed: every method and path that the server answers stands in one table, which tests read.

use std::pin::Pin;
use std::sync::Arc;

use axum::Router;
use axum::extract::Request;
use axum::handler::Handler;
use axum::http::Method;
use axum::response::Response;
use axum::routing;

use crate::state::Server;

/// A method and a path with its parameters, such as `POST /{code}/trade`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route {
    /// `GET` (which answers `HEAD` too) or one that changes something.
    pub method: Method,
    /// As the router takes it.
    pub path: &'static str,
}

/// What a page does to the routes: it adds its own.
pub type Page = fn(Routes<Server>) -> Routes<Server>;

/// An answer that is being made.
type Answer = Pin<Box<dyn Future<Output = Response> + Send>>;

/// A handler of whatever type. The router wraps each handler in a dozen types of its own, and for each of them the compiler
/// proves anew that the whole future of the handler may go to another thread. With one type for all, that is proven once a
/// handler (docs/PERFORMANCE.md).
struct Any<S>(Arc<dyn Fn(Request, S) -> Answer + Send + Sync>);

impl<S> Any<S> {
    fn new<H: Handler<T, S, Future = Answer>, T>(handler: H) -> Self {
        Self(Arc::new(move |request, state| handler.clone().call(request, state)))
    }
}

impl<S> Clone for Any<S> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<S: 'static> Handler<(), S> for Any<S> {
    type Future = Answer;

    fn call(self, request: Request, state: S) -> Answer {
        (self.0)(request, state)
    }
}

/// Collects routes.
#[derive(Clone, Debug)]
pub struct Routes<S> {
    router: Router<S>,
    table: Vec<Route>,
}

impl<S: Clone + Send + Sync + 'static> Default for Routes<S> {
    fn default() -> Self {
        Self { router: Router::new(), table: Vec::new() }
    }
}

impl<S: Clone + Send + Sync + 'static> Routes<S> {
    /// Answers `GET` of a path.
    #[must_use]
    pub fn get<H: Handler<T, S, Future = Answer>, T>(self, path: &'static str, handler: H) -> Self {
        self.add(Method::GET, path, routing::get(Any::new(handler)))
    }

    /// Answers `POST` to a path.
    #[must_use]
    pub fn post<H: Handler<T, S, Future = Answer>, T>(self, path: &'static str, handler: H) -> Self {
        self.add(Method::POST, path, routing::post(Any::new(handler)))
    }

    /// Answers `PATCH` of a path.
    #[must_use]
    pub fn patch<H: Handler<T, S, Future = Answer>, T>(self, path: &'static str, handler: H) -> Self {
        self.add(Method::PATCH, path, routing::patch(Any::new(handler)))
    }

    /// Answers `DELETE` of a path.
    #[must_use]
    pub fn delete<H: Handler<T, S, Future = Answer>, T>(self, path: &'static str, handler: H) -> Self {
        self.add(Method::DELETE, path, routing::delete(Any::new(handler)))
    }

    fn add(mut self, method: Method, path: &'static str, handler: routing::MethodRouter<S>) -> Self {
        self.table.push(Route { method, path });
        Self { router: self.router.route(path, handler), table: self.table }
    }

    /// Everything that is answered, in the order it was added.
    #[must_use]
    pub fn table(&self) -> &[Route] {
        &self.table
    }

    /// The router that answers it.
    pub fn into_router(self) -> Router<S> {
        self.router
    }
}
