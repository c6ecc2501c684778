//! Stand-in so that the crate compiles until the grammar arrives; overwritten by it.
use chrono::NaiveDate;
/// Stand-in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading { pub text: String, pub edtf: Option<String>, pub first: Option<NaiveDate>, pub last: Option<NaiveDate>, pub precision: Precision }
/// Stand-in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Precision { Unknown }
impl Precision { pub fn code(self) -> &'static str { "unknown" } }
impl Reading { pub fn sort_key(&self) -> String { "~".into() } }
/// Stand-in.
#[derive(Debug)]
pub struct TimeError;
pub fn read(text: &str) -> Reading { Reading { text: text.into(), edtf: None, first: None, last: None, precision: Precision::Unknown } }
pub fn read_with(text: &str, _edtf: Option<&str>) -> Result<Reading, TimeError> { Ok(read(text)) }
