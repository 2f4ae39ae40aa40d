//! Snapshots of lines without a rate: judgements, and what acts on top.

use insta::assert_snapshot;

use crate::words::testing::{CHECKLIST, lines, named, rubric};

const PROPORTIONAL: &str = r#"
    measure = { kind = "ratio", direction = "at-least" }, rule = { kind = "proportional" }"#;

#[test]
fn checklists_say_how_many_items_are_missed() {
    let rubric = rubric("5", CHECKLIST);
    assert_snapshot!(lines(&rubric, "missed = ['files']"), @"
    4项中1项不符合，扣1.25分，得3.75分
    1 of 4 items not met, 1.25 points deducted, 3.75 points awarded
    ");
    assert_snapshot!(lines(&rubric, "missed = []"), @"
    4项全部符合，得5分
    All 4 items met, 5 points awarded
    ");
    assert_snapshot!(lines(&rubric, "missed = []\npartly = { files = '80' }"), @"
    4项中1项部分符合，扣0.25分，得4.75分
    1 of 4 items met in part, 0.25 points deducted, 4.75 points awarded
    ");
    assert_snapshot!(lines(&rubric, "missed = ['law']\npartly = { files = '80' }"), @"
    4项中1项不符合、1项部分符合，扣1.5分，得3.5分
    Of 4 items 1 not met and 1 met in part, 1.5 points deducted, 3.5 points awarded
    ");
}

const LEVELS: &str = r#"rule = { kind = "levels", levels = [
    { id = "clear", label = { zh = "目标明确", en = "clear goals" }, points = "5" },
    { id = "basic", label = { zh = "基本明确", en = "basically clear" }, points = "3" },
    { id = "late", label = { zh = "有调整但无手续", en = "changed without approval" }, points = { from = "0", to = "2" } }] }"#;

#[test]
fn levels_are_named_and_a_range_stays_open_until_points_are_picked() {
    let rubric = rubric("5", LEVELS);
    assert_snapshot!(lines(&rubric, "level = 'basic'"), @"
    评定为“基本明确”，扣2分，得3分
    Rated “basically clear”, 2 points deducted, 3 points awarded
    ");
    assert_snapshot!(lines(&rubric, "level = 'late'"), @"
    评定为“有调整但无手续”（0～2分），得分在0至2分之间
    Rated “changed without approval” (0–2 points), between 0 and 2 points
    ");
    assert_snapshot!(lines(&rubric, "level = 'late'\npoints = '1'"), @"
    评定为“有调整但无手续”（0～2分），扣4分，得1分
    Rated “changed without approval” (0–2 points), 4 points deducted, 1 point awarded
    ");
}

#[test]
fn quality_bands_are_ranges_of_the_weight() {
    let scoring = r#"rule = { kind = "bands", bands = [
        { id = "met", label = { zh = "达成", en = "met" }, share = { from = "80", to = "100" } },
        { id = "part", label = { zh = "部分达成", en = "met in part" }, share = { from = "60", to = "80" } },
        { id = "not", label = { zh = "未达成", en = "not met" }, share = { from = "0", to = "60" } }] }"#;
    let rubric = rubric("5", scoring);
    assert_snapshot!(lines(&rubric, "level = 'part'"), @"
    评定为“部分达成”（3～3.99分），得分在3至3.99分之间
    Rated “met in part” (3–3.99 points), between 3 and 3.99 points
    ");
    assert_snapshot!(lines(&rubric, "level = 'part'\npoints = '3.5'"), @"
    评定为“部分达成”（3～3.99分），扣1.5分，得3.5分
    Rated “met in part” (3–3.99 points), 1.5 points deducted, 3.5 points awarded
    ");
}

#[test]
fn a_judgement_and_an_override() {
    let judged = rubric("4", r#"rule = { kind = "judgement" }"#);
    assert_snapshot!(lines(&judged, "points = '3.5'"), @"
    评价人赋分，扣0.5分，得3.5分
    Judged by the assessor, 0.5 points deducted, 3.5 points awarded
    ");
    // 2185/2208 × 12 = 11.875 → 11.88
    let ratio = named("实际完成率", "Actual completion rate", "12", PROPORTIONAL);
    let entry = "actual = '2185'\ntarget = '2208'\noverride = { points = '11.00', reason = 'x' }";
    assert_snapshot!(lines(&ratio, entry), @"
    实际完成率=(2185/2208)×100%=98.96%，按评分标准得11.88分，调整为11分，扣1分
    Actual completion rate = (2185/2208) × 100% = 98.96%, 11.88 points by the rule, adjusted to 11 points, 1 point deducted
    ");
    assert_snapshot!(lines(&ratio, "override = { points = '5', reason = 'x' }"), @"
    未按评分标准计分，直接评定为5分，扣7分
    Set to 5 points instead of by the rule, 7 points deducted
    ");
}

const TAISHAN: &str = r#"rule = { kind = "levels", levels = [
    { id = "good", label = { zh = "完全合规", en = "fully compliant" }, points = "8" },
    { id = "basic", label = { zh = "基本合规", en = "basically compliant" }, points = "5" }] },
    modifiers = [
    { kind = "deduction", id = "false", label = { zh = "虚列支出", en = "false expenditure" }, points = { from = "5", to = "8" } },
    { kind = "deduction", id = "basis", label = { zh = "支出依据不合规", en = "improper basis" }, points = "2" },
    { kind = "per-occurrence", id = "open", label = { zh = "问题未整改", en = "problems not mended" }, points = "1" },
    { kind = "knockout", id = "suit", label = { zh = "上访、涉诉", en = "petitions or lawsuits" }, scope = "leaf" },
    { kind = "knockout", id = "fraud", label = { zh = "骗取资金", en = "fraud" }, scope = "output" },
    { kind = "penalty", id = "accident", label = { zh = "安全事故", en = "accident" }, points = "17", scope = "total" }]"#;

#[test]
fn what_acts_on_top_is_named_with_its_points() {
    let rubric = rubric("8", TAISHAN);
    let told =
        |deductions: &str| lines(&rubric, &format!("level = 'good'\ndeductions = [{deductions}]"));
    assert_snapshot!(told("{ item = 'false', points = '6' }"), @"
    评定为“完全合规”，“虚列支出”扣6分，得2分
    Rated “fully compliant”, 6 points off for “false expenditure”, 2 points awarded
    ");
    assert_snapshot!(told("{ item = 'false' }"), @"
    评定为“完全合规”，“虚列支出”扣5～8分，得分在0至3分之间
    Rated “fully compliant”, 5–8 points off for “false expenditure”, between 0 and 3 points
    ");
    assert_snapshot!(told("{ item = 'false', points = '7' }, { item = 'basis' }"), @"
    评定为“完全合规”，“虚列支出”扣7分，“支出依据不合规”应扣2分，扣完为止，实扣1分，共扣8分，得0分
    Rated “fully compliant”, 7 points off for “false expenditure”, 2 points due for “improper basis”, 1 point left to take, 8 points deducted in all, 0 points awarded
    ");
    assert_snapshot!(told("{ item = 'open', count = '3' }"), @"
    评定为“完全合规”，“问题未整改”3项，每项扣1分，扣3分，得5分
    Rated “fully compliant”, “problems not mended”: 3 at 1 point each, 3 points deducted, 5 points awarded
    ");
    assert_snapshot!(told("{ item = 'suit' }"), @"
    评定为“完全合规”，因“上访、涉诉”一票否决，扣8分，得0分
    Rated “fully compliant”, knocked out by “petitions or lawsuits”, 8 points deducted, 0 points awarded
    ");
    assert_snapshot!(told("{ item = 'fraud' }"), @"
    评定为“完全合规”，得8分；因“骗取资金”一票否决，“项目产出”计0分
    Rated “fully compliant”, 8 points awarded; “fraud” knocks out “Output”
    ");
    assert_snapshot!(told("{ item = 'accident' }"), @"
    评定为“完全合规”，得8分；因“安全事故”，总分应扣17分，扣完为止，实扣8分
    Rated “fully compliant”, 8 points awarded; 17 points due from the total for “accident”, 8 points left to take
    ");
    let basic = "level = 'basic'\ndeductions = [{ item = 'basis' }, { item = 'suit' }]";
    assert_snapshot!(lines(&rubric, basic), @"
    评定为“基本合规”，扣3分，“支出依据不合规”扣2分，因“上访、涉诉”一票否决，共扣8分，得0分
    Rated “basically compliant”, 3 points deducted, 2 points off for “improper basis”, knocked out by “petitions or lawsuits”, 8 points deducted in all, 0 points awarded
    ");
}

#[test]
fn taishan_loses_its_line_and_more_below_20_percent() {
    // 95 − 16.82 = 78.18, 7 whole steps of 10: 7 points due, 5 there are.
    let scoring = r#"measure = { kind = "budget", divisor = "adjusted" },
        rule = { kind = "steps", full = "95", per = "10", lose = "1", partial = "down" }, modifiers = [
        { kind = "penalty", id = "low", label = { zh = "完成率低于20%", en = "rate below 20%" }, points = "15", scope = "output", rateBelow = "20" }]"#;
    let outlay = named("预算支出完成率", "Budget outlay rate", "5", scoring);
    assert_snapshot!(lines(&outlay, "actual = '16.82'\ntarget = '100'"), @"
    预算支出完成率=(16.82/100)×100%=16.82%，比95%低78.18个百分点，按70个百分点计，应扣7分，扣完为止，扣5分，得0分；因“完成率低于20%”，“项目产出”应扣15分，扣完为止，实扣0分
    Budget outlay rate = (16.82/100) × 100% = 16.82%, 78.18 percentage points below 95%, counted as 70 percentage points, 7 points due, more than there are, 5 points deducted, 0 points awarded; 15 points due from “Output” for “rate below 20%”, 0 points left to take
    ");
}

#[test]
fn each_rate_goes_by_its_own_name() {
    let funds = named(
        "到位及时率",
        "Timely arrival rate",
        "3",
        &format!(r#"{PROPORTIONAL}, unit = {{ zh = "万元" }}"#),
    );
    assert_snapshot!(lines(&funds, "actual = '140'\ntarget = '140'"), @"
    到位及时率=(140/140)×100%=100%，得3分
    Timely arrival rate = (140/140) × 100% = 100%, 3 points awarded
    ");
    // 85 % against 90 % is how far the target is met, not the rate of the name.
    let aware = named(
        "政策知晓率",
        "Policy awareness rate",
        "3",
        &format!(r#"{PROPORTIONAL}, unit = {{ zh = "%" }}"#),
    );
    assert_snapshot!(lines(&aware, "actual = '90'\ntarget = '90'"), @"
    完成率=(90/90)×100%=100%，得3分
    Completion rate = (90/90) × 100% = 100%, 3 points awarded
    ");
    let given = r#"measure = { kind = "rate" }, rule = { kind = "proportional" }, rateName = { zh = "质量达标率", en = "quality pass rate" }"#;
    assert_snapshot!(lines(&named("质量达标数", "Number up to standard", "10", given), "rate = '90'"), @"
    质量达标率=90%，扣1分，得9分
    Quality pass rate = 90%, 1 point deducted, 9 points awarded
    ");
}

#[test]
fn nothing_entered_is_nothing_said() {
    assert_eq!(lines(&rubric("8", TAISHAN), ""), "\n");
    let ratio = rubric("6", PROPORTIONAL);
    assert_snapshot!(lines(&ratio, "actual = '30437'"), @"
    尚未填完
    Entry not complete
    ");
    assert_snapshot!(lines(&ratio, "actual = 'abc'"), @"
    填报有误，暂未计分
    Entry has errors, not scored yet
    ");
    assert_snapshot!(lines(&ratio, "notApplicable = true"), @"
    不适用，分值折算到其他指标
    Not applicable, its weight is spread over the rest
    ");
}
