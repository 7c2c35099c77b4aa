//! The manual's pages and the shells' completions, from the definition of the commands itself.
//!
//! Knows the form of each. Must not know where they are put.

use clap::{Command, CommandFactory};
use clap_complete::Shell;

use super::Cli;
use crate::told;

/// A file of a package.
pub struct Page {
    /// Its path below the folder, such as `man/nhip-run.1`.
    pub path: String,
    /// What it holds.
    pub content: Vec<u8>,
}

impl Cli {
    /// A page for each command, and a file for each of three shells.
    ///
    /// # Errors
    /// A page cannot be written into memory.
    pub fn manual(version: &str) -> std::io::Result<Vec<Page>> {
        let command = Self::command().version(version.to_owned());
        let mut command = told::within("en", || super::spoken::spoken(command));
        command.build();
        let mut pages = Vec::new();
        page(&command, "nhip", &mut pages)?;
        for (shell, path) in [
            (Shell::Bash, "completions/nhip"),
            (Shell::Zsh, "completions/_nhip"),
            (Shell::Fish, "completions/nhip.fish"),
        ] {
            let mut content = Vec::new();
            clap_complete::generate(shell, &mut command, "nhip", &mut content);
            pages.push(Page {
                path: path.to_owned(),
                content,
            });
        }
        Ok(pages)
    }
}

fn page(command: &Command, name: &str, pages: &mut Vec<Page>) -> std::io::Result<()> {
    let mut content = Vec::new();
    let named = command.clone().name(name.to_owned());
    clap_mangen::Man::new(named).render(&mut content)?;
    pages.push(Page {
        path: format!("man/{name}.1"),
        content,
    });
    for below in command.get_subcommands() {
        if !below.is_hide_set() && below.get_name() != "help" {
            page(below, &format!("{name}-{}", below.get_name()), pages)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_command_has_a_page_and_each_shell_its_completions() {
        let pages = Cli::manual("1.2.3").expect("pages");
        let text = |path: &str| {
            let page = pages.iter().find(|page| page.path == path).expect(path);
            String::from_utf8(page.content.clone()).expect("text")
        };
        assert!(text("man/nhip.1").contains("1.2.3"));
        assert!(text("man/nhip-run.1").contains("clock\\-rate"));
        assert!(text("man/nhip-bank-import.1").contains("TH nhip-bank-import 1"));
        assert!(text("completions/nhip").contains("--clock-start"));
        let hidden = pages.iter().any(|page| page.path.contains("manual"));
        assert!(!hidden, "who makes packages knows");
    }
}
