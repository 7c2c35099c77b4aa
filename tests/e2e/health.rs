//! What a running bot shows of itself to machines, in both modes.

use std::collections::BTreeSet;

use serde_json::Value;
use testkit::world::{Mode, OFFICER, Setup, World, free_address};

async fn shown(mode: Mode) -> (World, String) {
    let address = free_address();
    let world = World::with(Setup {
        mode,
        shown_at: Some(address),
        ..Setup::default()
    })
    .await;
    world.bot_starts().await;
    world.settles().await;
    (world, format!("http://{address}"))
}

/// Status, type and body.
async fn get(url: &str) -> (u16, String, String) {
    let client = reqwest::Client::builder().no_proxy().build().unwrap();
    let answer = client.get(url).send().await.unwrap();
    let kind = answer.headers().get("content-type");
    let kind = kind.map_or("", |kind| kind.to_str().unwrap()).to_owned();
    (answer.status().as_u16(), kind, answer.text().await.unwrap())
}

#[tokio::test]
async fn a_bot_that_works_says_so() {
    for mode in Mode::ALL {
        let (world, url) = shown(mode).await;
        assert_eq!(get(&format!("{url}/health/live")).await.0, 200);
        let (status, _, body) = get(&format!("{url}/health/ready")).await;
        let report: Value = serde_json::from_str(&body).unwrap();
        assert_eq!(
            (status, &report["ready"]),
            (200, &Value::Bool(true)),
            "{body}"
        );
        let checks = report["checks"].as_array().unwrap().iter();
        let names: Vec<&str> = checks.filter_map(|check| check["name"].as_str()).collect();
        assert_eq!(names, ["writer", "updates", "outbox"]);
        assert_eq!(get(&format!("{url}/nhip")).await.0, 404, "no webhook here");
        world.ends().await;
    }
}

#[tokio::test]
async fn the_figures_of_a_busy_day_name_nobody() {
    for mode in Mode::ALL {
        let (world, url) = shown(mode).await;
        let people = world.crowd(6, "SNV-VP").await;
        people.iter().for_each(|one| one.types("/tracnghiem"));
        world.settles().await;
        world.all_tap(&people, "A").await;
        let (status, kind, text) = get(&format!("{url}/metrics")).await;
        assert_eq!(
            (status, kind.as_str()),
            (200, "text/plain; version=0.0.4; charset=utf-8")
        );
        for name in [
            "nhip_updates_total{kind=\"message\"}",
            "nhip_sends_total",
            "nhip_database_bytes",
        ] {
            assert!(text.contains(name), "{name} is missing:\n{text}");
        }
        let mut labels = BTreeSet::new();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let inside = line
                .split_once('{')
                .and_then(|(_, rest)| rest.split_once('}'));
            let inside = inside.map_or("", |(inside, _)| inside).split(',');
            labels.extend(
                inside
                    .filter_map(|label| label.split_once('='))
                    .map(|(name, _)| name),
            );
        }
        let known = BTreeSet::from(["kind", "le", "outcome", "state", "status", "version"]);
        assert!(labels.is_subset(&known), "{labels:?}");
        for one in people.iter().map(|one| one.id()).chain([OFFICER]) {
            assert!(!text.contains(&one.to_string()), "somebody's number");
        }
        for word in ["SNV", "Sở Nội vụ"] {
            assert!(!text.contains(word), "a unit");
        }
        world.ends().await;
    }
}
