//! Texts of `whatif::scenario`.

super::super::texts! {
    NAME = "方案{number}", "Scenario {number}";
}
