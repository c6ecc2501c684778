//! The frame of a segment: what can be checked without looking into the body.
//!
//! | bytes | what |
//! |---|---|
//! | 8 | magic |
//! | 2, 2 | format, oldest format a reader must know; big-endian like all that follows |
//! | 4, 4 | length of the header, length of the body |
//! | | header: a CBOR array, see [`Header`] |
//! | | body: a zstd frame of columns |
//! | 64 | ed25519 signature |
//!
//! The prefix of 20 bytes has this layout in every format, so that a reader can pass over a segment that is too new.
//!
//! What is signed are the prefix and the header, to the byte: format, oldest reader, network, site, first and last number,
//! hash before, epoch, hash and lengths of the body, end hash and public key. Values and the commitments of personal ones
//! stand in the body and are so covered by its hash.

use std::ops::Range;

use super::header::Header;
use super::{FORMAT, MAX_BODY, MAX_HEADER, SegmentError};
use crate::codec;
use crate::crypto::{self, SigningKey};

/// The high bit and the line ends show a transfer that took the file for text.
const MAGIC: [u8; 8] = *b"\x89WSLOG\r\n";

/// The length of the fixed prefix in bytes.
pub const PREFIX: usize = 20;

const SIGNATURE: usize = 64;

/// The fixed prefix of a segment, without the magic.
pub(super) struct Prefix {
    pub format: u16,
    pub min_reader: u16,
    /// The length of the header.
    pub header: u32,
    /// The length of the body.
    pub body: u32,
}

impl Prefix {
    fn read(bytes: &[u8]) -> Result<Prefix, SegmentError> {
        let common = bytes.len().min(MAGIC.len());
        if bytes[..common] != MAGIC[..common] {
            return Err(SegmentError::NotASegment);
        }
        let Some(rest) = bytes.get(MAGIC.len()..PREFIX) else {
            return Err(SegmentError::Truncated);
        };
        let two = |at: usize| u16::from_be_bytes([rest[at], rest[at + 1]]);
        let four =
            |at: usize| u32::from_be_bytes([rest[at], rest[at + 1], rest[at + 2], rest[at + 3]]);
        let prefix = Prefix {
            format: two(0),
            min_reader: two(2),
            header: four(4),
            body: four(8),
        };
        if prefix.header > MAX_HEADER {
            return Err(SegmentError::TooLarge("the header"));
        }
        if prefix.body > MAX_BODY {
            return Err(SegmentError::TooLarge("the body"));
        }
        Ok(prefix)
    }

    fn write(&self) -> Vec<u8> {
        let mut bytes = MAGIC.to_vec();
        bytes.extend(self.format.to_be_bytes());
        bytes.extend(self.min_reader.to_be_bytes());
        bytes.extend(self.header.to_be_bytes());
        bytes.extend(self.body.to_be_bytes());
        bytes
    }

    fn body_range(&self) -> Range<usize> {
        let start = PREFIX + self.header as usize;
        start..start + self.body as usize
    }

    fn total(&self) -> usize {
        self.body_range().end + SIGNATURE
    }
}

/// Writes and signs a frame.
pub(super) fn write(
    header: &Header,
    body: &[u8],
    key: &SigningKey,
) -> Result<Vec<u8>, SegmentError> {
    if header
        .epoch
        .as_ref()
        .is_some_and(|epoch| epoch.len() as u64 > codec::MAX_VECTOR)
    {
        return Err(SegmentError::TooLarge(
            "more entries than a vector may have",
        ));
    }
    header.check().map_err(|error| match error {
        SegmentError::Damaged(what) => SegmentError::Unsealable(what),
        limit => limit,
    })?;
    let items = header.bytes();
    let prefix = Prefix {
        format: header.format,
        min_reader: header.min_reader,
        header: u32::try_from(items.len()).unwrap_or(u32::MAX),
        body: header.body_len,
    };
    let mut bytes = prefix.write();
    bytes.extend(items);
    let signature = key.sign(&bytes);
    bytes.extend(body);
    bytes.extend(signature);
    Ok(bytes)
}

/// The length in bytes of the segment that begins here, by its prefix of [`PREFIX`] bytes.
///
/// It holds for segments of later formats too.
///
/// # Errors
/// [`SegmentError::NotASegment`], [`SegmentError::Truncated`] where the prefix is not whole, [`SegmentError::TooLarge`].
pub fn length(prefix: &[u8]) -> Result<usize, SegmentError> {
    Prefix::read(prefix).map(|prefix| prefix.total())
}

/// Cuts segments that stand one after the other; it checks their prefixes only.
///
/// After an error it ends, because where the next segment begins is not known.
pub fn split(bytes: &[u8]) -> impl Iterator<Item = Result<&[u8], SegmentError>> {
    let mut rest = bytes;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let cut = length(rest)
            .and_then(|length| rest.split_at_checked(length).ok_or(SegmentError::Truncated));
        let (segment, after) = match cut {
            Ok(cut) => cut,
            Err(error) => {
                rest = &[];
                return Some(Err(error));
            }
        };
        rest = after;
        Some(Ok(segment))
    })
}

/// Reads a segment's header; the header, and where the body stands in `bytes`.
///
/// Magic, format, limits, the body's hash and the signature are checked, the body is not decompressed. `bytes` is one
/// segment, as [`split`] gives it. The end hash is only claimed until [`super::open`] proves it.
///
/// # Errors
/// [`SegmentError::NotASegment`], [`SegmentError::Truncated`], [`SegmentError::TooNew`], [`SegmentError::TooLarge`],
/// [`SegmentError::Damaged`], [`SegmentError::BadSignature`].
pub fn read_header(bytes: &[u8]) -> Result<(Header, Range<usize>), SegmentError> {
    let prefix = Prefix::read(bytes)?;
    if prefix.min_reader > FORMAT {
        return Err(SegmentError::TooNew {
            needs: prefix.min_reader,
        });
    }
    if prefix.min_reader == 0 || prefix.min_reader > prefix.format {
        return Err(SegmentError::Damaged("the format"));
    }
    let range = prefix.body_range();
    let (Some(signed), Some(body)) = (bytes.get(..range.start), bytes.get(range.clone())) else {
        return Err(SegmentError::Truncated);
    };
    let signature = match bytes.get(range.end..) {
        Some(rest) if rest.len() < SIGNATURE => return Err(SegmentError::Truncated),
        Some(rest) => rest
            .try_into()
            .map_err(|_| SegmentError::Damaged("bytes after the segment"))?,
        None => return Err(SegmentError::Truncated),
    };
    let header = Header::read(&prefix, &signed[PREFIX..])?;
    header.check()?;
    if crypto::hash(body) != header.body_hash {
        return Err(SegmentError::Damaged(
            "the body is not the one that was signed",
        ));
    }
    if !crypto::verify(&header.key, signed, signature) {
        return Err(SegmentError::BadSignature);
    }
    Ok((header, range))
}
