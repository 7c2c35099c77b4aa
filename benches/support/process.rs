//! What Linux says about a process: its peak memory and the processor time it has used.

use std::time::Duration;

use anyhow::Context;

/// The most memory that process has held at once, in kilobytes (`VmHWM`).
pub(crate) fn peak_kb(pid: u32) -> anyhow::Result<u64> {
    let status = std::fs::read_to_string(format!("/proc/{pid}/status"))?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let number = line.and_then(|line| line.split_whitespace().next());
    Ok(number.context("no VmHWM: is this Linux?")?.parse()?)
}

/// Processor time that process has used, its own and the kernel's for it.
#[allow(dead_code, reason = "not every bench asks")]
pub(crate) fn cpu(pid: u32) -> anyhow::Result<Duration> {
    // Fields 14 and 15, counted from behind the name, which may hold anything; in hundredths of a second.
    let stat = std::fs::read_to_string(format!("/proc/{pid}/stat"))?;
    let (_, fields) = stat.rsplit_once(')').context("no such process")?;
    let mut fields = fields.split_whitespace().skip(11);
    let mut ticks = || -> anyhow::Result<u64> { Ok(fields.next().context("short")?.parse()?) };
    Ok(Duration::from_millis((ticks()? + ticks()?) * 10))
}
