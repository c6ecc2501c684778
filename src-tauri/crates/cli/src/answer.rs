//! What a command answers: one JSON value, or the same as text.

use serde_json::Value as Json;

/// The answer of a command.
#[derive(Debug, Default)]
pub struct Answer {
    /// The answer with `--json`.
    pub json: Json,
    /// The answer without.
    pub text: String,
    /// What is said beside it, on standard error.
    pub remarks: Vec<String>,
    /// The exit status.
    pub exit: u8,
}

impl Answer {
    /// An answer that is done.
    pub fn new(json: Json, text: String) -> Answer {
        Answer {
            json,
            text,
            remarks: Vec::new(),
            exit: 0,
        }
    }

    /// The bytes for standard output.
    pub fn print(&self, json: bool) -> String {
        let mut text = if json {
            self.json.to_string()
        } else {
            self.text.clone()
        };
        if !text.is_empty() && !text.ends_with('\n') {
            text.push('\n');
        }
        text
    }
}
