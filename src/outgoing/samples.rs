//! What lies in queues of today is read by tomorrow's program: a row of each kind, as it is stored.
//!
//! A line of `samples.jsonl` is never changed: add one when a kind is added. A kind that is no longer written must still
//! be read, for as long as rows of it can wait (a broadcast: weeks).

use std::collections::BTreeSet;

use serde::de::DeserializeOwned;
use serde_json::Value;

use super::{Call, FileContent, FileKind, MenuScope, Purpose};

fn rows() -> Vec<(Value, Value)> {
    let lines = include_str!("samples.jsonl").lines();
    lines
        .map(|line| serde_json::from_str(line).expect("a purpose and a call"))
        .collect()
}

/// The variants that serde knows of a type, as it lists them when it is given none of them.
fn variants<T: DeserializeOwned>() -> BTreeSet<String> {
    let error = serde_json::from_str::<T>("\"no such variant\"").err();
    let told = error.expect("there is no such variant").to_string();
    let quoted = told.split('`').skip(3).step_by(2);
    quoted.map(ToOwned::to_owned).collect()
}

/// The name of a variant in its JSON.
fn variant(value: &Value) -> String {
    let name = value
        .as_str()
        .or_else(|| value.as_object()?.keys().next().map(String::as_str));
    name.expect("a variant").to_owned()
}

#[test]
fn a_stored_row_of_each_kind_is_read_and_written_as_it_was() {
    for (purpose, call) in rows() {
        let read: Purpose = serde_json::from_value(purpose.clone()).expect("a purpose");
        assert_eq!(serde_json::to_value(read).expect("JSON"), purpose);
        assert_eq!(read.kind(), variant(&purpose), "the column says the same");
        let read: Call = serde_json::from_value(call.clone()).expect("a call");
        assert_eq!(serde_json::to_value(read).expect("JSON"), call);
    }
}

#[test]
fn no_kind_is_without_a_stored_row() {
    let rows = rows();
    let purposes: BTreeSet<String> = rows.iter().map(|(purpose, _)| variant(purpose)).collect();
    let calls: BTreeSet<String> = rows.iter().map(|(_, call)| variant(call)).collect();
    assert_eq!(purposes, variants::<Purpose>());
    assert_eq!(calls, variants::<Call>());
    let inside = |path: &[&str]| -> BTreeSet<String> {
        let found = rows.iter().filter_map(|(_, call)| {
            let mut value = call;
            for step in path {
                value = value.get(step)?;
            }
            Some(variant(value))
        });
        found.collect()
    };
    assert_eq!(inside(&["file", "kind"]), variants::<FileKind>());
    assert_eq!(inside(&["file", "content"]), variants::<FileContent>());
    assert_eq!(inside(&["menu", "scope"]), variants::<MenuScope>());
}
