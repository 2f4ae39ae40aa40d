//! What is said of the published case of Fukang; the figures are worked out in `whatif::distance`.

use super::*;
use crate::engine::{Assessment, score};
use crate::presets;
use crate::whatif::distance::distances;
use crate::words::Lang;

fn told(
    target: &str,
    change: impl FnOnce(&mut Assessment),
    check: impl FnOnce(Told<'_>, &dyn Fn(&str) -> Distance),
) {
    let rubric = presets::rubric("fukang").unwrap();
    let mut example = presets::example("fukang").unwrap();
    change(&mut example);
    let card = score(&rubric, &example);
    let found = distances(&rubric, &example, target.parse().unwrap());
    let of = Scored { rubric: &rubric, assessment: &example, card: &card, lang: Lang::Zh };
    let by_id = |id: &str| found.of.iter().find(|one| one.lever.id(&rubric) == id).unwrap().clone();
    check(Told { of, found: &found }, &by_id);
}

#[test]
fn an_input_that_reaches_the_target_is_told_with_the_step_short_of_it() {
    told(
        "95",
        |_| (),
        |told, of| {
            let one = of("insured-pooled.actual");
            assert_eq!(told.up(&one), ("5990人".into(), "总分95.00分".into()));
            let said = "若单建统筹基金参保人数由4157人提高到5990人，其余不变，总分由93.50分提高到95.00分，\
            等级仍为“优”。差一步（5989人）时总分为94.99分。";
            assert_eq!(told.reaching(&one), said);
        },
    );
}

#[test]
fn an_input_that_cannot_is_told_with_its_best_and_why_that_is_the_best() {
    told(
        "95",
        |_| (),
        |told, of| {
            let one = of("insured-all.actual");
            let best = "最高94.02分（33306人）";
            assert_eq!(told.up(&one), ("单项不能达到".into(), best.into()));
            // 33306 ÷ 33333 = 99.919 %.
            let said = "仅凭城镇职工大额医疗保险参保人数一项不能使总分达到95分，\
            最高为94.02分（33306人，完成率99.92%，四舍五入后得满分）。";
            assert_eq!(told.reaching(&one), said);
            let full = of("payment-accuracy.rate");
            assert_eq!(told.up(&full), ("—".into(), "不能再提高总分".into()));
        },
    );
}

#[test]
fn what_loses_the_grade_is_told_with_the_last_that_keeps_it() {
    told(
        "95",
        |_| (),
        |told, of| {
            let one = of("insured-all.actual");
            assert_eq!(told.down(&one), ("10972人".into(), "总分89.99分".into()));
            let said = "若城镇职工大额医疗保险参保人数由30437人降低到10972人，其余不变，\
            总分由93.50分降到89.99分，等级由“优”变为“良”。差一步（10973人）时总分为90.00分。";
            assert_eq!(told.losing(&one), said);
            let other = of("insured-pooled.actual");
            let said = "仅因单建统筹基金参保人数一项不会失去“优”，总分最低为90.11分（6人）。";
            assert_eq!(told.losing(&other), said);
        },
    );
}

#[test]
fn of_many_those_are_told_whose_rates_move_least() {
    told(
        "95",
        |_| (),
        |told, _| {
            let [up, down] = told.summary().try_into().unwrap();
            let said = "仅变动一项，可使总分由93.50分达到95分的有1项：\
            单建统筹基金参保人数由4157人提高到5990人。";
            assert_eq!(up, said);
            // Of 122 answers 11, then 15: 9.02 and 12.30 percentage points.
            let list = "依次为：政策知晓率（答“是”）由95份降低到84份；\
            城镇职工大额医疗保险参保人员满意度由91.31%降低到79.02%\
            （“非常满意”人数由92改为77、“不满意”人数由0改为15）；";
            assert!(down.starts_with("仅变动一项，会失去“优”（90分以上）的有"), "{down}");
            assert!(down.contains("项有比率，比率变动最小的5项") && down.contains(list), "{down}");
            assert_eq!(down.matches('；').count(), 4);
        },
    );
}

#[test]
fn where_nothing_reaches_the_target_the_best_is_told() {
    // 6.50 are missing; the most that one input gives is 5 − 3.39 = 1.61, from 4.995/5 × 6130 =
    // 6123.87 on: 6124 ÷ 6130 = 99.902 %.
    told(
        "100",
        |_| (),
        |told, _| {
            let said = "任何一项单独变动都不能使总分由93.50分达到100分，最高为95.11分\
            （单建统筹基金参保人数由4157人提高到6124人（完成率99.9%，四舍五入后得满分））。";
            assert_eq!(told.summary()[0], said);
        },
    );
    told(
        "93.5",
        |_| (),
        |told, of| {
            assert_eq!(told.summary()[0], "总分93.50分，已达到93.5分。");
            assert_eq!(told.up(&of("insured-all.actual")), ("已达到".into(), String::new()));
        },
    );
}

#[test]
fn with_blank_rows_the_certain_points_are_told_and_no_grade_is_lost() {
    let blank = |example: &mut Assessment| {
        example.entries.or_default("insured-pooled").actual = None;
        example.entries.or_default("burden-relief").yes = None;
    };
    told("90", blank, |told, of| {
        let [open, up, down] = told.summary().try_into().unwrap();
        assert!(open.starts_with("尚有2项未填或未定："), "{open}");
        // 82.77 + 8 × 111/122 = 7.28 make 90.05.
        let begins = "仅变动一项，可使已确定得分由82.77分达到90分的有1项：";
        assert!(up.starts_with(begins) && up.contains("填为111份"), "{up}");
        assert_eq!(down, "等级尚未确定（“优”或“良”），不作失去等级的推演。");
        let one = of("burden-relief.yes");
        assert_eq!(told.down(&one), (String::new(), String::new()));
        let said = told.reaching(&one);
        // At 90.05 the other row may still add 5: 优 either way.
        assert!(said.contains("已确定得分由82.77分提高到90.05分，等级即可确定为“优”"), "{said}");
    });
}
