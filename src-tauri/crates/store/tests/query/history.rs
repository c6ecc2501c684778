use domain::kinds;
use serde_json::{Value as Json, json};
use store::query::{HistoryQuery, View, history};
use store::{Act, Seen};

use crate::network::{Network, workplan};

fn told(network: &Network, name: Option<&str>, limit: u64) -> Vec<Json> {
    let record = name.map(|name| network.id(name));
    let query = HistoryQuery {
        record,
        limit,
        ..HistoryQuery::default()
    };
    history(network.store.connection(), &query, &View::default()).unwrap()
}

fn changes(row: &Json) -> Vec<(&str, &Json, &Json)> {
    let changes = row["changes"].as_array().unwrap();
    changes
        .iter()
        .map(|change| {
            (
                change["field"].as_str().unwrap(),
                &change["old"],
                &change["new"],
            )
        })
        .collect()
}

#[test]
fn a_transaction_tells_who_when_and_what() {
    let mut network = workplan();
    let (kind, id) = (kinds::by_name("activity").unwrap(), network.id("study"));
    let set: Vec<_> = [
        "status=completed",
        "title.fr=Étude",
        "timeline=Q2 2023",
        "group=<climate>",
    ]
    .iter()
    .map(|text| domain::input::assignment(&network.named(text)).unwrap())
    .collect();
    let act = Act {
        reason: Some("agreed".to_owned()),
        ..Act::typed()
    };
    let txn = network
        .store
        .write(act, |door| door.set(kind, id, &set, &Seen::new()))
        .unwrap()
        .txn
        .unwrap();
    let rows = told(&network, None, 1);
    let row = &rows[0];
    let names: Vec<&String> = row.as_object().unwrap().keys().collect();
    assert_eq!(
        names,
        [
            "txn", "site", "person", "time", "origin", "reason", "undone", "changes", "total"
        ]
    );
    assert_eq!(row["txn"], txn.to_string());
    assert_eq!(
        (&row["origin"], &row["reason"], &row["undone"]),
        (&json!("typed"), &json!("agreed"), &json!(false))
    );
    assert_eq!(row["person"]["label"], "ama");
    assert_eq!(row["total"], 4);
    assert!(row["time"].as_str().unwrap().ends_with('Z'));
    for change in row["changes"].as_array().unwrap() {
        assert_eq!(
            change["record"],
            json!({"id": id.to_string(), "table": "activity", "label": "Réseau study"})
        );
    }
    let told = changes(row);
    let find = |field: &str| told.iter().find(|change| change.0 == field).unwrap();
    assert_eq!(
        (find("status").1, find("status").2),
        (&json!("in_progress"), &json!("completed"))
    );
    assert_eq!(
        (find("title.fr").1, find("title.fr").2),
        (&Json::Null, &json!("Étude"))
    );
    assert_eq!(find("timeline").1["text"], "Q1 2023");
    assert_eq!(find("timeline").2["last"], "2023-06-30");
    assert_eq!(
        (&find("group").1["label"], &find("group").2["label"]),
        (&json!("Save lives"), &json!("Climate"))
    );
}

#[test]
fn links_are_told_as_fields_of_their_near_end() {
    let mut network = workplan();
    network.add(
        "action",
        "joint_action",
        &["title=Action", "organisations=IOM:lead"],
    );
    network.set("action", &["organisations-=IOM:lead"]);
    network.set("action", &["organisations+=IOM:lead"]);
    let rows = told(&network, Some("action"), 10);
    let told: Vec<Vec<(&str, &Json, &Json)>> = rows.iter().map(changes).collect();
    let end = json!("IOM:lead");
    assert_eq!(told[0], [("organisations", &Json::Null, &end)]);
    assert_eq!(told[1], [("organisations", &end, &Json::Null)]);
    assert!(told[2].contains(&("organisations", &Json::Null, &end)));
    assert!(told[2].contains(&("exists", &Json::Null, &json!("live"))));
    assert!(
        rows.iter()
            .all(|row| row["changes"][0]["record"]["label"] == "Action")
    );
    let aliases = self::told(&network, Some("aprrn"), 10);
    assert!(changes(&aliases[0]).contains(&("aliases", &Json::Null, &json!("APRRN"))));
}

#[test]
fn the_history_of_a_record_leaves_out_others() {
    let mut network = workplan();
    network.set("study", &["status=delayed"]);
    network.set("note", &["status=delayed"]);
    network.delete("study");
    let rows = told(&network, Some("study"), 10);
    assert_eq!(rows.len(), 3);
    assert_eq!(
        changes(&rows[0]),
        [("exists", &json!("live"), &json!("deleted"))]
    );
    assert_eq!(
        changes(&rows[1]),
        [("status", &json!("in_progress"), &json!("delayed"))]
    );
    assert_eq!(rows[2]["total"], changes(&rows[2]).len());
    let part = told(&network, Some("part"), 10);
    assert!(
        changes(&part[0])
            .iter()
            .any(|(field, _, new)| *field == "parent" && new["label"] == "Réseau study")
    );
}

#[test]
fn cells_of_two_fields_tell_the_one_that_changed() {
    let mut network = workplan();
    network.add("action", "joint_action", &["title=Action"]);
    network.add(
        "fund",
        "funding",
        &["of=<action>", "source=Fund", "amount=1", "currency=usd"],
    );
    network.set("fund", &["amount=2"]);
    assert_eq!(
        changes(&told(&network, None, 1)[0]),
        [("amount", &json!("1"), &json!("2"))]
    );
    network.set("fund", &["amount=3", "currency=eur"]);
    assert_eq!(
        changes(&told(&network, None, 1)[0]),
        [
            ("amount", &json!("2"), &json!("3")),
            ("currency", &json!("USD"), &json!("EUR")),
        ]
    );
}

#[test]
fn pages_follow_one_another() {
    let network = workplan();
    let connection = network.store.connection();
    let all = told(&network, None, 1000);
    let mut paged = Vec::new();
    let mut before = None;
    loop {
        let page = history(
            connection,
            &HistoryQuery {
                limit: 4,
                before,
                ..HistoryQuery::default()
            },
            &View::default(),
        )
        .unwrap();
        let Some(last) = page.last() else { break };
        before = Some(last["txn"].as_str().unwrap().parse().unwrap());
        paged.extend(page);
    }
    assert_eq!(paged, all);
    let times: Vec<&str> = all
        .iter()
        .map(|row| row["time"].as_str().unwrap())
        .collect();
    assert!(
        times.windows(2).all(|pair| pair[0] >= pair[1]),
        "newest first: {times:?}"
    );
    let absent = Some(uuid::Uuid::from_u128(1));
    let query = HistoryQuery {
        limit: 4,
        before: absent,
        ..HistoryQuery::default()
    };
    let unknown = history(connection, &query, &View::default());
    assert_eq!(unknown.unwrap_err().code(), "unknown_transaction");
    let query = HistoryQuery {
        record: absent,
        limit: 4,
        ..HistoryQuery::default()
    };
    let unknown = history(connection, &query, &View::default());
    assert_eq!(unknown.unwrap_err().code(), "key_not_found");
}

#[test]
fn of_a_large_transaction_the_beginning_is_told() {
    let mut network = workplan();
    let (kind, id) = (kinds::by_name("activity").unwrap(), network.id("study"));
    network
        .store
        .write(Act::typed(), |door| {
            for n in 0..300 {
                let set = [domain::input::assignment(&format!("order_label={n}")).unwrap()];
                door.set(kind, id, &set, &Seen::new())?;
            }
            Ok(())
        })
        .unwrap();
    let rows = told(&network, None, 1);
    assert_eq!(rows[0]["total"], 300);
    assert_eq!(rows[0]["changes"].as_array().unwrap().len(), 200);
    assert_eq!(
        changes(&rows[0])[199],
        ("order_label", &json!("198"), &json!("199"))
    );
}

#[test]
fn what_is_undone_and_redone_is_marked() {
    let mut network = workplan();
    let txn = network.set("study", &["status=delayed"]);
    let undone = |network: &Network| {
        let rows = told(network, Some("study"), 10);
        rows.iter()
            .find(|row| row["txn"] == txn.to_string())
            .unwrap()["undone"]
            .clone()
    };
    assert_eq!(undone(&network), false);
    network.store.undo(None, Act::typed()).unwrap();
    assert_eq!(undone(&network), true);
    assert_eq!(told(&network, None, 1)[0]["origin"], "undo");
    network.store.redo(Act::typed()).unwrap();
    assert_eq!(undone(&network), false);
}

#[test]
fn personal_values_are_told_to_those_who_may_see_them() {
    let mut network = workplan();
    network.set("ama", &["email=owusu@example.org"]);
    let row = &told(&network, None, 1)[0];
    assert_eq!(row["changes"][0]["personal"], true);
    assert_eq!(changes(row), [("email", &Json::Null, &Json::Null)]);
    let private = View {
        private: true,
        ..View::default()
    };
    let rows = history(
        network.store.connection(),
        &HistoryQuery {
            limit: 1,
            ..HistoryQuery::default()
        },
        &private,
    )
    .unwrap();
    assert_eq!(
        changes(&rows[0]),
        [(
            "email",
            &json!("ama@example.org"),
            &json!("owusu@example.org")
        )]
    );
    network.add("quiet", "meeting", &["title=Quiet"]);
    network.add(
        "seat",
        "attendance",
        &["meeting=<quiet>", "person=Ama Owusu"],
    );
    let person = |network: &Network| {
        let rows = told(network, Some("seat"), 1);

        changes(&rows[0])
            .into_iter()
            .find(|change| change.0 == "person")
            .unwrap()
            .2
            .clone()
    };
    assert_eq!(person(&network)["label"], "Ama Owusu");
    network.set("quiet", &["confidentiality=no_attribution"]);
    assert_eq!(
        person(&network),
        Json::Null,
        "what was said openly is not told once names are kept out"
    );
}
