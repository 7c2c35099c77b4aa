//! A unit's invite link as a picture with a QR code.
//!
//! Knows how it looks. Must not know whose link it is, nor who may have it.

use std::fmt::Write;

use qrcode::{EcLevel, QrCode};
use unicode_normalization::UnicodeNormalization;

use crate::drawing::FONT;
use crate::text::escape;

const WIDTH: usize = 1_080;
/// Height of a line of the heading.
const LINE: usize = 66;
/// Letters of the heading on a line.
const LINE_CHARS: usize = 32;
/// Side of the code.
const CODE: usize = 760;
/// The white border that scanners need, in modules of the code.
const QUIET: usize = 4;

/// The link is too long for a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the link is too long for a code")]
pub(crate) struct TooLong;

/// An invitation: a heading, the code of `link`, and lines below it.
///
/// # Errors
/// The link is too long.
pub(crate) fn invitation(heading: &str, link: &str, below: &[&str]) -> Result<String, TooLong> {
    let code = QrCode::with_error_correction_level(link, EcLevel::M).map_err(|_| TooLong)?;
    let heading = wrapped(heading);
    let top = 70 + heading.len() * LINE;
    let height = top + CODE + 60 + below.len() * 58;
    let mut svg = format!(
        r##"<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" font-family="{FONT}" text-anchor="middle"><rect width="{WIDTH}" height="{height}" fill="#ffffff"/><rect width="{WIDTH}" height="{}" fill="#12395c"/>"##,
        top - 10,
    );
    for (line, number) in heading.iter().zip(1..) {
        words(
            &mut svg,
            35 + number * LINE - 18,
            (54, "#ffffff", true),
            line,
        );
    }
    modules(&mut svg, &code, top);
    for (line, number) in below.iter().zip(1..) {
        let look = (38, "#16232f", number == 1);
        words(&mut svg, top + CODE + number * 58, look, line);
    }
    svg.push_str("</svg>");
    Ok(svg)
}

fn words(svg: &mut String, y: usize, (size, colour, bold): (usize, &str, bool), text: &str) {
    let weight = if bold { "bold" } else { "normal" };
    let text = escape(&text.nfc().collect::<String>());
    // Writing to a text cannot fail.
    let _ = write!(
        svg,
        r#"<text x="{}" y="{y}" font-size="{size}" font-weight="{weight}" fill="{colour}">{text}</text>"#,
        WIDTH / 2,
    );
}

fn modules(svg: &mut String, code: &QrCode, top: usize) {
    let side = code.width() + 2 * QUIET;
    let _ = write!(
        svg,
        r##"<svg x="{}" y="{top}" width="{CODE}" height="{CODE}" viewBox="0 0 {side} {side}"><path shape-rendering="crispEdges" fill="#000000" d=""##,
        (WIDTH - CODE) / 2,
    );
    for (colour, place) in code.to_colors().iter().zip(0..) {
        if *colour == qrcode::Color::Dark {
            let (x, y) = (place % code.width() + QUIET, place / code.width() + QUIET);
            let _ = write!(svg, "M{x},{y}h1v1h-1z");
        }
    }
    svg.push_str(r#""/></svg>"#);
}

/// Lines of at most [`LINE_CHARS`] letters, cut between words.
fn wrapped(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= LINE_CHARS => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_invitation_can_be_drawn_and_keeps_its_words() {
        let name = "Công đoàn cơ sở Sở Nông nghiệp và Môi trường <tỉnh> Sóc Trăng";
        let svg = invitation(
            name,
            "https://t.me/nhip_bot?start=AbCd",
            &["Quét mã", "t.me"],
        )
        .unwrap();
        assert!(
            svg.contains("Sở Nông nghiệp") && svg.contains("&lt;tỉnh&gt;"),
            "{svg}"
        );
        assert!(crate::drawing::png(&svg).is_ok());
    }

    #[test]
    fn what_no_code_can_hold_is_an_error() {
        assert_eq!(invitation("Tổ", &"x".repeat(5_000), &[]), Err(TooLong));
    }
}
