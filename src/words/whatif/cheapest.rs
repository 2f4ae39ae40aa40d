//! Sentences of `whatif::cheapest`.
