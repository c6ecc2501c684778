use domain::kinds;
use store::Error;
use store::query::resolve;
use uuid::Uuid;

use crate::network::{Network, workplan};

fn find(network: &Network, kinds: &[&str], key: &str) -> Result<Uuid, Error> {
    let kinds: Vec<_> = kinds
        .iter()
        .map(|name| kinds::by_name(name).unwrap())
        .collect();
    resolve(network.store.connection(), &kinds, key).map(|(_, id, _)| id)
}

#[test]
fn keys_are_tried_in_their_order() {
    let network = workplan();
    let iom = network.id("iom").to_string();
    for (kinds, key, expected) in [
        (&["organisation"][..], iom.as_str(), "iom"),
        (&["organisation"], &iom.to_uppercase(), "iom"),
        (&["organisation"], &format!("id:{iom}"), "iom"),
        (&["organisation"], &iom.replace('-', ""), "iom"),
        (&["organisation"], "iom", "iom"),
        (&["organisation"], " IOM ", "iom"),
        (
            &["organisation"],
            "international organization for migration",
            "iom",
        ),
        (&["organisation"], "RESEAU ASIE", "aprrn"),
        (&["organisation"], "aprrn", "aprrn"),
        (&["organisation"], "asia pacific NET", "aprrn"),
        (&["place"], "004", "afghanistan"),
        (&["place"], "ke", "kenya"),
        (&["place"], "ken", "kenya"),
        (&["place"], "كينيا", "kenya"),
        (&["group"], "ws1", "lives"),
        (&["group"], "7", "asia"),
        (&["group"], "Climate", "climate"),
        (&["group"], "avenir du climat", "climate"),
        (&["objective"], "8", "objective 8"),
        (&["objective"], "save lives", "objective 8"),
        (&["objective"], "8. Save lives", "objective 8"),
        (&["organisation", "person"], "Ama Owusu", "ama"),
        (&["organisation", "place", "group"], "KEN", "kenya"),
        (&["activity"], "note d'orientation", "note"),
    ] {
        let found = find(&network, kinds, key).unwrap_or_else(|error| panic!("{key}: {error}"));
        assert_eq!(found, network.id(expected), "{key}");
    }
}

#[test]
fn the_first_way_that_finds_anything_wins() {
    let mut network = workplan();
    network.add("seven", "group", &["name=Seventh", "code=7"]);
    assert_eq!(
        find(&network, &["group"], "7").unwrap(),
        network.id("seven"),
        "a code goes before a number"
    );
    network.add("named", "organisation", &["name=IOM", "acronym=X"]);
    assert_eq!(
        find(&network, &["organisation"], "iom").unwrap(),
        network.id("iom"),
        "an acronym goes before a name"
    );
}

#[test]
fn beginnings_of_ids_need_eight_digits_and_one_record() {
    let network = workplan();
    let id = network.id("lives").simple().to_string();
    let others: Vec<String> = ["climate", "asia"]
        .iter()
        .map(|name| network.id(name).simple().to_string())
        .collect();
    let unique = (8..=32)
        .find(|n| others.iter().all(|other| other[..*n] != id[..*n]))
        .unwrap();
    assert_eq!(
        find(&network, &["group"], &id[..unique]).unwrap(),
        network.id("lives")
    );
    assert_eq!(
        find(&network, &["group"], &format!("id:{}", &id[..unique])).unwrap(),
        network.id("lives")
    );
    // Ids begin with the time, so that those of one moment share their beginning.
    let mut network = network;
    let twins = network.add_together("group", &["kind=working_group", "name=One"], 3);
    let shared = &twins[0].simple().to_string()[..8];
    let error = find(&network, &["group"], shared).unwrap_err();
    assert_eq!(error.code(), "ambiguous_key");
    assert!(error.candidates().len() >= 3, "the three are among them");
    assert_eq!(
        find(&network, &["group"], &id[..7]).unwrap_err().code(),
        "key_not_found"
    );
    assert_eq!(
        find(&network, &["place"], &id).unwrap_err().code(),
        "key_not_found",
        "of another kind"
    );
}

#[test]
fn two_of_one_class_are_refused_with_candidates() {
    let mut network = workplan();
    network.add("twin", "organisation", &["acronym=iom", "name=Twin"]);
    let error = find(&network, &["organisation", "person"], "IOM").unwrap_err();
    assert_eq!(error.code(), "ambiguous_key");
    let candidates = error.candidates();
    assert_eq!(candidates.len(), 2);
    assert!(
        candidates
            .iter()
            .all(|one| one["table"] == "organisation" && one["id"].is_string())
    );
    network.delete("twin");
    assert_eq!(
        find(&network, &["organisation"], "IOM").unwrap(),
        network.id("iom")
    );
    assert_eq!(
        find(&network, &["organisation"], "Twin")
            .unwrap_err()
            .code(),
        "key_not_found"
    );
    let twin = network.id("twin");
    assert_eq!(
        find(&network, &["organisation"], &twin.to_string()).unwrap(),
        twin,
        "deleted records by id"
    );
}

#[test]
fn what_is_not_found_comes_with_names_that_are_near() {
    let network = workplan();
    for (kinds, key, nearest) in [
        (&["organisation"][..], "unchr", Some("UNHCR")),
        (&["group"], "Save live", Some("Save lives")),
        (&["organisation", "person"], "Ama Owuso", Some("Ama Owusu")),
        (&["organisation"], "zzzzzzzzzzzz", None),
    ] {
        let error = find(&network, kinds, key).unwrap_err();
        assert_eq!(error.code(), "key_not_found", "{key}");
        let candidates = error.candidates();
        assert_eq!(
            candidates.first().and_then(|name| name.as_str()),
            nearest,
            "{key}"
        );
    }
    for key in ["", "  ", "id:", "id:IOM"] {
        assert_eq!(
            find(&network, &["organisation"], key).unwrap_err().code(),
            "key_not_found",
            "{key:?}"
        );
    }
}
