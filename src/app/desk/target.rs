//! 目标总分: the total that the tools look at, the next grade unless another is chosen.

use super::base::Base;
use super::drawn::{Drawn, button, el};
use super::tools::parts;
use crate::engine::Figure;
use crate::exchange::typed;
use crate::words::table::desk as text;
use crate::words::{points, say, t};

/// What was typed or chosen as the target; empty for the next grade.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Target {
    typed: String,
}

impl Target {
    /// Another target, as typed.
    pub fn set(&mut self, typed: &str) {
        typed.clone_into(&mut self.typed);
    }

    /// The total to reach, 分: what was typed, else the lower bound of the next better grade, else
    /// the full score.
    pub fn points(&self, base: &Base) -> Figure {
        self.read().unwrap_or_else(|| next(base))
    }

    fn read(&self) -> Option<Figure> {
        let plain = typed::figure(&self.typed, "分")?;
        plain.parse().ok().filter(|points: &Figure| !points.is_negative())
    }

    /// The field, the usual targets, and how far they are.
    pub fn draw(&self, base: &Base) -> Drawn {
        let (lang, points) = (base.lang, self.points(base));
        let wrong = !self.typed.trim().is_empty() && self.read().is_none();
        let beyond = points > most(base);
        let shown =
            if self.typed.trim().is_empty() { points.trimmed() } else { self.typed.clone() };
        let field = el("input", "whatif__field")
            .id("whatif-target")
            .attr("type", "text")
            .attr("inputmode", "decimal")
            .attr("autocomplete", "off")
            .attr("value", shown)
            .attr("aria-describedby", "whatif-standing")
            .flag("aria-invalid", wrong || beyond)
            .act("target");
        let usual = usual(base).into_iter().map(|(label, bound)| {
            let pressed = if bound == points { "true" } else { "false" };
            button("chip", label, "target", &bound.trimmed()).attr("aria-pressed", pressed)
        });
        let usual = el("div", "chips")
            .attr("role", "group")
            .attr("aria-label", t(text::TARGETS, lang))
            .children(usual);
        let label = el("label", "whatif__label").attr("for", "whatif-target");
        let row = el("div", "whatif__row").child(field).child(usual);
        el("div", "whatif__target")
            .child(label.text(t(text::TARGET, lang)))
            .child(row)
            .child(self.standing(base, wrong, beyond))
    }

    fn standing(&self, base: &Base, wrong: bool, beyond: bool) -> Drawn {
        let class = match wrong || beyond {
            true => "whatif__standing whatif__standing--wrong",
            false => "whatif__standing",
        };
        let (lang, target) = (base.lang, self.points(base));
        let told = match (wrong, beyond) {
            (true, _) => {
                let values = [("text", &*parts::echo(&self.typed)), ("points", &target.trimmed())];
                say(text::TARGET_UNREAD, lang, &values)
            }
            (false, true) => {
                let values = [("most", points(most(base), lang)), ("points", points(target, lang))];
                say(text::TARGET_BEYOND, lang, &values.each_ref().map(|(name, it)| (*name, &**it)))
            }
            (false, false) => standing(base, target),
        };
        el("p", class).id("whatif-standing").text(told)
    }
}

/// How far the total is from a target, in a sentence.
fn standing(base: &Base, target: Figure) -> String {
    let (lang, score) = (base.lang, base.card.total.score);
    if !score.is_settled() {
        let (min, max) = (base.padded(score.min), base.padded(score.max));
        let values = [("min", &*min), ("max", &max), ("points", &points(target, lang))];
        return say(text::MAY_REACH, lang, &values);
    }
    let (key, gap) = match score.min < target {
        true => (text::SHORT, target - score.min),
        false => (text::REACHED, score.min - target),
    };
    say(key, lang, &[("points", &points(gap, lang))])
}

/// The most that the form gives, 分: the full score and what may be added, up to the cap.
fn most(base: &Base) -> Figure {
    let bonus = base.rubric.bonus.as_ref().map_or(Figure::ZERO, |bonus| bonus.max);
    let all = base.rubric.full_score + bonus;
    base.rubric.cap.map_or(all, |cap| all.min(cap))
}

/// The next better grade, or the full score.
fn next(base: &Base) -> Figure {
    let above = base.rubric.grades.position(base.total()).checked_sub(1);
    let better = above.and_then(|at| base.rubric.grades.0.get(at));
    better.map_or(base.rubric.full_score, |grade| grade.min)
}

/// Every grade that has a lower bound, and the full score.
fn usual(base: &Base) -> Vec<(String, Figure)> {
    let lang = base.lang;
    let bounds = base.rubric.grades.0.iter().filter(|grade| grade.min > Figure::ZERO);
    let grade = bounds.map(|grade| {
        let values = [("grade", lang.of(&grade.name)), ("points", &points(grade.min, lang))];
        (say(text::TO_GRADE, lang, &values), grade.min)
    });
    let full = base.rubric.full_score;
    let top = say(text::TO_FULL, lang, &[("points", &points(full, lang))]);
    std::iter::once((top, full)).chain(grade).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::presets;
    use crate::words::Lang;

    fn base(id: &str) -> Base {
        let (rubric, example) = (presets::rubric(id).unwrap(), presets::example(id).unwrap());
        Base::of(rubric, example, Lang::Zh)
    }

    fn figure(text: &str) -> Figure {
        text.parse().unwrap()
    }

    #[test]
    fn the_next_grade_is_the_target_and_at_the_best_the_full_score() {
        // Taishan's 84.00 is 良; 优 begins at 90 there.
        assert_eq!(Target::default().points(&base("taishan")), figure("90"));
        assert_eq!(Target::default().points(&base("fukang")), Figure::HUNDRED);
    }

    #[test]
    fn what_is_typed_is_the_target_and_what_cannot_be_read_is_said() {
        let base = base("fukang");
        let mut target = Target::default();
        target.set("９５");
        assert_eq!(target.points(&base), figure("95"));
        // 95 − 93.50
        assert!(target.draw(&base).says().contains("距目标还差1.5分。"));
        target.set("九十五分多");
        assert_eq!(target.points(&base), Figure::HUNDRED);
        assert!(target.draw(&base).says().contains("“九十五分多”不是分数"));
    }

    #[test]
    fn a_target_above_what_the_form_gives_is_said_to_be_so_at_its_field() {
        let mut base = base("fukang");
        let mut target = Target::default();
        target.set("101");
        let drawn = target.draw(&base);
        assert!(drawn.says().contains("最高只有100分，达不到101分。"), "{}", drawn.says());
        assert_eq!(drawn.all("whatif__field")[0].get("aria-invalid"), "true");
        target.set("100");
        assert!(target.draw(&base).says().contains("距目标还差6.5分。"));
        base.rubric.cap = Some(figure("98"));
        assert!(target.draw(&base).says().contains("最高只有98分，达不到100分。"));
        // What was typed is repeated in part only.
        target.set(&"九".repeat(4_000));
        assert!(target.draw(&base).says().contains(&format!("“{}…”不是分数", "九".repeat(30))));
    }
}
