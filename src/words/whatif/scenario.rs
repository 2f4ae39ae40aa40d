//! Sentences of `whatif::scenario`.
