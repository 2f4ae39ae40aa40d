//! Sentences of `whatif::range`.
