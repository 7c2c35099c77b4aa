//! The modules of this crate as a plan: each file may use others, and no way leads back to it.
//!
//! Knows: files and the paths written in them. Must not know: what any module does.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use syn::visit::Visit;
use syn::{ItemMod, ItemUse, UseTree, Visibility};

/// A file's place in the crate: `world::queue`; the crate's root is empty.
type Place = Vec<String>;

fn files(folder: &Path, at: &Place, found: &mut BTreeMap<Place, String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let mut place = at.clone();
        place.push(path.file_stem().unwrap().to_str().unwrap().to_owned());
        if path.is_dir() {
            files(&path, &place, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let place = if place == ["lib"] {
                Place::new()
            } else {
                place
            };
            found.insert(place, fs::read_to_string(&path).unwrap());
        }
    }
}

/// The paths that one file writes, in imports and in code.
#[derive(Default)]
struct Paths(Vec<Place>);

impl<'ast> Visit<'ast> for Paths {
    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        let mut open = vec![(Place::new(), &item.tree)];
        while let Some((mut path, tree)) = open.pop() {
            match tree {
                UseTree::Path(step) => {
                    path.push(step.ident.to_string());
                    open.push((path, &step.tree));
                }
                UseTree::Group(group) => {
                    open.extend(group.items.iter().map(|item| (path.clone(), item)));
                }
                UseTree::Name(name) => {
                    path.push(name.ident.to_string());
                    self.0.push(path);
                }
                UseTree::Rename(name) => {
                    path.push(name.ident.to_string());
                    self.0.push(path);
                }
                UseTree::Glob(_) => self.0.push(path),
            }
        }
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let names = path.segments.iter().map(|step| step.ident.to_string());
        self.0.push(names.collect());
        syn::visit::visit_path(self, path);
    }

    /// `pub(crate)` names the crate without using anything of it.
    fn visit_visibility(&mut self, _: &'ast Visibility) {}

    /// Modules inside a file are its own tests; their `super` is the file itself.
    fn visit_item_mod(&mut self, _: &'ast ItemMod) {}
}

/// The file that a path leads to, if it leads to one of this crate.
fn target(from: &Place, path: &Place, all: &BTreeMap<Place, String>) -> Option<Place> {
    let mut full = match path.first()?.as_str() {
        "crate" => Place::new(),
        "self" => from.clone(),
        "super" => from[..from.len() - 1].to_vec(),
        _ => return None,
    };
    full.extend(path[1..].iter().cloned());
    while !all.contains_key(&full) {
        full.pop()?;
    }
    Some(full).filter(|to| to != from)
}

fn arrows() -> BTreeMap<Place, BTreeSet<Place>> {
    let mut all = BTreeMap::new();
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    files(&source, &Place::new(), &mut all);
    let of = |(from, text): (&Place, &String)| {
        let mut paths = Paths::default();
        paths.visit_file(&syn::parse_file(text).unwrap());
        let to = paths.0.iter().filter_map(|path| target(from, path, &all));
        (from.clone(), to.collect())
    };
    all.iter().map(of).collect()
}

#[test]
fn no_two_modules_need_each_other() {
    let mut left = arrows();
    assert!(left.len() > 30, "the source is found: {}", left.len());
    // Whoever uses nobody that is left can be built next; a circle is what never can.
    loop {
        let ready: BTreeSet<Place> = left
            .iter()
            .filter(|(_, uses)| uses.iter().all(|used| !left.contains_key(used)))
            .map(|(place, _)| place.clone())
            .collect();
        if ready.is_empty() {
            break;
        }
        left.retain(|place, _| !ready.contains(place));
    }
    let circle: Vec<String> = left
        .iter()
        .flat_map(|(from, uses)| uses.iter().map(move |to| (from, to)))
        .filter(|(_, to)| left.contains_key(*to))
        .map(|(from, to)| format!("{} uses {}", from.join("::"), to.join("::")))
        .collect();
    assert!(circle.is_empty(), "a circle:\n{}", circle.join("\n"));
}
