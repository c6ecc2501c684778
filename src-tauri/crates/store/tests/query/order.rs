use domain::Language;
use store::query::View;

use crate::network::{Network, workplan};

#[test]
fn what_has_no_value_comes_last_both_ways() {
    let network = workplan();
    let table: &[(&str, &[&str], &[&str])] = &[
        (
            "activity",
            &[],
            &[
                "apple",
                "Formation",
                "Guidance note",
                "Part of the study",
                "Réseau study",
                "Zebra",
            ],
        ),
        (
            "activity",
            &["-label"],
            &[
                "Zebra",
                "Réseau study",
                "Part of the study",
                "Guidance note",
                "Formation",
                "apple",
            ],
        ),
        (
            "activity",
            &["title"],
            &[
                "apple",
                "Formation",
                "Guidance note",
                "Part of the study",
                "Réseau study",
                "Zebra",
            ],
        ),
        (
            "activity",
            &["title.fr"],
            &[
                "Formation",
                "Guidance note",
                "apple",
                "Part of the study",
                "Réseau study",
                "Zebra",
            ],
        ),
        (
            "activity",
            &["-title.fr"],
            &[
                "Guidance note",
                "Formation",
                "apple",
                "Part of the study",
                "Réseau study",
                "Zebra",
            ],
        ),
        // Codes in the order they are offered, not by alphabet.
        (
            "activity",
            &["status"],
            &[
                "apple",
                "Réseau study",
                "Guidance note",
                "Zebra",
                "Formation",
                "Part of the study",
            ],
        ),
        (
            "activity",
            &["-status"],
            &[
                "Zebra",
                "Guidance note",
                "Réseau study",
                "apple",
                "Formation",
                "Part of the study",
            ],
        ),
        // What cannot be read and what is not given come after what can.
        (
            "activity",
            &["timeline"],
            &[
                "Réseau study",
                "Guidance note",
                "Part of the study",
                "Zebra",
                "apple",
                "Formation",
            ],
        ),
        (
            "activity",
            &["-timeline"],
            &[
                "Zebra",
                "Part of the study",
                "Guidance note",
                "Réseau study",
                "apple",
                "Formation",
            ],
        ),
        (
            "activity",
            &["group", "-title"],
            &[
                "apple",
                "Zebra",
                "Formation",
                "Réseau study",
                "Part of the study",
                "Guidance note",
            ],
        ),
        (
            "activity",
            &["leads"],
            &[
                "Guidance note",
                "Réseau study",
                "apple",
                "Formation",
                "Part of the study",
                "Zebra",
            ],
        ),
        (
            "activity",
            &["group.number"],
            &[
                "Guidance note",
                "Part of the study",
                "Réseau study",
                "apple",
                "Formation",
                "Zebra",
            ],
        ),
        (
            "activity",
            &["-group.number"],
            &[
                "apple",
                "Guidance note",
                "Part of the study",
                "Réseau study",
                "Formation",
                "Zebra",
            ],
        ),
        (
            "activity",
            &["group.kind", "group", "id"],
            &[
                "Formation",
                "Zebra",
                "Réseau study",
                "Guidance note",
                "Part of the study",
                "apple",
            ],
        ),
        (
            "activity",
            &["order"],
            &[
                "apple",
                "Formation",
                "Zebra",
                "Réseau study",
                "Part of the study",
                "Guidance note",
            ],
        ),
        (
            "activity",
            &["created_at"],
            &[
                "Réseau study",
                "Guidance note",
                "Formation",
                "Zebra",
                "apple",
                "Part of the study",
            ],
        ),
        (
            "group",
            &["-number"],
            &["Asia and the Pacific", "Save lives", "Climate"],
        ),
        (
            "group",
            &["number"],
            &["Save lives", "Asia and the Pacific", "Climate"],
        ),
        (
            "objective",
            &[],
            &[
                "2. Minimize drivers",
                "8. Save lives",
                "10. Prevent trafficking",
            ],
        ),
        (
            "organisation",
            &["aliases"],
            &["Asia Pacific Refugee Rights Network", "IOM", "UNHCR"],
        ),
    ];
    for (kind, sort, expected) in table {
        assert_eq!(
            network.labels(kind, &[], sort),
            *expected,
            "{kind} by {sort:?}"
        );
    }
    assert_eq!(
        network
            .asked("activity", &[], &["titel"], View::default())
            .unwrap_err()
            .candidates()[0],
        "title"
    );
}

#[test]
fn labels_are_sorted_in_the_language_they_are_printed_in() {
    let network = workplan();
    let french = View {
        lang: Language::Fr,
        private: false,
    };
    let groups = network.asked("group", &[], &[], french).unwrap();
    assert_eq!(
        groups,
        [
            "Asia and the Pacific",
            "Avenir du climat",
            "Sauver des vies"
        ]
    );
    let activities = network
        .asked("activity", &[], &["group", "title"], french)
        .unwrap();
    assert_eq!(
        activities,
        [
            "apple",
            "Formation",
            "Zebra",
            "Note d’orientation",
            "Part of the study",
            "Réseau study"
        ]
    );
    assert_eq!(
        network
            .asked("group", &["label~climat"], &[], french)
            .unwrap(),
        ["Avenir du climat"]
    );
    assert_eq!(
        network.asked("objective", &[], &[], french).unwrap()[0],
        "2. Minimize drivers"
    );
}

#[test]
fn records_called_by_others_are_sorted_by_those() {
    let mut network = workplan();
    for (group, party) in [
        ("climate", "organisation=UNHCR"),
        ("lives", "person=Ama Owusu"),
        ("climate", "organisation=IOM"),
    ] {
        network.add(
            party,
            "membership",
            &[&format!("group=<{group}>"), party, "role=member"],
        );
    }
    let expected = ["Ama Owusu · Save lives", "IOM · Climate", "UNHCR · Climate"];
    assert_eq!(network.labels("membership", &[], &[]), expected);
    assert_eq!(
        network.labels("membership", &["label~unhcr"], &[]),
        ["UNHCR · Climate"]
    );
}

#[test]
fn a_list_stands_in_its_own_order() {
    let mut network = Network::new();
    network.add("meeting", "meeting", &["title=Meeting"]);
    for title in ["Welcome", "Budget", "Any other business"] {
        network.add(
            title,
            "agenda_item",
            &["meeting=<meeting>", &format!("title={title}")],
        );
    }
    assert_eq!(
        network.labels("agenda_item", &[], &["order"]),
        ["Welcome", "Budget", "Any other business"]
    );
    assert_eq!(
        network.labels("agenda_item", &[], &["position"]),
        ["Welcome", "Budget", "Any other business"]
    );
    assert_eq!(
        network.labels("agenda_item", &[], &[]),
        ["Any other business", "Budget", "Welcome"]
    );
}
