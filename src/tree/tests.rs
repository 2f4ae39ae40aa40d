//! How documents of a few sample types are read and written, and what is refused.

use proptest::prelude::*;

use super::*;

/// The document in a TOML text, for tests that write theirs so.
pub(crate) fn toml<T: Document>(text: &str) -> T {
    ::toml::from_str::<Tree>(text).unwrap().document().unwrap()
}

#[derive(Debug, PartialEq)]
struct Sample {
    id: String,
    full_score: u32,
    per: u64,
    tone: Tone,
    shape: Vec<Shape>,
    note: Option<String>,
    by_name: Map<bool>,
}

document! {
    Sample {
        id, full_score: default(100), per: optional(1), tone: optional(Tone::Plain),
        shape: default, note: optional, by_name as "names": optional,
    }
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Tone {
    Plain,
    VeryLoud,
}

document! { enum Tone { Plain, VeryLoud } }

#[derive(Debug, PartialEq)]
enum Shape {
    Dot { x: u32 },
    LongLine { from: Box<Point>, to: Box<Point> },
}

document! { enum Shape by "kind" { Dot { x }, LongLine { from, to } } }

#[derive(Debug, PartialEq)]
struct Point {
    x: u32,
}

document! { Point { x } }

#[derive(Debug, PartialEq)]
enum Mark {
    Point(Point),
    Tone(Toned),
}

document! { enum Mark by "kind" { Point, Tone } }

#[derive(Debug, Default, PartialEq)]
struct Toned {
    loud: bool,
}

document! { lenient Toned: default { loud } }

fn read<T: Document>(text: &str) -> Result<T, WrongShape> {
    parse(text).unwrap().document()
}

fn wrong<T: Document + fmt::Debug>(text: &str) -> (String, String) {
    let WrongShape { path, message } = read::<T>(text).unwrap_err();
    (path, message)
}

#[test]
fn what_is_written_is_read_again_in_the_order_of_the_list() {
    let text = r#"{"id":"一\"\\\n\u0001","fullScore":7,"per":9007199254740993,"tone":"very-loud","shape":[{"kind":"dot","x":1},{"kind":"long-line","from":{"x":2},"to":{"x":3}}],"note":"","names":{"b":true,"a":false}}"#;
    let sample: Sample = read(text).unwrap();
    assert_eq!(sample.id, "一\"\\\n\u{1}");
    // A map has an order of its own.
    let ordered = text.replace(r#""b":true,"a":false"#, r#""a":false,"b":true"#);
    assert_eq!(json(&sample), ordered);
    let marks = r#"[{"kind":"point","x":1},{"kind":"tone","loud":true}]"#;
    assert_eq!(json(&read::<Vec<Mark>>(marks).unwrap()), marks);
}

#[test]
fn what_is_absent_is_the_default_and_what_says_nothing_is_left_out() {
    let sample: Sample = read(r#"{"id":"a","note":null,"shape":null,"colour":null}"#).unwrap();
    assert_eq!((sample.full_score, sample.per, sample.tone), (100, 1, Tone::Plain));
    assert_eq!(json(&sample), r#"{"id":"a","fullScore":100,"shape":[]}"#);
    assert_eq!(read(r#"{"more":[]}"#), Ok(Toned { loud: false }));
}

#[test]
fn the_first_flaw_is_named_by_its_path() {
    let of = |path: &str, message: &str| (path.to_owned(), message.to_owned());
    for (text, path, message) in [
        ("[]", "", "a list, expected an object"),
        (r#"{"id":1}"#, "id", "a number, expected a string"),
        (r#"{"id":"a","fullScore":1.5}"#, "fullScore", "a number, expected a whole number"),
        (r#"{"id":"a","fullScore":-1}"#, "fullScore", "a number, expected a whole number"),
        (r#"{"id":"a","fullScore":4294967296}"#, "fullScore", "a number, expected a smaller one"),
        (r#"{"id":"a","shape":{}}"#, "shape", "an object, expected a list"),
        (r#"{"id":"a","shape":[{"kind":"dot"}]}"#, "shape[0]", "missing field `x`"),
        (r#"{"id":"a","shape":[{"x":1}]}"#, "shape[0]", "missing field `kind`"),
        (r#"{"id":"a","names":{"b":null}}"#, "names.b", "nothing, expected true or false"),
        (r#"{"id":"a","names":{"b":"c"}}"#, "names.b", "string \"c\", expected true or false"),
        (
            r#"{"id":"a","tone":"shrill"}"#,
            "tone",
            "unknown variant `shrill`, expected one of `plain`, `very-loud`",
        ),
        (
            r#"{"id":"a","shape":[{"kind":"long-line","from":{"y":1},"to":2}]}"#,
            "shape[0].from.y",
            "unknown field `y`, expected `x`",
        ),
        (
            r#"{"id":"a","shape":[{"kind":"dot","x":1,"y":2}]}"#,
            "shape[0].y",
            "unknown field `y`, expected one of `kind`, `x`",
        ),
    ] {
        assert_eq!(wrong::<Sample>(text), of(path, message), "{text}");
    }
    assert_eq!(wrong::<Vec<bool>>("[true,1]").0, "[1]");
}

#[test]
fn a_misspelt_field_is_told_before_the_one_that_is_missing() {
    assert_eq!(wrong::<Sample>(r#"{"idd":"a"}"#).0, "idd");
    assert_eq!(wrong::<Point>("{}"), (String::new(), "missing field `x`".to_owned()));
}

#[test]
fn every_flaw_is_told_once() {
    let text = r#"{"fullScore":"1","tone":2,"colour":1,"shape":[{"kind":"round","x":[]},3,{"kind":"dot"}],"names":{"b":1,"c":2}}"#;
    let flaws = parse(text).unwrap().examined::<Sample>().unwrap_err();
    let paths: Vec<&str> = flaws.iter().map(|flaw| flaw.path.as_str()).collect();
    let due = [
        "colour",
        "",
        "fullScore",
        "tone",
        "shape[0].kind",
        "shape[1]",
        "shape[2]",
        "names.b",
        "names.c",
    ];
    assert_eq!(paths, due);
    let many = format!("[{}1]", "1,".repeat(1_000));
    assert_eq!(parse(&many).unwrap().examined::<Vec<bool>>().unwrap_err().len(), 200);
}

#[test]
fn text_that_is_no_json_is_refused_where_it_ceases_to_be() {
    let at = |text: &str| {
        let NotJson { line, column, twice } = parse(text).unwrap_err();
        (line, column, twice)
    };
    assert_eq!(at("{\n \"一\": ,}"), (2, 7, None));
    assert_eq!(at(""), (1, 1, None));
    assert_eq!(at("[1,"), (1, 4, None));
    assert_eq!(at(r#"{"a":"1","a":"2"}"#), (1, 17, Some("a".to_owned())));
    assert_eq!(at("{\n\"b\":1,\n\"a\":2,\"b\":3,\"a\":4}"), (3, 12, Some("b".to_owned())));
    let nested = |levels| format!("{}{}", "[".repeat(levels), "]".repeat(levels));
    assert!(parse(&nested(MAX_DEPTH)).is_ok());
    assert_eq!(at(&nested(MAX_DEPTH + 1)), (1, MAX_DEPTH + 1, None));
}

#[test]
fn of_values_with_one_name_the_last_stays() {
    let map: Map<_> = ["b", "a", "b", "a", "c"].map(str::to_owned).into_iter().zip(1..).collect();
    let listed: Vec<_> = map.into_iter().collect();
    assert_eq!(listed, [("a".to_owned(), 4), ("b".to_owned(), 3), ("c".to_owned(), 5)]);
}

#[test]
fn a_text_that_was_made_to_be_slow_is_read_at_once() {
    let names = (0..50_000).rev().map(|number| format!("\"{number:06}\":0"));
    let text = ["{", &names.collect::<Vec<_>>().join(","), "}"].concat();
    let Ok(Tree::Fields(fields)) = parse(&text) else { panic!("these are fields") };
    assert_eq!((fields.len(), fields.keys().next().unwrap().as_str()), (50_000, "000000"));
}

/// JSON that is nearly or wholly right: pieces of it in any order.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(
        &[
            "{", "}", "[", "]", ",", ":", "\"a\"", "\"b\":", "\"", "\\", "\\u", "00e9", "\\ud83d",
            "\\ude00", "\\n", "\\x", "\u{1}", "\n", " ", "-", "0", "1", "12", ".", "e", "+",
            "true", "fals", "null", "一",
        ][..],
    );
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4_000, failure_persistence: None, ..ProptestConfig::default() })]

    /// serde_json is the measure, but for numbers that it cannot hold.
    #[test]
    fn our_reader_takes_what_serde_json_takes(text in pieces(), wrapped: bool) {
        let text = if wrapped { format!("[\"{text}\"]") } else { text };
        match serde_json::from_str::<Tree>(&text) {
            Ok(tree) => prop_assert_eq!(parse(&text), Ok(tree)),
            Err(error) if error.to_string().starts_with("number out of range") => {}
            Err(_) => prop_assert!(parse(&text).is_err(), "{text}"),
        }
    }

    #[test]
    fn every_text_is_written_so_that_it_is_read_again(text: String) {
        let written = json(&text);
        prop_assert_eq!(&written, &serde_json::to_string(&text).unwrap());
        prop_assert_eq!(read(&written), Ok(text));
    }
}
