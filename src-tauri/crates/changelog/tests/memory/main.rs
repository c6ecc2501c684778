//! How much memory hostile segments can make this program ask for.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test stops at the first surprise"
)]
#![cfg(target_os = "linux")]

#[allow(dead_code, reason = "the tests of segments use the rest")]
#[path = "../segment/fixture.rs"]
mod fixture;
#[allow(dead_code, reason = "the tests of segments use the rest")]
#[path = "../segment/forged.rs"]
mod forged;

use std::io::Write;
use std::path::Path;
use std::process::Command;

use changelog::segment::{MAX_CHANGES, MAX_RAW, NoNames, open, seal};

use fixture::{key, small};
use forged::{Forged, varint};

const MIB: u64 = 1 << 20;

/// The most address space that the process has had, in bytes: what was asked for, whether touched or not.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmPeak:"))
        .unwrap();
    line.trim()
        .strip_suffix(" kB")
        .unwrap()
        .parse::<u64>()
        .unwrap()
        * 1024
}

/// A frame of many noughts in few bytes.
fn noughts(count: u64, window_log: u32) -> Vec<u8> {
    let mut encoder = zstd::Encoder::new(Vec::new(), 1).unwrap();
    encoder.window_log(window_log).unwrap();
    let block = vec![0; MIB as usize];
    for _ in 0..count / MIB {
        encoder.write_all(&block).unwrap();
    }
    encoder.finish().unwrap()
}

fn hostile() -> Vec<(&'static str, &'static str, Vec<u8>)> {
    let forge = |change: &dyn Fn(&mut Forged)| {
        let mut forged = Forged::of(&small());
        change(&mut forged);
        forged.bytes()
    };
    let column = |place: usize, column: &[u8]| {
        forge(&|forged| {
            let mut columns = forged.columns();
            columns[place] = column.to_vec();
            forged.set_columns(&columns);
        })
    };
    let bomb = noughts(512 * MIB, 20);
    let wide = noughts(64 * MIB, 27);
    let entries = [&[0][..], &varint(10_000), &[0; 40]].concat();
    vec![
        (
            "a body that claims to be large",
            "damaged",
            forge(&|forged| forged.raw_len = MAX_RAW),
        ),
        (
            "a body larger than it claims",
            "damaged",
            forge(&|forged| forged.body = bomb.clone()),
        ),
        (
            "a window beyond the limit",
            "too_large",
            forge(&|forged| {
                forged.body = wide.clone();
                forged.raw_len = 64 << 20;
            }),
        ),
        (
            "changes that are not there",
            "damaged",
            forge(&|forged| forged.last = MAX_CHANGES),
        ),
        (
            "columns that are not there",
            "damaged",
            forge(&|forged| forged.set_raw(&varint(1 << 60))),
        ),
        (
            "a column longer than the body",
            "damaged",
            forge(&|forged| {
                forged.set_raw(&[&[20][..], &varint(1 << 40).repeat(20)].concat());
            }),
        ),
        (
            "a value that is not there",
            "damaged",
            column(9, &varint(1 << 40).repeat(4)),
        ),
        (
            "a reason that is not there",
            "damaged",
            column(16, &varint(1 << 40)),
        ),
        ("heads that are not there", "damaged", column(19, &entries)),
        (
            "rows without changes",
            "damaged",
            column(1, &vec![0; 8 << 20]),
        ),
    ]
}

/// Opens a file in a process of its own, so that nothing done before hides what it asks for; the code, and by how much the
/// process grew in bytes.
fn opened(honest: &Path, hostile: &Path) -> (String, u64) {
    let output = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "claims_cost_no_memory", "--nocapture"])
        .envs([("HONEST", honest), ("HOSTILE", hostile)])
        // Else the allocator sets 64 MiB aside for each thread, in which growth would not show.
        .env("MALLOC_ARENA_MAX", "1")
        .output()
        .unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let answer = text
        .lines()
        .find_map(|line| line.strip_prefix("opened: "))
        .expect("the process must answer");
    let (code, grown) = answer.split_once(' ').unwrap();
    (code.to_owned(), grown.parse().unwrap())
}

/// What that process does.
fn open_here(honest: &[u8], hostile: &[u8]) {
    // What an honest segment needs once (the decoder, a heap) is no claim's doing.
    open(honest, &NoNames).unwrap();
    let before = peak();
    let code = open(hostile, &NoNames).map_or_else(|error| error.code(), |_| "opened");
    println!("\nopened: {code} {}", peak() - before);
}

#[test]
fn claims_cost_no_memory() {
    if let (Some(honest), Some(hostile)) = (std::env::var_os("HONEST"), std::env::var_os("HOSTILE"))
    {
        return open_here(
            &std::fs::read(honest).unwrap(),
            &std::fs::read(hostile).unwrap(),
        );
    }
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let (honest, file) = (
        folder.join("honest.segment"),
        folder.join("hostile.segment"),
    );
    std::fs::write(&honest, seal(&small(), &key(), &NoNames).unwrap()).unwrap();
    for (what, code, bytes) in hostile() {
        assert!(
            bytes.len() < MIB as usize,
            "{what}: the file itself is small"
        );
        std::fs::write(&file, &bytes).unwrap();
        let (found, grown) = opened(&honest, &file);
        println!(
            "{what}: {} bytes, {} KiB more than before",
            bytes.len(),
            grown / 1024
        );
        assert_eq!(found, code, "{what}");
        // A window of 8 MiB, the largest of the bodies above (8 MiB when decompressed) while it doubles, and some room.
        assert!(grown <= 32 * MIB, "{what}: grown by {grown} bytes");
    }
}
