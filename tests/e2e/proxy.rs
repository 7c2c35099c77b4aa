//! The examples in `packaging/proxy/`, in front of a bot that is delivered to. Where the proxy is not installed, its story
//! is left out, and says so.

use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use testkit::world::{Mode, Setup, World, free_address};

/// Ends with the test, whatever happens.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn example(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("packaging/proxy");
    std::fs::read_to_string(folder.join(name)).expect("the example")
}

/// The example with one thing in it different.
fn with(text: &str, from: &str, to: &str) -> String {
    assert!(text.contains(from), "the example has no {from:?}");
    text.replace(from, to)
}

async fn bot() -> World {
    let world = World::with(Setup {
        mode: Mode::Webhook,
        ..Setup::default()
    })
    .await;
    world.bot_starts().await;
    world.settles().await;
    world
}

/// Starts it, if it is installed.
fn start(mut command: Command) -> Option<Running> {
    let started = command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    match started {
        Ok(child) => Some(Running(child)),
        Err(error) => {
            println!("left out, not installed: {command:?}: {error}");
            None
        }
    }
}

async fn passes_on_deliveries_and_nothing_else(world: &World, proxy: &str) {
    let client = reqwest::Client::builder().no_proxy().build().unwrap();
    let delivery = |path: &str, body: String| {
        client
            .post(format!("{proxy}{path}"))
            .header("content-type", "application/json")
            .header(
                "x-telegram-bot-api-secret-token",
                world.api().webhook_secret(),
            )
            .body(body)
    };
    let update = || r#"{"update_id":77,"my_chat_member":null}"#.to_owned();
    let mut answered = Err("it does not listen".to_owned());
    for _ in 0..200 {
        answered = match delivery("/nhip", update()).send().await {
            Ok(answer) => Ok(answer.status().as_u16()),
            Err(error) => Err(error.to_string()),
        };
        if answered.is_ok() {
            break;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    assert_eq!(answered, Ok(200));
    let rows = "SELECT count(*) FROM updates WHERE update_id = 77";
    assert_eq!(world.database().number(rows).await, 1);
    for (path, body, expected) in [
        ("/", update(), 404),
        ("/metrics", update(), 404),
        ("/nhip/x", update(), 404),
    ] {
        let answer = delivery(path, body).send().await.unwrap();
        assert_eq!(answer.status().as_u16(), expected, "{path}");
    }
    let large = delivery("/nhip", "x".repeat(2 * 1024 * 1024)).send().await;
    let large = large.unwrap().status().as_u16();
    // Caddy finds out while it passes the body on, and calls that a bad gateway.
    assert!(matches!(large, 413 | 502), "{large}");
    let stranger = client.post(format!("{proxy}/nhip")).body(update());
    assert_eq!(stranger.send().await.unwrap().status().as_u16(), 401);
}

#[tokio::test]
async fn nginx_passes_deliveries_on_as_the_example_says() {
    let world = bot().await;
    let (folder, at) = (tempfile::tempdir().unwrap(), free_address());
    let site = example("nginx.conf");
    let site = with(&site, "listen 443 ssl;", &format!("listen {at};"));
    let site = with(&site, "127.0.0.1:9465", &world.hook_address().to_string());
    let site = with(&site, "deny all;", "allow 127.0.0.1; deny all;");
    let plain = site.lines().filter(|line| !line.trim().starts_with("ssl_"));
    let site = plain.collect::<Vec<_>>().join("\n");
    let here = folder.path().display();
    let temp = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .map(|kind| format!("{kind}_temp_path {here}/{kind};\n"));
    let whole = format!(
        "daemon off;\nmaster_process off;\npid {here}/pid;\nerror_log {here}/error.log;\nevents {{}}\nhttp {{\n{}{site}\n}}\n",
        temp.concat()
    );
    let file = folder.path().join("nginx.conf");
    std::fs::write(&file, whole).unwrap();
    let mut command = Command::new("nginx");
    command.arg("-p").arg(folder.path()).arg("-c").arg(&file);
    if let Some(_running) = start(command) {
        passes_on_deliveries_and_nothing_else(&world, &format!("http://{at}")).await;
    }
    world.ends().await;
}

#[tokio::test]
async fn caddy_passes_deliveries_on_as_the_example_says() {
    let world = bot().await;
    let (folder, at) = (tempfile::tempdir().unwrap(), free_address());
    let site = example("Caddyfile");
    let site = with(&site, "\nbot.example.vn {", &format!("\nhttp://{at} {{"));
    let site = with(&site, "127.0.0.1:9465", &world.hook_address().to_string());
    let site = with(&site, "remote_ip", "remote_ip 127.0.0.1");
    let file = folder.path().join("Caddyfile");
    std::fs::write(
        &file,
        format!("{{\n\tadmin off\n\tauto_https off\n}}\n{site}"),
    )
    .unwrap();
    let mut command = Command::new("caddy");
    command
        .args(["run", "--adapter", "caddyfile", "--config"])
        .arg(&file)
        .env("HOME", folder.path())
        .env("XDG_DATA_HOME", folder.path())
        .env("XDG_CONFIG_HOME", folder.path());
    if let Some(_running) = start(command) {
        passes_on_deliveries_and_nothing_else(&world, &format!("http://{at}")).await;
    }
    world.ends().await;
}
