//! What is said of inputs of the published cases; the figures are worked out beside each.

use super::*;
use crate::engine::{Assessment, Scorecard, score};
use crate::presets;
use crate::whatif::lever::levers;

struct Known {
    rubric: Rubric,
    assessment: Assessment,
    card: Scorecard,
    levers: Vec<Lever>,
}

impl Known {
    fn of(slug: &str) -> Known {
        let rubric = presets::rubric(slug).unwrap();
        let assessment = presets::example(slug).unwrap();
        let (card, levers) = (score(&rubric, &assessment), levers(&rubric, &assessment));
        Known { rubric, assessment, card, levers }
    }

    fn scored(&self) -> Scored<'_> {
        let Known { rubric, assessment, card, .. } = self;
        Scored { rubric, assessment, card, lang: Lang::Zh }
    }

    fn lever(&self, id: &str) -> &Lever {
        self.levers.iter().find(|lever| lever.id(&self.rubric) == id).unwrap()
    }

    fn moved(&self, id: &str, to: impl FnOnce(&Lever) -> i64) -> String {
        let lever = self.lever(id);
        moved(self.scored(), lever, to(lever))
    }
}

#[test]
fn a_figure_moves_in_its_own_unit() {
    let said =
        Known::of("fukang").moved("insured-all.actual", |one| one.position("32012").unwrap());
    assert_eq!(said, "城镇职工大额医疗保险参保人数由30437人提高到32012人");
}

#[test]
fn a_figure_that_rounding_makes_enough_says_so() {
    // 33306 ÷ 33333 = 99.919 %: 5.995… of 6. The target itself needs no reason.
    let known = Known::of("fukang");
    let at = |figure: &str| {
        let figure = figure.to_owned();
        known.moved("insured-all.actual", move |one| one.position(&figure).unwrap())
    };
    assert!(
        at("33306").ends_with("提高到33306人（完成率99.92%，四舍五入后得满分）"),
        "{}",
        at("33306")
    );
    assert!(at("33333").ends_with("提高到33333人"), "{}", at("33333"));
    assert!(at("33305").ends_with("提高到33305人"), "{}", at("33305"));
}

#[test]
fn ticks_that_count_the_same_are_counted_and_the_missing_one_is_named() {
    // 制度执行有效性: 5 points for four items, of which one is missing.
    let known = Known::of("fukang");
    let ticks = "system-execution.missed";
    let said = |steps: i64| known.moved(ticks, |one| one.now.unwrap() + steps);
    assert_eq!(said(1), "制度执行有效性补齐“资料齐全并及时归档”");
    assert_eq!(said(-1), "制度执行有效性少符合1项（得2.5分）");
    assert_eq!(said(-2), "制度执行有效性少符合2项（得1.25分）");
    assert_eq!(said(-3), "制度执行有效性各项均不再符合（得0分）");
    let lever = known.lever(ticks);
    let shown = |at: i64| setting(known.scored(), lever, &lever.setting(at));
    assert_eq!(
        [0, 1, 2, 3, 4].map(shown),
        ["全部不符合", "符合1项（共4项）", "符合2项（共4项）", "符合3项（共4项）", "全部符合"]
    );
    assert_eq!(now(known.scored(), lever), "不符合“资料齐全并及时归档”");
}

#[test]
fn a_survey_is_told_by_its_rate_and_the_options_that_move() {
    let known = Known::of("fukang");
    let survey = "insured-satisfaction.counts";
    // 111.4 of 122 is 91.31 %; 15 fewer of the best: 96.4 of 122 is 79.02 %.
    let said = known.moved(survey, |one| one.now.unwrap() - 15);
    let due = "城镇职工大额医疗保险参保人员满意度由91.31%降低到79.02%\
        （“非常满意”人数由92改为77、“不满意”人数由0改为15）";
    assert_eq!(said, due);
    let lever = known.lever(survey);
    assert_eq!(now(known.scored(), lever), "91.31%");
    assert_eq!(setting(known.scored(), lever, &lever.setting(lever.last())), "100%");
}

#[test]
fn an_occurrence_is_counted_and_a_fact_has_its_own_name() {
    let known = Known::of("fukang");
    let said = known.moved("self-review.further-problems", |one| one.last() - 2);
    assert!(said.ends_with("（2次）"), "{said}");
    let lever = known.lever("self-review.further-problems");
    let label = choice_name(&known.rubric, lever, Lang::Zh);
    assert!(label.starts_with("自评及整改的“"), "{label}");
    let lever = known.lever("facts.received");
    assert_eq!(input_name(&known.rubric, lever, Lang::Zh), "到位资金");
    assert_eq!(now(known.scored(), lever), "182.62万元");
}

#[test]
fn points_in_place_of_the_rules_are_called_what_the_forms_call_them() {
    let known = Known::of("taishan");
    let lever = known.lever("completion-timeliness.override");
    let name = input_name(&known.rubric, lever, Lang::Zh);
    assert!(name.ends_with("的评价人赋分"), "{name}");
    let said = known.moved("fund-compliance.diversion", |one| one.last() - 1);
    assert!(said.contains("（扣"), "{said}");
}
