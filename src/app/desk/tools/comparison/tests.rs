//! Fukang's entries under another year's form, and under what is no form.

use super::*;
use crate::app::desk::View;
use crate::app::desk::drawn::Drawn;
use crate::presets;

fn shown(events: &[(&str, &str)]) -> (View, String) {
    let mut controls = Controls::default();
    events.iter().for_each(|(part, value)| controls.event(part, value));
    let view = draw(&Base::fukang(|_| ()), &controls);
    let said = view.drawn.iter().map(Drawn::says).collect();
    (view, said)
}

/// Fukang's form, in which 优 begins at 94.
fn next_year() -> String {
    let old = presets::rubric_text("fukang").unwrap();
    let edition = presets::rubric("fukang").unwrap().edition;
    let new = old.replacen(&format!(r#""edition":"{edition}""#), r#""edition":"2025""#, 1);
    let new = new.replacen(r#""min":"90""#, r#""min":"94""#, 1);
    assert_ne!(new, old);
    new
}

#[test]
fn another_edition_from_a_file_is_told_with_what_it_changes() {
    let (view, said) = shown(&[("file", &next_year())]);
    // 93.50 in both; 优 from 94 on leaves 良.
    assert!(said.contains("得93.50分（“优”）"), "{said}");
    assert!(said.contains("得93.50分（“良”）"), "{said}");
    assert!(said.contains("优 → 良"), "{said}");
    assert!(view.clips.iter().any(|(of, _, text)| *of == "comparison" && text.contains("优 → 良")));
}

#[test]
fn a_stranger_takes_away_what_it_does_not_ask_for() {
    let (view, said) = shown(&[("with", "taishan")]);
    let copied = view.clips.iter().find(|(of, ..)| *of == "comparison").unwrap();
    assert!(copied.2.contains("-88.50～+6.50"), "{}", copied.2);
    assert!(said.contains("原体系总分93.50"), "{said}");
    // 93.50 − 10 − 23.75 − 32.70 − 27.05 = 0; Taishan's 预算支出完成率 is scored from the budget that
    // is entered, fully spent: 5 of 5.
    assert!(said.contains("项目决策−10.00"), "{said}");
    // Of its 35 points 30 are not entered: 5 for certain, and up to 35.
    assert!(said.contains("项目管理+5.00～+35.00"), "{said}");
    assert!(said.contains("新体系已确定得分5.00"), "{said}");
    // 93.50 → 5～100.
    assert!(said.contains("−88.50～+6.50"), "{said}");
}

#[test]
fn all_rows_are_listed_when_asked_for() {
    let (_, few) = shown(&[("file", &next_year())]);
    let (_, all) = shown(&[("file", &next_year()), ("list", "all")]);
    assert!(!few.contains("职工大额医疗补助发放准确率"), "{few}");
    assert!(all.contains("职工大额医疗补助发放准确率"), "{all}");
}

#[test]
fn what_is_no_form_is_said_to_be_none() {
    assert!(shown(&[("file", "{")]).1.contains("这个文件不是完整的 JSON（第1行第2列）。"));
    let (view, said) = shown(&[("file", r#"{"id":1}"#)]);
    assert!(said.contains("这个文件不是指标体系：“id”处的内容不合格式。"), "{said}");
    assert!(view.clips.is_empty());
    let text = presets::rubric_text("fukang").unwrap();
    let faulty = text.replacen(r#""weight":"6""#, r#""weight":"7""#, 1);
    assert_ne!(faulty, text);
    assert!(shown(&[("file", &faulty)]).1.contains("这个体系有错误"));
}
