//! The exposition, read as Prometheus reads it.

use std::collections::BTreeSet;

use serde_json::Value;

use super::*;
use crate::event::Event;
use crate::outgoing::Reason;
use crate::types::{OutboxId, UpdateId};

const NOW: i64 = 1_795_500_000;

fn update(kind: &'static str, written: Option<i64>) -> Inbound {
    Inbound {
        id: UpdateId(5_900_000_001),
        kind,
        written,
        event: Event::Ignored,
    }
}

/// A bot that has seen everything there is to count.
fn busy() -> String {
    let metrics = Metrics::default();
    let now = DateTime::from_timestamp(NOW, 0).expect("a moment");
    let batch = [
        update("message", Some(NOW - 3)),
        update("callback_query", None),
        update("my_chat_member", None),
        update("other", None),
        update("unreadable", None),
    ];
    metrics.handled(&batch, now, Duration::from_millis(3));
    metrics.heard();
    let outcomes = [
        Outcome::Sent(None),
        Outcome::RetryAfter { seconds: 7 },
        Outcome::Failed {
            reason: Reason::NoAnswer,
            maybe_sent: true,
        },
    ];
    for outcome in outcomes {
        metrics.recorded(&[Delivery {
            id: OutboxId(5_900_000_002),
            outcome,
        }]);
    }
    metrics.answered(200);
    let counts = [("queued".to_owned(), 4), ("unknown".to_owned(), 1)];
    let seen = Snapshot {
        outbox: counts.clone().into(),
        oldest: Some(OutboxId(5_900_000_003)),
        broadcasts: [("done".to_owned(), 2)].into(),
        quarantine: 1,
        bytes: 4096,
        free_bytes: Some(1 << 40),
        last_backup: Some(1_795_000_000),
    };
    metrics.exposition(&seen, Duration::from_secs(90))
}

/// Name, labels and value.
type Sample<'a> = (&'a str, Vec<(&'a str, &'a str)>, f64);

/// All that is shown.
fn samples(text: &str) -> Vec<Sample<'_>> {
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    let sample = |line| {
        let (what, value): (&str, &str) = str::rsplit_once(line, ' ').expect("a value");
        let (name, labels) = what.split_once('{').unwrap_or((what, ""));
        let labels = labels.trim_end_matches('}').split(',');
        let labels = labels.filter_map(|label| label.split_once('='));
        let labels = labels.map(|(name, value)| (name, value.trim_matches('"')));
        let value = if value == "+Inf" {
            f64::INFINITY
        } else {
            value.parse().expect("a number")
        };
        (name, labels.collect(), value)
    };
    lines.map(sample).collect()
}

#[test]
fn the_figures_that_an_operator_needs_are_there() {
    let text = busy();
    let seen = samples(&text);
    let value = |name: &str, label: Option<&str>| {
        let found = seen.iter().find(|(known, labels, _)| {
            *known == name
                && label.is_none_or(|wanted| labels.iter().any(|(_, value)| *value == wanted))
        });
        found.map(|(.., value)| *value)
    };
    for (name, label, expected) in [
        ("nhip_build_info", None, 1.0),
        ("nhip_updates_total", Some("message"), 1.0),
        ("nhip_updates_total", Some("callback_query"), 1.0),
        ("nhip_update_age_seconds_sum", None, 3.0),
        ("nhip_update_age_seconds_count", None, 1.0),
        ("nhip_commit_duration_seconds_count", None, 1.0),
        ("nhip_outbox_messages", Some("queued"), 4.0),
        ("nhip_outbox_messages", Some("unknown"), 1.0),
        ("nhip_outbox_oldest_seconds", None, 90.0),
        ("nhip_sends_total", Some("sent"), 1.0),
        ("nhip_send_retry_after_seconds_total", None, 7.0),
        ("nhip_webhook_responses_total", Some("200"), 1.0),
        ("nhip_broadcasts", Some("done"), 2.0),
        ("nhip_quarantined_updates", None, 1.0),
        ("nhip_database_bytes", None, 4096.0),
        ("nhip_disk_free_bytes", None, 1_099_511_627_776.0),
        ("nhip_last_backup_timestamp_seconds", None, 1_795_000_000.0),
    ] {
        assert_eq!(value(name, label), Some(expected), "{name}\n{text}");
    }
    assert!(value("nhip_heard_age_seconds", None).is_some_and(|age| age < 60.0));
}

#[test]
fn no_label_could_name_a_person_a_unit_or_a_chat() {
    let text = busy();
    let allowed: &[(&str, &[&str])] = &[
        (
            "kind",
            &[
                "message",
                "callback_query",
                "my_chat_member",
                "other",
                "unreadable",
            ],
        ),
        ("outcome", &["sent", "retry after", "failed"]),
        ("state", &["queued", "unknown", "done"]),
        ("status", &["200"]),
        ("version", &[env!("CARGO_PKG_VERSION")]),
        // Of histograms: a limit, not somebody's number.
        ("le", &[]),
    ];
    let mut used = BTreeSet::new();
    for (name, labels, _) in samples(&text) {
        for (label, value) in labels {
            let known = allowed.iter().find(|(known, _)| *known == label);
            let (label, values) = known.unwrap_or_else(|| panic!("{name} has a label {label}"));
            let limit = value == "+Inf" || value.parse::<f64>().is_ok();
            let ours = values.contains(&value) || (*label == "le" && limit);
            assert!(ours, "{name}{{{label}=\"{value}\"}}");
            used.insert(*label);
        }
    }
    assert_eq!(used.len(), allowed.len(), "each is used by something");
    assert!(!text.contains("5900000"), "an id is shown");
    // What was seen above is all there is: a figure that is registered is shown, and a label is one of these structs'.
    let source = include_str!("../metrics.rs");
    let shown = text.lines().filter(|line| line.starts_with("# TYPE"));
    let registered = source.matches("registry.register").count();
    assert_eq!(shown.count(), registered, "a figure is not in busy()");
    let sets = source.split("EncodeLabelSet)]").skip(1);
    let fields = sets.flat_map(|set| set.split('}').next().unwrap_or_default().lines().skip(2));
    let fields = fields.filter_map(|line| Some(line.split_once(':')?.0.trim()));
    let fields: BTreeSet<&str> = fields.collect();
    let dynamic = BTreeSet::from(["le", "version"]);
    assert_eq!(fields, &used - &dynamic, "a label is not in busy()");
}

/// Every part of a dashboard or a rule that asks for figures.
fn expressions<'a>(of: &'a Value, found: &mut Vec<&'a str>) {
    match of {
        Value::Object(fields) => {
            for (name, value) in fields {
                match value {
                    Value::String(asked) if name == "expr" => found.push(asked),
                    _ => expressions(value, found),
                }
            }
        }
        Value::Array(all) => all.iter().for_each(|one| expressions(one, found)),
        _ => {}
    }
}

/// The words of an expression that are names.
fn names(expression: &str) -> impl Iterator<Item = &str> {
    expression
        .split(|c: char| !c.is_alphanumeric() && c != '_')
        .filter(|word| word.starts_with("nhip_"))
}

/// The labels that it groups by or chooses among.
fn labels(expression: &str) -> impl Iterator<Item = &str> {
    let grouped = expression.split("by (").skip(1);
    let grouped = grouped.filter_map(|rest| rest.split(')').next());
    let chosen = expression.split('{').skip(1);
    let chosen = chosen.filter_map(|rest| rest.split('}').next());
    let all = grouped.chain(chosen).flat_map(|list| list.split(','));
    all.map(|one| one.split(['=', '!']).next().unwrap_or_default().trim())
}

#[test]
fn the_dashboard_and_the_alerts_ask_for_figures_and_labels_that_exist() {
    let text = busy();
    let seen = samples(&text);
    let dashboard = include_str!("../../packaging/grafana/nhip.json");
    let dashboard: Value = serde_json::from_str(dashboard).expect("JSON");
    let rules = include_str!("../../packaging/prometheus/alerts.yaml");
    let rules: Value = serde_saphyr::from_str(rules).expect("YAML");
    let mut asked = Vec::new();
    expressions(&dashboard, &mut asked);
    expressions(&rules, &mut asked);
    assert!(asked.len() > 20, "{asked:?}");
    for expression in &asked {
        assert!(names(expression).next().is_some(), "{expression}");
        for name in names(expression) {
            let known = seen.iter().filter(|(known, ..)| *known == name);
            let known: BTreeSet<&str> = known
                .flat_map(|(_, labels, _)| {
                    [""].into_iter().chain(labels.iter().map(|(name, _)| *name))
                })
                .collect();
            assert!(!known.is_empty(), "{name} is no figure: {expression}");
            for label in labels(expression) {
                assert!(
                    known.contains(label),
                    "{name} has no label {label}: {expression}"
                );
            }
        }
    }
}

#[test]
fn each_alert_says_what_it_is_and_where_it_is_written_what_to_do() {
    let rules = include_str!("../../packaging/prometheus/alerts.yaml");
    let rules: Value = serde_saphyr::from_str(rules).expect("YAML");
    let rules = rules["groups"][0]["rules"].as_array().expect("rules");
    assert_eq!(rules.len(), 6);
    let guide = include_str!("../../docs/operating.md");
    let headings = guide.lines().filter_map(|line| line.strip_prefix("## "));
    let anchors: Vec<String> = headings
        .map(|heading| heading.to_lowercase().replace('.', "").replace(' ', "-"))
        .collect();
    for rule in rules {
        let says = |name: &str| rule["annotations"][name].as_str().unwrap_or_default();
        assert!(
            rule["alert"]
                .as_str()
                .is_some_and(|name| name.starts_with("Nhip")),
            "{rule}"
        );
        assert!(rule["labels"]["severity"].is_string(), "{rule}");
        assert!(
            !says("summary").is_empty() && !says("description").is_empty(),
            "{rule}"
        );
        let anchor = says("runbook")
            .strip_prefix("docs/operating.md#")
            .expect("a section");
        assert!(
            anchors.iter().any(|known| known == anchor),
            "{anchor}: {anchors:?}"
        );
    }
}
