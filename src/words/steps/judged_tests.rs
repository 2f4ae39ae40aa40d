//! Snapshots of derivations without a rate: judgements, and what acts on top.

use insta::assert_snapshot;

use crate::words::testing::{CHECKLIST, RATIO, derivation, rubric};

#[test]
fn checklists_name_what_is_missed() {
    let rubric = rubric("5", CHECKLIST);
    assert_snapshot!(derivation(&rubric, "missed = ['law']\npartly = { files = '80' }"), @"
    共4项要素，“遵守法规”不符合（扣1.25分）、“资料及时归档”符合80%（扣0.25分），合计扣1.5分。
    5-1.5=3.5分。
    Of 4 items “laws kept” is not met (1.25 points off), “files archived in time” is met to 80% (0.25 points off); 1.5 points off in all.
    5 − 1.5 = 3.5 points.
    ");
    assert_snapshot!(derivation(&rubric, "missed = []"), @"
    共4项要素，全部符合，不扣分。
    分值5，不扣分，得5分。
    All 4 items are met: nothing is deducted.
    Weight 5, nothing deducted: 5 points.
    ");
}

#[test]
fn thirds_are_said_as_fractions_and_the_rest_is_subtracted() {
    // 2 − 2 × 1/3 = 1.333… → 1.33
    let thirds = r#"rule = { kind = "checklist", items = [
        { id = "a", label = { zh = "甲", en = "A" } }, { id = "b", label = { zh = "乙", en = "B" } },
        { id = "c", label = { zh = "丙", en = "C" } }] }"#;
    let said = derivation(&rubric("2", thirds), "missed = ['a']");
    assert!(!said.contains("0.66"), "{said}");
    assert_snapshot!(said, @"
    共3项要素，“甲”不符合（扣分值的1/3），合计扣分值的1/3。
    2-2×1/3=1.333333…分。
    1.333333…分四舍五入为1.33分。
    2-0.67=1.33分。
    Of 3 items “A” is not met (1/3 of the weight off); 1/3 of the weight off in all.
    2 − 2×1/3 = 1.333333… points.
    1.333333… points, rounded half up, is 1.33 points.
    2 − 0.67 = 1.33 points.
    ");
}

#[test]
fn what_is_worth_nothing_is_not_scored() {
    let judged = rubric("0", r#"rule = { kind = "judgement" }"#);
    assert_snapshot!(derivation(&judged, "points = '0'"), @"
    本表分值为0，不计分。
    It is worth 0 points in this form and not scored.
    ");
    assert_snapshot!(crate::words::testing::lines(&judged, "points = '0'"), @"
    本表分值为0，不计分
    Worth 0 points in this form, not scored
    ");
}

#[test]
fn levels_judgements_and_overrides() {
    let levels = r#"rule = { kind = "levels", levels = [
        { id = "full", label = { zh = "没有调整", en = "unchanged" }, points = "5" },
        { id = "late", label = { zh = "有调整但无手续", en = "changed without approval" }, points = { from = "0", to = "2" } }] }"#;
    let levels = rubric("5", levels);
    assert_snapshot!(derivation(&levels, "level = 'late'\npoints = '1'"), @"
    评定为“有调整但无手续”，该档为0～2分。
    评价人在该范围内评定1分。
    5-4=1分。
    Rated “changed without approval”, which earns 0–2 points.
    The assessor picked 1 point within that range.
    5 − 4 = 1 point.
    ");
    assert_snapshot!(derivation(&levels, "level = 'late'"), @"
    评定为“有调整但无手续”，该档为0～2分。
    目前可确定0分，最高可得2分（分值5分）。
    Rated “changed without approval”, which earns 0–2 points.
    0 points are certain so far, at most 2 points possible (weight 5 points).
    ");
    let judged = rubric("4", r#"rule = { kind = "judgement" }"#);
    assert_snapshot!(derivation(&judged, "points = '3.5'"), @"
    评价人在0至4分之间评定3.5分。
    4-0.5=3.5分。
    The assessor gave 3.5 points between 0 and 4 points.
    4 − 0.5 = 3.5 points.
    ");
    let ratio = rubric("12", &format!(r#"{RATIO}, rule = {{ kind = "proportional" }}"#));
    let entry = "actual = '2185'\ntarget = '2208'\noverride = { points = '11.00', reason = 'x' }";
    assert_snapshot!(derivation(&ratio, entry), @"
    完成率=实际完成值/目标值×100%=(2185/2208)×100%=98.958333…%。
    得分=分值×完成率=12×98.958333…%=11.875分。
    11.875分四舍五入为11.88分。
    按评分标准得11.88分，调整为11分。
    按评分标准得11.88分，扣0.88分（评价人调整），得11分。
    12-1=11分。
    Completion rate = actual value ÷ target × 100% = (2185/2208) × 100% = 98.958333…%.
    Points = weight × completion rate = 12 × 98.958333…% = 11.875 points.
    11.875 points, rounded half up, is 11.88 points.
    The rule gives 11.88 points, adjusted to 11 points.
    By the rule 11.88 points, less 0.88 points (Adjusted by the assessor): 11 points.
    12 − 1 = 11 points.
    ");
    assert_snapshot!(derivation(&ratio, "override = { points = '5', reason = 'x' }"), @"
    未按评分标准计分，直接评定为5分。
    12-7=5分。
    Set to 5 points in place of the rule.
    12 − 7 = 5 points.
    ");
}

#[test]
fn what_acts_on_top_adds_up() {
    let scoring = r#"rule = { kind = "judgement" }, modifiers = [
        { kind = "deduction", id = "false", label = { zh = "虚列支出", en = "false expenditure" }, points = { from = "5", to = "8" } },
        { kind = "per-occurrence", id = "open", label = { zh = "问题未整改", en = "problems not mended" }, points = "1" },
        { kind = "knockout", id = "suit", label = { zh = "上访、涉诉", en = "petitions or lawsuits" }, scope = "leaf" },
        { kind = "penalty", id = "accident", label = { zh = "安全事故", en = "accident" }, points = "17", scope = "output" }]"#;
    let rubric = rubric("8", scoring);
    let told = |deductions: &str| {
        derivation(&rubric, &format!("points = '7'\ndeductions = [{deductions}]"))
    };
    assert_snapshot!(told("{ item = 'false', points = '6' }, { item = 'open', count = '3' }"), @"
    评价人在0至8分之间评定7分。
    扣分项“虚列支出”，扣6分。
    “问题未整改”3项，每项扣1分，应扣3分，扣完为止，实扣1分。
    按评分标准得7分，扣6分（虚列支出），扣1分（问题未整改），得0分。
    8-8=0分。
    The assessor gave 7 points between 0 and 8 points.
    Deduction “false expenditure”: 6 points off.
    “problems not mended”: 3 at 1 point each, 3 points due, 1 point left to take.
    By the rule 7 points, less 6 points (false expenditure), less 1 point (problems not mended): 0 points.
    8 − 8 = 0 points.
    ");
    assert_snapshot!(told("{ item = 'suit' }, { item = 'accident' }"), @"
    评价人在0至8分之间评定7分。
    因“上访、涉诉”一票否决，本指标计0分。
    因“安全事故”，应从“项目产出”中扣17分，扣完为止，实扣0分。
    按评分标准得7分，扣7分（“上访、涉诉”一票否决），得0分。
    8-8=0分。
    The assessor gave 7 points between 0 and 8 points.
    Knock-out “petitions or lawsuits” sets this indicator to 0.
    Penalty “accident” takes 17 points off “Output”; 0 points were left to take.
    By the rule 7 points, less 7 points (Knock-out “petitions or lawsuits”): 0 points.
    8 − 8 = 0 points.
    ");
}

#[test]
fn nothing_entered_is_nothing_derived() {
    let ratio = rubric("12", &format!(r#"{RATIO}, rule = {{ kind = "proportional" }}"#));
    assert_eq!(derivation(&ratio, ""), "\n");
    assert_eq!(derivation(&ratio, "actual = 'abc'"), "\n");
    assert_snapshot!(derivation(&ratio, "notApplicable = true"), @"
    该指标不适用。
    The indicator does not apply.
    ");
}
