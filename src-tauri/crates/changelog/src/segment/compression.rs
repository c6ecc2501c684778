//! The body's columns as one zstd frame, and back within bounds.

use std::io::{self, Read, Write};

use zstd::zstd_safe::zstd_sys::ZSTD_ErrorCode;

use super::varint::{self, Input};
use super::{MAX_BODY, MAX_RAW, SegmentError};

/// The highest level, 19, made bodies of edits six to nine per cent smaller for several times the work.
const LEVEL: i32 = 9;

/// The decoder holds a window in memory: at most 8 MiB. The level above never asks for more.
const WINDOW_LOG: u32 = 23;

/// A column of this many bytes is worth its own statistics.
const OWN_BLOCK: usize = 512;

/// Compresses columns, their lengths before them, into one frame; the frame and its uncompressed length.
pub fn compress(columns: &[Vec<u8>]) -> Result<(Vec<u8>, u32), SegmentError> {
    let mut lengths = Vec::new();
    varint::put(&mut lengths, columns.len() as u64);
    for column in columns {
        varint::put(&mut lengths, column.len() as u64);
    }
    let total = lengths.len() + columns.iter().map(Vec::len).sum::<usize>();
    let raw_len = u32::try_from(total)
        .ok()
        .filter(|&length| length <= MAX_RAW)
        .ok_or(SegmentError::TooLarge("the uncompressed body"))?;
    // The only error that is left here is that memory ran out: writing to a vector does not fail.
    let body = frame(&lengths, columns, raw_len)
        .map_err(|_| SegmentError::TooLarge("the body in memory"))?;
    if body.len() > MAX_BODY as usize {
        return Err(SegmentError::TooLarge("the body"));
    }
    Ok((body, raw_len))
}

fn frame(lengths: &[u8], columns: &[Vec<u8>], raw_len: u32) -> io::Result<Vec<u8>> {
    let mut encoder = zstd::Encoder::new(Vec::new(), LEVEL)?;
    // Known beforehand, so that the frame asks for no larger window than it needs.
    encoder.set_pledged_src_size(Some(u64::from(raw_len)))?;
    encoder.write_all(lengths)?;
    for column in columns {
        // A block has one table of symbols for all its literals; ids, texts and numbers differ too much to share one.
        if column.len() >= OWN_BLOCK {
            encoder.flush()?;
        }
        encoder.write_all(column)?;
        if column.len() >= OWN_BLOCK {
            encoder.flush()?;
        }
    }
    encoder.finish()
}

/// Decompresses a frame that must give exactly `raw_len` bytes.
///
/// Memory grows with what comes out, not with what the frame or the header claims.
pub fn decompress(frame: &[u8], raw_len: u32) -> Result<Vec<u8>, SegmentError> {
    let mut raw = Vec::new();
    let rest = expand(frame, raw_len, &mut raw).map_err(|error| match zstd_error(&error) {
        Some(code) if code.is(ZSTD_ErrorCode::ZSTD_error_frameParameter_windowTooLarge) => {
            SegmentError::TooLarge("the body's window")
        }
        _ => SegmentError::Damaged("the body cannot be decompressed"),
    })?;
    if raw.len() as u64 != u64::from(raw_len) || rest > 0 {
        return Err(SegmentError::Damaged(
            "the body has another length than stated",
        ));
    }
    Ok(raw)
}

fn expand(frame: &[u8], raw_len: u32, raw: &mut Vec<u8>) -> io::Result<usize> {
    let mut decoder = zstd::Decoder::with_buffer(frame)?.single_frame();
    decoder.window_log_max(WINDOW_LOG)?;
    // One byte more than stated is enough to see that the statement is wrong.
    decoder
        .by_ref()
        .take(u64::from(raw_len) + 1)
        .read_to_end(raw)?;
    Ok(decoder.get_ref().len())
}

fn zstd_error(error: &io::Error) -> Option<&zstd::Error> {
    error.get_ref()?.downcast_ref()
}

/// Cuts an uncompressed body into `N` columns; `more` allows for columns of a later format after them.
pub fn cut<const N: usize>(raw: &[u8], more: bool) -> Result<[Input<'_>; N], SegmentError> {
    let mut rest = Input(raw);
    let count = rest.number()?;
    let expected = if more {
        count >= N as u64
    } else {
        count == N as u64
    };
    if !expected {
        return Err(SegmentError::Damaged("another number of columns"));
    }
    let mut lengths = [0; N];
    for length in &mut lengths {
        *length = rest.number()?;
    }
    let mut later = 0_u64;
    for _ in N as u64..count {
        later = later.saturating_add(rest.number()?);
    }
    let mut columns = [Input(&[]); N];
    for (column, length) in columns.iter_mut().zip(lengths) {
        *column = Input(rest.bytes(length)?);
    }
    if rest.0.len() as u64 == later {
        Ok(columns)
    } else {
        Err(SegmentError::Damaged("the columns do not fill the body"))
    }
}
