//! A Rust file as the house rules see it, read by `syn`: the paths it names and how long it is, without its tests.
//!
//! Knows which item is a test and where a path leads. Must not know any rule.

use std::fs;
use std::ops::RangeInclusive;
use std::path::Path;

use proc_macro2::{Span, TokenStream, TokenTree};
use syn::spanned::Spanned;
use syn::visit::Visit;

/// A file of a crate.
pub struct Source {
    /// From the repository's root, with `/`.
    pub path: String,
    /// How many lines are not tests.
    pub lines: usize,
    /// Where the file stands in its crate: `src/core/member/quiz.rs` is `core`, `member`, `quiz`; `main` and `lib` are the root.
    pub module: Vec<String>,
    /// Every path that is named outside tests, imported or in full.
    pub uses: Vec<Use>,
    /// Modules that only tests include.
    tests: Vec<Vec<String>>,
}

/// A path that a file names.
pub struct Use {
    pub line: usize,
    /// Whether it leads into the file's own crate.
    pub ours: bool,
    /// From the crate's root, such as `store`, `rounds` if it is ours; as it is written otherwise.
    pub path: Vec<String>,
}

/// All Rust of a folder such as `src`, without the files that only tests include.
pub fn program(root: &Path, folder: &str) -> Vec<Source> {
    let mut sources: Vec<Source> = files(root, folder)
        .into_iter()
        .filter(|path| path.ends_with(".rs"))
        .map(|path| {
            let text = fs::read_to_string(root.join(&path)).unwrap();
            Source::new(&path, &text)
        })
        .collect();
    let tests: Vec<Vec<String>> = sources.iter().flat_map(|one| one.tests.clone()).collect();
    sources.retain(|one| !tests.iter().any(|test| one.module.starts_with(test)));
    sources
}

/// Every file below a folder, by its path from the root, in order; not what is built, fetched or left by a run.
pub fn files(root: &Path, folder: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut names: Vec<String> = fs::read_dir(root.join(folder))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    for name in names {
        let path = if folder.is_empty() {
            name.clone()
        } else {
            format!("{folder}/{name}")
        };
        if ["target", ".git", "demo-data"].contains(&name.as_str()) {
            continue;
        }
        if root.join(&path).is_dir() {
            found.extend(files(root, &path));
        } else {
            found.push(path);
        }
    }
    found
}

impl Source {
    /// A file with this text.
    pub fn new(path: &str, text: &str) -> Self {
        let file = syn::parse_file(text).unwrap_or_else(|error| panic!("{path}: {error}"));
        let (_, inside) = path.rsplit_once("src/").unwrap_or(("", path));
        let module: Vec<String> = inside
            .trim_end_matches(".rs")
            .split('/')
            .filter(|part| *part != "main" && *part != "lib")
            .map(str::to_owned)
            .collect();
        let mut reader = Reader {
            module: module.clone(),
            uses: Vec::new(),
            hidden: Vec::new(),
            tests: Vec::new(),
        };
        reader.visit_file(&file);
        let shown = |line: &usize| !reader.hidden.iter().any(|test| test.contains(line));
        Self {
            path: path.to_owned(),
            lines: (1..=text.lines().count()).filter(shown).count(),
            module,
            uses: reader.uses,
            tests: reader.tests,
        }
    }
}

struct Reader {
    /// Where the visitor is, modules inside the file included.
    module: Vec<String>,
    uses: Vec<Use>,
    hidden: Vec<RangeInclusive<usize>>,
    tests: Vec<Vec<String>>,
}

impl Reader {
    /// Whether these attributes make a test of what they stand before; its lines are hidden then.
    fn hides(&mut self, attributes: &[syn::Attribute], span: Span) -> bool {
        let marks = |attribute: &syn::Attribute| {
            attribute.path().is_ident("cfg")
                && attribute
                    .parse_args::<syn::Path>()
                    .is_ok_and(|what| what.is_ident("test"))
        };
        let test = attributes.iter().any(marks);
        if test {
            self.hidden.push(span.start().line..=span.end().line);
        }
        test
    }

    fn uses(&mut self, line: usize, mut path: Vec<String>) {
        let up = path.iter().take_while(|part| *part == "super").count();
        let base = match path[0].as_str() {
            "crate" | "nhip" => Some(0),
            "self" => Some(self.module.len()),
            "super" => Some(self.module.len().saturating_sub(up)),
            _ => None,
        };
        if let Some(kept) = base {
            let rest = path.split_off(up.max(1));
            path = [&self.module[..kept], &rest].concat();
        }
        let ours = base.is_some();
        self.uses.push(Use { line, ours, path });
    }

    /// Each branch of an import, such as `a::{b, c::{d, e}}`.
    fn branches(&mut self, tree: &syn::UseTree, above: &[String]) {
        let with = |name: &syn::Ident| [above, &[name.to_string()]].concat();
        match tree {
            syn::UseTree::Path(path) => self.branches(&path.tree, &with(&path.ident)),
            syn::UseTree::Group(group) => {
                for tree in &group.items {
                    self.branches(tree, above);
                }
            }
            syn::UseTree::Name(name) if name.ident == "self" => {
                self.uses(name.span().start().line, above.to_vec());
            }
            syn::UseTree::Name(name) => self.uses(name.span().start().line, with(&name.ident)),
            syn::UseTree::Rename(name) => self.uses(name.span().start().line, with(&name.ident)),
            syn::UseTree::Glob(glob) => self.uses(glob.span().start().line, above.to_vec()),
        }
    }

    /// Paths among what a macro or an attribute is given: that may be any tokens.
    fn scan(&mut self, tokens: TokenStream) {
        let mut path: Vec<String> = Vec::new();
        let (mut line, mut colons) = (0, 0);
        for token in tokens {
            match token {
                TokenTree::Ident(name) if colons == 2 => path.push(name.to_string()),
                TokenTree::Ident(name) => {
                    self.end(line, &mut path);
                    line = name.span().start().line;
                    path.push(name.to_string());
                }
                TokenTree::Punct(mark) if mark.as_char() == ':' && !path.is_empty() => {
                    colons += 1;
                    continue;
                }
                other => {
                    self.end(line, &mut path);
                    if let TokenTree::Group(group) = other {
                        self.scan(group.stream());
                    }
                }
            }
            colons = 0;
        }
        self.end(line, &mut path);
    }

    fn end(&mut self, line: usize, path: &mut Vec<String>) {
        if !path.is_empty() {
            self.uses(line, std::mem::take(path));
        }
    }
}

macro_rules! outside_tests {
    ($($visit:ident: $item:ident),*) => {$(
        fn $visit(&mut self, item: &syn::$item) {
            if !self.hides(&item.attrs, item.span()) {
                syn::visit::$visit(self, item);
            }
        }
    )*};
}

impl Visit<'_> for Reader {
    outside_tests!(
        visit_item_const: ItemConst, visit_item_enum: ItemEnum, visit_item_fn: ItemFn, visit_item_impl: ItemImpl,
        visit_item_macro: ItemMacro, visit_item_static: ItemStatic, visit_item_struct: ItemStruct,
        visit_item_type: ItemType, visit_impl_item_fn: ImplItemFn
    );

    fn visit_item_use(&mut self, item: &syn::ItemUse) {
        if !self.hides(&item.attrs, item.span()) {
            self.branches(&item.tree, &[]);
        }
    }

    fn visit_item_mod(&mut self, item: &syn::ItemMod) {
        self.module.push(item.ident.to_string());
        if !self.hides(&item.attrs, item.span()) {
            syn::visit::visit_item_mod(self, item);
        } else if item.content.is_none() {
            self.tests.push(self.module.clone());
        }
        self.module.pop();
    }

    fn visit_path(&mut self, path: &syn::Path) {
        let names = path.segments.iter().map(|part| part.ident.to_string());
        self.uses(path.span().start().line, names.collect());
        syn::visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, item: &syn::Macro) {
        self.visit_path(&item.path);
        self.scan(item.tokens.clone());
    }

    fn visit_attribute(&mut self, attribute: &syn::Attribute) {
        if !attribute.path().is_ident("doc") {
            syn::visit::visit_attribute(self, attribute);
        }
    }

    fn visit_meta_list(&mut self, list: &syn::MetaList) {
        self.scan(list.tokens.clone());
    }
}

#[test]
fn tests_are_not_code() {
    let text = "//! A file.\nfn a() {}\n\n#[cfg(test)]\nmod tests {\n    use b::c;\n}\n#[cfg(test)]\nmod more;\n";
    let source = Source::new("src/a.rs", text);
    assert_eq!((source.lines, source.uses.len()), (3, 0));
    assert_eq!(source.tests, [["a", "more"]]);
}

#[test]
fn a_path_is_found_wherever_it_stands() {
    let text = "use crate::{a::{self, B}, c as d};\nuse super::super::g::H;\nfn i() { f!(x, [crate::j::k(y)]) }\n#[derive(l::M)]\nstruct N(super::o::P);";
    let uses = Source::new("src/x/y.rs", text).uses;
    let path = |one: &Use| format!("{}{}", if one.ours { "/" } else { "" }, one.path.join("::"));
    let paths: Vec<String> = uses.iter().map(path).collect();
    assert_eq!(
        paths,
        [
            "/a", "/a::B", "/c", "/g::H", "f", "x", "/j::k", "y", "l::M", "/x::o::P"
        ]
    );
    assert_eq!(uses[6].line, 3);
}
