use domain::input::condition;
use domain::{Language, kinds};
use serde_json::{Value as Json, json};
use store::query::{View, groups};

use crate::network::{Network, workplan};

fn counted(network: &Network, conditions: &[&str], by: &str) -> Vec<Json> {
    let conditions: Vec<_> = conditions
        .iter()
        .map(|text| condition(&network.named(text)).unwrap())
        .collect();
    groups(
        network.store.connection(),
        kinds::by_name("activity").unwrap(),
        &conditions,
        by,
        &View::default(),
    )
    .unwrap()
}

fn brief(rows: &[Json]) -> Vec<(&str, i64)> {
    rows.iter()
        .map(|row| {
            (
                row["label"].as_str().unwrap(),
                row["count"].as_i64().unwrap(),
            )
        })
        .collect()
}

#[test]
fn counted_by_each_kind_of_value() {
    let network = workplan();
    for (by, expected) in [
        (
            "status",
            &[
                ("unknown", 1),
                ("in_progress", 1),
                ("completed", 1),
                ("delayed", 1),
                ("", 2),
            ][..],
        ),
        (
            "group",
            &[
                ("Asia and the Pacific", 1),
                ("Climate", 2),
                ("Save lives", 3),
            ],
        ),
        ("group.kind", &[("workstream", 5), ("regional_network", 1)]),
        ("group.number", &[("1", 3), ("7", 1), ("", 2)]),
        ("leads", &[("IOM", 2), ("UNHCR", 1), ("", 4)]),
        (
            "objectives",
            &[
                ("2. Minimize drivers", 1),
                ("8. Save lives", 1),
                ("10. Prevent trafficking", 1),
                ("", 5),
            ],
        ),
        ("draft", &[("false", 1), ("true", 1), ("", 4)]),
        ("order_label", &[("i", 1), ("ii", 1), ("", 4)]),
        ("parent", &[("Réseau study", 1), ("", 5)]),
        (
            "title.fr",
            &[("Formation", 1), ("Note d’orientation", 1), ("", 4)],
        ),
        ("provenance", &[("", 6)]),
    ] {
        assert_eq!(brief(&counted(&network, &[], by)), expected, "{by}");
    }
}

#[test]
fn keys_go_back_as_conditions() {
    let network = workplan();
    for by in [
        "status",
        "group",
        "leads",
        "draft",
        "order_label",
        "timeline",
        "group.kind",
    ] {
        for row in counted(&network, &[], by) {
            let value = match &row["key"] {
                Json::Null => String::new(),
                key if ["group", "leads"].contains(&by) => format!("id:{}", key.as_str().unwrap()),
                key => key.as_str().unwrap().to_owned(),
            };
            let listed = network.labels("activity", &[&format!("{by}={value}")], &[]);
            assert_eq!(listed.len() as u64, row["count"], "{by}={value}");
        }
    }
}

#[test]
fn counts_by_status_go_along() {
    let network = workplan();
    let rows = counted(&network, &["status!=delayed"], "group");
    assert_eq!(
        rows[1]["counts"],
        json!({"unknown": 1}),
        "what has no status counts as unknown"
    );
    assert_eq!(
        rows[2]["counts"],
        json!({"unknown": 1, "in_progress": 1, "completed": 1})
    );
    let order: Vec<&String> = rows[2]["counts"].as_object().unwrap().keys().collect();
    assert_eq!(
        order,
        ["unknown", "in_progress", "completed"],
        "in the order the codes are offered"
    );
}

#[test]
fn labels_are_in_the_language_of_the_view_and_not_all_is_counted_by() {
    let network = workplan();
    let kind = kinds::by_name("activity").unwrap();
    let french = View {
        lang: Language::Fr,
        private: false,
    };
    let rows = groups(network.store.connection(), kind, &[], "group", &french).unwrap();
    assert_eq!(
        brief(&rows),
        [
            ("Asia and the Pacific", 1),
            ("Avenir du climat", 2),
            ("Sauver des vies", 3)
        ]
    );
    for by in ["position", "id", "nothing"] {
        groups(network.store.connection(), kind, &[], by, &french).unwrap_err();
    }
}
