//! A picture of a screen in 256 colours: a third of its weight, and nobody sees the difference.
//!
//! Knows PNG. Must not know what is shown.

use std::collections::HashMap;
use std::fs::File;
use std::io::{BufReader, BufWriter};
use std::path::Path;

use anyhow::{Context, ensure};

const COLOURS: usize = 256;
type Colour = [u8; 3];

/// A screen's pixels.
pub struct Pixels {
    width: u32,
    height: u32,
    colours: Vec<Colour>,
}

/// Writes the file anew with its most frequent colours; each other one becomes the nearest of them.
pub fn shrink(path: &Path) -> anyhow::Result<()> {
    let pixels = read(path)?;
    let palette = Palette::of(std::slice::from_ref(&pixels));
    let mut encoder = palette.encoder(path, &pixels)?;
    encoder.set_compression(png::Compression::High);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&palette.places(&pixels))?;
    writer.finish()?;
    Ok(())
}

/// Writes one animated PNG of frames of one size, each shown so many milliseconds, for ever.
pub fn film(frames: &[(Pixels, u16)], path: &Path) -> anyhow::Result<()> {
    let screens: Vec<&Pixels> = frames.iter().map(|(pixels, _)| pixels).collect();
    let palette = Palette::of(screens);
    let first = &frames.first().context("a film of nothing")?.0;
    let mut encoder = palette.encoder(path, first)?;
    encoder.set_compression(png::Compression::High);
    encoder.set_animated(u32::try_from(frames.len())?, 0)?;
    let mut writer = encoder.write_header()?;
    for (pixels, milliseconds) in frames {
        ensure!(
            (pixels.width, pixels.height) == (first.width, first.height),
            "frames of two sizes"
        );
        writer.set_frame_delay(*milliseconds, 1000)?;
        writer.write_image_data(&palette.places(pixels))?;
    }
    writer.finish()?;
    Ok(())
}

/// Reads a picture of a screen.
pub fn read(path: &Path) -> anyhow::Result<Pixels> {
    let mut reader = png::Decoder::new(BufReader::new(File::open(path)?)).read_info()?;
    let mut bytes = vec![0; reader.output_buffer_size().context("a picture too large")?];
    let info = reader.next_frame(&mut bytes)?;
    let channels = info.color_type.samples();
    ensure!(channels >= 3, "a screen has colours");
    Ok(Pixels {
        width: info.width,
        height: info.height,
        colours: bytes
            .chunks_exact(channels)
            .map(|pixel| [pixel[0], pixel[1], pixel[2]])
            .collect(),
    })
}

struct Palette {
    colours: Vec<Colour>,
    places: HashMap<Colour, u8>,
}

impl Palette {
    fn of<'a>(screens: impl IntoIterator<Item = &'a Pixels>) -> Self {
        let mut counts: HashMap<Colour, usize> = HashMap::new();
        for pixel in screens.into_iter().flat_map(|screen| &screen.colours) {
            *counts.entry(*pixel).or_default() += 1;
        }
        let mut colours: Vec<Colour> = counts.keys().copied().collect();
        colours.sort_by_key(|colour| (std::cmp::Reverse(counts[colour]), *colour));
        colours.truncate(COLOURS);
        let places = counts
            .keys()
            .map(|colour| (*colour, nearest(&colours, *colour)))
            .collect();
        Self { colours, places }
    }

    fn places(&self, pixels: &Pixels) -> Vec<u8> {
        let places = pixels.colours.iter();
        places.map(|colour| self.places[colour]).collect()
    }

    fn encoder(
        &self,
        path: &Path,
        pixels: &Pixels,
    ) -> anyhow::Result<png::Encoder<'static, BufWriter<File>>> {
        let file = BufWriter::new(File::create(path)?);
        let mut encoder = png::Encoder::new(file, pixels.width, pixels.height);
        encoder.set_color(png::ColorType::Indexed);
        encoder.set_palette(self.colours.concat());
        Ok(encoder)
    }
}

fn nearest(palette: &[Colour], colour: Colour) -> u8 {
    let distance = |other: &Colour| -> u32 {
        colour
            .iter()
            .zip(other)
            .map(|(a, b)| u32::from(a.abs_diff(*b)).pow(2))
            .sum()
    };
    let places = (0..=u8::MAX).zip(palette);
    places
        .min_by_key(|(_, other)| distance(other))
        .map_or(0, |(place, _)| place)
}
