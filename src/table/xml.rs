//! The few things that are asked of XML.
//!
//! Knows elements, attributes and text. Must not know which elements there are.

use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesStart, Event};

use super::Broken;

impl From<quick_xml::Error> for Broken {
    fn from(_: quick_xml::Error) -> Self {
        Self::Damaged
    }
}

/// A reader to which `<a/>` is `<a></a>`.
pub(super) fn reader(text: &str) -> Reader<&[u8]> {
    let mut reader = Reader::from_str(text.strip_prefix('\u{feff}').unwrap_or(text));
    reader.config_mut().expand_empty_elements = true;
    reader
}

/// The value of an attribute, whatever stands before its name and a colon.
pub(super) fn attribute<'a>(element: &'a BytesStart<'_>, name: &str) -> Option<Cow<'a, str>> {
    let mut attributes = element.attributes();
    let mut known = attributes.with_checks(false).flatten();
    let named = known.find(|one| one.key.local_name().as_ref() == name);
    named?.normalized_value(XmlVersion::Explicit1_0).ok()
}

/// Adds what an event says to a text.
pub(super) fn push(text: &mut String, event: &Event<'_>) {
    match event {
        Event::Text(part) => text.push_str(&part.xml10_content()),
        Event::CData(part) => text.push_str(&part.xml10_content()),
        Event::GeneralRef(entity) => {
            if let Some(known) = resolve_xml_entity(entity.as_ref()) {
                text.push_str(known);
            } else if let Ok(Some(letter)) = entity.resolve_char_ref() {
                text.push(letter);
            }
        }
        _ => {}
    }
}
