//! Seeded generation of rubrics and assessments: the same seed gives the same case, without clock.

pub mod assessments;
pub mod rubrics;
pub mod ties;

/// A small generator (SplitMix64).
pub struct Rng(u64);

impl Rng {
    /// Everything that follows is decided by `seed`.
    pub fn new(seed: u64) -> Rng {
        Rng(seed)
    }

    /// The next 64 bits.
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 to below `end`.
    pub fn below(&mut self, end: u64) -> u64 {
        self.next() % end.max(1)
    }

    /// A number from `first` to `last`.
    pub fn between(&mut self, first: u64, last: u64) -> u64 {
        first + self.below(last - first + 1)
    }

    /// True once in `times`.
    pub fn one_in(&mut self, times: u64) -> bool {
        self.below(times) == 0
    }

    /// One of `choices`.
    pub fn pick<T: Copy>(&mut self, choices: &[T]) -> T {
        choices[self.below(choices.len() as u64) as usize]
    }

    /// `total` cut into `parts`, some of which may be 0.
    pub fn split(&mut self, total: u64, parts: usize) -> Vec<u64> {
        let grain = [1, 5, 10, 50, 100].into_iter().filter(|grain| total.is_multiple_of(*grain));
        let grain = self.pick(&grain.collect::<Vec<_>>());
        let mut cuts: Vec<u64> =
            (1..parts).map(|_| self.below(total / grain + 1) * grain).collect();
        cuts.extend([0, total]);
        cuts.sort_unstable();
        cuts.windows(2).map(|pair| pair[1] - pair[0]).collect()
    }
}

/// `units` × 10^-`places` as text.
pub fn decimal(units: u64, places: u32) -> String {
    let digits = format!("{units:0>width$}", width = places as usize + 1);
    let (whole, decimals) = digits.split_at(digits.len() - places as usize);
    if places == 0 { whole.to_owned() } else { format!("{whole}.{decimals}") }
}
