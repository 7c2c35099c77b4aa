//! Which texts the program's source asks for, read by `syn`.
//!
//! Knows which argument of a call is a text's key. Must not be relied on outside tests.

use std::collections::BTreeSet;
use std::path::Path;

use proc_macro2::{TokenStream, TokenTree};
use syn::parse::Parser;
use syn::punctuated::Punctuated;
use syn::visit::Visit;
use syn::{Expr, Lit};

/// What the source says of texts.
#[derive(Default)]
pub(super) struct Said {
    /// The keys that stand as a literal in a call, and the names of the arguments if those stand there, too.
    pub(super) asked: Vec<(String, Option<BTreeSet<String>>)>,
    /// The same of `told!`, which is about the terminal's texts.
    pub(super) told: Vec<(String, BTreeSet<String>)>,
    /// All string literals, `{…}` in them as `\0`: what `format!` puts there is not known.
    pub(super) literals: Vec<String>,
}

/// All our source in these files and folders but tests.
pub(super) fn source(places: &[&str]) -> Said {
    let mut said = Said::default();
    for place in places {
        gather(
            &Path::new(env!("CARGO_MANIFEST_DIR")).join(place),
            &mut said,
        );
    }
    said
}

fn gather(path: &Path, said: &mut Said) {
    let name = path.file_name().unwrap().to_string_lossy();
    if path.is_dir() && name != "tests" {
        for entry in std::fs::read_dir(path).unwrap() {
            gather(&entry.unwrap().path(), said);
        }
    } else if name.ends_with(".rs") && name != "tests.rs" {
        said.visit_file(&syn::parse_file(&std::fs::read_to_string(path).unwrap()).unwrap());
    }
}

/// Calls that are given a key, and which argument it is.
const CALLS: [(&str, usize); 7] = [
    ("alert", 2),
    ("answer_callback", 2),
    ("html", 1),
    ("key", 1),
    ("plain", 1),
    ("reply_text", 3),
    ("say", 1),
];

impl Visit<'_> for Said {
    fn visit_expr_method_call(&mut self, call: &syn::ExprMethodCall) {
        let place = CALLS.iter().find(|(name, _)| call.method == name);
        if let Some((_, place)) = place
            && let Some(key) = call.args.get(*place).and_then(string)
        {
            let given = call.args.get(place + 1).and_then(names);
            self.asked.push((key, given));
        }
        syn::visit::visit_expr_method_call(self, call);
    }

    fn visit_lit_str(&mut self, literal: &syn::LitStr) {
        self.literals.push(hidden(&literal.value()));
    }

    fn visit_macro(&mut self, item: &syn::Macro) {
        let arguments = Punctuated::<Expr, syn::Token![,]>::parse_terminated;
        match arguments.parse2(item.tokens.clone()) {
            Ok(all)
                if item
                    .path
                    .segments
                    .last()
                    .is_some_and(|name| name.ident == "told") =>
            {
                self.told.extend(told(&all));
                all.iter().skip(1).for_each(|one| self.visit_expr(one));
            }
            Ok(all) => all.iter().for_each(|one| self.visit_expr(one)),
            Err(_) => self.scan(item.tokens.clone()),
        }
    }

    // Neither a documentation nor a test asks for anything.
    fn visit_attribute(&mut self, _: &syn::Attribute) {}

    fn visit_item_mod(&mut self, item: &syn::ItemMod) {
        if item.ident != "tests" {
            syn::visit::visit_item_mod(self, item);
        }
    }
}

impl Said {
    /// Literals among tokens that are no list of expressions.
    fn scan(&mut self, tokens: TokenStream) {
        for token in tokens {
            match token {
                TokenTree::Group(group) => self.scan(group.stream()),
                TokenTree::Literal(literal) => {
                    if let Lit::Str(text) = Lit::new(literal) {
                        self.visit_lit_str(&text);
                    }
                }
                TokenTree::Ident(_) | TokenTree::Punct(_) => {}
            }
        }
    }
}

/// The key in `"key", name = value, …` and the names.
fn told<'a>(all: impl IntoIterator<Item = &'a Expr>) -> Option<(String, BTreeSet<String>)> {
    let mut all = all.into_iter();
    let key = string(all.next()?)?;
    let name = |one: &Expr| match one {
        Expr::Assign(one) => match &*one.left {
            Expr::Path(path) => path.path.get_ident().map(ToString::to_string),
            _ => None,
        },
        _ => None,
    };
    Some((key, all.filter_map(name).collect()))
}

fn string(expression: &Expr) -> Option<String> {
    match expression {
        Expr::Lit(syn::ExprLit {
            lit: Lit::Str(text),
            ..
        }) => Some(text.value()),
        _ => None,
    }
}

/// The names in `&[("name", value), …]`.
fn names(expression: &Expr) -> Option<BTreeSet<String>> {
    let Expr::Reference(reference) = expression else {
        return None;
    };
    let Expr::Array(array) = &*reference.expr else {
        return None;
    };
    let name = |pair: &Expr| match pair {
        Expr::Tuple(pair) => pair.elems.first().and_then(string),
        _ => None,
    };
    Some(array.elems.iter().filter_map(name).collect())
}

fn hidden(text: &str) -> String {
    let mut parts = text.split('{');
    let first = parts.next().unwrap().to_owned();
    let after = |part: &str| part.split_once('}').map_or("", |(_, rest)| rest).to_owned();
    parts.fold(first, |text, part| text + "\0" + &after(part))
}

/// `quiz-right` and the like: in the core nothing else is written so.
pub(super) fn kebab(literal: &str) -> bool {
    literal.contains('-')
        && literal.split('-').all(|part| {
            !part.is_empty()
                && part
                    .chars()
                    .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit())
        })
}

/// Whether a literal is the key, or becomes it by what `format!` puts in.
pub(super) fn mentions(literals: &[String], key: &str) -> bool {
    literals
        .iter()
        .any(|literal| match literal.split_once('\0') {
            None => literal == key,
            Some((head, tail)) => {
                let tail = tail.rsplit('\0').next().unwrap();
                // `format!("{x}")` alone would mention everything.
                head.len() > 2
                    && key.len() > head.len() + tail.len()
                    && key.starts_with(head)
                    && key.ends_with(tail)
            }
        })
}

#[test]
fn calls_and_literals_are_found() {
    let source = "fn f() { texts.html(language, \"quiz-right\", &[(\"why\", f(\"b\", x).into())]); vec![t.plain(l, \"a\", &args)]; format!(\"menu-{name}\"); told!(\"db-none\", path = x); }";
    let mut said = Said::default();
    said.visit_file(&syn::parse_str(source).unwrap());
    let why = Some(BTreeSet::from(["why".to_owned()]));
    assert_eq!(said.asked, [("quiz-right".into(), why), ("a".into(), None)]);
    let path = BTreeSet::from(["path".to_owned()]);
    assert_eq!(said.told, [("db-none".into(), path)]);
    let literals = said.literals;
    assert!(mentions(&literals, "menu-help") && mentions(&literals, "quiz-right"));
    assert!(!mentions(&literals, "menu-") && !mentions(&literals, "other"));
    assert!(kebab("quiz-right") && !kebab("quiz") && !kebab("%Y-%m"));
}
