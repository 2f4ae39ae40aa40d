//! The answer on the published examples; the figures are worked out in `whatif::cheapest`.

use super::*;
use crate::presets;
use crate::words::Lang;

fn base(slug: &str, efforts: &[(&str, &str)]) -> Base {
    let (rubric, mut example) = (presets::rubric(slug).unwrap(), presets::example(slug).unwrap());
    for (id, typed) in efforts {
        example.efforts.insert((*id).to_owned(), (*typed).to_owned());
    }
    Base::of(rubric, example, Lang::Zh)
}

fn figure(text: &str) -> Figure {
    text.parse().unwrap()
}

fn begun(base: &Base, target: &str) -> Controls {
    let mut controls = Controls::default();
    controls.begin(base, figure(target), 0);
    controls
}

fn says(view: &View) -> String {
    view.drawn.iter().map(Drawn::says).collect()
}

fn shown(base: &Base, target: &str) -> View {
    draw(base, &begun(base, target))
}

#[test]
fn the_optimum_comes_first_with_its_sentence_its_bars_and_the_alternatives() {
    let base = base("fukang", &[]);
    let view = shown(&base, "95");
    let said = says(&view);
    assert!(
        said.contains("最省力的做法：改动1项，总分95.00分最省力的做法是：单建统筹基金参保人数"),
        "{said}"
    );
    let rows: Vec<String> =
        view.drawn[4].all("bars__row").into_iter().skip(1).map(Drawn::says).collect();
    // 5 × 5990/6130 = 4.8858… → 4.89 = 3.39 + 1.50
    let due = ["当前得分93.50", "单建统筹基金参保人数4157人 → 5990人+1.50", "改动后总分95.00"];
    assert_eq!(rows, due);
    assert_eq!(view.drawn[4].all("bars__goal").len(), 1);
    let copied: Vec<&str> = view.clips.iter().map(|clip| &*clip.0).collect();
    assert_eq!(copied.iter().filter(|of| ALSO.contains(of)).count(), 10);
    assert!(said.contains("其他做法做法1：改动2项，总分95.00分另一做法是："), "{said}");
}

#[test]
fn an_effort_decides_for_two_changes_at_1_each_against_one_at_5() {
    let base = base("fukang", &[("insured-pooled", "５")]);
    let view = shown(&base, "95");
    let said = says(&view);
    assert!(
        said.contains("最省力的做法：改动2项，工作量2，总分95.05分最省力的做法是：制度执行有效性"),
        "{said}"
    );
    // 1.25 for the missing tick, then 5.19 − 4.89 by two answers.
    let rows: Vec<String> = view.drawn[4].all("bars__row").iter().map(|row| row.says()).collect();
    assert!(rows[2].ends_with("+1.25") && rows[3].ends_with("+0.30"), "{rows:?}");
    let field = view.drawn.iter().flat_map(|one| one.all("effort__field"));
    let values: Vec<&str> = field.map(|one| one.get("value")).filter(|it| !it.is_empty()).collect();
    assert_eq!(values, ["５"]);
}

#[test]
fn an_effort_that_is_no_figure_above_0_is_told_at_its_field_and_counts_1() {
    let base = base("fukang", &[("insured-pooled", "很多"), ("insured-all", "0")]);
    let view = shown(&base, "95");
    let said = says(&view);
    assert!(said.contains("“很多”不是大于0的数，暂按1计。"), "{said}");
    assert!(said.contains("“0”不是大于0的数，暂按1计。"), "{said}");
    assert!(said.contains("最省力的做法：改动1项，工作量1，总分95.00分"), "{said}");
}

#[test]
fn what_is_reached_and_what_is_out_of_reach_is_said() {
    let base = base("fukang", &[]);
    assert!(says(&shown(&base, "93.5")).contains("总分93.50分，已达到93.50分。"));
    let mut capped = presets::rubric("fukang").unwrap();
    capped.cap = Some(figure("94"));
    let base = Base::of(capped, presets::example("fukang").unwrap(), Lang::Zh);
    let said = says(&shown(&base, "95"));
    assert!(said.contains("总分也只有94.00分。总分最多94分。"), "{said}");
    assert!(said.contains("写入新方案"), "{said}");
}

#[test]
fn a_plan_is_written_with_all_its_changes() {
    let view = shown(&base("fukang", &[]), "95");
    let links = view.drawn.iter().flat_map(|one| one.all("link"));
    let plans: Vec<&Drawn> = links.filter(|one| one.get("data-act") == "page:anew:").collect();
    let due = r#"[{"indicator":"insured-pooled","field":"actual","to":"5990"}]"#;
    assert_eq!(plans[0].get("value"), due);
    // Among the others that of 制度执行 1.25 and two answers 0.30.
    let of =
        |plan: &&Drawn, id: &str| plan.get("value").contains(&format!(r#""indicator":"{id}""#));
    let pair = |plan: &&Drawn| of(plan, "system-execution") && of(plan, "insured-satisfaction");
    let pair = plans.iter().copied().find(pair).unwrap().get("value");
    let due = r#"{"indicator":"system-execution","field":"missed","to":[]}"#;
    assert!(pair.contains(due) && pair.matches("indicator").count() == 2, "{pair}");
}

#[test]
fn other_ways_follow_by_effort_then_by_changes_then_by_the_total_nearest_to_the_target() {
    let base = base("fukang", &[]);
    let controls = begun(&base, "95");
    let answer = controls.hunt().unwrap().unwrap().answer.as_ref().unwrap();
    let Way::Plans { plans, .. } = &answer.way else { panic!() };
    let others = ordered(plans);
    let keys: Vec<_> = others.iter().map(|plan| (plan.changes.len(), plan.total.min)).collect();
    assert!(keys.windows(2).all(|pair| pair[0] <= pair[1]), "{keys:?}");
    assert_eq!(others.len(), 10);
    assert!(others.iter().all(|plan| !std::ptr::eq(*plan, &plans[0])));
    // Nine pairs reach 95, and triples that hold none of them: the tenth is one of several.
    assert_eq!(keys.iter().filter(|(count, _)| *count == 2).count(), 9);
    let said = says(&shown(&base, "95"));
    assert!(said.contains("以上只列出10种，还有别的做法。"), "{said}");
}

#[test]
fn with_blank_rows_the_certain_points_are_what_is_raised() {
    let (rubric, mut example) =
        (presets::rubric("fukang").unwrap(), presets::example("fukang").unwrap());
    example.entries.or_default("insured-pooled").actual = None;
    example.entries.or_default("burden-relief").yes = None;
    let base = Base::of(rubric, example, Lang::Zh);
    let said = says(&shown(&base, "90"));
    // 82.77 + 8 × 111/122 = 7.28, with up to 5 more still open.
    assert!(said.contains("尚有2项未填或未定："), "{said}");
    assert!(said.contains("已确定得分由82.77分提高到90.05分，等级即可确定为“优”"), "{said}");
    assert!(said.contains("已确定得分82.77"), "{said}");
    assert!(!said.contains("由“良”变为"), "{said}");
}
