//! The names and forms of address that an organisation chooses for itself.
//!
//! Knows what can be chosen, and the defaults. Must not know texts.

use serde::Deserialize;

use crate::told;
use crate::types::Language;

/// What the organisation is called, who runs the bot, how people are spoken to.
/// Every text may use `$organisation`, `$operator`, `$contact`, `$member`, `$address`
/// and `$Address`, which is the same with a capital letter.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Words {
    /// The union as it is called today.
    pub organisation: Phrase,
    /// Who runs this bot and answers for the data.
    pub operator: Phrase,
    /// Where to ask.
    pub contact: Phrase,
    /// The word for those it is for.
    pub member: Phrase,
    /// How one person is spoken to.
    pub address: Address,
}

impl Default for Words {
    fn default() -> Self {
        Self {
            organisation: Phrase::of("tổ chức công đoàn", "the trade union"),
            operator: Phrase::of(
                "ban chấp hành công đoàn cơ sở",
                "the committee of the grassroots union",
            ),
            contact: Phrase::of(
                "cán bộ công đoàn của đơn vị",
                "the union officer of your unit",
            ),
            member: Phrase::of(
                "cán bộ, công chức, viên chức",
                "officials and public employees",
            ),
            address: Address::default(),
        }
    }
}

impl Words {
    /// The words as arguments of a text in `language`.
    pub(crate) fn in_language(&self, language: Language) -> [(&'static str, String); 6] {
        let address = self.address.in_language(language);
        [
            ("organisation", self.organisation.in_language(language)),
            ("operator", self.operator.in_language(language)),
            ("contact", self.contact.in_language(language)),
            ("member", self.member.in_language(language)),
            ("Address", capitalised(address)),
            ("address", address.to_owned()),
        ]
    }
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}

/// A word in both languages. In settings: one string for both, or `{ vi = "…", en = "…" }`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "Written")]
pub struct Phrase {
    /// Vietnamese.
    pub vi: String,
    /// English.
    pub en: String,
}

#[derive(Deserialize)]
#[serde(untagged, deny_unknown_fields)]
enum Written {
    One(String),
    Two { vi: String, en: Option<String> },
}

impl TryFrom<Written> for Phrase {
    type Error = String;

    fn try_from(written: Written) -> Result<Self, Self::Error> {
        let (vi, en) = match written {
            Written::One(both) => (both, None),
            Written::Two { vi, en } => (vi, en),
        };
        let en = en.unwrap_or_else(|| vi.clone());
        if vi.trim().is_empty() || en.trim().is_empty() {
            return Err(told!("settings-word-empty"));
        }
        Ok(Self { vi, en })
    }
}

impl Phrase {
    /// The two words.
    pub fn of(vi: &str, en: &str) -> Self {
        Self {
            vi: vi.to_owned(),
            en: en.to_owned(),
        }
    }

    fn in_language(&self, language: Language) -> String {
        match language {
            Language::Vi => self.vi.clone(),
            Language::En => self.en.clone(),
        }
    }
}

/// How one person is spoken to: the same everywhere, never mixed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
pub enum Address {
    /// Among members of the union and the Party.
    #[default]
    #[serde(rename = "đồng chí")]
    Comrade,
    /// Among colleagues.
    #[serde(rename = "anh/chị")]
    Colleague,
}

/// The placeholders in the content for the form of address, which each organisation chooses. The second begins a
/// sentence.
pub const SPOKEN_TO: [&str; 2] = ["{đồng chí}", "{Đồng chí}"];

impl Address {
    /// Both forms.
    pub const ALL: [Self; 2] = [Self::Comrade, Self::Colleague];

    /// The content with this form in place of the placeholders. The content is Vietnamese in either language.
    pub fn put(self, text: &str) -> String {
        let [within, first] = SPOKEN_TO;
        let form = self.in_language(Language::Vi);
        text.replace(within, form)
            .replace(first, &capitalised(form))
    }

    fn in_language(self, language: Language) -> &'static str {
        match (self, language) {
            (_, Language::En) => "you",
            (Self::Comrade, Language::Vi) => "đồng chí",
            (Self::Colleague, Language::Vi) => "anh/chị",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_may_give_one_word_or_two() {
        let words: Words = toml::from_str(
            "organisation = 'Công đoàn phường Sóc Trăng'\naddress = 'anh/chị'\n[member]\nvi = 'người lao động'\nen = 'workers'",
        )
        .unwrap();
        let en = words.in_language(Language::En);
        assert!(en.contains(&("organisation", "Công đoàn phường Sóc Trăng".into())));
        assert!(en.contains(&("member", "workers".into())));
        let vi = words.in_language(Language::Vi);
        assert!(vi.contains(&("Address", "Anh/chị".into())));
    }

    #[test]
    fn content_speaks_in_the_form_that_was_chosen() {
        let text = "{Đồng chí} làm gì? Nơi {đồng chí} làm việc, “đồng chí Lập” nói.";
        assert_eq!(
            Address::Colleague.put(text),
            "Anh/chị làm gì? Nơi anh/chị làm việc, “đồng chí Lập” nói."
        );
        assert!(
            Address::default()
                .put(text)
                .starts_with("Đồng chí làm gì? Nơi đồng chí")
        );
    }

    #[test]
    fn an_empty_word_and_a_third_form_of_address_are_refused() {
        for settings in [
            "organisation = ' '",
            "address = 'bạn'",
            "adress = 'đồng chí'",
        ] {
            assert!(toml::from_str::<Words>(settings).is_err(), "{settings}");
        }
    }
}
