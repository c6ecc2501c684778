//! What is sealed comes back.

use changelog::segment::{
    FORMAT, MAX_SEQ, MIN_READER, NoNames, PREFIX, RowName, Segment, SegmentError, length, open,
    read_header, seal, split,
};
use changelog::{Change, Origin, Transaction, codec};
use domain::Value;
use domain::value::VectorEntry;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use uuid::Uuid;

use crate::fixture::{Chance, Listed, entry, key, small};

fn any_entry() -> impl Strategy<Value = VectorEntry> {
    (any::<u128>(), 0..MAX_SEQ, any::<[u8; 16]>()).prop_map(|(site, seq, hash)| VectorEntry {
        site: Uuid::from_u128(site),
        seq,
        hash,
    })
}

fn any_transaction() -> impl Strategy<Value = Transaction> {
    let origin = proptest::sample::select(Origin::ALL.to_vec());
    let person = option::of((0..3_u128).prop_map(Uuid::from_u128));
    (
        any::<i64>(),
        person,
        origin,
        option::of(".*"),
        option::of(any_entry()),
    )
        .prop_map(|(wall, person, origin, reason, undoes)| Transaction {
            wall,
            person,
            origin,
            reason,
            undoes,
        })
}

/// Few records, so that rows repeat; times from anywhere, because nothing is refused for its time.
fn any_change() -> impl Strategy<Value = Change> {
    let hlc = prop_oneof![
        any::<u64>(),
        (0..1_u64 << 20).prop_map(|time| 1_760_000_000_000 << 16 | time)
    ];
    let column = prop_oneof![0..20_u16, any::<u16>()];
    let known = vec(any::<u8>(), 0..40);
    (
        (hlc, 0..3_u16, 0..8_u128, column, known),
        (
            option::weighted(0.1, any_entry()),
            vec(any_entry(), 0..3),
            option::of(any_transaction()),
        ),
    )
        .prop_map(
            |((hlc, table, record, column, value), (reopens, unseen, transaction))| Change {
                seq: 0,
                hlc,
                table,
                record: Uuid::from_u128(record),
                column,
                value,
                reopens,
                unseen,
                transaction,
            },
        )
}

fn any_segment() -> impl Strategy<Value = Segment> {
    let first = prop_oneof![Just(1), 2..100_u64, 2..MAX_SEQ - 64];
    (
        first,
        any::<[u8; 32]>(),
        option::of(vec(any_entry(), 0..4)),
        vec(any_change(), 1..40),
    )
        .prop_map(|(first, hash, epoch, mut changes)| {
            for (change, seq) in changes.iter_mut().zip(first..) {
                change.seq = seq;
            }
            Segment {
                network: Uuid::from_u128(1),
                site: Uuid::from_u128(2),
                first,
                previous: (first > 1).then_some(hash),
                epoch,
                changes,
            }
        })
}

/// Names of some records; among them names that cannot be used here, and two records under one name.
fn any_names() -> impl Strategy<Value = Listed> {
    let seq = prop_oneof![0..5_u64, any::<u64>()];
    let name = prop_oneof![
        seq.clone().prop_map(|seq| RowName::Own { seq }),
        (0..5_u32, seq).prop_map(|(entry, seq)| RowName::Epoch { entry, seq }),
    ];
    vec((name, (0..8_u128).prop_map(Uuid::from_u128)), 0..8).prop_map(Listed::new)
}

proptest! {
    #[test]
    fn a_sealed_segment_opens_as_it_was(segment in any_segment(), names in any_names()) {
        let bytes = seal(&segment, &key(), &names).unwrap();
        prop_assert_eq!(seal(&segment, &key(), &names).unwrap(), &bytes[..], "the same segment must give the same bytes");
        prop_assert_eq!(open(&bytes, &names), Ok(segment));
    }

    #[test]
    fn without_names_it_opens_or_waits(segment in any_segment(), names in any_names()) {
        let bytes = seal(&segment, &key(), &names).unwrap();
        match open(&bytes, &NoNames) {
            Ok(opened) => prop_assert_eq!(opened, segment),
            Err(error) => prop_assert_eq!(error.code(), "waiting"),
        }
    }

    #[test]
    fn the_header_says_what_the_segment_is(segment in any_segment()) {
        let bytes = seal(&segment, &key(), &NoNames).unwrap();
        let (header, body) = read_header(&bytes).unwrap();
        prop_assert_eq!((header.format, header.min_reader), (FORMAT, MIN_READER));
        prop_assert_eq!((header.network, header.site), (segment.network, segment.site));
        prop_assert_eq!((header.first, header.count()), (segment.first, segment.changes.len() as u64));
        prop_assert_eq!(header.last, segment.changes.last().unwrap().seq);
        prop_assert_eq!(Some(header.end), segment.end_hash());
        prop_assert_eq!((&header.previous, &header.epoch), (&segment.previous, &segment.epoch));
        prop_assert_eq!(header.key, key().public());
        prop_assert_eq!(header.body_len as usize, body.len());
        prop_assert_eq!(length(&bytes[..PREFIX]), Ok(bytes.len()));
    }
}

#[test]
fn segments_stand_one_after_the_other() {
    let first = small();
    let second = Segment {
        first: 5,
        previous: first.end_hash(),
        epoch: None,
        changes: vec![Change {
            seq: 5,
            hlc: 1,
            ..first.changes[1].clone()
        }],
        ..first.clone()
    };
    let parts = [
        seal(&first, &key(), &NoNames).unwrap(),
        seal(&second, &key(), &NoNames).unwrap(),
    ];
    let file = parts.concat();
    let opened: Vec<Segment> = split(&file)
        .map(|part| open(part.unwrap(), &NoNames).unwrap())
        .collect();
    assert_eq!(opened, [first.clone(), second.clone()]);

    // One history, however it was cut: the chain is that of all changes in one segment.
    let whole = Segment {
        changes: [first.changes, second.changes.clone()].concat(),
        ..first
    };
    assert_eq!(whole.end_hash(), second.end_hash());
    assert_eq!(whole.hashes().last(), second.hashes().last());
}

#[test]
fn a_body_larger_than_the_window_opens() {
    let mut chance = Chance(2);
    let mut segment = small();
    for change in &mut segment.changes[..2] {
        // Bytes that do not compress, so that the encoder has use for all the window it may have.
        change.value = (0..5 << 17)
            .flat_map(|_| chance.next().to_le_bytes())
            .collect();
    }
    let bytes = seal(&segment, &key(), &NoNames).unwrap();
    assert!(bytes.len() > 10 << 20);
    assert!(
        open(&bytes, &NoNames) == Ok(segment),
        "what is sealed must keep within the window that is opened"
    );
}

#[test]
fn the_epoch_is_part_of_the_chain() {
    let segment = small();
    let other = Segment {
        epoch: Some(vec![entry(6, 81)]),
        ..segment.clone()
    };
    let none = Segment {
        epoch: None,
        ..segment.clone()
    };
    let ends = [segment.end_hash(), other.end_hash(), none.end_hash()];
    assert!(
        ends[0] != ends[1] && ends[1] != ends[2] && ends[0] != ends[2],
        "an epoch must not be changeable"
    );
}

#[test]
fn a_value_of_a_later_build_passes_to_the_byte() {
    let bytes = seal(&small(), &key(), &NoNames).unwrap();
    let value = open(&bytes, &NoNames).unwrap().changes.pop().unwrap().value;
    assert_eq!(
        codec::read_value(&value),
        Value::Other(vec![0x82, 0x18, 0x63, 0xf5])
    );
}

#[test]
fn a_record_is_named_by_its_create_change_only_if_that_stands_before() {
    let mut segment = small();
    segment.first = 50;
    segment.previous = Some([1; 32]);
    segment
        .changes
        .iter_mut()
        .zip(50..)
        .for_each(|(change, seq)| change.seq = seq);
    let record = segment.changes[0].record;
    let sealed = |name| {
        let names = Listed::new([(name, record)]);
        let bytes = seal(&segment, &key(), &names).unwrap();
        assert_eq!(open(&bytes, &names).as_ref(), Ok(&segment));
        open(&bytes, &NoNames)
    };
    let short = [
        RowName::Own { seq: 1 },
        RowName::Own { seq: 49 },
        RowName::Epoch { entry: 0, seq: 80 },
        RowName::Epoch { entry: 1, seq: 1 },
    ];
    for name in short {
        assert_eq!(
            sealed(name),
            Err(SegmentError::Waiting(name)),
            "its past is not here"
        );
    }
    // Of this segment itself, before any chain, after any chain, of an entry that the epoch has not.
    let full = [
        RowName::Own { seq: 50 },
        RowName::Own { seq: 0 },
        RowName::Own { seq: MAX_SEQ },
        RowName::Epoch { entry: 0, seq: 0 },
        RowName::Epoch {
            entry: 0,
            seq: MAX_SEQ,
        },
        RowName::Epoch { entry: 2, seq: 1 },
    ];
    for name in full {
        assert_eq!(
            sealed(name).as_ref(),
            Ok(&segment),
            "{name:?} must be written as a full id"
        );
    }
}
