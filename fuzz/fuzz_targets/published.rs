//! Any text as a published table, from HTML, plain text and .csv; what is found is read with every
//! column taken for something else, and put into words.
#![no_main]

use jiheng::audit::Column;
use jiheng::exchange::published::{self, Draft, Input};
use jiheng::words::Lang;
use jiheng::words::audit::reading;
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

static TABLES: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| {
    let tables: [&[u8]; 5] = [
        include_bytes!("../../tests/published/writer.html"),
        include_bytes!("../../tests/published/word.html"),
        include_bytes!("../../tests/published/calc.html"),
        include_bytes!("../../tests/published/calc.tsv"),
        include_bytes!("../../tests/published/calc.csv"),
    ];
    tables.map(<[u8]>::to_vec).to_vec()
});

fuzz_target!(|data: &[u8]| {
    let bytes = jiheng_fuzz::input(data, &TABLES);
    published::decoded(&bytes);
    let text = String::from_utf8_lossy(&bytes);
    for input in [Input::Html(&text), Input::Text(&text), Input::Csv(&text)] {
        match published::read(input) {
            Ok(drafts) => drafts.into_iter().for_each(follow),
            Err(flaw) => Lang::ALL.iter().for_each(|lang| drop(reading::flaw(&flaw, *lang))),
        }
    }
});

/// Reads a draft as it was found, then with its columns taken for others.
fn follow(mut draft: Draft) {
    let (table, noted) = draft.read();
    for block in &table.blocks {
        assert!(block.rows.iter().all(|row| (*row as usize) < table.rows.len()));
    }
    for lang in Lang::ALL {
        noted.iter().for_each(|one| drop(reading::assumption(one, lang)));
    }
    for column in 0..draft.columns.len().min(4) {
        draft.sample(column, 3);
        let kinds = Column::ALL;
        draft.assign(column, kinds[(column * 5 + table.rows.len()) % kinds.len()]);
        draft.table();
    }
}
