//! SEARCH: words, prefixes, parts of words, accents, acronyms, aliases, six languages.

use crate::support::{Store, id_of};

fn finds(store: &Store, text: &str, id: &str) -> bool {
    store
        .rows(&["search", text, "--limit", "100"])
        .iter()
        .any(|row| id_of(row) == id)
}

#[test]
fn the_published_network_is_found_in_six_languages() {
    let store = Store::published();
    for (text, code, why) in [
        ("Afghanistan", "004", "a word"),
        ("afghanistan", "004", "without case"),
        ("Afghan", "004", "a prefix"),
        ("ghanist", "004", "a part"),
        ("Algérie", "012", "French"),
        ("algerie", "012", "without accents"),
        ("ALGERIE", "012", "without accents and case"),
        ("Etiopía", "231", "Spanish"),
        ("etiopia", "231", "Spanish without accents"),
        ("turkiye", "792", "without diaeresis"),
        ("Кения", "404", "Russian"),
        ("кени", "404", "Russian prefix without case"),
        ("الجزائر", "012", "Arabic"),
        ("جزائر", "012", "Arabic without the article"),
        ("阿富汗", "004", "Chinese"),
        ("肯尼亚", "404", "Chinese"),
        ("中国", "156", "Chinese, two characters"),
        ("日本", "392", "Chinese, two characters"),
        ("秘鲁", "604", "Chinese, two characters"),
        ("富汗", "004", "Chinese, two characters within a word"),
    ] {
        let id = id_of(&store.record("place", code));
        assert!(finds(&store, text, &id), "{text} must find {code}: {why}");
    }
}

#[test]
fn acronyms_names_and_aliases_are_found() {
    let store = Store::published();
    let unhcr = id_of(&store.record("organisation", "UNHCR"));
    for text in ["UNHCR", "unhcr", "Commissioner for Refugees", "refugees"] {
        assert!(finds(&store, text, &unhcr), "{text} must find UNHCR");
    }
    let women = id_of(&store.record("organisation", "UN-Women"));
    for text in ["UN-Women", "un women"] {
        assert!(finds(&store, text, &women), "{text} must find UN-Women");
    }
    let id = store.add(
        "organisation",
        &[
            "acronym=RPM",
            "name=Red de prueba",
            "aliases+=Zzyzx coalition",
        ],
    );
    for text in ["Zzyzx", "zzyzx coal", "RPM", "prueba"] {
        assert!(finds(&store, text, &id), "{text} must find it at once");
    }
}

#[test]
fn texts_are_found_by_words_in_any_order_and_by_parts() {
    let store = Store::empty();
    let id = store.add(
        "activity",
        &[
            "title=Réunion préparatoire of the bilateral consultation",
            "title.ar=تعزيز البيانات المتعلقة بالهجرة",
            "title.zh=加强移民数据合作",
            "title.ru=Укрепление данных о миграции",
            "progress_note=Questionnaires were returned",
        ],
    );
    for text in [
        "bilateral consultation",
        "consultation bilateral",
        "preparatoire",
        "reunion prep",
        "consult",
        "ilater",
        "questionnaires",
        "البيانات",
        "بيانات",
        "移民",
        "数据",
        "移民数据",
        "民数",
        "миграции",
        "МИГРАЦИИ",
        "данн",
    ] {
        assert!(finds(&store, text, &id), "{text} stands in the record");
    }
    for text in ["unilateral", "consultation trilateral", "数学", "zzz"] {
        assert!(!finds(&store, text, &id), "{text} does not stand in it");
    }
}

#[test]
fn search_follows_every_edit() {
    let store = Store::published();
    let id = store.add("activity", &["title=Quixotic windmill survey"]);
    assert!(finds(&store, "quixotic", &id), "found once added");
    store.set("activity", &id, &["title=Pragmatic watermill survey"]);
    assert!(!finds(&store, "quixotic", &id), "the former title is gone");
    assert!(finds(&store, "watermill", &id), "the new one is found");
    store.json(&["undo"]);
    assert!(finds(&store, "quixotic", &id), "undo brings it back");
    store.json(&["delete", "activity", &id]);
    assert!(
        !finds(&store, "quixotic", &id),
        "what is deleted is not found"
    );
    store.json(&["undelete", "activity", &id]);
    assert!(finds(&store, "quixotic", &id), "until it is undeleted");
}

#[test]
fn hits_say_what_and_where() {
    let store = Store::published();
    let id = store.add(
        "activity",
        &["title=Plain", "next_step=Ask the xylophonist"],
    );
    let rows = store.rows(&["search", "xylophonist"]);
    assert_eq!(rows.len(), 1, "one record, one hit: {rows:?}");
    assert_eq!(id_of(&rows[0]), id);
    assert_eq!(rows[0]["table"], "activity");
    assert!(
        rows[0]["field"].as_str().unwrap().starts_with("next_step"),
        "the field that holds it is named: {rows:?}"
    );
    assert!(
        rows[0]["snippet"].as_str().unwrap().contains("xylophonist"),
        "and the place is shown: {rows:?}"
    );
    assert!(rows[0]["rank"].is_number(), "with a rank: {rows:?}");

    let places = store.rows(&["search", "united", "--kind", "place"]);
    assert!(!places.is_empty(), "there are countries so named");
    assert!(
        places.iter().all(|row| row["table"] == "place"),
        "--kind asks one kind: {places:?}"
    );
    assert_eq!(
        store.rows(&["search", "united", "--limit", "3"]).len(),
        3,
        "--limit bounds the hits"
    );
    store.rejected(&["search", "united", "--kind", "plaice"]);
}

#[test]
fn any_text_may_be_searched_for() {
    let store = Store::published();
    for text in [
        "\"",
        "'",
        "*",
        "a*",
        "AND",
        "OR NOT",
        "NEAR(a b)",
        "(",
        "name:x",
        "^x",
        "-",
        "a-b",
        "+",
        "%",
        "_",
        "{x}",
        "\\",
        "é",
        "中",
        "؟",
        "🌍",
        "a\u{300}",
        "; DROP TABLE activity",
    ] {
        let output = store.run(&["--json", "search", "--", text]);
        assert_eq!(
            output.code, 0,
            "{text:?} is text to look for, not a language of the index: {output:?}"
        );
    }
    assert!(
        store.rows(&["search", "qqqqqq"]).is_empty(),
        "no hit, no row"
    );
}
