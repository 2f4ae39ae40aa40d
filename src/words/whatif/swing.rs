//! Sentences of `whatif::swing`.
