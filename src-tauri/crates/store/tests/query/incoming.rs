use store::query::{View, incoming, reference, sources};

use crate::network::workplan;

#[test]
fn what_points_at_a_record_is_told_by_field() {
    let mut network = workplan();
    network.add(
        "action",
        "joint_action",
        &["title=Action", "organisations=IOM:lead"],
    );
    network.add(
        "seat",
        "membership",
        &["group=<lives>", "organisation=IOM", "role=member"],
    );
    network.delete("note");
    let rows = incoming(
        network.store.connection(),
        network.rid("iom"),
        &View::default(),
    )
    .unwrap();
    let told: Vec<(&str, &str, i64, &str)> = rows
        .iter()
        .map(|row| {
            let text = |name: &str| row[name].as_str().unwrap();
            (
                text("kind"),
                text("field"),
                row["total"].as_i64().unwrap(),
                row["rows"][0]["label"].as_str().unwrap(),
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            ("organisation", "parent", 1, "UNHCR"),
            ("person", "organisation", 1, "Ama Owusu"),
            ("membership", "organisation", 1, "IOM · Save lives"),
            ("activity", "leads", 1, "Réseau study"),
            ("joint_action", "organisations", 1, "Action"),
        ]
    );
    assert_eq!(rows[4]["rows"][0]["role"], "lead");
    let below = incoming(
        network.store.connection(),
        network.rid("study"),
        &View::default(),
    )
    .unwrap();
    assert_eq!(below[0]["field"], "parent");
    assert_eq!(below[0]["rows"][0]["label"], "Part of the study");
}

#[test]
fn many_are_counted_and_the_first_told() {
    let mut network = workplan();
    for n in 0..60 {
        network.add(
            &format!("a{n}"),
            "activity",
            &["group=<climate>", &format!("title=Step {n:02}")],
        );
    }
    let rows = incoming(
        network.store.connection(),
        network.rid("climate"),
        &View::default(),
    )
    .unwrap();
    assert_eq!(
        (
            rows[0]["total"].as_i64(),
            rows[0]["rows"].as_array().unwrap().len()
        ),
        (Some(62), 50)
    );
    assert_eq!(rows[0]["rows"][0]["label"], "Formation");
    assert_eq!(rows[0]["rows"][1]["label"], "Step 00");
}

#[test]
fn who_sat_without_attribution_is_not_told() {
    let mut network = workplan();
    network.add(
        "quiet",
        "meeting",
        &["title=Quiet", "confidentiality=no_attribution"],
    );
    network.add(
        "seat",
        "attendance",
        &["meeting=<quiet>", "person=Ama Owusu"],
    );
    let told = |private| {
        let view = View {
            private,
            ..View::default()
        };
        let rows = incoming(network.store.connection(), network.rid("ama"), &view).unwrap();
        rows.iter().any(|row| row["kind"] == "attendance")
    };
    assert_eq!((told(false), told(true)), (false, true));
}

#[test]
fn sources_are_told_apart_from_links() {
    let mut network = workplan();
    network.add(
        "s1",
        "source",
        &[
            "of=<lives>",
            "field=name.fr",
            "address=https://example.org/b",
            "standing=inferred",
        ],
    );
    network.add(
        "s2",
        "source",
        &[
            "of=<lives>",
            "address=https://example.org/a",
            "retrieved=2023-05-01",
            "note=whole",
        ],
    );
    let rows = sources(network.store.connection(), network.rid("lives")).unwrap();
    assert_eq!(
        rows,
        [
            serde_json::json!({"field": null, "address": "https://example.org/a", "retrieved": "2023-05-01",
            "standing": null, "note": "whole"}),
            serde_json::json!({"field": "name.fr", "address": "https://example.org/b", "retrieved": null,
            "standing": "inferred", "note": null}),
        ]
    );
    let links = incoming(
        network.store.connection(),
        network.rid("lives"),
        &View::default(),
    )
    .unwrap();
    assert!(links.iter().all(|row| row["kind"] != "source"));
}

#[test]
fn references_name_id_table_and_label() {
    let network = workplan();
    let told = reference(
        network.store.connection(),
        network.rid("kenya"),
        &View::default(),
    )
    .unwrap();
    assert_eq!(
        told,
        serde_json::json!({"id": network.id("kenya").to_string(), "table": "place", "label": "Kenya"})
    );
    assert_eq!(
        reference(network.store.connection(), -1, &View::default())
            .unwrap_err()
            .code(),
        "defect"
    );
}
