use domain::{Language, kinds};
use serde_json::{Value as Json, json};
use store::query::{ListQuery, View, list, record};
use store::{Act, Seen};

use crate::network::{Network, strings, workplan};

fn shown(network: &Network, name: &str, view: View) -> Json {
    record(network.store.connection(), network.id(name), &view).unwrap()
}

fn private() -> View {
    View {
        private: true,
        ..View::default()
    }
}

#[test]
fn a_record_has_its_fields_in_the_order_of_the_description() {
    let network = workplan();
    let activity = shown(&network, "study", View::default());
    let names: Vec<&str> = activity
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect();
    let expected = [
        "id",
        "table",
        "life",
        "label",
        "group",
        "workplan",
        "parent",
        "order_label",
        "title",
        "title_text",
        "description",
        "description_text",
        "kind",
        "timeline",
        "status",
        "progress_note",
        "progress_note_text",
        "next_step",
        "next_step_text",
        "leads",
        "contributors",
        "objectives",
        "principles",
        "mandate",
        "depends_on",
        "products",
        "draft",
        "carried_from",
        "notes",
        "notes_text",
        "position",
        "created_at",
        "changed_at",
        "provenance",
        "contested",
        "own",
        "depth",
        "hasChildren",
    ];
    assert_eq!(names, expected);
}

#[test]
fn values_have_the_forms_of_the_contract() {
    let network = workplan();
    let study = shown(&network, "study", View::default());
    assert_eq!(study["id"], network.id("study").to_string());
    assert_eq!(
        (&study["table"], &study["life"], &study["label"]),
        (&json!("activity"), &json!("live"), &json!("Réseau study"))
    );
    assert_eq!(study["title"], json!({"en": "Réseau study"}));
    assert_eq!(study["description"], Json::Null);
    assert_eq!(study["description_text"], Json::Null);
    assert_eq!(study["status"], "in_progress");
    assert_eq!(study["draft"], Json::Null);
    assert_eq!(
        study["group"],
        json!({"id": network.id("lives").to_string(), "table": "group", "label": "Save lives"})
    );
    assert_eq!(study["workplan"], Json::Null);
    assert_eq!(study["timeline"]["text"], "Q1 2023");
    assert_eq!(study["timeline"]["first"], "2023-01-01");
    assert_eq!(study["timeline"]["last"], "2023-03-31");
    assert_eq!(study["timeline"]["precision"], "quarter");
    assert_eq!(
        study["leads"],
        json!([{"id": network.id("iom").to_string(), "table": "organisation", "label": "IOM"}])
    );
    assert_eq!(study["contributors"], json!([]));
    assert_eq!(study["contested"], json!([]));
    assert_eq!(study["own"], json!([]));
    assert_eq!(
        study["provenance"],
        json!({"address": null, "retrieved": null, "standing": "own"})
    );
    let created = study["created_at"].as_str().unwrap();
    assert!(
        created.starts_with("2023-11-1") && created.ends_with('Z') && created.len() == 20,
        "{created}"
    );
    assert_eq!(
        (&study["depth"], &study["hasChildren"]),
        (&json!(0), &json!(true))
    );
    let part = shown(&network, "part", View::default());
    assert_eq!(
        (&part["depth"], &part["hasChildren"]),
        (&json!(1), &json!(false))
    );
    assert_eq!(part["parent"]["label"], "Réseau study");
    assert_eq!(shown(&network, "zebra", View::default())["draft"], true);
    assert_eq!(
        shown(&network, "training", View::default())["timeline"],
        json!({
            "text": "on request", "edtf": null, "first": null, "last": null, "precision": "unknown",
        })
    );
    assert!(
        shown(&network, "ama", View::default())
            .get("depth")
            .is_none()
    );
}

#[test]
fn texts_are_printed_in_the_language_of_the_view() {
    let network = workplan();
    for (language, label) in [
        (Language::En, "Guidance note"),
        (Language::Fr, "Note d’orientation"),
        (Language::Es, "Guidance note"),
    ] {
        let note = shown(
            &network,
            "note",
            View {
                lang: language,
                private: false,
            },
        );
        assert_eq!(
            note["title"],
            json!({"en": "Guidance note", "fr": "Note d’orientation"})
        );
        assert_eq!(note["title_text"], label);
        assert_eq!(note["label"], label);
    }
    let french = View {
        lang: Language::Fr,
        private: false,
    };
    assert_eq!(
        shown(&network, "note", french)["group"]["label"],
        "Sauver des vies"
    );
    assert_eq!(
        shown(&network, "training", View::default())["title_text"],
        "Formation"
    );
}

#[test]
fn several_are_sorted_by_role_and_label() {
    let mut network = workplan();
    network.add(
        "action",
        "joint_action",
        &[
            "title=Action",
            "organisations=UNHCR:lead,IOM:lead,UNHCR:contributing",
            "places=KEN,AFG",
        ],
    );
    let action = shown(&network, "action", View::default());
    let told: Vec<(&str, &str)> = action["organisations"]
        .as_array()
        .unwrap()
        .iter()
        .map(|end| {
            (
                end["role"].as_str().unwrap(),
                end["label"].as_str().unwrap(),
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            ("contributing", "UNHCR"),
            ("lead", "IOM"),
            ("lead", "UNHCR")
        ]
    );
    let places: Vec<&str> = action["places"]
        .as_array()
        .unwrap()
        .iter()
        .map(|place| place["label"].as_str().unwrap())
        .collect();
    assert_eq!(places, ["Afghanistan", "Kenya"]);
    assert!(
        action["places"][0].get("role").is_none(),
        "a link without a role has no such member"
    );
    let note = shown(&network, "note", View::default());
    let objectives: Vec<&str> = note["objectives"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["label"].as_str().unwrap())
        .collect();
    assert_eq!(
        objectives,
        [
            "2. Minimize drivers",
            "8. Save lives",
            "10. Prevent trafficking"
        ]
    );
    assert_eq!(
        strings(&shown(&network, "aprrn", View::default())["aliases"]),
        ["APRRN", "Asia Pacific net"]
    );
    network.add(
        "plan",
        "workplan",
        &[
            "title=Plan",
            "status_labels=Ongoing:in_progress,Done:completed",
        ],
    );
    assert_eq!(
        shown(&network, "plan", View::default())["status_labels"],
        json!([
            {"text": "Done", "role": "completed"}, {"text": "Ongoing", "role": "in_progress"},
        ])
    );
}

#[test]
fn a_link_that_is_taken_out_is_not_shown_and_a_deleted_end_is() {
    let mut network = workplan();
    network.set("note", &["leads-=IOM"]);
    network.delete("unhcr");
    let note = shown(&network, "note", View::default());
    assert_eq!(note["leads"].as_array().unwrap().len(), 1);
    assert_eq!(note["leads"][0]["label"], "UNHCR");
    assert_eq!(shown(&network, "unhcr", View::default())["life"], "deleted");
}

#[test]
fn money_is_text_and_closing_names_what_it_saw() {
    let mut network = workplan();
    network.add("action", "joint_action", &["title=Action"]);
    network.add(
        "fund",
        "funding",
        &[
            "of=<action>",
            "source=Fund",
            "amount=1,250,000.50",
            "currency=usd",
        ],
    );
    let fund = shown(&network, "fund", View::default());
    assert_eq!(
        (&fund["amount"], &fund["currency"]),
        (&json!("1250000.5"), &json!("USD"))
    );
    network.add(
        "meeting",
        "meeting",
        &["title=Meeting", "start=2023-05-08T14:00+02:00"],
    );
    assert_eq!(
        shown(&network, "meeting", View::default())["start"],
        "2023-05-08T12:00:00Z"
    );
    assert_eq!(
        shown(&network, "meeting", View::default())["closed_at"],
        Json::Null
    );
    let (kind, meeting) = (kinds::by_name("meeting").unwrap(), network.id("meeting"));
    let site = uuid::Uuid::from_u128(5);
    let entry = |seq| domain::value::VectorEntry {
        site,
        seq,
        hash: [0; 16],
    };
    network
        .store
        .write(Act::typed(), |door| {
            let column = u16::from(kinds::CLOSED);
            door.put(
                kind.table,
                meeting,
                column,
                &domain::Value::Vector(vec![entry(3), entry(8)]),
            )
        })
        .unwrap();
    assert_eq!(
        shown(&network, "meeting", View::default())["closed_at"],
        json!({site.to_string(): 8})
    );
}

#[test]
fn personal_values_are_null_unless_asked_for() {
    let mut network = workplan();
    assert_eq!(shown(&network, "ama", View::default())["email"], Json::Null);
    assert_eq!(
        shown(&network, "ama", private())["email"],
        "ama@example.org"
    );
    network.add(
        "quiet",
        "meeting",
        &["title=Quiet", "confidentiality=no_attribution"],
    );
    network.add(
        "seat",
        "attendance",
        &["meeting=<quiet>", "person=Ama Owusu", "organisation=IOM"],
    );
    let seat = shown(&network, "seat", View::default());
    assert_eq!(
        (&seat["person"], &seat["label"]),
        (&Json::Null, &json!("IOM"))
    );
    assert_eq!(
        shown(&network, "seat", private())["person"]["label"],
        "Ama Owusu"
    );
    network.set("quiet", &["confidentiality=open"]);
    assert_eq!(
        shown(&network, "seat", View::default())["person"]["label"],
        "Ama Owusu"
    );
}

#[test]
fn only_the_named_columns_are_built() {
    let network = workplan();
    let asked = |columns: &[&str]| {
        let query = ListQuery {
            columns: Some(columns.iter().map(|name| (*name).to_owned()).collect()),
            ..ListQuery::new(kinds::by_name("activity").unwrap())
        };
        list(network.store.connection(), &query, &View::default()).map(|page| page.rows[4].clone())
    };
    let row = asked(&["leads", "Order-Label", "changed_at"]).unwrap();
    let names: Vec<&str> = row
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect();
    let expected = [
        "id",
        "table",
        "life",
        "label",
        "order_label",
        "leads",
        "changed_at",
        "contested",
        "own",
        "depth",
        "hasChildren",
    ];
    assert_eq!(names, expected);
    assert_eq!(row["leads"][0]["label"], "IOM");
    assert_eq!(
        asked(&["provenance"]).unwrap()["provenance"]["standing"],
        "own"
    );
    assert_eq!(asked(&["ledas"]).unwrap_err().candidates()[0], "leads");
}

#[test]
fn what_is_contested_is_named_by_field() {
    let mut network = workplan();
    network.add("action", "joint_action", &["title=Action"]);
    network.add(
        "fund",
        "funding",
        &["of=<action>", "source=Fund", "amount=1", "currency=usd"],
    );
    let connection = network.store.connection();
    for (name, column) in [
        ("study", 2 << 8 | 20),
        ("study", 1 << 8 | 20),
        ("study", 24),
        ("study", 3),
        ("fund", 18),
    ] {
        connection
            .execute(
                "INSERT INTO contested(rid, col) VALUES (?1, ?2)",
                (network.rid(name), column),
            )
            .unwrap();
    }
    let study = shown(&network, "study", View::default());
    assert_eq!(
        strings(&study["contested"]),
        ["parent", "title", "status", "position"]
    );
    assert_eq!(
        strings(&shown(&network, "fund", View::default())["contested"]),
        ["amount", "currency"]
    );
    assert_eq!(
        strings(&shown(&network, "note", View::default())["contested"]),
        [""; 0]
    );
}

#[test]
fn what_was_changed_since_the_publication_is_own() {
    let mut network = workplan().published();
    let before = shown(&network, "study", View::default());
    assert_eq!(
        (&before["own"], &before["provenance"]),
        (&json!([]), &Json::Null)
    );
    network.set(
        "study",
        &["title.fr=Étude", "status=completed", "leads+=UNHCR"],
    );
    network.set("note", &["leads-=IOM"]);
    network.add("mine", "activity", &["title=Mine", "group=<lives>"]);
    let study = shown(&network, "study", View::default());
    assert_eq!(strings(&study["own"]), ["title", "status", "leads"]);
    assert_eq!(
        strings(&shown(&network, "note", View::default())["own"]),
        ["leads"]
    );
    let mine = shown(&network, "mine", View::default());
    assert_eq!(
        strings(&mine["own"]),
        [""; 0],
        "what is all own needs no marks"
    );
    assert_eq!(mine["provenance"]["standing"], "own");
}

#[test]
fn of_several_heads_the_shown_one_tells_whether_it_is_own() {
    let mut network = workplan().published();
    network.set("study", &["status=completed"]);
    let connection = network.store.connection();
    let rid = network.rid("study");
    let published: (i64, i64) = connection
        .query_row(
            "SELECT chain, seq FROM change WHERE rid = ?1 AND col = 24 ORDER BY hlc LIMIT 1",
            (rid,),
            |row| Ok((row.get(0)?, row.get(1)?)),
        )
        .unwrap();
    connection
        .execute(
            "INSERT INTO head VALUES (?1, 24, ?2, ?3)",
            (rid, published.0, published.1),
        )
        .unwrap();
    assert_eq!(
        strings(&shown(&network, "study", View::default())["own"]),
        ["status"]
    );
    connection
        .execute(
            "UPDATE change SET hlc = hlc + (1 << 50) WHERE chain = ?1 AND seq = ?2",
            published,
        )
        .unwrap();
    assert_eq!(
        strings(&shown(&network, "study", View::default())["own"]),
        [""; 0]
    );
}

#[test]
fn unknown_records_are_refused() {
    let network = workplan();
    let error = record(
        network.store.connection(),
        uuid::Uuid::from_u128(1),
        &View::default(),
    )
    .unwrap_err();
    assert_eq!(error.code(), "key_not_found");
}

#[test]
fn an_edit_moves_the_time_of_change_only() {
    let mut network = workplan();
    let before = shown(&network, "study", View::default());
    let (kind, id) = (kinds::by_name("activity").unwrap(), network.id("study"));
    let set = [domain::input::assignment("status=completed").unwrap()];
    network
        .store
        .write(Act::typed(), |door| door.set(kind, id, &set, &Seen::new()))
        .unwrap();
    let after = shown(&network, "study", View::default());
    assert_eq!(before["created_at"], after["created_at"]);
    assert!(before["changed_at"].as_str() < after["changed_at"].as_str());
}
