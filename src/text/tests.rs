//! Rendering, splitting, and that the program asks only for texts that exist.

mod scan;

use proptest::prelude::*;

use super::html::{MESSAGE_CHARS_MAX, split, strip, wrong};
use super::*;

const VI: &str = "
greet = {$Address} <b>{$name}</b>, {$organisation}
count = { $n ->
    [0] chưa có ai
   *[other] {$n} người
 }
button-go = Đi & về {$name}
only-vi = Chỉ có tiếng Việt
body =
    Một đoạn.

    Đoạn hai: {count}.
";
const EN: &str = "
greet = {$Address} <b>{$name}</b>, {$organisation}
count = { $n ->
    [one] one person
   *[other] {$n} people
 }
button-go = There & back {$name}
body =
    One.

    Two: {count}.
";

fn tree(vi: &str, en: &str) -> Tree {
    Tree::of([("ui/vi.ftl", vi), ("ui/en.ftl", en)])
}

fn texts() -> Texts {
    Texts::of(&tree(VI, EN), &Words::default(), None).unwrap()
}

fn refused(vi: &str, en: &str) -> String {
    let built_in = texts();
    let result = Texts::of(&tree(vi, en), &Words::default(), Some(&built_in.catalog.vi));
    result.err().unwrap().to_string()
}

#[test]
fn what_people_wrote_is_escaped_in_html_and_bare_in_plain_text() {
    let texts = texts();
    let args = [("name", Value::from("R&D <b>"))];
    assert_eq!(
        texts.html(Language::Vi, "greet", &args),
        "Đồng chí <b>R&amp;D &lt;b&gt;</b>, tổ chức công đoàn"
    );
    assert_eq!(
        texts.plain(Language::Vi, "button-go", &args),
        "Đi & về R&D <b>"
    );
    let ours = [("name", Value::Html("<i>a</i> &amp; b".into()))];
    assert!(
        texts
            .html(Language::En, "greet", &ours)
            .starts_with("You <b><i>a</i> &amp; b</b>")
    );
    assert_eq!(
        texts.plain(Language::En, "button-go", &ours),
        "There & back a & b"
    );
}

#[test]
fn numbers_are_written_and_counted_as_the_language_does() {
    let texts = texts();
    let say = |language, n: i64| texts.html(language, "count", &[("n", n.into())]);
    assert_eq!(say(Language::Vi, 0), "chưa có ai");
    assert_eq!(say(Language::Vi, 8_600_000), "8.600.000 người");
    assert_eq!(say(Language::En, 1), "one person");
    assert_eq!(say(Language::En, 1_234), "1,234 people");
}

#[test]
fn a_text_may_quote_another_and_have_paragraphs() {
    assert_eq!(
        texts().html(Language::Vi, "body", &[("n", 3_i64.into())]),
        "Một đoạn.\n\nĐoạn hai: 3 người."
    );
}

#[test]
fn what_has_no_english_is_read_in_vietnamese() {
    assert_eq!(
        texts().plain(Language::En, "only-vi", &[]),
        "Chỉ có tiếng Việt"
    );
}

#[test]
#[should_panic(expected = "the text greet was not given its $name")]
fn a_forgotten_argument_stops_a_test() {
    texts().html(Language::Vi, "greet", &[]);
}

#[test]
#[should_panic(expected = "there is no text nothing")]
fn a_key_that_does_not_exist_stops_a_test() {
    texts().plain(Language::Vi, "nothing", &[]);
}

#[test]
fn a_folder_must_have_every_text_and_use_no_other_argument() {
    let without = VI.replace("only-vi = Chỉ có tiếng Việt\n", "");
    assert_eq!(
        refused(&without, EN),
        "messages/ui/vi.ftl:1:1: the text only-vi is missing; add it; the built-in file shows how it reads"
    );
    assert!(
        refused(&VI.replace("{$name}</b>", "{$nme}</b>"), EN)
            .contains("vi.ftl:2:1: the text greet uses $nme")
    );
    assert!(
        refused(VI, &EN.replace("[one] one", "[one] {$m}"))
            .contains("en.ftl:3:1: the text count uses $m")
    );
    assert!(refused("a = {", EN).contains("vi.ftl:1:"));
}

#[test]
fn a_cycle_of_quotations_does_not_hang() {
    let faults = Texts::of(
        &tree("a = {b}\nb = {a}", "a = x\nb = y"),
        &Words::default(),
        None,
    );
    assert!(faults.is_ok());
}

#[test]
fn texts_are_shared_between_tasks() {
    fn shared<T: Send + Sync + Clone>(_: &T) {}
    shared(&texts());
}

#[test]
fn a_short_text_is_one_message() {
    assert_eq!(split("<b>Chào</b>"), ["<b>Chào</b>"]);
    assert_eq!(split(""), Vec::<String>::new());
    assert_eq!(split(" \n"), Vec::<String>::new());
}

#[test]
fn a_long_text_is_cut_between_paragraphs() {
    let paragraph = "từ ".repeat(700);
    let text = format!("{0}\n\n{0}\n\n{0}", paragraph.trim());
    let pieces = split(&text);
    assert_eq!(pieces.len(), 3);
    assert!(pieces.iter().all(|piece| piece == paragraph.trim()));
}

#[test]
fn what_is_open_at_a_cut_is_closed_and_opened_again() {
    let text = format!(
        "<blockquote><b>{}</b></blockquote>",
        "từ ".repeat(2_000).trim()
    );
    let pieces = split(&text);
    assert_eq!(pieces.len(), 2);
    for piece in &pieces {
        assert_eq!(wrong(piece), None);
        assert!(piece.starts_with("<blockquote><b>từ"));
    }
}

proptest! {
    #[test]
    fn pieces_fit_are_sound_and_lose_no_word(
        parts in proptest::collection::vec(
            prop_oneof![
                "[a-zạ&<\" \n]{1,400}".prop_map(|text| escape(&text)),
                "[a-z ]{1,300}".prop_map(|text| format!("<b>{text} <i>{text}</i></b>\n\n")),
            ],
            0..40,
        )
    ) {
        let text = parts.concat();
        let pieces = split(&text);
        for piece in &pieces {
            prop_assert!(piece.encode_utf16().count() <= MESSAGE_CHARS_MAX);
            prop_assert_eq!(wrong(piece), None);
            prop_assert!(!piece.trim().is_empty());
        }
        let letters = |text: &str| strip(text).split_whitespace().collect::<String>();
        prop_assert_eq!(letters(&text), letters(&pieces.join(" ")));
    }

    #[test]
    fn escaping_is_undone_by_reading(text in "\\PC*") {
        let safe = escape(&text);
        prop_assert_eq!(wrong(&safe), None);
        prop_assert_eq!(strip(&safe), text);
    }

    #[test]
    fn folding_twice_is_folding_once(text in "\\PC*") {
        prop_assert_eq!(fold(&fold(&text)), fold(&text));
    }
}

#[test]
fn html_that_the_messenger_refuses_is_told() {
    for (html, told) in [
        ("a < b", "stands alone"),
        ("<b>a</i>", "</i> closes what is not open"),
        ("<b><i>a</b></i>", "</b> closes what is not open"),
        ("<b>a", "<b> is never closed"),
        ("<p>a</p>", "<p> is not allowed"),
        ("<b class=\"x\">a</b>", "is not allowed"),
        ("a &nbsp; b", "“&” stands alone"),
    ] {
        assert!(
            wrong(html).is_some_and(|what| what.contains(told)),
            "{html}"
        );
    }
    for html in [
        "<a href=\"https://t.me/x?a=1&amp;b=2\">x</a>",
        "<blockquote expandable>a</blockquote>",
        "<tg-spoiler>a</tg-spoiler> &lt; &gt; &quot; &amp;",
        "<pre><code class=\"language-rust\">x</code></pre>",
    ] {
        assert_eq!(wrong(html), None, "{html}");
    }
}

#[test]
fn the_program_asks_only_for_texts_that_exist() {
    let texts = Texts::built_in(&Words::default()).unwrap_or_else(|faults| panic!("{faults}"));
    let vi = &texts.catalog.vi;
    let asked = scan::source(&["src"]).asked;
    let keys = asked.iter().map(|(key, _)| key.clone());
    let core = scan::source(&["src/core.rs", "src/core"]);
    let written = core.literals.into_iter();
    let missing: BTreeSet<String> = keys
        .chain(written.filter(|literal| scan::kebab(literal)))
        .filter(|key| !vi.has(key))
        .collect();
    assert!(
        missing.is_empty(),
        "asked for, but not in vi.ftl: {missing:?}"
    );
    for (key, given) in asked {
        let wanted = vi.arguments(&key).cloned().unwrap_or_default();
        let wanted: BTreeSet<String> = wanted.difference(&implied()).cloned().collect();
        let given = given.unwrap_or_else(|| wanted.clone());
        assert_eq!(
            given, wanted,
            "left what the program gives to {key}, right what vi.ftl uses"
        );
    }
}

#[test]
fn no_text_is_left_over_and_no_argument_unknown() {
    let texts = Texts::built_in(&Words::default()).unwrap_or_else(|faults| panic!("{faults}"));
    let vi = &texts.catalog.vi;
    let literals = scan::source(&["src"]).literals;
    let unused = vi.keys().filter(|key| !scan::mentions(&literals, key));
    let unused: Vec<&str> = unused.filter(|key| !vi.quoted(key)).collect();
    assert!(unused.is_empty(), "in vi.ftl, but nobody asks: {unused:?}");
    let implied = implied();
    let wanted = vi.keys().filter_map(|key| vi.arguments(key)).flatten();
    let own: BTreeSet<&String> = wanted.filter(|name| !implied.contains(*name)).collect();
    let unknown = own.into_iter().filter(|name| !literals.contains(name));
    let unknown: Vec<&String> = unknown.collect();
    assert!(
        unknown.is_empty(),
        "in vi.ftl, but nobody gives them: {unknown:?}"
    );
}

/// The texts of the terminal: each is asked for by `told!` with exactly its arguments, or by a name put together.
#[test]
fn the_terminal_is_told_only_texts_that_exist_and_all_of_them() {
    let tree = Tree::built_in().expect("texts");
    let mut faults = Vec::new();
    let vi = Bundle::read(&tree, "cli", Language::Vi, &mut faults);
    assert_eq!(faults, []);
    let said = scan::source(&["src"]);
    for (key, given) in &said.told {
        let wanted = vi.arguments(key);
        let wanted = wanted.unwrap_or_else(|| panic!("told, but not in messages/cli: {key}"));
        assert_eq!(
            given, wanted,
            "left what is given to {key}, right what vi.ftl uses"
        );
    }
    let told = |key: &str| said.told.iter().any(|(told, _)| told == key);
    let unused: Vec<&str> = vi
        .keys()
        .filter(|key| !told(key) && !scan::mentions(&said.literals, key))
        .collect();
    assert!(
        unused.is_empty(),
        "in messages/cli, but nobody tells it: {unused:?}"
    );
}
