//! What a name that is begun to be written finds among the records of a kind.

use crate::laws::world::{Bench, assignments, kind_of};
use crate::query::View;
use crate::{Act, Start, search};

/// Labels that a text finds among organisations, likeliest first.
fn found(bench: &Bench, text: &str) -> Vec<String> {
    let connection = bench.store.connection();
    let rows = search::search(connection, text, &["organisation"], 5, &View::default()).unwrap();
    rows.iter()
        .map(|row| row["label"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn a_few_letters_find_an_organisation_however_much_else_begins_with_them() {
    let mut bench = Bench::new(5, Start::Empty);
    bench
        .store
        .write(Act::typed(), |door| {
            for number in 0..500 {
                let title = format!("title=Pathways {number} for parents of patients");
                door.add(kind_of("activity"), &assignments(&[&title]))?;
                let name = format!("name=Office {number} for pathways");
                door.add(kind_of("organisation"), &assignments(&[&name]))?;
            }
            Ok(())
        })
        .unwrap();
    for set in [
        &["acronym=PA", "name=Network of all kinds"][..],
        &[
            "acronym=RPM",
            "name=Red de prueba",
            "aliases=Patria común",
            "name.ar=باحثون عن الهجرة",
        ],
        &[
            "name=Partners for protection",
            "name.fr=Partenaires pour la protection",
        ],
    ] {
        bench.add("organisation", set);
    }
    assert_eq!(found(&bench, "pa")[0], "PA", "an acronym that is the text");
    let begun = found(&bench, "pa");
    assert!(
        begun[1..3].contains(&"RPM".into()),
        "an alias that begins with it: {begun:?}"
    );
    assert!(
        begun[1..3].contains(&"Partners for protection".into()),
        "a name that begins with it: {begun:?}"
    );
    assert_eq!(
        found(&bench, "partenaires"),
        ["Partners for protection"],
        "French"
    );
    assert_eq!(
        found(&bench, "PATRIA COMUN"),
        ["RPM"],
        "without case and accents"
    );
    assert_eq!(found(&bench, "باحثون"), ["RPM"], "Arabic");
    assert_eq!(found(&bench, "office 499"), ["Office 499 for pathways"]);
}
