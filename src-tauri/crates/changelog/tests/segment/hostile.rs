//! What comes from others is hostile until checked: every fault has a name, and none of them is a panic.

use changelog::segment::{
    FORMAT, MAX_BODY, MAX_CHANGES, MAX_HEADER, MAX_RAW, MAX_SEQ, NoNames, PREFIX, RowName, Segment,
    SegmentError, length, open, read_header, seal, split,
};
use changelog::{SigningKey, codec};
use proptest::prelude::*;

use crate::fixture::{Listed, entry, key, small};
use crate::forged::{Forged, varint};

fn sealed() -> Vec<u8> {
    seal(&small(), &key(), &NoNames).unwrap()
}

fn code(bytes: &[u8]) -> &'static str {
    open(bytes, &NoNames).map_or_else(|error| error.code(), |_| "opened")
}

/// The code of an honest segment after one forgery under a valid signature.
fn forge(change: impl FnOnce(&mut Forged)) -> &'static str {
    let mut forged = Forged::of(&small());
    change(&mut forged);
    code(&forged.bytes())
}

/// The same for one column of the body, by its place in the order of columns.
fn forge_column(place: usize, column: Vec<u8>) -> &'static str {
    forge(|forged| {
        let mut columns = forged.columns();
        columns[place] = column;
        forged.set_columns(&columns);
    })
}

#[test]
fn the_forger_writes_what_the_builder_writes() {
    assert_eq!(
        Forged::of(&small()).bytes(),
        sealed(),
        "else the tests here would try another format"
    );
    assert_eq!(
        forge(|forged| forged.set_columns(&forged.columns())),
        "opened"
    );
}

#[test]
fn every_truncation_is_seen() {
    let bytes = sealed();
    for end in 0..bytes.len() {
        assert_eq!(
            read_header(&bytes[..end]).unwrap_err(),
            SegmentError::Truncated,
            "cut at {end}"
        );
        assert_eq!(code(&bytes[..end]), "truncated");
    }
    for end in 0..PREFIX {
        assert_eq!(length(&bytes[..end]), Err(SegmentError::Truncated));
    }
}

#[test]
fn every_flipped_bit_is_seen() {
    let bytes = sealed();
    let mut seen = std::collections::BTreeSet::new();
    for bit in 0..bytes.len() * 8 {
        let mut flipped = bytes.clone();
        flipped[bit / 8] ^= 1 << (bit % 8);
        let error =
            read_header(&flipped).expect_err("a flipped bit must be seen without opening the body");
        seen.insert(error.code());
    }
    let every = [
        "bad_signature",
        "damaged",
        "not_a_pack",
        "too_large",
        "too_new",
        "truncated",
    ];
    assert_eq!(seen.into_iter().collect::<Vec<_>>(), every);
}

#[test]
fn other_files_are_told_apart() {
    for bytes in [
        &b"PK\x03\x04"[..],
        b"workstreams",
        b"\x00",
        &[0; 4096],
        b"\x89WSLOG\n\n",
    ] {
        assert_eq!(code(bytes), "not_a_pack");
        assert_eq!(length(bytes), Err(SegmentError::NotASegment));
    }
    let mut longer = sealed();
    longer.push(0);
    assert_eq!(code(&longer), "damaged");
}

#[test]
fn a_signature_is_of_its_key_and_statement() {
    let bytes = sealed();
    let statement = bytes.len() - 64 - read_header(&bytes).unwrap().1.len();
    let resigned = |key: SigningKey| {
        let mut bytes = bytes.clone();
        let signature = key.sign(&bytes[..statement]);
        let end = bytes.len() - 64;
        bytes[end..].copy_from_slice(&signature);
        code(&bytes)
    };
    assert_eq!(resigned(key()), "opened");
    assert_eq!(resigned(SigningKey::from_seed(&[8; 32])), "bad_signature");
    assert_eq!(
        forge(|forged| forged.network[0] ^= 1),
        "opened",
        "the network is its author's to state"
    );
}

#[test]
fn lengths_beyond_the_limits_are_refused_before_anything_is_read() {
    let prefix = |header: u32, body: u32| {
        let mut bytes = sealed();
        bytes[12..16].copy_from_slice(&header.to_be_bytes());
        bytes[16..20].copy_from_slice(&body.to_be_bytes());
        bytes
    };
    assert_eq!(code(&prefix(u32::MAX, 1)), "too_large");
    assert_eq!(code(&prefix(1, u32::MAX)), "too_large");
    assert_eq!(code(&prefix(MAX_HEADER + 1, 1)), "too_large");
    assert_eq!(code(&prefix(1, MAX_BODY + 1)), "too_large");
    assert_eq!(code(&prefix(MAX_HEADER, MAX_BODY)), "truncated");
    assert_eq!(forge(|forged| forged.raw_len = MAX_RAW + 1), "too_large");
    assert_eq!(forge(|forged| forged.raw_len = MAX_RAW), "damaged");
    assert_eq!(forge(|forged| forged.raw_len -= 1), "damaged");
}

#[test]
fn numbers_of_changes_keep_their_bounds() {
    let numbered = |first, last| {
        forge(|forged| {
            forged.first = first;
            forged.last = last;
            forged.previous = (first != 1).then_some([1; 32]);
        })
    };
    assert_eq!(numbered(1, MAX_SEQ), "too_large");
    assert_eq!(numbered(u64::MAX, u64::MAX), "too_large");
    assert_eq!(numbered(1, MAX_CHANGES + 1), "too_large");
    assert_eq!(
        numbered(1, MAX_CHANGES),
        "damaged",
        "more changes stated than there are bytes for"
    );
    assert_eq!(numbered(1, 5), "damaged");
    assert_eq!(numbered(1, 3), "damaged");
    assert_eq!(numbered(0, 3), "damaged");
    assert_eq!(numbered(5, 4), "damaged");
    assert_eq!(
        numbered(2, 5),
        "damaged",
        "another chain than the stated one"
    );
    assert_eq!(
        forge(|forged| forged.previous = Some([1; 32])),
        "damaged",
        "nothing stands before the first change"
    );
    assert_eq!(
        forge(|forged| forged.epoch = Some(vec![entry(1, MAX_SEQ)])),
        "too_large"
    );
}

#[test]
fn a_vector_keeps_its_bound() {
    let entries = |count| (0..count).map(|seq| entry(1, seq)).collect::<Vec<_>>();
    assert_eq!(
        forge(|forged| forged.epoch = Some(entries(codec::MAX_VECTOR + 1))),
        "too_large"
    );
    assert_eq!(
        forge(|forged| forged.epoch = Some(entries(codec::MAX_VECTOR))),
        "damaged",
        "another chain"
    );
    let full = Segment {
        epoch: Some(entries(codec::MAX_VECTOR)),
        ..small()
    };
    let bytes = seal(&full, &key(), &NoNames).unwrap();
    assert_eq!(open(&bytes, &NoNames), Ok(full), "as many as may be");
}

#[test]
fn the_chain_must_end_in_the_stated_hash() {
    assert_eq!(forge(|forged| forged.end[31] ^= 1), "damaged");
    assert_eq!(forge(|forged| forged.site[0] ^= 1), "damaged");
    assert_eq!(forge(|forged| forged.epoch = None), "damaged");
}

#[test]
fn a_body_that_is_no_frame_is_damaged() {
    assert_eq!(
        forge(|forged| forged.body = b"not compressed".to_vec()),
        "damaged"
    );
    assert_eq!(forge(|forged| forged.body.clear()), "damaged");
    assert_eq!(
        forge(|forged| forged.body.truncate(forged.body.len() - 1)),
        "damaged"
    );
    assert_eq!(forge(|forged| forged.body.push(0)), "damaged");
    let empty = zstd::encode_all(&[][..], 1).unwrap();
    let skippable = [0x50, 0x2a, 0x4d, 0x18, 0, 0, 0, 0];
    assert_eq!(
        forge(|forged| forged.body.extend(&empty)),
        "damaged",
        "one frame, not two"
    );
    assert_eq!(
        forge(|forged| forged.body.extend(skippable)),
        "damaged",
        "one frame, not two"
    );
    assert_eq!(forge(|forged| forged.set_raw(&[])), "damaged");
    assert_eq!(forge(|forged| forged.set_raw(&varint(u64::MAX))), "damaged");
}

#[test]
fn columns_must_say_the_same() {
    let columns = Forged::of(&small()).columns();
    assert_eq!(columns.len(), 20);
    for (place, column) in columns.iter().enumerate() {
        let longer = [&column[..], &[0]].concat();
        assert_ne!(
            forge_column(place, longer),
            "opened",
            "column {place} with a byte more"
        );
        if let Some((_, shorter)) = column.split_last() {
            assert_eq!(
                forge_column(place, shorter.to_vec()),
                "damaged",
                "column {place} with a byte less"
            );
        }
        // A number of the longest form, in which lengths and counts claim all there could ever be.
        let claim = [&varint(u64::MAX)[..], column].concat();
        assert_ne!(
            forge_column(place, claim),
            "opened",
            "column {place} with a claim before it"
        );
    }
    assert_eq!(
        forge(|forged| forged.set_columns(&columns[..19])),
        "damaged"
    );
    assert_eq!(
        forge(|forged| forged.set_columns(&[&columns[..], &[vec![1]]].concat())),
        "damaged"
    );
}

#[test]
fn the_body_has_no_room_for_more() {
    let columns = Forged::of(&small()).columns();
    let one_more = |places: [usize; 3], bytes: [&[u8]; 3]| {
        let mut columns = columns.clone();
        for (place, bytes) in places.into_iter().zip(bytes) {
            columns[place].extend_from_slice(bytes);
        }
        forge(|forged| forged.set_columns(&columns))
    };
    let (tables, forms, ids) = (0, 1, 4);
    assert_eq!(
        one_more([tables, forms, ids], [&[1], &[0], &[9; 16]]),
        "damaged",
        "a row that no change has"
    );
    let after = |forged: &mut Forged| {
        let raw = zstd::decode_all(&forged.body[..]).unwrap();
        forged.set_raw(&[&raw[..], &[0]].concat());
    };
    assert_eq!(forge(after), "damaged", "a byte after the columns");
}

#[test]
fn rows_must_be_named_before_they_are_used() {
    let (forms, rows) = (1, 7);
    assert_eq!(Forged::of(&small()).columns()[rows], [1, 0, 1, 3]);
    assert_eq!(
        forge_column(rows, vec![0, 0, 1, 3]),
        "damaged",
        "the row of the change before the first"
    );
    assert_eq!(
        forge_column(rows, vec![0, 1, 1, 3]),
        "damaged",
        "a code that happens to lead to the same rows"
    );
    assert_eq!(
        forge_column(rows, vec![1, 1, 1, 1]),
        "damaged",
        "more rows than named"
    );
    assert_eq!(
        forge_column(rows, vec![1, 0, 0, 0]),
        "damaged",
        "a row that no change has"
    );
    assert_eq!(
        forge_column(rows, vec![1, 0, 1, 4]),
        "damaged",
        "a row before the first"
    );
    assert_eq!(
        forge_column(rows, vec![1, 0, 1, 2]),
        "damaged",
        "another row, so another chain"
    );
    assert_eq!(
        forge_column(forms, vec![0, 3]),
        "damaged",
        "a form of name that there is not"
    );
}

#[test]
fn a_short_name_keeps_within_what_it_can_name() {
    // The forms and the entries and numbers that the two rows are named by.
    let named = |forms: [u8; 2], entries: Vec<u64>, seqs: Vec<u64>| {
        forge(|forged| {
            let mut columns = forged.columns();
            columns[1] = forms.to_vec();
            columns[2] = entries.into_iter().flat_map(varint).collect();
            columns[3] = seqs.into_iter().flat_map(varint).collect();
            let ids = forms.iter().filter(|&&form| form == 0).count();
            columns[4].truncate(16 * ids);
            forged.set_columns(&columns);
        })
    };
    assert_eq!(named([0, 1], vec![1], vec![40]), "waiting");
    assert_eq!(
        named([0, 1], vec![2], vec![40]),
        "damaged",
        "the epoch has two entries"
    );
    assert_eq!(named([0, 1], vec![1 << 32], vec![40]), "damaged");
    assert_eq!(named([0, 1], vec![1], vec![0]), "damaged");
    assert_eq!(named([0, 1], vec![1], vec![MAX_SEQ]), "damaged");
    assert_eq!(
        named([0, 2], vec![], vec![1]),
        "damaged",
        "nothing stands before the first change"
    );
}

#[test]
fn a_name_that_leads_to_another_record_is_seen() {
    let segment = small();
    let name = RowName::Epoch { entry: 0, seq: 3 };
    let bytes = seal(
        &segment,
        &key(),
        &Listed::new([(name, segment.changes[0].record)]),
    )
    .unwrap();
    let elsewhere = Listed::new([(name, segment.changes[2].record)]);
    assert_eq!(open(&bytes, &elsewhere).unwrap_err().code(), "damaged");
}

#[test]
fn a_later_format_is_read_as_far_as_it_allows() {
    assert_eq!(forge(|forged| forged.format = FORMAT + 1), "opened");
    let with_more = |format| {
        forge(|forged| {
            forged.format = format;
            forged.more = vec![7];
            let mut columns = forged.columns();
            columns.push(b"of a later build".to_vec());
            forged.set_columns(&columns);
        })
    };
    assert_eq!(
        forge(|forged| forged.more = vec![7]),
        "damaged",
        "this format has no such item"
    );
    assert_eq!(with_more(FORMAT + 1), "opened");
    assert_eq!(
        with_more(FORMAT),
        "damaged",
        "this format has no such items"
    );
    assert_eq!(forge(|forged| forged.min_reader = FORMAT + 1), "too_new");
    assert_eq!(forge(|forged| forged.min_reader = 0), "damaged");
    assert_eq!(forge(|forged| forged.format = 0), "damaged");
}

#[test]
fn a_segment_that_is_too_new_does_not_hide_those_after_it() {
    let mut newer = Forged::of(&small());
    newer.min_reader = FORMAT + 1;
    let file = [sealed(), newer.bytes(), sealed()].concat();
    let codes: Vec<_> = split(&file).map(|part| code(part.unwrap())).collect();
    assert_eq!(codes, ["opened", "too_new", "opened"]);
}

#[test]
fn splitting_ends_where_the_next_segment_is_not_known() {
    let mut file = [sealed(), sealed()].concat();
    file.truncate(file.len() - 1);
    let parts: Vec<_> = split(&file).map(|part| part.map(<[u8]>::len)).collect();
    assert_eq!(parts, [Ok(sealed().len()), Err(SegmentError::Truncated)]);
    let file = [sealed(), b"something else".to_vec(), sealed()].concat();
    let parts: Vec<_> = split(&file).map(|part| part.map(<[u8]>::len)).collect();
    assert_eq!(parts, [Ok(sealed().len()), Err(SegmentError::NotASegment)]);
    assert_eq!(split(&[]).count(), 0);
}

#[test]
fn what_could_not_be_opened_is_not_sealed() {
    let refused = |change: fn(&mut Segment)| {
        let mut segment = small();
        change(&mut segment);
        seal(&segment, &key(), &NoNames).unwrap_err().code()
    };
    let entries = |count| (0..count).map(|seq| entry(1, seq)).collect::<Vec<_>>();
    assert_eq!(refused(|segment| segment.changes.clear()), "unsealable");
    assert_eq!(refused(|segment| segment.changes[2].seq = 7), "unsealable");
    assert_eq!(refused(|segment| segment.first = 2), "unsealable");
    assert_eq!(
        refused(|segment| segment.previous = Some([0; 32])),
        "unsealable"
    );
    assert_eq!(refused(|segment| segment.first = MAX_SEQ), "too_large");
    assert_eq!(
        refused(|segment| segment.epoch = Some(vec![entry(1, MAX_SEQ)])),
        "too_large"
    );
    let mut segment = Segment {
        epoch: Some(entries(codec::MAX_VECTOR + 1)),
        ..small()
    };
    assert_eq!(
        seal(&segment, &key(), &NoNames).unwrap_err().code(),
        "too_large"
    );
    segment.epoch = None;
    segment.changes[1].unseen = entries(codec::MAX_VECTOR + 1);
    assert_eq!(
        seal(&segment, &key(), &NoNames).unwrap_err().code(),
        "too_large"
    );
    let mut last = small();
    last.first = MAX_SEQ - 4;
    last.previous = Some([1; 32]);
    last.changes
        .iter_mut()
        .zip(last.first..)
        .for_each(|(change, seq)| change.seq = seq);
    assert_eq!(
        code(&seal(&last, &key(), &NoNames).unwrap()),
        "opened",
        "the last numbers that there are"
    );
    last.first += 1;
    last.changes.iter_mut().for_each(|change| change.seq += 1);
    assert_eq!(
        seal(&last, &key(), &NoNames).unwrap_err().code(),
        "too_large"
    );
}

proptest! {
    #[test]
    fn any_bytes_are_refused(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        prop_assert!(open(&bytes, &NoNames).is_err());
        let after_the_magic = [b"\x89WSLOG\r\n\x00\x01\x00\x01", &bytes[..]].concat();
        prop_assert!(open(&after_the_magic, &NoNames).is_err());
    }

    #[test]
    fn any_body_under_a_valid_signature_is_refused(raw in proptest::collection::vec(any::<u8>(), 0..300)) {
        prop_assert_eq!(forge(|forged| forged.set_raw(&raw)), "damaged");
    }

    /// A signed body with a few bytes changed: the chain shows whatever the columns do not.
    #[test]
    fn a_changed_body_is_never_taken_for_another(
        changes in proptest::collection::vec((any::<proptest::sample::Index>(), any::<u8>()), 1..4)
    ) {
        let mut forged = Forged::of(&small());
        let mut raw = zstd::decode_all(&forged.body[..]).unwrap();
        for (index, byte) in changes {
            let index = index.index(raw.len());
            raw[index] = byte;
        }
        forged.set_raw(&raw);
        if let Ok(opened) = open(&forged.bytes(), &NoNames) {
            prop_assert_eq!(opened, small());
        }
    }
}
