//! Tables of trades as people and spreadsheets write them.

use app::many::{LINES_MAX, Row, read_table, write_table};
use proptest::prelude::*;

fn row(fields: [&str; 5]) -> Row {
    let [payer, payee, amount, description, date] = fields.map(str::to_owned);
    Row { payer, payee, amount, description, date }
}

#[test]
fn tables_of_all_kinds_are_read_alike() {
    let bread = row(["1", "MARL0002", "24,50", "Brot; Käse", "14/3/2026"]);
    let with_names = |names: &str| format!("{names}\n1;MARL0002;24,50;\"Brot; Käse\";14/3/2026\n");
    for text in [
        with_names("payer;payee;amount;description;date"),
        with_names("Comprador;Vendedor;Importe;Descripción;Fecha"),
        with_names("Qui paga;Qui cobra;Import;Descripció;Data"),
        with_names("Payeur;Bénéficiaire;Montant;Libellé;Date"),
        with_names("Quem paga;Quem recebe;Valor;Descrição;Data"),
        with_names("\n;;;;\n").replace("\n;;;;\n", ""),
        "\u{feff}1;MARL0002;24,50;\"Brot; Käse\";14/3/2026\r\n\r\n".to_owned(),
        "1,MARL0002,\"24,50\",Brot; Käse,14/3/2026".to_owned(),
        "1\tMARL0002\t24,50\tBrot; Käse\t14/3/2026".to_owned(),
        "date\twhat for\tamount\tto\tfrom\tnonsense\n14/3/2026\tBrot; Käse\t24,50\tMARL0002\t1\tx".to_owned(),
    ] {
        assert_eq!(read_table(text.as_bytes()).unwrap(), std::slice::from_ref(&bread), "{text}");
    }
}

#[test]
fn old_and_wide_letters_are_read() {
    let old = b"1;2;3;caf\xe9 \x80;";
    assert_eq!(read_table(old).unwrap()[0].description, "café €");
    let mut wide = vec![0xff, 0xfe];
    wide.extend("1;2;3;café €;".encode_utf16().flat_map(u16::to_le_bytes));
    assert_eq!(read_table(&wide).unwrap()[0].description, "café €");
}

#[test]
fn what_is_no_table_is_refused_with_its_reason() {
    let long = "1;2;3;x\n".repeat(LINES_MAX + 1);
    let big = "x".repeat(1_000_001);
    for (text, code) in [
        ("", "error-many-empty"),
        ("\n\n ; ;\n", "error-many-empty"),
        ("payer;payee;amount\n", "error-many-empty"),
        ("payer;amount;description\n1;2;3\n", "error-many-columns"),
        (long.as_str(), "error-many-too-long"),
        (big.as_str(), "error-many-too-big"),
    ] {
        let refused = read_table(text.as_bytes()).unwrap_err();
        assert!(refused.has_code(code), "{refused}");
    }
    assert_eq!(read_table("1;2;3;x\n".repeat(LINES_MAX).as_bytes()).unwrap().len(), LINES_MAX);
}

#[test]
fn a_short_line_has_empty_fields() {
    assert_eq!(read_table(b"1;2;3\n4").unwrap(), [row(["1", "2", "3", "", ""]), row(["4", "", "", "", ""])]);
}

proptest! {
    #[test]
    fn nothing_makes_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = read_table(&bytes);
    }

    #[test]
    fn no_text_makes_it_panic(text in "[\"',;\t\n\rp a y1é]{0,80}") {
        let _ = read_table(text.as_bytes());
    }

    #[test]
    fn what_is_written_is_read_back(rows in proptest::collection::vec(
        proptest::array::uniform5("[a-z0-9 ,;\"'é€\t\n]{0,12}[a-z0-9]"), 1..40)
    ) {
        let rows: Vec<Row> = rows.into_iter().map(|fields| {
            let [payer, payee, amount, description, date] = fields.map(|field| field.trim().to_owned());
            Row { payer, payee, amount, description, date }
        }).collect();
        prop_assert_eq!(read_table(write_table(&rows).as_bytes()).unwrap(), rows);
    }
}
