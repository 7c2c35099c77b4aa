//! `nhip backup` and `nhip restore`: their options.
//!
//! Knows what can be asked for. Must not know how it is done.

use std::path::PathBuf;

use clap::Args;

/// `nhip backup`
#[derive(Debug, Args)]
pub struct Backup {
    /// A folder that is there, or a file to be made; without it the folder of `[backup]` in the settings.
    pub target: Option<PathBuf>,
    /// In a folder: so many backups stay there, this one included. Only files that nhip has named so are deleted.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub keep: Option<u16>,
    /// Encrypt it to this age public key, which begins with age1; without it, to the recipient in the settings.
    #[arg(long, value_name = "KEY")]
    pub recipient: Option<String>,
}

/// `nhip restore`
#[derive(Debug, Args)]
pub struct Restore {
    /// The backup.
    pub file: PathBuf,
    /// Only try: copy it beside the database's place, read all of it, bring it up to date; then delete that copy again.
    #[arg(long)]
    pub check: bool,
    /// Also where newer data is in its place: the database that is there is kept under a dated name.
    #[arg(long)]
    pub force: bool,
    /// The file with the age secret key, if the backup is encrypted.
    #[arg(long, value_name = "FILE")]
    pub identity: Option<PathBuf>,
}
