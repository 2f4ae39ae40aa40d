//! One fault of each kind, planted in a correct table.

use jiheng::audit::{Band, Budget, Check, Field, Part, Place, PublishedTable, Row};
use jiheng::engine::{Figure, Mode};

use crate::generate::Rng;
use crate::printing::Print;

/// The same tables with a fault of this kind, and where it is; none where this table has no place
/// for it.
pub fn plant(
    check: Check,
    table: &PublishedTable,
    print: Print,
    rng: &mut Rng,
) -> Option<(Vec<PublishedTable>, Place)> {
    let mut faulty = table.clone();
    let place = match check {
        Check::WeightsSum | Check::GroupWeightsSum | Check::WeightMissing => {
            weights(check, &mut faulty, rng)?
        }
        Check::ScoreAboveWeight | Check::ScoreNegative => bounds(check, &mut faulty, rng)?,
        Check::GroupScoreSum | Check::TotalSum | Check::TotalImpossible => {
            sums(check, &mut faulty, print, rng)?
        }
        Check::ScoreRateMismatch
        | Check::DeductionMismatch
        | Check::CompletionMismatch
        | Check::RoundingDirection => cells(check, &mut faulty, print, rng)?,
        Check::BudgetRate
        | Check::BudgetScore
        | Check::BudgetCountedTwice
        | Check::BudgetNotSummed
        | Check::OverExecution => budget(check, &mut faulty, rng)?,
        Check::GradeMismatch | Check::GradeScaleGap => grade(check, &mut faulty, rng)?,
        Check::SameFigureDiffers => return spread(table, print, rng),
        Check::RateImpossibleForCount | Check::UnitPriceMismatch | Check::ImpossibleDate => {
            texts(check, &mut faulty, rng)?
        }
        _ => meaning(check, &mut faulty, rng)?,
    };
    Some((vec![faulty], place))
}

/// A figure moved by so many units of its last printed digit.
fn moved(text: &str, by: i64, print: Print) -> String {
    let number = text.trim_end_matches('%');
    let scale = 10_i64.pow(print.places);
    let (whole, decimals) = number.split_once('.').unwrap_or((number, ""));
    let digits: i64 =
        format!("{whole}{decimals:0<width$}", width = print.places as usize).parse().unwrap();
    let units = digits + by;
    let sign = if units < 0 { "-" } else { "" };
    let (whole, rest) = (units.abs() / scale, units.abs() % scale);
    let tail = &text[number.len()..];
    match print.places {
        0 => format!("{sign}{whole}{tail}"),
        places => format!("{sign}{whole}.{rest:0>width$}{tail}", width = places as usize),
    }
}

fn figure(text: &str) -> Figure {
    text.trim_end_matches('%').parse().unwrap()
}

fn cell(row: usize, field: Field) -> Place {
    Place { row: Some(row), field, ..Place::default() }
}

fn whole(field: Field) -> Place {
    Place { field, ..Place::default() }
}

/// A row with a weight and a score of its own.
fn scored(table: &PublishedTable, rng: &mut Rng) -> Option<usize> {
    let rows: Vec<usize> = (0..table.rows.len())
        .filter(|row| {
            let row = &table.rows[*row];
            !row.score.is_empty() && figure(&row.weight) > Figure::ZERO
        })
        .collect();
    (!rows.is_empty()).then(|| rng.pick(&rows))
}

fn weights(check: Check, table: &mut PublishedTable, rng: &mut Rng) -> Option<Place> {
    match check {
        Check::WeightsSum => {
            let row = rng.below(table.rows.len() as u64) as usize;
            let more = figure(&table.rows[row].weight) + Figure::whole(1);
            table.rows[row].weight = more.trimmed();
            Some(whole(Field::Weight))
        }
        Check::GroupWeightsSum => {
            let group = table.groups.get_mut(0)?;
            group.weight = (figure(&group.weight) + Figure::whole(1)).trimmed();
            Some(Place { group: group.path.clone(), ..whole(Field::Weight) })
        }
        _ => {
            let row = scored(table, rng)?;
            table.rows[row].weight = String::new();
            Some(cell(row, Field::Weight))
        }
    }
}

fn bounds(check: Check, table: &mut PublishedTable, rng: &mut Rng) -> Option<Place> {
    let row = scored(table, rng)?;
    table.rows[row].score = match check {
        Check::ScoreAboveWeight => (figure(&table.rows[row].weight) + Figure::whole(1)).trimmed(),
        _ => "-1".into(),
    };
    Some(cell(row, Field::Score))
}

/// Each row may hide one unit of its last digit, and the sum one.
fn sums(check: Check, table: &mut PublishedTable, print: Print, rng: &mut Rng) -> Option<Place> {
    let more = table.rows.len() as i64 + 2;
    match check {
        Check::GroupScoreSum => {
            if table.groups.is_empty() {
                return None;
            }
            let group = rng.below(table.groups.len() as u64) as usize;
            let group = &mut table.groups[group];
            group.score = moved(&group.score, more, print);
            Some(Place { group: group.path.clone(), ..whole(Field::Score) })
        }
        Check::TotalSum => {
            let down = figure(&table.total) > Figure::whole(50) && rng.one_in(2);
            table.total = moved(&table.total, if down { -more } else { more }, print);
            Some(whole(Field::Total))
        }
        _ => {
            let row = scored(table, rng)?;
            table.rows[row].score = String::new();
            let more = u32::try_from(table.rows.len()).unwrap() + 2;
            let full = figure(&table.full_score) + Figure::whole(more);
            table.total = (full + figure(&table.rows[row].weight)).trimmed();
            Some(whole(Field::Total))
        }
    }
}

fn cells(check: Check, table: &mut PublishedTable, print: Print, rng: &mut Rng) -> Option<Place> {
    if check == Check::RoundingDirection {
        // 66.66…, 83.33…, 88.88… and 66.77… cut off, 67.55… rounded half up.
        let row = |l1: &str, target: &str, actual: &str, completion: &str| Row {
            l1: l1.into(),
            target: target.into(),
            actual: actual.into(),
            completion: completion.into(),
            ..Row::default()
        };
        table.rows = vec![
            row("甲", "3", "2", "66.66%"),
            row("乙", "6", "5", "83.33%"),
            row("丙", "9", "8", "88.88%"),
            row("丁", "900", "601", "66.77%"),
            row("戊", "900", "608", "67.56%"),
        ];
        table.groups.clear();
        table.blocks.clear();
        return Some(cell(4, Field::Completion));
    }
    if check == Check::CompletionMismatch {
        let rated = |row: &usize| {
            let row = &table.rows[*row];
            let digits = row.actual.chars().filter(char::is_ascii_digit).count();
            let exact = !row.actual.contains('.')
                || (digits > 4 && figure(&row.actual) >= Figure::whole(1));
            let small = |text: &str| figure(text) < Figure::whole(1_000);
            exact && !row.completion.is_empty() && small(&row.completion)
        };
        let row = (0..table.rows.len()).find(rated)?;
        let cell_of = &mut table.rows[row].completion;
        *cell_of = moved(cell_of, 7 * 10_i64.pow(print.places) + 3, print);
        return (figure(cell_of) != Figure::HUNDRED).then(|| cell(row, Field::Completion));
    }
    let row = scored(table, rng)?;
    let weight = figure(&table.rows[row].weight);
    if check == Check::DeductionMismatch {
        let deduction = &mut table.rows[row].deduction;
        *deduction = moved(deduction, 3, print);
        return Some(cell(row, Field::Deduction));
    }
    // One unit of the score is 100/weight of the rate; cut off it hides nearly two.
    let hidden = Figure::HUNDRED.fraction().div(weight.fraction()).ok()?.ceil().numerator();
    let by = 2 * i64::try_from(hidden).ok()? + 3;
    let rate = &mut table.rows[row].score_rate;
    *rate = moved(rate, by, print);
    Some(cell(row, Field::ScoreRate))
}

fn budget(check: Check, table: &mut PublishedTable, rng: &mut Rng) -> Option<Place> {
    let planned = rng.between(200, 90_000);
    let executed = planned - rng.between(1, planned / 2);
    let rate = |executed: u64| {
        Figure::whole(u32::try_from(executed).unwrap())
            .fraction()
            .div(Figure::whole(u32::try_from(planned).unwrap()).fraction())
            .unwrap()
            .mul(jiheng::engine::Fraction::whole(100))
            .unwrap()
    };
    let two = Print { places: 2, mode: Mode::HalfUp };
    let tenth = rate(executed).div(jiheng::engine::Fraction::whole(10)).unwrap();
    let mut budget = Budget {
        planned: planned.to_string(),
        executed: executed.to_string(),
        rate: two.of(rate(executed)) + "%",
        weight: "10".into(),
        score: two.of(tenth),
        ..Budget::default()
    };
    let field = match check {
        Check::BudgetRate => {
            budget.rate = moved(&budget.rate, -2, two);
            Field::BudgetRate
        }
        Check::BudgetScore => {
            budget.score = moved(&budget.score, -2, two);
            Field::BudgetScore
        }
        Check::OverExecution => {
            budget.executed = (planned + 1).to_string();
            Field::BudgetExecuted
        }
        Check::BudgetNotSummed => {
            let part = |planned: u64| Part {
                name: "财政".into(),
                planned: planned.to_string(),
                ..Part::default()
            };
            budget.parts = vec![part(planned / 3), part(planned - planned / 3 + 1)];
            Field::BudgetPlanned
        }
        _ => {
            // Only where the digits of the others do not hide the points.
            let fine = table.total.split_once('.').is_some_and(|(_, rest)| rest.len() == 2);
            if !fine || table.rows.len() > 100 {
                return None;
            }
            let sum = figure(&table.total);
            let row = Row {
                l1: "预算执行率".into(),
                weight: "10".into(),
                score: "9".into(),
                ..Row::default()
            };
            table.rows.push(row);
            let more = figure(&budget.score) + Figure::whole(9);
            table.total = (sum + more).to_string();
            table.budget = Some(budget);
            return Some(cell(table.rows.len() - 1, Field::Score));
        }
    };
    table.budget = Some(budget);
    Some(whole(field))
}

fn grade(check: Check, table: &mut PublishedTable, rng: &mut Rng) -> Option<Place> {
    if check == Check::GradeScaleGap {
        let band = |name: &str, min: &str, max: &str| Band {
            name: name.into(),
            min: min.into(),
            max: max.into(),
            max_excluded: false,
        };
        table.grade_scale =
            vec![band("优", "90", "100"), band("良", "80", "89"), band("差", "0", "80")];
        return Some(whole(Field::GradeScale));
    }
    // A grade whose bounds are more than two points from the total.
    let total = figure(&table.total);
    let scale = &table.grade_scale;
    let far = (0..scale.len()).filter(|at| {
        let min = figure(&scale[*at].min);
        let max = at.checked_sub(1).map(|better| figure(&scale[better].min));
        total + Figure::whole(2) < min || max.is_some_and(|max| max + Figure::whole(2) < total)
    });
    let far: Vec<usize> = far.collect();
    let names: Vec<char> = scale.iter().filter_map(|band| band.name.chars().next()).collect();
    let distinct = names.iter().collect::<std::collections::BTreeSet<_>>().len() == scale.len();
    let at = (!far.is_empty() && distinct).then(|| rng.pick(&far))?;
    table.grade = scale[at].name.clone();
    Some(whole(Field::Grade))
}

/// A second table with one score told otherwise.
fn spread(
    table: &PublishedTable,
    print: Print,
    rng: &mut Rng,
) -> Option<(Vec<PublishedTable>, Place)> {
    let row = scored(table, rng)?;
    let mut other = table.clone();
    other.rows[row].score = moved(&table.rows[row].score, 3, print);
    Some((vec![table.clone(), other], Place { table: 1, ..cell(row, Field::Score) }))
}

fn texts(check: Check, table: &mut PublishedTable, rng: &mut Rng) -> Option<Place> {
    let text = match check {
        Check::RateImpossibleForCount => {
            // Halfway between two means in whole percents, which 19 to 48 answers leave apart.
            let answers = rng.between(19, 48);
            let percent = rng.between(60, 98) * answers;
            let exact = jiheng::engine::Fraction::whole(i128::from(2 * percent + 1))
                .div(jiheng::engine::Fraction::whole(i128::from(2 * answers)))
                .unwrap();
            let rate = Print { places: 2, mode: Mode::HalfUp }.of(exact);
            format!("共收回有效问卷{answers}份，满意度为{rate}%。")
        }
        Check::UnitPriceMismatch => {
            let (a, b) = (rng.between(20, 900), rng.between(3, 60));
            format!("补助{a}人×{b}元={}元。", a * b + 1)
        }
        _ => format!("于2023年{}月31日完成。", rng.pick(&[2, 4, 6, 9, 11])),
    };
    table.texts = vec![text];
    Some(cell(0, Field::Text))
}

fn meaning(check: Check, table: &mut PublishedTable, rng: &mut Rng) -> Option<Place> {
    let at = scored(table, rng)?;
    let weight = table.rows[at].weight.clone();
    let row = &mut table.rows[at];
    let mut set = |target: &str, actual: &str| {
        (row.target, row.actual, row.completion) = (target.into(), actual.into(), String::new());
    };
    match check {
        Check::FullScoreTargetMissed => {
            set("≥100人", "60人");
            row.score = weight;
            Some(cell(at, Field::Score))
        }
        Check::DockedThoughMet => {
            set("≥100人", "100人");
            row.score = "0".into();
            Some(cell(at, Field::Score))
        }
        Check::DockedWithoutReason => {
            row.score = "0".into();
            row.reason = "-".into();
            Some(cell(at, Field::Reason))
        }
        Check::ActualCopiesTarget => {
            for row in &mut table.rows {
                (row.target, row.actual) = ("按期完成".into(), "按期完成".into());
            }
            Some(cell(at, Field::Actual))
        }
        Check::TargetFarTooLow => {
            set("2人", "50人");
            Some(cell(at, Field::Target))
        }
        Check::TargetZero => {
            set("0人", "5人");
            Some(cell(at, Field::Target))
        }
        Check::OverCompletion => {
            set("100人", "140人");
            Some(cell(at, Field::Target))
        }
        Check::NotALevel => {
            row.levels = vec!["1000".into(), "500".into(), "-1".into()];
            Some(cell(at, Field::Score))
        }
        Check::DuplicateRow => {
            let copy = row.clone();
            table.rows.push(copy);
            Some(cell(table.rows.len() - 1, Field::Name))
        }
        _ => {
            let part = |l3: &str, target: &str, actual: &str| Row {
                l1: "产出".into(),
                l3: l3.into(),
                weight: "5".into(),
                score: "4".into(),
                target: target.into(),
                actual: actual.into(),
                ..Row::default()
            };
            let (a, b) = (rng.between(50, 500), rng.between(50, 500));
            let (c, d) = (a - rng.between(1, 9), b - rng.between(1, 9));
            let text = |n: u64| format!("{n}人");
            table.rows.push(part("总数", &text(a + b), &text(c + d)));
            table.rows.push(part("其一", &text(a), &text(c)));
            table.rows.push(part("其二", &text(b), &text(d)));
            Some(cell(table.rows.len() - 3, Field::Actual))
        }
    }
}
