//! Texts of `whatif::swing`.

super::super::texts! {}
