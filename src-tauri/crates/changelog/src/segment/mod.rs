//! Sealed segments: consecutive changes of one site, signed once and never cut again.
//!
//! A segment is a frame (fixed prefix, header, body, signature) around a compressed body of columns. The frame can be
//! checked, relayed and kept without looking into the body; the body can be opened once its past is here.

mod body;
mod columns;
mod compression;
mod error;
mod frame;
mod header;
mod varint;

use domain::value::VectorEntry;
use uuid::Uuid;

use crate::change::Change;
use crate::codec;
use crate::crypto::{self, ChainHash, SigningKey};

pub use error::SegmentError;
pub use frame::{PREFIX, length, read_header, split};
pub use header::Header;

/// The format this build writes, and the newest it reads.
pub const FORMAT: u16 = 1;

/// The oldest format number whose readers understand what this build writes.
///
/// It rises when a member of a change, a row reference form or an origin is added, because none of these can be passed
/// over by a build that does not know it: it could not recompute the chain hashes.
pub const MIN_READER: u16 = 1;

/// The first sequence number that is too high.
pub const MAX_SEQ: u64 = 1 << 48;

/// The most changes in one segment: as many as the largest network this program is made for ever wrote, and few enough
/// that a segment of the smallest changes, compressed to some kilobytes, opens in about 300 MB.
pub const MAX_CHANGES: u64 = 1 << 20;

/// The longest header in bytes: room for [`codec::MAX_VECTOR`] entries of at most 44 bytes, and for the rest.
pub const MAX_HEADER: u32 = 512 << 10;

/// The longest compressed body in bytes: a quarter of what may wait in all, so that one file cannot use that up alone.
pub const MAX_BODY: u32 = 64 << 20;

/// The longest uncompressed body in bytes: four times the compressed one, about what texts and ids of a full body need.
pub const MAX_RAW: u32 = 256 << 20;

/// Consecutive changes of one site within one epoch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Segment {
    /// The network that the changes belong to.
    pub network: Uuid,
    /// The site as written in the changes.
    pub site: Uuid,
    /// The number of the first change.
    pub first: u64,
    /// The chain hash of the change before the first; none if the first is the chain's first.
    pub previous: Option<ChainHash>,
    /// The epoch that the first change opens; none if it goes on in the epoch before.
    pub epoch: Option<Vec<VectorEntry>>,
    /// The changes, numbered from `first` without gaps; at least one.
    pub changes: Vec<Change>,
}

impl Segment {
    /// The chain hash of each change in order.
    pub fn hashes(&self) -> impl Iterator<Item = ChainHash> + '_ {
        let mut previous = self.previous;
        let mut epoch = self.epoch.as_deref();
        self.changes.iter().map(move |change| {
            let hash = change.hash(self.site, previous.as_ref(), epoch.take());
            previous = Some(hash);
            hash
        })
    }

    /// The chain hash of the last change, which the next segment of the site names as its `previous`.
    ///
    /// None for a segment without changes, which cannot be sealed.
    pub fn end_hash(&self) -> Option<ChainHash> {
        self.hashes().last()
    }
}

/// A short name of a record: the change that created it, found from where the segment stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RowName {
    /// Created by a change of a chain that ends in an entry of the epoch in force.
    Epoch {
        /// The index of the entry in the epoch in force, from 0.
        entry: u32,
        /// The number of the create change in that entry's chain.
        seq: u64,
    },
    /// Created by a change of this segment's own chain before this segment.
    Own {
        /// The number of the create change.
        seq: u64,
    },
}

/// Knows the create changes that a segment's epoch and chain reach.
///
/// An implementation stands for one place: one site's chain before one segment, and the epoch in force there.
pub trait Names {
    /// The short name of a record, if its create change can be reached.
    fn short(&self, record: Uuid) -> Option<RowName>;

    /// The record of a short name; none if its create change is not here.
    fn record(&self, name: &RowName) -> Option<Uuid>;
}

/// Writes every record with its full id and knows no short name.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoNames;

impl Names for NoNames {
    fn short(&self, _: Uuid) -> Option<RowName> {
        None
    }

    fn record(&self, _: &RowName) -> Option<Uuid> {
        None
    }
}

/// Seals a segment: the same segment, key and names give the same bytes.
///
/// A short name is used only if `names` also leads back from it, because a segment is never cut again: a name that leads
/// elsewhere would make it unreadable for ever. A series that exceeds a limit is sealed as several segments; those after
/// the first have no `epoch`.
///
/// # Errors
/// [`SegmentError::Unsealable`] where the changes are not consecutive from `first`, or `previous` does not go with
/// `first`; [`SegmentError::TooLarge`] where a limit of this module is exceeded.
pub fn seal(
    segment: &Segment,
    key: &SigningKey,
    names: &impl Names,
) -> Result<Vec<u8>, SegmentError> {
    let Some(end) = consecutive(segment)? else {
        return Err(SegmentError::Unsealable("no changes"));
    };
    let columns = body::write(segment, names);
    let (body, raw_len) = compression::compress(&columns.into_order())?;
    let header = Header {
        format: FORMAT,
        min_reader: MIN_READER,
        network: segment.network,
        site: segment.site,
        first: segment.first,
        last: segment
            .first
            .saturating_add(segment.changes.len() as u64 - 1),
        previous: segment.previous,
        epoch: segment.epoch.clone(),
        body_hash: crypto::hash(&body),
        end,
        key: key.public(),
        body_len: u32::try_from(body.len()).unwrap_or(u32::MAX),
        raw_len,
    };
    frame::write(&header, &body, key)
}

/// Checks what a segment promises; its end hash.
fn consecutive(segment: &Segment) -> Result<Option<ChainHash>, SegmentError> {
    if segment.changes.len() as u64 > MAX_CHANGES {
        return Err(SegmentError::TooLarge(
            "more changes than a segment may have",
        ));
    }
    if segment.first >= MAX_SEQ {
        return Err(SegmentError::TooLarge("the number of a change"));
    }
    if segment
        .changes
        .iter()
        .zip(segment.first..)
        .any(|(change, seq)| change.seq != seq)
    {
        return Err(SegmentError::Unsealable("the changes are not consecutive"));
    }
    if segment
        .changes
        .iter()
        .any(|change| change.unseen.len() as u64 > codec::MAX_VECTOR)
    {
        return Err(SegmentError::TooLarge(
            "more unseen heads than a vector may have entries",
        ));
    }
    Ok(segment.end_hash())
}

/// Opens a sealed segment: checks the frame, decodes the body and recomputes every chain hash.
///
/// `names` must stand where the segment stands, which its header tells.
///
/// # Errors
/// Those of [`read_header`]; [`SegmentError::Waiting`] where the body names a record whose create change is not here;
/// [`SegmentError::Damaged`] where the body is not what its header says, or its chain does not end in the stated hash.
pub fn open(bytes: &[u8], names: &impl Names) -> Result<Segment, SegmentError> {
    let (header, range) = read_header(bytes)?;
    let compressed = bytes.get(range).ok_or(SegmentError::Truncated)?;
    let raw = compression::decompress(compressed, header.raw_len)?;
    let changes = body::read(&raw, &header, names)?;
    let segment = Segment {
        network: header.network,
        site: header.site,
        first: header.first,
        previous: header.previous,
        epoch: header.epoch,
        changes,
    };
    if segment.end_hash() == Some(header.end) {
        Ok(segment)
    } else {
        Err(SegmentError::Damaged(
            "the chain does not end in the stated hash",
        ))
    }
}
