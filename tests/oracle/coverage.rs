//! Counts what the generated cases reached, so that the test cannot silently stop covering.

use std::collections::BTreeMap;

/// How often each kind of thing was seen.
#[derive(Default)]
pub struct Coverage(BTreeMap<&'static str, u64>);

impl Coverage {
    /// Counts one more of `kind`.
    pub fn seen(&mut self, kind: &'static str) {
        *self.0.entry(kind).or_default() += 1;
    }

    /// Counts one more of `kind` where `so`.
    pub fn seen_if(&mut self, so: bool, kind: &'static str) {
        if so {
            self.seen(kind);
        }
    }

    /// How often `kind` was seen.
    pub fn count(&self, kind: &str) -> u64 {
        self.0.get(kind).copied().unwrap_or_default()
    }

    /// Everything with its count, one per line.
    pub fn listing(&self) -> String {
        self.0.iter().map(|(kind, count)| format!("{count:>9} {kind}\n")).collect()
    }
}
