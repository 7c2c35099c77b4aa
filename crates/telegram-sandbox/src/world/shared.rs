//! Saving and loading of shared (`Arc`) values as if they were owned.
//!
//! Knows: serde. Must not know: what is shared. serde's own `rc` feature does the same, but a feature is
//! switched on for every crate of a build, and `Arc` would then pass unnoticed elsewhere, too.

use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serializer};

pub(super) fn serialize<S: Serializer>(text: &Arc<str>, out: S) -> Result<S::Ok, S::Error> {
    out.serialize_str(text)
}

pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Arc<str>, D::Error> {
    Ok(String::deserialize(from)?.into())
}

pub(super) mod map {
    use std::collections::BTreeMap;
    use std::sync::Arc;

    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    pub(crate) fn serialize<S, T>(map: &BTreeMap<i64, Arc<T>>, out: S) -> Result<S::Ok, S::Error>
    where
        S: Serializer,
        T: Serialize,
    {
        out.collect_map(map.iter().map(|(id, value)| (id, value.as_ref())))
    }

    pub(crate) fn deserialize<'de, D, T>(from: D) -> Result<BTreeMap<i64, Arc<T>>, D::Error>
    where
        D: Deserializer<'de>,
        T: Deserialize<'de>,
    {
        let owned = BTreeMap::<i64, T>::deserialize(from)?;
        Ok(owned
            .into_iter()
            .map(|(id, value)| (id, Arc::new(value)))
            .collect())
    }
}
