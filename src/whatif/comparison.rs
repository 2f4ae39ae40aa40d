//! 换体系: the same entries under another form, row by row, with what differs and why.
