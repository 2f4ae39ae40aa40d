//! Sentences of `whatif::weights`.
