//! Every route by every role: what `routes.txt` says of each is asked of a real server, and a route that it does not
//! speak of fails.

#[expect(unreachable_pub, dead_code, reason = "the dice are shared between tests")]
#[path = "../../../ledger/tests/model/dice.rs"]
mod dice;
mod fuzz;
mod scene;
mod table;

use server::testing::TestServer;

use scene::{Cast, Scene};
use table::{Row, rows};

/// Those who ask, in the order of the table's columns.
const ROLES: [&str; 9] =
    ["visitor", "applicant", "member", "other", "coordinator", "admin", "foreign", "keeper", "suspended"];

#[tokio::test]
async fn every_route_has_a_row_and_every_row_a_route() {
    let server = TestServer::new().await;
    let routes: Vec<String> = server::router::table(&server.server)
        .iter()
        .map(|route| format!("{} {}", route.method, route.path))
        .collect();
    let rows = rows();
    let missing: Vec<&String> =
        routes.iter().filter(|route| rows.iter().all(|row| row.route() != **route)).collect();
    let gone: Vec<String> = rows.iter().map(Row::route).filter(|row| !routes.contains(row)).collect();
    assert!(
        missing.is_empty() && gone.is_empty(),
        "routes without a row: {missing:#?}\nrows without a route: {gone:#?}"
    );
}

#[tokio::test]
async fn reading_answers_each_role_as_the_table_says() {
    let rows: Vec<Row> = rows().into_iter().filter(|row| row.method == "GET").collect();
    as_the_table_says(rows).await;
}

#[tokio::test]
async fn changing_answers_each_role_as_the_table_says() {
    let rows: Vec<Row> = rows().into_iter().filter(|row| row.method == "POST").collect();
    as_the_table_says(rows).await;
}

/// Asks each row as each role. All that is otherwise is told at once, as the row would have to be.
async fn as_the_table_says(rows: Vec<Row>) {
    let shared = TestServer::new().await;
    let cast = Cast::gather(&shared).await;
    let mut otherwise = Vec::new();
    for row in rows {
        let found = if row.is_alone {
            let own = TestServer::new().await;
            answers(&own, &Cast::gather(&own).await, &row).await
        } else {
            answers(&shared, &cast, &row).await
        };
        if found != row.expected {
            otherwise.push(format!("{}\nnot {}", row.with(&found), row.with(&row.expected)));
        }
    }
    assert!(otherwise.is_empty(), "answered otherwise:\n{}", otherwise.join("\n"));
}

/// What each role is answered. Whoever is turned away is told so on a page.
async fn answers(server: &TestServer, cast: &Cast<'_>, row: &Row) -> Vec<u16> {
    let mut found = Vec::new();
    for (role, name) in ROLES.iter().enumerate() {
        let scene = Scene::set(server, cast, row).await;
        let page = scene.ask(cast.browser(role), row).await;
        let is_fine = page.status.is_success() || page.status.is_redirection();
        assert!(is_fine || page.text.contains("<h1"), "{} tells {name} nothing: {}", row.route(), page.text);
        found.push(page.status.as_u16());
    }
    found
}

#[tokio::test]
async fn nothing_changes_without_the_forms_token() {
    let server = TestServer::new().await;
    let cast = Cast::gather(&server).await;
    // What a letter's own token does is done from anywhere: `web::guard` says why.
    let guarded = |row: &Row| row.method == "POST" && row.path != "/unsubscribe/{token}";
    for row in rows().into_iter().filter(guarded) {
        let scene = Scene::set(&server, &cast, &row).await;
        for (role, name) in ROLES.iter().enumerate() {
            let page = scene.forge(cast.browser(role), &row).await;
            assert_eq!(page.status, 403, "{} by {name}, without a token", row.route());
        }
        let page = scene.sent_from_elsewhere(cast.browser(2), &row).await;
        assert_eq!(page.status, 403, "{} from another site", row.route());
    }
}
