//! The same table from a text processor, a spreadsheet and a clipboard is read as the same table. The
//! fixtures are made by LibreOffice, see published/make.py.
#![cfg(not(target_arch = "wasm32"))]
#![allow(missing_docs, clippy::unwrap_used)]

#[path = "published/conclusion.rs"]
mod conclusion;
#[path = "published/hard.rs"]
mod hard;
#[path = "published/layouts.rs"]
mod layouts;
#[path = "published/lists.rs"]
mod lists;
#[path = "published/pieces.rs"]
mod pieces;
#[path = "published/plain.rs"]
mod plain;
#[path = "published/told.rs"]
mod told;
#[path = "published/whole.rs"]
mod whole;

use jiheng::audit::{Assumption, PublishedTable, Row};
use jiheng::exchange::published::{Input, read};

const FIXTURES: [(&str, &str); 5] = [
    ("writer.html", include_str!("published/writer.html")),
    ("word.html", include_str!("published/word.html")),
    ("calc.html", include_str!("published/calc.html")),
    ("calc.tsv", include_str!("published/calc.tsv")),
    ("calc.csv", include_str!("published/calc.csv")),
];

/// The only table of a fixture.
fn table(name: &str, text: &str) -> (PublishedTable, Vec<Assumption>) {
    let input = match name.rsplit('.').next() {
        Some("html") => Input::Html(text),
        Some("csv") => Input::Csv(text),
        _ => Input::Text(text),
    };
    let drafts = read(input).drafts;
    assert_eq!(drafts.len(), 1, "{name}");
    drafts[0].read()
}

/// The appendix as printed: names from the first level down, weight, score. The rows make
/// 3 × 4 + 4 × 7 + 11 + 6 + 4 + 6 + 14 + 13 = 94 under a printed 95.0.
const ROWS: [[&str; 5]; 17] = [
    ["决策", "项目立项", "立项依据充分性", "3", "3.0"],
    ["决策", "项目立项", "立项程序规范性", "3", "3.0"],
    ["决策", "绩效目标", "绩效目标合理性", "3", "3.0"],
    ["决策", "绩效目标", "绩效指标明确性", "3", "3.0"],
    ["决策", "资金投入", "预算编制科学性", "4", "4.0"],
    ["决策", "资金投入", "资金分配合理性", "4", "4.0"],
    ["过程", "资金管理", "资金到位率", "4", "4. 0"],
    ["过程", "资金管理", "预算执行率", "4", "4. 0"],
    ["过程", "资金管理", "资金使用合规性", "4", "4. 0"],
    ["过程", "组织实施", "管理制度健全性", "4", "4. 0"],
    ["过程", "组织实施", "制度执行有效性", "4", "4.0"],
    ["产出", "产出数量", "实际完成率", "12", "11.0"],
    ["产出", "产出质量", "质量达标率", "6", "6.0"],
    ["产出", "产出时效", "完成及时性", "6", "4.0"],
    ["产出", "产出成本", "成本节约率", "6", "6.0"],
    ["效益", "项目效益", "社会效益", "15", "14.0"],
    ["效益", "满意度", "服务对象满意度", "15", "13.0"],
];

#[test]
fn every_way_into_the_clipboard_gives_the_printed_table() {
    for (name, text) in FIXTURES {
        let (table, _) = table(name, text);
        let cells =
            |row: &Row| [&row.l1, &row.l2, &row.l3, &row.weight, &row.score].map(String::to_owned);
        let rows: Vec<[String; 5]> = table.rows.iter().map(cells).collect();
        assert_eq!(rows, ROWS, "{name}");
        assert_eq!(table.total, "95.0", "{name}");
        assert_eq!(table.title, "项目支出部门评价指标评分", "{name}");
    }
}

#[test]
fn all_of_it_is_the_same_table() {
    let (first, _) = table(FIXTURES[0].0, FIXTURES[0].1);
    for (name, text) in FIXTURES {
        assert_eq!(table(name, text).0, first, "{name}");
    }
}

#[test]
fn names_are_filled_down_only_where_the_clipboard_has_lost_the_spans() {
    for (name, text) in FIXTURES {
        let filled = |one: &Assumption| matches!(one, Assumption::FilledDown { .. });
        let plain = !name.ends_with(".html");
        assert_eq!(table(name, text).1.iter().any(filled), plain, "{name}");
    }
}
