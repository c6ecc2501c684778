/* Made from the list of commands in src-tauri/src/commands; `WRITE=1 cargo test generated` writes it again. */
import { HostError, type Host, type HostEvents } from './host';

/**
 * A transaction, or none where everything was so already.
 */
export type Acted = { txn: string | null, };

/**
 * A record of a block that was to be added; none where every cell of it was refused.
 */
export type AddedResult = { id: string | null, rows: Array<BlockResult>, };

export type AddedRow = { 
/**
 * What the record begins with.
 */
set: Array<string>, 
/**
 * Its cells, each with assignments that are taken or left together.
 */
cells: Array<Array<string>>, };

/**
 * What stands around every page.
 */
export type AppState = { store: StoreState, practice: boolean, network: string | null, person: Ref | null, organisation: Ref | null, role: string | null, site: string | null, 
/**
 * Whether somebody was asked whose laptop this is.
 */
asked: boolean, language: Language, unshared: number, toSettle: number, undo: string | null, redo: string | null, 
/**
 * Why the store can only be read: `newer` or `unwritable`.
 */
readOnly: string | null, 
/**
 * Why the last daily backup could not be made.
 */
noBackup: Fault | null, 
/**
 * The day whose knowledge is shown; none where it is that of now.
 */
known: string | null, };

export type AsKnownArgs = { 
/**
 * The day; none for now.
 */
day: string | null, };

/**
 * Who wrote a transaction, and when.
 */
export type Author = { txn: string, site: string, person: Ref | null, time: string, };

/**
 * A backup of the store.
 */
export type Backup = { name: string, time: string, 
/**
 * `asked`, `daily`, `merge`, `import` or `migration`.
 */
reason: string, bytes: number, 
/**
 * How many changes it holds; nothing where it cannot be read any more.
 */
changes: number | null, };

/**
 * The backups of the store, newest first.
 */
export type Backups = { rows: Array<Backup>, };

/**
 * What a first start begins with.
 */
export type Beginning = "published" | "empty" | "practise";

export type BlockCell = { id: string, 
/**
 * Assignments that are taken or left together.
 */
set: Array<string>, };

/**
 * A cell of a block, and why it was refused if it was.
 */
export type BlockResult = { id: string, field: string, result: CellOutcome, code: string | null, params: Record<string, string | number>, };

/**
 * What one person's changes do.
 */
export type ByPerson = { person: Named | null, site: string, kinds: { [key in string]: KindCount }, };

/**
 * What is due in some days.
 */
export type Calendar = { activities: Array<Row>, milestones: Array<Row>, 
/**
 * The activities of the milestones, with the field that is grouped by; none where nothing is.
 */
owners: Array<Row>, };

export type CalendarArgs = { 
/**
 * Conditions on the activities.
 */
where?: Array<string>, 
/**
 * The first day.
 */
from: string, 
/**
 * The last day.
 */
to: string, 
/**
 * The field the activities are grouped by.
 */
by?: string, };

/**
 * What was carried forward.
 */
export type CarriedForward = { txn: string | null, rows: Array<CarriedRow>, };

/**
 * An activity that was carried forward.
 */
export type CarriedRow = { from: Ref, to: Ref, 
/**
 * Whether it had been there before.
 */
known: boolean, 
/**
 * Fields that said something and stay with the plan that ends.
 */
left_out: Array<string>, };

export type CarryForwardArgs = { from: string, to: string, 
/**
 * The activities to carry; all that are neither completed nor cancelled where none are named.
 */
activities?: Array<string>, };

/**
 * What became of a cell of a block.
 */
export type CellOutcome = "changed" | "unchanged" | "refused";

/**
 * Something that the plan contradicts in itself.
 */
export type Check = { 
/**
 * The code of the rule; `check-<code>` says what it finds.
 */
rule: string, 
/**
 * `warning` where it is surely so, `note` where it may be.
 */
severity: string, record: Ref, group: Ref | null, 
/**
 * What it is found against: the lead, the activity it is part of, the one of the same title.
 */
other: Ref | null, 
/**
 * The day it turns on.
 */
day: string | null, dismissed: Dismissed | null, };

/**
 * What the plan contradicts in itself, warnings first.
 */
export type Checks = { rows: Array<Check>, };

/**
 * What stands for the files that were chosen; nothing where none were.
 */
export type Chosen = { token: string | null, };

export type CompareArgs = { 
/**
 * The day whose knowledge is the first.
 */
from: string, 
/**
 * The day whose knowledge is the second.
 */
to: string, };

/**
 * How the network differs between two days, by workstream.
 */
export type Compared = { 
/**
 * Number of differences; `rows` may hold only the first of them.
 */
total: number, records: Fates, rows: Array<Difference>, };

/**
 * Something to settle.
 */
export type Conflict = { id: string, 
/**
 * `field`, `delete_edit`, `dangling`, `natural_key`, `cycle`, `overlap`, `join` or `late`.
 */
type: string, record: Ref, field: string, base: Value, heads: Array<ConflictHead>, shown: number | null, others: Array<Ref>, };

/**
 * One side of a conflict.
 */
export type ConflictHead = { n: number, value: Value, person: Ref | null, site: string, 
/**
 * What people call the machine it was written on.
 */
machine: string | null, 
/**
 * How many seconds that machine's clock is ahead, where that shows.
 */
clock_off_s: number | null, time: string, mine: boolean, 
/**
 * The cell it is said of, where that is another than the one to settle.
 */
record?: Ref, field?: string, says?: Value, 
/**
 * What the cell held when the record was closed, where the side came late to that.
 */
frozen?: Value, };

/**
 * Everything to settle.
 */
export type Conflicts = { rows: Array<Conflict>, };

/**
 * Where the workplan works, and where nobody does.
 */
export type Coverage = { columns: Array<MatrixColumn>, rows: Array<CoverageRow>, 
/**
 * Activities by workstream, each counted once.
 */
totals: { [key in string]: number }, total: number, 
/**
 * Activities that name nothing of the kind.
 */
without: number, };

export type CoverageArgs = { 
/**
 * The field that points at what is served: `objectives` or `principles`.
 */
by: string, 
/**
 * Conditions on the activities.
 */
where?: Array<string>, };

/**
 * How many activities serve one thing, by workstream.
 */
export type CoverageRow = { of: Ref, cells: { [key in string]: number }, total: number, 
/**
 * Those in no workstream that is a column.
 */
elsewhere: number, };

export type CreateArgs = { kind: string, set: Array<string>, 
/**
 * The record it stands below.
 */
parent?: string, 
/**
 * The record it stands after.
 */
after?: string, };

/**
 * A record that was added.
 */
export type Created = { txn: string, record: Row, };

/**
 * Every kind and every vocabulary.
 */
export type Description = { kinds: Array<KindDescription>, vocabularies: { [key in string]: VocabularyDescription }, };

/**
 * A difference between two days.
 */
export type Difference = { record: Ref, field: string, old: Value, new: Value, 
/**
 * The workstream; none for what belongs to the whole network.
 */
group: Ref | null, 
/**
 * What became of the record: `added`, `removed` or `changed`.
 */
change: string, personal?: boolean | null, };

export type DismissArgs = { site: string, };

/**
 * What somebody said of something that the plan contradicts in itself.
 */
export type Dismissed = { id: string, person: Ref | null, reason: string | null, };

/**
 * A text that was typed into a field and is not an edit yet.
 */
export type Draft = { kind: string, id: string, field: string, text: string, at: string, };

export type DraftArgs = { kind: string, id: string, 
/**
 * The field, with its language where it is not the first one: `title.fr`.
 */
field: string, text: string, };

export type DraftClearArgs = { id: string, field: string, };

/**
 * The drafts there are.
 */
export type Drafts = { rows: Array<Draft>, };

/**
 * Two records that may be one.
 */
export type Duplicate = { a: Ref, b: Ref, 
/**
 * How likely it is, up to 1.
 */
score: number, reasons: Array<string>, };

/**
 * Pairs of records that may be one, likeliest first.
 */
export type Duplicates = { rows: Array<Duplicate>, };

export type EditArgs = { kind: string, id: string, 
/**
 * Assignments as on the command line.
 */
set: Array<string>, 
/**
 * The texts that were shown of the fields when the person began to write; what was not shown stays beside the edit.
 */
seen?: { [key in string]: string }, };

export type EditBlockArgs = { kind: string, cells: Array<BlockCell>, 
/**
 * Records that are added with it.
 */
added?: Array<AddedRow>, };

/**
 * What an edit did; without a transaction everything was so already.
 */
export type Edited = { txn: string | null, record: Row, };

/**
 * What a block did: one transaction, with what was refused left as it was.
 */
export type EditedBlock = { txn: string | null, rows: Array<BlockResult>, added: Array<AddedResult>, };

/**
 * What erasing somebody did.
 */
export type Erased = { 
/**
 * None where it was done before.
 */
txn: string | null, 
/**
 * Copies of the store that could not be opened and may still hold what was erased, by name.
 */
left: Array<string>, };

/**
 * What is mine and not shared, what came in, and from whom.
 */
export type Exchange = { network: string | null, unshared: number, 
/**
 * How many transactions of this laptop nobody else was given; `own` holds the latest of them.
 */
steps: number, own: Array<HistoryRow>, sites: Array<Site>, waiting: Array<WaitingFor>, merges: Array<PastMerge>, folder: SharedFolder | null, offered: Offered | null, };

/**
 * How many records had which fate.
 */
export type Fates = { added: number, removed: number, changed: number, };

/**
 * Something that went wrong while nobody waited for it: its code and what its message names.
 */
export type Fault = { code: string, params: Record<string, string | number>, };

/**
 * A field of a kind.
 */
export type FieldDescription = { name: string, type: FieldType, vocabulary: string | null, 
/**
 * Vocabulary of the role a link carries.
 */
roles: string | null, 
/**
 * Kinds a reference may point at.
 */
targets: Array<string>, personal: boolean, computed: boolean, };

/**
 * What a field holds.
 */
export type FieldType = "text" | "plain" | "integer" | "flag" | "date" | "moment" | "vague" | "code" | "reference" | "references" | "words" | "money" | "currency" | "position" | "provenance" | "vector";

export type FilesArgs = { 
/**
 * What stands for the files that were chosen or dropped.
 */
token: string, passphrase?: string, };

export type FirstStartArgs = { choice: Beginning, };

export type FolderArgs = { 
/**
 * What lies in the folder is encrypted with; kept in mind until the program ends.
 */
passphrase?: string, };

/**
 * What was found, best first.
 */
export type Found = { rows: Array<SearchHit>, };

/**
 * A record as it was closed, with what it owned.
 */
export type Frozen = { at: string, record: Record<string, unknown> | null, 
/**
 * Records, in the order they depend on each other.
 */
rows: Array<Record<string, unknown>>, };

export type FrozenArgs = { id: string, };

/**
 * What a closed record reads; nothing where it is open.
 */
export type FrozenRecord = { frozen: Frozen | null, };

export type GiveArgs = { 
/**
 * The laptop it is for: what that lacks; without one, everything.
 */
site?: string, 
/**
 * Whether contacts and other personal values go with it.
 */
private: boolean, passphrase?: string, };

/**
 * What was written for somebody; no file where none was chosen.
 */
export type Given = { file: string | null, changes: number, bytes: number, };

/**
 * The records of a list that share a value.
 */
export type GroupCount = { key: string | null, label: string, count: number, counts: { [key in string]: number }, };

/**
 * A list counted by value.
 */
export type GroupCounts = { rows: Array<GroupCount>, };

/**
 * A group with what tells groups apart.
 */
export type GroupRef = { id: string, table: string, label: string, number: number | null, code: string | null, kind: string, };

export type GroupsArgs = { kind: string, 
/**
 * The field whose values are counted.
 */
by: string, where?: Array<string>, };

export type HistoryArgs = { 
/**
 * The record; the whole network without one.
 */
id?: string, 
/**
 * The person who made the changes.
 */
person?: string, 
/**
 * The kind of the records changed.
 */
kind?: string, 
/**
 * The workstream they belong to.
 */
group?: string, 
/**
 * What brought the changes about: `typed`, `import` and the like.
 */
origin?: string, 
/**
 * The earliest time, RFC 3339.
 */
from?: string, 
/**
 * The time before which they were made, RFC 3339.
 */
to?: string, limit: number, 
/**
 * The last transaction of the page before.
 */
before?: string, };

/**
 * A change of one field of one record.
 */
export type HistoryChange = { record: Ref, field: string, old: Value, new: Value, 
/**
 * Of a field that holds several, the one that was added or taken out.
 */
link?: string | null, personal?: boolean | null, };

/**
 * A page of the history, newest first.
 */
export type HistoryPage = { rows: Array<HistoryRow>, };

/**
 * A transaction.
 */
export type HistoryRow = { txn: string, site: string | null, person: Ref | null, time: string, origin: string, reason: string | null, undone: boolean, changes: Array<HistoryChange>, 
/**
 * Number of changes in the transaction; `changes` may hold only the first of them.
 */
total: number, };

export type JoinArgs = { kind: string, a: string, b: string, 
/**
 * What fields are to hold, as on the command line: `FIELD=a`, `FIELD=b`.
 */
picks: Array<string>, };

/**
 * A record that was joined with another, or taken apart from it.
 */
export type Joined = { txn: string | null, record: Ref, };

/**
 * How many records of a kind came, changed or went.
 */
export type KindCount = { added: number, changed: number, deleted: number, };

/**
 * A kind of record.
 */
export type KindDescription = { name: string, table: string, plural: string, readOnly: boolean, tree: boolean, fields: Array<FieldDescription>, };

/**
 * The languages of the window.
 */
export type Language = "en" | "fr" | "es";

export type LeaveFilesArgs = { 
/**
 * What stands for the files that are not wanted after all.
 */
token: string, };

/**
 * Whether a record is here.
 */
export type Life = "live" | "deleted" | "proposed";

/**
 * The records of a kind that point at a record by a field.
 */
export type LinkRows = { kind: string, field: string, total: number, rows: Array<Ref>, };

export type ListArgs = { kind: string, 
/**
 * Conditions as on the command line, that all hold.
 */
where?: Array<string>, 
/**
 * Fields to sort by, with `-` before those that descend; `order` is the planned order.
 */
sort?: Array<string>, 
/**
 * The fields to give; all where none are named.
 */
columns?: Array<string>, offset: number, limit: number, 
/**
 * Whether deleted records are listed instead.
 */
deleted?: boolean, 
/**
 * The day on which the facts were to be true.
 */
on?: string, };

/**
 * A page of a list.
 */
export type Listing = { table: string, total: number, rows: Array<Row>, };

/**
 * Organisations by groups.
 */
export type Matrix = { total: number, columns: Array<MatrixColumn>, rows: Array<MatrixRow>, totals: { [key in string]: number }, };

export type MatrixArgs = { 
/**
 * The groups in the order of the columns; without them the workstreams that have not ended.
 */
groups?: Array<string>, 
/**
 * Conditions on the organisations.
 */
where?: Array<string>, offset: number, limit: number, 
/**
 * The day on which the memberships were to stand; today without one.
 */
on?: string, };

/**
 * The part of an organisation in a group.
 */
export type MatrixCell = { id: string, role: string | null, from: Vague | null, to: Vague | null, state: string | null, standing: Standing | null, };

/**
 * A column of the matrix.
 */
export type MatrixColumn = { id: string, table: string, label: string, number: number | null, kind: string, };

/**
 * An organisation of the matrix.
 */
export type MatrixOrganisation = { id: string, table: string, label: string, name: string | null, category: string | null, };

/**
 * A row of the matrix: its parts by group.
 */
export type MatrixRow = { organisation: MatrixOrganisation, cells: { [key in string]: MatrixCell }, total: number, };

/**
 * A field in which a person's name stands.
 */
export type Mention = { id: string, table: string, label: string, field: string, };

/**
 * Where a person's name stands.
 */
export type Mentions = { rows: Array<Mention>, };

/**
 * What a merge did, or would do.
 */
export type MergeReport = { new_changes: number, waiting: number, conflicts_new: number, conflicts_open: number, digest: string, backup: boolean, renewed: boolean, rows: Array<MergedFile>, 
/**
 * How many parts were left in the shared folder.
 */
left?: number, };

/**
 * What became of a file.
 */
export type MergedFile = { file: string, 
/**
 * `merged`, `known`, `waiting`, `refused` or `failed`.
 */
result: string, code: string | null, 
/**
 * What the system says of a file that it could not read.
 */
detail: string | null, new_changes: number, waiting_for: Array<Missing>, kinds: { [key in string]: KindCount }, people: Array<ByPerson>, sender: Sender | null, };

/**
 * Milestones, by due.
 */
export type Milestones = { rows: Array<Row>, };

export type MilestonesArgs = { 
/**
 * The activities they belong to.
 */
of?: Array<string>, 
/**
 * Conditions on the activities, in the place of naming them.
 */
where?: Array<string>, };

/**
 * Changes that a file waits for.
 */
export type Missing = { site: string, person: string | null, after: number, };

export type MoveRowArgs = { kind: string, id: string, parent: string | null, 
/**
 * The row it stands after; first without one.
 */
after: string | null, };

/**
 * A record that was moved.
 */
export type Moved = { txn: string | null, record: Row, };

export type MovedTimeArgs = { 
/**
 * The time as it is written.
 */
text: string, 
/**
 * Its reading where somebody corrected it.
 */
edtf?: string, end: Moving, 
/**
 * How many months later; earlier where negative.
 */
months: number, };

export type Moving = "both" | "first" | "last";

/**
 * What somebody has to do.
 */
export type MyWork = { person: Ref | null, organisation: Ref | null, rows: Array<WorkRow>, 
/**
 * Open action points of meetings.
 */
points: Array<Row>, };

/**
 * A record that may not be here, with what it is called.
 */
export type Named = { id: string, table: string, label: string | null, };

/**
 * How much of the workplan is not known.
 */
export type NotKnown = { no_co_lead: number, no_status: number, no_name: number, no_number: number, };

export type NotSameArgs = { kind: string, a: string, b: string, };

/**
 * Nothing but that it was done.
 */
export type Nothing = Record<symbol, never>;

/**
 * Files that were dropped or opened and not dealt with yet.
 */
export type Offered = { token: string, files: Array<string>, };

/**
 * The workplan at a glance.
 */
export type Overview = { network: string | null, as_of: string, unshared: number, to_settle: number, rows: Array<OverviewRow>, overdue: Array<Row>, due: Array<Row>, meetings: Array<Row>, unknown: NotKnown, };

/**
 * A group of the overview.
 */
export type OverviewRow = { group: GroupRef, activities: { [key in string]: number }, overdue: number, due_30: number, due_60: number, due_90: number, co_leads: Array<Ref>, members: number, };

/**
 * A merge of this laptop.
 */
export type PastMerge = { merge: number, time: string, source: string, sender: string | null, changes: number, canBeSetBack: boolean, };

export type PersonArgs = { id: string, };

/**
 * What was planned otherwise at an earlier point.
 */
export type Planned = { rows: Array<PlannedRow>, later: number, earlier: number, otherwise: number, added: number, kept: number, };

export type PlannedArgs = { 
/**
 * Conditions on the activities.
 */
where?: Array<string>, 
/**
 * The day whose plan is compared with.
 */
day?: string, 
/**
 * The workplan whose adoption is compared with, in the place of a day.
 */
workplan?: string, };

/**
 * An activity that was planned otherwise.
 */
export type PlannedRow = { id: string, 
/**
 * Whether it was not there then.
 */
added: boolean, planned: Vague | null, 
/**
 * How many days later it is now; none where that cannot be said.
 */
days: number | null, };

/**
 * How exact a time is.
 */
export type Precision = "day" | "month" | "quarter" | "half" | "year" | "open" | "unknown";

/**
 * Where a fact comes from.
 */
export type Provenance = { address: string | null, retrieved: string | null, standing: Standing, };

export type RecoverArgs = { 
/**
 * What the backup is called in the list of them.
 */
name: string, };

/**
 * What going back to a backup did.
 */
export type Recovered = { changes: number, 
/**
 * What the former file is called now.
 */
kept: string | null, };

/**
 * Points at a record; `role` is there where the link has one.
 */
export type Ref = { id: string, table: string, label: string, role?: string | null, };

/**
 * A text to paste into a mail; none where everybody has answered.
 */
export type Reminder = { text: string | null, };

/**
 * Records that were deleted.
 */
export type Removed = { txn: string | null, removed: number, };

export type RestoreFieldArgs = { txn: string, id: string, 
/**
 * The field, as the history names it.
 */
field: string, 
/**
 * Of a field that holds several, the one that is meant; all that the transaction added or took out without it.
 */
link?: string | null, side: Side, };

/**
 * The part that was set; none where it was taken away.
 */
export type RoleSet = { txn: string | null, record: Row | null, };

/**
 * Where a status round stands.
 */
export type Round = { round: Row, 
/**
 * When it was closed; none while it is open.
 */
frozen_at: string | null, due: number, answered: number, rows: Array<RoundRow>, };

export type RoundArgs = { id: string, };

export type RoundReminderArgs = { id: string, 
/**
 * The language to write in.
 */
language: string, };

/**
 * An activity of a round.
 */
export type RoundRow = { activity: Ref, group: Ref | null, 
/**
 * Where it stands, or stood when the round was closed.
 */
status: string | null, leads: Array<Ref>, 
/**
 * Who is asked: a person by the organisation they work for.
 */
asked: Array<Ref>, 
/**
 * The answers, as records; those the round was closed with where it is closed.
 */
answers: Array<Record<string, unknown>>, 
/**
 * Answers that came after it was closed, as records, each with the id of the `conflict` it waits as.
 */
late: Array<Record<string, unknown>>, };

/**
 * A record: the members every kind has; its fields stand beside them by name.
 */
export type Row = { id: string, table: string, life: Life, label: string, provenance: Provenance | null, contested: Array<string>, 
/**
 * Fields that were changed here since the publication.
 */
own: Array<string>, 
/**
 * Depth in the tree, in rows of a tree kind listed in planned order.
 */
depth?: number, hasChildren?: boolean, } & ({ [key in string]: unknown });

export type SearchArgs = { text: string, 
/**
 * The kinds to look among; all where none are named.
 */
kinds?: Array<string>, limit?: number, };

/**
 * A record that was found.
 */
export type SearchHit = { id: string, table: string, label: string, field: string, 
/**
 * Words that matched stand in double square brackets.
 */
snippet: string, rank: number, };

/**
 * Who packed a file.
 */
export type Sender = { site: string, label: string, person: string | null, made: string, };

/**
 * What setting a merge back did.
 */
export type SetBack = { source: string, changes: number, };

export type SetLanguageArgs = { language: Language, };

/**
 * "I am NAME of ORGANISATION, co-lead of ..., or secretariat."
 */
export type SetPersonArgs = { name: string, 
/**
 * The key of an organisation.
 */
organisation?: string, role?: string, 
/**
 * The keys of the groups that the organisation, or else the person, leads with others.
 */
coLeadOf?: Array<string>, };

export type SetRoleArgs = { organisation: string, group: string, 
/**
 * The part; none to end it.
 */
role: string | null, from?: string, to?: string, };

export type SettleAllArgs = { choice: string, type?: string, };

export type SettleArgs = { id: string, 
/**
 * As on the command line: `mine`, `theirs`, `latest`, a number, `keep`, `drop`, `value=TEXT`.
 */
choice: string, };

/**
 * What settling did.
 */
export type Settled = { txn: string | null, settled: number, left: number, };

export type SeveralArgs = { kind: string, ids: Array<string>, };

/**
 * The shared folder.
 */
export type SharedFolder = { name: string, last: string | null, 
/**
 * Whether what lies in it is encrypted.
 */
encrypted: boolean, 
/**
 * Whether the passphrase is to be said again: it is written nowhere.
 */
locked: boolean, };

export type ShowArgs = { kind: string, id: string, };

/**
 * A record with its history, its sources and what points at it.
 */
export type Shown = { record: Row, rows: Array<HistoryRow>, sources: Array<SourceRow>, links: Array<LinkRows>, 
/**
 * The records that were joined and that this one stands for.
 */
joined: Array<Ref>, };

/**
 * Which value of a change is meant.
 */
export type Side = "before" | "after";

/**
 * A laptop, or another source of changes.
 */
export type Site = { site: string, 
/**
 * `laptop`, `publication` or `guest`.
 */
kind: string, person: Ref | null, label: string | null, last: number, last_time: string | null, 
/**
 * `self` for this installation.
 */
standing: string, 
/**
 * How many seconds its clock is ahead, where that shows.
 */
clock_off_s: number | null, 
/**
 * When a file of it was last taken in.
 */
heard: string | null, 
/**
 * Whether this file wrote it.
 */
own: boolean, 
/**
 * Whether it is a branch of a series that was written twice.
 */
branch: boolean, };

/**
 * Where one fact of a record comes from.
 */
export type SourceRow = { field: string | null, address: string | null, retrieved: string | null, standing: Standing, note: string | null, };

/**
 * How sure a fact is.
 */
export type Standing = "published" | "inferred" | "unconfirmed" | "own";

/**
 * Whether there is a store, and whether it can be written.
 */
export type StoreState = "none" | "open" | "read_only";

/**
 * How far the activities of a group reach in time.
 */
export type TimeSpan = { key: string | null, first: string | null, last: string | null, };

/**
 * How far activities reach in time.
 */
export type Timeline = { first: string | null, last: string | null, total: number, 
/**
 * How many have no day.
 */
undated: number, spans: Array<TimeSpan>, };

export type TimelineArgs = { 
/**
 * Conditions on the activities.
 */
where?: Array<string>, 
/**
 * The field they are grouped by.
 */
by?: string, };

export type UndoArgs = { txn?: string, };

/**
 * What an undo or a redo did.
 */
export type Undone = { txn: string | null, undone: string | null, label: string | null, rows: Array<UndoneRow>, };

/**
 * What became of a field that was to be taken back.
 */
export type UndoneRow = { record: Ref, field: string, done: boolean, 
/**
 * `built_on`, `in_conflict`, `closed` or `erased`; none where it was taken back.
 */
why: string | null, 
/**
 * Who wrote what it was kept for.
 */
by: Array<Author>, };

export type UnjoinArgs = { 
/**
 * The one of the joined records that is taken out.
 */
id: string, };

/**
 * A time kept as it was written, with what was understood of it.
 */
export type Vague = { text: string, edtf: string | null, first: string | null, last: string | null, precision: Precision, };

export type VagueArgs = { text: string, };

/**
 * The value of a field, of the shape that its type has.
 */
export type Value = unknown;

/**
 * The codes a field can take; others too where it is open.
 */
export type VocabularyDescription = { codes: Array<string>, open: boolean, };

/**
 * Changes that something waits for.
 */
export type WaitingFor = { site: string, person: string | null, after: number, segments: number, dismissed: boolean, };

/**
 * An activity that somebody, or their organisation, has a part in.
 */
export type WorkRow = { activity: Row, 
/**
 * `lead` or `contributor`.
 */
part: string, 
/**
 * Whether it is theirs as a person, and not only their organisation's.
 */
person: boolean, overdue: boolean, 
/**
 * Open rounds that ask them for it.
 */
rounds: Array<Ref>, };

/** Asks the core with typed arguments and answers. */
export class Client {
  readonly #host: Host;

  constructor(host: Host) {
    this.#host = host;
  }

  async #ask<T>(command: string, args: object = {}): Promise<T> {
    try {
      return (await this.#host.call(command, args as Record<string, unknown>)) as T;
    } catch (cause) {
      throw HostError.from(cause);
    }
  }

  on<E extends keyof HostEvents>(event: E, listener: (payload: HostEvents[E]) => void): () => void {
    return this.#host.on(event, listener);
  }

  /** Tells what stands around every page. */
  appState(): Promise<AppState> {
    return this.#ask('app_state');
  }

  /** Makes a store on a laptop that has none. */
  firstStart(args: FirstStartArgs): Promise<AppState> {
    return this.#ask('first_start', args);
  }

  /** Goes from the practice network back to the network. */
  leavePractice(): Promise<AppState> {
    return this.#ask('leave_practice');
  }

  /** Sets the language of the window. */
  setLanguage(args: SetLanguageArgs): Promise<AppState> {
    return this.#ask('set_language', args);
  }

  /** Says whose laptop this is. */
  setPerson(args: SetPersonArgs): Promise<AppState> {
    return this.#ask('set_person', args);
  }

  /** Leaves it for later whose laptop this is. */
  putOffPerson(): Promise<AppState> {
    return this.#ask('put_off_person');
  }

  /** Tells every kind of record, its fields and their codes. */
  describe(): Promise<Description> {
    return this.#ask('describe');
  }

  /** Lists records of a kind, a page at a time. */
  list(args: ListArgs): Promise<Listing> {
    return this.#ask('list', args);
  }

  /** Counts the records of a list by the value of a field. */
  groups(args: GroupsArgs): Promise<GroupCounts> {
    return this.#ask('groups', args);
  }

  /** Shows a record with its history, sources and what points at it. */
  show(args: ShowArgs): Promise<Shown> {
    return this.#ask('show', args);
  }

  /** Finds records of all kinds by words. */
  search(args: SearchArgs): Promise<Found> {
    return this.#ask('search', args);
  }

  /** Tells transactions, newest first. */
  history(args: HistoryArgs): Promise<HistoryPage> {
    return this.#ask('history', args);
  }

  /** Tells how the network differs between two days. */
  compare(args: CompareArgs): Promise<Compared> {
    return this.#ask('compare', args);
  }

  /** Shows everything as it was known on a day, or as it is now. */
  asKnown(args: AsKnownArgs): Promise<AppState> {
    return this.#ask('as_known', args);
  }

  /** Tells where the workplan stands today. */
  overview(): Promise<Overview> {
    return this.#ask('overview');
  }

  /** Tells the part of each organisation in each group. */
  matrix(args: MatrixArgs): Promise<Matrix> {
    return this.#ask('matrix', args);
  }

  /** Tells what the plan contradicts in itself. */
  checks(): Promise<Checks> {
    return this.#ask('checks');
  }

  /** Tells where a status round stands. */
  round(args: RoundArgs): Promise<Round> {
    return this.#ask('round', args);
  }

  /** Writes a text for those who have not answered in a round. */
  roundReminder(args: RoundReminderArgs): Promise<Reminder> {
    return this.#ask('round_reminder', args);
  }

  /** Tells what a closed record reads for ever. */
  frozen(args: FrozenArgs): Promise<FrozenRecord> {
    return this.#ask('frozen', args);
  }

  /** Tells what is mine to do. */
  myWork(): Promise<MyWork> {
    return this.#ask('my_work');
  }

  /** Carries activities forward into another workplan. */
  carryForward(args: CarryForwardArgs): Promise<CarriedForward> {
    return this.#ask('carry_forward', args);
  }

  /** Tells how far activities reach in time, all together and by group. */
  timeline(args: TimelineArgs): Promise<Timeline> {
    return this.#ask('timeline', args);
  }

  /** Lists the milestones of some activities. */
  milestones(args: MilestonesArgs): Promise<Milestones> {
    return this.#ask('milestones', args);
  }

  /** Tells which activities were planned otherwise at an earlier point. */
  planned(args: PlannedArgs): Promise<Planned> {
    return this.#ask('planned', args);
  }

  /** Moves or stretches a time by months, in the style of its text. */
  movedTime(args: MovedTimeArgs): Promise<Vague> {
    return this.#ask('moved_time', args);
  }

  /** Tells what is due in some days. */
  calendar(args: CalendarArgs): Promise<Calendar> {
    return this.#ask('calendar', args);
  }

  /** Counts activities by what they serve and by workstream. */
  coverage(args: CoverageArgs): Promise<Coverage> {
    return this.#ask('coverage', args);
  }

  /** Sets fields of a record. */
  edit(args: EditArgs): Promise<Edited> {
    return this.#ask('edit', args);
  }

  /** Sets cells of several records and adds records with it; what is refused is left as it was. */
  editBlock(args: EditBlockArgs): Promise<EditedBlock> {
    return this.#ask('edit_block', args);
  }

  /** Adds a record. */
  create(args: CreateArgs): Promise<Created> {
    return this.#ask('create', args);
  }

  /** Deletes records. */
  remove(args: SeveralArgs): Promise<Removed> {
    return this.#ask('remove', args);
  }

  /** Brings deleted records back. */
  restore(args: SeveralArgs): Promise<Acted> {
    return this.#ask('restore', args);
  }

  /** Moves a row of a tree or a list. */
  moveRow(args: MoveRowArgs): Promise<Moved> {
    return this.#ask('move_row', args);
  }

  /** Sets the part of an organisation in a group, or ends it. */
  setRole(args: SetRoleArgs): Promise<RoleSet> {
    return this.#ask('set_role', args);
  }

  /** Lists the texts in which a person's name stands. */
  mentions(args: PersonArgs): Promise<Mentions> {
    return this.#ask('mentions', args);
  }

  /** Erases a person's contact details on every laptop. */
  erase(args: PersonArgs): Promise<Erased> {
    return this.#ask('erase', args);
  }

  /** Writes into a field what stood there before or after a transaction. */
  restoreField(args: RestoreFieldArgs): Promise<Acted> {
    return this.#ask('restore_field', args);
  }

  /** Takes back the last transaction, or the one named. */
  undo(args: UndoArgs): Promise<Undone> {
    return this.#ask('undo', args);
  }

  /** Does again what was undone last. */
  redo(): Promise<Undone> {
    return this.#ask('redo');
  }

  /** Tells what is mine and not shared, what came in, and from whom. */
  exchange(): Promise<Exchange> {
    return this.#ask('exchange');
  }

  /** Asks for files of others. */
  chooseFiles(): Promise<Chosen> {
    return this.#ask('choose_files');
  }

  /** Leaves files that were chosen or dropped as they are. */
  leaveFiles(args: LeaveFilesArgs): Promise<Nothing> {
    return this.#ask('leave_files', args);
  }

  /** Tells what files would bring, and changes nothing. */
  preview(args: FilesArgs): Promise<MergeReport> {
    return this.#ask('preview', args);
  }

  /** Takes files of others in. */
  takeIn(args: FilesArgs): Promise<MergeReport> {
    return this.#ask('take_in', args);
  }

  /** Writes a file for somebody. */
  give(args: GiveArgs): Promise<Given> {
    return this.#ask('give', args);
  }

  /** Asks for a shared folder. */
  chooseFolder(args: FolderArgs): Promise<Exchange> {
    return this.#ask('choose_folder', args);
  }

  /** Says what the shared folder is encrypted with. */
  unlockFolder(args: FolderArgs): Promise<Exchange> {
    return this.#ask('unlock_folder', args);
  }

  /** Exchanges with no folder any more. */
  leaveFolder(): Promise<Exchange> {
    return this.#ask('leave_folder');
  }

  /** Exchanges with the shared folder. */
  exchangeNow(): Promise<MergeReport> {
    return this.#ask('exchange_now');
  }

  /** No longer waits for the changes of a laptop. */
  dismiss(args: DismissArgs): Promise<Nothing> {
    return this.#ask('dismiss', args);
  }

  /** Sets the latest merge back. */
  setBack(): Promise<SetBack> {
    return this.#ask('set_back');
  }

  /** Stops what goes on. */
  cancel(): Promise<Nothing> {
    return this.#ask('cancel');
  }

  /** Lists what waits to be settled. */
  conflicts(): Promise<Conflicts> {
    return this.#ask('conflicts');
  }

  /** Settles one conflict. */
  settle(args: SettleArgs): Promise<Settled> {
    return this.#ask('settle', args);
  }

  /** Settles all conflicts that can be settled one way. */
  settleAll(args: SettleAllArgs): Promise<Settled> {
    return this.#ask('settle_all', args);
  }

  /** Lists pairs of records that may be one. */
  duplicates(): Promise<Duplicates> {
    return this.#ask('duplicates');
  }

  /** Joins two records into one. */
  join(args: JoinArgs): Promise<Joined> {
    return this.#ask('join', args);
  }

  /** Takes a record apart from those it was joined with. */
  unjoin(args: UnjoinArgs): Promise<Joined> {
    return this.#ask('unjoin', args);
  }

  /** Says that two records are two. */
  notSame(args: NotSameArgs): Promise<Acted> {
    return this.#ask('not_same', args);
  }

  /** Lists the backups. */
  backups(): Promise<Backups> {
    return this.#ask('backups');
  }

  /** Goes back to a backup. */
  recover(args: RecoverArgs): Promise<Recovered> {
    return this.#ask('recover', args);
  }

  /** Reads a time as it is written. */
  readVague(args: VagueArgs): Promise<Vague> {
    return this.#ask('read_vague', args);
  }

  /** Keeps a text that is being typed. */
  draftPut(args: DraftArgs): Promise<Nothing> {
    return this.#ask('draft_put', args);
  }

  /** Forgets a text that was being typed. */
  draftClear(args: DraftClearArgs): Promise<Nothing> {
    return this.#ask('draft_clear', args);
  }

  /** Tells the texts that were being typed. */
  drafts(): Promise<Drafts> {
    return this.#ask('drafts');
  }
}
