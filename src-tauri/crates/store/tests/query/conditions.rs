use domain::input::condition;
use domain::{Language, kinds};
use store::query::{ListQuery, View, list};
use store::{Act, ErrorKind};

use crate::network::{Network, workplan};

fn check(network: &Network, kind: &str, table: &[(&str, &[&str])]) {
    for (asked, expected) in table {
        let conditions: Vec<&str> = asked.split(" & ").collect();
        assert_eq!(network.labels(kind, &conditions, &[]), *expected, "{asked}");
    }
}

const ALL: &[&str] = &[
    "apple",
    "Formation",
    "Guidance note",
    "Part of the study",
    "Réseau study",
    "Zebra",
];

#[test]
fn codes_texts_and_plain_fields() {
    check(
        &workplan(),
        "activity",
        &[
            ("status=in_progress", &["Réseau study"]),
            ("status=In progress|delayed", &["Réseau study", "Zebra"]),
            (
                "status!=in_progress",
                &[
                    "apple",
                    "Formation",
                    "Guidance note",
                    "Part of the study",
                    "Zebra",
                ],
            ),
            ("status=", &["Formation", "Part of the study"]),
            (
                "status!=",
                &["apple", "Guidance note", "Réseau study", "Zebra"],
            ),
            (
                "status=|unknown",
                &["apple", "Formation", "Part of the study"],
            ),
            (
                "status!=|unknown",
                &["Guidance note", "Réseau study", "Zebra"],
            ),
            ("status~progress", &["Réseau study"]),
            ("title~RESEAU", &["Réseau study"]),
            ("title~d'orientation", &["Guidance note"]),
            ("title.en~orientation", &[]),
            (
                "title.fr~orientation|formation",
                &["Formation", "Guidance note"],
            ),
            ("title=reseau STUDY", &["Réseau study"]),
            (
                "title!=apple",
                &[
                    "Formation",
                    "Guidance note",
                    "Part of the study",
                    "Réseau study",
                    "Zebra",
                ],
            ),
            (
                "title.fr=",
                &["apple", "Part of the study", "Réseau study", "Zebra"],
            ),
            ("title.fr!=", &["Formation", "Guidance note"]),
            ("title<g", &["apple", "Formation"]),
            (
                "title>=part of the study",
                &["Part of the study", "Réseau study", "Zebra"],
            ),
            ("order_label=I", &["Réseau study"]),
            ("order-label!=", &["Formation", "Réseau study"]),
            ("draft=yes", &["Zebra"]),
            ("draft=false", &["apple"]),
            (
                "draft!=true",
                &[
                    "apple",
                    "Formation",
                    "Guidance note",
                    "Part of the study",
                    "Réseau study",
                ],
            ),
            (
                "status!=completed & title~e",
                &["apple", "Part of the study", "Réseau study", "Zebra"],
            ),
        ],
    );
}

#[test]
fn references_links_and_paths() {
    let network = workplan();
    check(
        &network,
        "activity",
        &[
            (
                "group=<lives>",
                &["Guidance note", "Part of the study", "Réseau study"],
            ),
            (
                "group=ws1",
                &["Guidance note", "Part of the study", "Réseau study"],
            ),
            (
                "group=climate|Asia and the Pacific",
                &["apple", "Formation", "Zebra"],
            ),
            (
                "group!=climate",
                &[
                    "apple",
                    "Guidance note",
                    "Part of the study",
                    "Réseau study",
                ],
            ),
            (
                "group~LIVES",
                &["Guidance note", "Part of the study", "Réseau study"],
            ),
            (
                "group.kind=workstream",
                &[
                    "Formation",
                    "Guidance note",
                    "Part of the study",
                    "Réseau study",
                    "Zebra",
                ],
            ),
            ("group.kind!=workstream", &["apple"]),
            ("group.number>1", &["apple"]),
            ("group.number=", &["Formation", "Zebra"]),
            (
                "group.number!=",
                &[
                    "apple",
                    "Guidance note",
                    "Part of the study",
                    "Réseau study",
                ],
            ),
            (
                "group.name.fr~sauver",
                &["Guidance note", "Part of the study", "Réseau study"],
            ),
            ("group.place.iso3=ken", &["apple"]),
            ("group.place=kenya", &["apple"]),
            ("group.place.name~كينيا", &["apple"]),
            ("parent=<study>", &["Part of the study"]),
            ("parent.status=in_progress", &["Part of the study"]),
            (
                "parent=",
                &[
                    "apple",
                    "Formation",
                    "Guidance note",
                    "Réseau study",
                    "Zebra",
                ],
            ),
            ("leads=IOM", &["Guidance note", "Réseau study"]),
            ("leads=unhcr", &["Guidance note"]),
            (
                "leads!=unhcr",
                &[
                    "apple",
                    "Formation",
                    "Part of the study",
                    "Réseau study",
                    "Zebra",
                ],
            ),
            (
                "leads=",
                &["apple", "Formation", "Part of the study", "Zebra"],
            ),
            ("leads!=", &["Guidance note", "Réseau study"]),
            ("leads~unh", &["Guidance note"]),
            ("objectives=8", &["Guidance note"]),
            ("objectives~save lives", &["Guidance note"]),
            ("objectives~8. save", &["Guidance note"]),
        ],
    );
    check(
        &network,
        "organisation",
        &[
            ("aliases=aprrn", &["Asia Pacific Refugee Rights Network"]),
            ("aliases~pacific", &["Asia Pacific Refugee Rights Network"]),
            ("aliases=", &["IOM", "UNHCR"]),
            ("country=404", &["Asia Pacific Refugee Rights Network"]),
            ("parent.acronym=iom", &["UNHCR"]),
            ("name~réseau", &["Asia Pacific Refugee Rights Network"]),
        ],
    );
}

#[test]
fn numbers_compare_as_numbers() {
    let mut network = workplan();
    network.add(
        "ten",
        "group",
        &["name=Tenth", "number=10", "kind=working_group"],
    );
    check(
        &network,
        "group",
        &[
            ("number=7", &["Asia and the Pacific"]),
            ("number>7", &["Tenth"]),
            ("number<=7", &["Asia and the Pacific", "Save lives"]),
            ("number=1|10", &["Save lives", "Tenth"]),
        ],
    );
    network.add("action", "joint_action", &["title=Action"]);
    for (source, amount) in [("Fund", "900"), ("Trust", "1250000.5"), ("Gift", "")] {
        network.add(
            source,
            "funding",
            &[
                "of=<action>",
                &format!("source={source}"),
                &format!("amount={amount}"),
                "currency=USD",
            ],
        );
    }
    check(
        &network,
        "funding",
        &[
            ("amount>1000", &["Trust"]),
            ("amount<1,250,000.5", &["Fund"]),
            ("amount=1,250,000.50", &["Trust"]),
            ("amount=", &["Gift"]),
            ("currency=usd", &["Fund", "Gift", "Trust"]),
        ],
    );
}

#[test]
fn vague_times_hold_surely_or_possibly() {
    check(
        &workplan(),
        "activity",
        &[
            ("timeline=2023", &["Guidance note"]),
            ("timeline=Q1 2023", &["Réseau study"]),
            ("timeline=on request", &["Formation"]),
            ("timeline=On request", &[]),
            ("timeline=", &["apple"]),
            ("timeline~REQUEST", &["Formation"]),
            ("timeline@2023", &["Guidance note", "Réseau study"]),
            ("timeline@Q1 2023", &["Réseau study"]),
            (
                "timeline@?Q1 2023",
                &[
                    "Formation",
                    "Guidance note",
                    "Part of the study",
                    "Réseau study",
                ],
            ),
            (
                "timeline@?2024",
                &["Formation", "Part of the study", "Zebra"],
            ),
            (
                "timeline@2023|2024",
                &["Guidance note", "Réseau study", "Zebra"],
            ),
            (
                "timeline@from 2023",
                &[
                    "Guidance note",
                    "Part of the study",
                    "Réseau study",
                    "Zebra",
                ],
            ),
            ("timeline@until 2023", &["Guidance note", "Réseau study"]),
            ("timeline<2024", &["Guidance note", "Réseau study"]),
            ("timeline>2023", &["Zebra"]),
            ("timeline<=2023", &["Guidance note", "Réseau study"]),
            ("timeline<=Q1 2023", &["Réseau study"]),
            (
                "timeline>=2023",
                &[
                    "Guidance note",
                    "Part of the study",
                    "Réseau study",
                    "Zebra",
                ],
            ),
            ("timeline>=Q2 2023", &["Zebra"]),
            (
                "timeline!=2023",
                &[
                    "apple",
                    "Formation",
                    "Part of the study",
                    "Réseau study",
                    "Zebra",
                ],
            ),
        ],
    );
}

#[test]
fn dates_compare_by_the_days_they_may_be() {
    let mut network = Network::new();
    for (title, first, last) in [
        ("Old", "2021", "2022-06"),
        ("Now", "2022-07-01", "2024-12-31"),
        ("New", "2025", ""),
    ] {
        network.add(
            title,
            "workplan",
            &[
                &format!("title={title}"),
                &format!("first={first}"),
                &format!("last={last}"),
            ],
        );
    }
    check(
        &network,
        "workplan",
        &[
            ("first=2021", &["Old"]),
            ("first=2022", &[]),
            ("first>=2022", &["New", "Now"]),
            ("first<=2022", &["Now", "Old"]),
            ("first>2022-07-01", &["New"]),
            ("first<2022", &["Old"]),
            ("last@2022", &["Old"]),
            ("last<2022-07-01", &["Old"]),
            ("last<2022-06-30", &[]),
            ("last=", &["New"]),
        ],
    );
    for (title, start) in [
        ("Morning", "2023-05-08T09:00:00Z"),
        ("Evening", "2023-05-08T20:00+02:00"),
        ("Day", "2023-05-09"),
    ] {
        network.add(
            title,
            "meeting",
            &[&format!("title={title}"), &format!("start={start}")],
        );
    }
    check(
        &network,
        "meeting",
        &[
            ("start=2023-05-08", &["Evening", "Morning"]),
            ("start=2023-05-08T18:00:00Z", &["Evening"]),
            ("start<2023-05-08T18:00Z", &["Morning"]),
            ("start>2023-05-08", &["Day"]),
            ("start@2023-05", &["Day", "Evening", "Morning"]),
        ],
    );
}

#[test]
fn what_every_record_has() {
    let mut network = workplan();
    let deleted = network.id("zebra");
    network.delete("zebra");
    check(
        &network,
        "activity",
        &[
            ("label~study", &["Part of the study", "Réseau study"]),
            ("label=zebra", &[]),
            ("life=deleted", &["Zebra"]),
            (
                "life=deleted|live & status=delayed|completed",
                &["Guidance note", "Zebra"],
            ),
            ("id=<study>", &["Réseau study"]),
            ("created_at>=2023", &ALL[..5]),
            ("created_at<2023-11", &[]),
            ("changed_at@2023-11", &ALL[..5]),
            ("provenance=", &ALL[..5]),
        ],
    );
    assert_eq!(
        network.labels("activity", &[&format!("id={deleted}"), "life=deleted"], &[]),
        ["Zebra"]
    );
    assert_eq!(network.labels("group", &["life!=deleted"], &[]).len(), 3);
}

#[test]
fn provenance_by_its_parts() {
    let mut network = workplan();
    network.set(
        "study",
        &[
            "provenance.standing=published",
            "provenance.address=https://example.org/WS1",
        ],
    );
    check(
        &network,
        "activity",
        &[
            ("provenance=published", &["Réseau study"]),
            ("provenance.standing=published|inferred", &["Réseau study"]),
            ("provenance.address~ws1", &["Réseau study"]),
            (
                "provenance.address=",
                &[
                    "apple",
                    "Formation",
                    "Guidance note",
                    "Part of the study",
                    "Zebra",
                ],
            ),
        ],
    );
    assert_eq!(
        network.refused("activity", &["provenance=publishd"]).code(),
        "unknown_code"
    );
}

#[test]
fn a_role_can_be_asked_for_with_a_key() {
    let mut network = workplan();
    network.add(
        "lead",
        "joint_action",
        &["title=Led", "organisations=IOM:lead"],
    );
    network.add(
        "help",
        "joint_action",
        &["title=Helped", "organisations=IOM:contributing"],
    );
    check(
        &network,
        "joint_action",
        &[
            ("organisations=iom", &["Helped", "Led"]),
            ("organisations=iom:lead", &["Led"]),
        ],
    );
}

#[test]
fn facts_of_a_day() {
    let mut network = workplan();
    for (name, group, from, to) in [
        ("a", "climate", "2022", "2023"),
        ("b", "asia", "2023-06", ""),
        ("c", "lives", "on request", "until 2022"),
    ] {
        network.add(
            name,
            "membership",
            &[
                &format!("group=<{group}>"),
                "organisation=IOM",
                "role=member",
                &format!("from={from}"),
                &format!("to={to}"),
            ],
        );
    }
    let on = |day: &str| -> Vec<String> {
        let query = ListQuery {
            on: Some(day.parse().unwrap()),
            ..ListQuery::new(kinds::by_name("membership").unwrap())
        };
        let page = list(network.store.connection(), &query, &View::default()).unwrap();
        page.rows
            .iter()
            .map(|row| row["group"]["label"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(on("2021-12-31"), ["Save lives"]);
    assert_eq!(
        on("2023-01-01"),
        ["Climate"],
        "what ended by 2022 is surely over"
    );
    assert_eq!(on("2023-06-15"), ["Asia and the Pacific", "Climate"]);
    assert_eq!(on("2024-01-01"), ["Asia and the Pacific"]);
}

#[test]
fn pages_know_the_whole() {
    let network = workplan();
    let page = |limit, offset| {
        let query = ListQuery {
            limit: Some(limit),
            offset,
            ..ListQuery::new(kinds::by_name("activity").unwrap())
        };
        let page = list(network.store.connection(), &query, &View::default()).unwrap();
        let labels: Vec<String> = page
            .rows
            .iter()
            .map(|row| row["label"].as_str().unwrap().to_owned())
            .collect();
        (page.total, labels)
    };
    assert_eq!(
        page(2, 0),
        (6, vec!["apple".to_owned(), "Formation".to_owned()])
    );
    assert_eq!(page(2, 5), (6, vec!["Zebra".to_owned()]));
    assert_eq!(page(0, 0), (6, vec![]));
    assert_eq!(page(5, 9), (6, vec![]));
}

#[test]
fn refusals_say_what_would_have_been_right() {
    let network = workplan();
    for (asked, code, nearest) in [
        ("statsu=completed", "unknown_field", "status"),
        ("status=progress", "unknown_code", "in_progress"),
        ("group.kynd=workstream", "unknown_field", "kind"),
        ("group.kind=workstrem", "unknown_code", "workstream"),
        ("group=climat", "key_not_found", "Climate"),
        ("leads=unhrc", "key_not_found", "UNHCR"),
        ("life=delete", "unknown_code", "deleted"),
    ] {
        let error = network.refused("activity", &[asked]);
        assert_eq!(error.code(), code, "{asked}");
        assert_eq!(error.candidates()[0], nearest, "{asked}");
        assert_ne!(error.kind(), ErrorKind::Defect, "{asked}");
    }
    for (asked, code) in [
        ("title.xx=a", "bad_language"),
        ("group.number=x", "bad_number"),
        ("timeline@soon", "bad_value"),
        ("status<completed", "bad_comparison"),
        ("leads>IOM", "bad_comparison"),
        ("title@2023", "bad_comparison"),
        ("number=1", "unknown_field"),
        ("status.kind=1", "unknown_field"),
        ("draft=maybe", "bad_value"),
        ("created_at>soon", "bad_time"),
    ] {
        assert_eq!(
            network.refused("activity", &[asked]).code(),
            code,
            "{asked}"
        );
    }
    assert_eq!(
        network.refused("activity", &["group=climat"]).field(),
        Some("group")
    );
}

#[test]
fn personal_values_are_found_by_those_who_see_them() {
    let network = workplan();
    let private = View {
        private: true,
        ..View::default()
    };
    assert_eq!(
        network
            .asked("person", &["email~example"], &[], private)
            .unwrap(),
        ["Ama Owusu"]
    );
    assert_eq!(network.labels("person", &["email~example"], &[]), [""; 0]);
}

#[test]
fn no_attribution_hides_who_sat_there() {
    let mut network = workplan();
    for (meeting, confidentiality) in [("quiet", "no_attribution"), ("loud", "open")] {
        network.add(
            meeting,
            "meeting",
            &[
                &format!("title={meeting}"),
                &format!("confidentiality={confidentiality}"),
            ],
        );
        network.add(
            &format!("{meeting} seat"),
            "attendance",
            &[
                &format!("meeting=<{meeting}>"),
                "person=Ama Owusu",
                "organisation=IOM",
            ],
        );
        network.add(
            &format!("{meeting} item"),
            "agenda_item",
            &[&format!("meeting=<{meeting}>"), "title=Item"],
        );
        network.add(
            &format!("{meeting} note"),
            "note",
            &[
                &format!("item=<{meeting} item>"),
                "text=Said",
                "speaker=Ama Owusu",
            ],
        );
    }
    let private = View {
        private: true,
        ..View::default()
    };
    assert_eq!(
        network.labels("attendance", &[], &[]),
        ["Ama Owusu · IOM", "IOM"]
    );
    assert_eq!(
        network.labels("attendance", &["person=Ama Owusu"], &[]),
        ["Ama Owusu · IOM"]
    );
    assert_eq!(
        network
            .asked("attendance", &["person=Ama Owusu"], &[], private)
            .unwrap()
            .len(),
        2
    );
    assert_eq!(network.labels("note", &["speaker!="], &[]).len(), 1);
    assert_eq!(
        network
            .asked("note", &["speaker!="], &[], private)
            .unwrap()
            .len(),
        2
    );
}

#[test]
fn what_is_only_referred_to_can_be_asked_for_by_id() {
    let mut network = workplan();
    let awaited = uuid::Uuid::from_u128(7);
    let (kind, study) = (kinds::by_name("activity").unwrap(), network.id("study"));
    let field = kind.field("workplan").unwrap();
    network
        .store
        .write(Act::typed(), |door| {
            let value = domain::Value::Reference {
                table: 1,
                id: awaited,
            };
            door.put(kind.table, study, u16::from(field.number), &value)
        })
        .unwrap();
    let asked = format!("workplan=id:{awaited}");
    assert_eq!(network.labels("activity", &[&asked], &[]), ["Réseau study"]);
    assert_eq!(
        network.labels("workplan", &[], &[]),
        [""; 0],
        "what was not created here is not listed"
    );
    assert_eq!(condition(&asked).unwrap().values.len(), 1);
    assert_eq!(Language::En, View::default().lang);
}
