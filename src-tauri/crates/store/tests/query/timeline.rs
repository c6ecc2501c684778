use chrono::NaiveDate;
use domain::input::condition;
use serde_json::{Value as Json, json};
use store::Act;
use store::query::{
    CalendarQuery, Plan, View, adopted, calendar, milestones, milestones_within, planned, timeline,
};

use crate::network::{Network, workplan};

fn conditions(network: &Network, texts: &[&str]) -> Vec<domain::input::Condition> {
    texts
        .iter()
        .map(|text| condition(&network.named(text)).unwrap())
        .collect()
}

fn told(network: &Network, given: &[&str], by: Option<&str>) -> Json {
    let conditions = conditions(network, given);
    timeline(
        network.store.connection(),
        &conditions,
        by,
        &View::default(),
    )
    .unwrap()
}

#[test]
fn how_far_a_list_and_its_groups_reach() {
    let network = workplan();
    let all = told(&network, &[], Some("group"));
    assert_eq!(
        (&all["first"], &all["last"]),
        (&json!("2023-01-01"), &json!("2024-06-30"))
    );
    assert_eq!(
        (&all["total"], &all["undated"]),
        (&json!(6), &json!(2)),
        "one is on request, and of one nothing is said"
    );
    let span = |name: &str| {
        let key = network.id(name).to_string();
        let mut spans = all["spans"].as_array().unwrap().iter();
        let span = spans.find(|span| span["key"] == key.as_str()).unwrap();
        (span["first"].clone(), span["last"].clone())
    };
    assert_eq!(span("lives"), (json!("2023-01-01"), json!("2023-12-31")));
    assert_eq!(span("climate"), (json!("2024-01-01"), json!("2024-06-30")));
    assert_eq!(span("asia"), (Json::Null, Json::Null));
    let filtered = told(&network, &["status=delayed"], None);
    assert_eq!(filtered["first"], "2024-01-01");
    assert_eq!(filtered["spans"], json!([]));
    let by_objective = told(&network, &[], Some("objectives"));
    let spans = by_objective["spans"].as_array().unwrap();
    assert_eq!(spans.len(), 4, "each objective of one, and those without");
}

fn compared(network: &Network, given: &[&str], plan: &Plan) -> Json {
    let conditions = conditions(network, given);
    planned(
        network.store.connection(),
        &conditions,
        plan,
        &View::default(),
        &mut |_, _| true,
    )
    .unwrap()
}

fn row<'j>(compared: &'j Json, network: &Network, name: &str) -> Option<&'j Json> {
    let id = network.id(name).to_string();
    let mut rows = compared["rows"].as_array().unwrap().iter();
    rows.find(|row| row["id"] == id.as_str())
}

#[test]
fn what_moved_since_an_earlier_plan() {
    let mut network = workplan();
    let plan = Plan::Adopted(network.store.vector().unwrap());
    let same = compared(&network, &[], &plan);
    assert_eq!((&same["rows"], &same["kept"]), (&json!([]), &json!(6)));

    network.set("study", &["timeline=Q2 2023"]);
    network.set("zebra", &["timeline=Q4 2023"]);
    network.set("apple", &["timeline=2024"]);
    network.set("note", &["title=Another title"]);
    network.set("part", &["timeline=from 2022"]);
    network.add(
        "new",
        "activity",
        &["group=<climate>", "title=New", "timeline=2025"],
    );
    let now = compared(&network, &[], &plan);
    let study = row(&now, &network, "study").unwrap();
    assert_eq!(
        (&study["planned"]["text"], &study["days"]),
        (&json!("Q1 2023"), &json!(91))
    );
    assert_eq!(row(&now, &network, "zebra").unwrap()["days"], -182);
    let part = row(&now, &network, "part").unwrap();
    assert_eq!(
        part["days"], -365,
        "without an end, what begins is compared"
    );
    let apple = row(&now, &network, "apple").unwrap();
    assert_eq!(
        (&apple["planned"], &apple["days"], &apple["added"]),
        (&Json::Null, &Json::Null, &json!(false)),
        "it had no time"
    );
    assert_eq!(row(&now, &network, "new").unwrap()["added"], true);
    assert!(
        row(&now, &network, "note").is_none(),
        "its time is as it was"
    );
    let counts = ["later", "earlier", "otherwise", "added", "kept"].map(|name| now[name].as_i64());
    assert_eq!(counts, [1, 2, 1, 1, 2].map(Some));

    let filtered = compared(&network, &["group=<climate>"], &plan);
    let counts = ["later", "earlier", "added", "kept"].map(|name| filtered[name].as_i64());
    assert_eq!(counts, [0, 1, 1, 1].map(Some), "only what the list holds");
}

#[test]
fn what_was_set_back_is_as_planned() {
    let mut network = workplan();
    let plan = Plan::Adopted(network.store.vector().unwrap());
    network.set("study", &["timeline=Q2 2023"]);
    network.store.undo(None, Act::typed()).unwrap();
    let now = compared(&network, &[], &plan);
    assert_eq!((&now["rows"], &now["kept"]), (&json!([]), &json!(6)));
}

#[test]
fn the_plan_of_an_adoption_is_that_of_its_moment() {
    let mut network = workplan();
    network.add("plan", "workplan", &["title=Plan", "state=consultation"]);
    network.set("study", &["timeline=Q2 2023"]);
    let plan = |network: &Network| {
        let id = network.id("plan");
        adopted(network.store.connection(), id).unwrap()
    };
    assert_eq!(plan(&network), None, "it was not adopted yet");
    network.set("plan", &["state=adopted"]);
    let then = plan(&network).unwrap();
    network.set("study", &["timeline=Q3 2023"]);
    let now = compared(&network, &[], &then);
    let study = row(&now, &network, "study").unwrap();
    assert_eq!(
        (&study["planned"]["text"], &study["days"]),
        (&json!("Q2 2023"), &json!(92))
    );
    assert_eq!((&now["later"], &now["kept"]), (&json!(1), &json!(5)));
}

#[test]
fn comparing_with_an_earlier_plan_tells_how_far_it_is_and_can_be_given_up() {
    let mut network = workplan();
    network.set("study", &["timeline=Q3 2023"]);
    let plan = Plan::Day("2000-01-01".parse::<NaiveDate>().unwrap());
    let mut told = Vec::new();
    let given_up = planned(
        network.store.connection(),
        &[],
        &plan,
        &View::default(),
        &mut |done, total| {
            told.push((done, total));
            told.len() < 3
        },
    );
    assert_eq!(given_up.unwrap_err().code(), "cancelled");
    assert_eq!(told.len(), 3, "nothing goes on after that");
    assert!(told.iter().all(|(done, total)| done < total), "{told:?}");
    assert!(told.is_sorted());
}

#[test]
fn before_anything_was_known_all_is_added() {
    let network = workplan();
    let day = |text: &str| Plan::Day(text.parse::<NaiveDate>().unwrap());
    assert_eq!(compared(&network, &[], &day("2000-01-01"))["added"], 6);
    assert_eq!(compared(&network, &[], &day("2100-01-01"))["kept"], 6);
}

#[test]
fn what_is_due_in_some_days() {
    let mut network = workplan();
    network.set("study", &["timeline=1 February 2023 - 14 March 2023"]);
    for (name, set) in [
        (
            "day",
            &["of=<study>", "title=First draft", "due=20 March 2023"][..],
        ),
        ("quarter", &["of=<study>", "title=Review", "due=Q1 2023"]),
        ("other", &["of=<zebra>", "title=Launch", "due=May 2024"]),
    ] {
        network.add(name, "milestone", set);
    }
    let grouped = |by: Option<&str>, given: &[&str], from: &str, to: &str| {
        let query = CalendarQuery {
            conditions: conditions(&network, given),
            from: from.parse().unwrap(),
            to: to.parse().unwrap(),
            by: by.map(str::to_owned),
        };
        calendar(network.store.connection(), &query, &View::default()).unwrap()
    };
    let due = |given: &[&str], from: &str, to: &str| grouped(None, given, from, to);
    let labels = |rows: &Json| -> Vec<String> {
        let rows = rows.as_array().unwrap().iter();
        rows.map(|row| row["label"].as_str().unwrap().to_owned())
            .collect()
    };
    let march = due(&[], "2023-03-01", "2023-03-31");
    assert_eq!(
        labels(&march["activities"]),
        ["Réseau study", "Guidance note"],
        "one ends on a day of it, one some time in its year"
    );
    assert_eq!(labels(&march["milestones"]), ["First draft", "Review"]);
    assert_eq!(march["owners"], json!([]), "nothing is grouped");
    let march = grouped(Some("status"), &[], "2023-03-01", "2023-03-31");
    assert_eq!(labels(&march["owners"]), ["Réseau study"]);
    assert_eq!(
        march["owners"][0]["status"],
        march["activities"][0]["status"]
    );
    let february = due(&[], "2023-02-01", "2023-02-28");
    assert_eq!(
        labels(&february["activities"]),
        ["Guidance note"],
        "what ends on a day is due on no other"
    );
    assert_eq!(labels(&february["milestones"]), ["Review"]);
    let filtered = due(&["status=delayed"], "2024-05-01", "2024-05-31");
    assert_eq!(labels(&filtered["activities"]), ["Zebra"]);
    assert_eq!(labels(&filtered["milestones"]), ["Launch"]);
    assert_eq!(
        labels(&due(&["status=completed"], "2024-05-01", "2024-05-31")["milestones"]),
        [""; 0]
    );
    let of = [network.id("study"), network.id("zebra")];
    let all = milestones(network.store.connection(), &of, &View::default()).unwrap();
    assert_eq!(labels(&all.into()), ["Review", "First draft", "Launch"]);
    let within = |given: &[&str]| {
        let conditions = conditions(&network, given);
        milestones_within(network.store.connection(), &conditions, &View::default()).unwrap()
    };
    assert_eq!(labels(&within(&["status=delayed"]).into()), ["Launch"]);
    assert_eq!(within(&[]).len(), 3);
}
