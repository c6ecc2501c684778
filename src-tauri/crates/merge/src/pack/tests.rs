//! What a file must hold to be taken, and that nothing else is.

use std::io::Cursor;

use changelog::segment::{self, NoNames, Segment};
use changelog::{Change, Origin, Transaction};
use domain::Value;
use proptest::prelude::*;

use super::*;

fn key() -> SigningKey {
    SigningKey::from_seed(&[7; 32])
}

fn sealed(number: u64) -> Vec<u8> {
    let change = Change {
        seq: 1,
        hlc: number << 16,
        table: 3,
        record: Uuid::from_u128(number.into()),
        column: 16,
        value: codec::value(&Value::Text(format!("value {number}"))),
        reopens: None,
        unseen: Vec::new(),
        transaction: Some(Transaction {
            wall: 1,
            person: None,
            origin: Origin::Typed,
            reason: None,
            undoes: None,
        }),
    };
    let segment = Segment {
        network: Uuid::from_u128(1),
        site: Uuid::from_u128(100 + u128::from(number)),
        first: 1,
        previous: None,
        epoch: None,
        changes: vec![change],
    };
    segment::seal(&segment, &key(), &NoNames).unwrap()
}

fn about() -> About {
    About {
        network: Uuid::from_u128(1),
        site: Uuid::from_u128(2),
        label: "laptop".into(),
        person: Some("Ana".into()),
        made: 1_800_000_000_000,
        vector: vec![VectorEntry {
            site: Uuid::from_u128(2),
            seq: 4,
            hash: [9; 16],
        }],
    }
}

fn private() -> Vec<Private> {
    vec![Private {
        person: Uuid::from_u128(5),
        key: [3; 32],
        values: vec![(4, 20, b"value".to_vec())],
    }]
}

fn packed(segments: &[Vec<u8>], private: &[Private]) -> Vec<u8> {
    let mut bytes = Vec::new();
    write_to(&mut bytes, &about(), segments, private, &key()).unwrap();
    bytes
}

fn read_bytes(bytes: &[u8]) -> Result<Pack, PackError> {
    read_any(Cursor::new(bytes), None)
}

fn code(bytes: &[u8]) -> &'static str {
    read_bytes(bytes).map_or_else(|error| error.code(), |_| "taken")
}

#[test]
fn what_was_packed_is_what_is_read() {
    let segments = [sealed(1), sealed(2)];
    let bytes = packed(&segments, &private());
    assert_eq!(bytes, packed(&segments, &private()), "the same each time");
    let pack = read_bytes(&bytes).unwrap();
    assert_eq!(pack.about, Some(about()));
    assert_eq!(pack.private, private());
    let read: Vec<&Vec<u8>> = pack.segments.iter().map(|sealed| &sealed.bytes).collect();
    assert_eq!(read, [&segments[0], &segments[1]]);
    let bare = read_bytes(&segments[0]).unwrap();
    assert_eq!(
        (bare.about, bare.segments.len()),
        (None, 1),
        "a segment alone, too"
    );
}

#[test]
fn a_file_that_stops_anywhere_is_refused() {
    let bytes = packed(&[sealed(1)], &private());
    for length in 0..bytes.len() {
        assert_eq!(code(&bytes[..length]), "truncated", "at {length}");
    }
    let mut longer = bytes.clone();
    longer.push(0);
    assert_eq!(code(&longer), "damaged");
}

#[test]
fn a_file_with_one_other_bit_is_refused() {
    let bytes = packed(&[sealed(1)], &[]);
    for at in 0..bytes.len() {
        for bit in 0..8 {
            let mut flipped = bytes.clone();
            flipped[at] ^= 1 << bit;
            assert_ne!(code(&flipped), "taken", "bit {bit} of byte {at}");
        }
    }
}

#[test]
fn a_forged_end_is_told_from_damage() {
    let bytes = packed(&[sealed(1)], &[]);
    let mut forged = bytes.clone();
    let last = forged.len() - 1;
    forged[last] ^= 1;
    assert_eq!(code(&forged), "bad_signature");
    let mut newer = bytes;
    newer[9] = 2;
    newer[11] = 2;
    assert_eq!(code(&newer), "too_new");
    for other in [&b"Dear colleagues, please find"[..], &[0; 4096]] {
        assert_eq!(code(other), "not_a_pack");
    }
}

#[test]
fn what_is_only_claimed_takes_no_memory() {
    let mut bytes = MAGIC.to_vec();
    bytes.extend([0, 1, 0, 1, SEGMENT]);
    bytes.extend(u32::MAX.to_be_bytes());
    assert_eq!(code(&bytes), "too_large");
    let mut bytes = MAGIC.to_vec();
    bytes.extend([0, 1, 0, 1, SEGMENT]);
    bytes.extend(segment::MAX_BODY.to_be_bytes());
    bytes.extend([0; 100]);
    assert_eq!(
        code(&bytes),
        "truncated",
        "read as it comes, however much is claimed"
    );
}

#[test]
fn a_later_build_may_add_what_can_be_passed_over() {
    let mut bytes = Vec::new();
    {
        let mut out = Hashed {
            inner: &mut bytes,
            hasher: crypto::Hasher::default(),
        };
        out.write_all(&MAGIC).unwrap();
        out.write_all(&[0, 2, 0, 1]).unwrap();
        item(&mut out, ABOUT, &about_bytes(&about())).unwrap();
        item(&mut out, 200, b"something of later").unwrap();
        item(&mut out, SEGMENT, &sealed(1)).unwrap();
        let hash = out.hasher.finish();
        let trailer = [&hash[..], &key().public(), &key().sign_file(&hash)].concat();
        item(&mut out, TRAILER, &trailer).unwrap();
    }
    assert_eq!(read_bytes(&bytes).unwrap().segments.len(), 1);
}

fn zipped(entries: &[(&str, &[u8])]) -> Vec<u8> {
    zipped_by(zip::CompressionMethod::Stored, entries)
}

fn zipped_by(method: zip::CompressionMethod, entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in entries {
        let options = zip::write::SimpleFileOptions::default().compression_method(method);
        out.start_file(*name, options).unwrap();
        out.write_all(bytes).unwrap();
    }
    out.finish().unwrap().into_inner()
}

#[test]
fn a_zip_is_looked_into_and_its_names_mean_nothing() {
    let bytes = packed(&[sealed(1)], &[]);
    let wrapped = zipped(&[
        ("readme.txt", b"hello"),
        ("../../../etc/passwd", bytes.as_slice()),
    ]);
    assert_eq!(read_bytes(&wrapped).unwrap().segments.len(), 1);
    assert_eq!(code(&zipped(&[("a.txt", b"hello")])), "not_a_pack");
    let inside = zipped(&[("inner.zip", wrapped.as_slice())]);
    assert_eq!(code(&inside), "not_a_pack", "one wrapping, no more");
    assert_eq!(code(&wrapped[..wrapped.len() / 2]), "damaged");
}

#[test]
fn a_zip_that_swells_is_refused_and_what_is_beside_it_is_read() {
    let mut bomb = MAGIC.to_vec();
    bomb.extend([0, 1, 0, 1]);
    for _ in 0..16 {
        bomb.push(200);
        bomb.extend(MAX_ITEM.to_be_bytes());
        bomb.extend(vec![0; MAX_ITEM as usize]);
    }
    let deflated = zip::CompressionMethod::Deflated;
    let swells = zipped_by(deflated, &[("a.workstreams", &bomb)]);
    assert!(swells.len() < 64 << 10);
    assert_eq!(code(&swells), "too_large");
    // It says that it is small.
    let mut lies = swells.clone();
    let length = (bomb.len() as u32).to_le_bytes();
    for at in 0..lies.len() - 4 {
        if lies[at..at + 4] == length {
            lies[at..at + 4].copy_from_slice(&100_u32.to_le_bytes());
        }
    }
    assert_ne!(lies, swells);
    assert!(["truncated", "damaged"].contains(&code(&lies)));
    let good = packed(&[sealed(1)], &private());
    let beside = zipped_by(
        deflated,
        &[("a.workstreams", &bomb), ("b.workstreams", &good)],
    );
    assert_eq!(read_bytes(&beside).unwrap().segments.len(), 1);
}

#[test]
fn whoever_packed_what_others_wrote_it_is_taken() {
    let mut bytes = Vec::new();
    let stranger = SigningKey::from_seed(&[8; 32]);
    write_to(&mut bytes, &about(), &[sealed(1)], &[], &stranger).unwrap();
    assert_eq!(read_bytes(&bytes).unwrap().segments.len(), 1);
}

#[test]
fn a_passphrase_opens_what_it_closed() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.workstreams");
    write(
        &file,
        &about(),
        &[sealed(1)],
        &[],
        &key(),
        Some("open sesame"),
    )
    .unwrap();
    assert_eq!(read(&file, Some("open sesame")).unwrap().segments.len(), 1);
    for wrong in [None, Some("another")] {
        assert_eq!(read(&file, wrong).unwrap_err().code(), "wrong_passphrase");
    }
    let left: Vec<_> = std::fs::read_dir(folder.path()).unwrap().collect();
    assert_eq!(left.len(), 1, "no draft is left behind");
    assert_eq!(read(folder.path(), None).unwrap_err().code(), "not_a_pack");
    let nowhere = folder.path().join("nowhere");
    assert_eq!(read(&nowhere, None).unwrap_err().code(), "file_unreadable");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]
    #[test]
    fn whatever_happens_to_a_file_it_is_whole_or_refused(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0..3_u8), 1..6),
    ) {
        let good = packed(&[sealed(1), sealed(2)], &private());
        let mut bytes = good.clone();
        for (at, byte, how) in changes {
            let at = at.index(bytes.len().max(1));
            match how {
                0 if at < bytes.len() => bytes[at] = byte,
                1 => bytes.insert(at, byte),
                _ if at < bytes.len() => { bytes.remove(at); }
                _ => {}
            }
        }
        prop_assert!(read_bytes(&bytes).is_err() || bytes == good);
    }
}
