use serde_json::{Value as Json, json};
use store::query::{View, overview};

use crate::network::{Network, workplan};

fn told(network: &Network, today: &str) -> Json {
    overview(
        network.store.connection(),
        today.parse().unwrap(),
        &View::default(),
    )
    .unwrap()
}

fn labels(rows: &Json) -> Vec<&str> {
    rows.as_array()
        .unwrap()
        .iter()
        .map(|row| row["label"].as_str().unwrap())
        .collect()
}

#[test]
fn groups_with_their_activities_and_seats() {
    let mut network = workplan();
    network.add(
        "idle",
        "group",
        &["kind=working_group", "name=Without activities"],
    );
    network.add(
        "ended",
        "group",
        &["kind=workstream", "name=Ended", "state=closed"],
    );
    for (name, set) in [
        (
            "m1",
            &["group=<lives>", "organisation=UNHCR", "role=co_lead"][..],
        ),
        (
            "m2",
            &[
                "group=<lives>",
                "organisation=IOM",
                "role=co_lead",
                "from=2022",
            ],
        ),
        ("m3", &["group=<lives>", "organisation=IOM", "role=member"]),
        (
            "m4",
            &[
                "group=<lives>",
                "person=Ama Owusu",
                "role=co_lead",
                "to=2022",
            ],
        ),
        (
            "m5",
            &[
                "group=<climate>",
                "organisation=IOM",
                "role=co_lead",
                "state=interested",
            ],
        ),
        (
            "m6",
            &[
                "group=<climate>",
                "organisation=UNHCR",
                "role=observer",
                "state=accepted",
            ],
        ),
    ] {
        network.add(name, "membership", set);
    }
    let overview = told(&network, "2023-03-15");
    let rows = overview["rows"].as_array().unwrap();
    let groups: Vec<&str> = rows
        .iter()
        .map(|row| row["group"]["label"].as_str().unwrap())
        .collect();
    assert_eq!(
        groups,
        ["Save lives", "Climate", "Asia and the Pacific"],
        "by kind, number and label"
    );
    assert_eq!(rows[0]["group"]["number"], 1);
    assert_eq!(
        (&rows[0]["group"]["code"], &rows[0]["group"]["kind"]),
        (&json!("WS1"), &json!("workstream"))
    );
    assert_eq!(
        rows[0]["activities"],
        json!({"unknown": 1, "in_progress": 1, "completed": 1})
    );
    assert_eq!(labels(&rows[0]["co_leads"]), ["IOM", "UNHCR"]);
    assert_eq!(
        rows[0]["members"], 2,
        "those who sit there on the day, each once"
    );
    assert_eq!(labels(&rows[1]["co_leads"]), [""; 0], "interest is no seat");
    assert_eq!(rows[1]["members"], 1);
    assert_eq!(
        overview["unknown"],
        json!({"no_co_lead": 2, "no_status": 3, "no_name": 0, "no_number": 1})
    );
    assert_eq!(overview["as_of"], "2023-03-15");
    assert_eq!(overview["to_settle"], 0);
    assert!(overview["network"].is_string());
    // What this file wrote under any name is its own to share, but for who wrote it.
    let own: i64 = network
        .store
        .connection()
        .query_row(
            "SELECT count(*) FROM change c JOIN chain n ON n.chain = c.chain JOIN record r ON r.rid = c.rid
             WHERE n.own = 1 AND r.tbl <> 32 AND r.rid NOT IN (SELECT person FROM txn WHERE person IS NOT NULL)",
            (),
            |row| row.get(0),
        )
        .unwrap();
    assert!(own > 0);
    assert_eq!(overview["unshared"], own);
}

#[test]
fn due_and_overdue_are_what_is_surely_so() {
    let mut network = workplan();
    let due = |overview: &Json, row: usize| {
        ["overdue", "due_30", "due_60", "due_90"]
            .map(|name| overview["rows"][row][name].as_i64().unwrap())
    };
    let before = told(&network, "2023-01-15");
    assert_eq!(
        due(&before, 0),
        [0, 0, 0, 1],
        "the first quarter ends in 75 days"
    );
    assert_eq!(labels(&before["due"]), ["Réseau study"]);
    assert_eq!(
        due(&told(&network, "2023-03-31"), 0),
        [0, 1, 1, 1],
        "due on its last day"
    );
    let after = told(&network, "2024-01-01");
    assert_eq!(
        due(&after, 0),
        [1, 0, 0, 0],
        "the completed one is not late"
    );
    assert_eq!(labels(&after["overdue"]), ["Réseau study"]);
    network.set("study", &["status="]);
    let unknown = told(&network, "2024-01-01");
    assert_eq!(
        due(&unknown, 0),
        [0, 0, 0, 0],
        "of what has no status nobody says that it is late"
    );
}

#[test]
fn meetings_to_come_and_conflicts_to_settle() {
    let mut network = workplan();
    for (title, start, state) in [
        ("Past", "2023-01-01", ""),
        ("Next", "2023-05-08T14:00:00Z", "draft"),
        ("Soon", "2023-05-01", ""),
        ("Held", "2023-05-02", "closed"),
    ] {
        let set = [
            format!("title={title}"),
            format!("start={start}"),
            format!("state={state}"),
        ];
        network.add(
            title,
            "meeting",
            &set.iter().map(String::as_str).collect::<Vec<_>>(),
        );
    }
    network
        .store
        .connection()
        .execute(
            "INSERT INTO contested(rid, col) VALUES (?1, 24)",
            (network.rid("study"),),
        )
        .unwrap();
    let overview = told(&network, "2023-05-01");
    assert_eq!(labels(&overview["meetings"]), ["Soon", "Next"]);
    assert_eq!(overview["to_settle"], 1);
}

#[test]
fn a_stand_in_for_a_name_is_no_name() {
    let mut network = workplan();
    network.set("climate", &["provenance.standing=unconfirmed"]);
    let mut network = network.published();
    assert_eq!(told(&network, "2023-05-01")["unknown"]["no_name"], 1);
    network.set("climate", &["name=Climate mobility"]);
    assert_eq!(told(&network, "2023-05-01")["unknown"]["no_name"], 0);
}

#[test]
fn an_empty_store_has_an_empty_overview() {
    let network = Network::new();
    let overview = told(&network, "2023-05-01");
    assert_eq!(
        (&overview["rows"], &overview["network"]),
        (&json!([]), &Json::Null)
    );
}
