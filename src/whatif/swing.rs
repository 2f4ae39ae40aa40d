//! 敏感性: what each input between a low and a high makes of the total.
