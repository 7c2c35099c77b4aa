//! Where everything of an installation is: settings, database, texts. One rule for every command.
//!
//! Knows the rule; docs/settings.md tells it. Must not know who asks, nor what is in the files.

use std::path::{Path, PathBuf};

use crate::cli::{Given, OF_THE_MACHINE, Places};
use crate::config::Config;
use crate::told;

/// The data of an installed package: what its service may write to.
const DATA_OF_THE_MACHINE: &str = "/var/lib/nhip";
/// How a database is called where nobody says.
const DATABASE: &str = "nhip.db";
/// How a folder of texts is called that is used because it is there.
const MESSAGES: &str = "messages";

/// Where everything is, and what the settings say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The settings file; none: everything is at its default.
    pub settings: Option<PathBuf>,
    /// What is set.
    pub config: Config,
    /// The database; there may be none yet.
    pub database: PathBuf,
    /// The folder of texts; none: those inside the program.
    pub messages: Option<PathBuf>,
    /// Who says so, for each.
    why: [String; 3],
}

impl Place {
    /// Finds everything, and notes what is to be blamed where a setting says so.
    ///
    /// # Errors
    /// The settings cannot be read, or are wrong.
    pub fn find(places: &Places, given: &mut Given) -> anyhow::Result<Self> {
        let settings = places.settings.clone();
        let mut config = given.blamed("config", Config::read(settings.as_deref()))?;
        let folders = Folders::of(settings.as_deref());
        // Backups are data; an empty path stays none.
        if config.backup.place().is_some() {
            config.backup.folder = folders.data.join(&config.backup.folder);
        }
        let mut set = |field: &str, setting: &Option<PathBuf>, folder: &Path| {
            let path = folder.join(setting.as_ref()?);
            let file = settings.as_deref().unwrap_or(Path::new("")).display();
            given.by(field, told!("place-setting", section = field, path = file));
            Some(path)
        };
        let database = places.database.clone();
        let database = database.or_else(|| set("database", &config.database.path, &folders.data));
        let messages = places.messages.clone();
        let messages =
            messages.or_else(|| set("messages", &config.messages.path, &folders.settings));
        let usual = Some(folders.settings.join(MESSAGES)).filter(|usual| usual.is_dir());
        let why = ["config", "database", "messages"].map(|field| {
            let name = given.name(field).map(str::to_owned);
            name.unwrap_or_else(|| told!("place-default"))
        });
        Ok(Self {
            database: database.unwrap_or_else(|| folders.data.join(DATABASE)),
            messages: messages.or(usual),
            settings,
            config,
            why,
        })
    }

    /// The settings, in one line.
    pub fn settings_line(&self) -> String {
        match &self.settings {
            Some(file) => told!("place-settings", path = absolute(file), why = self.why[0]),
            None => told!("place-no-settings"),
        }
    }

    /// The database, in one line: printed by whatever touches it.
    pub fn database_line(&self) -> String {
        told!(
            "place-database",
            path = absolute(&self.database),
            why = self.why[1]
        )
    }

    /// The texts, in one line.
    pub fn messages_line(&self) -> String {
        match &self.messages {
            Some(dir) => told!("place-texts", path = absolute(dir), why = self.why[2]),
            None => told!("place-texts-inside"),
        }
    }
}

fn absolute(path: &Path) -> String {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    path.display().to_string()
}

/// From where a relative path counts.
struct Folders {
    settings: PathBuf,
    data: PathBuf,
}

impl Folders {
    fn of(settings: Option<&Path>) -> Self {
        let folder = settings.and_then(Path::parent).unwrap_or(Path::new(""));
        let data = match settings {
            Some(settings) if settings == Path::new(OF_THE_MACHINE) => DATA_OF_THE_MACHINE.into(),
            _ => folder.to_owned(),
        };
        Self {
            settings: folder.to_owned(),
            data,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find(places: Places) -> Place {
        Place::find(&places, &mut Given::default()).expect("sound settings")
    }

    /// The settings of a folder, with this in them.
    fn folder(settings: &str) -> (tempfile::TempDir, Places) {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("nhip.toml");
        std::fs::write(&file, settings).expect("written");
        let places = Places {
            settings: Some(file),
            ..Places::default()
        };
        (folder, places)
    }

    #[test]
    fn without_settings_all_is_here() {
        let place = find(Places::default());
        assert_eq!(place.database, Path::new("nhip.db"));
        assert!(place.settings.is_none());
        assert!(place.database_line().ends_with("/nhip.db (the default)"));
    }

    #[test]
    fn beside_its_settings_lies_a_database_and_perhaps_a_folder_of_texts() {
        let (folder, places) = folder("");
        let path = |name: &str| folder.path().join(name);
        let place = find(places);
        assert_eq!((place.database, place.messages), (path("nhip.db"), None));
        std::fs::create_dir(path("messages")).expect("a folder");
        let places = Places {
            settings: Some(path("nhip.toml")),
            ..Places::default()
        };
        assert_eq!(find(places).messages, Some(path("messages")));
    }

    #[test]
    fn a_setting_counts_from_the_settings_and_is_blamed_and_an_option_wins() {
        let (folder, places) =
            folder("[database]\npath = \"data/a.db\"\n[messages]\npath = \"/srv/texts\"\n");
        let mut given = Given::default();
        let place = Place::find(&places, &mut given).expect("sound settings");
        assert_eq!(place.database, folder.path().join("data/a.db"));
        assert_eq!(place.messages, Some("/srv/texts".into()));
        let blamed = given.name("database").expect("a setting").to_owned();
        assert!(blamed.starts_with("[database] path in /"), "{blamed}");
        assert!(place.database_line().contains(&blamed));
        let places = Places {
            database: Some("b.db".into()),
            ..places
        };
        assert_eq!(find(places).database, Path::new("b.db"));
    }

    #[test]
    fn a_folder_of_backups_counts_from_where_the_database_is_and_is_none_unless_it_is_named() {
        let (_folder, places) = folder("");
        assert_eq!(find(places).config.backup.place(), None);
        let (folder, places) = folder("[backup]\nfolder = \"backups\"\n");
        let backups = folder.path().join("backups");
        let place = find(places);
        assert_eq!(place.config.backup.place(), Some((backups.as_path(), 7)));
    }

    #[test]
    fn the_data_of_the_machines_settings_is_where_the_service_has_it() {
        let folders = Folders::of(Some(Path::new(OF_THE_MACHINE)));
        assert_eq!(
            folders.data.join(DATABASE),
            Path::new("/var/lib/nhip/nhip.db")
        );
        assert_eq!(
            folders.settings.join(MESSAGES),
            Path::new("/etc/nhip/messages")
        );
    }
}
