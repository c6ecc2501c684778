//! A small world with a clock one can set, and random deeds of all kinds in it.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use domain::input::{Assignment, assignment};
use domain::kind::{LinkTarget, Type};
use domain::{Field, Kind, Language, kinds};
use rusqlite::OptionalExtension;
use uuid::Uuid;

use crate::{Act, Error, Pick, Result, Seen, Start, Store, World};

/// Numbers that follow from a seed (SplitMix64).
#[derive(Debug, Clone)]
pub struct Dice(pub u64);

impl Dice {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }
    pub fn below(&mut self, end: usize) -> usize {
        (self.next() % end.max(1) as u64) as usize
    }
    pub fn pick<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len())]
    }
}

pub struct TestWorld {
    dice: Dice,
    pub now: Arc<AtomicI64>,
}

impl TestWorld {
    pub fn new(seed: u64) -> (Box<TestWorld>, Arc<AtomicI64>) {
        let now = Arc::new(AtomicI64::new(1_800_000_000_000));
        (
            Box::new(TestWorld {
                dice: Dice(seed),
                now: now.clone(),
            }),
            now,
        )
    }
}

impl World for TestWorld {
    fn now(&mut self) -> i64 {
        self.now.fetch_add(7, Ordering::Relaxed)
    }
    fn random(&mut self) -> [u8; 32] {
        let mut bytes = [0; 32];
        for chunk in bytes.chunks_mut(8) {
            chunk.copy_from_slice(&self.dice.next().to_le_bytes());
        }
        bytes
    }
    fn machine(&mut self) -> String {
        "test".into()
    }
    fn label(&mut self) -> String {
        "laptop".into()
    }
    fn user(&mut self) -> String {
        "somebody".into()
    }
}

/// A store in a folder that goes away with it.
pub struct Bench {
    pub store: Store,
    pub now: Arc<AtomicI64>,
    _folder: tempfile::TempDir,
    pub file: PathBuf,
}

impl Bench {
    pub fn new(seed: u64, start: Start) -> Bench {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("network.store");
        let (world, now) = TestWorld::new(seed);
        let mut store = Store::create(&file, start, world).unwrap();
        // A law needs no disk.
        store.set_flushing(false).unwrap();
        Bench {
            store,
            now,
            _folder: folder,
            file,
        }
    }

    pub fn digest(&self) -> [u8; 32] {
        self.store.digest().unwrap().hash
    }

    pub fn set(&mut self, kind: &str, id: Uuid, set: &[&str]) {
        let set = assignments(set);
        self.store
            .write(Act::typed(), |door| {
                door.set(kind_of(kind), id, &set, &Seen::new())
            })
            .unwrap();
    }

    pub fn add(&mut self, kind: &str, set: &[&str]) -> Uuid {
        let set = assignments(set);
        self.store
            .write(Act::typed(), |door| door.add(kind_of(kind), &set))
            .unwrap()
            .answer
    }
}

pub fn kind_of(name: &str) -> &'static Kind {
    kinds::by_name(name).unwrap()
}

pub fn assignments(set: &[&str]) -> Vec<Assignment> {
    set.iter().map(|text| assignment(text).unwrap()).collect()
}

pub fn copy(file: &Path, to: &Path) {
    std::fs::copy(file, to).unwrap();
}

/// Kinds a person writes.
pub fn written() -> Vec<&'static Kind> {
    kinds::KINDS
        .iter()
        .filter(|kind| !kind.read_only && kind.table != kinds::SITE_TABLE)
        .collect()
}

/// Does one random thing as one transaction. Answers whether something was written; a refusal writes nothing.
pub fn deed(store: &mut Store, dice: &mut Dice) -> Result<Option<Uuid>> {
    if dice.below(100) < 5 {
        join(store, dice)
    } else {
        edit(store, dice)
    }
}

/// Like [`deed`], but joins nothing.
pub fn edit(store: &mut Store, dice: &mut Dice) -> Result<Option<Uuid>> {
    let kinds = written();
    let kind = *dice.pick(&kinds);
    let record = any_record(store, kind, dice, true);
    let choice = dice.below(100);
    let outcome = match record {
        Some(id) if choice < 50 => {
            let set = random_set(store, kind, dice, false);
            store
                .write(Act::typed(), |door| door.set(kind, id, &set, &Seen::new()))
                .map(|done| done.txn)
        }
        Some(id) if choice < 60 => store
            .write(Act::typed(), |door| door.delete(kind, id))
            .map(|done| done.txn),
        Some(id) if choice < 66 => {
            let parent = if kind.is_tree() {
                any_record(store, kind, dice, true)
            } else {
                None
            };
            store
                .write(Act::typed(), |door| door.place(kind, id, parent, None))
                .map(|done| done.txn)
        }
        _ if choice < 72 => match any_record(store, kind, dice, false) {
            Some(id) => store
                .write(Act::typed(), |door| door.undelete(kind, id))
                .map(|done| done.txn),
            None => Ok(None),
        },
        _ => {
            let set = random_set(store, kind, dice, true);
            store
                .write(Act::typed(), |door| door.add(kind, &set))
                .map(|done| done.txn)
        }
    };
    match outcome {
        // What a person would be told, too: a row below itself, a party that is missing, a round that is closed.
        Err(
            Error::Cycle { .. }
            | Error::MissingField { .. }
            | Error::DeletedRecord { .. }
            | Error::Closed { .. },
        ) => Ok(None),
        other => other,
    }
}

/// Joins two records that are there, perhaps with values picked of one or the other.
pub fn join(store: &mut Store, dice: &mut Dice) -> Result<Option<Uuid>> {
    let name: &&str = dice.pick(&["organisation", "person"]);
    let kind = kind_of(name);
    let pair = (
        any_record(store, kind, dice, true),
        any_record(store, kind, dice, true),
    );
    let (Some(a), Some(b)) = pair else {
        return Ok(None);
    };
    let picks = [
        "name=a",
        "name=B",
        "notes=b",
        "name=Picked",
        "provenance=b",
        "website=a",
        "aliases=b",
    ];
    let picks: Vec<Pick> = (0..dice.below(3))
        .map(|_| {
            let pick: &&str = dice.pick(&picks);
            Pick::read(pick).unwrap()
        })
        .filter(|pick| kind.name == "organisation" || pick.field().0 == "notes")
        .collect();
    store
        .join(kind, (a, b), &picks, Act::typed())
        .map(|done| done.txn)
}

/// Takes something apart that was joined, if anything is.
pub fn unjoin(store: &mut Store, dice: &mut Dice) -> Result<()> {
    let joined: Vec<[u8; 16]> = store
        .connection()
        .prepare("SELECT id FROM record WHERE root IS NOT NULL ORDER BY id")
        .unwrap()
        .query_map((), |row| row.get(0))
        .unwrap()
        .collect::<rusqlite::Result<_>>()
        .unwrap();
    if joined.is_empty() {
        return Ok(());
    }
    let part = Uuid::from_bytes(*dice.pick(&joined));
    store.unjoin(part, Act::typed()).map(drop)
}

fn any_record(store: &Store, kind: &Kind, dice: &mut Dice, live: bool) -> Option<Uuid> {
    let mut select = store
        .connection()
        .prepare_cached("SELECT id FROM record WHERE tbl = ?1 AND life = ?2 ORDER BY rid DESC LIMIT 1 OFFSET ?3")
        .unwrap();
    let skip = dice.below(12) as i64;
    for offset in [skip, 0] {
        let id: Option<[u8; 16]> = select
            .query_row((kind.table, if live { 1 } else { 2 }, offset), |row| {
                row.get(0)
            })
            .optional()
            .unwrap();
        if let Some(id) = id {
            return Some(Uuid::from_bytes(id));
        }
    }
    None
}

fn random_set(store: &Store, kind: &'static Kind, dice: &mut Dice, whole: bool) -> Vec<Assignment> {
    let mut set = Vec::new();
    for field in kind.all_fields() {
        let needed = whole
            && (kind.owner == Some(field.name)
                || matches!(field.name, "group" | "organisation" | "person"));
        if needed || dice.below(100) < if whole { 40 } else { 15 } {
            set.extend(random_value(store, kind, field, dice));
        }
    }
    set
}

const WORDS: &[&str] = &[
    "migration",
    "Réseau",
    "suivi",
    "الهجرة",
    "移民",
    "данные",
    "Año",
    "pilot",
    "note",
    "x",
    "1,5 %",
    "«ü»",
];
const TIMES: &[&str] = &[
    "Q1-Q2 2023",
    "2023 and 2024",
    "on request",
    "mars 2024",
    "",
    "2022-2024",
    "someday",
];

fn random_value(
    store: &Store,
    kind: &'static Kind,
    field: &'static Field,
    dice: &mut Dice,
) -> Option<Assignment> {
    let words = |dice: &mut Dice| {
        (0..=dice.below(4))
            .map(|_| *dice.pick(WORDS))
            .collect::<Vec<_>>()
            .join(" ")
    };
    let reference = |targets: &[&str], dice: &mut Dice| {
        let target = kind_of(targets[dice.below(targets.len())]);
        any_record(store, target, dice, true).map(|id| format!("id:{id}"))
    };
    let clear = dice.below(10) == 0 && kind.owner != Some(field.name);
    let text = match field.ty {
        Type::Closing | Type::SameAs | Type::Erased | Type::Position => return None,
        _ if clear => format!("{}=", field.name),
        Type::Text => {
            let language = dice.pick(&Language::ALL).code();
            format!("{}.{language}={}", field.name, words(dice))
        }
        Type::Plain => format!("{}={}", field.name, words(dice)),
        Type::Integer => format!("{}={}", field.name, dice.below(40)),
        Type::Flag => format!("{}={}", field.name, dice.below(2) == 0),
        Type::Date | Type::Moment => format!(
            "{}=20{:02}-0{}-1{}",
            field.name,
            10 + dice.below(20),
            1 + dice.below(9),
            dice.below(9)
        ),
        Type::Vague => format!("{}={}", field.name, dice.pick(TIMES)),
        Type::Code(codes) => format!("{}={}", field.name, dice.pick(codes.codes)),
        Type::Reference(targets) => format!("{}={}", field.name, reference(targets, dice)?),
        Type::Parent => format!("{}={}", field.name, reference(&[kind.name], dice)?),
        Type::Owned(_) => return None,
        Type::Amount => format!("{}={}", field.name, dice.below(10_000)),
        Type::Currency(_) => format!("{}=USD", field.name),
        Type::Provenance => format!(
            "{}.standing={}",
            field.name,
            dice.pick(&["published", "inferred", "own"])
        ),
        Type::Links(links) => {
            let sign = *dice.pick(&["=", "+=", "-="]);
            let end = match links.to {
                LinkTarget::Records(targets) => reference(targets, dice)?,
                LinkTarget::Words => dice.pick(&["aa", "bb", "CC", "مثال"]).to_string(),
            };
            let role = match links.roles {
                Some(roles) if dice.below(2) == 0 => format!(":{}", dice.pick(roles.codes)),
                _ => String::new(),
            };
            format!("{}{sign}{end}{role}", field.name)
        }
    };
    Some(assignment(&text).unwrap())
}
