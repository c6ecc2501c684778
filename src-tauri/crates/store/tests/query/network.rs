//! A small network, written through the door as people would.

use std::collections::BTreeMap;
use std::path::Path;

use domain::input::{assignment, condition};
use domain::value::{Existence, Value};
use domain::{Language, kinds};
use serde_json::Value as Json;
use store::query::{ListQuery, View, list};
use store::{Access, Act, Error, Seen, Start, Store, World};
use tempfile::TempDir;
use uuid::Uuid;

/// Noon of the first day; the clock goes on by a second a question.
const START: i64 = 1_700_000_000_000;

struct Steady {
    now: i64,
    random: u64,
}

impl World for Steady {
    fn now(&mut self) -> i64 {
        self.now += 1000;
        self.now
    }
    fn random(&mut self) -> [u8; 32] {
        let mut bytes = [0; 32];
        for chunk in bytes.chunks_mut(8) {
            self.random = self
                .random
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            chunk.copy_from_slice(&self.random.to_le_bytes());
        }
        bytes
    }
    fn machine(&mut self) -> String {
        format!("machine {}", self.random)
    }
    fn label(&mut self) -> String {
        "laptop".to_owned()
    }
    fn user(&mut self) -> String {
        "ama".to_owned()
    }
}

pub struct Network {
    pub store: Store,
    folder: TempDir,
    ids: BTreeMap<String, (String, Uuid)>,
}

impl Network {
    pub fn new() -> Network {
        let folder = TempDir::new().unwrap();
        let store = Store::create(&folder.path().join("a.store"), Start::Empty, world(1)).unwrap();
        Network {
            store,
            folder,
            ids: BTreeMap::new(),
        }
    }

    /// Goes on in a copy of the file, which is a site of its own, with all before it published.
    pub fn published(self) -> Network {
        let copy = self.folder.path().join("b.store");
        self.store
            .connection()
            .execute("VACUUM INTO ?1", (copy.to_string_lossy(),))
            .unwrap();
        let store = open(&copy, 2);
        store
            .connection()
            .execute("UPDATE chain SET kind = 'publication'", ())
            .unwrap();
        Network { store, ..self }
    }

    /// Adds a record under a name that tests call it by.
    pub fn add(&mut self, name: &str, kind: &str, set: &[&str]) -> Uuid {
        let set = self.assignments(set);
        let about = kinds::by_name(kind).unwrap();
        let added = self.store.write(Act::typed(), |door| door.add(about, &set));
        let id = added
            .unwrap_or_else(|error| panic!("{name}: {error}"))
            .answer;
        self.ids.insert(name.to_owned(), (kind.to_owned(), id));
        id
    }

    /// Adds several alike records in one transaction.
    pub fn add_together(&mut self, kind: &str, set: &[&str], count: usize) -> Vec<Uuid> {
        let set = self.assignments(set);
        let about = kinds::by_name(kind).unwrap();
        let added = self.store.write(Act::typed(), |door| {
            (0..count).map(|_| door.add(about, &set)).collect()
        });
        added.unwrap().answer
    }

    /// Writes reference data, which no edit can.
    pub fn refer(&mut self, name: &str, kind: &str, cells: &[(&str, Value)]) -> Uuid {
        let id = Uuid::new_v5(&Uuid::NAMESPACE_OID, name.as_bytes());
        let about = kinds::by_name(kind).unwrap();
        self.store
            .write(Act::typed(), |door| {
                let live = Value::Existence(Existence::Live {
                    owner: None,
                    home: None,
                    end: None,
                });
                door.put(about.table, id, kinds::EXISTS, &live)?;
                for (field, value) in cells {
                    let (field, language) = match field.split_once('.') {
                        Some((field, code)) => (
                            field,
                            u16::from(Language::from_code(code).unwrap().number()),
                        ),
                        None => (*field, 0),
                    };
                    let column = language << 8 | u16::from(about.field(field).unwrap().number);
                    door.put(about.table, id, column, value)?;
                }
                Ok(())
            })
            .unwrap();
        self.ids.insert(name.to_owned(), (kind.to_owned(), id));
        id
    }

    pub fn set(&mut self, name: &str, set: &[&str]) -> Uuid {
        let (kind, id) = self.ids[name].clone();
        let set = self.assignments(set);
        let kind = kinds::by_name(&kind).unwrap();
        self.store
            .write(Act::typed(), |door| door.set(kind, id, &set, &Seen::new()))
            .unwrap()
            .txn
            .unwrap()
    }

    pub fn delete(&mut self, name: &str) -> Uuid {
        let (kind, id) = self.ids[name].clone();
        let kind = kinds::by_name(&kind).unwrap();
        self.store
            .write(Act::typed(), |door| door.delete(kind, id))
            .unwrap()
            .txn
            .unwrap()
    }

    pub fn id(&self, name: &str) -> Uuid {
        self.ids[name].1
    }

    pub fn rid(&self, name: &str) -> i64 {
        let id = self.id(name);
        let connection = self.store.connection();
        connection
            .query_row(
                "SELECT rid FROM record WHERE id = ?1",
                (id.as_bytes(),),
                |row| row.get(0),
            )
            .unwrap()
    }

    /// The labels of a list.
    pub fn labels(&self, kind: &str, conditions: &[&str], sort: &[&str]) -> Vec<String> {
        self.asked(kind, conditions, sort, View::default())
            .unwrap_or_else(|error| panic!("{conditions:?}: {error}"))
    }

    pub fn refused(&self, kind: &str, conditions: &[&str]) -> Error {
        match self.asked(kind, conditions, &[], View::default()) {
            Err(error) => error,
            Ok(labels) => panic!("{conditions:?} must be refused, and lists {labels:?}"),
        }
    }

    pub fn asked(
        &self,
        kind: &str,
        conditions: &[&str],
        sort: &[&str],
        view: View,
    ) -> Result<Vec<String>, Error> {
        let conditions = conditions
            .iter()
            .map(|text| condition(&self.named(text)).unwrap())
            .collect();
        let sort = sort
            .iter()
            .map(|name| {
                name.strip_prefix('-')
                    .map_or((name.to_string(), false), |name| (name.to_owned(), true))
            })
            .collect();
        let query = ListQuery {
            conditions,
            sort,
            ..ListQuery::new(kinds::by_name(kind).unwrap())
        };
        let page = list(self.store.connection(), &query, &view)?;
        assert_eq!(
            page.total,
            page.rows.len() as u64,
            "without a limit the page is the list"
        );
        Ok(page
            .rows
            .iter()
            .map(|row| row["label"].as_str().unwrap_or("-").to_owned())
            .collect())
    }

    /// Puts the id of a record for its name in angle brackets.
    pub fn named(&self, text: &str) -> String {
        self.ids
            .iter()
            .fold(text.to_owned(), |text, (name, (_, id))| {
                text.replace(&format!("<{name}>"), &format!("id:{id}"))
            })
    }

    fn assignments(&self, set: &[&str]) -> Vec<domain::input::Assignment> {
        set.iter()
            .map(|text| assignment(&self.named(text)).unwrap())
            .collect()
    }
}

fn world(seed: u64) -> Box<dyn World + Send> {
    Box::new(Steady {
        now: START + seed as i64 * 86_400_000,
        random: seed,
    })
}

fn open(file: &Path, seed: u64) -> Store {
    Store::open(file, Access::Write, world(seed)).unwrap()
}

/// The workplan that most tests ask about.
pub fn workplan() -> Network {
    let mut n = Network::new();
    n.refer(
        "kenya",
        "place",
        &[
            ("code", text("404")),
            ("iso2", text("KE")),
            ("iso3", text("KEN")),
            ("name.en", text("Kenya")),
            ("name.ar", text("كينيا")),
            ("type", text("country")),
        ],
    );
    n.refer(
        "afghanistan",
        "place",
        &[
            ("code", text("004")),
            ("iso3", text("AFG")),
            ("name.en", text("Afghanistan")),
        ],
    );
    for (number, title) in [
        (8, "Save lives"),
        (10, "Prevent trafficking"),
        (2, "Minimize drivers"),
    ] {
        n.refer(
            &format!("objective {number}"),
            "objective",
            &[
                ("number", Value::Integer(number)),
                ("title.en", text(title)),
            ],
        );
    }
    n.add(
        "iom",
        "organisation",
        &[
            "acronym=IOM",
            "name=International Organization for Migration",
            "category=un_entity",
        ],
    );
    n.add(
        "unhcr",
        "organisation",
        &[
            "acronym=UNHCR",
            "name=UN Refugee Agency",
            "category=un_entity",
            "parent=IOM",
        ],
    );
    n.add(
        "aprrn",
        "organisation",
        &[
            "name=Asia Pacific Refugee Rights Network",
            "name.fr=Réseau Asie",
            "aliases=APRRN,Asia Pacific net",
            "category=civil_society",
            "country=KEN",
        ],
    );
    n.add(
        "ama",
        "person",
        &[
            "name=Ama Owusu",
            "organisation=IOM",
            "email=ama@example.org",
        ],
    );
    n.add(
        "lives",
        "group",
        &[
            "kind=workstream",
            "number=1",
            "name=Save lives",
            "name.fr=Sauver des vies",
            "code=WS1",
        ],
    );
    n.add(
        "climate",
        "group",
        &[
            "kind=workstream",
            "name=Climate",
            "name.fr=Avenir du climat",
            "state=active",
        ],
    );
    n.add(
        "asia",
        "group",
        &[
            "kind=regional_network",
            "name=Asia and the Pacific",
            "number=7",
            "place=KEN",
        ],
    );
    n.add(
        "study",
        "activity",
        &[
            "group=<lives>",
            "title=Réseau study",
            "status=in_progress",
            "timeline=Q1 2023",
            "leads=IOM",
            "kind=study",
            "order_label=i",
        ],
    );
    n.add(
        "note",
        "activity",
        &[
            "group=<lives>",
            "title=Guidance note",
            "title.fr=Note d’orientation",
            "status=completed",
            "timeline=2023",
            "leads=IOM,UNHCR",
            "objectives=8,10,2",
        ],
    );
    n.add(
        "training",
        "activity",
        &[
            "group=<climate>",
            "title.fr=Formation",
            "timeline=on request",
            "order_label=ii",
        ],
    );
    n.add(
        "zebra",
        "activity",
        &[
            "group=<climate>",
            "title=Zebra",
            "status=delayed",
            "timeline=Q1-Q2 2024",
            "draft=yes",
        ],
    );
    n.add(
        "apple",
        "activity",
        &["group=<asia>", "title=apple", "status=unknown", "draft=no"],
    );
    n.add(
        "part",
        "activity",
        &[
            "group=<lives>",
            "parent=<study>",
            "title=Part of the study",
            "timeline=from 2023",
        ],
    );
    n
}

pub fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

pub fn strings(value: &Json) -> Vec<&str> {
    value
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one.as_str().unwrap())
        .collect()
}
