//! Tables of trades as spreadsheets write them: CSV with commas, semicolons or tabs, in UTF-8, UTF-16 or Windows-1252, with
//! or without a line of names in any of the program's languages.

use crate::error::{Error, FieldError, Result};
use crate::form::folded;

use super::LINES_MAX;

/// Bytes of a table, at most.
pub const BYTES_MAX: usize = 1_000_000;

/// A line as it was typed. The date may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Number of the account that gives units, long or short.
    pub payer: String,
    /// Number of the account that gets units, long or short.
    pub payee: String,
    /// How much.
    pub amount: String,
    /// What for.
    pub description: String,
    /// When, if not today.
    pub date: String,
}

impl Row {
    /// Whether nothing was typed at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.fields().iter().all(|field| field.trim().is_empty())
    }

    fn fields(&self) -> [&str; 5] {
        [&self.payer, &self.payee, &self.amount, &self.description, &self.date]
    }

    fn of(record: &csv::StringRecord, columns: &[Option<Column>]) -> Row {
        let mut row = Row::default();
        for (field, column) in record.iter().zip(columns) {
            // What a line holds twice, the first column says.
            if let Some(place) = column.map(|column| row.field_mut(column)).filter(|place| place.is_empty()) {
                *place = field.trim().to_owned();
            }
        }
        row
    }

    fn field_mut(&mut self, column: Column) -> &mut String {
        match column {
            Column::Payer => &mut self.payer,
            Column::Payee => &mut self.payee,
            Column::Amount => &mut self.amount,
            Column::Description => &mut self.description,
            Column::Date => &mut self.date,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Payer,
    Payee,
    Amount,
    Description,
    Date,
}

/// The columns of a table that does not name them.
const USUAL: [Column; 5] = [Column::Payer, Column::Payee, Column::Amount, Column::Description, Column::Date];

/// What columns are called, folded, in English, Spanish, Catalan, French and Portuguese.
const NAMES: [(Column, &[&str]); 5] = [
    (
        Column::Payer,
        &[
            "payer",
            "from",
            "buyer",
            "paid by",
            "pagador",
            "pagadora",
            "comprador",
            "compradora",
            "de",
            "quien paga",
            "paga",
            "qui paga",
            "payeur",
            "payeuse",
            "acheteur",
            "qui paie",
            "quem paga",
        ],
    ),
    (
        Column::Payee,
        &[
            "payee",
            "to",
            "seller",
            "paid to",
            "vendedor",
            "vendedora",
            "cobrador",
            "quien cobra",
            "cobra",
            "a",
            "para",
            "venedor",
            "venedora",
            "qui cobra",
            "per a",
            "vendeur",
            "vendeuse",
            "beneficiaire",
            "a qui",
            "qui recoit",
            "recebedor",
            "beneficiario",
            "quem recebe",
        ],
    ),
    (
        Column::Amount,
        &[
            "amount",
            "price",
            "units",
            "importe",
            "cantidad",
            "precio",
            "import",
            "quantitat",
            "preu",
            "montant",
            "prix",
            "valor",
            "montante",
            "quantia",
            "preco",
        ],
    ),
    (
        Column::Description,
        &[
            "description",
            "what for",
            "details",
            "descripcion",
            "concepto",
            "descripcio",
            "concepte",
            "libelle",
            "objet",
            "motif",
            "descricao",
            "conceito",
        ],
    ),
    (Column::Date, &["date", "day", "fecha", "dia", "data", "jour"]),
];

/// Reads a table that was pasted or uploaded; empty lines are left out.
///
/// # Errors
/// [`Error::Wrong`] on field `table`: `error-many-too-big`, `error-many-too-long`, `error-many-empty`, `error-many-columns`
/// with the first name that is missing.
pub fn read_table(bytes: &[u8]) -> Result<Vec<Row>> {
    if bytes.len() > BYTES_MAX {
        return Err(wrong("error-many-too-big", "max", "1 MB"));
    }
    let text = decoded(bytes);
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter(&text))
        .from_reader(text.as_bytes());
    let mut columns: Option<Vec<Option<Column>>> = None;
    let mut rows = Vec::new();
    for record in reader.records() {
        // The text is UTF-8 and lines may have any number of fields: nothing else can go wrong.
        let Ok(record) = record else { return Err(Error::field("table", "error-many-columns")) };
        if record.iter().all(|field| field.trim().is_empty()) {
            continue;
        }
        let Some(columns) = &columns else {
            let named = header(&record)?;
            let is_header = named.is_some();
            let usual = || USUAL.into_iter().map(Some).collect();
            let chosen = named.unwrap_or_else(usual);
            if !is_header {
                rows.push(Row::of(&record, &chosen));
            }
            columns = Some(chosen);
            continue;
        };
        rows.push(Row::of(&record, columns));
        if rows.len() > LINES_MAX {
            return Err(wrong("error-many-too-long", "max", &LINES_MAX.to_string()));
        }
    }
    if rows.is_empty() { Err(Error::field("table", "error-many-empty")) } else { Ok(rows) }
}

/// Writes lines as a table that [`read_table`] reads back, with a line of names: to carry them in a form, or to begin with.
#[must_use]
pub fn write_table(rows: &[Row]) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let names = ["payer", "payee", "amount", "description", "date"];
    for fields in std::iter::once(names).chain(rows.iter().map(Row::fields)) {
        // Writing to memory does not fail.
        let _ = writer.write_record(fields);
    }
    writer.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}

/// What the columns are, if this line names them: two known names are no accident.
fn header(record: &csv::StringRecord) -> Result<Option<Vec<Option<Column>>>> {
    let columns: Vec<Option<Column>> = record.iter().map(column).collect();
    let has = |column: Column| columns.contains(&Some(column));
    if USUAL.into_iter().filter(|column| has(*column)).count() < 2 {
        return Ok(None);
    }
    for (needed, name) in [(Column::Payer, "payer"), (Column::Payee, "payee"), (Column::Amount, "amount")] {
        if !has(needed) {
            return Err(wrong("error-many-columns", "name", name));
        }
    }
    Ok(Some(columns))
}

fn column(name: &str) -> Option<Column> {
    let name = folded(name);
    NAMES.iter().find(|(_, names)| names.contains(&name.as_str())).map(|(column, _)| *column)
}

fn wrong(code: &'static str, name: &'static str, value: &str) -> Error {
    Error::Wrong(vec![FieldError { field: "table", code, args: vec![(name, value.to_owned())] }])
}

/// The sign between columns: the one that the first line has most of, outside quotes.
fn delimiter(text: &str) -> u8 {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let mut quoted = false;
    let (mut tabs, mut semicolons, mut commas) = (0, 0, 0);
    for c in first.chars() {
        match c {
            '"' => quoted = !quoted,
            '\t' if !quoted => tabs += 1,
            ';' if !quoted => semicolons += 1,
            ',' if !quoted => commas += 1,
            _ => {}
        }
    }
    // A table of numbers with decimal commas has more commas than semicolons only if it is no table of semicolons.
    if tabs >= 2 {
        b'\t'
    } else if semicolons >= 2 || semicolons > commas {
        b';'
    } else {
        b','
    }
}

/// The text of a file: UTF-8 or UTF-16 by their marks, UTF-8 without, and else Windows-1252, which spreadsheets still write.
fn decoded(bytes: &[u8]) -> String {
    let wide = |bytes: &[u8], unit: fn([u8; 2]) -> u16| {
        let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
        char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect::<String>()
    };
    match bytes {
        [0xff, 0xfe, rest @ ..] => wide(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => wide(rest, u16::from_be_bytes),
        _ => {
            let bytes = bytes.strip_prefix(&[0xef, 0xbb, 0xbf]).unwrap_or(bytes);
            match std::str::from_utf8(bytes) {
                Ok(text) => text.to_owned(),
                Err(_) => bytes.iter().map(|byte| windows_1252(*byte)).collect(),
            }
        }
    }
}

/// A character of Windows-1252: as Latin-1, but for these.
fn windows_1252(byte: u8) -> char {
    const HIGH: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
        '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    byte.checked_sub(0x80).and_then(|high| HIGH.get(usize::from(high))).copied().unwrap_or(char::from(byte))
}
