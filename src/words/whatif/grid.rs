//! Sentences of `whatif::grid`.
