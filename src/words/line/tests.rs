//! Snapshots of lines, scored by the engine from rubrics of one leaf.

use insta::assert_snapshot;

use crate::words::testing::{RATIO, SURVEY, lines, named, rubric};

/// A leaf by rate, with this rule.
fn by_ratio(weight: &str, rule: &str) -> crate::engine::Rubric {
    rubric(weight, &format!("{RATIO}, rule = {rule}"))
}

const PROPORTIONAL: &str = r#"{ kind = "proportional" }"#;

#[test]
fn a_completion_rate_as_fukang_prints_it() {
    // 30437/33333 = 91.311…%; 6 × 30437/33333 = 5.4787… → 5.48; 6 − 5.48 = 0.52
    let rubric = by_ratio("6", PROPORTIONAL);
    assert_snapshot!(lines(&rubric, "actual = '30437'\ntarget = '33333'"), @"
    完成率=(30437/33333)×100%=91.31%，扣0.52分，得5.48分
    Completion rate = (30437/33333) × 100% = 91.31%, 0.52 points deducted, 5.48 points awarded
    ");
    assert_snapshot!(lines(&rubric, "actual = '33333'\ntarget = '33333'"), @"
    完成率=(33333/33333)×100%=100%，得6分
    Completion rate = (33333/33333) × 100% = 100%, 6 points awarded
    ");
    assert_snapshot!(lines(&rubric, "actual = '40000'\ntarget = '33333'"), @"
    完成率=(40000/33333)×100%=120%，按100%计，得6分
    Completion rate = (40000/33333) × 100% = 120%, counted as 100%, 6 points awarded
    ");
}

#[test]
fn a_rate_above_the_weight_where_the_cap_is_lifted() {
    let rubric = by_ratio("6", r#"{ kind = "proportional", uncapped = true }"#);
    assert_snapshot!(lines(&rubric, "actual = '125'\ntarget = '100'"), @"
    完成率=(125/100)×100%=125%，超出分值1.5分，得7.5分
    Completion rate = (125/100) × 100% = 125%, 1.5 points above the weight, 7.5 points awarded
    ");
}

#[test]
fn a_target_where_less_is_better_is_divided_by_the_actual_value() {
    let scoring =
        r#"measure = { kind = "ratio", direction = "at-most" }, rule = { kind = "proportional" }"#;
    let rubric = rubric("5", scoring);
    assert_snapshot!(lines(&rubric, "actual = '20'\ntarget = '18'"), @"
    完成率=(目标值18/实际值20)×100%=90%，扣0.5分，得4.5分
    Completion rate = (target 18/actual 20) × 100% = 90%, 0.5 points deducted, 4.5 points awarded
    ");
    assert_snapshot!(lines(&rubric, "actual = '0'\ntarget = '18'"), @"
    实际为0，完成率按100%计，得5分
    Actual is 0, completion rate counts as 100%, 5 points awarded
    ");
}

#[test]
fn satisfaction_as_fukang_prints_it() {
    // (92 + 8.8 + 9 + 1.6)/122 = 111.4/122 = 91.311…%; 95 − 91.311… = 3.688…;
    // 6 × 5 % × 3.688… = 1.1065…; 6 − 1.1065… = 4.8934… → 4.89
    let rule = r#"rule = { kind = "shortfall", target = "95", lose = "5" }"#;
    let rubric = rubric("6", &format!("{SURVEY}, {rule}"));
    assert_snapshot!(lines(&rubric, "counts = ['92', '11', '15', '4', '0']"), @"
    满意度=(92×100%+11×80%+15×60%+4×40%)/122×100%=91.31%，比95%低3.69个百分点，扣1.11分，得4.89分
    Satisfaction rate = (92×100%+11×80%+15×60%+4×40%)/122 × 100% = 91.31%, 3.69 percentage points below 95%, 1.11 points deducted, 4.89 points awarded
    ");
    assert_snapshot!(lines(&rubric, "counts = ['122', '', '', '', '']"), @"
    满意度=(122×100%)/122×100%=100%，达到95%，得6分
    Satisfaction rate = (122×100%)/122 × 100% = 100%, 95% reached, 6 points awarded
    ");
    assert_snapshot!(lines(&rubric, "counts = ['19', '0', '0', '0', '1']"), @"
    满意度=(19×100%+1×0%)/20×100%=95%，得6分
    Satisfaction rate = (19×100%+1×0%)/20 × 100% = 95%, 6 points awarded
    ");
}

#[test]
fn only_whole_steps_of_a_shortfall_count_where_the_rubric_says_so() {
    let up = by_ratio("10", r#"{ kind = "shortfall", target = "95", lose = "5", partial = "up" }"#);
    assert_snapshot!(lines(&up, "actual = '925'\ntarget = '1000'"), @"
    完成率=(925/1000)×100%=92.5%，比95%低2.5个百分点，按3个百分点计，扣1.5分，得8.5分
    Completion rate = (925/1000) × 100% = 92.5%, 2.5 percentage points below 95%, counted as 3 percentage points, 1.5 points deducted, 8.5 points awarded
    ");
    let down = by_ratio(
        "5",
        r#"{ kind = "steps", full = "95", per = "10", lose = "1", partial = "down" }"#,
    );
    assert_snapshot!(lines(&down, "actual = '83'\ntarget = '100'"), @"
    完成率=(83/100)×100%=83%，比95%低12个百分点，按10个百分点计，扣1分，得4分
    Completion rate = (83/100) × 100% = 83%, 12 percentage points below 95%, counted as 10 percentage points, 1 point deducted, 4 points awarded
    ");
    assert_snapshot!(lines(&down, "actual = '90'\ntarget = '100'"), @"
    完成率=(90/100)×100%=90%，比95%低5个百分点，按0个百分点计，得5分
    Completion rate = (90/100) × 100% = 90%, 5 percentage points below 95%, counted as 0 percentage points, 5 points awarded
    ");
    assert_snapshot!(lines(&down, "actual = '97'\ntarget = '100'"), @"
    完成率=(97/100)×100%=97%，达到95%，得5分
    Completion rate = (97/100) × 100% = 97%, 95% reached, 5 points awarded
    ");
}

#[test]
fn a_share_of_yes_goes_by_the_name_of_the_indicator_if_that_is_a_rate() {
    let scoring = r#"measure = { kind = "share" }, rule = { kind = "share-of-points" }"#;
    // 112/122 × 8 = 7.344… → 7.34
    assert_snapshot!(lines(&rubric("8", scoring), "yes = '112'\nasked = '122'"), @"
    选择“是”的比例=(112/122)×100%=91.8%，扣0.66分，得7.34分
    Share of “yes” = (112/122) × 100% = 91.8%, 0.66 points deducted, 7.34 points awarded
    ");
    let aware = named("政策知晓率", "Policy awareness rate", "8", scoring);
    let long = named("职工大额医疗补助发放准确率", "Accuracy of payments", "8", scoring);
    assert_snapshot!(lines(&long, "yes = '122'\nasked = '122'"), @"
    准确率=(122/122)×100%=100%，得8分
    Share of “yes” = (122/122) × 100% = 100%, 8 points awarded
    ");
    assert_snapshot!(lines(&aware, "yes = '95'\nasked = '122'"), @"
    政策知晓率=(95/122)×100%=77.87%，扣1.77分，得6.23分
    Policy awareness rate = (95/122) × 100% = 77.87%, 1.77 points deducted, 6.23 points awarded
    ");
}

#[test]
fn bands_of_a_rate_name_the_bound_that_is_reached() {
    let rule = r#"rule = { kind = "threshold", bands = [
        { from = "90", points = "5" }, { from = "80", points = "4" }, { from = "50", points = "1" }] }"#;
    let rubric = rubric("5", &format!("{SURVEY}, {rule}"));
    assert_snapshot!(lines(&rubric, "counts = ['17', '0', '0', '0', '3']"), @"
    满意度=(17×100%+3×0%)/20×100%=85%，达到80%档，扣1分，得4分
    Satisfaction rate = (17×100%+3×0%)/20 × 100% = 85%, in the band from 80%, 1 point deducted, 4 points awarded
    ");
    assert_snapshot!(lines(&rubric, "counts = ['1', '0', '0', '0', '9']"), @"
    满意度=(1×100%+9×0%)/10×100%=10%，低于50%，扣5分，得0分
    Satisfaction rate = (1×100%+9×0%)/10 × 100% = 10%, below 50%, 5 points deducted, 0 points awarded
    ");
}

#[test]
fn budget_execution_and_arrival_have_their_own_names() {
    let execution = r#"measure = { kind = "budget", divisor = "received" }, rule = { kind = "shortfall", target = "100", lose = "5" }"#;
    let entry = "actual = '182.62'\ntarget = '182.62'";
    assert_snapshot!(lines(&rubric("3", execution), entry), @"
    预算执行率=(182.62/182.62)×100%=100%，得3分
    Budget execution rate = (182.62/182.62) × 100% = 100%, 3 points awarded
    ");
    let arrival =
        r#"measure = { kind = "budget", divisor = "arrival" }, rule = { kind = "proportional" }"#;
    assert_snapshot!(lines(&rubric("3", arrival), "actual = '90'\ntarget = '100'"), @"
    资金到位率=(90/100)×100%=90%，扣0.3分，得2.7分
    Funding arrival rate = (90/100) × 100% = 90%, 0.3 points deducted, 2.7 points awarded
    ");
    let own = named("预算支出完成率", "Budget outlay rate", "3", execution);
    assert_snapshot!(lines(&own, entry), @"
    预算支出完成率=(182.62/182.62)×100%=100%，得3分
    Budget outlay rate = (182.62/182.62) × 100% = 100%, 3 points awarded
    ");
}

#[test]
fn a_cost_within_plan_is_full_and_one_above_goes_by_the_other_rule() {
    let plain = r#"measure = { kind = "cost" }, rule = { kind = "not-over" }"#;
    let kept = "planned = '258.90'\nactual = '258.90'";
    let broken = "planned = '100'\nactual = '125'";
    assert_snapshot!(lines(&rubric("6", plain), kept), @"
    成本节约率=(258.90-258.90)/258.90×100%=0%，未超计划，得6分
    Cost saving rate = (258.90 - 258.90)/258.90 × 100% = 0%, within plan, 6 points awarded
    ");
    assert_snapshot!(lines(&rubric("6", plain), broken), @"
    成本节约率=(100-125)/100×100%=-25%，超出计划，扣6分，得0分
    Cost saving rate = (100 - 125)/100 × 100% = -25%, over plan, 6 points deducted, 0 points awarded
    ");
    let other = r#"measure = { kind = "cost" }, rule = { kind = "not-over", otherwise = { kind = "proportional" } }"#;
    assert_snapshot!(lines(&rubric("6", other), broken), @"
    成本节约率=(100-125)/100×100%=-25%，计划成本与实际成本之比=(计划100/实际125)×100%=80%，超出计划，扣1.2分，得4.8分
    Cost saving rate = (100 - 125)/100 × 100% = -25%, ratio of planned to actual cost = (planned 100/actual 125) × 100% = 80%, over plan, 1.2 points deducted, 4.8 points awarded
    ");
}

#[test]
fn dates_say_by_how_many_days_it_is_late() {
    let scoring =
        r#"measure = { kind = "timeliness", by = "dates" }, rule = { kind = "proportional" }"#;
    let rubric = rubric("5", scoring);
    let entry = "start = '2024-01-01'\nplanned = '2024-12-25'\nactual = '2024-12-28'";
    assert_snapshot!(lines(&rubric, entry), @"
    计划2024年12月25日完成，实际2024年12月28日完成，逾期3天，完成及时率=99.17%，扣0.04分，得4.96分
    Due 2024-12-25, completed 2024-12-28, 3 days late, timeliness rate = 99.17%, 0.04 points deducted, 4.96 points awarded
    ");
    assert_snapshot!(lines(&rubric, "planned = '2024-12-25'\nactual = '2024-12-20'"), @"
    计划2024年12月25日完成，实际2024年12月20日完成，未逾期，得5分
    Due 2024-12-25, completed 2024-12-20, on time, 5 points awarded
    ");
    assert_snapshot!(lines(&rubric, "planned = '2024-12-25'\nactual = '2024-12-26'"), @"
    计划2024年12月25日完成，实际2024年12月26日完成，逾期1天，未填开始日期，完成及时率按0%计，扣5分，得0分
    Due 2024-12-25, completed 2024-12-26, 1 day late, no start date given, so the timeliness rate counts as 0%, 5 points deducted, 0 points awarded
    ");
}

#[test]
fn a_duration_a_quality_and_an_entered_rate() {
    let duration =
        r#"measure = { kind = "timeliness", by = "duration" }, rule = { kind = "proportional" }"#;
    assert_snapshot!(lines(&rubric("5", duration), "planned = '10'\nactual = '12'"), @"
    完成及时率=(计划10/实际12)×100%=83.33%，扣0.83分，得4.17分
    Timeliness rate = (planned 10/actual 12) × 100% = 83.33%, 0.83 points deducted, 4.17 points awarded
    ");
    let quality = r#"measure = { kind = "quality" }, rule = { kind = "proportional" }"#;
    assert_snapshot!(lines(&rubric("5", quality), "yes = '98'\nasked = '100'"), @"
    质量达标率=(98/100)×100%=98%，扣0.1分，得4.9分
    Quality pass rate = (98/100) × 100% = 98%, 0.1 points deducted, 4.9 points awarded
    ");
    let entered = r#"measure = { kind = "rate" }, rule = { kind = "excess", limit = "10", per = "1", lose = "0.5" }"#;
    assert_snapshot!(lines(&rubric("5", entered), "rate = '12.5'"), @"
    比率=12.5%，比10%高2.5个百分点，扣1.25分，得3.75分
    Rate = 12.5%, 2.5 percentage points above 10%, 1.25 points deducted, 3.75 points awarded
    ");
    assert_snapshot!(lines(&rubric("5", entered), "rate = '8'"), @"
    比率=8%，未超过10%，得5分
    Rate = 8%, not above 10%, 5 points awarded
    ");
}

#[test]
fn a_curve_says_which_share_it_gives() {
    let rule = r#"{ kind = "curve", knots = [
        { rate = "60", share = "0" }, { rate = "100", share = "100" }, { rate = "200", share = "0" }] }"#;
    // (91.311… − 60)/40 = 78.278…%; × 10 = 7.8278… → 7.83
    assert_snapshot!(lines(&by_ratio("10", rule), "actual = '30437'\ntarget = '33333'"), @"
    完成率=(30437/33333)×100%=91.31%，按线性插值折算为78.28%，扣2.17分，得7.83分
    Completion rate = (30437/33333) × 100% = 91.31%, 78.28% of the weight by interpolation, 2.17 points deducted, 7.83 points awarded
    ");
}
