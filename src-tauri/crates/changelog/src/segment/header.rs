//! What a segment says of itself.

use std::convert::Infallible;

use domain::value::VectorEntry;
use minicbor::{Decoder, Encoder, decode, encode};
use uuid::Uuid;

use super::frame::Prefix;
use super::{FORMAT, MAX_CHANGES, MAX_RAW, MAX_SEQ, SegmentError};
use crate::codec;
use crate::crypto::ChainHash;

/// How many items the header's array has.
const ITEMS: u64 = 10;

/// What a segment says of itself, under its signature.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// The format it is written in.
    pub format: u16,
    /// The oldest format that a reader must know.
    pub min_reader: u16,
    /// The network that the changes belong to.
    pub network: Uuid,
    /// The site as written in the changes.
    pub site: Uuid,
    /// The number of the first change.
    pub first: u64,
    /// The number of the last change.
    pub last: u64,
    /// The chain hash of the change before the first; none if the first is the chain's first.
    pub previous: Option<ChainHash>,
    /// The epoch that the first change opens; none if it goes on in the epoch before.
    pub epoch: Option<Vec<VectorEntry>>,
    /// BLAKE3 of the body as it stands in the file.
    pub body_hash: [u8; 32],
    /// The chain hash of the last change; proven only when the segment is opened.
    pub end: ChainHash,
    /// The public key that the segment is signed with.
    pub key: [u8; 32],
    /// The length of the body in bytes as it stands in the file.
    pub body_len: u32,
    /// The length of the body in bytes when decompressed.
    pub raw_len: u32,
}

impl Header {
    /// How many changes the segment has.
    pub fn count(&self) -> u64 {
        self.last.saturating_sub(self.first).saturating_add(1)
    }

    /// Checks that the numbers keep their limits and go together.
    pub(super) fn check(&self) -> Result<(), SegmentError> {
        if self.first == 0 || self.last < self.first {
            return Err(SegmentError::Damaged("the numbers of the changes"));
        }
        if self.last >= MAX_SEQ
            || self
                .epoch
                .iter()
                .flatten()
                .any(|entry| entry.seq >= MAX_SEQ)
        {
            return Err(SegmentError::TooLarge("the number of a change"));
        }
        if self.count() > MAX_CHANGES {
            return Err(SegmentError::TooLarge(
                "more changes than a segment may have",
            ));
        }
        if self.previous.is_none() != (self.first == 1) {
            return Err(SegmentError::Damaged(
                "the change before does not go with the first number",
            ));
        }
        if self.raw_len > MAX_RAW {
            return Err(SegmentError::TooLarge("the uncompressed body"));
        }
        Ok(())
    }

    /// The header in its one form.
    pub(super) fn bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        match self.write(&mut Encoder::new(&mut bytes)) {
            Ok(()) => bytes,
            Err(error) => unreachable!("writing to memory failed: {error}"),
        }
    }

    fn write(&self, out: &mut Encoder<&mut Vec<u8>>) -> Result<(), encode::Error<Infallible>> {
        out.array(ITEMS)?
            .bytes(self.network.as_bytes())?
            .bytes(self.site.as_bytes())?;
        out.u64(self.first)?.u64(self.last)?;
        match &self.previous {
            Some(hash) => out.bytes(hash)?,
            None => out.null()?,
        };
        match &self.epoch {
            Some(epoch) => out
                .writer_mut()
                .extend_from_slice(&codec::vector_bytes(epoch)),
            None => out.null()?.ok()?,
        }
        out.bytes(&self.body_hash)?
            .bytes(&self.end)?
            .bytes(&self.key)?
            .u32(self.raw_len)?
            .ok()
    }

    /// Reads a header; format and body length stand in the prefix.
    pub(super) fn read(prefix: &Prefix, bytes: &[u8]) -> Result<Header, SegmentError> {
        let mut input = Decoder::new(bytes);
        let header = Header::items(prefix, &mut input, bytes).map_err(|error| match error {
            Unreadable::Vector => SegmentError::TooLarge("more entries than a vector may have"),
            Unreadable::Form => SegmentError::Damaged("the header"),
        })?;
        // One header has one form. What a later format may have added after the known items cannot be compared.
        if prefix.format == FORMAT && header.bytes() != bytes {
            return Err(SegmentError::Damaged("the header is not in its one form"));
        }
        Ok(header)
    }

    fn items(prefix: &Prefix, input: &mut Decoder<'_>, bytes: &[u8]) -> Result<Header, Unreadable> {
        if input.array()?.is_none_or(|items| items < ITEMS) {
            return Err(Unreadable::Form);
        }
        Ok(Header {
            format: prefix.format,
            min_reader: prefix.min_reader,
            network: Uuid::from_bytes(fixed(input)?),
            site: Uuid::from_bytes(fixed(input)?),
            first: input.u64()?,
            last: input.u64()?,
            previous: if null(input)? {
                None
            } else {
                Some(fixed(input)?)
            },
            epoch: if null(input)? {
                None
            } else {
                Some(vector(input, bytes)?)
            },
            body_hash: fixed(input)?,
            end: fixed(input)?,
            key: fixed(input)?,
            body_len: prefix.body,
            raw_len: input.u32()?,
        })
    }
}

enum Unreadable {
    Form,
    Vector,
}

impl From<decode::Error> for Unreadable {
    fn from(_: decode::Error) -> Self {
        Unreadable::Form
    }
}

fn null(input: &mut Decoder<'_>) -> Result<bool, decode::Error> {
    let null = input.datatype()? == minicbor::data::Type::Null;
    if null {
        input.null()?;
    }
    Ok(null)
}

fn fixed<const N: usize>(input: &mut Decoder<'_>) -> Result<[u8; N], decode::Error> {
    input
        .bytes()?
        .try_into()
        .map_err(|_| decode::Error::message("bytes of another length"))
}

fn vector(input: &mut Decoder<'_>, bytes: &[u8]) -> Result<Vec<VectorEntry>, Unreadable> {
    if input
        .probe()
        .array()?
        .is_some_and(|entries| entries > codec::MAX_VECTOR)
    {
        return Err(Unreadable::Vector);
    }
    let start = input.position();
    input.skip()?;
    Ok(codec::read_vector(
        bytes.get(start..input.position()).unwrap_or_default(),
    )?)
}
