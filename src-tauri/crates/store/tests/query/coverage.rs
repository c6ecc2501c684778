use domain::input::condition;
use serde_json::{Value as Json, json};
use store::query::{View, coverage};

use crate::network::{Network, workplan};

fn counted(network: &Network, given: &[&str], by: &str) -> store::Result<Json> {
    let conditions: Vec<_> = given
        .iter()
        .map(|text| condition(&network.named(text)).unwrap())
        .collect();
    coverage(
        network.store.connection(),
        &conditions,
        by,
        &View::default(),
    )
}

fn network() -> Network {
    let mut network = workplan();
    network.set("study", &["objectives=8"]);
    network.set("zebra", &["objectives=8"]);
    network.set("apple", &["objectives=2"]);
    network
}

#[test]
fn objectives_by_workstreams_with_gaps() {
    let network = network();
    let told = counted(&network, &[], "objectives").unwrap();
    let labels = |of: &str, member: Option<&str>| -> Vec<Json> {
        let rows = told[of].as_array().unwrap().iter();
        rows.map(|row| member.map_or(row, |name| &row[name])["label"].clone())
            .collect()
    };
    assert_eq!(labels("columns", None), ["Save lives", "Climate"]);
    assert_eq!(
        labels("rows", Some("of")),
        [
            "2. Minimize drivers",
            "8. Save lives",
            "10. Prevent trafficking"
        ],
        "every objective, by number"
    );
    let (lives, climate) = (
        network.id("lives").to_string(),
        network.id("climate").to_string(),
    );
    let row = |place: usize| &told["rows"][place];
    assert_eq!(row(0)["cells"], json!({(&lives): 1}));
    assert_eq!(
        (&row(0)["total"], &row(0)["elsewhere"]),
        (&json!(2), &json!(1)),
        "one of them is in a regional network"
    );
    assert_eq!(row(1)["cells"], json!({(&lives): 2, (&climate): 1}));
    assert_eq!(row(2)["cells"], json!({(&lives): 1}));
    assert_eq!(
        told["totals"],
        json!({(&lives): 2, (&climate): 1}),
        "an activity that serves three counts once"
    );
    assert_eq!((&told["total"], &told["without"]), (&json!(4), &json!(2)));
}

#[test]
fn the_filter_is_honoured() {
    let network = network();
    let told = counted(&network, &["status=delayed"], "objectives").unwrap();
    assert_eq!((&told["total"], &told["without"]), (&json!(1), &json!(0)));
    assert_eq!(
        told["rows"].as_array().unwrap().len(),
        3,
        "gaps are rows too"
    );
    assert_eq!(told["rows"][1]["total"], 1);
}

#[test]
fn only_what_points_at_records_of_one_kind_is_covered() {
    let network = network();
    assert!(counted(&network, &[], "principles").is_ok());
    for by in ["leads", "title", "status", "nonsense"] {
        assert!(counted(&network, &[], by).is_err(), "{by}");
    }
}
