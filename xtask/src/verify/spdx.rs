//! Licence expressions as crates state them, for example `(MIT OR Apache-2.0) AND Unicode-3.0` or `MIT/Apache-2.0`.

use anyhow::{Result, bail};

/// Whether an expression can be met with only licences that `allowed` knows. An exception belongs to the licence's
/// name: `Apache-2.0 WITH LLVM-exception`.
pub(super) fn is_met(expression: &str, allowed: &dyn Fn(&str) -> bool) -> Result<bool> {
    let spaced = expression.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut reader = Reader { words: &words, allowed };
    let met = reader.either()?;
    match reader.words {
        [] => Ok(met),
        [word, ..] => bail!("cannot read the licence `{expression}` from `{word}` on"),
    }
}

struct Reader<'a> {
    words: &'a [&'a str],
    allowed: &'a dyn Fn(&str) -> bool,
}

impl Reader<'_> {
    fn take(&mut self, wanted: &str) -> bool {
        match self.words {
            [first, rest @ ..] if *first == wanted => {
                self.words = rest;
                true
            }
            _ => false,
        }
    }

    fn either(&mut self) -> Result<bool> {
        let mut met = self.both()?;
        while self.take("OR") {
            met |= self.both()?;
        }
        Ok(met)
    }

    fn both(&mut self) -> Result<bool> {
        let mut met = self.one()?;
        while self.take("AND") {
            met &= self.one()?;
        }
        Ok(met)
    }

    fn one(&mut self) -> Result<bool> {
        if self.take("(") {
            let met = self.either()?;
            if !self.take(")") {
                bail!("a bracket of a licence is not closed");
            }
            return Ok(met);
        }
        match self.words {
            [licence, "WITH", exception, rest @ ..] => {
                self.words = rest;
                Ok((self.allowed)(&format!("{licence} WITH {exception}")))
            }
            [licence, rest @ ..] if !["AND", "OR", "WITH", ")"].contains(licence) => {
                self.words = rest;
                Ok((self.allowed)(licence))
            }
            _ => bail!("a licence ends where a name should stand"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::is_met;

    #[test]
    fn expressions_are_met_or_not() {
        let cases = [
            ("MIT", true),
            ("GPL-2.0-only", false),
            ("Apache-2.0 OR GPL-2.0-only", true),
            ("GPL-2.0-only/MIT", true),
            ("MIT AND BSL-1.0", false),
            ("(MIT OR BSL-1.0) AND Apache-2.0", true),
            ("MIT AND (BSL-1.0 OR GPL-2.0-only)", false),
            ("BSL-1.0 OR MIT AND Apache-2.0", true),
            ("Apache-2.0 WITH LLVM-exception", false),
            ("Apache-2.0 WITH LLVM-exception OR MIT", true),
        ];
        for (expression, expected) in cases {
            let met =
                is_met(expression, &|licence| ["MIT", "Apache-2.0"].contains(&licence)).expect(expression);
            assert_eq!(met, expected, "{expression}");
        }
    }

    #[test]
    fn what_cannot_be_read_is_an_error() {
        for expression in ["", "MIT OR", "(MIT", "MIT)", "AND MIT", "MIT Apache-2.0"] {
            assert!(is_met(expression, &|_| true).is_err(), "{expression}");
        }
    }
}
