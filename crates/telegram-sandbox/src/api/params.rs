//! The parameters of a call, whichever way they came: JSON, form, query or multipart.
//!
//! Knows: how Telegram reads numbers, truths and nested JSON out of them. Must not know: methods.

use std::collections::HashMap;

use bytes::Bytes;
use serde_json::{Map, Value};

use super::refusal::Refusal;

/// A file that came with a multipart request.
pub(crate) struct Upload {
    pub(crate) name: String,
    pub(crate) mime: Option<String>,
    pub(crate) bytes: Bytes,
}

#[derive(Default)]
pub(crate) struct Params {
    pub(crate) values: Map<String, Value>,
    pub(crate) uploads: HashMap<String, Upload>,
}

impl Params {
    /// A text; numbers are read as their digits, as the real server does.
    pub(crate) fn text(&self, name: &str) -> Option<String> {
        match self.values.get(name)? {
            Value::Null => None,
            Value::String(text) => Some(text.clone()),
            other => Some(other.to_string()),
        }
    }

    pub(crate) fn str(&self, name: &str) -> &str {
        self.values.get(name).and_then(Value::as_str).unwrap_or("")
    }

    pub(crate) fn int(&self, name: &str) -> Option<i64> {
        match self.values.get(name)? {
            Value::Number(number) => number.as_i64(),
            Value::String(text) => text.trim().parse::<i64>().ok(),
            _ => None,
        }
    }

    pub(crate) fn flag(&self, name: &str) -> bool {
        match self.values.get(name) {
            Some(Value::Bool(value)) => *value,
            Some(Value::String(text)) => {
                matches!(text.to_lowercase().as_str(), "true" | "yes" | "1")
            }
            Some(Value::Number(number)) => number.as_i64() == Some(1),
            _ => false,
        }
    }

    /// A nested object: itself in JSON, its text in a form.
    pub(crate) fn nested(&self, name: &str, what: &str) -> Result<Option<Value>, Refusal> {
        match self.values.get(name) {
            None | Some(Value::Null) => Ok(None),
            Some(Value::String(text)) if text.trim().is_empty() => Ok(None),
            Some(Value::String(text)) => serde_json::from_str::<Value>(text)
                .map(Some)
                .map_err(|_| Refusal::bad(&format!("can't parse {what} JSON object"))),
            Some(value) => Ok(Some(value.clone())),
        }
    }
}

/// The items of a nested value that is a list.
pub(super) fn array(value: Option<Value>) -> Option<Vec<Value>> {
    match value {
        Some(Value::Array(items)) => Some(items),
        _ => None,
    }
}
