//! The search against trying every set, on random small forms that are anything but additive.

use super::instance::{Instance, Row, Set, only};
use super::search::{Hunt, highest};
use crate::engine::{Assessment, Entry, Figure, Incident, Rubric, Trial, Value, score};
use crate::tree::tests::toml;

/// A small generator (SplitMix64).
struct Rng(u64);

impl Rng {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }

    fn one_in(&mut self, times: u64) -> bool {
        self.below(times) == 0
    }
}

/// A form with judged rows and rows that share a fact, as things are and as each could be.
struct Made {
    rubric: Rubric,
    now: Assessment,
    best: Assessment,
}

impl Made {
    /// What changing the facts and rows of `set` comes to; facts are units 0 and 1, then the rows.
    fn changed(&self, set: Set) -> Assessment {
        let mut made = self.now.clone();
        for (unit, fact) in FACTS.iter().enumerate() {
            if set & only(unit) != 0 {
                made.facts.insert((*fact).into(), self.best.facts.get(*fact).unwrap().clone());
            }
        }
        for (at, node) in self.rubric.nodes().iter().filter(|n| n.indicator.is_leaf()).enumerate() {
            if set & only(FACTS.len() + at) != 0 {
                let id = &node.indicator.id;
                made.entries.insert(id.clone(), self.best.entries.get(id).unwrap().clone());
            }
        }
        made
    }

    fn instance(&self, costs: Vec<i128>, target: i128) -> Instance {
        let now = Trial::new(&self.rubric, &self.now);
        let nodes = self.rubric.nodes();
        let fixed = (0..nodes.len()).map(|node| now.contribution(node)).collect();
        let leaves = nodes.iter().enumerate().filter(|(_, node)| node.indicator.is_leaf());
        let row = |(at, (node, place)): (usize, (usize, &crate::engine::Node<'_>))| {
            let target = &self.now.entries.get(&place.indicator.id).unwrap().target;
            let mut units = match target {
                Some(Value::Fact(id)) => vec![usize::from(id == FACTS[1])],
                _ => Vec::new(),
            };
            units.push(FACTS.len() + at);
            let given: Vec<_> = (0..1_usize << units.len())
                .map(|mask| {
                    let bit =
                        |(at, unit): (usize, &usize)| (mask >> at & 1 == 1).then(|| only(*unit));
                    let set = units.iter().enumerate().filter_map(bit).sum();
                    Trial::new(&self.rubric, &self.changed(set)).contribution(node)
                })
                .collect();
            Row::new(node, units, &given)
        };
        let rows = leaves.enumerate().map(row).collect();
        Instance::new(now.sums(), fixed, rows, costs, target)
    }
}

const FACTS: [&str; 2] = ["people", "money"];

fn made(rng: &mut Rng, leaves: u64, wild: bool) -> Made {
    let mut text = String::from("groups");
    let (mut now, mut best) = (Assessment::default(), Assessment::default());
    text.clear();
    let groups = 1 + rng.below(4);
    let mut shares: Vec<u64> = (0..leaves).map(|_| 1 + rng.below(9)).collect();
    let bonus_rows = if rng.one_in(3) { 1 + rng.below(2) } else { 0 };
    let full: u64 = shares.iter().take((leaves - bonus_rows) as usize).sum();
    let unequal = rng.one_in(2);
    if unequal {
        shares.reverse();
    }
    let full =
        if unequal { shares.iter().take((leaves - bonus_rows) as usize).sum() } else { full };
    let policy = ["rescale", "full-marks", "zero-weight"][rng.below(3) as usize];
    let cap = if rng.one_in(3) { format!("cap = \"{}\"\n", full * 9 / 10) } else { String::new() };
    text += &format!(
        "id = \"made\"\nedition = \"1\"\ntitle = {{ zh = \"题\" }}\nregion = {{ zh = \"无\" }}\n\
         kind = \"self-evaluation\"\nlayout = \"report\"\nfullScore = \"{full}\"\n\
         notApplicable = \"{policy}\"\n{cap}\
         grades = [{{ name = {{ zh = \"差\" }}, min = \"0\" }}]\n\
         facts = [{{ id = \"people\", label = {{ zh = \"人\" }} }}, {{ id = \"money\", label = {{ zh = \"元\" }} }}]\n\
         sources = []\n"
    );
    for (at, fact) in FACTS.iter().enumerate() {
        now.facts.insert((*fact).into(), "100".into());
        best.facts.insert((*fact).into(), (50 + rng.below(80) + at as u64).to_string());
    }
    let mut leaf = |rng: &mut Rng, at: usize, parent: Option<u64>| {
        let weight = shares[at];
        let id = format!("leaf-{at}");
        let item = |rng: &mut Rng, entry: &mut Vec<Incident>, kind: usize| {
            let scope = match (rng.below(3), parent) {
                (0, _) => "\"total\"".to_owned(),
                (1, Some(own)) => format!("\"group-{own}\""),
                (_, _) => format!("\"group-{}\"", rng.below(groups)),
            };
            let often = if kind == 0 { 2 } else { 3 };
            if rng.one_in(often) {
                entry.push(Incident { item: format!("m{kind}"), ..Incident::default() });
            }
            match kind {
                0 => format!(
                    "{{ kind = \"penalty\", id = \"m0\", label = {{ zh = \"罚\" }}, points = \"{}\", scope = {scope} }}",
                    1 + rng.below(12)
                ),
                _ => format!(
                    "{{ kind = \"knockout\", id = \"m1\", label = {{ zh = \"否\" }}, scope = {scope} }}"
                ),
            }
        };
        let (mut now_entry, mut best_entry) = (Entry::default(), Entry::default());
        let mut modifiers = Vec::new();
        for kind in 0..2 {
            if wild && rng.one_in(5 + 4 * kind as u64) {
                modifiers.push(item(rng, &mut now_entry.deductions, kind));
            }
        }
        if rng.one_in(4) {
            best_entry.deductions = now_entry.deductions.clone();
        }
        let rule = if rng.one_in(4) {
            let fact = FACTS[rng.below(2) as usize];
            for (entry, least) in [(&mut now_entry, 20), (&mut best_entry, 90)] {
                entry.actual = Some(Value::Text((least + rng.below(50)).to_string()));
                entry.target = Some(Value::Fact(fact.into()));
            }
            let rules = [
                "{ kind = \"proportional\" }",
                "{ kind = \"curve\", knots = [{ rate = \"60\", share = \"0\" }, { rate = \"100\", share = \"100\" }, { rate = \"200\", share = \"0\" }] }",
            ];
            let rule = rules[rng.below(2) as usize];
            format!("measure = {{ kind = \"ratio\", direction = \"at-least\" }}\nrule = {rule}\n")
        } else {
            let points = rng.below(weight * 100 + 1);
            let more = points + rng.below(weight * 100 - points + 1);
            let shown = |points: u64| Value::Text(format!("{}.{:02}", points / 100, points % 100));
            now_entry.points = if rng.one_in(8) { None } else { Some(shown(points)) };
            best_entry.points = Some(shown(more));
            "rule = { kind = \"judgement\" }\n".to_owned()
        };
        if rng.one_in(10) {
            now_entry.not_applicable = true;
            best_entry.not_applicable = true;
        }
        now.entries.insert(id.clone(), now_entry);
        best.entries.insert(id.clone(), best_entry);
        format!(
            "id = \"{id}\"\nname = {{ zh = \"行\" }}\nweight = \"{weight}\"\nscoring = {{ modifiers = [{}], {} }}\n",
            modifiers.join(", "),
            rule.trim().replace('\n', ", ")
        )
    };
    let own_rows = (leaves - bonus_rows) as usize;
    for group in 0..groups {
        let within: Vec<usize> =
            (0..own_rows).filter(|at| *at as u64 * groups / own_rows as u64 == group).collect();
        if within.is_empty() {
            continue;
        }
        let weight: u64 = within.iter().map(|at| shares[*at]).sum();
        text += &format!(
            "[[indicators]]\nid = \"group-{group}\"\nname = {{ zh = \"组\" }}\nweight = \"{weight}\"\n"
        );
        for at in within {
            text += &format!("[[indicators.children]]\n{}", leaf(rng, at, Some(group)));
        }
    }
    if bonus_rows > 0 {
        text += &format!("[bonus]\nmax = \"{}\"\n", 1 + rng.below(6));
        for at in own_rows..leaves as usize {
            text += &format!("[[bonus.items]]\n{}", leaf(rng, at, None));
        }
    }
    Made { rubric: toml(&text), now, best }
}

/// Every set that reaches the target without any part of it reaching it, the best first.
fn by_trying_all(made: &Made, costs: &[i128], target: i128) -> (Vec<(Set, i128, i128)>, i128) {
    let units = costs.len();
    let set_of = |mask: usize| (0..units).filter(|at| mask >> at & 1 == 1).map(only).sum::<Set>();
    let total =
        |mask: usize| score(&made.rubric, &made.changed(set_of(mask))).total.score.min.millionths();
    let totals: Vec<i128> = (0..1_usize << units).map(total).collect();
    let mut reaching = vec![false; totals.len()];
    let mut sets = Vec::new();
    for mask in 0..totals.len() {
        let below = (0..units).filter(|at| mask >> at & 1 == 1).any(|at| reaching[mask ^ 1 << at]);
        reaching[mask] = below || totals[mask] >= target;
        if !below && reaching[mask] {
            let cost = (0..units).filter(|at| mask >> at & 1 == 1).map(|at| costs[at]).sum();
            sets.push((set_of(mask), cost, totals[mask]));
        }
    }
    sets.sort_by_key(|(set, cost, total)| (*cost, -*total, std::cmp::Reverse(*set)));
    (sets, totals.into_iter().max().unwrap())
}

#[test]
fn the_search_finds_what_trying_every_set_finds() {
    let (mut solved, mut unreachable, mut explored) = (0, 0, 0);
    for seed in 0..400 {
        let mut rng = Rng(seed);
        let leaves = 3 + rng.below(6);
        let made = made(&mut rng, leaves, true);
        let uniform = rng.one_in(2);
        let costs: Vec<i128> = (0..FACTS.len() as u64 + leaves)
            .map(|_| if uniform { 1 } else { 1 + i128::from(rng.below(30)) })
            .collect();
        let now = score(&made.rubric, &made.now).total.score.min.millionths();
        let full = made.rubric.full_score.millionths();
        let target = now + 1 + (full - now).max(1) * i128::from(rng.below(100)) / 100;
        let (sets, most) = by_trying_all(&made, &costs, target);
        let instance = made.instance(costs.clone(), target);
        assert_eq!(instance.total(0, 0), now, "seed {seed}");
        assert_eq!(highest(&instance).total, most, "seed {seed}");
        let mut hunt = Hunt::new(instance, 11);
        assert!(hunt.step(u64::MAX));
        let found: Vec<_> = hunt.found().iter().map(|one| (one.set, one.cost, one.total)).collect();
        assert_eq!(found, sets[..sets.len().min(11)], "seed {seed}");
        solved += usize::from(!found.is_empty());
        unreachable += usize::from(found.is_empty());
        explored += hunt.explored();
    }
    println!("{solved} solved, {unreachable} out of reach, {explored} sets looked at");
    assert!(solved > 200 && unreachable > 20);
}

#[test]
fn forty_rows() {
    for seed in 0..40 {
        let mut rng = Rng(seed * 77 + 5);
        let made = made(&mut rng, 40, seed % 2 == 1);
        let kind = seed % 4;
        let costs: Vec<i128> = (0..42)
            .map(|_| match kind {
                0 => 1,
                1 | 2 => 1 + i128::from(rng.below(10)),
                _ => 100_000 + i128::from(rng.below(900_000)),
            })
            .collect();
        let now = score(&made.rubric, &made.now).total.score.min.millionths();
        let best = highest(&made.instance(costs.clone(), i128::MAX / 4)).total;
        let target = now + (best - now) * (1 + i128::from(rng.below(10))) / 10;
        let begin = std::time::Instant::now();
        let mut hunt = Hunt::new(made.instance(costs.clone(), target.max(now + 1)), 11);
        let set_up = begin.elapsed();
        let done = hunt.step(3_000_000);
        println!(
            "seed {seed}: {} → {} of {}, {} explored, {} found, first {:?} in {:?} + {:?} {done}",
            Figure::from_millionths(now).unwrap(),
            Figure::from_millionths(target).unwrap(),
            Figure::from_millionths(best).unwrap(),
            hunt.explored(),
            hunt.found().len(),
            hunt.found().first().map(|one| (one.set.count_ones(), one.cost)),
            set_up,
            begin.elapsed() - set_up,
        );
    }
}
