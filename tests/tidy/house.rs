//! The house as drawn: who may use whom, and what has one place.
//!
//! Data only. A change here is a change of the plan: say why in the commit.

/// The modules from the ground up: each may use what is named beside it, which stands above it in this list. So there
/// are no circles. A permission that nobody uses any more is taken off.
pub const MODULES: &[(&str, &[&str])] = &[
    ("backoff", &[]),
    ("clock", &[]),
    ("fault", &[]),
    ("encoding", &[]),
    ("panics", &[]),
    ("log", &["panics"]),
    // What is told at the terminal, in its language: who says a sentence there asks for it.
    ("told", &[]),
    ("types", &["told"]),
    ("cli", &["told", "types"]),
    ("messages", &["fault", "told", "types"]),
    ("outgoing", &["types"]),
    ("schedule", &["types"]),
    ("campaign", &["fault", "messages", "told", "types"]),
    ("text", &["campaign", "fault", "messages", "told", "types"]),
    ("event", &["campaign", "outgoing", "text", "types"]),
    ("table", &["encoding", "text", "types"]),
    // What was typed is told wrong by the words of a table, whether in a chat or in a file.
    ("forms", &["campaign", "table", "text", "types"]),
    // A name where a post is asked is refused as in a form; what is wrong is told by the words of a table.
    ("plan", &["campaign", "forms", "table", "text", "types"]),
    ("drawing", &[]),
    // A unit's figures as people get them; whoever fills them in has decided what may be shown.
    ("report", &["drawing", "text", "types"]),
    ("poster", &["drawing", "text"]),
    ("year", &["drawing", "text"]),
    // What content looks like on a phone: the core sends it, `nhip preview` prints it.
    (
        "screens",
        &["campaign", "event", "forms", "outgoing", "text", "types"],
    ),
    // A question is shown with the buttons of whoever asks it.
    (
        "preview",
        &[
            "campaign", "cli", "event", "forms", "screens", "text", "told", "types",
        ],
    ),
    ("pace", &["backoff", "outgoing", "types"]),
    // A statement that fails says which of our own ids it was about.
    ("db", &["schedule", "told", "types"]),
    ("store", &["db", "event", "outgoing", "types"]),
    // Which rows a copy leaves out is known where the rows are.
    ("backup", &["clock", "db", "schedule", "store", "told"]),
    ("units", &["db", "store", "table", "text", "types"]),
    (
        "check",
        &[
            "campaign", "encoding", "fault", "messages", "text", "told", "types",
        ],
    ),
    // A workbook is judged by the same check as the files it changes.
    (
        "bank",
        &[
            "campaign", "check", "fault", "messages", "table", "text", "told", "types",
        ],
    ),
    (
        "core",
        &[
            "campaign", "db", "event", "forms", "outgoing", "panics", "plan", "poster", "report",
            "schedule", "screens", "store", "table", "text", "told", "types", "units", "year",
        ],
    ),
    // What is kept for how long is a rule: the settings only fill it in.
    (
        "config",
        &[
            "backup", "core", "encoding", "fault", "pace", "schedule", "text", "told", "types",
        ],
    ),
    // Where everything is, for every command.
    ("place", &["cli", "config", "told"]),
    ("version", &["db"]),
    (
        "privacy",
        &["core", "messages", "store", "text", "told", "types"],
    ),
    // What an officer wrote becomes HTML again, and that is escaped in one place. A drawing and a table of units become
    // files when they leave.
    (
        "telegram",
        &[
            "drawing", "event", "outgoing", "report", "text", "told", "types",
        ],
    ),
    // What is counted, and how the bot is: shown to machines.
    ("metrics", &["event", "outgoing", "store"]),
    ("health", &["clock", "db", "metrics", "store", "types"]),
    // Batches of updates become durable in one way, however they come in.
    ("intake", &["clock", "db", "event", "metrics", "store"]),
    (
        "poller",
        &["backoff", "db", "event", "intake", "store", "telegram"],
    ),
    ("http", &["event", "health", "metrics", "telegram", "told"]),
    (
        "webhook",
        &[
            "backoff", "db", "event", "http", "intake", "metrics", "store", "telegram",
        ],
    ),
    (
        "sender",
        &[
            "backoff", "clock", "db", "metrics", "outgoing", "pace", "store", "telegram", "types",
        ],
    ),
    (
        "heartbeat",
        &["clock", "core", "db", "metrics", "store", "told", "version"],
    ),
    ("ticker", &["backoff", "clock", "core", "db", "store"]),
    (
        "reader",
        &["backoff", "clock", "core", "db", "panics", "store"],
    ),
    (
        "bot",
        &[
            "backoff",
            "backup",
            "clock",
            "core",
            "db",
            "event",
            "health",
            "heartbeat",
            "http",
            "intake",
            "metrics",
            "outgoing",
            "pace",
            "poller",
            "reader",
            "sender",
            "store",
            "telegram",
            "ticker",
            "told",
            "webhook",
        ],
    ),
    (
        "demo",
        &[
            "bot", "campaign", "cli", "clock", "config", "core", "db", "event", "pace", "schedule",
            "store", "telegram", "text", "told", "types", "units",
        ],
    ),
    // Parts of `main` with files of their own: the commands about content, ...
    (
        "content",
        &[
            "bank", "campaign", "check", "cli", "db", "place", "preview", "store", "text", "told",
            "types",
        ],
    ),
    // ... those that write files to begin with, ...
    (
        "prepare",
        &["cli", "messages", "text", "told", "types", "version"],
    ),
    // ... why a command failed, ...
    ("failure", &["telegram", "told"]),
    // ... where the token is, ...
    ("token", &["cli", "place", "told"]),
    // ... what is wrong before the first member joins, ...
    (
        "doctor",
        &[
            "cli", "clock", "config", "content", "db", "failure", "place", "schedule", "store",
            "telegram", "token", "told", "types", "version",
        ],
    ),
    // ... how the bot is, ...
    (
        "watch",
        &[
            "cli",
            "clock",
            "db",
            "heartbeat",
            "place",
            "schedule",
            "store",
            "told",
            "version",
        ],
    ),
    // ... and the real bot.
    (
        "run",
        &[
            "bot", "campaign", "cli", "clock", "config", "content", "core", "db", "place",
            "schedule", "store", "telegram", "text", "token", "told", "types", "version",
        ],
    ),
    // The commands that copy the database, another part of `main`.
    (
        "backups",
        &[
            "backup", "cli", "clock", "place", "schedule", "store", "told",
        ],
    ),
    (
        "main",
        &[
            "cli", "clock", "db", "demo", "log", "place", "privacy", "schedule", "store", "text",
            "told", "types", "units", "version",
        ],
    ),
];

/// The same inside the core: the kernel, then its four rooms, then what leads into them.
pub const CORE: &[(&str, &[&str])] = &[
    ("ctx", &[]),
    // A call that was refused for good is followed by another, or by a word to whoever asked for it.
    ("delivery", &["ctx"]),
    ("disclosure", &["ctx"]),
    ("access", &["ctx"]),
    // What members do is theirs: nothing of it needs to know what may be told to officers.
    ("member", &["access", "ctx"]),
    // An officer reminds of a quiz; what they see goes by what may be told.
    ("officer", &["access", "disclosure", "member", "ctx"]),
    ("retention", &["access", "ctx"]),
    // What is kept how long, what is grassroots, which words bind: the settings of each are handed in here.
    ("setup", &["access", "disclosure"]),
    // Whose question was answered: nothing but whose turn it is.
    ("asked", &["officer", "ctx"]),
    // What was typed for an officer's question is asked back before it goes there.
    ("doubt", &["officer", "ctx"]),
    // The week's pushes: nothing but which feature's turn it is.
    (
        "tick",
        &[
            "access",
            "disclosure",
            "member",
            "officer",
            "retention",
            "ctx",
        ],
    ),
    // What is typed for a suggestion: a member's or an officer's.
    ("suggesting", &["access", "member", "officer", "ctx"]),
    // Which button means what: nothing but whose turn it is.
    ("taps", &["access", "member", "officer", "ctx"]),
];

/// Something that has one place, where that is, and what to do elsewhere.
pub struct Place {
    /// A library, or what is in it.
    pub path: &'static str,
    /// Files, or folders ending in `/`.
    pub only: &'static [&'static str],
    pub instead: &'static str,
}

const fn place(path: &'static str, only: &'static [&'static str], instead: &'static str) -> Place {
    Place {
        path,
        only,
        instead,
    }
}

/// Libraries. Calls that nobody may make are in `clippy.toml`.
pub const PLACES: &[Place] = &[
    place(
        "teloxide",
        &["src/telegram.rs", "src/telegram/"],
        "turn it into our own types in telegram/",
    ),
    place(
        "reqwest",
        &["src/telegram.rs", "src/telegram/"],
        "only telegram/ talks to the network",
    ),
    place(
        "axum",
        &["src/http.rs", "src/http/"],
        "the program's own addresses are served by http/",
    ),
    place(
        "prometheus_client",
        &["src/metrics.rs"],
        "what is counted is in metrics",
    ),
    place(
        "telegram_sandbox",
        &["src/demo.rs", "src/demo/"],
        "only the demo emulates Telegram",
    ),
    place(
        "sqlx::query",
        &["src/store/", "src/db.rs", "src/db/"],
        "write the query in store/",
    ),
    place(
        "sqlx::query_scalar",
        &["src/store/", "src/db.rs", "src/db/"],
        "write the query in store/",
    ),
    place(
        "sqlx::query_as",
        &["src/store/", "src/db.rs", "src/db/"],
        "write the query in store/",
    ),
    place(
        "clap",
        &["src/cli.rs", "src/cli/"],
        "commands and options are cli.rs",
    ),
    place(
        "clap_mangen",
        &["src/cli/"],
        "the manual is made from the commands by cli/manual.rs",
    ),
    place(
        "clap_complete",
        &["src/cli/"],
        "completions are made from the commands by cli/manual.rs",
    ),
    place(
        "sd_notify",
        &["src/main/run.rs"],
        "the service manager hears of the bot from main/run.rs alone",
    ),
    place(
        "rustix",
        &["src/db/"],
        "the operating system is asked for room by db/space.rs",
    ),
    place(
        "libsqlite3_sys",
        &["src/version.rs"],
        "SQLite is spoken to through sqlx; only its version is told",
    ),
    place(
        "fluent_bundle",
        &["src/text.rs", "src/text/", "src/check/", "src/told.rs"],
        "sentences are rendered by text, those of the terminal by told",
    ),
    place(
        "serde_saphyr",
        &["src/campaign/", "src/check/"],
        "content is read by campaign",
    ),
    place(
        "toml",
        &["src/config.rs", "src/config/", "src/text/"],
        "settings are read by config",
    ),
    place(
        "quick_xml",
        &["src/table/"],
        "tables are read by table; it says how far",
    ),
    place(
        "zip::ZipArchive",
        &["src/table/"],
        "archives are unpacked by table/archive.rs, which says how far",
    ),
    place(
        "qrcode",
        &["src/poster.rs"],
        "codes to be scanned are drawn by poster.rs",
    ),
    place(
        "age::",
        &["src/backup/encryption.rs"],
        "encrypt through backup/encryption.rs",
    ),
    place("csv", &["src/table/"], "tables are read by table"),
    place(
        "indicatif",
        &["src/demo/", "src/main.rs"],
        "whoever waits sits at a terminal: main or demo",
    ),
    place(
        "std::env",
        &["src/main.rs"],
        "take it as an option in cli.rs",
    ),
];
