//! The tab as the page hears it: what is told when it is opened, typed into, written from.

use super::*;
use crate::exchange::json::{self, Named};
use crate::presets;

fn project(id: &str, change: impl FnOnce(&mut crate::engine::Assessment)) -> String {
    let mut example = presets::example(id).unwrap();
    change(&mut example);
    json::write(&[Named::of(example)])
}

fn opened() -> Desk {
    let mut desk = Desk::default();
    let rubric = presets::rubric_text("fukang").unwrap();
    desk.open([rubric, &project("fukang", |_| ()), "zh-CN", "", "a"], 7);
    while desk.work(0) {}
    desk
}

#[test]
fn an_opened_tab_is_shown_whole_and_then_only_what_changed() {
    let mut desk = opened();
    assert!(desk.told().starts_with(r#"[7,["show",["div""#));
    desk.event("target", "95");
    desk.work(0);
    let told = desk.told();
    assert!(told.contains("距目标还差1.5分。"), "{told}");
    assert!(!told.contains("show") && !told.contains("现为"), "{told}");
    while desk.work(0) {}
    desk.told();
    desk.event("target", "95");
    while desk.work(0) {}
    assert_eq!(desk.told(), "");
}

#[test]
fn what_can_be_copied_is_told_after_what_is_seen() {
    let mut desk = opened();
    desk.told();
    desk.event("target", "95");
    assert!(desk.work(0) && !desk.told().contains("clip"));
    // Typed meanwhile: what was to be copied is another now.
    desk.event("target", "95.1");
    assert!(desk.work(0) && !desk.told().contains("clip"));
    assert!(!desk.work(0));
    let told = desk.told();
    assert!(told.contains("95.1分") && !told.contains("达到95分"), "{told}");
}

#[test]
fn another_assessment_takes_the_place_of_the_one_before() {
    let mut desk = opened();
    desk.told();
    let changed = project("fukang", |example| {
        let entry = example.entries.or_default("insured-all");
        entry.actual = Some(crate::engine::Value::from("33333"));
    });
    desk.update(&changed);
    desk.work(0);
    // 93.50 + 0.52
    assert!(desk.told().contains("94.02"));
}

/// Fukang with this scenario open, without changes.
fn trying(name: &str) -> String {
    project("fukang", |example| {
        assert!(crate::whatif::scenario::begin(example, |_| name.to_owned()));
    })
}

/// What the button for one input holds, as the page is told it.
fn written(act: &str, label: &str) -> String {
    let changes = r#"[{"indicator":"insured-pooled","field":"actual","to":"5990"}]"#;
    let changes = changes.replace('"', r#"\""#);
    let name = format!("{label}：单建统筹基金参保人数");
    format!(r#""data-act":"{act}","value":"{changes}","aria-label":"{name}""#)
}

#[test]
fn a_button_holds_what_it_writes_and_says_where_to() {
    let mut desk = Desk::default();
    let rubric = presets::rubric_text("fukang").unwrap();
    desk.event("target", "95");
    desk.open([rubric, &project("fukang", |_| ()), "zh-CN", "", ""], 7);
    desk.work(0);
    let told = desk.told();
    assert!(told.contains(&written("page:anew:", "写入新方案")), "{told}");
    desk.open([rubric, &trying("甲"), "zh-CN", "", ""], 8);
    desk.work(0);
    let told = desk.told();
    assert!(told.contains(&written("page:write:甲", "写入“甲”")), "{told}");
    desk.event("anew", "true");
    desk.work(0);
    let told = desk.told();
    assert!(told.contains(r#""page:anew:甲""#) && told.contains("写入新方案：单建"), "{told}");
}

#[test]
fn what_was_told_of_an_assessment_that_is_left_is_not_told_of_the_next() {
    let mut desk = opened();
    let rubric = presets::rubric_text("fukang").unwrap();
    desk.event("target", "95");
    desk.work(0);
    desk.open([rubric, &project("fukang", |_| ()), "zh-CN", "", "a"], 8);
    assert_eq!(desk.told(), "");
    desk.work(0);
    assert!(desk.told().starts_with(r#"[8,["show""#));
}

#[test]
fn texts_that_cannot_be_read_are_said_to_be_so() {
    let mut desk = Desk::default();
    desk.open(["", "", "zh-CN", "", "a"], 1);
    desk.work(0);
    assert_eq!(desk.told(), r#"[1,["unread"]]"#);
}

#[test]
fn what_the_controls_say_stays_while_the_assessment_is_the_same_one() {
    let mut desk = opened();
    desk.event("target", "95");
    let rubric = presets::rubric_text("fukang").unwrap();
    let example = project("fukang", |_| ());
    desk.open([rubric, &example, "en", "swing", "a"], 8);
    desk.work(0);
    assert!(desk.told().contains("1.5 points short of the target."));
    desk.open([rubric, &example, "en", "swing", "b"], 9);
    desk.work(0);
    assert!(desk.told().contains("6.5 points short of the target."));
}

#[test]
fn every_tool_answers_for_a_form_that_an_audit_made() {
    let made = json::tests::futian();
    let rubric = made.rubric.as_ref().unwrap().json();
    let project = json::write(&[made]);
    for tool in tools::Tool::ALL {
        let mut desk = Desk::default();
        desk.open([&rubric, &project, "zh-CN", tool.name(), "a"], 1);
        desk.event("target", "95");
        // The search for the cheapest way takes as long as it may; the clock goes on.
        (0..50).find(|turn| !desk.work(turn * 1_000));
        let told = desk.told();
        assert!(told.starts_with(r#"[1,["show",["div""#), "{}", tool.name());
        // 94 and one more.
        assert!(told.contains("距目标还差1分"), "{}", tool.name());
    }
}

/// A file may carry any rubric; the page asks no more of it than that it can be drawn.
#[test]
fn no_tool_stumbles_over_a_form_that_does_not_add_up() {
    let made = json::tests::futian();
    let text = made.rubric.as_ref().unwrap().json();
    let changed = |from: &str, to: &str| {
        let changed = text.replace(from, to);
        assert_ne!(changed, text, "{from}");
        changed
    };
    let faulty = [
        changed(r#""weight":"6""#, r#""weight":"-6""#),
        changed(r#""weight":"6""#, r#""weight":"999999999.999999""#),
        changed(r#""fullScore":"100""#, r#""fullScore":"0""#),
        changed(r#""fullScore":"100""#, r#""fullScore":"-100""#),
        changed(r#""min":"60""#, r#""min":"600""#),
        changed(r#""min":"0""#, r#""min":"-999999999999999""#),
        changed(r#""kind":"judgement""#, r#""kind":"levels","levels":[]"#),
        changed(r#""kind":"judgement""#, r#""kind":"curve","knots":[]"#),
        changed(r#""rule":{"#, r#""measure":{"kind":"budget","divisor":"annual"},"rule":{"#),
    ];
    for rubric in &faulty {
        let form = crate::presets::read(rubric).unwrap_or_else(|| panic!("{rubric:.300}"));
        let project = json::write(&[Named { rubric: Some(form.into()), ..made.clone() }]);
        assert!(json::first(&project).is_some());
        for tool in tools::Tool::ALL {
            let mut desk = Desk::default();
            desk.open([rubric, &project, "zh-CN", tool.name(), "a"], 1);
            desk.event("target", "95");
            (0..50).find(|turn| !desk.work(turn * 1_000));
            assert!(desk.told().starts_with(r#"[1,["show",["div""#), "{}", tool.name());
        }
    }
}
