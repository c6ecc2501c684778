//! Errors as the contract prints them: kind, stable code, message and hint in the reader's language.

use messages::Messages;
use serde_json::{Map, Value as Json, json};
use store::{Error, ErrorKind};

/// Why a command did not do what was asked.
#[derive(Debug)]
pub struct Failure {
    kind: ErrorKind,
    code: &'static str,
    params: Json,
    candidates: Vec<Json>,
    field: Option<String>,
}

impl Failure {
    /// An error of the store.
    pub fn of(error: Error) -> Failure {
        Failure {
            kind: error.kind(),
            code: error.code(),
            params: error.params(),
            candidates: error.candidates(),
            field: error.field().map(str::to_owned),
        }
    }

    /// Wrong use of the command line.
    pub fn usage(code: &'static str, params: Json) -> Failure {
        Failure {
            kind: ErrorKind::Usage,
            code,
            params,
            candidates: Vec::new(),
            field: None,
        }
    }

    /// A refusal that is not an error of the store.
    pub fn refused(code: &'static str, params: Json) -> Failure {
        Failure {
            kind: ErrorKind::Refused,
            ..Failure::usage(code, params)
        }
    }

    /// A failure of the machine that is not an error of the store.
    pub fn failed(code: &'static str, params: Json) -> Failure {
        Failure {
            kind: ErrorKind::Failed,
            ..Failure::usage(code, params)
        }
    }

    /// Names what could have been meant, nearest first.
    #[must_use]
    pub fn with_candidates(mut self, names: Vec<String>) -> Failure {
        if let Some(params) = self.params.as_object_mut() {
            params.insert("nearest".into(), Json::String(names.join(", ")));
        }
        self.candidates = names.into_iter().map(Json::String).collect();
        self
    }

    /// The exit status.
    pub fn exit(&self) -> u8 {
        match self.kind {
            ErrorKind::Refused => 1,
            ErrorKind::Usage => 2,
            ErrorKind::Failed => 3,
            ErrorKind::Defect => 4,
        }
    }

    /// The text for standard error.
    pub fn print(&self, messages: &Messages, json: bool) -> String {
        let id = format!("error-{}", self.code.replace('_', "-"));
        let mut params = self.params.clone();
        if let Some(params) = params.as_object_mut() {
            // Messages choose by it whether they have names to offer.
            let none = params.get("nearest").is_none_or(|names| names == "");
            if none {
                params.insert("nearest".into(), Json::String("none".into()));
            }
        }
        let message = messages.text(&id, &params);
        let hint_id = format!("{id}-hint");
        let hint = messages
            .has(&hint_id)
            .then(|| messages.text(&hint_id, &params));
        if json {
            let mut error = Map::new();
            error.insert("code".into(), json!(self.code));
            error.insert("kind".into(), json!(self.kind.code()));
            error.insert("message".into(), json!(message));
            if let Some(hint) = hint {
                error.insert("hint".into(), json!(hint));
            }
            if !self.candidates.is_empty() {
                error.insert("candidates".into(), json!(self.candidates));
            }
            if let Some(file) = self.params.get("file") {
                error.insert("file".into(), file.clone());
            }
            if let Some(field) = &self.field {
                error.insert("field".into(), json!(field));
            }
            return json!({"error": error}).to_string();
        }
        let mut text = message;
        for line in hint.iter().filter(|hint| !hint.is_empty()) {
            text.push('\n');
            text.push_str(line);
        }
        for candidate in self
            .candidates
            .iter()
            .filter(|candidate| candidate.is_object())
        {
            text.push_str(&format!(
                "\n  {}  {}",
                candidate["id"].as_str().unwrap_or_default(),
                candidate["label"].as_str().unwrap_or_default()
            ));
        }
        text
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Failure {
        Failure::of(error)
    }
}
