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
    /// Why the store can only be read: `newer` or `unwritable`.
    pub read_only: Option<String>,
    /// Why the last daily backup could not be made.
    pub no_backup: Option<Fault>,
    /// The day whose knowledge is shown; none where it is that of now.
    pub known: Option<String>,
}

/// Something that went wrong while nobody waited for it: its code and what its message names.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Fault {
    pub code: String,
    #[ts(type = "Record<string, string | number>")]
    pub params: Json,
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
    /// Of a field that holds several, the one that was added or taken out.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub link: Option<String>,
    #[serde(default)]
    #[ts(optional = nullable)]
    pub personal: Option<bool>,
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

/// A difference between two days.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Difference {
    pub record: Ref,
    pub field: String,
    pub old: Value,
    pub new: Value,
    /// The workstream; none for what belongs to the whole network.
    pub group: Option<Ref>,
    /// What became of the record: `added`, `removed` or `changed`.
    pub change: String,
    #[serde(default)]
    #[ts(optional = nullable)]
    pub personal: Option<bool>,
}

/// How many records had which fate.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Fates {
    pub added: u64,
    pub removed: u64,
    pub changed: u64,
}

/// How the network differs between two days, by workstream.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Compared {
    /// Number of differences; `rows` may hold only the first of them.
    pub total: u64,
    pub records: Fates,
    pub rows: Vec<Difference>,
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
    /// The records that were joined and that this one stands for.
    pub joined: Vec<Ref>,
}

/// What an edit did; without a transaction everything was so already.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Edited {
    pub txn: Option<String>,
    pub record: Row,
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
    pub added: Vec<AddedResult>,
}

/// A record of a block that was to be added; none where every cell of it was refused.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AddedResult {
    pub id: Option<String>,
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

/// A field in which a person's name stands.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Mention {
    pub id: String,
    pub table: String,
    pub label: String,
    pub field: String,
}

/// Where a person's name stands.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Mentions {
    pub rows: Vec<Mention>,
}

/// What erasing somebody did.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Erased {
    /// None where it was done before.
    pub txn: Option<String>,
    /// Copies of the store that could not be opened and may still hold what was erased, by name.
    pub left: Vec<String>,
}

/// What became of a field that was to be taken back.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct UndoneRow {
    pub record: Ref,
    pub field: String,
    pub done: bool,
    /// `built_on`, `in_conflict`, `closed` or `erased`; none where it was taken back.
    pub why: Option<String>,
    /// Who wrote what it was kept for.
    pub by: Vec<Author>,
}

/// Who wrote a transaction, and when.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Author {
    pub txn: String,
    pub site: String,
    pub person: Option<Ref>,
    pub time: String,
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

/// How far the activities of a group reach in time.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TimeSpan {
    pub key: Option<String>,
    pub first: Option<String>,
    pub last: Option<String>,
}

/// How far activities reach in time.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Timeline {
    pub first: Option<String>,
    pub last: Option<String>,
    pub total: u64,
    /// How many have no day.
    pub undated: u64,
    pub spans: Vec<TimeSpan>,
}

/// Milestones, by due.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Milestones {
    pub rows: Vec<Row>,
}

/// An activity that was planned otherwise.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PlannedRow {
    pub id: String,
    /// Whether it was not there then.
    pub added: bool,
    pub planned: Option<Vague>,
    /// How many days later it is now; none where that cannot be said.
    pub days: Option<i64>,
}

/// What was planned otherwise at an earlier point.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Planned {
    pub rows: Vec<PlannedRow>,
    pub later: u64,
    pub earlier: u64,
    pub otherwise: u64,
    pub added: u64,
    pub kept: u64,
}

/// What is due in some days.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Calendar {
    pub activities: Vec<Row>,
    pub milestones: Vec<Row>,
    /// The activities of the milestones, with the field that is grouped by; none where nothing is.
    pub owners: Vec<Row>,
}

/// How many activities serve one thing, by workstream.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CoverageRow {
    pub of: Ref,
    pub cells: BTreeMap<String, u64>,
    pub total: u64,
    /// Those in no workstream that is a column.
    pub elsewhere: u64,
}

/// Where the workplan works, and where nobody does.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Coverage {
    pub columns: Vec<MatrixColumn>,
    pub rows: Vec<CoverageRow>,
    /// Activities by workstream, each counted once.
    pub totals: BTreeMap<String, u64>,
    pub total: u64,
    /// Activities that name nothing of the kind.
    pub without: u64,
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

/// A laptop, or another source of changes.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Site {
    pub site: String,
    /// `laptop`, `publication` or `guest`.
    pub kind: String,
    pub person: Option<Ref>,
    pub label: Option<String>,
    pub last: u64,
    pub last_time: Option<String>,
    /// `self` for this installation.
    pub standing: String,
    /// How many seconds its clock is ahead, where that shows.
    pub clock_off_s: Option<i64>,
    /// When a file of it was last taken in.
    pub heard: Option<String>,
    /// Whether this file wrote it.
    pub own: bool,
    /// Whether it is a branch of a series that was written twice.
    pub branch: bool,
}

/// Changes that something waits for.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WaitingFor {
    pub site: String,
    pub person: Option<String>,
    pub after: i64,
    pub segments: u64,
    pub dismissed: bool,
}

/// A merge of this laptop.
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PastMerge {
    pub merge: i64,
    pub time: String,
    pub source: String,
    pub sender: Option<String>,
    pub changes: u64,
    pub can_be_set_back: bool,
}

/// The shared folder.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SharedFolder {
    pub name: String,
    pub last: Option<String>,
    /// Whether what lies in it is encrypted.
    pub encrypted: bool,
    /// Whether the passphrase is to be said again: it is written nowhere.
    pub locked: bool,
}

/// Files that were dropped or opened and not dealt with yet.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Offered {
    pub token: String,
    pub files: Vec<String>,
}

/// What is mine and not shared, what came in, and from whom.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Exchange {
    pub network: Option<String>,
    pub unshared: i64,
    /// How many transactions of this laptop nobody else was given; `own` holds the latest of them.
    pub steps: i64,
    pub own: Vec<HistoryRow>,
    pub sites: Vec<Site>,
    pub waiting: Vec<WaitingFor>,
    pub merges: Vec<PastMerge>,
    pub folder: Option<SharedFolder>,
    pub offered: Option<Offered>,
}

/// What stands for the files that were chosen; nothing where none were.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Chosen {
    pub token: Option<String>,
}

/// How many records of a kind came, changed or went.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct KindCount {
    pub added: u64,
    pub changed: u64,
    pub deleted: u64,
}

/// What one person's changes do.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ByPerson {
    pub person: Option<Named>,
    pub site: String,
    pub kinds: BTreeMap<String, KindCount>,
}

/// A record that may not be here, with what it is called.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Named {
    pub id: String,
    pub table: String,
    pub label: Option<String>,
}

/// Changes that a file waits for.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Missing {
    pub site: String,
    pub person: Option<String>,
    pub after: i64,
}

/// Who packed a file.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Sender {
    pub site: String,
    pub label: String,
    pub person: Option<String>,
    pub made: String,
}

/// What became of a file.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MergedFile {
    pub file: String,
    /// `merged`, `known`, `waiting`, `refused` or `failed`.
    pub result: String,
    pub code: Option<String>,
    /// What the system says of a file that it could not read.
    pub detail: Option<String>,
    pub new_changes: u64,
    pub waiting_for: Vec<Missing>,
    pub kinds: BTreeMap<String, KindCount>,
    pub people: Vec<ByPerson>,
    pub sender: Option<Sender>,
}

/// What a merge did, or would do.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MergeReport {
    pub new_changes: u64,
    pub waiting: u64,
    pub conflicts_new: u64,
    pub conflicts_open: u64,
    pub digest: String,
    pub backup: bool,
    pub renewed: bool,
    pub rows: Vec<MergedFile>,
    /// How many parts were left in the shared folder.
    #[serde(default)]
    #[ts(optional)]
    pub left: Option<u64>,
}

/// What was written for somebody; no file where none was chosen.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Given {
    pub file: Option<String>,
    pub changes: u64,
    pub bytes: u64,
}

/// What setting a merge back did.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SetBack {
    pub source: String,
    pub changes: u64,
}

/// One side of a conflict.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ConflictHead {
    pub n: u64,
    pub value: Value,
    pub person: Option<Ref>,
    pub site: String,
    /// What people call the machine it was written on.
    pub machine: Option<String>,
    /// How many seconds that machine's clock is ahead, where that shows.
    pub clock_off_s: Option<i64>,
    pub time: String,
    pub mine: bool,
    /// The cell it is said of, where that is another than the one to settle.
    #[serde(default)]
    #[ts(optional)]
    pub record: Option<Ref>,
    #[serde(default)]
    #[ts(optional)]
    pub field: Option<String>,
    #[serde(default)]
    #[ts(optional)]
    pub says: Option<Value>,
    /// What the cell held when the record was closed, where the side came late to that.
    #[serde(default)]
    #[ts(optional)]
    pub frozen: Option<Value>,
}

/// Something to settle.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Conflict {
    pub id: String,
    /// `field`, `delete_edit`, `dangling`, `natural_key`, `cycle`, `overlap`, `join` or `late`.
    #[serde(rename = "type")]
    pub ty: String,
    pub record: Ref,
    pub field: String,
    pub base: Value,
    pub heads: Vec<ConflictHead>,
    pub shown: Option<u64>,
    pub others: Vec<Ref>,
}

/// Everything to settle.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Conflicts {
    pub rows: Vec<Conflict>,
}

/// What settling did.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Settled {
    pub txn: Option<String>,
    pub settled: u64,
    pub left: u64,
}

/// Two records that may be one.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Duplicate {
    pub a: Ref,
    pub b: Ref,
    /// How likely it is, up to 1.
    pub score: f64,
    pub reasons: Vec<String>,
}

/// Pairs of records that may be one, likeliest first.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Duplicates {
    pub rows: Vec<Duplicate>,
}

/// A record that was joined with another, or taken apart from it.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Joined {
    pub txn: Option<String>,
    pub record: Ref,
}

/// A backup of the store.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Backup {
    pub name: String,
    pub time: String,
    /// `asked`, `daily`, `merge`, `import` or `migration`.
    pub reason: String,
    pub bytes: u64,
    /// How many changes it holds; nothing where it cannot be read any more.
    pub changes: Option<i64>,
}

/// The backups of the store, newest first.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Backups {
    pub rows: Vec<Backup>,
}

/// What going back to a backup did.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Recovered {
    pub changes: i64,
    /// What the former file is called now.
    pub kept: Option<String>,
}

/// What somebody said of something that the plan contradicts in itself.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Dismissed {
    pub id: String,
    pub person: Option<Ref>,
    pub reason: Option<String>,
}

/// Something that the plan contradicts in itself.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Check {
    /// The code of the rule; `check-<code>` says what it finds.
    pub rule: String,
    /// `warning` where it is surely so, `note` where it may be.
    pub severity: String,
    pub record: Ref,
    pub group: Option<Ref>,
    /// What it is found against: the lead, the activity it is part of, the one of the same title.
    pub other: Option<Ref>,
    /// The day it turns on.
    pub day: Option<String>,
    pub dismissed: Option<Dismissed>,
}

/// What the plan contradicts in itself, warnings first.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Checks {
    pub rows: Vec<Check>,
}

/// An activity of a round.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RoundRow {
    pub activity: Ref,
    pub group: Option<Ref>,
    /// Where it stands, or stood when the round was closed.
    pub status: Option<String>,
    pub leads: Vec<Ref>,
    /// Who is asked: a person by the organisation they work for.
    pub asked: Vec<Ref>,
    /// The answers, as records; those the round was closed with where it is closed.
    #[ts(type = "Array<Record<string, unknown>>")]
    pub answers: Vec<Value>,
    /// Answers that came after it was closed, as records, each with the id of the `conflict` it waits as.
    #[ts(type = "Array<Record<string, unknown>>")]
    pub late: Vec<Value>,
}

/// Where a status round stands.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Round {
    pub round: Row,
    /// When it was closed; none while it is open.
    pub frozen_at: Option<String>,
    pub due: u64,
    pub answered: u64,
    pub rows: Vec<RoundRow>,
}

/// A text to paste into a mail; none where everybody has answered.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Reminder {
    pub text: Option<String>,
}

/// An activity that somebody, or their organisation, has a part in.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WorkRow {
    pub activity: Row,
    /// `lead` or `contributor`.
    pub part: String,
    /// Whether it is theirs as a person, and not only their organisation's.
    pub person: bool,
    pub overdue: bool,
    /// Open rounds that ask them for it.
    pub rounds: Vec<Ref>,
}

/// What somebody has to do.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MyWork {
    pub person: Option<Ref>,
    pub organisation: Option<Ref>,
    pub rows: Vec<WorkRow>,
    /// Open action points of meetings.
    pub points: Vec<Row>,
}

/// An activity that was carried forward.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CarriedRow {
    pub from: Ref,
    pub to: Ref,
    /// Whether it had been there before.
    pub known: bool,
    /// Fields that said something and stay with the plan that ends.
    pub left_out: Vec<String>,
}

/// What was carried forward.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CarriedForward {
    pub txn: Option<String>,
    pub rows: Vec<CarriedRow>,
}

/// A record as it was closed, with what it owned.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Frozen {
    pub at: String,
    #[ts(type = "Record<string, unknown> | null")]
    pub record: Option<Value>,
    /// Records, in the order they depend on each other.
    #[ts(type = "Array<Record<string, unknown>>")]
    pub rows: Vec<Value>,
}

/// What a closed record reads; nothing where it is open.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FrozenRecord {
    pub frozen: Option<Frozen>,
}
