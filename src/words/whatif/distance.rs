//! Sentences of `whatif::distance`.
