//! The shapes of what is answered, for the pages.
//!
//! The store answers in JSON of the command line contract; these say what is in it, and a test holds the answers of every
//! command against them. Nothing is built from them here.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value as Json;
use ts_rs::TS;

/// A text by language tag.
pub type Text = BTreeMap<String, String>;

/// Points at a record; `role` is there where the link has one.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Ref {
    pub id: String,
    pub table: String,
    pub label: String,
    #[serde(default)]
    #[ts(optional = nullable)]
    pub role: Option<String>,
}

/// A time kept as it was written, with what was understood of it.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Vague {
    pub text: String,
    pub edtf: Option<String>,
    pub first: Option<String>,
    pub last: Option<String>,
    pub precision: Precision,
}

/// How exact a time is.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Precision {
    Day,
    Month,
    Quarter,
    Half,
    Year,
    Open,
    Unknown,
}

/// How sure a fact is.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    Published,
    Inferred,
    Unconfirmed,
    Own,
}

/// Where a fact comes from.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Provenance {
    pub address: Option<String>,
    pub retrieved: Option<String>,
    pub standing: Standing,
}

/// Whether a record is here.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Life {
    Live,
    Deleted,
    Proposed,
}

/// A record: the members every kind has; its fields stand beside them by name.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Row {
    pub id: String,
    pub table: String,
    pub life: Life,
    pub label: String,
    #[serde(default)]
    pub provenance: Option<Provenance>,
    pub contested: Vec<String>,
    /// Fields that were changed here since the publication.
    pub own: Vec<String>,
    /// Depth in the tree, in rows of a tree kind listed in planned order.
    #[serde(default)]
    #[ts(optional)]
    pub depth: Option<u32>,
    #[serde(default)]
    #[ts(optional)]
    pub has_children: Option<bool>,
    #[serde(flatten)]
    pub fields: BTreeMap<String, Value>,
}

/// The value of a field, of the shape that its type has.
#[derive(Debug, Deserialize, TS)]
pub struct Value(#[ts(type = "unknown")] pub Json);

/// What a field holds.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FieldType {
    Text,
    Plain,
    Integer,
    Flag,
    Date,
    Moment,
    Vague,
    Code,
    Reference,
    References,
    Words,
    Money,
    Currency,
    Position,
    Provenance,
    Vector,
}

/// A field of a kind.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FieldDescription {
    pub name: String,
    #[serde(rename = "type")]
    pub ty: FieldType,
    pub vocabulary: Option<String>,
    /// Vocabulary of the role a link carries.
    pub roles: Option<String>,
    /// Kinds a reference may point at.
    pub targets: Vec<String>,
    pub personal: bool,
    pub computed: bool,
}

/// A kind of record.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct KindDescription {
    pub name: String,
    pub table: String,
    pub plural: String,
    pub read_only: bool,
    pub tree: bool,
    pub fields: Vec<FieldDescription>,
}

/// The codes a field can take; others too where it is open.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct VocabularyDescription {
    pub codes: Vec<String>,
    pub open: bool,
}

/// Every kind and every vocabulary.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Description {
    pub kinds: Vec<KindDescription>,
    pub vocabularies: BTreeMap<String, VocabularyDescription>,
}

/// Whether there is a store, and whether it can be written.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum StoreState {
    None,
    Open,
    ReadOnly,
}

/// The languages of the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    En,
    Fr,
    Es,
}

/// What stands around every page.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AppState {
    pub store: StoreState,
    pub practice: bool,
    pub network: Option<String>,
    pub person: Option<Ref>,
    pub organisation: Option<Ref>,
    pub role: Option<String>,
    pub site: Option<String>,
    /// Whether somebody was asked whose laptop this is.
    pub asked: bool,
    pub language: Language,
    pub unshared: i64,
    pub to_settle: i64,
    pub undo: Option<String>,
    pub redo: Option<String>,
}

/// A page of a list.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Listing {
    pub table: String,
    pub total: u64,
    pub rows: Vec<Row>,
}

/// The records of a list that share a value.
#[derive(Debug, Deserialize, TS)]
pub struct GroupCount {
    pub key: Option<String>,
    pub label: String,
    pub count: u64,
    pub counts: BTreeMap<String, u64>,
}

/// A list counted by value.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct GroupCounts {
    pub rows: Vec<GroupCount>,
}

/// A change of one field of one record.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct HistoryChange {
    pub record: Ref,
    pub field: String,
    pub old: Value,
    pub new: Value,
}

/// A transaction.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct HistoryRow {
    pub txn: String,
    pub site: Option<String>,
    pub person: Option<Ref>,
    pub time: String,
    pub origin: String,
    pub reason: Option<String>,
    pub undone: bool,
    pub changes: Vec<HistoryChange>,
    /// Number of changes in the transaction; `changes` may hold only the first of them.
    pub total: u64,
}

/// A page of the history, newest first.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct HistoryPage {
    pub rows: Vec<HistoryRow>,
}

/// Where one fact of a record comes from.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SourceRow {
    pub field: Option<String>,
    pub address: Option<String>,
    pub retrieved: Option<String>,
    pub standing: Standing,
    pub note: Option<String>,
}

/// The records of a kind that point at a record by a field.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LinkRows {
    pub kind: String,
    pub field: String,
    pub total: u64,
    pub rows: Vec<Ref>,
}

/// A record with its history, its sources and what points at it.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Shown {
    pub record: Row,
    pub rows: Vec<HistoryRow>,
    pub sources: Vec<SourceRow>,
    pub links: Vec<LinkRows>,
}

/// A field with its values before and after.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FieldChange {
    pub field: String,
    pub old: Value,
    pub new: Value,
}

/// What an edit did; without a transaction everything was so already.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Edited {
    pub txn: Option<String>,
    pub record: Row,
    pub rows: Vec<FieldChange>,
}

/// What became of a cell of a block.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CellOutcome {
    Changed,
    Unchanged,
    Refused,
}

/// A cell of a block, and why it was refused if it was.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BlockResult {
    pub id: String,
    pub field: String,
    pub result: CellOutcome,
    pub code: Option<String>,
    #[ts(type = "Record<string, string | number>")]
    pub params: BTreeMap<String, Json>,
}

/// What a block did: one transaction, with what was refused left as it was.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EditedBlock {
    pub txn: Option<String>,
    pub rows: Vec<BlockResult>,
}

/// A record that was added.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Created {
    pub txn: String,
    pub record: Row,
}

/// Records that were deleted.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Removed {
    pub txn: Option<String>,
    pub removed: u64,
}

/// A transaction, or none where everything was so already.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Acted {
    pub txn: Option<String>,
}

/// A record that was moved.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Moved {
    pub txn: Option<String>,
    pub record: Row,
}

/// What became of a field that was to be taken back.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct UndoneRow {
    pub record: Ref,
    pub field: String,
    pub done: bool,
    pub why: Option<String>,
}

/// What an undo or a redo did.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Undone {
    pub txn: Option<String>,
    pub undone: Option<String>,
    pub label: Option<String>,
    pub rows: Vec<UndoneRow>,
}

/// A record that was found.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SearchHit {
    pub id: String,
    pub table: String,
    pub label: String,
    pub field: String,
    /// Words that matched stand in double square brackets.
    pub snippet: String,
    pub rank: f64,
}

/// What was found, best first.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Found {
    pub rows: Vec<SearchHit>,
}

/// A group with what tells groups apart.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct GroupRef {
    pub id: String,
    pub table: String,
    pub label: String,
    pub number: Option<i64>,
    pub code: Option<String>,
    pub kind: String,
}

/// A group of the overview.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OverviewRow {
    pub group: GroupRef,
    pub activities: BTreeMap<String, u64>,
    pub overdue: u64,
    pub due_30: u64,
    pub due_60: u64,
    pub due_90: u64,
    pub co_leads: Vec<Ref>,
    pub members: u64,
}

/// How much of the workplan is not known.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NotKnown {
    pub no_co_lead: u64,
    pub no_status: u64,
    pub no_name: u64,
    pub no_number: u64,
}

/// The workplan at a glance.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Overview {
    pub network: Option<String>,
    pub as_of: String,
    pub unshared: i64,
    pub to_settle: i64,
    pub rows: Vec<OverviewRow>,
    pub overdue: Vec<Row>,
    pub due: Vec<Row>,
    pub meetings: Vec<Row>,
    pub unknown: NotKnown,
}

/// The part of an organisation in a group.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MatrixCell {
    pub id: String,
    pub role: Option<String>,
    pub from: Option<Vague>,
    pub to: Option<Vague>,
    pub state: Option<String>,
    pub standing: Option<Standing>,
}

/// An organisation of the matrix.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MatrixOrganisation {
    pub id: String,
    pub table: String,
    pub label: String,
    pub name: Option<String>,
    pub category: Option<String>,
}

/// A row of the matrix: its parts by group.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MatrixRow {
    pub organisation: MatrixOrganisation,
    pub cells: BTreeMap<String, MatrixCell>,
    pub total: u64,
}

/// A column of the matrix.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MatrixColumn {
    pub id: String,
    pub table: String,
    pub label: String,
    pub number: Option<i64>,
    pub kind: String,
}

/// Organisations by groups.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Matrix {
    pub total: u64,
    pub columns: Vec<MatrixColumn>,
    pub rows: Vec<MatrixRow>,
    pub totals: BTreeMap<String, u64>,
}

/// The part that was set; none where it was taken away.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RoleSet {
    pub txn: Option<String>,
    pub record: Option<Row>,
}

/// A text that was typed into a field and is not an edit yet.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Draft {
    pub kind: String,
    pub id: String,
    pub field: String,
    pub text: String,
    pub at: String,
}

/// The drafts there are.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Drafts {
    pub rows: Vec<Draft>,
}

/// Nothing but that it was done.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Nothing {}
