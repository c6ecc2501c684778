//! The network that ships: what the published pages say, and nothing they do not say.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::support::{Store, id_of, ids_of, is_date, text_of};

struct Workstream {
    name: &'static str,
    number: Option<u64>,
    mandate: &'static [u64],
    succeeds: bool,
    activities: &'static [(&'static str, &'static str)],
}

/// The ten workstreams with published names: name, number, paragraphs of the Progress
/// Declaration, and the activities as printed (order label, timeline; empty where the page was
/// cut off before it).
const WORKSTREAMS: &[Workstream] = &[
    Workstream {
        name: "Measuring progress: GCM indicators",
        number: Some(1),
        mandate: &[70],
        succeeds: false,
        activities: &[("a", "2023"), ("b", "2023-2024"), ("c", "2023")],
    },
    Workstream {
        name: "Actionable recommendations on missing migrants and providing humanitarian assistance to migrants in distress",
        number: Some(2),
        mandate: &[76],
        succeeds: false,
        activities: &[("i", "Q1-Q2 2023"), ("ii", "2023"), ("iii", "")],
    },
    Workstream {
        name: "Preparing for future health emergencies by mainstreaming public health considerations into migration policies and services, at national and local levels",
        number: Some(3),
        mandate: &[],
        succeeds: false,
        activities: &[
            ("i", "2023"),
            ("ii", "2023-2024"),
            ("iii", "2023-2024"),
            ("iv", "2023-2024"),
            ("v", ""),
        ],
    },
    Workstream {
        name: "Ensuring migrant protection through strengthened responses to migrant smuggling and increased coordination on its linkages with trafficking in persons",
        number: None,
        mandate: &[],
        succeeds: false,
        activities: &[("i", "")],
    },
    Workstream {
        name: "Strengthening migrants' socio-economic integration",
        number: None,
        mandate: &[],
        succeeds: false,
        activities: &[
            ("i", "Q1 2023"),
            ("ii", "Q2 2023"),
            ("iii", "Q2-Q3 2023"),
            ("iv", "Q3 2023"),
            ("v", "Q4 2023"),
        ],
    },
    Workstream {
        name: "Climate change: GCM and Paris Agreement",
        number: None,
        mandate: &[74],
        succeeds: true,
        activities: &[
            ("i", "Q2 2023"),
            ("ii", "2022-2023"),
            ("iii", "2022-2023"),
            ("iv", "2022-2024"),
            ("v", "2022-2024"),
            ("vi", "2023"),
        ],
    },
    Workstream {
        name: "Enhancing regular pathways for migrants in vulnerable situations",
        number: None,
        mandate: &[],
        succeeds: true,
        activities: &[("i", "2023"), ("ii", "2023-2024"), ("iii", "2023-2024")],
    },
    Workstream {
        name: "Enhancing pathways for regular migration through bilateral labour migration agreements",
        number: None,
        mandate: &[],
        succeeds: true,
        activities: &[
            ("i", "2024"),
            ("i.a", "2024"),
            ("i.b", "2024"),
            ("i.c", "2024"),
        ],
    },
    Workstream {
        name: "Alternatives to Immigration Detention",
        number: None,
        mandate: &[36, 57],
        succeeds: true,
        activities: &[
            ("i", "2022-2024"),
            ("ii", ""),
            ("ii.1", ""),
            ("ii.2", ""),
            ("ii.3", ""),
        ],
    },
    Workstream {
        name: "Promoting Safe, Dignified and Rights-based Return and Readmission, and Sustainable Reintegration",
        number: None,
        mandate: &[],
        succeeds: true,
        activities: &[],
    },
];

/// The nine of the Executive Committee.
const COMMITTEE: [&str; 9] = [
    "IOM", "ILO", "OHCHR", "UNDESA", "UNDP", "UNHCR", "UNICEF", "UNODC", "WHO",
];

/// The other eleven whose membership of the Network is confirmed.
const OTHER_MEMBERS: [&str; 11] = [
    "UNECA",
    "UNECE",
    "ECLAC",
    "ESCAP",
    "ESCWA",
    "FAO",
    "UN-Habitat",
    "UNITAR",
    "UNU",
    "UN-Women",
    "WFP",
];

/// Entities whose membership nobody could confirm.
const UNCONFIRMED: [&str; 18] = [
    "DCO",
    "IFAD",
    "IMO",
    "ITC",
    "UNAIDS",
    "UNCTAD",
    "UNDRR",
    "UNEP",
    "UNESCO",
    "UNFCCC",
    "UNFPA",
    "UNICRI",
    "UNIDO",
    "UNOPS",
    "UNRISD",
    "UPU",
    "World Bank",
    "UNV",
];

fn workstreams(store: &Store) -> Vec<Value> {
    store.rows(&["list", "group", "--where", "kind=workstream"])
}

#[test]
fn fourteen_workstreams_ten_with_a_name() {
    let store = Store::published();
    let groups = workstreams(&store);
    assert_eq!(groups.len(), 14, "the workplan of 2022-2024 has 14");
    for expected in WORKSTREAMS {
        let group = groups
            .iter()
            .find(|group| text_of(&group["name"]) == expected.name)
            .unwrap_or_else(|| panic!("published by name: {}", expected.name));
        assert_eq!(
            group["number"].as_u64(),
            expected.number,
            "only 1, 2 and 3 are numbers the pages give or let infer: {group}"
        );
    }
    let unnamed: Vec<&Value> = groups
        .iter()
        .filter(|group| text_of(&group["name"]).starts_with("Workstream without"))
        .collect();
    let mut names: Vec<String> = unnamed.iter().map(|g| text_of(&g["name"])).collect();
    names.sort();
    let expected =
        ["a", "b", "c", "d"].map(|l| format!("Workstream without a published name ({l})"));
    assert_eq!(names, expected, "four names were not found");
    for group in unnamed {
        assert_eq!(group["number"], Value::Null, "nor their numbers: {group}");
        let notes = text_of(&group["notes"]).to_lowercase();
        for topic in [
            "common country analyses",
            "national implementation plans",
            "migration network hub",
            "access to services",
            "racism",
        ] {
            assert!(
                notes.contains(topic),
                "the notes list all candidate topics, {topic} too: {notes}"
            );
        }
    }
}

#[test]
fn the_number_of_the_second_is_marked_as_inferred() {
    let store = Store::published();
    let group = store.record("group", "2");
    assert!(text_of(&group["name"]).starts_with("Actionable recommendations"));
    let said = group["provenance"]["standing"] == "inferred"
        || text_of(&group["notes"]).to_lowercase().contains("inferred");
    assert!(
        said,
        "no page gives this number, and whoever reads it must be able to see that: {group}"
    );
}

#[test]
fn workstreams_have_no_co_lead_and_no_member() {
    let store = Store::published();
    for role in ["co_lead", "member", "coordinator", "observer"] {
        let args = [
            "list",
            "membership",
            "--where",
            "group.kind=workstream",
            "--where",
            &format!("role={role}"),
        ];
        assert_eq!(
            store.json(&args)["total"],
            0,
            "the pages reached name no {role} of a workstream, so none is made up"
        );
    }
}

#[test]
fn workstreams_carry_their_mandate_and_predecessor() {
    let store = Store::published();
    let paragraphs: BTreeMap<String, u64> = store
        .list("mandate")
        .iter()
        .map(|row| (id_of(row), row["number"].as_u64().unwrap()))
        .collect();
    let states: BTreeMap<String, Value> = store
        .list("group")
        .iter()
        .map(|row| (id_of(row), row["state"].clone()))
        .collect();
    let groups = workstreams(&store);
    for expected in WORKSTREAMS {
        let group = groups
            .iter()
            .find(|group| text_of(&group["name"]) == expected.name)
            .unwrap();
        let mut mandate: Vec<u64> = ids_of(group["mandate"].as_array().unwrap())
            .iter()
            .map(|id| paragraphs[id])
            .collect();
        mandate.sort_unstable();
        assert_eq!(
            mandate, expected.mandate,
            "paragraphs as published: {group}"
        );
        let former = ids_of(group["succeeds"].as_array().unwrap());
        assert_eq!(
            !former.is_empty(),
            expected.succeeds,
            "the groups of 2021-2022 only as far as the pages have them: {group}"
        );
        for id in former {
            assert_eq!(
                states[&id], "succeeded",
                "what has a successor was succeeded"
            );
        }
    }
}

#[test]
fn activities_have_their_printed_timelines() {
    let store = Store::published();
    let groups = workstreams(&store);
    let mut total = 0;
    for workstream in WORKSTREAMS {
        let group = groups
            .iter()
            .find(|group| text_of(&group["name"]) == workstream.name)
            .unwrap();
        let group = format!("group={}", id_of(group));
        let rows = store.rows(&["list", "activity", "--where", &group]);
        let printed: BTreeMap<String, String> = rows
            .iter()
            .map(|row| {
                (
                    row["order_label"].as_str().unwrap_or_default().to_owned(),
                    text_of(&row["timeline"]),
                )
            })
            .collect();
        let expected: BTreeMap<String, String> = workstream
            .activities
            .iter()
            .map(|(label, timeline)| ((*label).to_owned(), (*timeline).to_owned()))
            .collect();
        assert_eq!(
            printed, expected,
            "{}: labels and timelines to the letter, empty where not reached",
            workstream.name
        );
        assert_eq!(rows.len(), expected.len(), "each activity once");
        total += rows.len();
        for row in &rows {
            assert!(
                row["status"] == "unknown" || row["status"].is_null(),
                "which status was ticked cannot be recovered: {row}"
            );
            if text_of(&row["timeline"]).is_empty() {
                assert_eq!(row["timeline"], Value::Null, "empty is unknown: {row}");
            }
            for links in ["leads", "contributors"] {
                assert_eq!(
                    row[links].as_array().map(Vec::len),
                    Some(0),
                    "no page says who leads: {row}"
                );
            }
            assert!(
                !row["workplan"].is_null(),
                "they stand in the workplan of 2022-2024: {row}"
            );
            assert!(!text_of(&row["title"]).is_empty(), "with a title: {row}");
        }
    }
    assert_eq!(
        store.json(&["list", "activity"])["total"],
        total,
        "and there is no other activity"
    );
    let timeline = &store.rows(&[
        "list",
        "activity",
        "--where",
        "group=2",
        "--where",
        "order_label=i",
    ])[0]["timeline"];
    assert_eq!(
        (&timeline["text"], &timeline["first"], &timeline["last"]),
        (
            &"Q1-Q2 2023".into(),
            &"2023-01-01".into(),
            &"2023-06-30".into()
        ),
        "printed text kept, reading computed"
    );
}

#[test]
fn objectives_and_principles_are_complete() {
    let store = Store::published();
    for (kind, count, number, title) in [
        (
            "objective",
            23,
            "8",
            "Save lives and establish coordinated international efforts on missing migrants",
        ),
        ("principle", 10, "7", "Gender-responsive"),
    ] {
        let rows = store.list(kind);
        let numbers: BTreeSet<u64> = rows.iter().map(|r| r["number"].as_u64().unwrap()).collect();
        assert_eq!(
            numbers,
            (1..=count).collect(),
            "{kind}: each number from 1 to {count}"
        );
        assert_eq!(rows.len() as u64, count, "{kind}: each number once");
        assert_eq!(text_of(&store.record(kind, number)["title"]), title);
    }
}

#[test]
fn places_regions_and_commissions() {
    let store = Store::published();
    let countries = store.rows(&["list", "place", "--where", "type=country|area"]);
    assert_eq!(countries.len(), 248, "all M49 countries and areas");
    let codes: BTreeSet<&str> = countries
        .iter()
        .map(|row| {
            row["code"]
                .as_str()
                .expect("a code is text: it may begin with 0")
        })
        .collect();
    assert_eq!(codes.len(), 248, "each code once");
    for row in &countries {
        for language in ["en", "fr", "es", "ru", "zh", "ar"] {
            assert!(
                row["name"][language]
                    .as_str()
                    .is_some_and(|n| !n.is_empty()),
                "names in six languages: {row}"
            );
        }
        assert_eq!(row["iso2"].as_str().map(str::len), Some(2), "{row}");
        assert_eq!(row["iso3"].as_str().map(str::len), Some(3), "{row}");
    }
    let afghanistan = store.record("place", "004");
    assert_eq!(
        (&afghanistan["iso2"], &afghanistan["iso3"]),
        (&"AF".into(), &"AFG".into())
    );

    let regions = store.rows(&["list", "place", "--where", "type=region"]);
    for (code, name) in [
        ("002", "Africa"),
        ("142", "Asia"),
        ("419", "Latin America and the Caribbean"),
    ] {
        assert!(
            regions
                .iter()
                .any(|row| row["code"] == code && text_of(&row["name"]) == name),
            "regions of M49, {name} too"
        );
    }

    let commissions = store.rows(&["list", "place", "--where", "type=commission"]);
    let mut sizes: Vec<usize> = commissions
        .iter()
        .map(|row| row["members"].as_array().unwrap().len())
        .collect();
    sizes.sort_unstable();
    assert_eq!(
        sizes,
        [21, 46, 53, 54, 56],
        "five commissions with the countries on their rolls"
    );
    let france = id_of(&store.record("place", "250"));
    let of_france = commissions
        .iter()
        .filter(|row| ids_of(row["members"].as_array().unwrap()).contains(&france))
        .count();
    assert_eq!(of_france, 3, "a country may be in several commissions");
}

/// The organisations of each group's memberships; the empty name stands for no group.
fn members_by_group(store: &Store) -> BTreeMap<String, BTreeSet<String>> {
    let mut members: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for row in store.list("membership") {
        let group = if row["group"].is_null() {
            String::new()
        } else {
            id_of(&row["group"])
        };
        if !row["organisation"].is_null() {
            members
                .entry(group)
                .or_default()
                .insert(id_of(&row["organisation"]));
        }
    }
    members
}

fn ids(store: &Store, acronyms: &[&str]) -> BTreeSet<String> {
    acronyms
        .iter()
        .map(|acronym| {
            let record = store.record("organisation", acronym);
            assert_eq!(record["acronym"], *acronym, "as the source writes it");
            id_of(&record)
        })
        .collect()
}

#[test]
fn the_executive_committee_has_nine() {
    let store = Store::published();
    let committees = store.rows(&["list", "group", "--where", "kind=executive_committee"]);
    assert_eq!(committees.len(), 1, "there is one Executive Committee");
    let members = members_by_group(&store);
    assert_eq!(
        members.get(&id_of(&committees[0])),
        Some(&ids(&store, &COMMITTEE)),
        "nine, as the report of 2022 names them"
    );
}

#[test]
fn twenty_members_are_confirmed() {
    let store = Store::published();
    let mut confirmed: Vec<&str> = COMMITTEE.to_vec();
    confirmed.extend(OTHER_MEMBERS);
    let expected = ids(&store, &confirmed);
    assert_eq!(expected.len(), 20);
    let members = members_by_group(&store);
    assert_eq!(
        members.values().filter(|m| **m == expected).count(),
        1,
        "one body, the Network itself, has exactly the twenty confirmed members"
    );
    for acronym in &confirmed {
        assert_eq!(
            store.record("organisation", acronym)["category"],
            "un_entity",
            "{acronym} is of the United Nations"
        );
    }
    let unconfirmed = ids(&store, &UNCONFIRMED);
    let any: BTreeSet<String> = members.into_values().flatten().collect();
    assert!(
        any.is_disjoint(&unconfirmed),
        "whose membership nobody confirmed has none"
    );
    for acronym in UNCONFIRMED {
        let standing = store.record("organisation", acronym)["provenance"]["standing"].clone();
        assert!(
            standing == "unconfirmed" || standing == "inferred",
            "{acronym} is known in general, not from a published page: {standing}"
        );
    }
}

#[test]
fn stakeholder_organisations_are_there() {
    let store = Store::published();
    for (name, category) in [
        ("Migrant Forum in Asia", "civil_society"),
        ("ACT Alliance", "faith_based"),
        ("International Trade Union Confederation", "trade_union"),
        ("United Cities and Local Governments", "local_authority"),
        (
            "Global Alliance of National Human Rights Institutions",
            "nhri",
        ),
        ("International Organisation of Employers", "private_sector"),
        ("International Committee of the Red Cross", "red_cross"),
        ("Migration Policy Institute", "academia"),
    ] {
        let record = store.record("organisation", name);
        assert_eq!(record["category"], category, "{record}");
    }
    let committee = store.record("organisation", "Civil Society Action Committee");
    let expected = [
        "Migrant Forum in Asia",
        "Alianza Americas",
        "Platform for International Cooperation on Undocumented Migrants",
    ]
    .map(|name| store.record("organisation", name));
    assert_eq!(
        ids_of(committee["represented_by"].as_array().unwrap()),
        ids_of(&expected),
        "a coalition sits through named members: {committee}"
    );
}

#[test]
fn regional_networks_are_those_found() {
    let store = Store::published();
    let names: BTreeSet<String> = store
        .rows(&["list", "group", "--where", "kind=regional_network"])
        .iter()
        .map(|row| text_of(&row["name"]))
        .collect();
    let expected: BTreeSet<String> = [
        "Regional UN Network on Migration for Latin America and the Caribbean",
        "Regional UN Network on Migration in the Arab Region",
        "Regional UN Network on Migration for Asia and the Pacific",
        "UN Network on Migration for West and Central Africa",
    ]
    .map(str::to_owned)
    .into();
    assert_eq!(names, expected, "four of six names were found");
}

#[test]
fn every_seeded_record_says_where_it_comes_from() {
    let store = Store::published();
    for kind in [
        "workplan",
        "group",
        "organisation",
        "membership",
        "activity",
        "place",
        "country_facts",
        "objective",
        "principle",
        "mandate",
    ] {
        for record in store.list(kind) {
            let provenance = &record["provenance"];
            assert!(
                ["published", "inferred", "unconfirmed"]
                    .contains(&provenance["standing"].as_str().unwrap_or_default()),
                "a seeded fact is never our own: {record}"
            );
            assert!(
                provenance["standing"] != "published"
                    || provenance["address"]
                        .as_str()
                        .is_some_and(|a| a.contains("://")),
                "what is published has the address where it can be read: {record}"
            );
            assert!(
                provenance["retrieved"]
                    .as_str()
                    .is_none_or(|day| is_date(&day[..10])),
                "and the day it was read, where it was read anywhere: {record}"
            );
            assert_eq!(
                record["contested"].as_array().map(Vec::len),
                Some(0),
                "one publication does not contradict itself: {record}"
            );
        }
    }
}
