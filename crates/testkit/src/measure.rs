//! Medians, numbers as people read them, and what Linux says about a process.
//!
//! For the benches. Knows no bot.

use std::time::Duration;

use anyhow::Context;

/// The most memory that process has held at once, in kilobytes (`VmHWM`).
pub fn peak_kb(pid: u32) -> anyhow::Result<u64> {
    let status = std::fs::read_to_string(format!("/proc/{pid}/status"))?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let number = line.and_then(|line| line.split_whitespace().next());
    Ok(number.context("no VmHWM: is this Linux?")?.parse()?)
}

/// Processor time that process has used, its own and the kernel's for it.
pub fn cpu(pid: u32) -> anyhow::Result<Duration> {
    // Fields 14 and 15, counted from behind the name, which may hold anything; in hundredths of a second.
    let stat = std::fs::read_to_string(format!("/proc/{pid}/stat"))?;
    let (_, fields) = stat.rsplit_once(')').context("no such process")?;
    let mut fields = fields.split_whitespace().skip(11);
    let mut ticks = || -> anyhow::Result<u64> { Ok(fields.next().context("short")?.parse()?) };
    Ok(Duration::from_millis((ticks()? + ticks()?) * 10))
}

/// The middle one; of an even number the upper of the two.
pub fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}

/// Milliseconds with as many digits as say something.
pub fn ms(time: Duration) -> String {
    format!("{:.2} ms", time.as_secs_f64() * 1000.0)
}

/// Kilobytes as megabytes.
pub fn mb(kilobytes: u64) -> String {
    format!("{} MB", (kilobytes + 512) / 1024)
}
