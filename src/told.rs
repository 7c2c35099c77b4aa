//! What is told to whoever sits at the terminal, in their language.
//!
//! Knows `messages/cli/` inside the program: a fault of a folder of texts cannot be told from that folder. The language
//! is the process's own, like its locale. Must not know who tells, nor why. Members' and officers' texts are `text`.

use std::cell::Cell;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicBool, Ordering};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use unic_langid::LanguageIdentifier;

/// Shown where a text is missing; only a bug can lead to it.
const GAP: &str = "…";

/// What a program that nobody has asked anything speaks: tests and benches do.
static VIETNAMESE: AtomicBool = AtomicBool::new(false);

thread_local! {
    static FOR_NOW: Cell<Option<bool>> = const { Cell::new(None) };
}

static VI: LazyLock<Catalog> =
    LazyLock::new(|| catalog("vi", include_str!("../messages/cli/vi.ftl")));
static EN: LazyLock<Catalog> =
    LazyLock::new(|| catalog("en", include_str!("../messages/cli/en.ftl")));

type Catalog = FluentBundle<FluentResource>;

/// A text of `messages/cli/` with its arguments: `told!("file-unread", path = path.display())`.
#[macro_export]
macro_rules! told {
    ($key:literal $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::told::text($key, &[$((stringify!($name), ($value).to_string())),*])
    };
}

/// From now on the process speaks this language, by its code.
pub fn speak(code: &str) {
    VIETNAMESE.store(code == "vi", Ordering::Relaxed);
}

/// The language that is spoken now, by its code.
pub fn code() -> &'static str {
    let vietnamese = FOR_NOW.get();
    match vietnamese.unwrap_or_else(|| VIETNAMESE.load(Ordering::Relaxed)) {
        true => "vi",
        false => "en",
    }
}

/// What is made inside is in this language: what goes to the log, for one, is English.
pub fn within<T>(code: &str, make: impl FnOnce() -> T) -> T {
    let before = FOR_NOW.replace(Some(code == "vi"));
    let made = make();
    FOR_NOW.set(before);
    made
}

/// A text that must be there.
pub fn text(key: &str, args: &[(&'static str, String)]) -> String {
    let found = find(key, args);
    debug_assert!(found.is_some(), "messages/cli has no sound text {key}");
    found.unwrap_or_else(|| GAP.to_owned())
}

/// A text that may be there.
pub fn find(key: &str, args: &[(&'static str, String)]) -> Option<String> {
    let catalog = if code() == "vi" { &*VI } else { &*EN };
    let pattern = catalog.get_message(key)?.value()?;
    let mut values = FluentArgs::new();
    for (name, value) in args {
        values.set(*name, value.as_str());
    }
    let mut errors = Vec::new();
    let text = catalog.format_pattern(pattern, Some(&values), &mut errors);
    errors.is_empty().then(|| text.into_owned())
}

/// What is wrong with the files is found by `nhip check` and by tests; here the rest of them still speaks.
fn catalog(code: &str, source: &str) -> Catalog {
    let locale: LanguageIdentifier = code.parse().unwrap_or_default();
    let mut catalog = FluentBundle::new_concurrent(vec![locale]);
    catalog.set_use_isolating(false);
    let resource = FluentResource::try_new(source.to_owned());
    drop(catalog.add_resource(resource.unwrap_or_else(|(sound, _)| sound)));
    catalog
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_told_in_the_language_of_the_process_or_in_another_for_now() {
        assert_eq!(told!("check-sound"), "no faults");
        assert_eq!(within("vi", || told!("check-sound")), "không có lỗi nào");
        assert_eq!(told!("check-sound"), "no faults");
        assert_eq!(find("no-such-text", &[]), None);
    }
}
