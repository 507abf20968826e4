//! The table as text, a row a line: method, path, the status that each role gets, and what is typed.

/// The columns are those of `ROLES`.
const TABLE: &str = include_str!("routes.txt");

/// What one route answers to everybody.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    /// `GET` or `POST`.
    pub(crate) method: &'static str,
    /// As in the table of routes.
    pub(crate) path: &'static str,
    /// The status for each role.
    pub(crate) expected: Vec<u16>,
    /// The form's fields, and with braces around their names the parts of the path.
    pub(crate) typed: Vec<(&'static str, &'static str)>,
    /// Whether nobody else can stand on the same stage: it takes away what others need.
    pub(crate) is_alone: bool,
}

/// All rows.
pub(crate) fn rows() -> Vec<Row> {
    TABLE
        .lines()
        .map(|line| line.trim())
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(row)
        .collect()
}

fn row(line: &'static str) -> Row {
    let words: Vec<&str> = line.split_whitespace().collect();
    assert!(words.len() >= 11, "a row has a method, a path and nine numbers: {line}");
    let number = |word: &&str| word.parse().unwrap_or_else(|_| panic!("{word} is no status: {line}"));
    let rest = &words[11..];
    let pair = |word: &&'static str| {
        word.split_once('=').unwrap_or_else(|| panic!("{word} is no field with its value: {line}"))
    };
    Row {
        method: words[0],
        path: words[1],
        expected: words[2..11].iter().map(number).collect(),
        typed: rest.iter().filter(|word| **word != "alone").map(pair).collect(),
        is_alone: rest.contains(&"alone"),
    }
}

impl Row {
    /// As the table of routes names it.
    pub(crate) fn route(&self) -> String {
        format!("{} {}", self.method, self.path)
    }

    /// The row with these numbers.
    pub(crate) fn with(&self, statuses: &[u16]) -> String {
        let statuses: Vec<String> = statuses.iter().map(u16::to_string).collect();
        let typed: Vec<String> = self.typed.iter().map(|(name, value)| format!(" {name}={value}")).collect();
        format!("{:<4} {:<40} {}{}", self.method, self.path, statuses.join(" "), typed.concat())
    }
}
