//! What the page is told when a command does not do what was asked.

use std::panic::{AssertUnwindSafe, catch_unwind};

use messages::{Locale, Messages};
use serde::Serialize;
use serde_json::{Map, Value as Json, json};
use store::{Error, ErrorKind};

thread_local! {
    /// Every language has the same messages; whether there is one is asked here.
    static ENGLISH: Messages = Messages::new(Locale::En);
}

/// An error at the border: kind, stable code and parameters; the page has the words.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Failure {
    /// `refused`, `usage`, `failed` or `defect`.
    pub kind: &'static str,
    /// The stable code; its message is `error-<code>`.
    pub code: &'static str,
    /// What the message names.
    pub params: Map<String, Json>,
    /// The code of what to do next, where there is something to do.
    pub hint: Option<&'static str>,
    /// What could have been meant: names or references, nearest first.
    pub candidates: Vec<Json>,
    /// The field that was refused.
    pub field: Option<String>,
}

impl Failure {
    fn new(kind: ErrorKind, code: &'static str, params: &Json) -> Failure {
        let mut params: Map<String, Json> = params
            .as_object()
            .into_iter()
            .flatten()
            // A message cannot print what is not known, and must not print "null".
            .filter(|(_, value)| !value.is_null())
            .map(|(name, value)| (name.clone(), value.clone()))
            .collect();
        // Messages choose by it whether they have names to offer.
        if params.get("nearest").is_none_or(|names| names == "") {
            params.insert("nearest".into(), "none".into());
        }
        let hint = format!("error-{}-hint", code.replace('_', "-"));
        let has_hint = ENGLISH.with(|messages| messages.has(&hint));
        Failure {
            kind: kind.code(),
            code,
            params,
            hint: has_hint.then_some(code),
            candidates: Vec::new(),
            field: None,
        }
    }

    /// A refusal that is not the store's.
    pub fn refused(code: &'static str, params: &Json) -> Failure {
        Failure::new(ErrorKind::Refused, code, params)
    }

    /// A failure of the machine that is not the store's.
    pub fn failed(code: &'static str, params: &Json) -> Failure {
        Failure::new(ErrorKind::Failed, code, params)
    }

    /// Arguments that the command does not take.
    pub fn arguments(detail: &str) -> Failure {
        Failure::new(
            ErrorKind::Usage,
            "bad_arguments",
            &json!({"detail": detail}),
        )
    }

    /// A fault of the program.
    pub fn defect(detail: &str) -> Failure {
        Failure::new(ErrorKind::Defect, "defect", &json!({"detail": detail}))
    }

    /// Whether the person or the page can do otherwise; else the machine or the program is at fault.
    pub fn is_answer(&self) -> bool {
        matches!(self.kind, "refused" | "usage")
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Failure {
        Failure {
            candidates: error.candidates(),
            field: error.field().map(str::to_owned),
            ..Failure::new(error.kind(), error.code(), &error.params())
        }
    }
}

/// Does something that must not take the program down with it: a panic becomes a defect.
///
/// # Errors
/// Those of what is done, and a defect where it panicked.
pub fn guarded<T>(deed: impl FnOnce() -> Result<T, Failure>) -> Result<T, Failure> {
    catch_unwind(AssertUnwindSafe(deed)).unwrap_or_else(|panic| {
        let detail = panic
            .downcast_ref::<String>()
            .map(String::as_str)
            .or_else(|| panic.downcast_ref::<&str>().copied())
            .unwrap_or("panic");
        Err(Failure::defect(detail))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_a_defect() {
        let failure = guarded::<()>(|| panic!("the sum of {} parts", 3)).unwrap_err();
        assert_eq!((failure.kind, failure.code), ("defect", "defect"));
        assert_eq!(failure.params["detail"], "the sum of 3 parts");
    }

    #[test]
    fn what_is_not_known_is_no_parameter() {
        let failure = Failure::from(Error::KeyNotFound {
            kind: "group".into(),
            key: "x".into(),
            field: None,
            nearest: Vec::new(),
        });
        assert_eq!(failure.params.get("field"), None);
        assert_eq!(failure.params["nearest"], "none");
        assert_eq!(failure.hint, Some("key_not_found"));
    }
}
