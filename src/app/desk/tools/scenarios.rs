//! 方案对比: the baseline and every scenario side by side, and the way to another.

use super::parts;
use crate::app::desk::View;
use crate::app::desk::base::Base;
use crate::app::desk::charts::bars::Bars;
use crate::app::desk::charts::compare::{Entrant, rows, scale};
use crate::app::desk::charts::scale::grade_lines;
use crate::app::desk::drawn::{Drawn, button, el};
use crate::app::parts::difference::signed;
use crate::engine::{Assessment, Scenario, Scorecard, score};
use crate::exchange::typed::plain;
use crate::whatif::scenario;
use crate::words::report::grade_name;
use crate::words::table::{desk as text, page, shared};
use crate::words::whatif::scenario::change;
use crate::words::{say, t};

/// The tool as it is shown.
pub fn draw(base: &Base) -> View {
    let lang = base.lang;
    let begin = button("button", t(page::NEW_SCENARIO, lang), "scenario-new", "");
    let begin = el("p", "tool-copy").child(begin.id("scenario-begin"));
    let view = View::default().child(parts::heading(base, text::SCENARIOS, text::SCENARIOS_ABOUT));
    match base.stored.scenarios.is_empty() {
        true => view.child(el("p", "").text(t(text::NO_SCENARIOS, lang))).child(begin),
        false => view.child(side_by_side(base)).child(begin),
    }
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
        title: t(text::SCENARIOS, lang).to_owned(),
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
    let told = changes.iter().map(|each| change(rubric, baseline, each, lang));
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
    let shown = match total.is_settled() {
        true => base.padded(total.min),
        false => {
            let ends = [("from", base.padded(total.min)), ("to", base.padded(total.max))];
            say(shared::RANGE, lang, &ends.each_ref().map(|(name, end)| (*name, end.as_str())))
        }
    };
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
    button("link", label, "scenario", value)
        .attr("aria-label", named)
        .attr("aria-pressed", if open { "true" } else { "false" })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::desk::trying::{begun, opened, written};
    use crate::whatif::lever::levers;
    use crate::words::Lang;

    /// With one more input moved.
    fn with(base: Base, id: &str, value: &str) -> Base {
        let all = levers(&base.rubric, &base.assessment);
        let lever = all.iter().find(|lever| lever.id(&base.rubric) == id).unwrap();
        let (stored, _) = written(&base, &[(lever, lever.position(value).unwrap())]);
        Base::of(base.rubric, stored, Lang::Zh)
    }

    fn says(base: &Base) -> String {
        draw(base).drawn.iter().map(Drawn::says).collect()
    }

    #[test]
    fn without_any_it_says_how_to_begin_one() {
        let none = Base::fukang(|_| ());
        let said = says(&none);
        assert!(said.contains("还没有推演方案") && said.ends_with("新建方案"), "{said}");
        let one = Base::of(none.rubric.clone(), begun(&none), Lang::Zh);
        let said = says(&one);
        assert!(said.contains("方案一没有改动已打开93.50 优"), "{said}");
    }

    #[test]
    fn all_of_them_stand_side_by_side_with_their_changes_in_words() {
        let one = with(Base::fukang(|_| ()), "insured-pooled.actual", "5990");
        let left = Base::of(one.rubric.clone(), opened(&one, ""), Lang::Zh);
        let two = with(left, "insured-all.actual", "10972");
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
}
