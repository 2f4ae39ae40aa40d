//! Snapshots of what is said about two forms.

use insta::assert_snapshot;

use super::*;
use crate::engine::{Adjustment, AdjustmentKind, Code, Indicator, Label, Modifier, Problem};
use crate::presets;
use crate::tree::tests::toml;
use crate::whatif::comparison::{Change, Reason, comparison};

fn find<'r>(indicators: &'r mut [Indicator], id: &str) -> Option<&'r mut Indicator> {
    indicators.iter_mut().find_map(|one| match one.id == id {
        true => Some(one),
        false => find(&mut one.children, id),
    })
}

/// The rows that differ, after what holds for the whole.
fn said(old: &Rubric, new: &Rubric, lang: Lang) -> String {
    let answer = comparison(old, new, &presets::example(&old.id).unwrap());
    let forms = Forms { old, new, lang };
    let mut sentences = forms.whole(&answer);
    let differing = answer.rows.iter().filter(|row| {
        row.place != Place::Both || !row.reasons.is_empty() || row.difference() != Span::default()
    });
    sentences.extend(differing.map(|row| forms.row(row)));
    sentences.join("\n")
}

/// Fukang's form as another year might have it.
fn next_year() -> Rubric {
    let mut form = presets::rubric("fukang").unwrap();
    form.edition = "2025.1".to_owned();
    form.grades.0[0].min = "92".parse().unwrap();
    form.cap = Some("100".parse().unwrap());
    let mut edit = |id: &str, change: &dyn Fn(&mut Indicator)| {
        change(find(&mut form.indicators, id).unwrap());
    };
    edit("insured-all", &|one| one.weight = "4".parse().unwrap());
    edit("insured-satisfaction", &|one| {
        one.weight = "8".parse().unwrap();
        let scoring = one.scoring.as_mut().unwrap();
        scoring.rule = toml("kind = 'shortfall'\ntarget = '95'\nlose = '10'");
    });
    edit("payment-accuracy", &|one| {
        let scoring = one.scoring.as_mut().unwrap();
        scoring.measure = Some(toml("kind = 'quality'"));
        scoring.modifiers.push(toml::<Modifier>(
            "kind = 'deduction'\nid = 'late'\nlabel = { zh = '漏发', en = 'Payment missed' }\npoints = '1'",
        ));
    });
    edit("social-benefit", &|one| {
        one.children.retain(|child| child.id != "policy-awareness");
        let mut fresh = one.children[0].clone();
        fresh.id = "fresh".to_owned();
        fresh.name = toml("zh = '宣传覆盖率'\nen = 'Reach of publicity'");
        one.children.push(fresh);
    });
    form
}

#[test]
fn a_form_of_the_next_year() {
    let old = presets::rubric("fukang").unwrap();
    assert_snapshot!(said(&old, &next_year(), Lang::Zh), @"
    同一填报数据，按《阜康市财政支出项目绩效评价综合评分表》（2024.1）得93.50分（“优”），按《阜康市财政支出项目绩效评价综合评分表》（2025.1）得79.68～92.68分（等级未定）。
    原规定：满分100分，评价等级：“优”90分及以上，“良”80分及以上，“中”60分及以上，“差”60分以下。现规定：满分100分，评价等级：“优”92分及以上，“良”80分及以上，“中”60分及以上，“差”60分以下。
    原规定：总分不设上限。现规定：总分最高100分。
    两个体系共有的指标38项（其中移动0项），新体系增设1项，取消1项。
    新体系中没有下列指标，其填报数据不计分：“政策知晓率”（原得7.15分）。
    “项目产出”由32.70分变为25.87～30.87分。下级指标得分不同。
    “产出数量”由13.70分变为11.87分，减少1.83分。下级指标得分不同。
    “城镇职工大额医疗保险参保人数”由5.48分变为3.65分，减少1.83分。分值由6分改为4分。
    “产出质量”由5.00分变为0.00～5.00分。下级指标得分不同。
    “职工大额医疗补助发放准确率”由5.00分变为0.00～5.00分。比率的计算方式原为：准确率由评价人直接填报。现为：准确率=合格数/检查数×100%。增加扣分项：漏发，扣1分。新体系不采用已填的准确率。
    “项目效益”由27.05分变为20.06～28.06分。下级指标得分不同。
    “社会效益指标”由22.16分变为15.01～23.01分。下级指标得分不同。
    新体系没有“政策知晓率”，原得7.15分。
    “宣传覆盖率”为新体系增设，分值8分，得0.00～8.00分。
    “满意度指标”由4.89分变为5.05分，增加0.16分。下级指标得分不同。
    “城镇职工大额医疗保险参保人员满意度”由4.89分变为5.05分，增加0.16分。分值由6分改为8分。评分标准原为：满意度达到95%得满分；低于95%的，每低1个百分点扣分值的5%，不足1个百分点的按比例计，扣完为止。现为：满意度达到95%得满分；低于95%的，每低1个百分点扣分值的10%，不足1个百分点的按比例计，扣完为止。
    ");
    assert_snapshot!(said(&old, &next_year(), Lang::En), @"
    For the same entries, “Fukang project expenditure evaluation, score sheet” (2024.1) gives 93.50 points (“Excellent”) and “Fukang project expenditure evaluation, score sheet” (2025.1) gives 79.68–92.68 points (grade still open).
    Before: Full score 100 points; grades: “Excellent” from 90 points, “Good” from 80 points, “Fair” from 60 points, “Poor” below 60 points. Now: Full score 100 points; grades: “Excellent” from 92 points, “Good” from 80 points, “Fair” from 60 points, “Poor” below 60 points.
    Before: There is no cap on the total. Now: The total is at most 100 points.
    Rows in both forms: 38 (0 of them moved); only in the new one: 1; only in the old one: 1.
    The new form has no row for these entries, which do not count: “Awareness of the policy” (7.15 points before).
    “Project output” goes from 32.70 points to 25.87–30.87 points. Its rows have other points.
    “Quantity” goes from 13.70 points to 11.87 points: it falls by 1.83 points. Its rows have other points.
    “Urban employees in the major medical scheme” goes from 5.48 points to 3.65 points: it falls by 1.83 points. Its weight changes from 6 points to 4 points.
    “Quality” goes from 5.00 points to 0.00–5.00 points. Its rows have other points.
    “Accuracy of subsidy payments” goes from 5.00 points to 0.00–5.00 points. The rate was: The accuracy rate is entered as it is. Now: Accuracy rate = items passed ÷ items inspected × 100%. Added: Deduction: Payment missed, 1 point off. The new form does not use what is entered as Accuracy rate.
    “Project benefit” goes from 27.05 points to 20.06–28.06 points. Its rows have other points.
    “Social benefit” goes from 22.16 points to 15.01–23.01 points. Its rows have other points.
    The new form has no “Awareness of the policy”, which had 7.15 points.
    “Reach of publicity” is new, worth 8 points, and has 0.00–8.00 points.
    “Satisfaction” goes from 4.89 points to 5.05 points: it rises by 0.16 points. Its rows have other points.
    “Satisfaction of the insured” goes from 4.89 points to 5.05 points: it rises by 0.16 points. Its weight changes from 6 points to 8 points. The rule was: Full marks once the satisfaction rate reaches 95%; every 1 percentage point below costs 5% of the weight, less than 1 percentage point in proportion, down to 0. Now: Full marks once the satisfaction rate reaches 95%; every 1 percentage point below costs 10% of the weight, less than 1 percentage point in proportion, down to 0.
    ");
}

#[test]
fn the_same_form_and_a_stranger() {
    let (old, other) = (presets::rubric("jinzhong").unwrap(), presets::rubric("taishan").unwrap());
    assert_snapshot!(said(&old, &old, Lang::Zh), @"
    同一填报数据，按《晋中市财政支出项目绩效自评表》（2020.1）得100.00分（“优”），按《晋中市财政支出项目绩效自评表》（2020.1）得100.00分（“优”），总分不变。
    两个体系共有的指标31项（其中移动0项），新体系增设0项，取消0项。
    ");
    let answer = comparison(&old, &other, &presets::example("jinzhong").unwrap());
    let forms = Forms { old: &old, new: &other, lang: Lang::Zh };
    assert_snapshot!(forms.whole(&answer)[..3].join("\n"), @"
    同一填报数据，按《晋中市财政支出项目绩效自评表》得100.00分（“优”），按《台山市财政支出项目绩效评价表》得10.00～100.00分（等级未定）。
    原规定：满分100分，评价等级：“优”90分及以上，“良”80分及以上，“中”60分及以上，“差”60分以下。现规定：满分100分，评价等级：“优”90分及以上，“良”80分及以上，“中”70分及以上，“低”60分及以上，“差”60分以下。
    新体系增加项目数据“年初预算数”。
    ");
    let whole = forms.whole(&answer);
    let homeless = whole.iter().find(|said| said.contains("没有下列指标")).unwrap();
    // Four of Jinzhong's 22 leaves by name.
    assert_eq!(homeless.matches('“').count(), 4);
    assert!(homeless.contains("、“") && homeless.ends_with("项。"), "{homeless}");
}

#[test]
fn every_reason_has_a_sentence() {
    let old = presets::rubric("taishan").unwrap();
    let mut new = old.clone();
    let compliance = find(&mut new.indicators, "implementation-compliance").unwrap();
    let scoring = compliance.scoring.as_mut().unwrap();
    scoring.modifiers = vec![toml(
        "kind = 'penalty'\nid = 'safety-accident'\nlabel = { zh = '安全事故', en = 'Accident' }\npoints = '10'\nscope = 'total'",
    )];
    let change = |path: &str, old: Option<&str>, new: Option<&str>| Change {
        path: path.to_owned(),
        old: old.map(str::to_owned),
        new: new.map(str::to_owned),
    };
    let label = |zh: &str, en: &str| Label { zh: zh.to_owned(), en: en.to_owned() };
    let ids = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect::<Vec<_>>();
    let item = || "safety-accident".to_owned();
    let kind = AdjustmentKind::Penalty { item: item(), from: "implementation-compliance".into() };
    let points = Span::exactly("-15".parse().unwrap());
    let reasons = [
        Reason::Moved { old: ids(&["management", "operations"]), new: ids(&[]) },
        Reason::Shape { leaf: true },
        Reason::Shape { leaf: false },
        Reason::Bonus { bonus: true },
        Reason::Bonus { bonus: false },
        Reason::Renamed {
            old: label("合规性", "Compliance"), new: label("合法性", "Lawfulness")
        },
        Reason::Unit { old: label("", ""), new: label("人", "persons") },
        Reason::ModifierRemoved { id: item() },
        Reason::ModifierChanged { id: item(), changes: Vec::new() },
        Reason::Prefill(vec![
            change("actual.fact", Some("executed"), Some("budget-annual")),
            change("target", None, Some("5")),
            change("asked", Some("6"), None),
            change("order", None, None),
        ]),
        Reason::FactMissing { id: "executed".to_owned() },
        Reason::ProblemAdded(Problem::new(Code::UnknownLevel).on("level").with("text", "full")),
        Reason::ProblemGone(Problem::new(Code::ReasonMissing).on("reason")),
        Reason::NotApplicable,
        Reason::Rounding,
        Reason::Acted { old: vec![Adjustment { kind, points }], new: Vec::new() },
    ];
    let said = |lang| {
        let forms = Forms { old: &old, new: &new, lang };
        let said = reasons.iter().map(|one| forms.reason("implementation-compliance", one));
        said.flatten().collect::<Vec<_>>().join("\n")
    };
    assert_snapshot!(said(Lang::Zh), @"
    由“业务管理”移到第一级。
    原为分组，现为评分指标。
    原为评分指标，现为分组。
    现为加分项。
    不再是加分项。
    名称由“合规性”改为“合法性”。
    计量单位由无改为“人”。
    取消另行扣分：较大及以上生产安全事故，从“业务管理”中扣17分。
    原有另行扣分：较大及以上生产安全事故，从“业务管理”中扣17分；现为另行扣分：安全事故，从总分中扣10分。
    预填内容有调整：实际完成值由“年终执行数”改为“全年预算数（调整后）”，增加目标值“5”，取消有效问卷数“6”，顺序不同。
    新体系需要项目数据“年终执行数”，尚未填报。
    按新体系：没有“full”这一档；请重新选择。
    原有问题不再存在：尚未填写评分理由；请说明评分依据。
    两个体系对不适用指标的处理不同。
    两个体系的得分修约方式不同。
    其他指标对此的扣分不同，原：较大及以上生产安全事故应扣17分，扣完为止，实扣15分；现：无。
    ");
    assert_snapshot!(said(Lang::En), @"
    It moves from “Operations” to the first level.
    It was a group and is now scored itself.
    It was scored itself and is now a group.
    It is now a bonus item.
    It is no longer a bonus item.
    Its name changes from “Compliance” to “Lawfulness”.
    Its unit changes from nothing to “persons”.
    Removed: Penalty: Relatively serious or worse work-safety accident, 17 points off “Operations”.
    It had Penalty: Relatively serious or worse work-safety accident, 17 points off “Operations”; now Penalty: Accident, 10 points off the total.
    Values filled in beforehand differ: Actual value “Full-year execution” → “Full-year budget (adjusted)”, Target “5” added, Valid answers “6” removed, another order.
    The new form needs “Full-year execution”, which is not entered.
    By the new form: There is no level “full”; choose again.
    No longer a problem: Reason is missing; say what the points are based on.
    The forms treat what does not apply differently.
    The forms round points differently.
    Other rows act on it differently. Before: Relatively serious or worse work-safety accident: 17 points due, 15 points left to take; now: nothing.
    ");
}

#[test]
fn names_that_do_not_differ_say_nothing_and_a_fact_is_told_once() {
    let (old, new) = (presets::rubric("fukang").unwrap(), presets::rubric("fukang-self").unwrap());
    let said = said(&old, &new, Lang::Zh);
    assert!(!said.contains("名称由“满意度指标”改为“满意度指标”"), "{said}");
    assert!(!said.contains("由“满意度指标”移到“满意度指标”"), "{said}");
    assert!(said.contains("新体系不要求填报下列项目数据：“年中增减”"), "{said}");
    assert!(!said.contains("新体系取消项目数据"), "{said}");
    // What only the groups above are called does not matter where the level differs.
    let forms = Forms { old: &old, new: &new, lang: Lang::Zh };
    let path = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect::<Vec<_>>();
    let moved = Reason::Moved { old: path(&["benefit", "output"]), new: path(&["output"]) };
    let due = "由二级指标“产出指标”移到一级指标“产出指标”。";
    assert_eq!(forms.reason("insured-all", &moved), Some(due.to_owned()));
}
