//! Sentences of `whatif::comparison`.
