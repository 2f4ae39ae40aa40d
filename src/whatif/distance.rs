//! 差距: what each input alone would have to be for the total to reach, or to lose, a grade.
