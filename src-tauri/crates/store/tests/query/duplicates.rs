use std::time::Instant;

use store::query::View;
use store::query::duplicates::{Candidate, Reason, candidates};
use store::{Access, Act, Start, Store, SystemWorld};

use crate::network::Network;

fn found(network: &Network) -> Vec<Candidate> {
    let kinds: Vec<_> = store::joinable().collect();
    candidates(network.store.connection(), &kinds).unwrap()
}

/// The reasons for which two records may be one; none where they are not found.
fn reasons(network: &Network, a: &str, b: &str) -> Vec<Reason> {
    let pair = [network.id(a), network.id(b)];
    found(network)
        .into_iter()
        .find(|found| pair.contains(&found.a) && pair.contains(&found.b))
        .map(|found| found.reasons)
        .unwrap_or_default()
}

#[test]
fn organisations_are_found_by_all_that_names_them() {
    use Reason::{Alias, Initials, SameAcronym, SameName, SimilarName, Transliteration, Website};
    let cases: &[(&[&str], &[&str], &[Reason])] = &[
        (
            &["name=Danish Refugee Council"],
            &["name=The Danish Refugee Council (DRC)"],
            &[SameName],
        ),
        (
            &["name=Réseau des villes", "acronym=RV"],
            &["name.fr=RESEAU DES VILLES"],
            &[SameName],
        ),
        (
            &["name=Migrant Forum in Asia", "acronym=MFA"],
            &["name=Migrant Forum", "acronym=M.F.A."],
            &[SameAcronym],
        ),
        (
            &["name=One thing", "aliases=Quite another thing"],
            &["name=Quite Another Thing"],
            &[Alias],
        ),
        (
            &["name=Platform for International Cooperation on Undocumented Migrants"],
            &["name=PICUM"],
            &[Initials],
        ),
        (
            &["name=Global Forum on Remittances and Diaspora Talent"],
            &["acronym=GFRDT"],
            &[Initials],
        ),
        (
            &["name=Norwegian Refugee Council"],
            &["name=Norwegian Refugees Council"],
            &[SimilarName],
        ),
        (
            &["name=International Organization for Migration"],
            &["name.fr=Organisation internationale pour les migrations"],
            &[SimilarName],
        ),
        (
            &["name=Krasnyi Krest Moskva"],
            &["name.ru=Красный Крест Москва"],
            &[Transliteration],
        ),
        (
            &[
                "name=Border Monitor",
                "website=https://www.monitor.example/en",
            ],
            &["name=Monitor of Borders", "website=monitor.example"],
            &[Website],
        ),
        (
            &["name=First page", "website=https://facebook.com/first"],
            &["name=Second leaf", "website=https://facebook.com/second"],
            &[],
        ),
        (
            &["name=UN Economic Commission for Africa"],
            &["name=UN Economic Commission for Europe"],
            &[],
        ),
        (&["name=Working Party 1"], &["name=Working Party 2"], &[]),
    ];
    for (a, b, expected) in cases {
        let mut network = Network::new();
        network.add("a", "organisation", a);
        network.add("b", "organisation", b);
        let reasons = reasons(&network, "a", "b");
        for reason in *expected {
            assert!(reasons.contains(reason), "{a:?} {b:?}: {reasons:?}");
        }
        assert_eq!(
            expected.is_empty(),
            reasons.is_empty(),
            "{a:?} {b:?}: {reasons:?}"
        );
    }
}

#[test]
fn people_are_found_whatever_the_order_of_their_names() {
    let mut network = Network::new();
    network.add(
        "a",
        "person",
        &["name=Ana María López", "email=ana@example.org"],
    );
    network.add("b", "person", &["name=LOPEZ, Ana Maria"]);
    network.add("c", "person", &["name=A. López", "email=Ana@Example.org"]);
    network.add("d", "person", &["name=Мария Иванова"]);
    network.add("e", "person", &["name=Maria Ivanova"]);
    network.add("f", "person", &["name=Ana Lewis"]);
    assert_eq!(reasons(&network, "a", "b"), [Reason::SameName]);
    assert_eq!(reasons(&network, "a", "c"), [Reason::Email]);
    assert_eq!(reasons(&network, "d", "e"), [Reason::Transliteration]);
    assert_eq!(found(&network).len(), 3);
    network.add("of", "organisation", &["name=Of one"]);
    network.add("other", "organisation", &["name=Of the other"]);
    let before = found(&network)[0].score;
    network.set("a", &["organisation=Of one"]);
    network.set("b", &["organisation=Of the other"]);
    let after = found(&network);
    let namesakes = after
        .iter()
        .find(|pair| pair.reasons == [Reason::SameName])
        .unwrap();
    assert!(
        namesakes.score < before,
        "two people of two organisations can have one name"
    );
    network.delete("b");
    assert_eq!(reasons(&network, "a", "b"), [], "who is deleted is no twin");
}

#[test]
fn what_is_joined_is_no_duplicate_any_more() {
    let mut network = Network::new();
    let a = network.add("a", "organisation", &["name=Twin", "acronym=TWIN"]);
    let b = network.add("b", "organisation", &["name=Twin", "acronym=TWIN"]);
    let [pair] = <[_; 1]>::try_from(found(&network)).unwrap();
    assert_eq!(
        (pair.a, pair.b),
        (a, b),
        "a is the one that would stand for both"
    );
    let kind = domain::kinds::by_name("organisation").unwrap();
    network.store.join(kind, (a, b), &[], Act::typed()).unwrap();
    assert_eq!(found(&network), []);
    network.store.unjoin(b, Act::typed()).unwrap();
    assert_eq!(found(&network).len(), 1);
}

#[test]
fn the_published_network_has_no_false_ones() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("network.store");
    Store::create(&file, Start::Published, Box::new(SystemWorld)).unwrap();
    let store = Store::open(&file, Access::Read, Box::new(SystemWorld)).unwrap();
    let kinds: Vec<_> = store::joinable().collect();
    let rows = store::query::duplicates(store.connection(), &kinds, &View::default()).unwrap();
    assert_eq!(rows, Vec::<serde_json::Value>::new());
}

#[test]
fn the_work_grows_with_the_records_and_not_with_their_pairs() {
    let mut network = Network::new();
    let time = |network: &Network| {
        let began = Instant::now();
        let found = found(network).len();
        (began.elapsed(), found)
    };
    // All share words with all, as names of offices do.
    let add = |network: &mut Network, from: usize| {
        let kind = domain::kinds::by_name("organisation").unwrap();
        network
            .store
            .write(Act::typed(), |door| {
                for n in from..from + 1_000 {
                    let name = format!("name=National Office for Migration of Region {n}");
                    let acronym = "acronym=NOM".to_owned();
                    let set = [name, acronym].map(|text| domain::input::assignment(&text).unwrap());
                    door.add(kind, &set)?;
                }
                Ok(())
            })
            .unwrap();
    };
    add(&mut network, 0);
    let (small, _) = time(&network);
    add(&mut network, 1_000);
    add(&mut network, 2_000);
    add(&mut network, 3_000);
    let (large, found) = time(&network);
    assert_eq!(found, 0, "what all have in common tells nothing");
    assert!(
        large < small * 12,
        "four times the records: {small:?}, then {large:?}"
    );
}
