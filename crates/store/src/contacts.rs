//! How members are reached: telephones, addresses, names elsewhere, each with its own sight.

use sqlx::QueryBuilder;

use crate::error::Result;
use crate::members::MemberId;
use crate::tx::Tx;

words! {
    /// The way in which somebody is reached.
    pub enum Kind {
        /// By telephone.
        Phone = "phone",
        /// By electronic mail.
        Mail = "mail",
        /// By WhatsApp, with a telephone number.
        WhatsApp = "whatsapp",
        /// By Telegram, with a name or a telephone number.
        Telegram = "telegram",
        /// By Signal, with a telephone number.
        Signal = "signal",
        /// On pages elsewhere.
        Website = "website",
        /// In another way, told in words.
        Other = "other",
    }
}

words! {
    /// Who may see it, from the narrowest circle to the widest.
    pub enum Sight {
        /// Its owner, and those who look after the exchange.
        Hidden = "hidden",
        /// Members of the exchange.
        Exchange = "exchange",
        /// Those of linked exchanges too.
        Linked = "linked",
    }
}

row! {
    /// One way in which a member is reached.
    pub struct Contact {
        /// The way.
        pub kind: Kind,
        /// The number, address or name, as people write it; never empty.
        pub value: String,
        /// Who may see it.
        pub sight: Sight,
    }
}

/// How a member is reached, in its owner's order.
///
/// # Errors
/// When the database does not answer.
pub async fn of_member(tx: &mut Tx, member: MemberId) -> Result<Vec<Contact>> {
    Ok(
        on!(tx, conn => sqlx::query_as("SELECT kind, value, sight FROM contacts WHERE member = $1 ORDER BY position")
        .bind(member.0).fetch_all(conn).await)?,
    )
}

/// Puts these in the place of all that a member had.
///
/// # Errors
/// When the database refuses.
pub async fn replace(tx: &mut Tx, member: MemberId, contacts: &[Contact]) -> Result<()> {
    on!(tx, conn => sqlx::query("DELETE FROM contacts WHERE member = $1").bind(member.0).execute(conn).await.map(|_| ()))?;
    if contacts.is_empty() {
        return Ok(());
    }
    on!(tx, conn => {
        let mut sql = QueryBuilder::new("INSERT INTO contacts (member, position, kind, value, sight) ");
        sql.push_values((1_i64..).zip(contacts), |mut row, (position, contact)| {
            row.push_bind(member.0).push_bind(position).push_bind(contact.kind.as_str());
            row.push_bind(&contact.value).push_bind(contact.sight.as_str());
        });
        sql.build().execute(conn).await.map(|_| ())
    })?;
    Ok(())
}
