//! Snapshots of derivations, scored by the engine from rubrics of one leaf.

use insta::assert_snapshot;

use crate::words::testing::{RATIO, SURVEY, derivation, named, rubric};

#[test]
fn a_proportional_score_shows_formula_figures_and_rounding() {
    // 30437/33333 = 0.913118…; × 6 = 5.478714…
    let rubric = rubric("6", &format!(r#"{RATIO}, rule = {{ kind = "proportional" }}"#));
    assert_snapshot!(derivation(&rubric, "actual = '30437'\ntarget = '33333'"), @"
    完成率=实际完成值/目标值×100%=(30437/33333)×100%=91.311913…%。
    得分=分值×完成率=6×91.311913…%=5.478714…分。
    5.478714…分四舍五入为5.48分。
    6-0.52=5.48分。
    Completion rate = actual value ÷ target × 100% = (30437/33333) × 100% = 91.311913…%.
    Points = weight × completion rate = 6 × 91.311913…% = 5.478714… points.
    5.478714… points, rounded half up, is 5.48 points.
    6 − 0.52 = 5.48 points.
    ");
    assert_snapshot!(derivation(&rubric, "actual = '40000'\ntarget = '33333'"), @"
    完成率=实际完成值/目标值×100%=(40000/33333)×100%=120.001200…%。
    完成率超过100%，按100%计，得6分。
    分值6，不扣分，得6分。
    Completion rate = actual value ÷ target × 100% = (40000/33333) × 100% = 120.001200…%.
    The completion rate is above 100% and counts as 100%: 6 points.
    Weight 6, nothing deducted: 6 points.
    ");
}

#[test]
fn other_directions_say_why_the_quotient_is_turned_round() {
    let less =
        r#"measure = { kind = "ratio", direction = "at-most" }, rule = { kind = "proportional" }"#;
    assert_snapshot!(derivation(&rubric("5", less), "actual = '20'\ntarget = '18'"), @"
    目标值为上限，按目标值与实际值之比计算。
    完成率=目标值/实际完成值×100%=(18/20)×100%=90%。
    得分=分值×完成率=5×90%=4.5分。
    5-0.5=4.5分。
    The target is an upper limit, so it is divided by the actual value.
    Completion rate = target ÷ actual value × 100% = (18/20) × 100% = 90%.
    Points = weight × completion rate = 5 × 90% = 4.5 points.
    5 − 0.5 = 4.5 points.
    ");
    assert_snapshot!(derivation(&rubric("5", less), "actual = '0'\ntarget = '18'"), @"
    目标值为上限，按目标值与实际值之比计算。
    实际为0，未超过目标，完成率按100%计。
    得分=分值×完成率=5×100%=5分。
    分值5，不扣分，得5分。
    The target is an upper limit, so it is divided by the actual value.
    The actual value is 0, so the completion rate counts as 100%.
    Points = weight × completion rate = 5 × 100% = 5 points.
    Weight 5, nothing deducted: 5 points.
    ");
    let exact =
        r#"measure = { kind = "ratio", direction = "equal" }, rule = { kind = "proportional" }"#;
    assert_snapshot!(derivation(&rubric("5", exact), "actual = '12.5'\ntarget = '10'"), @"
    实际值高于目标值，与低于目标值同样计算，按目标值与实际值之比计算。
    完成率=目标值/实际完成值×100%=(10/12.5)×100%=80%。
    得分=分值×完成率=5×80%=4分。
    5-1=4分。
    The actual value is above an exact target, so the target is divided by it.
    Completion rate = target ÷ actual value × 100% = (10/12.5) × 100% = 80%.
    Points = weight × completion rate = 5 × 80% = 4 points.
    5 − 1 = 4 points.
    ");
}

#[test]
fn a_shortfall_shows_how_the_deduction_arose() {
    let rule = r#"rule = { kind = "shortfall", target = "95", lose = "5" }"#;
    let satisfaction = rubric("6", &format!("{SURVEY}, {rule}"));
    assert_snapshot!(derivation(&satisfaction, "counts = ['92', '11', '15', '4', '0']"), @"
    满意度=各选项人数与系数乘积之和/有效问卷数×100%=(92×100%+11×80%+15×60%+4×40%)/122×100%=91.311475…%。
    满意度比95%低3.688524…个百分点，每低1个百分点扣分值的5%，应扣6×5%×3.688524…=1.106557…分。
    6-1.106557…=4.893442…分。
    4.893442…分四舍五入为4.89分。
    6-1.11=4.89分。
    Satisfaction rate = sum of answers × coefficient ÷ valid answers × 100% = (92×100%+11×80%+15×60%+4×40%)/122 × 100% = 91.311475…%.
    The satisfaction rate is 3.688524… percentage points below 95%; every 1 percentage point below costs 5% of the weight: 6×5%×3.688524… = 1.106557… points off.
    6 − 1.106557… = 4.893442… points.
    4.893442… points, rounded half up, is 4.89 points.
    6 − 1.11 = 4.89 points.
    ");
    assert_snapshot!(derivation(&satisfaction, "counts = ['1', '0', '0', '0', '1']"), @"
    满意度=各选项人数与系数乘积之和/有效问卷数×100%=(1×100%+1×0%)/2×100%=50%。
    满意度比95%低45个百分点，每低1个百分点扣分值的5%，应扣6×5%×45=13.5分。
    应扣分超过分值，扣完为止。
    6-6=0分。
    Satisfaction rate = sum of answers × coefficient ÷ valid answers × 100% = (1×100%+1×0%)/2 × 100% = 50%.
    The satisfaction rate is 45 percentage points below 95%; every 1 percentage point below costs 5% of the weight: 6×5%×45 = 13.5 points off.
    More than the weight would be lost; points end at 0.
    6 − 6 = 0 points.
    ");
    assert_snapshot!(derivation(&satisfaction, "counts = ['10', '0', '0', '0', '0']"), @"
    满意度=各选项人数与系数乘积之和/有效问卷数×100%=(10×100%)/10×100%=100%。
    满意度达到95%，不扣分。
    分值6，不扣分，得6分。
    Satisfaction rate = sum of answers × coefficient ÷ valid answers × 100% = (10×100%)/10 × 100% = 100%.
    The satisfaction rate reaches 95%: nothing is deducted.
    Weight 6, nothing deducted: 6 points.
    ");
    let up = r#"rule = { kind = "shortfall", target = "95", lose = "5", partial = "up" }"#;
    let up = rubric("10", &format!("{RATIO}, {up}"));
    assert_snapshot!(derivation(&up, "actual = '925'\ntarget = '1000'"), @"
    完成率=实际完成值/目标值×100%=(925/1000)×100%=92.5%。
    完成率比95%低2.5个百分点，每低1个百分点扣分值的5%（不足1个百分点的按1个百分点计，计3次），应扣10×5%×3=1.5分。
    10-1.5=8.5分。
    Completion rate = actual value ÷ target × 100% = (925/1000) × 100% = 92.5%.
    The completion rate is 2.5 percentage points below 95%; every 1 percentage point below costs 5% of the weight (less than 1 percentage point counts as 1 percentage point; 3 counted): 10×5%×3 = 1.5 points off.
    10 − 1.5 = 8.5 points.
    ");
}

#[test]
fn steps_and_excess_count_what_is_off_the_bound() {
    let steps =
        r#"rule = { kind = "steps", full = "95", per = "10", lose = "1", partial = "down" }"#;
    let outlay = r#"measure = { kind = "budget", divisor = "adjusted" }"#;
    let outlay = named("预算支出完成率", "Budget outlay rate", "5", &format!("{outlay}, {steps}"));
    assert_snapshot!(derivation(&outlay, "actual = '83'\ntarget = '100'"), @"
    预算支出完成率=执行数/调整后预算数×100%=(83/100)×100%=83%。
    预算支出完成率比95%低12个百分点，每低10个百分点扣1分（不足10个百分点的不计，计1次），应扣1×1=1分。
    5-1=4分。
    Budget outlay rate = executed amount ÷ adjusted budget × 100% = (83/100) × 100% = 83%.
    The budget outlay rate is 12 percentage points below 95%; every 10 percentage points below costs 1 point (less than 10 percentage points does not count; 1 counted): 1×1 = 1 point off.
    5 − 1 = 4 points.
    ");
    let excess = r#"measure = { kind = "rate" }, rule = { kind = "excess", limit = "10", per = "1", lose = "0.5" }"#;
    assert_snapshot!(derivation(&rubric("5", excess), "rate = '12.5'"), @"
    比率按填报的12.5%计。
    比率比10%高2.5个百分点，每高1个百分点扣0.5分，应扣0.5×2.5=1.25分。
    5-1.25=3.75分。
    The rate is 12.5% as entered.
    The rate is 2.5 percentage points above 10%; every 1 percentage point above costs 0.5 points: 0.5×2.5 = 1.25 points off.
    5 − 1.25 = 3.75 points.
    ");
    assert_snapshot!(derivation(&rubric("5", excess), "rate = '7'"), @"
    比率按填报的7%计。
    比率未超过10%，不扣分。
    分值5，不扣分，得5分。
    The rate is 7% as entered.
    The rate is not above 10%: nothing is deducted.
    Weight 5, nothing deducted: 5 points.
    ");
}

#[test]
fn bands_and_curves_name_their_bounds() {
    let bands = r#"measure = { kind = "share" }, rule = { kind = "threshold", bands = [
        { from = "90", points = "5" }, { from = "80", points = "4" }, { from = "50", points = "1" }] }"#;
    assert_snapshot!(derivation(&rubric("5", bands), "yes = '85'\nasked = '100'"), @"
    选择“是”的比例=选择“是”的份数/有效问卷数×100%=(85/100)×100%=85%。
    选择“是”的比例达到80%，按该档得4分。
    5-1=4分。
    Share of “yes” = answers of “yes” ÷ valid answers × 100% = (85/100) × 100% = 85%.
    The share of “yes” is in the band from 80%, which earns 4 points.
    5 − 1 = 4 points.
    ");
    assert_snapshot!(derivation(&rubric("5", bands), "yes = '5'\nasked = '100'"), @"
    选择“是”的比例=选择“是”的份数/有效问卷数×100%=(5/100)×100%=5%。
    选择“是”的比例低于50%，得0分。
    5-5=0分。
    Share of “yes” = answers of “yes” ÷ valid answers × 100% = (5/100) × 100% = 5%.
    The share of “yes” is below 50%, which earns 0 points.
    5 − 5 = 0 points.
    ");
    let curve = r#"rule = { kind = "curve", knots = [
        { rate = "60", share = "0" }, { rate = "100", share = "100" }, { rate = "200", share = "0" }] }"#;
    let curve = rubric("10", &format!("{RATIO}, {curve}"));
    assert_snapshot!(derivation(&curve, "actual = '30437'\ntarget = '33333'"), @"
    完成率=实际完成值/目标值×100%=(30437/33333)×100%=91.311913…%。
    完成率在60%（得分比例0%）与100%（得分比例100%）之间，线性插值得78.279782…%，得分=10×78.279782…%=7.827978…分。
    7.827978…分四舍五入为7.83分。
    10-2.17=7.83分。
    Completion rate = actual value ÷ target × 100% = (30437/33333) × 100% = 91.311913…%.
    The completion rate lies between 60% (earning 0%) and 100% (earning 100%); interpolation gives 78.279782…%, points = 10 × 78.279782…% = 7.827978… points.
    7.827978… points, rounded half up, is 7.83 points.
    10 − 2.17 = 7.83 points.
    ");
    assert_snapshot!(derivation(&curve, "actual = '10'\ntarget = '10'"), @"
    完成率=实际完成值/目标值×100%=(10/10)×100%=100%。
    完成率为100%，得满分。
    分值10，不扣分，得10分。
    Completion rate = actual value ÷ target × 100% = (10/10) × 100% = 100%.
    The completion rate is 100%: full marks.
    Weight 10, nothing deducted: 10 points.
    ");
    assert_snapshot!(derivation(&curve, "actual = '3'\ntarget = '10'"), @"
    完成率=实际完成值/目标值×100%=(3/10)×100%=30%。
    完成率在插值区间以外，得分比例0%，得分=10×0%=0分。
    10-10=0分。
    Completion rate = actual value ÷ target × 100% = (3/10) × 100% = 30%.
    The completion rate is beyond the ends of the curve, which earns 0%: 10 × 0% = 0 points.
    10 − 10 = 0 points.
    ");
}

#[test]
fn a_plan_that_is_kept_or_exceeded() {
    let zero = r#"measure = { kind = "cost" }, rule = { kind = "not-over" }"#;
    assert_snapshot!(derivation(&rubric("6", zero), "planned = '258.90'\nactual = '258.90'"), @"
    成本节约率=(计划成本-实际成本)/计划成本×100%=(258.90-258.90)/258.90×100%=0%。
    计划成本与实际成本之比=计划成本/实际成本×100%=(258.90/258.90)×100%=100%。
    实际未超过计划，得满分。
    分值6，不扣分，得6分。
    Cost saving rate = (planned − actual) ÷ planned × 100% = (258.90 - 258.90)/258.90 × 100% = 0%.
    Ratio of planned to actual cost = planned cost ÷ actual cost × 100% = (258.90/258.90) × 100% = 100%.
    The plan is kept: full marks.
    Weight 6, nothing deducted: 6 points.
    ");
    let other = r#"measure = { kind = "cost" }, rule = { kind = "not-over", otherwise = { kind = "proportional" } }"#;
    assert_snapshot!(derivation(&rubric("6", other), "planned = '100'\nactual = '125'"), @"
    成本节约率=(计划成本-实际成本)/计划成本×100%=(100-125)/100×100%=-25%。
    计划成本与实际成本之比=计划成本/实际成本×100%=(100/125)×100%=80%。
    实际超过计划，按超计划的规则计分。
    得分=分值×计划成本与实际成本之比=6×80%=4.8分。
    6-1.2=4.8分。
    Cost saving rate = (planned − actual) ÷ planned × 100% = (100 - 125)/100 × 100% = -25%.
    Ratio of planned to actual cost = planned cost ÷ actual cost × 100% = (100/125) × 100% = 80%.
    The plan is exceeded, so the rule for that case applies.
    Points = weight × ratio of planned to actual cost = 6 × 80% = 4.8 points.
    6 − 1.2 = 4.8 points.
    ");
}

#[test]
fn time_is_counted_in_days() {
    let dates =
        r#"measure = { kind = "timeliness", by = "dates" }, rule = { kind = "proportional" }"#;
    let dates = rubric("5", dates);
    let late = "start = '2024-01-01'\nplanned = '2024-12-25'\nactual = '2024-12-28'";
    assert_snapshot!(derivation(&dates, late), @"
    计划2024年12月25日完成，实际2024年12月28日完成，逾期3天，完成及时率=计划天数/实际天数×100%=99.171270…%。
    得分=分值×完成及时率=5×99.171270…%=4.958563…分。
    4.958563…分四舍五入为4.96分。
    5-0.04=4.96分。
    Due 2024-12-25, completed 2024-12-28: 3 days late, timeliness rate = planned days ÷ actual days × 100% = 99.171270…%.
    Points = weight × timeliness rate = 5 × 99.171270…% = 4.958563… points.
    4.958563… points, rounded half up, is 4.96 points.
    5 − 0.04 = 4.96 points.
    ");
    assert_snapshot!(derivation(&dates, "planned = '2024-12-25'\nactual = '2024-12-26'"), @"
    计划2024年12月25日完成，实际2024年12月26日完成，逾期1天，未填开始日期，完成及时率按0%计。
    得分=分值×完成及时率=5×0%=0分。
    5-5=0分。
    Due 2024-12-25, completed 2024-12-26: 1 day late and no start date given, so the timeliness rate counts as 0%.
    Points = weight × timeliness rate = 5 × 0% = 0 points.
    5 − 5 = 0 points.
    ");
    let duration =
        r#"measure = { kind = "timeliness", by = "duration" }, rule = { kind = "proportional" }"#;
    assert_snapshot!(derivation(&rubric("5", duration), "planned = '10'\nactual = '8'"), @"
    完成及时率=计划用时/实际用时×100%=(10/8)×100%=125%。
    完成及时率超过100%，按100%计，得5分。
    分值5，不扣分，得5分。
    Timeliness rate = planned duration ÷ actual duration × 100% = (10/8) × 100% = 125%.
    The timeliness rate is above 100% and counts as 100%: 5 points.
    Weight 5, nothing deducted: 5 points.
    ");
}
