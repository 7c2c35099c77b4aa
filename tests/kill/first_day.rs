//! A volunteer's first day: a folder to begin with, the doctor, one database for every command.

use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;

use tempfile::TempDir;
use testkit::world::{TOKEN, World};

use crate::process::{nhip, report, told};

const UNITS: &str = "\
code,name,parent,kind,members
SNV,Sở Nội vụ,,công đoàn cơ sở,
SNV-VP,Văn phòng Sở,SNV,tổ công đoàn,15
";

fn tells(folder: &Path, arguments: &[&str]) -> String {
    let output = nhip().args(arguments).current_dir(folder).output();
    report(folder, &output.expect("the program starts"))
}

fn write(path: &Path, text: &str) {
    std::fs::write(path, text).expect("written");
}

#[test]
fn a_folder_is_made_to_begin_with_and_nothing_in_it_is_overwritten() {
    let folder = TempDir::new().unwrap();
    let folder = folder.path();
    insta::assert_snapshot!(tells(folder, &["init", "bot", "--lang", "en"]), @r"
    exit code 0
    Written: nhip.toml, env and units-sample.csv in ‹folder›/bot. Three steps are left, all in this folder:
    1. Write the bot's token (from @BotFather) and the owners' Telegram numbers into env.
    2. Open units-sample.csv with Excel or LibreOffice, put your own units in the place of the examples and save it as units.csv. Bring them in: nhip units import units.csv, and once it shows what it should, the same with --yes.
    3. See whether all is well: nhip doctor. Then begin: nhip run.
    ");
    let mode = |name: &str| {
        let held = std::fs::metadata(folder.join(name)).expect(name);
        held.permissions().mode() & 0o777
    };
    assert_eq!(mode("bot/env"), 0o600, "the token will be in it");
    assert_eq!(mode("bot"), 0o700, "and the database beside it");
    let before = std::fs::read(folder.join("bot/nhip.toml")).unwrap();
    std::fs::remove_file(folder.join("bot/env")).unwrap();
    insta::assert_snapshot!(tells(folder, &["init", "bot"]), @r"
    exit code 1
    nhip: nothing was written, because of what is there already (bot/nhip.toml, bot/units-sample.csv): name another folder, or move it away
    ");
    assert!(!folder.join("bot/env").exists(), "not even the other file");
    assert_eq!(std::fs::read(folder.join("bot/nhip.toml")).unwrap(), before);
    let vietnamese = tells(folder, &["init", "nhip-2", "--lang", "vi"]);
    assert!(vietnamese.contains("Còn ba bước"), "{vietnamese}");
    for bot in ["bot", "nhip-2"] {
        let used = tells(&folder.join(bot), &["preview", "--criterion", "1.1"]);
        assert!(used.starts_with("exit code 0"), "{used}");
        let sample = ["units", "import", "units-sample.csv", "--lang", "en"];
        let shown = tells(&folder.join(bot), &sample);
        assert!(shown.contains("3 new"), "the sample can be read: {shown}");
        assert!(shown.contains("nothing was imported"), "{shown}");
    }
}

#[test]
fn one_database_for_every_command_whichever_folder_it_is_called_from() {
    let folder = TempDir::new().unwrap();
    let folder = folder.path();
    for name in ["bot/data", "elsewhere"] {
        std::fs::create_dir_all(folder.join(name)).unwrap();
    }
    write(
        &folder.join("bot/nhip.toml"),
        "[database]\npath = \"data/union.db\"\n",
    );
    write(&folder.join("units.csv"), UNITS);
    let here = ["units", "import", "../units.csv", "--yes"];
    let imported = tells(&folder.join("bot"), &here);
    assert!(imported.contains("2 new"), "{imported}");
    assert!(
        imported.contains("imported: 'nhip units' lists them"),
        "{imported}"
    );
    assert!(folder.join("bot/data/union.db").exists());
    let elsewhere = folder.join("elsewhere");
    for command in [&["units"][..], &["audit", "verify"], &["privacy", "report"]] {
        let mut command = [command, &["--config", "../bot/nhip.toml"]].concat();
        let told = tells(&elsewhere, &command);
        assert!(told.starts_with("exit code 0\n"), "{told}");
        assert!(
            told.contains("bot/data/union.db ([database] path in"),
            "{told}"
        );
        command.extend(["--database", "other.db"]);
        let told = tells(&elsewhere, &command);
        assert!(
            told.contains("--database: there is no database other.db"),
            "{told}"
        );
    }
    assert_eq!(std::fs::read_dir(&elsewhere).unwrap().count(), 0);
}

#[test]
fn a_setting_or_a_variable_in_a_file_is_blamed_with_its_place() {
    let folder = TempDir::new().unwrap();
    let folder = folder.path();
    write(
        &folder.join("nhip.toml"),
        "[database]\npath = \"nowhere/a.db\"\n",
    );
    insta::assert_snapshot!(tells(folder, &["units"]), @r"
    exit code 1
    database: ‹folder›/nowhere/a.db ([database] path in nhip.toml)
    nhip: [database] path in nhip.toml: there is no database nowhere/a.db: import units first, or name the file with --database
    ");
    write(&folder.join("env"), "NHIP_OWNERS=me\nTELOXIDE_TOKEN=12:ab");
    insta::assert_snapshot!(tells(folder, &["run"]), @r"
    exit code 1
    nhip: NHIP_OWNERS in ‹folder›/env, line 1: 'me' is no Telegram number; each owner can learn theirs from a bot such as @userinfobot
    ");
    write(&folder.join("env"), "\nNHIP_LOG=loud\n");
    insta::assert_snapshot!(tells(folder, &["units"]), @r"
    exit code 2
    nhip: 'loud' is no value for NHIP_LOG in ‹folder›/env, line 2: write error, warn, info, debug or trace
    '--help' tells what there is.
    ");
    write(&folder.join("env"), "NHIP_OWNER=1\n");
    insta::assert_snapshot!(tells(folder, &["units"]), @r"
    exit code 2
    nhip: ‹folder›/env:1: no variable is called NHIP_OWNER; docs/settings.md lists them
    ");
}

#[test]
fn the_texts_inside_the_program_are_written_out_and_used_from_then_on() {
    let folder = TempDir::new().unwrap();
    let folder = folder.path();
    let told = tells(folder, &["bank", "export", "questions.xlsx"]);
    assert_eq!(told, "exit code 0\nwritten: questions.xlsx");
    let told = tells(folder, &["bank", "import", "questions.xlsx"]);
    assert!(told.contains("nhip messages export messages"), "{told}");
    let told = tells(folder, &["messages", "export", "messages"]);
    assert!(told.starts_with("exit code 0\nwritten: "), "{told}");
    insta::assert_snapshot!(tells(folder, &["bank", "import", "questions.xlsx"]), @r"
    exit code 0
    nothing differs
    ");
    write(&folder.join("messages/ui/vi.ftl"), "start = Chào");
    let told = tells(folder, &["preview"]);
    assert!(
        told.contains("messages/ui/vi.ftl"),
        "it is the one here: {told}"
    );
    let told = tells(folder, &["messages", "export", "messages"]);
    assert!(told.contains("holds something already"), "{told}");
    let kept = std::fs::read_to_string(folder.join("messages/ui/vi.ftl")).unwrap();
    assert_eq!(kept, "start = Chào");
    let told = tells(folder, &["messages", "export", "no/such/folder/texts"]);
    assert!(told.starts_with("exit code 0"), "{told}");
}

/// `nhip doctor` in that folder, beside the world.
async fn doctor(world: &World, folder: &Path) -> String {
    let mut command = nhip();
    command.arg("doctor").current_dir(folder);
    told(world, command).await
}

/// The lines of this kind.
fn lines<'a>(told: &'a str, kind: &str) -> Vec<&'a str> {
    let of_kind = told.lines().filter_map(|line| line.strip_prefix(kind));
    of_kind.map(str::trim).collect()
}

#[tokio::test]
async fn the_doctor_names_what_is_wrong_until_nothing_is() {
    let world = World::without_bot("2026-11-23 08:00").await;
    let folder = world.path().with_file_name("bot");
    let run = |arguments: &[&str]| {
        let mut command: Command = nhip();
        command.args(arguments).current_dir(&folder);
        command
    };
    std::fs::create_dir(&folder).unwrap();
    told(&world, run(&["init"])).await;
    let first = doctor(&world, &folder).await;
    assert!(first.starts_with("exit code 1\n"), "{first}");
    let wrong = lines(&first, "WRONG");
    assert!(
        wrong[0].contains("nhip.db (the default): there is none"),
        "{first}"
    );
    assert!(wrong[1].contains("there are no owners"), "{first}");
    assert!(
        wrong[2].contains("set TELOXIDE_TOKEN in ‹folder›/bot/env"),
        "{first}"
    );
    assert_eq!(wrong.len(), first.matches("next: ").count(), "{first}");

    let url = world.sandbox().url();
    let env = |token: &str, owners: &str, url: &str| {
        let text =
            format!("TELOXIDE_TOKEN={token}\nNHIP_OWNERS={owners}\nTELOXIDE_API_URL={url}\n");
        write(&folder.join("env"), &text);
    };
    write(&folder.join("units.csv"), UNITS);
    told(&world, run(&["units", "import", "units.csv", "--yes"])).await;
    env("4242424242:another", "5", &url);
    let open = std::fs::Permissions::from_mode(0o644);
    std::fs::set_permissions(folder.join("env"), open).unwrap();
    let second = doctor(&world, &folder).await;
    let wrong = lines(&second, "WRONG");
    assert!(wrong[0].contains("others may use"), "{second}");
    assert!(
        wrong[1].contains("does not know the token in TELOXIDE_TOKEN in"),
        "{second}"
    );
    assert!(
        lines(&second, "warning")
            .iter()
            .any(|line| line.contains("one owner")),
        "{second}"
    );

    std::fs::set_permissions(folder.join("env"), std::fs::Permissions::from_mode(0o600)).unwrap();
    env(TOKEN, "5,6", "http://127.0.0.1:1");
    let away = doctor(&world, &folder).await;
    assert_eq!(
        lines(&away, "WRONG"),
        ["the messenger cannot be reached: no connection (http://127.0.0.1:1)"]
    );
    assert!(away.contains("not looked at: whose the bot is"), "{away}");

    env(TOKEN, "5,6", &url);
    let well = doctor(&world, &folder).await;
    assert!(well.starts_with("exit code 0\n"), "{well}");
    assert!(
        well.contains("privacy mode is on") && well.ends_with("nothing must be mended"),
        "{well}"
    );
    world.ends_without_bot(&[]).await;
}
