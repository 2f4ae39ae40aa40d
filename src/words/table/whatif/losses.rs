//! Texts of `whatif::losses`.

super::super::texts! {}
