//! What is read, what is left alone, and which unit and direction decide, as tables.

use super::*;
use crate::engine::Direction;
use crate::tree::{parse, tests::toml};

/// `typed → plain`, or `None` where the text must stay as it is.
fn each(unit: &str, cases: &[(&str, Option<&str>)]) {
    for (typed, expected) in cases {
        assert_eq!(figure(typed, unit).as_deref(), *expected, "{typed:?} in {unit:?}");
    }
}

#[test]
fn plain_figures_stay_digit_for_digit() {
    for text in ["0", "5.00", "007.50", "-3", "182.62", "0.000001"] {
        each("人", &[(text, Some(text))]);
    }
    // Too long for the engine, but a figure: the engine says that it has too many digits.
    let forty = "9".repeat(40);
    each("人", &[(&forty, Some(&forty))]);
}

#[test]
fn full_width_forms_and_spaces_are_made_plain() {
    each(
        "",
        &[
            ("１２３４．５", Some("1234.5")),
            ("１，２３４．５", Some("1234.5")),
            ("－３", Some("-3")),
            ("−3", Some("-3")),
            ("91。3", Some("91.3")),
            (" 30437 ", Some("30437")),
            ("\u{3000}30437\u{A0}", Some("30437")),
            ("\u{FEFF}30437\u{200B}", Some("30437")),
            ("1 2", None),
            ("30 437", None),
        ],
    );
}

#[test]
fn separators_count_only_in_well_formed_groups() {
    each(
        "",
        &[
            ("30,437", Some("30437")),
            ("30，437", Some("30437")),
            ("1,234,567.89", Some("1234567.89")),
            ("-1,234", Some("-1234")),
            ("12,34", None),
            ("1,23", None),
            ("１，２３", None),
            ("1234,567", None),
            ("1,2345", None),
            ("0,123", None),
            ("1,,234", None),
            (",123", None),
            ("123,", None),
            ("1.234,5", None),
            ("0.1,234", None),
            ("1、234", None),
        ],
    );
}

#[test]
fn what_is_no_figure_stays() {
    for unit in ["", "人", "万元", "%"] {
        let texts = [
            "", " ", "-", ".", ",", "abc", "九十", "1e999", "1e3", "12..5", "--3", "+3", "5.",
            ".5", "1/3", "0x1F", "∞", "NaN", "3-5", "约30", "30左右", "≥", "30437¥", "𝟙𝟚", "１e５",
            "1.2.3",
        ];
        for text in texts {
            each(unit, &[(text, None)]);
        }
    }
}

#[test]
fn the_unit_of_the_field_may_follow_and_no_other() {
    each("人", &[("30,437人", Some("30437")), ("30437 人", Some("30437")), ("30437份", None)]);
    each("份", &[("122份", Some("122")), ("122人", None), ("122%", None)]);
    each("天", &[("30天", Some("30")), ("30日", None)]);
    each("分", &[("5.48分", Some("5.48")), ("1.2万", None), ("1万分", None)]);
    each(
        "%",
        &[
            ("91.31%", Some("91.31")),
            ("９１．３％", Some("91.3")),
            ("91.3 %", Some("91.3")),
            ("91.3%%", None),
            ("913‰", None),
            ("1.2万", None),
        ],
    );
    each("％", &[("91.31%", Some("91.31"))]);
    each("", &[("91.31%", None), ("30437人", None)]);
    each("days", &[("30 Days", Some("30"))]);
    // The digits of a unit are not digits of the figure.
    each("10,000 yuan", &[("510,000 yuan", None), ("5 10,000 yuan", Some("5"))]);
}

#[test]
fn myriads_are_multiplied_exactly_and_only_where_they_are_clear() {
    each(
        "人",
        &[
            ("1.2万", Some("12000")),
            ("1.2万人", Some("12000")),
            ("１．２万人", Some("12000")),
            ("3.04370万", Some("30437")),
            ("0.00001万", Some("0.1")),
            ("-1.2万", Some("-12000")),
            ("1.2亿", Some("120000000")),
            ("0万", Some("0")),
            ("1.2万元", None),
            ("万", None),
            ("1.2万亿", None),
            ("1.2万万", None),
            ("3千", None),
        ],
    );
    each("", &[("1.2万", Some("12000")), ("1.2万元", None)]);
    each(
        "万元",
        &[
            ("182.62万元", Some("182.62")),
            ("1.2亿元", Some("12000")),
            ("12000元", Some("1.2")),
            ("1,826,200元", Some("182.62")),
            ("1元", Some("0.0001")),
            ("0.01元", Some("0.000001")),
            ("0.001元", None), // 0.0000001万元 has seven decimals
            ("0元", Some("0")),
            ("1.2万", None), // 1.2万元 or 1.2万万元?
            ("1.2亿", None),
            ("12000人", None),
        ],
    );
    each("元", &[("1.2万元", Some("12000")), ("1.2万", Some("12000")), ("5元", Some("5"))]);
    each("亿元", &[("1.2万元", Some("0.00012")), ("12000万元", Some("1.2"))]);
    each("万人", &[("30437人", Some("3.0437")), ("3.04万人", Some("3.04"))]);
}

/// The actual date of an entry by dates, made plain.
fn actual_of(year: &str, planned: &str, actual: &str) -> Option<Value> {
    let scoring: Scoring = crate::tree::tests::toml(
        r#"measure = { kind = "timeliness", by = "dates" }
        rule = { kind = "proportional" }"#,
    );
    let text = |text: &str| Some(Value::Text(text.to_owned()));
    let mut entry = Entry { planned: text(planned), actual: text(actual), ..Entry::default() };
    plain_entry(&mut entry, Some(&scoring), Year::parse(year));
    entry.actual
}

#[test]
fn the_planned_date_names_the_year_where_the_project_says_no_other() {
    let text = |text: &str| Some(Value::Text(text.to_owned()));
    assert_eq!(actual_of("", "2024-12-31", "12月25日"), text("2024-12-25"));
    assert_eq!(actual_of("", "2024年12月31日", "12月25日"), text("2024-12-25"));
    assert_eq!(actual_of("2024", "12月31日", "12月25日"), text("2024-12-25"));
    assert_eq!(actual_of("2024", "2025-01-31", "12月25日"), text("12月25日"));
    assert_eq!(actual_of("", "12月31日", "12月25日"), text("12月25日"));
}

#[test]
fn dates_are_read_with_their_year_or_that_of_the_project() {
    let cases = [
        ("2024-12-25", "", Some("2024-12-25")),
        ("2024年12月25日", "", Some("2024-12-25")),
        ("２０２４年１２月２５日", "", Some("2024-12-25")),
        ("2024 年 2 月 9 号", "", Some("2024-02-09")),
        ("2024/12/25", "", Some("2024-12-25")),
        ("2024.2.9", "", Some("2024-02-09")),
        ("2024-2-9", "", Some("2024-02-09")),
        ("12月25日", "2024", Some("2024-12-25")),
        ("12月25日", "２０２４年度", Some("2024-12-25")),
        ("2月29日", "2023", None),
        ("12月25日", "", None),
        ("12月25日", "24", None),
        ("12月25日", "2023-2024", None),
        ("12月25日前", "2024", None),
        ("10-11月", "2024", None),
        ("12月", "2024", None),
        ("12-25", "2024", None),
        ("25/12/2024", "", None),
        ("2024-12/25", "", None),
        ("2024-12-25-1", "", None),
        ("24年12月25日", "", None),
        ("2024年13月1日", "", None),
        ("2024年2月30日", "", None),
        ("20241225", "", None),
        ("二〇二四年十二月二十五日", "", None),
        ("及时", "2024", None),
    ];
    for (typed, year, expected) in cases {
        assert_eq!(date(typed, year).as_deref(), expected, "{typed:?} of {year:?}");
    }
}

const RUBRIC: &str = r#"
    id = "demo"
    edition = "1"
    title = { zh = "示例" }
    region = { zh = "示例" }
    kind = "self-evaluation"
    layout = "report"
    grades = [{ name = { zh = "优" }, min = "0" }]
    sources = []
    facts = [
        { id = "budget", label = { zh = "预算数" }, unit = { zh = "万元" } },
        { id = "end", label = { zh = "完成日期" } },
    ]
    [[indicators]]
    id = "all"
    name = { zh = "产出" }
    weight = "100"
    [[indicators.children]]
    id = "insured"
    name = { zh = "参保人数" }
    weight = "50"
    [indicators.children.scoring]
    measure = { kind = "ratio", direction = "at-least" }
    rule = { kind = "proportional" }
    unit = { zh = "人", en = "persons" }
    [[indicators.children]]
    id = "timely"
    name = { zh = "完成及时性" }
    weight = "20"
    [indicators.children.scoring]
    measure = { kind = "timeliness", by = "dates" }
    rule = { kind = "proportional" }
    prefill = { actual = { fact = "end" } }
    [[indicators.children]]
    id = "survey"
    name = { zh = "满意度" }
    weight = "20"
    [indicators.children.scoring]
    measure = { kind = "share" }
    rule = { kind = "share-of-points" }
    unit = { zh = "%" }
    [[indicators.children]]
    id = "cost"
    name = { zh = "成本" }
    weight = "10"
    [indicators.children.scoring]
    measure = { kind = "cost" }
    rule = { kind = "not-over" }
    unit = { zh = "万元" }
"#;

/// The assessment in `typed`, as JSON, and what `plain` makes of it.
fn made_plain(typed: &str) -> (Assessment, Assessment) {
    let rubric: Rubric = toml(RUBRIC);
    let typed: Assessment = parse(typed).unwrap().document().unwrap();
    let plain = plain(&rubric, &typed);
    assert_eq!(super::plain(&rubric, &plain), plain, "made plain twice");
    (typed, plain)
}

fn text(value: &Option<Value>) -> &str {
    match value {
        Some(Value::Text(text)) => text,
        other => panic!("no text: {other:?}"),
    }
}

#[test]
fn every_figure_of_an_assessment_is_made_plain_and_nothing_else() {
    let (typed, plain) = made_plain(
        r#"{ "version": 1, "rubric": { "id": "demo" },
            "project": { "name": "１２", "year": "2024", "funds": [{ "budget": "1,000" }] },
            "facts": { "budget": "1,826,200元", "end": "12月25日", "stray": "１２" },
            "entries": {
                "insured": { "actual": "30，437人", "target": "≥3.3333万", "targetText": "≥3.3333万",
                    "deductions": [{ "item": "x", "points": "２分", "count": "3次" }],
                    "override": { "points": "5.0分", "reason": "１" }, "note": "１２" },
                "timely": { "start": "2024/1/1", "planned": "12月31日", "actual": { "fact": "end" } },
                "survey": { "yes": "112人", "asked": "１２２份", "counts": ["92份", "", "15%"],
                    "partly": { "a": "50％" }, "rate": "91.31%", "points": "５" },
                "cost": { "planned": "≤258.90万元", "actual": "2,589,000元" },
                "all": { "block": { "share": "80%", "points": "20分" } },
                "unknown": { "actual": "１２" }
            } }"#,
    );
    let entry = |id: &str| &plain.entries[id];
    assert_eq!(plain.facts["budget"], "182.62");
    assert_eq!(plain.facts["end"], "2024-12-25");
    assert_eq!(plain.facts["stray"], "12");
    assert_eq!(text(&entry("insured").actual), "30437");
    assert_eq!(text(&entry("insured").target), "33333");
    assert_eq!(text(&entry("insured").deductions[0].points), "2");
    assert_eq!(text(&entry("insured").deductions[0].count), "3");
    let overridden = entry("insured").overridden.clone().unwrap();
    assert_eq!((overridden.points, overridden.reason.as_str()), (Value::from("5.0"), "１"));
    assert_eq!(text(&entry("timely").start), "2024-01-01");
    assert_eq!(text(&entry("timely").planned), "2024-12-31");
    assert_eq!(entry("timely").actual, typed.entries["timely"].actual);
    assert_eq!(text(&entry("survey").yes), "112");
    assert_eq!(text(&entry("survey").asked), "122");
    let counts = ["92", "", "15%"].map(Value::from);
    assert_eq!(entry("survey").counts.as_deref(), Some(&counts[..]), "a share is no count");
    assert_eq!(entry("survey").partly["a"], Value::from("50"));
    assert_eq!(text(&entry("survey").rate), "91.31");
    assert_eq!(text(&entry("cost").planned), "258.90");
    assert_eq!(text(&entry("cost").actual), "258.9");
    let block = entry("all").block.clone().unwrap();
    assert_eq!((text(&block.share), text(&block.points)), ("80", "20"));
    // Texts, and entries of indicators that the rubric does not have, are not figures.
    assert_eq!(plain.project, typed.project);
    assert_eq!(entry("insured").target_text, "≥3.3333万");
    assert_eq!(entry("insured").note, "１２");
    assert_eq!(entry("unknown"), &typed.entries["unknown"]);
}

#[test]
fn a_sign_is_dropped_only_where_it_agrees_with_the_direction() {
    let cases = [
        (
            Direction::AtLeast,
            ["≥95", ">=95", "＞＝95", "≧ 95"].as_slice(),
            [">95", "≤95", "=95", "≥≥95"],
        ),
        (Direction::Above, &[">95", "＞95"], ["≥95", "<95", "=95", ">>95"]),
        (Direction::AtMost, &["≤95", "<=95", "≦95"], ["<95", "≥95", "=95", "=<95"]),
        (Direction::Below, &["<95", "＜95"], ["≤95", ">95", "=95", "<<95"]),
        (Direction::Equal, &["=95", "＝95"], ["≥95", "≤95", ">95", "==95"]),
    ];
    for (direction, agreeing, others) in cases {
        let notation = figure::Notation::default().towards(direction);
        for typed in agreeing {
            assert_eq!(notation.read(typed).as_deref(), Some("95"), "{typed}");
        }
        for typed in others {
            assert_eq!(notation.read(typed), None, "{typed}");
        }
    }
    // Only targets and plans have a direction.
    let (_, plain) = made_plain(
        r#"{ "version": 1, "rubric": { "id": "demo" }, "facts": { "budget": "≥5" }, "entries": {
            "insured": { "actual": "≥95", "target": "<95" }, "cost": { "actual": "≤5" } } }"#,
    );
    assert_eq!(text(&plain.entries["insured"].actual), "≥95");
    assert_eq!(text(&plain.entries["insured"].target), "<95");
    assert_eq!(text(&plain.entries["cost"].actual), "≤5");
    assert_eq!(plain.facts["budget"], "≥5");
}

/// [`plain`] passes over what [`is_plain`] says is plain; reading it must come to the same.
#[test]
fn a_plain_decimal_reads_as_itself() {
    for text in ["0", "7", "30437", "0.5", "12.50", "0.0", "100.00", "9999999999999999"] {
        assert!(is_plain(text), "{text}");
        for unit in ["", "人", "%", "万元", "分"] {
            assert_eq!(figure(text, unit).as_deref(), Some(text), "{text} {unit}");
        }
    }
    for text in ["", ".", "5.", ".5", "007", "00", "-3", "1,000", "1e5", "１２", " 7", "12月"] {
        assert!(!is_plain(text), "{text}");
    }
}
