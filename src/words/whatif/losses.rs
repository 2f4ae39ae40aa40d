//! Sentences of `whatif::losses`.
