//! What every document is made from: the form, what was entered, the scores, a language.

use crate::engine::{
    Assessment, Date, Direction, Entry, Figure, Fraction, Indicator, Measure, Node, Outcome,
    Rubric, Rule, Scorecard, Value,
};
use crate::exchange::typed;
use crate::words::report;
use crate::words::table::{Key, documents as text, line, shared};
use crate::words::{self, Lang, say, t};

/// Everything that a document shows.
pub struct Context<'a> {
    /// The form.
    pub rubric: &'a Rubric,
    /// What was entered, as typed.
    pub assessment: &'a Assessment,
    /// Its scores.
    pub scorecard: &'a Scorecard,
    /// The language of heads and sentences.
    pub lang: Lang,
    nodes: Vec<Node<'a>>,
    nothing: Entry,
}

/// A leaf with all that is known of it.
#[derive(Clone, Copy)]
pub struct Leaf<'a> {
    /// Its position in the form.
    pub at: usize,
    /// 1 on the first level.
    pub depth: usize,
    /// Whether it is a 加分项.
    pub bonus: bool,
    /// The indicator.
    pub indicator: &'a Indicator,
    /// Its score.
    pub outcome: &'a Outcome,
    /// What was entered, empty if nothing.
    pub entry: &'a Entry,
}

impl<'a> Context<'a> {
    /// All that documents need.
    pub fn new(
        rubric: &'a Rubric,
        assessment: &'a Assessment,
        scorecard: &'a Scorecard,
        lang: Lang,
    ) -> Context<'a> {
        let (nodes, nothing) = (rubric.nodes(), Entry::default());
        Context { rubric, assessment, scorecard, lang, nodes, nothing }
    }

    /// A head or name from the table of texts.
    pub(super) fn t(&self, key: Key) -> &'static str {
        t(key, self.lang)
    }

    /// A name of the form.
    pub fn name(&self, indicator: &'a Indicator) -> &'a str {
        self.lang.of(&indicator.name)
    }

    /// What was entered for an indicator or group.
    pub fn entry(&self, id: &str) -> &Entry {
        self.assessment.entries.get(id).unwrap_or(&self.nothing)
    }

    /// The node at a position.
    pub fn node(&self, at: usize) -> Option<&Node<'a>> {
        self.nodes.get(at)
    }

    /// The outcome at a position.
    pub fn outcome(&self, at: usize) -> Option<&'a Outcome> {
        self.scorecard.outcomes.get(at)
    }

    /// All leaves in the order of the form, 加分项 last.
    pub fn leaves(&self) -> Vec<Leaf<'_>> {
        let all = self.nodes.iter().enumerate().zip(&self.scorecard.outcomes);
        let leaves = all.filter(|((_, node), _)| node.indicator.is_leaf());
        leaves
            .map(|((at, node), outcome)| Leaf {
                at,
                depth: node.depth,
                bonus: node.bonus,
                indicator: node.indicator,
                outcome,
                entry: self.entry(&node.indicator.id),
            })
            .collect()
    }

    /// Positions of the first level, 加分项 left out.
    pub fn groups(&self) -> Vec<usize> {
        let first = self.nodes.iter().enumerate();
        let first = first.filter(|(_, node)| node.depth == 1 && !node.bonus);
        first.map(|(at, _)| at).collect()
    }

    /// Positions from the first level down to `at` itself.
    pub fn path(&self, at: usize) -> Vec<usize> {
        let mut path = vec![at];
        let mut above = self.node(at).and_then(|node| node.parent);
        while let Some(parent) = above {
            path.insert(0, parent);
            above = self.node(parent).and_then(|node| node.parent);
        }
        path
    }

    /// 目标值 as the form prints it: `≥33333人`.
    pub fn target(&self, leaf: &Leaf<'_>) -> String {
        if !leaf.entry.target_text.is_empty() {
            return leaf.entry.target_text.clone();
        }
        let Some(scoring) = &leaf.indicator.scoring else {
            return String::new();
        };
        match (&scoring.measure, &scoring.rule) {
            (Some(Measure::Ratio(ratio)), _) => {
                let target = self.with_unit(leaf, |entry| &entry.target);
                prefixed(sign(ratio.direction), target)
            }
            (Some(Measure::Cost(_) | Measure::Timeliness(_)), _) => {
                self.with_unit(leaf, |entry| &entry.planned)
            }
            (Some(_), Rule::Shortfall(rule)) => at_least(rule.target),
            (Some(_), Rule::Steps(rule)) => at_least(rule.full),
            // What the money is divided by is no target: all of it is to come, or to be spent.
            (Some(Measure::Budget(_)), _) => at_least(Figure::HUNDRED),
            _ => String::new(),
        }
    }

    /// 业绩值 as the form prints it: `30437人`, `91.31%`.
    pub fn actual(&self, leaf: &Leaf<'_>) -> String {
        if !leaf.entry.actual_text.is_empty() {
            return leaf.entry.actual_text.clone();
        }
        let Some(scoring) = &leaf.indicator.scoring else {
            return String::new();
        };
        match &scoring.measure {
            Some(Measure::Ratio(_) | Measure::Cost(_) | Measure::Timeliness(_)) => {
                self.with_unit(leaf, |entry| &entry.actual)
            }
            Some(_) => rate(leaf.outcome.rate),
            None => self.chosen(leaf, &scoring.rule),
        }
    }

    /// The level or band that was chosen.
    fn chosen(&self, leaf: &Leaf<'_>, rule: &Rule) -> String {
        let id = leaf.entry.level.as_deref().unwrap_or_default();
        let label = match rule {
            Rule::Levels(rule) => rule.levels.iter().find(|level| level.id == id).map(|l| &l.label),
            Rule::Bands(rule) => rule.bands.iter().find(|band| band.id == id).map(|b| &b.label),
            _ => None,
        };
        label.map_or_else(String::new, |label| self.lang.of(label).to_owned())
    }

    /// A field as typed, or what stands in for it, with the unit of the indicator.
    fn with_unit(&self, leaf: &Leaf<'_>, field: fn(&Entry) -> &Option<Value>) -> String {
        let scoring = leaf.indicator.scoring.as_ref();
        let prefill = scoring.and_then(|scoring| field(&scoring.prefill).as_ref());
        let value = field(leaf.entry).as_ref().filter(|value| !value.is_blank()).or(prefill);
        let shown = match value {
            Some(Value::Text(text)) => text.trim(),
            Some(Value::Fact(fact)) => self.fact(fact),
            None => "",
        };
        let plain = shown.ends_with(|c: char| c.is_ascii_digit());
        let measure = scoring.and_then(|scoring| scoring.measure.as_ref());
        if matches!(measure, Some(Measure::Timeliness(_))) {
            return self.day(shown);
        }
        match scoring.filter(|_| plain) {
            Some(scoring) => {
                let unit = self.lang.of(&scoring.unit);
                let gap =
                    if unit.starts_with(|c: char| c.is_ascii_alphanumeric()) { " " } else { "" };
                format!("{shown}{gap}{unit}")
            }
            None => shown.to_owned(),
        }
    }

    /// A day as sentences write it; what is no day stays as typed.
    fn day(&self, shown: &str) -> String {
        let day = typed::date(shown, &self.assessment.project.year);
        let day = day.and_then(|iso| Date::parse(&iso));
        day.map_or_else(|| shown.to_owned(), |day| words::date(day, self.lang))
    }

    /// A fact as typed; empty if there is none.
    pub fn fact(&self, id: &str) -> &str {
        self.assessment.facts.get(id).map_or("", |text| text.trim())
    }

    /// 评分过程: what the assessor noted, then how the points arose.
    pub fn process(&self, leaf: &Leaf<'_>) -> String {
        let line = words::line(self.rubric, leaf.indicator, leaf.outcome, self.lang);
        self.noted(leaf) + &self.sentence(&line)
    }

    /// 评分过程 with the closing sentence, which alone names the score then, as reports print it.
    pub fn argument(&self, leaf: &Leaf<'_>) -> (String, String) {
        let Leaf { indicator, outcome, .. } = *leaf;
        let closing = report::closing(self.rubric, indicator, outcome, self.lang);
        if closing.is_empty() {
            return (self.process(leaf), closing);
        }
        let process = self.noted(leaf) + &self.unscored(indicator, outcome);
        (process, closing)
    }

    /// What the assessor wrote on an indicator.
    pub fn noted(&self, leaf: &Leaf<'_>) -> String {
        let over = leaf.entry.overridden.as_ref().map_or("", |over| &over.reason);
        let noted = [leaf.entry.note.as_str(), &leaf.entry.reason, over];
        noted.map(|text| self.sentence(text)).concat()
    }

    /// The line of an indicator or group without its last clause, 得5.48分 or 加2分.
    pub fn unscored(&self, indicator: &Indicator, outcome: &Outcome) -> String {
        let whole = words::line(self.rubric, indicator, outcome, self.lang);
        let points = words::points(outcome.score.min, self.lang);
        let joint = t(shared::COMMA, self.lang);
        let cut = [line::SCORED, line::ADDED].into_iter().find_map(|key| {
            let before = whole.strip_suffix(&*say(key, self.lang, &[("points", &points)]))?;
            if before.is_empty() { Some(before) } else { before.strip_suffix(joint) }
        });
        self.sentence(cut.unwrap_or(&whole))
    }

    /// The text with a full stop, unless it ends in one or is empty.
    pub fn sentence(&self, text: &str) -> String {
        let text = text.trim();
        if text.is_empty() || text.ends_with(['。', '.', '！', '？', '；', '!', '?']) {
            return text.to_owned();
        }
        match self.lang {
            Lang::Zh => format!("{text}。"),
            Lang::En => format!("{text}. "),
        }
    }

    /// 评价要点 with its numbers: `①…；②…`.
    pub fn criteria(&self, indicator: &Indicator) -> String {
        let points: Vec<&str> =
            indicator.criteria.iter().map(|label| self.lang.of(label)).collect();
        match points.as_slice() {
            [] => indicator.meaning.as_ref().map_or("", |meaning| self.lang.of(meaning)).to_owned(),
            [only] => (*only).to_owned(),
            several => {
                let numbered = several.iter().zip('①'..).map(|(point, n)| format!("{n}{point}"));
                let joint = t(shared::SEMICOLON, self.lang);
                numbered.collect::<Vec<_>>().join(joint)
            }
        }
    }

    /// A name with its weight: `决策（20）`.
    pub fn with_weight(&self, indicator: &'a Indicator) -> String {
        let (name, weight) = (self.name(indicator), indicator.weight.trimmed());
        say(text::WITH_WEIGHT, self.lang, &[("name", name), ("weight", &weight)])
    }

    /// 项目名称, or that there is none yet.
    pub fn project_name(&self) -> &str {
        match self.assessment.project.name.trim() {
            "" => self.t(text::UNNAMED),
            name => name,
        }
    }
}

/// A rate as it is printed; empty where nothing was measured.
pub fn rate(rate: Option<Fraction>) -> String {
    rate.map_or_else(String::new, words::percent)
}

/// Part ÷ whole as a percentage; empty where it can't be worked out.
pub fn proportion(part: Option<Figure>, whole: Option<Figure>) -> String {
    let quotient =
        part.zip(whole).and_then(|(part, whole)| part.fraction().div(whole.fraction()).ok());
    rate(quotient)
}

/// A rate that is to be reached; above 100 % there is nothing to reach.
fn at_least(percent: Figure) -> String {
    let sign = if percent == Figure::HUNDRED { "" } else { "≥" };
    format!("{sign}{}%", percent.trimmed())
}

fn prefixed(sign: &str, text: String) -> String {
    if text.is_empty() || text.starts_with(['≥', '≤', '<', '>', '=', '＜', '＞']) {
        return text;
    }
    format!("{sign}{text}")
}

fn sign(direction: Direction) -> &'static str {
    match direction {
        Direction::AtLeast => "≥",
        Direction::Above => ">",
        Direction::AtMost => "≤",
        Direction::Below => "<",
        Direction::Equal => "=",
    }
}
