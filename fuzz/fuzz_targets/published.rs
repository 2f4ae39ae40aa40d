//! Any text as published tables, from HTML, plain text and .csv; what is found is read as it is and
//! with its columns taken for something else, changed by hand, audited and put into words.
#![no_main]

use jiheng::audit::{Column, PublishedTable, audit, block};
use jiheng::exchange::published::{self, Draft, Input};
use jiheng::words::Lang;
use jiheng::words::audit::{self as words, reading};
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

/// Rows that are audited at most: more say nothing new, and take their time.
const ROWS: usize = 200;

fuzz_target!(|data: &[u8]| {
    let bytes = jiheng_fuzz::input(data, &TABLES);
    let text = String::from_utf8_lossy(&bytes);
    for input in [Input::Html(&text), Input::Text(&text), Input::Csv(&text)] {
        let found = published::read(input);
        assert_eq!(found.flaw.is_none(), found.drafts.iter().any(Draft::is_audited));
        assert!(found.unread() <= found.drafts.len());
        drop(published::paragraphs(input));
        if let Some(flaw) = &found.flaw {
            Lang::ALL.iter().for_each(|lang| drop(reading::flaw(flaw, *lang)));
        }
        let tables: Vec<PublishedTable> = found.drafts.iter().take(8).map(Draft::table).collect();
        told(&tables);
        found.drafts.into_iter().take(8).for_each(|draft| follow(draft, data));
    }
});

/// Reads a draft as it was found, then with its columns taken for others, then with its lines changed.
fn follow(mut draft: Draft, data: &[u8]) {
    let (table, noted) = draft.read();
    assert!(!(draft.lacks_scores() && table.rows.iter().any(|row| !row.score.is_empty())));
    for lang in Lang::ALL {
        noted.iter().for_each(|one| drop(reading::assumption(one, lang)));
    }
    for column in 0..draft.columns.len().min(4) {
        draft.sample(column, 3);
        let kinds = Column::ALL;
        draft.assign(column, kinds[(column * 5 + table.rows.len()) % kinds.len()]);
        draft.table();
    }
    for (at, byte) in data.iter().rev().take(12).enumerate() {
        press(&mut draft, at, *byte);
    }
    let mut table = draft.table();
    told(std::slice::from_ref(&table));
    for offer in block::offered(&table) {
        assert!(block::declare(&mut table, &offer.rows), "{:?}", offer.rows);
    }
    block::declare(&mut table, &data.iter().map(|byte| u32::from(*byte)).collect::<Vec<_>>());
    told(&[table]);
}

/// One change by hand, and what must be so after it.
fn press(draft: &mut Draft, at: usize, byte: u8) {
    let before = draft.lines().count();
    let line = draft.lines().nth(usize::from(byte) % before.max(1)).unwrap_or(at);
    let column = at % draft.columns.len().max(1);
    match byte % 4 {
        0 => {
            draft.add_line();
            assert!(draft.lines().count() <= before + 1);
        }
        1 => {
            draft.remove_line(line);
            assert!(draft.lines().count() <= before);
            assert_eq!(draft.text(line, column), None);
        }
        _ => {
            let open = draft.text(line, column).is_some();
            let text = ["", "5", "小计", "≥90%", "决策（20分）", "合计"][at % 6];
            draft.set(line, column, text);
            let due = open.then_some(text);
            assert_eq!(
                draft.text(line, column).filter(|_| !text.is_empty()),
                due.filter(|text| !text.is_empty())
            );
        }
    }
}

/// Audits tables and says what was found.
fn told(tables: &[PublishedTable]) {
    for table in tables {
        for block in &table.blocks {
            assert!(block.rows.iter().all(|row| (*row as usize) < table.rows.len()));
        }
    }
    if tables.iter().map(|table| table.rows.len()).sum::<usize>() > ROWS {
        return;
    }
    let report = audit(tables);
    Lang::ALL.iter().for_each(|lang| drop(words::letter(tables, &report, *lang)));
}
