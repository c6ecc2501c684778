//! Segments and names to try things with.

use std::collections::HashMap;

use changelog::segment::{Names, RowName, Segment};
use changelog::{Change, Origin, SigningKey, Transaction};
use domain::value::VectorEntry;
use uuid::Uuid;

/// Names that lead both ways between listed records and their create changes.
#[derive(Debug, Clone, Default)]
pub struct Listed {
    names: HashMap<Uuid, RowName>,
    records: HashMap<RowName, Uuid>,
}

impl Listed {
    pub fn new(pairs: impl IntoIterator<Item = (RowName, Uuid)>) -> Listed {
        let mut listed = Listed::default();
        for (name, record) in pairs {
            listed.names.insert(record, name);
            listed.records.insert(name, record);
        }
        listed
    }
}

impl Names for Listed {
    fn short(&self, record: Uuid) -> Option<RowName> {
        self.names.get(&record).copied()
    }

    fn record(&self, name: &RowName) -> Option<Uuid> {
        self.records.get(name).copied()
    }
}

/// A pseudo-random sequence (splitmix64) that is the same on every machine.
pub struct Chance(pub u64);

impl Chance {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub fn below(&mut self, bound: u64) -> u64 {
        self.next() % bound
    }

    pub fn id(&mut self) -> Uuid {
        Uuid::from_u64_pair(self.next(), self.next())
    }

    pub fn pick<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        &items[self.below(items.len() as u64) as usize]
    }
}

pub fn key() -> SigningKey {
    SigningKey::from_seed(&[7; 32])
}

pub fn entry(byte: u8, seq: u64) -> VectorEntry {
    VectorEntry {
        site: Uuid::from_bytes([byte; 16]),
        seq,
        hash: [byte; 16],
    }
}

/// Four changes of two records, in two transactions, with everything that a change can carry.
pub fn small() -> Segment {
    let text = |text: &str| changelog::codec::value(&domain::Value::Text(text.into()));
    let change = |seq, hlc, record: u8, column, value| Change {
        seq,
        hlc,
        table: 300,
        record: Uuid::from_bytes([record; 16]),
        column,
        value,
        reopens: None,
        unseen: Vec::new(),
        transaction: None,
    };
    let wall = 1_760_000_000_000_i64;
    let hlc = (wall as u64) << 16;
    let mut changes = vec![
        change(1, hlc, 1, 0x0103, text("Pathways")),
        change(2, hlc + 1, 1, 0x0203, text("Filières")),
        change(3, hlc + (90_000 << 16), 2, 3, text("Labour")),
        // A value of a form that this build does not know.
        change(
            4,
            hlc + (90_000 << 16) + 1,
            1,
            9,
            vec![0x82, 0x18, 0x63, 0xf5],
        ),
    ];
    changes[0].transaction = Some(Transaction {
        wall,
        person: Some(Uuid::from_bytes([5; 16])),
        origin: Origin::Typed,
        reason: None,
        undoes: None,
    });
    changes[2].transaction = Some(Transaction {
        wall: wall + 90_001,
        person: None,
        origin: Origin::Undo,
        reason: Some("as agreed".into()),
        undoes: Some(entry(8, 12)),
    });
    changes[2].reopens = Some(entry(9, 40));
    changes[3].unseen = vec![entry(6, 70), entry(7, 1)];
    Segment {
        network: Uuid::from_bytes([10; 16]),
        site: Uuid::from_bytes([11; 16]),
        first: 1,
        previous: None,
        epoch: Some(vec![entry(6, 80), entry(9, 44)]),
        changes,
    }
}
