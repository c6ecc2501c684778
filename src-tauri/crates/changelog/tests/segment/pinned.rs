//! The format does not drift. The bytes of `format-1.segment` are those of [`small`], sealed when the format was laid down.

use changelog::segment::{NoNames, open, seal};

use crate::fixture::{key, small};

const SEALED: &[u8] = include_bytes!("format-1.segment");

#[test]
fn what_was_sealed_once_opens() {
    assert_eq!(
        open(SEALED, &NoNames).unwrap(),
        small(),
        "segments are kept and relayed for years"
    );
}

/// Fails also where the compression library writes other bytes than before. Then files stay readable, but the publication's
/// segments, whose bytes are pinned, must not be sealed anew.
#[test]
fn the_same_segment_has_the_same_bytes() {
    let bytes = seal(&small(), &key(), &NoNames).unwrap();
    let hash = blake3::hash(&bytes).to_hex();
    assert_eq!(
        hash.as_str(),
        "882d51fdbc297547b70f295e24d0d8e73cb9488e71aa41d01d3922d325b608a9"
    );
    assert_eq!(bytes, SEALED);
}
