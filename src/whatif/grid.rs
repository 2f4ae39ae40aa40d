//! 双因素: the totals for two inputs at once.
