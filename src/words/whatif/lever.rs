//! Sentences of `whatif::lever`.
