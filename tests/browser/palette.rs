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

/// Writes the file anew with its most frequent colours; each other one becomes the nearest of them.
pub fn shrink(path: &Path) -> anyhow::Result<()> {
    let mut reader = png::Decoder::new(BufReader::new(File::open(path)?)).read_info()?;
    let mut bytes = vec![0; reader.output_buffer_size().context("a picture too large")?];
    let info = reader.next_frame(&mut bytes)?;
    let channels = info.color_type.samples();
    ensure!(channels >= 3, "a screen has colours");
    let pixels: Vec<Colour> = bytes
        .chunks_exact(channels)
        .map(|pixel| [pixel[0], pixel[1], pixel[2]])
        .collect();
    let mut counts: HashMap<Colour, usize> = HashMap::new();
    for pixel in &pixels {
        *counts.entry(*pixel).or_default() += 1;
    }
    let mut palette: Vec<Colour> = counts.keys().copied().collect();
    palette.sort_by_key(|colour| (std::cmp::Reverse(counts[colour]), *colour));
    palette.truncate(COLOURS);
    let places: HashMap<Colour, u8> = counts
        .keys()
        .map(|colour| (*colour, nearest(&palette, *colour)))
        .collect();
    let indices: Vec<u8> = pixels.iter().map(|pixel| places[pixel]).collect();
    let mut encoder =
        png::Encoder::new(BufWriter::new(File::create(path)?), info.width, info.height);
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_palette(palette.concat());
    encoder.set_compression(png::Compression::High);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&indices)?;
    writer.finish()?;
    Ok(())
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
