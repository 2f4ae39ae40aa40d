//! Scores of small forms, worked by hand: what acts on groups and totals, and what bad input does.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::panic, clippy::unwrap_used, reason = "a test may fail loudly")]

use jiheng::engine::{
    AdjustmentKind, Assessment, Code, Outcome, Rubric, Scorecard, Severity, Span, Status, Value,
    score, validate,
};
use jiheng::tree::{Document, Tree};

/// A form with the Ministry's grades; `options` are top-level keys, `rest` are tables.
fn rubric(options: &str, rest: &str) -> Rubric {
    let text = format!(
        r#"
        id = "t"
        edition = "1"
        title = {{ zh = "表" }}
        region = {{ zh = "无" }}
        kind = "self-evaluation"
        layout = "self-form"
        {options}
        grades = [
            {{ name = {{ zh = "优" }}, min = "90" }},
            {{ name = {{ zh = "良" }}, min = "80" }},
            {{ name = {{ zh = "中" }}, min = "60" }},
            {{ name = {{ zh = "差" }}, min = "0" }},
        ]
        sources = [{{ id = "s", title = {{ zh = "源" }}, year = "2024" }}]
        {rest}
        "#
    );
    let rubric: Rubric = document(&text);
    let errors = validate(&rubric);
    assert!(errors.iter().all(|one| one.severity() != Severity::Error), "{errors:#?}");
    rubric
}

fn document<T: Document>(text: &str) -> T {
    let tree: Tree = toml::from_str(text).unwrap_or_else(|error| panic!("{error}\n{text}"));
    tree.document().unwrap_or_else(|error| panic!("{error}\n{text}"))
}

fn leaf(id: &str, weight: &str, scoring: &str) -> String {
    format!(
        r#"{{ id = "{id}", name = {{ zh = "{id}" }}, weight = "{weight}", source = "s", scoring = {{ {scoring} }} }}"#
    )
}

fn group(id: &str, weight: &str, children: &[String]) -> String {
    let children = children.join(", ");
    format!(
        r#"{{ id = "{id}", name = {{ zh = "{id}" }}, weight = "{weight}", children = [{children}] }}"#
    )
}

fn indicators(nodes: &[String]) -> String {
    format!("indicators = [{}]", nodes.join(", "))
}

const JUDGED: &str = r#"rule = { kind = "judgement" }"#;
const RATIO: &str =
    r#"measure = { kind = "ratio", direction = "at-least" }, rule = { kind = "proportional" }"#;
const SHARE: &str = r#"measure = { kind = "share" }, rule = { kind = "share-of-points" }"#;
const SURVEY: &str = r#"measure = { kind = "survey", options = [{ zh = "满意" }, { zh = "一般" }], coefficients = ["1", "0.6"] }, rule = { kind = "share-of-points" }"#;
const ENTERED: &str = r#"measure = { kind = "rate" }, rule = { kind = "share-of-points" }"#;
const DATED: &str =
    r#"measure = { kind = "timeliness", by = "dates" }, rule = { kind = "proportional" }"#;

fn judged(id: &str, weight: &str) -> String {
    leaf(id, weight, JUDGED)
}

/// Three lines of 40, 40 and 20.
fn three(options: &str) -> Rubric {
    rubric(options, &indicators(&[judged("a", "40"), judged("b", "40"), judged("c", "20")]))
}

fn assessment(entries: &str) -> Assessment {
    let text = format!("version = 1\nrubric = {{ id = \"t\" }}\n{entries}");
    document(&text)
}

fn scored(rubric: &Rubric, entries: &str) -> Scorecard {
    score(rubric, &assessment(entries))
}

fn shown(span: Span) -> (String, String) {
    (span.min.trimmed(), span.max.trimmed())
}

fn exactly(points: &str) -> (String, String) {
    (points.to_owned(), points.to_owned())
}

fn of<'s>(scorecard: &'s Scorecard, id: &str) -> &'s Outcome {
    scorecard.outcomes.iter().find(|outcome| outcome.id == id).unwrap()
}

/// Errors as indicator, field and code.
fn errors(scorecard: &Scorecard) -> Vec<(&str, &str, Code)> {
    let errors = scorecard.problems.iter().filter(|one| one.severity() == Severity::Error);
    errors
        .map(|one| {
            let (indicator, field) = (one.indicator.as_deref(), one.field.as_deref());
            (indicator.unwrap_or_default(), field.unwrap_or_default(), one.code)
        })
        .collect()
}

const TWO_OF_THREE: &str = r#"
    [entries.a]
    points = "30"
    [entries.b]
    points = "20"
    [entries.c]
    points = "7"
    notApplicable = true
"#;

#[test]
fn what_does_not_apply_is_made_up_for_by_scaling_the_rest() {
    let card = scored(&three(r#"notApplicable = "rescale""#), TWO_OF_THREE);
    // (30 + 20) × 100/80 = 62.5
    assert_eq!(shown(card.total.score), exactly("62.5"));
    assert_eq!(card.total.weight.trimmed(), "100");
    assert_eq!(card.total.adjustments.len(), 1);
    assert_eq!(card.total.adjustments[0].kind, AdjustmentKind::Rescale);
    assert_eq!(shown(card.total.adjustments[0].points), exactly("12.5"));
    assert_eq!(of(&card, "c").status, Status::NotApplicable);
    assert_eq!(of(&card, "c").weight.trimmed(), "0");
    assert_eq!(card.total.filled, (2, 2));
}

#[test]
fn a_rescaled_total_is_rounded_once() {
    let form = rubric("", &indicators(&[judged("a", "30"), judged("b", "40"), judged("c", "30")]));
    let card = scored(
        &form,
        "[entries.a]\npoints = \"20\"\n[entries.b]\npoints = \"25\"\n[entries.c]\nnotApplicable = true",
    );
    // 45 × 100/70 = 64.2857… → 64.29; line by line it would be
    // 28.5714… → 28.57 and 35.7142… → 35.71, together 64.28.
    assert_eq!(shown(card.total.score), exactly("64.29"));
}

#[test]
fn what_does_not_apply_counts_in_full_where_the_form_says_so() {
    let card = scored(&three(r#"notApplicable = "full-marks""#), TWO_OF_THREE);
    // 30 + 20 + 20 = 70
    assert_eq!(shown(card.total.score), exactly("70"));
    assert_eq!(card.total.weight.trimmed(), "100");
    assert_eq!(shown(of(&card, "c").score), exactly("20"));
}

#[test]
fn what_does_not_apply_takes_its_weight_with_it_where_the_form_says_so() {
    let card = scored(&three(r#"notApplicable = "zero-weight""#), TWO_OF_THREE);
    // 30 + 20 = 50 of 40 + 40 = 80
    assert_eq!(shown(card.total.score), exactly("50"));
    assert_eq!(card.total.weight.trimmed(), "80");
    assert!(card.total.adjustments.is_empty());
}

#[test]
fn a_form_of_which_nothing_applies_scores_nothing() {
    for policy in ["rescale", "zero-weight"] {
        let form = three(&format!("notApplicable = \"{policy}\""));
        let none = "[entries.a]\nnotApplicable = true\n[entries.b]\nnotApplicable = true\n[entries.c]\nnotApplicable = true";
        let card = scored(&form, none);
        assert_eq!(shown(card.total.score), exactly("0"), "{policy}");
    }
}

/// Benefit 25 in two rows, the rest on one line.
fn with_benefit() -> Rubric {
    let benefit = group("benefit", "25", &[judged("economic", "15"), judged("social", "10")]);
    rubric("", &indicators(&[judged("rest", "75"), benefit]))
}

#[test]
fn a_block_takes_its_share_of_the_weight() {
    let card =
        scored(&with_benefit(), "[entries.benefit]\nblock = { share = \"80\", reason = \"整体\" }");
    // 25 × 80 % = 20
    assert_eq!(shown(of(&card, "benefit").score), exactly("20"));
    assert_eq!(of(&card, "benefit").status, Status::Block);
    assert_eq!(of(&card, "social").status, Status::InBlock);
    assert_eq!(shown(of(&card, "social").score), exactly("0"));
    // The rest is still open: 0 to 75.
    assert_eq!(shown(card.total.score), ("20".into(), "95".into()));
}

#[test]
fn a_row_of_a_block_does_not_count_and_a_note_says_so() {
    let entries = "[entries.benefit]\nblock = { points = \"20\", reason = \"整体\" }\n[entries.social]\npoints = \"9\"";
    let card = scored(&with_benefit(), entries);
    assert_eq!(shown(of(&card, "benefit").score), exactly("20"));
    let notes = card.problems.iter().filter(|one| one.code == Code::EntryUnderBlock);
    assert_eq!(notes.filter_map(|one| one.indicator.as_deref()).collect::<Vec<_>>(), ["social"]);
}

#[test]
fn a_block_above_its_weight_is_a_problem_and_leaves_the_group_open() {
    let card =
        scored(&with_benefit(), "[entries.benefit]\nblock = { points = \"26\", reason = \"x\" }");
    assert_eq!(errors(&card).len(), 1);
    assert_eq!(errors(&card)[0].2, Code::PointsOutOfRange);
    assert_eq!(shown(of(&card, "benefit").score), ("0".into(), "25".into()));
}

#[test]
fn a_block_by_points_and_by_share_at_once_is_a_problem() {
    let block = r#"{ points = "5", share = "20", reason = "x" }"#;
    let card = scored(&with_benefit(), &format!("[entries.benefit]\nblock = {block}"));
    assert_eq!(errors(&card), [("benefit", "block", Code::BlockUnclear)]);
}

#[test]
fn a_block_without_a_figure_yet_leaves_the_group_open() {
    let card = scored(&with_benefit(), "[entries.benefit]\nblock = { reason = \"整体\" }");
    assert_eq!(shown(of(&card, "benefit").score), ("0".into(), "25".into()));
    assert!(errors(&card).is_empty());
}

/// Taishan: 业务管理 17 = 8 + 9; an accident costs 17 of the group.
fn with_accident() -> Rubric {
    let accident = r#", modifiers = [{ kind = "penalty", id = "accident", label = { zh = "安全事故" }, points = "17", scope = "business" }]"#;
    let safety = leaf("safety", "8", &format!("{JUDGED}{accident}"));
    let business = group("business", "17", &[safety, judged("quality", "9")]);
    rubric("", &indicators(&[judged("rest", "83"), business]))
}

#[test]
fn a_penalty_takes_a_group_to_zero_and_not_below() {
    let entries = r#"
        [entries.rest]
        points = "80"
        [entries.safety]
        points = "7"
        deductions = [{ item = "accident" }]
        [entries.quality]
        points = "8"
    "#;
    let card = scored(&with_accident(), entries);
    // 7 + 8 = 15, less 17: only 15 are there to take.
    let business = of(&card, "business");
    assert_eq!(shown(business.base), exactly("15"));
    assert_eq!(shown(business.score), exactly("0"));
    assert_eq!(shown(business.adjustments[0].points), exactly("-15"));
    assert_eq!(business.deduction().trimmed(), "17");
    assert_eq!(shown(of(&card, "safety").score), exactly("7"));
    assert_eq!(shown(card.total.score), exactly("80"));
}

#[test]
fn a_penalty_on_a_part_that_is_open_takes_from_both_ends() {
    let entries = "[entries.quality]\npoints = \"9\"\n[entries.safety]\ndeductions = [{ item = \"accident\" }]";
    let card = scored(&with_accident(), entries);
    // 0…8 + 9 = 9…17, less 17 = 0…0
    assert_eq!(shown(of(&card, "business").score), exactly("0"));
    // rest 0…83
    assert_eq!(shown(card.total.score), ("0".into(), "83".into()));
}

fn with_knockout(scope: &str) -> Rubric {
    let knockout = format!(
        r#"{JUDGED}, modifiers = [{{ kind = "knockout", id = "petition", label = {{ zh = "上访" }}, scope = "{scope}" }}]"#
    );
    let g = group("g", "30", &[leaf("x", "10", &knockout), judged("y", "20")]);
    rubric("", &indicators(&[judged("rest", "70"), g]))
}

const ALL_FULL: &str = r#"
    [entries.rest]
    points = "70"
    [entries.y]
    points = "20"
    [entries.x]
    points = "10"
    deductions = [{ item = "petition" }]
"#;

#[test]
fn a_knock_out_takes_everything_at_its_scope_and_nothing_else() {
    // leaf: 70 + 0 + 20; group: 70 + 0; total: 0.
    for (scope, leaf, group, total) in
        [("leaf", "0", "20", "90"), ("g", "10", "0", "70"), ("total", "10", "30", "0")]
    {
        let card = scored(&with_knockout(scope), ALL_FULL);
        assert_eq!(shown(of(&card, "x").score), exactly(leaf), "{scope}");
        assert_eq!(shown(of(&card, "g").score), exactly(group), "{scope}");
        assert_eq!(shown(card.total.score), exactly(total), "{scope}");
    }
}

fn with_bonus() -> Rubric {
    let bonus = format!(
        "[bonus]\nmax = \"3\"\nitems = [{}, {}]",
        judged("prize", "2"),
        judged("model", "2")
    );
    rubric("cap = \"101\"", &format!("{}\n{bonus}", indicators(&[judged("all", "100")])))
}

#[test]
fn bonus_points_stop_at_their_maximum() {
    let entries = "[entries.all]\npoints = \"90\"\n[entries.prize]\npoints = \"2\"\n[entries.model]\npoints = \"1.5\"";
    let card = scored(&with_bonus(), entries);
    // 2 + 1.5 = 3.5, at most 3: 93
    assert_eq!(shown(card.total.score), exactly("93"));
}

#[test]
fn a_bonus_that_is_not_claimed_leaves_nothing_open() {
    let card = scored(&with_bonus(), "[entries.all]\npoints = \"90\"");
    assert_eq!(shown(card.total.score), exactly("90"));
    assert_eq!(card.total.filled, (1, 1));
}

#[test]
fn a_total_stops_at_its_cap() {
    let entries = "[entries.all]\npoints = \"99\"\n[entries.prize]\npoints = \"2\"\n[entries.model]\npoints = \"1\"";
    let card = scored(&with_bonus(), entries);
    // 99 + 3 = 102, at most 101
    assert_eq!(shown(card.total.score), exactly("101"));
    let last = card.total.adjustments.last().unwrap();
    assert_eq!((&last.kind, shown(last.points)), (&AdjustmentKind::Cap, exactly("-1")));
}

#[test]
fn a_level_with_open_points_leaves_a_range_of_points_and_grades() {
    let levels = r#"rule = { kind = "levels", levels = [
        { id = "full", label = { zh = "准确" }, points = "5" },
        { id = "some", label = { zh = "较准确" }, points = "3" },
        { id = "poor", label = { zh = "不准确" }, points = { from = "0", to = "2" } },
    ] }"#;
    let levels = levels.replace('\n', " ");
    let form = rubric("", &indicators(&[judged("rest", "95"), leaf("budget", "5", &levels)]));
    let card = scored(&form, "[entries.rest]\npoints = \"88\"\n[entries.budget]\nlevel = \"poor\"");
    assert_eq!(shown(of(&card, "budget").score), ("0".into(), "2".into()));
    assert_eq!(of(&card, "budget").status, Status::Partial);
    // 88…90: 良 is certain, 优 is possible.
    assert_eq!(shown(card.total.score), ("88".into(), "90".into()));
    assert_eq!((card.grade.best, card.grade.certain), (0, 1));
    assert_eq!(card.grade.settled(), None);
}

#[test]
fn the_lower_bound_belongs_to_the_grade() {
    let form = rubric("", &indicators(&[judged("all", "100")]));
    for (points, grade) in [("90", 0), ("89.99", 1), ("80", 1), ("60", 2), ("59.99", 3), ("0", 3)] {
        let card = scored(&form, &format!("[entries.all]\npoints = \"{points}\""));
        assert_eq!(card.grade.settled(), Some(grade), "{points}");
    }
}

#[test]
fn an_override_above_the_weight_is_a_problem_and_the_rest_scores() {
    let entries = "[entries.a]\npoints = \"30\"\n[entries.b]\npoints = \"20\"\noverride = { points = \"41\", reason = \"专家\" }\n[entries.c]\npoints = \"20\"";
    let card = scored(&three(""), entries);
    assert_eq!(errors(&card), [("b", "override.points", Code::PointsOutOfRange)]);
    assert_eq!(of(&card, "b").status, Status::Invalid);
    // 30 + 0…40 + 20
    assert_eq!(shown(card.total.score), ("50".into(), "90".into()));
}

#[test]
fn an_override_stands_in_place_of_the_formula() {
    // Futian 实际完成率: 12 × 2185/2208 = 11.875 → 11.88 by formula, 11.00 printed.
    let form = rubric("", &indicators(&[leaf("done", "12", RATIO), judged("rest", "88")]));
    let entries = "[entries.done]\nactual = \"2185\"\ntarget = \"2208\"\noverride = { points = \"11\", reason = \"已公布\" }";
    let done = scored(&form, entries).outcomes.remove(0);
    assert_eq!(shown(done.base), exactly("11.88"));
    assert_eq!(shown(done.score), exactly("11"));
    assert_eq!(done.adjustments[0].kind, AdjustmentKind::Override);
    assert_eq!(shown(done.adjustments[0].points), exactly("-0.88"));
    assert_eq!(done.status, Status::Overridden);
}

#[test]
fn an_override_heals_an_entry_that_cannot_be_scored() {
    let form = rubric("", &indicators(&[leaf("done", "12", RATIO), judged("rest", "88")]));
    let entries = "[entries.done]\nactual = \"abc\"\ntarget = \"2208\"\noverride = { points = \"11\", reason = \"已公布\" }";
    let card = scored(&form, entries);
    assert_eq!(shown(of(&card, "done").score), exactly("11"));
    assert_eq!(errors(&card), [("done", "actual", Code::NotANumber)]);
}

#[test]
fn a_fact_that_cannot_be_read_hits_each_row_that_uses_it() {
    let facts = "facts = [{ id = \"n\", label = { zh = \"有效问卷数\" } }]";
    let rows = [leaf("p", "40", SHARE), leaf("q", "40", SHARE), leaf("r", "20", SHARE)];
    let form = rubric(facts, &indicators(&rows));
    let entries = r#"
        [facts]
        n = "12x"
        [entries.p]
        yes = "6"
        asked = { fact = "n" }
        [entries.q]
        yes = "6"
        asked = { fact = "n" }
        [entries.r]
        yes = "6"
        asked = "12"
    "#;
    let card = scored(&form, entries);
    // Once where the fact is entered, and once at each row.
    let expected = ["", "p", "q"].map(|row| (row, "facts.n", Code::NotANumber));
    assert_eq!(errors(&card), expected);
    // 20 × 6/12 = 10; the others are open: 10…90.
    assert_eq!(shown(card.total.score), ("10".into(), "90".into()));
}

#[test]
fn a_fact_that_is_not_entered_yet_leaves_its_rows_open_without_a_problem() {
    let facts = "facts = [{ id = \"n\", label = { zh = \"有效问卷数\" } }]";
    let form = rubric(facts, &indicators(&[leaf("p", "100", SHARE)]));
    let card = scored(&form, "[entries.p]\nyes = \"6\"\nasked = { fact = \"n\" }");
    assert!(errors(&card).is_empty());
    assert_eq!(of(&card, "p").status, Status::Partial);
}

#[test]
fn an_entry_for_an_indicator_that_the_form_does_not_have_is_a_warning() {
    let card = scored(&three(""), "[entries.zz]\npoints = \"5\"\n[entries.a]\npoints = \"30\"");
    let flaw = card.problems.iter().find(|one| one.code == Code::UnknownIndicator).unwrap();
    assert_eq!(flaw.severity(), Severity::Warning);
    assert_eq!(flaw.indicator.as_deref(), Some("zz"));
    assert_eq!(shown(of(&card, "a").score), exactly("30"));
}

#[test]
fn problems_come_in_the_order_of_the_form_whatever_the_order_of_the_entries() {
    let rows = [judged("z", "40"), judged("m", "40"), judged("a", "20")];
    let form = rubric("", &indicators(&rows));
    let bad = |id: &str| format!("[entries.{id}]\npoints = \"abc\"\n");
    let card = scored(&form, &format!("{}{}{}", bad("a"), bad("m"), bad("z")));
    let order: Vec<_> =
        errors(&card).into_iter().map(|(indicator, ..)| indicator.to_owned()).collect();
    assert_eq!(order, ["z", "m", "a"]);
}

#[test]
fn deductions_by_count_and_by_picked_points_add_up_and_stop_at_zero() {
    let modifiers = r#", modifiers = [
        { kind = "deduction", id = "false-claim", label = { zh = "虚列" }, points = { from = "5", to = "8" } },
        { kind = "per-occurrence", id = "unmended", label = { zh = "未整改" }, points = "1" },
    ]"#;
    let modifiers = modifiers.replace('\n', " ");
    let form = rubric(
        "",
        &indicators(&[leaf("x", "10", &format!("{JUDGED}{modifiers}")), judged("rest", "90")]),
    );
    let of_x = |deductions: &str| {
        let entries = format!("[entries.x]\npoints = \"9\"\ndeductions = [{deductions}]");
        shown(of(&scored(&form, &entries), "x").score)
    };
    // 9 − 6 − 2 × 1 = 1
    let both = r#"{ item = "false-claim", points = "6" }, { item = "unmended", count = "2" }"#;
    assert_eq!(of_x(both), exactly("1"));
    // 9 − 5…8 = 1…4
    assert_eq!(of_x(r#"{ item = "false-claim" }"#), ("1".into(), "4".into()));
    // 9 − 12 × 1, not below 0
    assert_eq!(of_x(r#"{ item = "unmended", count = "12" }"#), exactly("0"));
    // 4 is outside 5…8: open again
    assert_eq!(of_x(r#"{ item = "false-claim", points = "4" }"#), ("0".into(), "10".into()));
}

/// The error that one entry on a line of 10 points earns; the line must stay open, the rest score.
fn flaw(scoring: &str, entry: &str) -> (String, Code) {
    let form = rubric("", &indicators(&[leaf("x", "10", scoring), judged("rest", "90")]));
    let card = scored(&form, &format!("[entries.rest]\npoints = \"81\"\n[entries.x]\n{entry}"));
    assert_eq!(of(&card, "x").status, Status::Invalid, "{entry}");
    assert_eq!(shown(of(&card, "x").score), ("0".into(), "10".into()), "{entry}");
    // 81 + 0…10
    assert_eq!(shown(card.total.score), ("81".into(), "91".into()), "{entry}");
    let errors = errors(&card);
    assert_eq!(errors.len(), 1, "{errors:?}");
    (errors[0].1.to_owned(), errors[0].2)
}

#[test]
fn a_figure_that_cannot_be_read_is_named_with_its_field() {
    let forty = "9".repeat(40);
    for (text, code) in [
        ("abc", Code::NotANumber),
        ("12..5", Code::NotANumber),
        ("1e999", Code::NotANumber),
        ("-3", Code::Negative),
        (forty.as_str(), Code::TooManyDigits),
        ("0.0000001", Code::TooManyDecimals),
    ] {
        let entry = format!("actual = \"{text}\"\ntarget = \"100\"");
        assert_eq!(flaw(RATIO, &entry), ("actual".into(), code), "{text}");
    }
}

#[test]
fn a_figure_that_means_nothing_is_named_with_its_field() {
    for (scoring, entry, field, code) in [
        (RATIO, "actual = \"5\"\ntarget = \"0\"", "target", Code::ZeroDivisor),
        (ENTERED, "rate = \"101\"", "rate", Code::RateAboveHundred),
        (SHARE, "yes = \"113\"\nasked = \"112\"", "yes", Code::PartExceedsWhole),
        (SHARE, "yes = \"1.5\"\nasked = \"112\"", "yes", Code::NotWhole),
        (SHARE, "yes = \"0\"\nasked = \"0\"", "asked", Code::ZeroDivisor),
        (SURVEY, "counts = [\"60\", \"63\"]\nasked = \"122\"", "counts", Code::CountsExceedAnswers),
        (SURVEY, "counts = [\"60\", \"20\", \"1\"]", "counts", Code::WrongCountNumber),
        (SURVEY, "counts = [\"60\", \"x\"]", "counts[1]", Code::NotANumber),
        (JUDGED, "points = \"11\"", "points", Code::PointsOutOfRange),
        (JUDGED, "points = \"9.999\"", "points", Code::PointsTooFine),
    ] {
        assert_eq!(flaw(scoring, entry), (field.to_owned(), code), "{entry}");
    }
}

#[test]
fn a_date_that_does_not_exist_or_runs_backwards_is_named_with_its_field() {
    for (planned, actual, field) in [
        ("2024-02-30", "2024-03-01", "planned"),
        ("2024-03-01", "2024-13-01", "actual"),
        ("2024-03-01", "12月25日", "actual"),
    ] {
        let entry = format!("planned = \"{planned}\"\nactual = \"{actual}\"");
        assert_eq!(flaw(DATED, &entry), (field.to_owned(), Code::BadDate), "{entry}");
    }
    let backwards = "start = \"2024-05-01\"\nplanned = \"2024-04-01\"\nactual = \"2024-06-01\"";
    assert_eq!(flaw(DATED, backwards), ("planned".into(), Code::DatesReversed));
}

#[test]
fn what_was_typed_is_in_the_problem() {
    let card = scored(&three(""), "[entries.a]\npoints = \"12..5\"");
    let flaw = card.problems.iter().find(|one| one.code == Code::NotANumber).unwrap();
    assert_eq!(flaw.param("text"), "12..5");
}

#[test]
fn blanks_are_nothing_yet() {
    let mut blank = assessment("");
    let entry = blank.entries.or_default("a");
    entry.points = Some(Value::from("  "));
    let card = score(&three(""), &blank);
    assert_eq!(of(&card, "a").status, Status::Empty);
    assert_eq!(shown(card.total.score), ("0".into(), "100".into()));
    assert!(errors(&card).is_empty());
}

#[test]
fn a_line_of_no_weight_scores_nothing_by_bands() {
    // Jinzhong 生态效益 0 分: no band may give less than nothing.
    let bands = r#"rule = { kind = "bands", bands = [
        { id = "met", label = { zh = "达成" }, share = { from = "80", to = "100" } },
        { id = "partly", label = { zh = "部分达成" }, share = { from = "60", to = "80" } },
        { id = "unmet", label = { zh = "未达成" }, share = { from = "0", to = "60" } },
    ] }"#;
    let bands = bands.replace('\n', " ");
    let form = rubric("", &indicators(&[leaf("x", "0", &bands), judged("rest", "100")]));
    for level in ["met", "partly", "unmet"] {
        let card = scored(&form, &format!("[entries.x]\nlevel = \"{level}\""));
        assert_eq!(shown(of(&card, "x").score), exactly("0"), "{level}");
    }
}
