//! 可能范围: what is still open, and which answer settles the grade.
