//! Each SQL statement of the program, prepared against the schema as the migrations leave it: what names a table or a
//! column that is not there fails here, however rarely it runs.
//!
//! Knows how statements are written down in `src/store` and `src/db.rs`. Must not know what any of them is for.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use sqlx::{AssertSqlSafe, Executor, SqlSafeStr};
use syn::parse::{ParseStream, Parser};
use syn::punctuated::Punctuated;
use syn::visit::{self, Visit};
use syn::{Expr, ExprCall, ItemConst, ItemFn, ItemMacro, Lit, Macro, Token};
use testkit::stage::{FILE, folder, runtime};

/// What a statement begins with.
const VERBS: &[&str] = &[
    "BEGIN",
    "COMMIT",
    "DELETE",
    "INSERT",
    "PRAGMA",
    "RELEASE",
    "REPLACE",
    "ROLLBACK",
    "SAVEPOINT",
    "SELECT",
    "UPDATE",
    "WITH",
];

/// What a statement leaves open, and something that could stand there.
const OPEN: &[(&str, &str)] = &[("{table}", "members"), ("{}", "1")];

/// Functions that are handed their statements; these stand, as everything in `src/store`, in a literal somewhere.
const HANDED: &[(&str, &str)] = &[
    // What it runs is run by this test as it is.
    ("src/db.rs", "connect"),
    ("src/store/checkins/closing.rs", "each"),
    ("src/store/mydata.rs", "of_person"),
];

/// One file's statements, and what is wrong with how they are written.
#[derive(Default)]
struct Reader {
    file: String,
    /// Constants and macros that stand for a piece of SQL.
    pieces: BTreeMap<String, String>,
    function: String,
    /// Where each stands, and its text.
    statements: Vec<(String, String)>,
    /// How many calls were seen, and those that are handed their statement.
    calls: usize,
    handed: Vec<String>,
}

impl Reader {
    /// The text that an expression stands for, if that can be told from this file.
    fn text(&self, expr: &Expr) -> Option<String> {
        match expr {
            Expr::Lit(literal) => match &literal.lit {
                Lit::Str(text) => Some(text.value()),
                _ => None,
            },
            Expr::Macro(called) => self.of_macro(&called.mac),
            Expr::Path(path) => self
                .pieces
                .get(&path.path.get_ident()?.to_string())
                .cloned(),
            Expr::Call(call) if names(&call.func).ends_with("AssertSqlSafe") => {
                self.text(call.args.first()?)
            }
            Expr::Paren(inner) => self.text(&inner.expr),
            Expr::Reference(inner) => self.text(&inner.expr),
            _ => None,
        }
    }

    fn of_macro(&self, called: &Macro) -> Option<String> {
        let name = called.path.get_ident()?.to_string();
        let args = || called.parse_body_with(Punctuated::<Expr, Token![,]>::parse_terminated);
        match name.as_str() {
            "concat" => args().ok()?.iter().map(|part| self.text(part)).collect(),
            "format" => {
                let mut text = self.text(args().ok()?.first()?)?;
                for (name, piece) in &self.pieces {
                    text = text.replace(&format!("{{{name}}}"), piece);
                }
                for (hole, sample) in OPEN {
                    text = text.replace(hole, sample);
                }
                Some(text)
            }
            _ => self.pieces.get(&name).cloned(),
        }
    }
}

fn is_statement(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or_default();
    VERBS.contains(&first.trim_end_matches(';'))
}

/// A path as it is written, without its blanks.
fn names(expr: &Expr) -> String {
    let Expr::Path(path) = expr else {
        return String::new();
    };
    let parts = path.path.segments.iter();
    let parts: Vec<String> = parts.map(|part| part.ident.to_string()).collect();
    parts.join("::")
}

/// `macro_rules! name { () => { "a piece" }; }`, or a `concat!` of pieces.
fn piece(reader: &Reader, rules: &ItemMacro) -> Option<(String, String)> {
    let name = rules.ident.as_ref()?.to_string();
    let body = |input: ParseStream| {
        let (nothing, text);
        syn::parenthesized!(nothing in input);
        let _: Option<Expr> = nothing.parse().ok();
        input.parse::<Token![=>]>()?;
        syn::braced!(text in input);
        let piece: Expr = text.parse()?;
        input.parse::<Option<Token![;]>>()?;
        Ok(piece)
    };
    let piece = body.parse2(rules.mac.tokens.clone()).ok()?;
    Some((name, reader.text(&piece)?))
}

impl<'ast> Visit<'ast> for Reader {
    fn visit_item_fn(&mut self, function: &'ast ItemFn) {
        self.function = function.sig.ident.to_string();
        visit::visit_item_fn(self, function);
        self.function.clear();
    }

    fn visit_impl_item_fn(&mut self, function: &'ast syn::ImplItemFn) {
        self.function = function.sig.ident.to_string();
        visit::visit_impl_item_fn(self, function);
        self.function.clear();
    }

    fn visit_expr(&mut self, expr: &'ast Expr) {
        match self.text(expr) {
            Some(text) if is_statement(&text) => {
                let place = format!("{} {}", self.file, self.function);
                self.statements.push((place, text));
            }
            _ => visit::visit_expr(self, expr),
        }
    }

    fn visit_expr_call(&mut self, call: &'ast ExprCall) {
        let name = names(&call.func);
        if name.starts_with("sqlx::query") || name.starts_with("sqlx::raw_sql") {
            self.calls += 1;
            let text = call.args.first().and_then(|query| self.text(query));
            match text {
                Some(text) if is_statement(&text) => {}
                Some(text) => panic!("{}: what statement is this? {text}", self.file),
                None => self.handed.push(self.function.clone()),
            }
        }
        visit::visit_expr_call(self, call);
    }
}

/// What comes before the statements: constants and macros they are put together from.
struct Pieces<'a>(&'a mut Reader);

impl<'ast> Visit<'ast> for Pieces<'_> {
    fn visit_item_const(&mut self, constant: &'ast ItemConst) {
        if let Some(text) = self.0.text(&constant.expr) {
            self.0.pieces.insert(constant.ident.to_string(), text);
        }
    }

    fn visit_item_macro(&mut self, rules: &'ast ItemMacro) {
        let piece = piece(self.0, rules);
        self.0.pieces.extend(piece);
    }
}

/// The pieces that other files use.
fn shared(root: &Path) -> BTreeMap<String, String> {
    let mut reader = Reader::default();
    for file in [
        "src/store/trees.rs",
        "src/store/checkins.rs",
        "src/store/units.rs",
    ] {
        let text = fs::read_to_string(root.join(file)).expect("a file of ours");
        Pieces(&mut reader).visit_file(&syn::parse_file(&text).expect("sound Rust"));
    }
    reader.pieces
}

fn read(root: &Path, file: &Path) -> Reader {
    let text = fs::read_to_string(file).expect("a file of ours");
    let parsed = syn::parse_file(&text).expect("sound Rust");
    let file = file.strip_prefix(root).expect("a file of ours");
    let mut reader = Reader {
        file: file.display().to_string(),
        pieces: shared(root),
        ..Reader::default()
    };
    Pieces(&mut reader).visit_file(&parsed);
    reader.visit_file(&parsed);
    let code = text
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    let calls: usize = code
        .map(|line| line.matches("sqlx::query").count() + line.matches("sqlx::raw_sql").count())
        .sum();
    assert_eq!(
        reader.calls, calls,
        "{}: a query that is no call, or within a macro, would be overlooked",
        reader.file
    );
    reader
}

/// The files that speak SQL, without their tests.
fn files(root: &Path) -> Vec<PathBuf> {
    let mut found = vec![root.join("src/db.rs"), root.join("src/store.rs")];
    let mut folders = vec![root.join("src/store")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder of ours") {
            let path = entry.expect("a file of ours").path();
            if path.is_dir() {
                folders.push(path);
            } else if !path.ends_with("tests.rs") {
                found.push(path);
            }
        }
    }
    found
}

#[test]
fn each_statement_fits_the_schema() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let readers: Vec<Reader> = files(root).iter().map(|file| read(root, file)).collect();
    for reader in &readers {
        for function in &reader.handed {
            let own = format!("{} {function}", reader.file);
            let written = reader.statements.iter().any(|(place, _)| *place == own);
            let known = HANDED.contains(&(reader.file.as_str(), function));
            assert!(
                written || known,
                "{own}: no statement stands here: where does it come from?"
            );
        }
    }
    let statements: Vec<_> = readers.iter().flat_map(|one| &one.statements).collect();
    let calls: usize = readers.iter().map(|one| one.calls).sum();
    println!("{} statements, {calls} calls", statements.len());
    assert!(statements.len() >= calls && calls > 250, "so few");
    let faults = runtime().block_on(async {
        let folder = folder();
        let path = folder.path().join(FILE);
        let db = nhip::db::Db::open(&path).await.expect("a database");
        let options = sqlx::sqlite::SqliteConnectOptions::new().filename(&path);
        let mut eye = sqlx::ConnectOptions::connect(&options)
            .await
            .expect("it opens");
        sqlx::raw_sql(nhip::db::MEMORY)
            .execute(&mut eye)
            .await
            .expect("tables in memory");
        let mut faults = Vec::new();
        for (place, text) in statements {
            // Several run as one are prepared one after the other.
            for one in text.split(';') {
                let statement = AssertSqlSafe(one.to_owned()).into_sql_str();
                if let Err(error) = eye.prepare(statement).await {
                    faults.push(format!("{place}: {error}\n{one}\n"));
                }
            }
        }
        db.close().await;
        faults
    });
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}
