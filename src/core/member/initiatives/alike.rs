//! How alike two titles are: shared groups of three letters, marks and case aside.
//!
//! Knows nothing but words.

use std::collections::BTreeSet;

use crate::text::fold;

/// From this on a title is shown to whoever has another like it, in hundredths.
const ALIKE: usize = 60;

/// A title, ready to be compared with many.
pub(super) struct Trigrams(BTreeSet<[char; 3]>);

impl Trigrams {
    pub(super) fn of(title: &str) -> Self {
        let words = fold(title).replace(|c: char| !c.is_alphanumeric(), " ");
        let joined = words.split_whitespace().collect::<Vec<_>>().join(" ");
        let padded: Vec<char> = format!("  {joined} ").chars().collect();
        let threes = padded.windows(3).filter_map(|three| three.try_into().ok());
        Self(threes.collect())
    }

    /// Whether at least sixty of a hundred groups of both are shared.
    pub(super) fn alike(&self, other: &Self) -> bool {
        let shared = self.0.intersection(&other.0).count();
        let all = self.0.len() + other.0.len() - shared;
        all > 0 && shared * 100 >= all * ALIKE
    }
}

#[cfg(test)]
mod tests {
    use super::Trigrams;

    #[test]
    fn a_title_that_says_the_same_is_alike_and_one_that_shares_a_word_is_not() {
        let title = Trigrams::of("Gộp hai biểu mẫu xin nghỉ phép thành một");
        for (other, alike) in [
            ("Gộp hai biểu mẫu xin nghỉ phép thành một", true),
            ("GOP HAI BIEU MAU XIN NGHI PHEP THANH MOT.", true),
            ("Gộp hai mẫu đơn xin nghỉ phép thành một mẫu", true),
            ("Gộp các biểu mẫu thanh toán công tác phí", false),
            ("", false),
        ] {
            assert_eq!(title.alike(&Trigrams::of(other)), alike, "{other}");
        }
        assert!(!Trigrams::of("").alike(&Trigrams::of("a b c d")));
    }
}
