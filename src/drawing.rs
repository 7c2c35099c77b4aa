//! A drawing (SVG) as a picture (PNG), with the font inside the binary.
//!
//! Knows nothing of what is drawn. Costs some milliseconds of computing: not for a place that others
//! wait for.

use std::sync::{Arc, LazyLock};

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};

/// The only family there is; the same everywhere, whatever is installed.
pub const FONT: &str = "Noto Sans";

/// A drawing larger than this is a mistake of ours: the messenger takes 10,000 for both sides together.
const SIDE_MAX: u32 = 4_000;

/// Why there is no picture: always a mistake of ours.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RenderError {
    /// Not a drawing.
    #[error("no SVG")]
    Svg,
    /// Its sides are 0 or too large.
    #[error("a drawing of {0} × {1}")]
    Size(u32, u32),
    /// The pixels cannot be written.
    #[error("no PNG")]
    Png,
}

/// Read once: parsing the fonts takes longer than drawing.
static FONTS: LazyLock<Arc<fontdb::Database>> = LazyLock::new(|| {
    let mut fonts = fontdb::Database::new();
    fonts.load_font_data(notosans::REGULAR_TTF.to_vec());
    fonts.load_font_data(notosans::BOLD_TTF.to_vec());
    fonts.set_sans_serif_family(FONT);
    Arc::new(fonts)
});

/// Draws it, one pixel a unit.
///
/// # Errors
/// See [`RenderError`].
pub fn png(svg: &str) -> Result<Vec<u8>, RenderError> {
    let options = Options {
        font_family: FONT.to_owned(),
        fontdb: FONTS.clone(),
        ..Options::default()
    };
    let tree = Tree::from_str(svg, &options).map_err(|_| RenderError::Svg)?;
    let size = tree.size().to_int_size();
    let (width, height) = (size.width(), size.height());
    if width > SIDE_MAX || height > SIDE_MAX {
        return Err(RenderError::Size(width, height));
    }
    let mut pixels = Pixmap::new(width, height).ok_or(RenderError::Size(width, height))?;
    resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
    pixels.encode_png().map_err(|_| RenderError::Png)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_drawing_becomes_a_picture_of_its_size() {
        let svg = r##"<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"><text y="18">ẵ</text></svg>"##;
        let picture = png(svg).unwrap();
        assert_eq!(picture[..4], *b"\x89PNG");
        assert_eq!(picture[16..24], [0, 0, 0, 30, 0, 0, 0, 20]);
        let empty = svg.replace('ẵ', "");
        assert_ne!(picture, png(&empty).unwrap(), "the letter is drawn");
    }

    #[test]
    fn what_cannot_be_drawn_is_an_error_not_a_panic() {
        assert_eq!(png("no drawing"), Err(RenderError::Svg));
        let wide = r##"<svg xmlns="http://www.w3.org/2000/svg" width="5000" height="20"/>"##;
        assert_eq!(png(wide), Err(RenderError::Size(5000, 20)));
    }
}
