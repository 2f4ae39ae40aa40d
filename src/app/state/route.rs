//! Where the page is: the part of the address after the hash.

/// A screen of the page. Works on any static host and sub-path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// `#/`: what it is, forms to begin with, saved assessments.
    Start,
    /// `#/score`: 评分.
    Score,
    /// `#/whatif/<tool>`: 推演.
    WhatIf(String),
    /// `#/audit`: 核验; it needs nothing open.
    Audit,
    /// `#/rubric`: 指标体系.
    Rubric,
    /// `#/share`: 导出.
    Share,
    /// `#/open/<payload>`: a share link.
    Open(String),
}

impl Route {
    /// The screen of a hash; what is not known is the start.
    pub fn parse(hash: &str) -> Route {
        let path = hash.trim_start_matches('#').trim_start_matches('/');
        match path.split_once('/') {
            Some(("open", payload)) => Route::Open(payload.to_owned()),
            Some(("whatif", tool)) => Route::WhatIf(tool.to_owned()),
            _ => match path {
                "score" => Route::Score,
                "whatif" => Route::WhatIf(String::new()),
                "audit" => Route::Audit,
                "rubric" => Route::Rubric,
                "share" => Route::Share,
                _ => Route::Start,
            },
        }
    }

    /// The hash of a screen: `#/score`.
    pub fn hash(&self) -> String {
        match self {
            Route::Start => "#/".to_owned(),
            Route::Score => "#/score".to_owned(),
            Route::WhatIf(tool) if tool.is_empty() => "#/whatif".to_owned(),
            Route::WhatIf(tool) => format!("#/whatif/{tool}"),
            Route::Audit => "#/audit".to_owned(),
            Route::Rubric => "#/rubric".to_owned(),
            Route::Share => "#/share".to_owned(),
            Route::Open(payload) => format!("#/open/{payload}"),
        }
    }

    /// The screen, whatever is shown on it.
    pub fn screen(self) -> Route {
        match self {
            Route::WhatIf(_) => Route::WhatIf(String::new()),
            other => other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_comes_back_as_it_was() {
        for hash in [
            "#/",
            "#/score",
            "#/whatif",
            "#/whatif/grid",
            "#/audit",
            "#/rubric",
            "#/share",
            "#/open/AbC-_9",
        ] {
            assert_eq!(Route::parse(hash).hash(), hash);
        }
    }

    #[test]
    fn what_is_not_known_is_the_start() {
        assert_eq!(Route::parse(""), Route::Start);
        assert_eq!(Route::parse("#/nowhere"), Route::Start);
        assert_eq!(Route::parse("#/open"), Route::Start);
    }
}
