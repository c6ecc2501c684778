//! What can go wrong, with the stable codes that answers carry.

use std::path::PathBuf;

use domain::input::InputError;
use serde_json::{Value as Json, json};
use thiserror::Error;
use uuid::Uuid;

/// Whether an error says no, says how, gives up, or admits a defect.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ErrorKind {
    /// The request was understood and refused; nothing was changed.
    Refused,
    /// The request's words were wrong.
    Usage,
    /// The machine failed: disk, file, damage.
    Failed,
    /// The program is wrong.
    Defect,
}

impl ErrorKind {
    /// The code in answers.
    pub const fn code(self) -> &'static str {
        match self {
            ErrorKind::Refused => "refused",
            ErrorKind::Usage => "usage",
            ErrorKind::Failed => "failed",
            ErrorKind::Defect => "defect",
        }
    }
}

/// An error of the store.
#[derive(Debug, Error)]
pub enum Error {
    /// There is no file.
    #[error("there is no store at {0}")]
    Missing(PathBuf),
    /// There is a file already.
    #[error("there is a file at {0} already")]
    Exists(PathBuf),
    /// The file is not a store.
    #[error("{0} is not a store")]
    NotAStore(PathBuf),
    /// The file is damaged.
    #[error("{file} is damaged: {detail}")]
    Damaged {
        /// The file.
        file: PathBuf,
        /// What SQLite or the check says.
        detail: String,
    },
    /// The file was written by a newer build.
    #[error("{file} has schema {found}, this build knows {known}")]
    TooNew {
        /// The file.
        file: PathBuf,
        /// Its schema version.
        found: i64,
        /// The newest this build knows.
        known: i64,
    },
    /// The file or its folder cannot be written.
    #[error("{0} cannot be written")]
    Unwritable(PathBuf),
    /// There is no room on the disk.
    #[error("there is no room on the disk for {0}")]
    DiskFull(PathBuf),
    /// Another program held the file too long.
    #[error("{0} is held by another program")]
    Busy(PathBuf),
    /// Reading or writing failed otherwise.
    #[error("{file}: {source}")]
    Io {
        /// The file.
        file: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// SQLite failed otherwise.
    #[error(transparent)]
    Sqlite(#[from] rusqlite::Error),
    /// What was typed cannot be taken.
    #[error(transparent)]
    Input(#[from] InputError),
    /// There is no such kind.
    #[error("{given:?} is not a kind")]
    UnknownKind {
        /// What was given.
        given: String,
        /// Names of kinds, nearest first.
        nearest: Vec<String>,
    },
    /// The kind has no such field.
    #[error("{kind} has no field {given:?}")]
    UnknownField {
        /// The kind.
        kind: String,
        /// What was given.
        given: String,
        /// Names of its fields, nearest first.
        nearest: Vec<String>,
    },
    /// The field is computed or belongs to reference data.
    #[error("{field} of {kind} is not set by hand")]
    ReadOnlyField {
        /// The kind.
        kind: String,
        /// The field.
        field: String,
    },
    /// The kind is reference data.
    #[error("{kind} is reference data")]
    ReadOnlyKind {
        /// The kind.
        kind: String,
    },
    /// The field holds one thing, so nothing is added to it.
    #[error("{field} of {kind} holds one value")]
    NotSeveral {
        /// The kind.
        kind: String,
        /// The field.
        field: String,
    },
    /// The comparison does not fit the field.
    #[error("{field} cannot be compared like that")]
    BadComparison {
        /// The field.
        field: String,
    },
    /// A field that must be given is missing.
    #[error("{kind} needs {field}")]
    MissingField {
        /// The kind.
        kind: String,
        /// The field.
        field: String,
    },
    /// No record answers to the key.
    #[error("no {kind} answers to {key:?}")]
    KeyNotFound {
        /// The kinds asked for.
        kind: String,
        /// The key.
        key: String,
        /// The field it was given for, if any.
        field: Option<String>,
        /// Names that are near.
        nearest: Vec<String>,
    },
    /// Several records answer to the key.
    #[error("several records answer to {key:?}")]
    AmbiguousKey {
        /// The kinds asked for.
        kind: String,
        /// The key.
        key: String,
        /// The field it was given for, if any.
        field: Option<String>,
        /// References to the records.
        candidates: Vec<Json>,
    },
    /// The record is deleted, so it is not edited.
    #[error("the record is deleted")]
    DeletedRecord {
        /// A reference to it.
        record: Json,
    },
    /// The record is closed, or belongs to one that is, so it is not edited.
    #[error("the record is closed")]
    Closed {
        /// A reference to what is closed.
        record: Json,
    },
    /// The person's personal values are erased: none is kept any more, and none comes back.
    #[error("the personal values are erased")]
    Erased {
        /// A reference to the person.
        record: Json,
    },
    /// The workplan is closed, so nothing is carried into it and no round is opened for it.
    #[error("the workplan is closed")]
    ClosedPlan {
        /// A reference to it.
        record: Json,
    },
    /// A parent would be its own descendant.
    #[error("a record cannot stand below itself")]
    Cycle {
        /// The field.
        field: String,
    },
    /// There is no such transaction.
    #[error("there is no transaction {0:?}")]
    UnknownTransaction(String),
    /// Nothing that waits to be settled has this id.
    #[error("nothing to settle has the id {0:?}")]
    UnknownConflict(String),
    /// Not exactly one side is this laptop's, or the others'.
    #[error("not exactly one side is the one meant")]
    NotTwoSided,
    /// A conflict of this type is not settled like that.
    #[error("a conflict of type {ty} is not settled like that")]
    BadChoice {
        /// The type of the conflict.
        ty: &'static str,
    },
    /// The store has no network yet, so there is nothing to share.
    #[error("the store has no network yet")]
    NoNetwork,
    /// The transaction did not change this field of the record.
    #[error("the transaction did not change {field}")]
    NotChanged {
        /// The field.
        field: String,
    },
    /// A point of the log names changes that are not here.
    #[error("change {seq} of {site} is not here")]
    NotReceived {
        /// The site.
        site: Uuid,
        /// The number of the last change that was named.
        seq: i64,
    },
    /// Several changes have this number, because the series of the site forked.
    #[error("change {seq} of {site} is one of several")]
    Forked {
        /// The site.
        site: Uuid,
        /// The number of the last change that was named.
        seq: i64,
        /// The branches, as they are shown.
        branches: Vec<Uuid>,
    },
    /// Nothing waits for changes of this site.
    #[error("nothing waits for changes of {0}")]
    NotWaitedFor(Uuid),
    /// No merge can be set back: there was none, or something was written since.
    #[error("no merge can be set back")]
    NothingToSetBack,
    /// The record is not one with any other.
    #[error("the record is not joined")]
    NotJoined {
        /// A reference to it.
        record: Json,
    },
    /// A personal value is not held here, so it cannot be taken over.
    #[error("the value of {field} is not held here")]
    NotHeld {
        /// The field.
        field: String,
    },
    /// A store would be put in its own place.
    #[error("{0} is the store itself")]
    SameFile(PathBuf),
    /// Whoever asked for it does not want it any more.
    #[error("it was given up")]
    Cancelled,
    /// There is nothing to undo.
    #[error("there is nothing to undo")]
    NothingToUndo,
    /// There is nothing to redo.
    #[error("there is nothing to redo")]
    NothingToRedo,
    /// The program is wrong.
    #[error("{0}")]
    Defect(String),
}

/// The result of what the store does.
pub type Result<T> = std::result::Result<T, Error>;

impl Error {
    /// The stable code; its message is `error-<code>` with "_" as "-".
    pub fn code(&self) -> &'static str {
        match self {
            Error::Missing(_) => "store_missing",
            Error::Exists(_) => "store_exists",
            Error::NotAStore(_) => "not_a_store",
            Error::Damaged { .. } => "store_damaged",
            Error::TooNew { .. } => "store_too_new",
            Error::Unwritable(_) => "store_unwritable",
            Error::DiskFull(_) => "disk_full",
            Error::Busy(_) => "store_busy",
            Error::Io { .. } => "file_unreadable",
            Error::Sqlite(_) | Error::Defect(_) => "defect",
            Error::Input(error) => match error {
                InputError::NotAnAssignment(_) => "bad_assignment",
                InputError::NotACondition(_) => "bad_where",
                InputError::BadValue { expects, .. } => match *expects {
                    "integer" | "amount" => "bad_number",
                    "date" => "bad_date",
                    "moment" => "bad_time",
                    _ => "bad_value",
                },
                InputError::UnknownCode { .. } => "unknown_code",
                InputError::UnknownLanguage { .. } => "bad_language",
            },
            Error::UnknownKind { .. } => "unknown_kind",
            Error::UnknownField { .. } => "unknown_field",
            Error::ReadOnlyField { .. } => "read_only_field",
            Error::ReadOnlyKind { .. } => "read_only_kind",
            Error::NotSeveral { .. } => "not_several",
            Error::BadComparison { .. } => "bad_comparison",
            Error::MissingField { .. } => "missing_field",
            Error::KeyNotFound { .. } => "key_not_found",
            Error::AmbiguousKey { .. } => "ambiguous_key",
            Error::DeletedRecord { .. } => "deleted_record",
            Error::Closed { .. } => "closed_record",
            Error::Erased { .. } => "erased_person",
            Error::ClosedPlan { .. } => "closed_workplan",
            Error::Cycle { .. } => "cycle",
            Error::UnknownTransaction(_) => "unknown_transaction",
            Error::UnknownConflict(_) => "unknown_conflict",
            Error::NotTwoSided => "not_two_sided",
            Error::BadChoice { .. } => "bad_choice",
            Error::NoNetwork => "no_network",
            Error::NotChanged { .. } => "not_changed",
            Error::NotReceived { .. } => "not_received",
            Error::Forked { .. } => "forked_site",
            Error::NotWaitedFor(_) => "not_waited_for",
            Error::NothingToSetBack => "nothing_to_set_back",
            Error::NotJoined { .. } => "not_joined",
            Error::NotHeld { .. } => "not_held",
            Error::SameFile(_) => "same_file",
            Error::Cancelled => "cancelled",
            Error::NothingToUndo => "nothing_to_undo",
            Error::NothingToRedo => "nothing_to_redo",
        }
    }

    /// The kind of error, which decides how a program ends.
    pub fn kind(&self) -> ErrorKind {
        match self {
            Error::NotAStore(_)
            | Error::Damaged { .. }
            | Error::Unwritable(_)
            | Error::DiskFull(_)
            | Error::Busy(_)
            | Error::Io { .. } => ErrorKind::Failed,
            Error::Sqlite(_) | Error::Defect(_) => ErrorKind::Defect,
            Error::UnknownKind { .. }
            | Error::UnknownField { .. }
            | Error::NotSeveral { .. }
            | Error::BadComparison { .. }
            | Error::Input(InputError::NotAnAssignment(_) | InputError::NotACondition(_)) => {
                ErrorKind::Usage
            }
            _ => ErrorKind::Refused,
        }
    }

    /// The parameters of the message.
    pub fn params(&self) -> Json {
        match self {
            Error::Missing(file)
            | Error::Exists(file)
            | Error::NotAStore(file)
            | Error::Unwritable(file)
            | Error::DiskFull(file)
            | Error::Busy(file)
            | Error::SameFile(file) => json!({"file": file.display().to_string()}),
            Error::Damaged { file, detail } => {
                json!({"file": file.display().to_string(), "detail": detail})
            }
            Error::TooNew { file, found, known } => {
                json!({"file": file.display().to_string(), "found": found, "known": known})
            }
            Error::Io { file, source } => {
                json!({"file": file.display().to_string(), "detail": source.to_string()})
            }
            Error::Input(InputError::NotAnAssignment(text) | InputError::NotACondition(text)) => {
                json!({"value": text})
            }
            Error::Input(InputError::BadValue {
                field,
                value,
                expects,
            }) => {
                json!({"field": field, "value": value, "expects": expects})
            }
            Error::Input(InputError::UnknownCode {
                field,
                value,
                nearest,
            }) => {
                json!({"field": field, "value": value, "nearest": nearest.join(", ")})
            }
            Error::Input(InputError::UnknownLanguage { field, value }) => {
                json!({"field": field, "value": value})
            }
            Error::UnknownKind { given, nearest } => {
                json!({"kind": given, "value": given, "nearest": nearest.join(", ")})
            }
            Error::UnknownField {
                kind,
                given,
                nearest,
            } => {
                json!({"kind": kind, "field": given, "nearest": nearest.join(", ")})
            }
            Error::ReadOnlyField { kind, field }
            | Error::NotSeveral { kind, field }
            | Error::MissingField { kind, field } => json!({"kind": kind, "field": field}),
            Error::ReadOnlyKind { kind } => json!({"kind": kind}),
            Error::BadComparison { field }
            | Error::Cycle { field }
            | Error::NotChanged { field }
            | Error::NotHeld { field } => {
                json!({"field": field})
            }
            Error::KeyNotFound {
                kind,
                key,
                field,
                nearest,
            } => {
                json!({"kind": kind, "key": key, "field": field, "nearest": nearest.join(", ")})
            }
            Error::AmbiguousKey {
                kind,
                key,
                field,
                candidates,
            } => {
                json!({"kind": kind, "key": key, "field": field, "count": candidates.len()})
            }
            Error::DeletedRecord { record }
            | Error::Closed { record }
            | Error::Erased { record }
            | Error::ClosedPlan { record }
            | Error::NotJoined { record } => {
                json!({"record": record["label"]})
            }
            Error::UnknownTransaction(id) => json!({"key": id, "value": id}),
            Error::Sqlite(error) => json!({"detail": error.to_string()}),
            Error::Defect(detail) => json!({"detail": detail}),
            Error::NothingToUndo
            | Error::NothingToRedo
            | Error::Cancelled
            | Error::NotTwoSided
            | Error::NoNetwork
            | Error::NothingToSetBack => {
                json!({})
            }
            Error::NotReceived { site, seq } | Error::Forked { site, seq, .. } => {
                json!({"site": site.to_string(), "count": seq})
            }
            Error::NotWaitedFor(site) => json!({"site": site.to_string()}),
            Error::UnknownConflict(id) => json!({"id": id}),
            Error::BadChoice { ty } => json!({"type": ty}),
        }
    }

    /// What could have been meant: names or references, nearest first.
    pub fn candidates(&self) -> Vec<Json> {
        match self {
            Error::Input(InputError::UnknownCode { nearest, .. })
            | Error::UnknownKind { nearest, .. }
            | Error::UnknownField { nearest, .. }
            | Error::KeyNotFound { nearest, .. } => nearest
                .iter()
                .map(|name| Json::String(name.clone()))
                .collect(),
            Error::AmbiguousKey { candidates, .. } => candidates.clone(),
            Error::Forked { branches, .. } => branches
                .iter()
                .map(|id| Json::String(id.to_string()))
                .collect(),
            _ => Vec::new(),
        }
    }

    /// The field that was refused.
    pub fn field(&self) -> Option<&str> {
        match self {
            Error::Input(
                InputError::BadValue { field, .. }
                | InputError::UnknownCode { field, .. }
                | InputError::UnknownLanguage { field, .. },
            )
            | Error::ReadOnlyField { field, .. }
            | Error::NotSeveral { field, .. }
            | Error::BadComparison { field }
            | Error::Cycle { field }
            | Error::NotChanged { field }
            | Error::NotHeld { field }
            | Error::MissingField { field, .. } => Some(field),
            Error::UnknownField { given, .. } => Some(given),
            Error::KeyNotFound { field, .. } | Error::AmbiguousKey { field, .. } => {
                field.as_deref()
            }
            _ => None,
        }
    }
}

/// Tells what a SQLite error means for this file.
pub(crate) fn of_file(file: &std::path::Path, error: rusqlite::Error) -> Error {
    use rusqlite::ErrorCode as Code;
    let Some(code) = error.sqlite_error_code() else {
        return Error::Sqlite(error);
    };
    let file = file.to_owned();
    match code {
        Code::NotADatabase => Error::NotAStore(file),
        Code::DatabaseCorrupt => Error::Damaged {
            file,
            detail: error.to_string(),
        },
        Code::DiskFull => Error::DiskFull(file),
        Code::DatabaseBusy | Code::DatabaseLocked => Error::Busy(file),
        Code::ReadOnly | Code::CannotOpen | Code::PermissionDenied => Error::Unwritable(file),
        Code::SystemIoFailure => Error::Io {
            file,
            source: std::io::Error::other(error.to_string()),
        },
        _ => Error::Sqlite(error),
    }
}

impl Error {
    /// Says for which field a key was given.
    #[must_use]
    pub fn about(self, name: &str) -> Error {
        let name = Some(name.to_owned());
        match self {
            Error::KeyNotFound {
                kind, key, nearest, ..
            } => Error::KeyNotFound {
                kind,
                key,
                field: name,
                nearest,
            },
            Error::AmbiguousKey {
                kind,
                key,
                candidates,
                ..
            } => Error::AmbiguousKey {
                kind,
                key,
                field: name,
                candidates,
            },
            other => other,
        }
    }
}
