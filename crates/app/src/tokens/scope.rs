//! What a token is for.

/// One thing that a token is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Act for the user in everything but accounts.
    Social,
    /// Act for the user with their accounts.
    Accounting,
    /// Read everything but accounts, for nobody in particular.
    SocialReadAll,
    /// Read all accounts, for nobody in particular.
    AccountingReadAll,
    /// Act as the administrator of the server that the user is.
    Superadmin,
    /// Choose a new password without the old one.
    Auth,
    /// Make codes that let users in.
    Impersonate,
    /// Know the user's address.
    Email,
    /// Know who it is.
    OpenId,
    /// Know the user's name.
    Profile,
    /// Go on without the user.
    OfflineAccess,
}

impl Scope {
    const ALL: [(Self, &'static str); 11] = [
        (Self::Social, "komunitin_social"),
        (Self::Accounting, "komunitin_accounting"),
        (Self::SocialReadAll, "komunitin_social_read_all"),
        (Self::AccountingReadAll, "komunitin_accounting_read_all"),
        (Self::Superadmin, "komunitin_superadmin"),
        (Self::Auth, "komunitin_auth"),
        (Self::Impersonate, "komunitin_auth_impersonate_all"),
        (Self::Email, "email"),
        (Self::OpenId, "openid"),
        (Self::Profile, "profile"),
        (Self::OfflineAccess, "offline_access"),
    ];

    /// Its word.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        Self::ALL.iter().find(|(scope, _)| *scope == self).map_or("", |(_, word)| word)
    }
}

/// What a token is for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scopes(Vec<Scope>);

impl Scopes {
    /// What people sign in for unless they say otherwise.
    #[must_use]
    pub fn usual() -> Self {
        Self(vec![Scope::Social, Scope::Accounting])
    }

    /// Of words between spaces; words that are none are passed over.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let mut found = Vec::new();
        for word in text.split(' ') {
            let scope = Scope::ALL.iter().find(|(_, known)| *known == word).map(|(scope, _)| *scope);
            found.extend(scope.filter(|scope| !found.contains(scope)));
        }
        Self(found)
    }

    /// Whether this is among them.
    #[must_use]
    pub fn has(&self, scope: Scope) -> bool {
        self.0.contains(&scope)
    }

    /// Those that are also among these.
    #[must_use]
    pub(super) fn among(&self, allowed: &[Scope]) -> Self {
        Self(self.0.iter().copied().filter(|scope| allowed.contains(scope)).collect())
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// As words between spaces.
    #[must_use]
    pub fn text(&self) -> String {
        self.0.iter().map(|scope| scope.as_str()).collect::<Vec<_>>().join(" ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scopes_are_read_as_they_are_written() {
        let read = Scopes::parse("komunitin_social openid what komunitin_social");
        assert_eq!(read.text(), "komunitin_social openid");
        assert!(read.has(Scope::OpenId) && !read.has(Scope::Accounting));
        assert_eq!(read.among(&[Scope::OpenId, Scope::Auth]).text(), "openid");
        assert!(Scopes::parse("").is_empty());
    }
}
