//! Simulated laptops: random histories on real stores, held against an oracle.
//!
//! A history: two to five stores that start from one publication, with clocks wrong by days or years, write, pack whole or
//! partial files, lose, repeat and reorder them, merge, set merges back, copy stores and restore old ones that go on under
//! the old name, set their clocks, settle, undo, redo, join duplicates and take them apart, write tables and columns this
//! build does not know. At the end everybody gives everybody everything. `SEEDS=N cargo test -p store --lib simulated` runs N of them, `FIRST=N` from that seed on.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};

use changelog::codec;
use domain::value::{Existence, LinkEnd};
use domain::{Kind, Value, kinds};
use rusqlite::Connection;
use uuid::Uuid;

use crate::laws::mutants::{Mutant, with};
use crate::laws::oracle::{Cell, Fact, Life, Set, Truth};
use crate::laws::world::Dice;
use crate::lineage::{Place, read_vector};
use crate::query::conflicts::{self, ConflictType};
use crate::site::Site;
use crate::{
    Act, Brought, Choice, Lacking, Mode, Pick, Sealed, Store, World, apply, connect, rebuild,
    schema,
};

const DAY: i64 = 86_400_000;
const ORGANISATION: u16 = 3;
const NAME: u16 = 16;
const NOTE: u16 = 15;
/// A column and a table that this build does not know.
const NEW_COLUMN: u16 = 250;
const NEW_TABLE: u16 = 900;
const TEXT: u16 = 16;
const SAME_AS: u16 = kinds::SAME_AS as u16;

/// Why a history breaks a law.
type Broken = String;
/// A change as it is read back: table, record, column, value, what it reopens, site, claimed time, hybrid time.
type Row = (
    u16,
    [u8; 16],
    u16,
    Vec<u8>,
    Option<Vec<u8>>,
    [u8; 16],
    i64,
    i64,
);

/// A clock that is wrong by a constant, and dice.
struct Clock {
    now: Arc<AtomicI64>,
    skew: i64,
    dice: Dice,
}

impl World for Clock {
    fn now(&mut self) -> i64 {
        self.now.load(Ordering::Relaxed) + self.skew
    }
    fn random(&mut self) -> [u8; 32] {
        let mut bytes = [0; 32];
        for chunk in bytes.chunks_mut(8) {
            chunk.copy_from_slice(&self.dice.next().to_le_bytes());
        }
        bytes
    }
    fn machine(&mut self) -> String {
        "machine".into()
    }
    fn label(&mut self) -> String {
        "laptop".into()
    }
    fn user(&mut self) -> String {
        "somebody".into()
    }
}

/// One laptop.
struct Laptop {
    store: Store,
    skew: i64,
    held: Set,
    /// The state before its latest merge, while that can be set back.
    back: Option<[u8; 32]>,
}

struct History {
    dice: Dice,
    now: Arc<AtomicI64>,
    truth: Truth,
    /// Changes by what tells them apart: site, number, claimed time, record, column.
    numbers: HashMap<(Uuid, i64, i64, Uuid, u16), usize>,
    laptops: Vec<Laptop>,
    files: Vec<Vec<Sealed>>,
    saved: Vec<(usize, Laptop)>,
    folder: Arc<tempfile::TempDir>,
    identities: usize,
    /// What it came to: conflicts, deletes against edits, forks, and records that are joined.
    pub met: [usize; 4],
}

fn memory() -> Connection {
    let connection = Connection::open_in_memory().unwrap();
    connect::prepare(&connection).unwrap();
    connection
        .execute_batch(
            "PRAGMA foreign_keys = ON; PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF;",
        )
        .unwrap();
    connection
}

fn copy(from: &Connection) -> Connection {
    let mut to = memory();
    rusqlite::backup::Backup::new(from, &mut to)
        .unwrap()
        .step(-1)
        .unwrap();
    to
}

thread_local! {
    /// An empty store, made once.
    static EMPTY: Connection = {
        let connection = memory();
        schema::migrate(&connection, 0).unwrap();
        connection
    };
}

fn organisations() -> &'static Kind {
    kinds::by_table(ORGANISATION).unwrap()
}

/// What waits on a laptop that confirming what is shown must settle.
fn settleable(laptop: &Laptop) -> Vec<Uuid> {
    use ConflictType::{DeleteEdit, Field, Join};
    conflicts::conflicts(&laptop.store.connection)
        .unwrap()
        .iter()
        .filter(|conflict| matches!(conflict.ty, Field | DeleteEdit | Join))
        .map(|conflict| conflict.id)
        .collect()
}

impl History {
    fn new(seed: u64, folder: Arc<tempfile::TempDir>) -> History {
        let mut history = History {
            dice: Dice(seed.wrapping_mul(0x9e37_79b9).wrapping_add(17)),
            now: Arc::new(AtomicI64::new(20_000 * DAY)),
            truth: Truth::default(),
            numbers: HashMap::new(),
            laptops: Vec::new(),
            files: Vec::new(),
            saved: Vec::new(),
            folder,
            identities: 0,
            met: [0; 4],
        };
        let mut publisher = history.laptop(0);
        let site = domain::ids::PUBLICATION.as_bytes();
        crate::site::set(&publisher.store.connection, "site", site).unwrap();
        for _ in 0..1 + history.dice.below(3) {
            let id = history.new_id();
            history.add(&mut publisher, ORGANISATION, id, None, NAME);
        }
        let first = history.pack(&mut publisher, false);
        if history.dice.below(2) == 0 {
            let id = history.any(&publisher, ORGANISATION, |_| true);
            if let Some(id) = id {
                history.set(&mut publisher, ORGANISATION, id, NAME);
            }
            let edition = history.pack(&mut publisher, false);
            history.files.push(edition);
        }
        for _ in 0..2 + history.dice.below(4) {
            let skew = match history.dice.below(5) {
                0 | 1 => 0,
                2 | 3 => (history.dice.below(11) as i64 - 5) * DAY,
                _ => *history.dice.pick(&[-900, 400, 1_500]) * DAY,
            };
            let mut laptop = history.laptop(skew);
            history.merge(&mut laptop, first.clone()).unwrap();
            history.laptops.push(laptop);
        }
        history
    }

    fn new_id(&mut self) -> Uuid {
        let mut bytes = [0; 16];
        bytes[..8].copy_from_slice(&self.dice.next().to_le_bytes());
        bytes[8..].copy_from_slice(&self.dice.next().to_le_bytes());
        uuid::Builder::from_random_bytes(bytes).into_uuid()
    }

    fn identity(&mut self) -> PathBuf {
        let file = self.folder.path().join(self.identities.to_string());
        self.identities += 1;
        if !file.exists() {
            std::fs::write(&file, b"").unwrap();
        }
        file
    }

    fn world(&mut self, skew: i64) -> Box<Clock> {
        Box::new(Clock {
            now: self.now.clone(),
            skew,
            dice: Dice(self.dice.next()),
        })
    }

    fn laptop(&mut self, skew: i64) -> Laptop {
        let file = self.identity();
        let mut world = self.world(skew);
        let connection = EMPTY.with(copy);
        let identity = format!("machine/{}", crate::world::file_identity(&file).unwrap());
        Site::found(&connection, world.as_mut(), &identity).unwrap();
        Laptop {
            store: Store {
                file,
                connection,
                world,
                too_new: false,
            },
            skew,
            held: Set::default(),
            back: None,
        }
    }

    /// A copy of a laptop that does not know it is one, or does.
    fn twin(&mut self, of: &Laptop, knows: bool) -> Laptop {
        let file = if knows {
            self.identity()
        } else {
            of.store.file.clone()
        };
        Laptop {
            store: Store {
                file,
                connection: copy(&of.store.connection),
                world: self.world(of.skew),
                too_new: false,
            },
            skew: of.skew,
            held: of.held.clone(),
            back: None,
        }
    }

    /// The number of each change that a store holds.
    fn changes(&self, laptop: &Laptop) -> HashMap<Place, Option<usize>> {
        laptop
            .store
            .connection
            .prepare_cached(
                "SELECT c.chain, c.seq, n.site, t.wall, r.id, c.col FROM change c JOIN chain n ON n.chain = c.chain
                 JOIN record r ON r.rid = c.rid JOIN txn t ON t.chain = c.chain AND t.first =
                   (SELECT max(first) FROM txn x WHERE x.chain = c.chain AND x.first <= c.seq)",
            )
            .unwrap()
            .query_map((), |row| {
                let place = Place {
                    chain: row.get(0)?,
                    seq: row.get(1)?,
                };
                let name = (
                    Uuid::from_bytes(row.get(2)?),
                    place.seq,
                    row.get(3)?,
                    Uuid::from_bytes(row.get(4)?),
                    row.get(5)?,
                );
                Ok((place, self.numbers.get(&name).copied()))
            })
            .unwrap()
            .collect::<rusqlite::Result<_>>()
            .unwrap()
    }

    /// Does something on a laptop and tells the oracle what was written. `hidden` are heads that were not shown.
    fn act<T>(
        &mut self,
        laptop: &mut Laptop,
        hidden: &BTreeSet<usize>,
        deed: impl FnOnce(&mut Store) -> crate::Result<T>,
    ) -> Option<T> {
        let done = deed(&mut laptop.store);
        let connection = &laptop.store.connection;
        let places = self.changes(laptop);
        let mut new: Vec<Place> = places
            .iter()
            .filter(|(_, number)| number.is_none())
            .map(|(place, _)| *place)
            .collect();
        new.sort_by_key(|place| (place.seq, place.chain));
        for place in new {
            let (table, record, column, value, reopens, site, wall, hlc): Row = connection
                .query_row(
                    "SELECT r.tbl, r.id, c.col, c.value, c.reopens, n.site, (SELECT t.wall FROM txn t
                       WHERE t.chain = c.chain AND t.first <= c.seq ORDER BY t.first DESC LIMIT 1), c.hlc
                     FROM change c JOIN record r ON r.rid = c.rid JOIN chain n ON n.chain = c.chain
                     WHERE c.chain = ?1 AND c.seq = ?2",
                    (place.chain, place.seq),
                    |row| {
                        Ok((
                            row.get(0)?,
                            row.get(1)?,
                            row.get(2)?,
                            row.get(3)?,
                            row.get(4)?,
                            row.get(5)?,
                            row.get(6)?,
                            row.get(7)?,
                        ))
                    },
                )
                .unwrap();
            let record = Uuid::from_bytes(record);
            let (mut deletes, mut owner, mut word, mut same) = (false, None, None, None);
            match codec::read_value(&value) {
                Value::Existence(Existence::Deleted) => deletes = true,
                Value::Existence(Existence::Live { owner: of, end, .. }) => {
                    owner = of.map(|(_, owner)| owner);
                    if let Some(LinkEnd::Word { text, .. }) = end {
                        word = Some(text);
                    }
                }
                Value::Reference { id, .. } if column == SAME_AS => same = Some(id),
                _ => {}
            }
            let mut saw = laptop.held.clone();
            let mut fresh = Set::default();
            for number in saw.iter().filter(|number| !hidden.contains(number)) {
                fresh.insert(number);
            }
            saw = fresh;
            // The settlement that is taken back, found by its number: it is of this cell and in the store.
            let reopens = reopens.map(|bytes| {
                let entry = read_vector(&bytes).unwrap().remove(0);
                laptop
                    .held
                    .iter()
                    .find(|number| {
                        self.truth.0[*number].cell == (table, record, column)
                            && self.numbers.iter().any(|(name, other)| {
                                other == number
                                    && name.0 == entry.site
                                    && name.1 as u64 == entry.seq
                            })
                    })
                    .unwrap()
            });
            let number = self.truth.add(Fact {
                cell: (table, record, column),
                value,
                deletes,
                owner,
                word,
                same,
                published: Uuid::from_bytes(site) == domain::ids::PUBLICATION,
                hlc,
                wall,
                held: laptop.held.clone(),
                saw,
                reopens,
            });
            let name = (Uuid::from_bytes(site), place.seq, wall, record, column);
            assert!(
                self.numbers.insert(name, number).is_none(),
                "two changes of one name"
            );
            laptop.held.insert(number);
            laptop.back = None;
        }
        done.ok()
    }

    fn add(
        &mut self,
        laptop: &mut Laptop,
        table: u16,
        id: Uuid,
        owner: Option<(u16, Uuid)>,
        column: u16,
    ) {
        let text = self.text();
        self.act(laptop, &BTreeSet::new(), |store| {
            store.write(Act::typed(), |door| {
                door.put(
                    table,
                    id,
                    0,
                    &Value::Existence(Existence::Live {
                        owner,
                        home: None,
                        end: None,
                    }),
                )?;
                door.put(table, id, column, &text)
            })
        });
    }

    fn text(&mut self) -> Value {
        Value::Text(format!("v{}", self.dice.below(4)))
    }

    fn set(&mut self, laptop: &mut Laptop, table: u16, id: Uuid, column: u16) {
        let text = self.text();
        self.act(laptop, &BTreeSet::new(), |store| {
            store.write(Act::typed(), |door| door.put(table, id, column, &text))
        });
    }

    fn exist(&mut self, laptop: &mut Laptop, table: u16, id: Uuid, live: bool) {
        self.act(laptop, &BTreeSet::new(), |store| {
            store.write(Act::typed(), |door| {
                let value = if live {
                    door.creation(id)?
                } else {
                    Value::Existence(Existence::Deleted)
                };
                door.put(table, id, 0, &value)
            })
        });
    }

    fn any(&mut self, laptop: &Laptop, table: u16, keep: impl Fn(i64) -> bool) -> Option<Uuid> {
        let found: Vec<(Uuid, i64)> = laptop
            .store
            .connection
            .prepare_cached("SELECT id, gone FROM record WHERE tbl = ?1 AND EXISTS (SELECT 1 FROM head h WHERE h.rid = record.rid AND h.col = 0) ORDER BY id")
            .unwrap()
            .query_map((table,), |row| {
                Ok((Uuid::from_bytes(row.get(0)?), row.get(1)?))
            })
            .unwrap()
            .collect::<rusqlite::Result<_>>()
            .unwrap();
        let ids: Vec<Uuid> = found
            .into_iter()
            .filter(|(_, gone)| keep(*gone))
            .map(|(id, _)| id)
            .collect();
        (!ids.is_empty()).then(|| *self.dice.pick(&ids))
    }

    fn pack(&mut self, laptop: &mut Laptop, partial: bool) -> Vec<Sealed> {
        let packed = laptop.store.pack(Lacking::Nothing);
        let segments = packed.map(|packed| packed.segments).unwrap_or_default();
        segments
            .into_iter()
            .filter(|_| !partial || self.dice.below(10) < 6)
            .map(|bytes| Sealed::read(bytes).unwrap())
            .collect()
    }

    fn shuffled(&mut self, mut file: Vec<Sealed>) -> Vec<Sealed> {
        for at in (1..file.len()).rev() {
            file.swap(at, self.dice.below(at + 1));
        }
        file
    }

    fn merge(&mut self, laptop: &mut Laptop, file: Vec<Sealed>) -> Result<u64, Broken> {
        let before = laptop.store.digest().unwrap().hash;
        let known = laptop.store.merges().unwrap().len();
        let brought = Brought {
            name: String::new(),
            sender: None,
            segments: self.shuffled(file),
            private: Vec::new(),
        };
        let merged = laptop
            .store
            .merge(&[brought], Mode::Keep, None, &mut |_, _| true)
            .map_err(|error| format!("merge failed: {error}"))?;
        if laptop.store.merges().unwrap().len() > known {
            laptop.back = Some(before);
        }
        self.hold(laptop)?;
        Ok(merged.changes)
    }

    /// Reads which changes a store holds now.
    fn hold(&self, laptop: &mut Laptop) -> Result<(), Broken> {
        laptop.held = Set::default();
        let mut seen = BTreeSet::new();
        for number in self.changes(laptop).values() {
            let number = number.ok_or("a change that nobody wrote")?;
            if !seen.insert(number) {
                return Err("one change counted twice".into());
            }
            laptop.held.insert(number);
        }
        Ok(())
    }

    fn deed(&mut self, laptop: &mut Laptop) {
        let organisation = self.any(laptop, ORGANISATION, |gone| gone == 0);
        let Some(organisation) = organisation.filter(|_| self.dice.below(100) >= 6) else {
            let id = self.new_id();
            return self.add(laptop, ORGANISATION, id, None, NAME);
        };
        let nothing = BTreeSet::new();
        match self.dice.below(112) {
            0..24 => self.set(laptop, ORGANISATION, organisation, NAME),
            24..32 => {
                // Typed over an older view: only some of the heads had been shown.
                let connection = &laptop.store.connection;
                let heads: Vec<Place> = connection
                    .prepare_cached("SELECT h.chain, h.seq FROM head h JOIN record r ON r.rid = h.rid WHERE r.id = ?1 AND h.col = ?2")
                    .unwrap()
                    .query_map((organisation.as_bytes(), NAME), |row| {
                        Ok(Place { chain: row.get(0)?, seq: row.get(1)? })
                    })
                    .unwrap()
                    .collect::<rusqlite::Result<_>>()
                    .unwrap();
                let places = self.changes(laptop);
                let (seen, hidden): (Vec<Place>, Vec<Place>) =
                    heads.into_iter().partition(|_| self.dice.below(2) == 0);
                let hidden = hidden.iter().filter_map(|place| places[place]).collect();
                let text = Value::Text(format!("s{}", self.dice.below(4)));
                self.act(laptop, &hidden, |store| {
                    store.write(Act::typed(), |door| {
                        door.write(ORGANISATION, organisation, NAME, &text, Some(&seen))
                    })
                });
            }
            32..37 => self.set(laptop, ORGANISATION, organisation, NEW_COLUMN),
            37..47 => {
                let table = if self.dice.below(2) == 0 {
                    NOTE
                } else {
                    NEW_TABLE
                };
                let id = self.new_id();
                self.add(laptop, table, id, Some((ORGANISATION, organisation)), TEXT);
            }
            47..54 => {
                let table = if self.dice.below(2) == 0 {
                    NOTE
                } else {
                    NEW_TABLE
                };
                if let Some(id) = self.any(laptop, table, |gone| gone == 0) {
                    if self.dice.below(10) < 6 {
                        self.set(laptop, table, id, TEXT);
                    } else {
                        self.exist(laptop, table, id, false);
                    }
                }
            }
            54..61 => self.exist(laptop, ORGANISATION, organisation, false),
            61..64 => {
                if let Some(id) = self.any(laptop, ORGANISATION, |gone| gone == 1) {
                    self.exist(laptop, ORGANISATION, id, true);
                }
            }
            64..72 => {
                // A link: its id follows from its ends, so both sides make the same one.
                let links = organisations().field("aliases").unwrap().links().unwrap();
                let word = format!("w{}", self.dice.below(2));
                let id = domain::ids::word(links.table, organisation, &word, None);
                let there: bool = laptop
                    .store
                    .connection
                    .query_row(
                        "SELECT count(*) FROM record WHERE id = ?1 AND gone = 0 AND life <> 0",
                        (id.as_bytes(),),
                        |row| row.get(0),
                    )
                    .unwrap();
                let value = if there {
                    Value::Existence(Existence::Deleted)
                } else {
                    Value::Existence(Existence::Live {
                        owner: Some((ORGANISATION, organisation)),
                        home: None,
                        end: Some(LinkEnd::Word {
                            text: word,
                            role: None,
                        }),
                    })
                };
                self.act(laptop, &nothing, |store| {
                    store.write(Act::typed(), |door| door.put(links.table, id, 0, &value))
                });
            }
            72..82 => {
                self.act(laptop, &nothing, |store| store.undo(None, Act::typed()));
            }
            82..87 => {
                self.act(laptop, &nothing, |store| store.redo(Act::typed()));
            }
            87..100 => {
                let open = conflicts::conflicts(&laptop.store.connection).unwrap();
                let open: Vec<_> = open
                    .iter()
                    .filter(|conflict| {
                        matches!(conflict.ty, ConflictType::Field | ConflictType::Join)
                    })
                    .collect();
                if !open.is_empty() {
                    let conflict = *self.dice.pick(&open);
                    let choice = match self.dice.below(5) {
                        0 if conflict.ty == ConflictType::Join => Choice::Keep,
                        1 if conflict.ty == ConflictType::Join => Choice::Drop,
                        _ => Choice::Nth(1 + self.dice.below(2)),
                    };
                    self.act(laptop, &nothing, |store| {
                        store.settle(&conflict.id.to_string(), &choice, Act::typed())
                    });
                }
            }
            100..107 => self.join(laptop, organisation),
            107..110 => {
                let joined: Vec<Uuid> = laptop
                    .store
                    .connection
                    .prepare_cached("SELECT id FROM record WHERE root IS NOT NULL ORDER BY id")
                    .unwrap()
                    .query_map((), |row| Ok(Uuid::from_bytes(row.get(0)?)))
                    .unwrap()
                    .collect::<rusqlite::Result<_>>()
                    .unwrap();
                if !joined.is_empty() {
                    let part = *self.dice.pick(&joined);
                    self.act(laptop, &nothing, |store| store.unjoin(part, Act::typed()));
                }
            }
            _ => {
                // What is shown is deleted, with all it stands for.
                self.act(laptop, &nothing, |store| {
                    store.write(Act::typed(), |door| {
                        door.delete(organisations(), organisation)
                    })
                });
            }
        }
    }

    /// Joins an organisation to another one; where there is none, somebody adds it once more.
    fn join(&mut self, laptop: &mut Laptop, organisation: Uuid) {
        let other = self.any(laptop, ORGANISATION, |gone| gone == 0);
        let Some(other) = other.filter(|other| *other != organisation) else {
            let id = self.new_id();
            return self.add(laptop, ORGANISATION, id, None, NAME);
        };
        let picks: Vec<Pick> = ["name=a", "name=b", "aliases=b"]
            .iter()
            .filter(|_| self.dice.below(3) == 0)
            .map(|pick| Pick::read(pick).unwrap())
            .collect();
        self.act(laptop, &BTreeSet::new(), |store| {
            store.join(organisations(), (organisation, other), &picks, Act::typed())
        });
    }

    /// Holds everything a store says against the oracle.
    fn check(&mut self, at: usize) -> Result<(), Broken> {
        let until = self.now.load(Ordering::Relaxed) + (self.dice.below(44) as i64 - 40) * DAY;
        let day = chrono::DateTime::from_timestamp_millis(until)
            .unwrap()
            .date_naive();
        let until = day
            .succ_opt()
            .unwrap()
            .and_time(chrono::NaiveTime::MIN)
            .and_utc()
            .timestamp_millis()
            - 1;
        let laptop = &self.laptops[at];
        let connection = &laptop.store.connection;
        let places = self.changes(laptop);
        let heads = self.truth.heads(&laptop.held);
        let mut kept: BTreeMap<Cell, BTreeSet<usize>> = BTreeMap::new();
        let mut select = connection
            .prepare_cached("SELECT h.chain, h.seq, r.tbl, r.id, h.col FROM head h JOIN record r ON r.rid = h.rid")
            .unwrap();
        let mut rows = select.query(()).unwrap();
        while let Some(row) = rows.next().unwrap() {
            let place = Place {
                chain: row.get(0).unwrap(),
                seq: row.get(1).unwrap(),
            };
            let cell = (
                row.get(2).unwrap(),
                Uuid::from_bytes(row.get(3).unwrap()),
                row.get(4).unwrap(),
            );
            kept.entry(cell)
                .or_default()
                .insert(places[&place].ok_or("a head that nobody wrote")?);
        }
        for (cell, wanted) in &heads {
            let found = kept.get(cell).cloned().unwrap_or_default();
            if found != *wanted {
                return Err(format!(
                    "heads of {cell:?} are {found:?}, the oracle says {wanted:?}"
                ));
            }
        }
        if kept.len() != heads.len() {
            return Err("heads of cells that nobody wrote".into());
        }
        let lives = self
            .truth
            .lives(&heads, |table| kinds::link_by_table(table).is_some());
        let mut select = connection
            .prepare_cached(
                "SELECT r.id, r.gone, EXISTS(SELECT 1 FROM contested x WHERE x.rid = r.rid AND x.col = 0) FROM record r
                 WHERE EXISTS (SELECT 1 FROM head h WHERE h.rid = r.rid)",
            )
            .unwrap();
        let mut rows = select.query(()).unwrap();
        while let Some(row) = rows.next().unwrap() {
            let id = Uuid::from_bytes(row.get(0).unwrap());
            let life = match (row.get(1).unwrap(), row.get(2).unwrap()) {
                (true, _) => Life::Gone,
                (false, true) => Life::Listed,
                (false, false) => Life::Live,
            };
            if lives[&id] != life {
                return Err(format!(
                    "{id} is {life:?}, the oracle says {:?}",
                    lives[&id]
                ));
            }
        }
        self.check_joined(laptop, &heads, &lives)?;
        let listed: BTreeSet<(Uuid, u16)> = connection
            .prepare_cached("SELECT r.id, x.col FROM contested x JOIN record r ON r.rid = x.rid WHERE x.col <> 0")
            .unwrap()
            .query_map((), |row| Ok((Uuid::from_bytes(row.get(0)?), row.get(1)?)))
            .unwrap()
            .collect::<rusqlite::Result<_>>()
            .unwrap();
        let wanted: BTreeSet<(Uuid, u16)> = heads
            .iter()
            .filter(|((_, _, column), changes)| {
                *column != 0 && self.truth.values(changes).len() > 1
            })
            .map(|((_, record, column), _)| (*record, *column))
            .collect();
        if listed != wanted {
            return Err(format!(
                "contested are {listed:?}, the oracle says {wanted:?}"
            ));
        }
        for conflict in conflicts::conflicts(connection).unwrap() {
            if conflict.ty == ConflictType::Field {
                let effect = crate::apply::Effect::new(connection);
                let said: BTreeSet<Vec<u8>> = conflicts::sides(&effect, &conflict)
                    .unwrap()
                    .into_iter()
                    .map(|side| side.head.value)
                    .collect();
                let cell = (conflict.table, conflict.record, conflict.column);
                if said != self.truth.values(&heads[&cell]) {
                    return Err(format!(
                        "{cell:?} is told with other values than the oracle's"
                    ));
                }
            }
        }
        let known = rebuild::known(connection, day).unwrap();
        let mut found = Set::default();
        for (place, number) in &places {
            if known.holds(*place) {
                found.insert(number.ok_or("a change that nobody wrote")?);
            }
        }
        let wanted = self.truth.known(&laptop.held, until);
        if found.iter().ne(wanted.iter()) {
            return Err("what was known of a day differs from the oracle".into());
        }
        Ok(())
    }

    /// Holds what a store says of records that are one against the oracle.
    fn check_joined(
        &self,
        laptop: &Laptop,
        heads: &BTreeMap<Cell, BTreeSet<usize>>,
        lives: &HashMap<Uuid, Life>,
    ) -> Result<(), Broken> {
        let connection = &laptop.store.connection;
        let roots = self.truth.roots(&laptop.held, heads, lives);
        let owners = self.truth.owners();
        let is_gone = |id: &Uuid| lives[id] == Life::Gone;
        let mut select = connection
            .prepare_cached(
                "SELECT r.id, r.life, o.id FROM record r LEFT JOIN record o ON o.rid = r.root
                 WHERE r.tbl IN (?1, ?2, ?3) AND EXISTS (SELECT 1 FROM head h WHERE h.rid = r.rid)",
            )
            .unwrap();
        let mut rows = select.query((ORGANISATION, NOTE, NEW_TABLE)).unwrap();
        while let Some(row) = rows.next().unwrap() {
            let id = Uuid::from_bytes(row.get(0).unwrap());
            let life: i64 = row.get(1).unwrap();
            let root = row.get::<_, Option<[u8; 16]>>(2).unwrap();
            let root = root.map(Uuid::from_bytes);
            if root != roots.get(&id).copied() {
                return Err(format!(
                    "{id} is shown as {root:?}, the oracle says {:?}",
                    roots.get(&id)
                ));
            }
            let wanted = if is_gone(&id) || owners.get(&id).is_some_and(is_gone) {
                apply::DELETED
            } else if root.is_some() {
                apply::JOINED
            } else {
                apply::LIVE
            };
            if life != wanted {
                return Err(format!(
                    "{id} has the life {life}, the oracle says {wanted}"
                ));
            }
        }
        let [listed, perhaps] = self.truth.edited_apart(heads, &roots, lives, SAME_AS);
        let several = heads.iter().filter(|((_, record, column), changes)| {
            *column == SAME_AS && !is_gone(record) && self.truth.values(changes).len() > 1
        });
        let wanted: BTreeSet<(Uuid, u16)> = several
            .map(|((_, record, column), _)| (*record, *column))
            .chain(listed)
            .collect();
        let told: BTreeSet<(Uuid, u16)> = conflicts::conflicts(connection)
            .unwrap()
            .iter()
            .filter(|conflict| conflict.ty == ConflictType::Join)
            .map(|conflict| (conflict.record, conflict.column))
            .collect();
        if !wanted.is_subset(&told)
            || !told
                .iter()
                .all(|one| wanted.contains(one) || perhaps.contains(one))
        {
            return Err(format!(
                "joined apart are {told:?}, the oracle says {wanted:?}, perhaps {perhaps:?}"
            ));
        }
        // Aliases stand at what is shown, each once.
        let mut wanted: BTreeSet<(Uuid, String)> = BTreeSet::new();
        for ((_, record, _), changes) in heads {
            let word = changes
                .iter()
                .find_map(|change| self.truth.0[*change].word.clone());
            if let (Some(word), Some(owner)) = (word, owners.get(record))
                && !is_gone(record)
                && !is_gone(owner)
            {
                wanted.insert((*roots.get(owner).unwrap_or(owner), word));
            }
        }
        let mut found: Vec<(Uuid, String)> = connection
            .prepare_cached(
                "SELECT r.id, a.word FROM organisation_aliases a JOIN record r ON r.rid = a.\"from\" WHERE a.life = ?1",
            )
            .unwrap()
            .query_map((apply::LIVE,), |row| {
                Ok((Uuid::from_bytes(row.get(0)?), row.get(1)?))
            })
            .unwrap()
            .collect::<rusqlite::Result<_>>()
            .unwrap();
        found.sort();
        if !found.iter().eq(wanted.iter()) {
            return Err(format!("aliases are {found:?}, the oracle says {wanted:?}"));
        }
        Ok(())
    }

    fn everybody(&mut self) -> Result<(), Broken> {
        let mut laptops = std::mem::take(&mut self.laptops);
        let mut files: Vec<Vec<Sealed>> = laptops
            .iter_mut()
            .map(|laptop| self.pack(laptop, false))
            .collect();
        files.extend(self.files.iter().cloned());
        for laptop in &mut laptops {
            let order = (0..files.len()).collect::<Vec<_>>();
            let mut order = order;
            for at in (1..order.len()).rev() {
                order.swap(at, self.dice.below(at + 1));
            }
            for at in order {
                self.merge(laptop, files[at].clone())?;
            }
        }
        let files: Vec<Vec<Sealed>> = laptops
            .iter_mut()
            .map(|laptop| self.pack(laptop, false))
            .collect();
        for laptop in &mut laptops {
            for file in &files {
                self.merge(laptop, file.clone())?;
            }
        }
        self.laptops = laptops;
        for at in 0..self.laptops.len() {
            self.check(at)?;
        }
        let mut laptops = std::mem::take(&mut self.laptops);
        let mut all = Set::default();
        for laptop in &laptops {
            all.unite(&laptop.held);
        }
        let digest = laptops[0].store.digest().unwrap();
        let lists = |laptop: &Laptop| {
            conflicts::told(&laptop.store.connection, None, &Default::default())
                .unwrap()
                .into_iter()
                .map(|mut conflict| {
                    for head in conflict["heads"].as_array_mut().unwrap() {
                        head["mine"] = false.into();
                    }
                    conflict.to_string()
                })
                .collect::<Vec<_>>()
        };
        let list = lists(&laptops[0]);
        for laptop in &mut laptops {
            if laptop.held.iter().ne(all.iter()) {
                return Err("a change is missing after everybody gave everybody everything".into());
            }
            if laptop.store.digest().unwrap() != digest {
                return Err(format!(
                    "same changes, other digest: {:?} and {digest:?}",
                    laptop.store.digest().unwrap()
                ));
            }
            if lists(laptop) != list {
                return Err("same changes, other list".into());
            }
            for file in &files {
                if self.merge(laptop, file.clone())? > 0 || laptop.store.digest().unwrap() != digest
                {
                    return Err("what is known adds something".into());
                }
            }
        }
        self.laptops = laptops;
        Ok(())
    }

    fn run(&mut self, deep: bool) -> Result<(), Broken> {
        for _ in 0..20 + self.dice.below(70) {
            let step = match self.dice.below(4) {
                0 | 1 => 1 + self.dice.below(1_000) as i64,
                2 => 3_600_000 + self.dice.below(1_000) as i64,
                _ => (1 + self.dice.below(3) as i64) * DAY + self.dice.below(1_000) as i64,
            };
            self.now.fetch_add(step, Ordering::Relaxed);
            let at = self.dice.below(self.laptops.len());
            let mut laptop = self.laptops.swap_remove(at);
            match self.dice.below(200) {
                0..120 => self.deed(&mut laptop),
                120..148 => {
                    let partial = self.dice.below(5) < 2;
                    let file = self.pack(&mut laptop, partial);
                    self.files.push(file);
                }
                148..180 if !self.files.is_empty() => {
                    let file = self.dice.pick(&self.files).clone();
                    self.merge(&mut laptop, file)?;
                }
                180..186 => {
                    if let Some(before) = laptop.back.take() {
                        if laptop.store.set_back().is_err() {
                            return Err("a merge could not be set back".into());
                        }
                        if laptop.store.digest().unwrap().hash != before {
                            return Err("set back is not the state before".into());
                        }
                        self.hold(&mut laptop)?;
                    }
                }
                186..190 => {
                    let saved = self.twin(&laptop, false);
                    self.saved.push((self.laptops.len(), saved));
                }
                190..193 if !self.saved.is_empty() => {
                    let saved = self.dice.below(self.saved.len());
                    let (_, saved) = self.saved.swap_remove(saved);
                    laptop = saved;
                }
                193..197 if self.laptops.len() < 7 => {
                    let knows = self.dice.below(2) == 0;
                    let twin = self.twin(&laptop, knows);
                    self.laptops.push(twin);
                }
                197..200 => {
                    laptop.skew = (self.dice.below(21) as i64 - 10) * DAY / 2;
                    laptop.store.world = self.world(laptop.skew);
                }
                _ => {}
            }
            self.laptops.push(laptop);
            if deep && self.dice.below(12) == 0 {
                self.check(self.laptops.len() - 1)?;
            }
        }
        for at in 0..self.laptops.len() {
            self.check(at)?;
        }
        self.everybody()?;
        let mut laptop = self.laptops.swap_remove(0);
        let connection = &laptop.store.connection;
        let open = conflicts::conflicts(connection).unwrap();
        let of = |ty| open.iter().filter(|conflict| conflict.ty == ty).count();
        let count = |sql: &str| -> usize {
            let count: u32 = connection.query_row(sql, (), |row| row.get(0)).unwrap();
            count as usize
        };
        self.met = [
            of(ConflictType::Field),
            of(ConflictType::DeleteEdit),
            count("SELECT count(*) > 0 FROM chain WHERE branch IS NOT NULL"),
            count("SELECT count(*) FROM record WHERE root IS NOT NULL"),
        ];
        // One person confirms what is shown, and it is settled everywhere. What had been hidden by a delete may come to light.
        for _ in 0..3 {
            for conflict in settleable(&laptop) {
                self.act(&mut laptop, &BTreeSet::new(), |store| {
                    store.settle(&conflict.to_string(), &Choice::Latest, Act::typed())
                });
            }
        }
        self.laptops.push(laptop);
        self.everybody()?;
        if !settleable(&self.laptops[0]).is_empty() {
            return Err("a conflict that cannot be settled by confirming what is shown".into());
        }
        if !self.laptops[0].store.verify().unwrap().faults.is_empty() {
            return Err("verify finds a fault".into());
        }
        Ok(())
    }
}

fn number(name: &str, otherwise: u64) -> u64 {
    std::env::var(name)
        .ok()
        .and_then(|text| text.parse().ok())
        .unwrap_or(otherwise)
}

/// Runs histories on both cores; what the first broken one says.
fn histories(first: u64, count: u64, mutant: Option<Mutant>) -> Result<[usize; 4], Broken> {
    let threads: u64 = 2;
    let broken = AtomicBool::new(false);
    let broken = &broken;
    let results: Vec<Result<[usize; 4], Broken>> = std::thread::scope(|scope| {
        let handles: Vec<_> = (0..threads)
            .map(|thread| {
                scope.spawn(move || {
                    let folder = Arc::new(tempfile::tempdir().unwrap());
                    let mut sums = [0; 4];
                    with(mutant, || {
                        for seed in (first..first + count).filter(|seed| seed % threads == thread) {
                            if broken.load(Ordering::Relaxed) {
                                break;
                            }
                            let mut history = History::new(seed, folder.clone());
                            // A history that panics breaks a law, too.
                            let run =
                                std::panic::AssertUnwindSafe(|| history.run(mutant.is_none()));
                            std::panic::catch_unwind(run)
                                .unwrap_or_else(|_| Err("it panicked".into()))
                                .map_err(|why| {
                                    broken.store(true, Ordering::Relaxed);
                                    format!("seed {seed}: {why}")
                                })?;
                            for (sum, met) in sums.iter_mut().zip(history.met) {
                                *sum += met;
                            }
                        }
                        Ok(sums)
                    })
                })
            })
            .collect();
        handles
            .into_iter()
            .map(|handle| {
                handle
                    .join()
                    .unwrap_or_else(|_| Err("a history panicked".into()))
            })
            .collect()
    });
    let mut sums = [0; 4];
    for result in results {
        for (sum, more) in sums.iter_mut().zip(result?) {
            *sum += more;
        }
    }
    Ok(sums)
}

#[test]
fn every_history_holds_every_law() {
    let (first, count) = (number("FIRST", 0), number("SEEDS", 200));
    match histories(first, count, None) {
        Ok(met) => {
            let [conflicts, listed, forked, joined] = met;
            println!(
                "{count} histories: {conflicts} conflicts, {listed} deletes against edits, {forked} forks, {joined} joined"
            );
            assert!(count < 100 || met.iter().all(|met| *met > 0));
        }
        Err(broken) => panic!("{broken}"),
    }
}

#[test]
fn two_hundred_laptops_are_one_network() {
    let mut history = History::new(5, Arc::new(tempfile::tempdir().unwrap()));
    let mut one = history.laptops.swap_remove(0);
    let first = history.pack(&mut one, false);
    let mut others = Vec::new();
    let mut all = Vec::new();
    for _ in 0..200 {
        let mut laptop = history.laptop(0);
        history.merge(&mut laptop, first.clone()).unwrap();
        for _ in 0..3 {
            history.now.fetch_add(1_000, Ordering::Relaxed);
            history.deed(&mut laptop);
        }
        all.extend(history.pack(&mut laptop, false));
        others.push(laptop);
    }
    history.merge(&mut one, all).unwrap();
    // What is written now names all of them.
    let id = history.new_id();
    history.add(&mut one, ORGANISATION, id, None, NAME);
    let all = history.pack(&mut one, false);
    let sites = |laptop: &Laptop| laptop.store.vector().unwrap().len();
    assert!(sites(&one) > 150, "{}", sites(&one));
    others.truncate(3);
    for laptop in &mut others {
        history.merge(laptop, all.clone()).unwrap();
        assert_eq!(laptop.store.digest().unwrap(), one.store.digest().unwrap());
    }
    others.push(one);
    history.laptops = others;
    for at in 0..history.laptops.len() {
        history.check(at).unwrap();
    }
}

#[test]
fn a_rule_left_out_is_caught() {
    for mutant in Mutant::ALL {
        assert!(
            histories(0, 200, Some(mutant)).is_err(),
            "{mutant:?} was not caught"
        );
    }
}
