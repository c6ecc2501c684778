//! Why a segment cannot be sealed, read or opened.

use super::{FORMAT, RowName};

/// Why a segment cannot be sealed, read or opened.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SegmentError {
    /// The bytes do not begin as a segment does.
    #[error("not a segment of the change log")]
    NotASegment,
    /// The bytes stop before the segment's end.
    #[error("the segment stops before its end")]
    Truncated,
    /// The bytes are not what they say of themselves; the text says where, for logs.
    #[error("damaged: {0}")]
    Damaged(&'static str),
    /// The signature is not one of the stated key over the stated facts.
    #[error("the signature is not valid")]
    BadSignature,
    /// A later build wrote it in a way that this build cannot read.
    #[error("needs a build that reads format {needs}; this one reads {FORMAT}")]
    TooNew {
        /// The format that a reader must know.
        needs: u16,
    },
    /// A limit is exceeded; the text says which, for logs.
    #[error("too large: {0}")]
    TooLarge(&'static str),
    /// A record is named by a create change that is not here yet.
    #[error("waits for the change that created a record: {0:?}")]
    Waiting(RowName),
    /// The segment to be sealed breaks its own rules; the text says which, for logs.
    #[error("cannot be sealed: {0}")]
    Unsealable(&'static str),
}

impl SegmentError {
    /// The code in answers and message ids.
    pub const fn code(&self) -> &'static str {
        match self {
            SegmentError::NotASegment => "not_a_pack",
            SegmentError::Truncated => "truncated",
            SegmentError::Damaged(_) => "damaged",
            SegmentError::BadSignature => "bad_signature",
            SegmentError::TooNew { .. } => "too_new",
            SegmentError::TooLarge(_) => "too_large",
            SegmentError::Waiting(_) => "waiting",
            SegmentError::Unsealable(_) => "unsealable",
        }
    }
}
