//! Files that claim much more than they hold: refused by name, in little memory, and the next one is taken.

#[allow(dead_code, reason = "the tests of segments use the rest")]
#[path = "../../src-tauri/crates/changelog/tests/segment/fixture.rs"]
mod fixture;
#[allow(dead_code, reason = "the tests of segments use the rest")]
#[path = "../../src-tauri/crates/changelog/tests/segment/forged.rs"]
mod forged;

use std::fs::{self, File};
use std::io::{Cursor, Write};

use self::forged::{Forged, varint};
use super::limits::under;
use crate::support::{Store, checked, rows_of};

const MIB: usize = 1 << 20;

/// All the address space that the program gets, in KiB: what an honest file needs, with some room.
const LITTLE: u64 = 128 << 10;

/// What begins an item that is a segment, and the longest that one may be.
const SEGMENT: u8 = 2;
const BODY: u32 = 64 << 20;

/// The beginning of a file that packs something, and of an item in it.
fn pack_with(what: u8, length: u32) -> Vec<u8> {
    let mut bytes = b"\x89WSPK\r\n\x1a\0\x01\0\x01".to_vec();
    bytes.push(what);
    bytes.extend(length.to_be_bytes());
    bytes
}

/// A segment with a valid signature that says what no build writes.
fn forged(change: impl FnOnce(&mut Forged)) -> Vec<u8> {
    let mut forged = Forged::of(&fixture::small());
    forged.network = domain::ids::PUBLICATION.into_bytes();
    (forged.first, forged.previous, forged.epoch) = (1, None, None);
    change(&mut forged);
    forged.bytes()
}

/// A zip of a file with some items of 64 MiB, all noughts, in few bytes.
fn noughts(items: usize) -> Vec<u8> {
    let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default()
        .compression_method(zip::CompressionMethod::Deflated);
    out.start_file("all.workstreams", options).unwrap();
    out.write_all(&pack_with(SEGMENT, BODY)).unwrap();
    let item = vec![0; BODY as usize];
    for _ in 1..items {
        out.write_all(&item).unwrap();
        out.write_all(&[SEGMENT]).unwrap();
        out.write_all(&BODY.to_be_bytes()).unwrap();
    }
    out.write_all(&item).unwrap();
    out.finish().unwrap().into_inner()
}

fn hostile() -> Vec<(&'static str, &'static str, Vec<u8>)> {
    let bodies = |length: usize| zstd::encode_all(&vec![0; length][..], 1).unwrap();
    vec![
        (
            "an item of 4 GiB",
            "too_large",
            pack_with(SEGMENT, u32::MAX),
        ),
        (
            "an item that does not come",
            "truncated",
            pack_with(SEGMENT, BODY),
        ),
        (
            "a milliard of changes",
            "too_large",
            forged(|forged| forged.last = 1_000_000_000),
        ),
        (
            "a million of changes that are not there",
            "damaged",
            forged(|forged| forged.last = 1_000_000),
        ),
        (
            "a body larger than it says",
            "damaged",
            forged(|forged| forged.body = bodies(256 * MIB)),
        ),
        (
            "columns that are not there",
            "damaged",
            forged(|forged| forged.set_raw(&varint(1 << 60))),
        ),
        ("a zip of noughts", "too_large", noughts(2)),
    ]
}

#[test]
fn what_is_only_claimed_takes_little_memory() {
    let (ana, ben) = (Store::published(), Store::published());
    ana.add("organisation", &["name=Honest"]);
    let honest = ana.folder().join("honest.workstreams");
    let honest = honest.display().to_string();
    ana.json(&["pack", &honest]);
    let little = format!("export MALLOC_ARENA_MAX=1; ulimit -v {LITTLE}");
    let before = ben.digest();
    let file = ben.folder().join("hostile.workstreams");
    let name = file.display().to_string();
    let args = ["--json", "merge", &name];
    let refused = |what: &str, code: &str| {
        let output = under(&ben, &little, &args);
        assert_eq!(output.code, 1, "{what}: {output:?}");
        let answer = checked(&output.stdout, &args);
        assert_eq!(rows_of(&answer)[0]["code"], code, "{what}: {answer}");
        assert_eq!(ben.digest(), before, "{what}");
    };
    for (what, code, bytes) in hostile() {
        assert!(bytes.len() < 2 * MIB, "{what}: the file itself is small");
        fs::write(&file, bytes).unwrap();
        refused(what, code);
    }
    // As a file service sets room aside for what is still to come.
    File::create(&file).unwrap().set_len(4 << 30).unwrap();
    refused("4 GiB of noughts", "not_a_pack");
    let args = ["--json", "merge", &name, &honest];
    let output = under(&ben, &little, &args);
    let answer = checked(&output.stdout, &args);
    assert_eq!(rows_of(&answer)[1]["result"], "merged", "{answer}");
    assert_eq!(ben.digest(), ana.digest());
}
