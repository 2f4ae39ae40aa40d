//! 最省力: the smallest set of changes that reaches a total.
