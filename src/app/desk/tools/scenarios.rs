//! 方案对比: the baseline and every scenario side by side, and the way to another.

use super::{data, parts};
use crate::app::desk::View;
use crate::app::desk::base::Base;
use crate::app::desk::charts::bars::Bars;
use crate::app::desk::charts::compare::{Entrant, rows, scale};
use crate::app::desk::charts::scale::grade_lines;
use crate::app::desk::drawn::{Drawn, button, el};
use crate::app::papers::documents::scenarios::scenarios;
use crate::app::papers::documents::{Context, Document, Part};
use crate::app::parts::difference::signed;
use crate::engine::{Assessment, Scenario, Scorecard, score};
use crate::exchange::typed::plain;
use crate::whatif::scenario;
use crate::words::report::grade_name;
use crate::words::table::{desk as text, page, shared};
use crate::words::whatif::scenario::{change, ordered, total_shown};
use crate::words::{say, t};

/// The tool as it is shown.
pub fn draw(base: &Base) -> View {
    let lang = base.lang;
    let begin = button("button", t(page::NEW_SCENARIO, lang), "page:begin", "");
    let begin = el("p", "tool-copy").child(begin.id("scenario-begin"));
    let view = View::default().child(parts::heading(base, text::SCENARIOS, text::SCENARIOS_ABOUT));
    match base.stored.scenarios.is_empty() {
        true => view.child(el("p", "").text(t(text::NO_SCENARIOS, lang))).child(begin),
        false => indicators(base, view.child(side_by_side(base)).child(begin)),
    }
}

/// The points of each indicator in all of them, and each scenario in a sentence for the report.
fn indicators(base: &Base, mut view: View) -> View {
    let lang = base.lang;
    let Some(document) = document(base) else { return view };
    let mut said = Vec::new();
    for part in document.parts {
        match part {
            Part::Text(sentence) => said.push(sentence),
            Part::Table(mut table) => {
                t(text::SCENARIOS_ROWS, lang).clone_into(&mut table.title);
                let shown = data::table(base, &table);
                let copy = parts::copy_table(base, "scenarios");
                view = view.child(shown).child(copy).table("scenarios", &table);
            }
        }
    }
    let title = el("h3", "whatif__picture").text(t(text::SCENARIOS_SAID, lang));
    view = view.child(title);
    for (at, sentence) in said.iter().enumerate() {
        let copied = format!("scenario-{at}");
        view = view.child(parts::sentence(base, &copied, sentence)).sentence(copied, sentence);
    }
    view
}

/// The same comparison as among the documents, which go by the baseline.
fn document(base: &Base) -> Option<Document> {
    let card = base.baseline.as_ref().map_or(&base.card, |(_, card)| card);
    scenarios(&Context::new(&base.rubric, &base.stored, card, base.lang))
}

fn side_by_side(base: &Base) -> Drawn {
    let lang = base.lang;
    let (baseline, card) = match &base.baseline {
        Some((assessment, card)) => (assessment, card),
        None => (&base.assessment, &base.card),
    };
    let own = entrant(base, card, (t(page::BASELINE, lang), "", String::new()), card);
    let others = base.stored.scenarios.iter().map(|one| tried(base, (baseline, card), one));
    let all: Vec<Entrant> = std::iter::once(own).chain(others).collect();
    let now = card.total.score;
    let scale = scale(now, &all);
    let bars = Bars {
        title: t(text::SCENARIOS_TOTALS, lang).to_owned(),
        hint: t(text::SCENARIOS_HINT, lang).to_owned(),
        heads: [t(text::SCENARIO, lang).to_owned(), t(text::TOTAL_AND_GRADE, lang).to_owned()],
        lines: grade_lines(base, &scale),
        now: Some(scale.place(now.min.fraction())),
        rows: rows(&scale, now, all),
        scale,
    };
    bars.draw()
}

fn tried(base: &Base, (baseline, was): (&Assessment, &Scorecard), one: &Scenario) -> Entrant {
    let (rubric, lang) = (&base.rubric, base.lang);
    let shown = plain(rubric, &scenario::apply(&base.stored, &one.changes));
    let changes = scenario::between(baseline, &shown);
    let told = ordered(rubric, &changes);
    let told = told.into_iter().map(|each| change(rubric, baseline, each, lang));
    let told: Vec<String> = told.filter(|told| !told.is_empty()).collect();
    let told = match told.is_empty() {
        true => t(text::NO_CHANGES, lang).to_owned(),
        false => told.join(t(shared::SEMICOLON, lang)),
    };
    entrant(base, was, (&one.name, &one.note, told), &score(rubric, &shown))
}

/// Name, note and changes of one with its score, against that of the baseline.
fn entrant(
    base: &Base,
    was: &Scorecard,
    (name, note, changes): (&str, &str, String),
    card: &Scorecard,
) -> Entrant {
    let (lang, total) = (base.lang, card.total.score);
    let grade = grade_name(&base.rubric, card, lang).unwrap_or_default();
    let shown = total_shown(&base.rubric, card, lang);
    let settled = total.is_settled() && was.total.score.is_settled();
    let by = signed(total.min - was.total.score.min, base.rubric.rounding.places);
    let named = match note {
        "" => name.to_owned(),
        note => say(text::WITH_NOTE, lang, &[("name", name), ("note", note)]),
    };
    Entrant {
        name: named,
        changes,
        total,
        figure: [shown, grade].join(" ").trim_end().to_owned(),
        difference: if settled { by } else { String::new() },
        deeds: vec![opener(base, name, std::ptr::eq(was, card))],
    }
}

/// The button that opens a scenario, or goes back to the baseline.
fn opener(base: &Base, name: &str, is_baseline: bool) -> Drawn {
    let value = if is_baseline { "" } else { name };
    let open = base.stored.trying == value;
    let label = t(if open { text::IS_OPEN } else { text::OPEN }, base.lang);
    let named = say(text::OF_ROW, base.lang, &[("what", label), ("name", name)]);
    button("link", label, "page:scenario", value)
        .attr("aria-label", named)
        .attr("aria-pressed", if open { "true" } else { "false" })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Lang;

    fn says(base: &Base) -> String {
        draw(base).drawn.iter().map(Drawn::says).collect()
    }

    #[test]
    fn without_any_it_says_how_to_begin_one() {
        let none = Base::fukang(|_| ());
        let said = says(&none);
        assert!(said.contains("还没有推演方案") && said.ends_with("新建方案"), "{said}");
        let mut begun = none.stored.clone();
        assert!(scenario::begin(&mut begun, |_| "方案一".to_owned()));
        let one = Base::of(none.rubric.clone(), begun, Lang::Zh);
        let said = says(&one);
        assert!(said.contains("方案一没有改动已打开93.50 优"), "{said}");
    }

    #[test]
    fn all_of_them_stand_side_by_side_with_their_changes_in_words() {
        let one = Base::fukang(|_| ()).tried("insured-pooled.actual", "5990");
        let two = one.left().tried("insured-all.actual", "10972");
        let said: Vec<String> = draw(&two)
            .drawn
            .iter()
            .flat_map(|part| part.all("bars__row"))
            .map(|row| row.says())
            .collect();
        assert!(said[1].starts_with("基准打开") && said[1].ends_with("93.50 优"), "{}", said[1]);
        let first = "方案一单建统筹基金参保人数：实际完成值由4157人改为5990人打开95.00 优+1.50";
        assert_eq!(said[2], first);
        assert!(
            said[3].starts_with("方案二") && said[3].ends_with("已打开89.99 良−3.51"),
            "{}",
            said[3]
        );
    }

    #[test]
    fn the_points_of_each_indicator_stand_in_the_order_of_the_form_with_sentences_to_copy() {
        let text = r#"[{"name":"甲","note":"补档案","changes":[
            {"indicator":"insured-pooled","field":"actual","to":"5990"},
            {"indicator":"system-execution","field":"missed","to":[]}]}]"#;
        let base = Base::fukang(|example| {
            example.scenarios = crate::tree::parse(text).unwrap().document().unwrap();
        });
        let view = draw(&base);
        let tables = view.drawn.iter().flat_map(|part| part.all("table"));
        let said: Vec<String> = tables.map(Drawn::says).collect();
        // 项目过程 23.75 + 1.25, and below it the row itself; 项目产出 32.70 + 1.50.
        let find = |row: &str| said[0].find(row).unwrap_or_else(|| panic!("{row} in {}", said[0]));
        let process = find("项目过程2523.7525.00+1.25");
        let row = find("　　制度执行有效性53.755.00+1.25");
        let output = find("项目产出3532.7034.20+1.50");
        assert!(process < row && row < output);
        let clip = view.clips.iter().find(|clip| clip.0 == "scenario-0").unwrap();
        // In the order of the form; 93.50 + 1.25 + 1.50.
        let due = "甲（补档案）：若制度执行有效性补齐“资料齐全并及时归档”，单建统筹基金参保人数的\
            实际完成值由4157人改为5990人，其余不变，总分由93.50分变为96.25分，等级仍为“优”。";
        assert_eq!(clip.2, due);
        let bars: Vec<String> =
            view.drawn.iter().flat_map(|part| part.all("bars__row")).map(Drawn::says).collect();
        let due = "甲（补档案）制度执行有效性：补齐“资料齐全并及时归档”；\
            单建统筹基金参保人数：实际完成值由4157人改为5990人打开96.25 优+2.75";
        assert_eq!(bars[2], due);
    }
}
