//! What the fuzz targets share: inputs close to real documents, and the way that whatever was
//! read takes through the product.

use std::sync::LazyLock;

use jiheng::engine::{Rubric, Scorecard, score};
use jiheng::exchange::json::{self, Named};
use jiheng::exchange::{link, typed};
use jiheng::presets;
use jiheng::words::{self, Lang};

static RUBRICS: LazyLock<Vec<Rubric>> = LazyLock::new(|| {
    presets::LIST.iter().filter_map(|preset| presets::rubric(preset.id)).collect()
});

/// The published examples, and one of them with a form of its own; the presets without one are left
/// out.
pub static EXAMPLES: LazyLock<Vec<Named>> = LazyLock::new(|| {
    let examples = presets::LIST.iter().filter_map(|preset| presets::example(preset.id));
    let own = RUBRICS.first().and_then(|rubric| {
        let example = presets::example(&rubric.id)?;
        Some(Named::with_rubric(example, Rubric { id: "own".to_owned(), ..rubric.clone() }))
    });
    examples.map(Named::of).chain(own).collect()
});

/// The input as it is, or, chosen by its first byte, one of `bases` with the changes that the rest
/// describes. A reader is seldom reached beyond its first checks by bytes that are all made up.
pub fn input(data: &[u8], bases: &[Vec<u8>]) -> Vec<u8> {
    match data.split_first() {
        Some((choice, rest)) => match bases.get(usize::from(*choice)) {
            Some(base) => changed(base, rest),
            None => data.to_vec(),
        },
        None => Vec::new(),
    }
}

/// `base` with bytes cut out and put in: each change is two bytes of position, how many bytes go,
/// how many come, and those.
fn changed(base: &[u8], mut changes: &[u8]) -> Vec<u8> {
    let mut bytes = base.to_vec();
    while let [high, low, cut, come, rest @ ..] = changes {
        let at = usize::from(u16::from_be_bytes([*high, *low])) % (bytes.len() + 1);
        let end = (at + usize::from(*cut)).min(bytes.len());
        let (new, after) = rest.split_at(usize::from(*come).min(rest.len()));
        bytes.splice(at..end, new.iter().copied());
        changes = after;
    }
    bytes
}

/// Scores the assessment on every form and on the one that it carries, makes the sentences of its
/// own, and writes and reads it again.
pub fn follow(named: &Named) {
    let assessment = &named.assessment;
    for rubric in RUBRICS.iter().chain(named.rubric.as_deref()) {
        let plain = typed::plain(rubric, assessment);
        assert_eq!(typed::plain(rubric, &plain), plain, "made plain twice");
        let scorecard = score(rubric, &plain);
        // Sentences are the slow part; on the other forms most entries are unknown anyway.
        if rubric.id == assessment.rubric.id {
            say(rubric, &scorecard);
        }
    }
    let file = json::write(std::slice::from_ref(named));
    assert_eq!(json::read(file.as_bytes()).as_deref(), Ok(std::slice::from_ref(named)));
    if let Ok(payload) = link::write(named) {
        let name = assessment.project.name.clone();
        assert_eq!(link::read(&payload), Ok(Named { name, ..named.clone() }));
    }
}

fn say(rubric: &Rubric, scorecard: &Scorecard) {
    for lang in Lang::ALL {
        for (node, outcome) in rubric.nodes().iter().zip(&scorecard.outcomes) {
            words::line(rubric, node.indicator, outcome, lang);
            words::steps(rubric, node.indicator, outcome, lang);
        }
        for problem in &scorecard.problems {
            words::problem(rubric, problem, lang);
        }
    }
}
