//! Files, links and typed figures, by properties: what is written is read again, no bytes make a
//! reader panic, and making plain never changes what a figure says.
#![cfg(not(target_arch = "wasm32"))]
#![allow(missing_docs, clippy::unwrap_used)]

use jiheng::engine::{
    Assessment, Block, Entry, Field, Figure, Fund, Goal, Incident, Override, Pin, Project, Rubric,
    Survey, SurveyOption, Value, score,
};
use jiheng::exchange::json::{self, Named};
use jiheng::exchange::{link, typed};
use jiheng::presets;
use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::string::string_regex;

/// Any text, and more often what people type.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        string_regex("[-≥≤<>= ０-９0-9,，.．。%％万亿元人份天分年月日/]{0,12}").unwrap(),
        string_regex("-?[0-9]{1,6}(\\.[0-9]{1,3})?").unwrap(),
    ]
}

/// An id that a preset may have, or any.
fn id() -> impl Strategy<Value = String> {
    let known = presets::LIST.iter().filter_map(|preset| presets::rubric(preset.id));
    let ids: Vec<String> = known
        .flat_map(|rubric| {
            let nodes = rubric.nodes().into_iter().map(|node| node.indicator.id.clone());
            let facts = rubric.facts.iter().map(|fact| fact.id.clone());
            nodes.chain(facts).collect::<Vec<_>>()
        })
        .collect();
    prop_oneof![4 => prop::sample::select(ids), 1 => any::<String>()]
}

fn value() -> impl Strategy<Value = Value> {
    prop_oneof![4 => text().prop_map(Value::Text), 1 => id().prop_map(Value::Fact)]
}

fn entry() -> impl Strategy<Value = Entry> {
    let incident = (text(), option::of(value()), option::of(value()))
        .prop_map(|(item, points, count)| Incident { item, points, count });
    let overridden = (value(), text()).prop_map(|(points, reason)| Override { points, reason });
    let block = (option::of(value()), option::of(value()), text())
        .prop_map(|(points, share, reason)| Block { points, share, reason });
    (
        vec(option::of(value()), Field::ALL.len()),
        (option::of(vec(value(), 0..6)), option::of(text()), option::of(vec(text(), 0..3))),
        (btree_map(text(), value(), 0..3), vec(incident, 0..3), option::of(overridden)),
        (any::<bool>(), option::of(block), vec(text(), 9)),
    )
        .prop_map(
            |(figures, (counts, level, missed), (partly, deductions, overridden), rest)| {
                let (not_applicable, block, texts) = rest;
                let mut texts = texts.into_iter();
                let mut next = || texts.next().unwrap();
                let mut entry = Entry {
                    counts,
                    level,
                    missed,
                    partly: partly.into_iter().collect(),
                    deductions,
                    overridden,
                    not_applicable,
                    block,
                    reason: next(),
                    name: next(),
                    target_text: next(),
                    actual_text: next(),
                    note: next(),
                    evidence: next(),
                    basis: next(),
                    last_year: next(),
                    deviation: next(),
                    ..Entry::default()
                };
                for (field, figure) in Field::ALL.iter().copied().zip(figures) {
                    *field.of_mut(&mut entry) = figure;
                }
                entry
            },
        )
}

fn project() -> impl Strategy<Value = Project> {
    let goal = vec(text(), 7).prop_map(|texts| {
        let [l1, l2, name, target, actual, progress, note] = texts.try_into().unwrap();
        Goal { l1, l2, name, target, actual, progress, note }
    });
    let fund = vec(text(), 5).prop_map(|texts| {
        let [source, initial, budget, received, executed] = texts.try_into().unwrap();
        Fund { source, initial, budget, received, executed }
    });
    let option = (text(), text()).prop_map(|(label, count)| SurveyOption { label, count });
    let survey =
        (text(), vec(option, 0..3)).prop_map(|(question, options)| Survey { question, options });
    (vec(text(), 8), vec(goal, 0..3), vec(fund, 0..3), vec(survey, 0..3)).prop_map(
        |(texts, goals, funds, surveys)| {
            let [name, unit, department, year, evaluator, summary, expected, achieved] =
                texts.try_into().unwrap();
            Project {
                name,
                unit,
                department,
                year,
                evaluator,
                summary,
                expected,
                achieved,
                goals,
                funds,
                surveys,
            }
        },
    )
}

fn assessment() -> impl Strategy<Value = Assessment> {
    let pin = (id(), text()).prop_map(|(id, hash)| Pin { id, hash });
    let entries = btree_map(id(), entry(), 0..6);
    (pin, project(), btree_map(id(), text(), 0..4), entries).prop_map(
        |(rubric, project, facts, entries)| Assessment {
            version: 1,
            rubric,
            project,
            facts: facts.into_iter().collect(),
            entries: entries.into_iter().collect(),
            ..Assessment::default()
        },
    )
}

/// Bytes with some cut out and others put in.
fn altered(bytes: &[u8], changes: &[(prop::sample::Index, u8, Vec<u8>)]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for (at, cut, new) in changes {
        let at = at.index(bytes.len() + 1);
        let end = (at + usize::from(*cut)).min(bytes.len());
        bytes.splice(at..end, new.iter().copied());
    }
    bytes
}

fn changes() -> impl Strategy<Value = Vec<(prop::sample::Index, u8, Vec<u8>)>> {
    vec((any::<prop::sample::Index>(), 0..9_u8, vec(any::<u8>(), 0..5)), 1..4)
}

proptest! {
    // A case that fails is printed whole; no file of seeds is kept beside the tests.
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_assessment_comes_back_from_a_file_and_from_a_link(one in assessment(), name in any::<String>()) {
        let named = vec![Named { name, ..Named::of(one.clone()) }];
        prop_assert_eq!(json::read(json::write(&named).as_bytes()), Ok(named));
        let one = Named::of(one);
        prop_assert_eq!(link::read(&link::write(&one).unwrap()), Ok(one));
    }

    #[test]
    fn no_bytes_make_a_reader_panic(bytes in vec(any::<u8>(), 0..200)) {
        prop_assert!(json::read(&bytes).is_err());
        let text = String::from_utf8_lossy(&bytes);
        prop_assert!(link::read(&text).is_err());
        for version in ["1", "2"] {
            let ours = format!("{version}{text}");
            prop_assert!(link::read(&ours).is_err());
        }
    }

    #[test]
    fn an_altered_file_is_read_or_refused_but_never_panics(one in assessment(), changes in changes()) {
        // With the rubric of a preset under another name, so that alterations hit that too.
        let rubric = Rubric { id: "own".into(), ..presets::rubric("fukang-self").unwrap() };
        let file = json::write(&[Named::with_rubric(one, rubric)]);
        for named in json::read(&altered(file.as_bytes(), &changes)).unwrap_or_default() {
            let again = json::write(std::slice::from_ref(&named));
            prop_assert_eq!(json::read(again.as_bytes()), Ok(vec![named]));
        }
    }

    #[test]
    fn an_altered_link_gives_the_same_assessment_or_none(one in assessment(), changes in changes()) {
        let one = Named::of(one);
        let payload = link::write(&one).unwrap();
        let altered = altered(payload.as_bytes(), &changes);
        if let Ok(read) = link::read(&String::from_utf8_lossy(&altered)) {
            prop_assert_eq!(read, one);
        }
    }

    #[test]
    fn a_link_cut_off_is_always_called_truncated(one in assessment(), at in any::<prop::sample::Index>()) {
        let payload = link::write(&Named::of(one)).unwrap();
        let end = 1 + at.index(payload.len() - 1);
        prop_assert_eq!(link::read(&payload[..end]), Err(link::LinkError::Truncated));
    }

    #[test]
    fn what_is_plain_stays_and_whatever_is_scored_does_not_panic(one in assessment()) {
        for preset in presets::LIST {
            let rubric = presets::rubric(preset.id).unwrap();
            let plain = typed::plain(&rubric, &one);
            prop_assert_eq!(&typed::plain(&rubric, &plain), &plain);
            score(&rubric, &plain);
        }
    }

    #[test]
    fn a_figure_written_with_separators_wide_digits_or_a_unit_is_the_same_figure(
        whole in 0..1_000_000_000_000_u64,
        decimals in 0..1000_u32,
        places in 0..4_usize,
        wide: bool,
        unit in prop::sample::select(&["", "人", "万元", "%", "天"][..]),
    ) {
        let decimals = &format!("{decimals:03}")[..places.min(3)];
        let point = if decimals.is_empty() { "" } else { "." };
        let expected = format!("{whole}{point}{decimals}");
        let digits = whole.to_string();
        let lead = digits.len() % 3;
        let (first, groups) = digits.split_at(if lead == 0 { 3.min(digits.len()) } else { lead });
        let groups = groups.as_bytes().chunks(3).map(|group| std::str::from_utf8(group).unwrap());
        let grouped = std::iter::once(first).chain(groups).collect::<Vec<_>>().join(",");
        let mut written = format!(" {grouped}{point}{decimals}{unit} ");
        if wide {
            let full = |c: char| char::from_u32(u32::from(c) + 0xFEE0).filter(|_| c.is_ascii_graphic());
            written = written.chars().map(|c| full(c).unwrap_or(c)).collect();
        }
        let plain = typed::figure(&written, unit);
        prop_assert_eq!(plain.as_deref(), Some(&*expected), "{}", written);
        prop_assert!(expected.parse::<Figure>().is_ok());
    }

    #[test]
    fn no_text_is_read_as_anything_but_a_plain_decimal_or_a_day(text in text(), unit in text()) {
        if let Some(plain) = typed::figure(&text, &unit) {
            let unsigned = plain.strip_prefix('-').unwrap_or(&plain);
            let (whole, decimals) = unsigned.split_once('.').unwrap_or((unsigned, "0"));
            let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
            prop_assert!(digits(whole) && digits(decimals), "{} -> {}", text, plain);
        }
        if let Some(plain) = typed::date(&text, "2024") {
            prop_assert!(jiheng::engine::Date::parse(&plain).is_some(), "{} -> {}", text, plain);
        }
    }

    #[test]
    fn myriads_are_exact(digits in 1..100_000_000_u64, places in 0..4_usize) {
        // digits × 10^-places × 10^4, by moving the point in whole numbers.
        let text = digits.to_string();
        let text = format!("{text:0>width$}", width = places + 1);
        let (whole, decimals) = text.split_at(text.len() - places);
        let point = if decimals.is_empty() { "" } else { "." };
        let expected = digits * 10_u64.pow(4 - u32::try_from(places).unwrap());
        let read = typed::figure(&format!("{whole}{point}{decimals}万人"), "人");
        prop_assert_eq!(read, Some(expected.to_string()));
    }
}

/// 3936 characters for Fukang, the largest; chat programs cut off what is much longer.
#[test]
fn the_published_examples_fit_into_a_link() {
    for preset in presets::LIST {
        let Some(example) = presets::example(preset.id) else { continue };
        let example = Named::of(example);
        let payload = link::write(&example).unwrap();
        assert!(payload.len() < 4_500, "{}: {} characters", preset.id, payload.len());
        assert_eq!(link::read(&payload), Ok(example));
    }
}
