//! Says when the texts inside the binary are out of date.
//!
//! Knows where they stand. Must not know what they say: `include_dir!` follows changes
//! inside files by itself, but not files that come or go.

fn main() {
    println!("cargo::rerun-if-changed=messages");
}
