//! A store in a folder of its own, and a way to ask the program about it.

use std::env;
use std::ffi::{OsStr, OsString};
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value;
use tempfile::TempDir;

/// Every kind of the contract with its fields: `:t` text by language, `:d` vague time,
/// `[]` several, `*` personal.
pub const KINDS: &[(&str, &str)] = &[
    (
        "workplan",
        "title:t first last state predecessor status_labels[]",
    ),
    (
        "group",
        "kind code number name:t purpose:t mandate[] workplan state succeeds[] created:d place",
    ),
    (
        "organisation",
        "acronym name:t aliases[] category parent country website identifiers[] represented_by[]",
    ),
    (
        "person",
        "name function organisation languages[] email* phone*",
    ),
    (
        "membership",
        "group organisation person role from:d to:d state on_behalf_of",
    ),
    (
        "activity",
        "group workplan parent order_label title:t description:t kind timeline:d status \
         progress_note:t next_step:t leads[] contributors[] objectives[] principles[] mandate[] \
         depends_on[] products[]",
    ),
    (
        "joint_action",
        "title:t level kind description:t timeline:d status groups[] organisations[] places[] \
         objectives[] principles[] funding[] activities[] pledges[]",
    ),
    ("milestone", "of title due:d reached"),
    ("funding", "of source amount currency state"),
    ("place", "code iso2 iso3 name:t type members[]"),
    (
        "country_facts",
        "place network_since:d chair champion_from:d champion_to:d plan_state",
    ),
    (
        "pledge",
        "maker kind type title:t description:t objectives[] principles[] made_on:d period:d \
         status matches partners[]",
    ),
    (
        "meeting",
        "group series title:t start zone format venue languages[] confidentiality state",
    ),
    (
        "agenda_item",
        "meeting position title presenter minutes about",
    ),
    ("note", "item position text"),
    ("decision", "item text"),
    ("action_point", "item text owner due:d status"),
    (
        "attendance",
        "meeting person organisation presence alternate_for",
    ),
    ("document", "title:t kind version state address"),
    ("objective", "number title:t"),
    ("principle", "number title:t"),
    ("mandate", "number title:t"),
];

/// Longer than any verb on a small store takes; who is not done by then waits for an answer.
const PATIENCE: Duration = Duration::from_secs(120);

/// What one run of the program gave back.
#[derive(Debug)]
pub struct Output {
    pub code: i32,
    pub stdout: String,
    pub stderr: String,
}

/// What the program said when it did not do what was asked.
#[derive(Debug)]
pub struct Failure {
    pub exit: i32,
    pub error: Value,
}

impl Failure {
    /// The stable code.
    pub fn code(&self) -> &str {
        self.error["code"].as_str().expect("a code is a string")
    }

    /// The message a person reads.
    pub fn message(&self) -> &str {
        self.error["message"]
            .as_str()
            .expect("a message is a string")
    }

    /// The candidates as text, each a plain name or the JSON of a reference.
    pub fn candidates(&self) -> Vec<String> {
        self.error["candidates"]
            .as_array()
            .map(|all| all.iter().map(words).collect())
            .unwrap_or_default()
    }
}

/// A store file in a temporary folder that is also the home of whoever uses it.
pub struct Store {
    dir: TempDir,
    file: PathBuf,
}

impl Store {
    /// A folder in which no store is yet.
    pub fn absent() -> Store {
        let dir = tempfile::Builder::new()
            .prefix("workstreams-")
            .tempdir()
            .expect("a temporary folder can be made");
        let file = dir.path().join("network.workstreams");
        fs::create_dir_all(dir.path().join("home/tmp")).unwrap();
        Store { dir, file }
    }

    /// A new store without the published network.
    pub fn empty() -> Store {
        let store = Store::absent();
        store.json(&["init", "--empty"]);
        store
    }

    /// A copy of one store that holds the published network. It is made once for all tests.
    pub fn published() -> Store {
        static FILES: OnceLock<Vec<(OsString, Vec<u8>)>> = OnceLock::new();
        let files = FILES.get_or_init(|| {
            let store = Store::absent();
            store.json(&["init"]);
            store.files()
        });
        let store = Store::absent();
        for (name, bytes) in files {
            fs::write(store.folder().join(name), bytes).unwrap();
        }
        store
    }

    /// A store that already stands at `file`, with a home of its own elsewhere.
    pub fn standing_at(file: &Path) -> Store {
        let mut store = Store::absent();
        store.file = file.to_path_buf();
        store
    }

    /// The store file.
    pub fn file(&self) -> &Path {
        &self.file
    }

    /// The temporary folder.
    pub fn folder(&self) -> &Path {
        self.dir.path()
    }

    /// The bytes of the store file.
    pub fn bytes(&self) -> Vec<u8> {
        fs::read(&self.file).expect("the store file is there")
    }

    /// The store file and what SQLite still keeps beside it, by name.
    pub fn files(&self) -> Vec<(OsString, Vec<u8>)> {
        let stem = self.file.file_name().unwrap().to_string_lossy();
        let mut files = Vec::new();
        for entry in fs::read_dir(self.file.parent().unwrap()).unwrap() {
            let entry = entry.unwrap();
            let name = entry.file_name();
            let shown = name.to_string_lossy().into_owned();
            let is_file = entry.file_type().unwrap().is_file();
            if is_file && shown.starts_with(stem.as_ref()) && !shown.ends_with("-shm") {
                files.push((name, fs::read(entry.path()).unwrap()));
            }
        }
        assert!(!files.is_empty(), "init answered, so its file must exist");
        files
    }

    /// The program, at home in this folder, without arguments.
    pub fn command(&self) -> Command {
        self.command_of(binary())
    }

    /// Any program, at home in this folder.
    pub fn command_of(&self, program: impl AsRef<OsStr>) -> Command {
        let home = self.dir.path().join("home");
        let mut command = Command::new(program);
        command.env_clear();
        for kept in ["PATH", "SystemRoot", "LLVM_PROFILE_FILE"] {
            if let Some(value) = env::var_os(kept) {
                command.env(kept, value);
            }
        }
        command
            .current_dir(self.dir.path())
            .env("HOME", &home)
            .env("XDG_DATA_HOME", home.join("data"))
            .env("XDG_CONFIG_HOME", home.join("config"))
            .env("XDG_STATE_HOME", home.join("state"))
            .env("XDG_CACHE_HOME", home.join("cache"))
            .env("TMPDIR", home.join("tmp"))
            .env("USER", "tester")
            .env("LOGNAME", "tester")
            .env("LANG", "en_GB.UTF-8")
            .env("TZ", "UTC")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command
    }

    /// Runs the program on this store with its standard input closed.
    pub fn run(&self, args: &[&str]) -> Output {
        let mut command = self.command();
        command.arg("--store").arg(&self.file).args(args);
        finish(command, args)
    }

    /// Runs a verb with `--json` that must be done, and gives the checked answer.
    #[track_caller]
    pub fn json(&self, args: &[&str]) -> Value {
        self.answer(args, 0)
    }

    /// Runs a verb with `--json` that answers with this exit code.
    #[track_caller]
    pub fn answer(&self, args: &[&str], exit: i32) -> Value {
        let output = self.run(&with_json(args));
        assert_eq!(
            output.code, exit,
            "{args:?} must end with {exit}; stdout {:?}, stderr {:?}",
            output.stdout, output.stderr
        );
        checked(&output.stdout, args)
    }

    /// Runs a verb with `--json` that must not be done, whatever the reason.
    #[track_caller]
    pub fn failure(&self, args: &[&str]) -> Failure {
        read_failure(&self.run(&with_json(args)), args)
    }

    /// Runs a verb that must be refused: exit 1.
    #[track_caller]
    pub fn refused(&self, args: &[&str]) -> Failure {
        let failure = self.failure(args);
        assert_eq!(failure.exit, 1, "{args:?} is refused: {failure:?}");
        failure
    }

    /// Runs a verb that is used wrongly: exit 2.
    #[track_caller]
    pub fn wrong_use(&self, args: &[&str]) -> Failure {
        let failure = self.failure(args);
        assert_eq!(failure.exit, 2, "{args:?} is wrong use: {failure:?}");
        failure
    }

    /// Runs a verb whose words or values are wrong: exit 1 or 2, the contract leaves which.
    #[track_caller]
    pub fn rejected(&self, args: &[&str]) -> Failure {
        let failure = self.failure(args);
        assert!(
            failure.exit == 1 || failure.exit == 2,
            "{args:?} is the asker's mistake, not a failure of the program: {failure:?}"
        );
        failure
    }

    /// Adds a record and gives its id.
    #[track_caller]
    pub fn add(&self, kind: &str, fields: &[&str]) -> String {
        let mut args = vec!["add", kind];
        args.extend(fields);
        id_of(&self.json(&args)["record"])
    }

    /// Sets fields of a record and gives the answer.
    #[track_caller]
    pub fn set(&self, kind: &str, key: &str, fields: &[&str]) -> Value {
        let mut args = vec!["set", kind, key];
        args.extend(fields);
        self.json(&args)
    }

    /// The record as `show` gives it.
    #[track_caller]
    pub fn record(&self, kind: &str, key: &str) -> Value {
        self.json(&["show", kind, key])["record"].clone()
    }

    /// The rows of an answer.
    #[track_caller]
    pub fn rows(&self, args: &[&str]) -> Vec<Value> {
        self.json(args)["rows"].as_array().unwrap().clone()
    }

    /// All live records of a kind.
    #[track_caller]
    pub fn list(&self, kind: &str) -> Vec<Value> {
        self.rows(&["list", kind])
    }

    /// The digest as `digest` prints it.
    #[track_caller]
    pub fn digest(&self) -> String {
        let output = self.run(&["digest"]);
        assert_eq!(output.code, 0, "a sound store has a digest: {output:?}");
        output.stdout.trim_end().to_owned()
    }

    /// Asserts that `verify` finds nothing.
    #[track_caller]
    pub fn assert_sound(&self) {
        let output = self.run(&["verify", "--json"]);
        assert_eq!(output.code, 0, "verify must find nothing: {output:?}");
        let answer = checked(&output.stdout, &["verify"]);
        assert_eq!(answer["ok"], Value::Bool(true), "exit 0 says ok: {answer}");
        assert_eq!(rows_of(&answer).len(), 0, "ok means no finding: {answer}");
    }
}

fn with_json<'a>(args: &[&'a str]) -> Vec<&'a str> {
    let mut all = vec!["--json"];
    all.extend(args);
    all
}

/// The program under test.
///
/// A missing program fails the test: tests that skip themselves prove nothing.
pub fn binary() -> PathBuf {
    if let Some(given) = env::var_os("WORKSTREAMS_BIN") {
        let path = PathBuf::from(&given);
        return fs::canonicalize(&path)
            .unwrap_or_else(|why| panic!("WORKSTREAMS_BIN={} : {why}", path.display()));
    }
    let test = env::current_exe().expect("a test knows its own file");
    let profile = test
        .parent()
        .and_then(Path::parent)
        .expect("cargo puts tests into target/<profile>/deps");
    let path = profile.join(format!("workstreams{}", env::consts::EXE_SUFFIX));
    assert!(
        path.is_file(),
        "{} is missing: run `cargo build --workspace` first, or name the program in WORKSTREAMS_BIN",
        path.display()
    );
    path
}

/// Waits for a program that must end by itself, and reads what it printed.
#[track_caller]
pub fn finish(mut command: Command, args: &[&str]) -> Output {
    let child = command
        .spawn()
        .unwrap_or_else(|why| panic!("{command:?} does not start: {why}"));
    finish_child(child, args)
}

/// Like [`finish`], for a program that runs already.
#[track_caller]
pub fn finish_child(mut child: Child, args: &[&str]) -> Output {
    let stdout = child.stdout.take().map(drain);
    let stderr = child.stderr.take().map(drain);
    let began = Instant::now();
    let status = loop {
        if let Some(status) = child.try_wait().unwrap() {
            break status;
        }
        if began.elapsed() > PATIENCE {
            child.kill().unwrap();
            child.wait().unwrap();
            panic!("{args:?} has not ended after {PATIENCE:?}: it never prompts and never hangs");
        }
        thread::sleep(Duration::from_millis(1));
    };
    let text = |reader: Option<thread::JoinHandle<Vec<u8>>>, name: &str| {
        let bytes = reader.map(|r| r.join().unwrap()).unwrap_or_default();
        String::from_utf8(bytes)
            .unwrap_or_else(|why| panic!("{args:?}: {name} must be UTF-8: {why}"))
    };
    let stdout = text(stdout, "stdout");
    let stderr = text(stderr, "stderr");
    let code = status
        .code()
        .unwrap_or_else(|| panic!("{args:?} ended by a signal ({status}): {stderr}"));
    assert!(
        (0..=3).contains(&code),
        "{args:?} ended with {code}: 0 to 3 are the answers, all else is a defect: {stderr}"
    );
    Output {
        code,
        stdout,
        stderr,
    }
}

fn drain(mut pipe: impl Read + Send + 'static) -> thread::JoinHandle<Vec<u8>> {
    thread::spawn(move || {
        let mut bytes = Vec::new();
        pipe.read_to_end(&mut bytes).unwrap();
        bytes
    })
}

/// Checks STREAMS, ENVELOPE, VALUES and RECORD on one answer, and gives it.
#[track_caller]
pub fn checked(stdout: &str, args: &[&str]) -> Value {
    assert!(
        stdout.ends_with('\n') && stdout.matches('\n').count() == 1,
        "{args:?}: one JSON value and one newline, else programs that read lines break: {stdout:?}"
    );
    assert!(
        !stdout.contains("\\u"),
        "{args:?}: UTF-8 stands as it is, not \\u-escaped: {stdout}"
    );
    let answer: Value = serde_json::from_str(stdout)
        .unwrap_or_else(|why| panic!("{args:?}: exactly one JSON value ({why}): {stdout}"));
    let members = answer
        .as_object()
        .unwrap_or_else(|| panic!("{args:?}: every answer is an object: {answer}"));
    let arrays: Vec<&str> = members
        .iter()
        .filter(|(_, value)| value.is_array())
        .map(|(name, _)| name.as_str())
        .collect();
    assert_eq!(
        arrays,
        ["rows"],
        "{args:?}: exactly one top-level array, rows, so that any answer can be read as a table"
    );
    check_values(&answer, args);
    answer
}

#[track_caller]
fn check_values(value: &Value, args: &[&str]) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| check_values(item, args)),
        Value::Object(members) => {
            for name in ["created_at", "changed_at", "time", "last_time"] {
                if let Some(Value::String(text)) = members.get(name) {
                    assert!(
                        is_utc_time(text),
                        "{args:?}: {name} is RFC 3339 in UTC: {text}"
                    );
                }
            }
            if members.contains_key("life") {
                check_record(value, args);
            } else if ["id", "table", "label"]
                .iter()
                .all(|m| members.contains_key(*m))
            {
                check_identity(value, args);
            }
            if members.contains_key("edtf") {
                check_vague(value, args);
            }
            members.values().for_each(|item| check_values(item, args));
        }
        _ => {}
    }
}

#[track_caller]
fn check_identity(value: &Value, args: &[&str]) {
    let id = value["id"].as_str().unwrap_or_default();
    assert!(is_uuid(id), "{args:?}: an id is a lower-case UUID: {value}");
    assert!(
        is_code(value["table"].as_str().unwrap_or_default()),
        "{args:?}: table is the KIND, in snake_case: {value}"
    );
    assert!(
        value["label"].is_string(),
        "{args:?}: a label is always there to be read: {value}"
    );
}

#[track_caller]
fn check_record(record: &Value, args: &[&str]) {
    check_identity(record, args);
    assert!(
        ["live", "deleted", "proposed"].contains(&record["life"].as_str().unwrap_or_default()),
        "{args:?}: life is one of three: {record}"
    );
    assert!(
        record["contested"].is_array(),
        "{args:?}: contested is a list of fields, empty if none: {record}"
    );
    let provenance = record
        .get("provenance")
        .unwrap_or_else(|| panic!("{args:?}: provenance is always there, null if none: {record}"));
    if !provenance.is_null() {
        let standing = provenance["standing"].as_str().unwrap_or_default();
        assert!(
            ["published", "inferred", "unconfirmed", "own"].contains(&standing),
            "{args:?}: standing is one of four: {provenance}"
        );
        for member in ["address", "retrieved"] {
            assert!(
                provenance.get(member).is_some(),
                "{args:?}: provenance has {member}, null if unknown: {provenance}"
            );
        }
    }
}

#[track_caller]
fn check_vague(time: &Value, args: &[&str]) {
    assert!(
        time["text"].is_string(),
        "{args:?}: a vague time keeps its text: {time}"
    );
    let precision = time["precision"].as_str().unwrap_or_default();
    assert!(
        ["day", "month", "quarter", "half", "year", "open", "unknown"].contains(&precision),
        "{args:?}: precision is one of seven: {time}"
    );
    for end in ["first", "last"] {
        let day = time
            .get(end)
            .unwrap_or_else(|| panic!("{args:?}: a vague time has {end}, null if none: {time}"));
        assert!(
            day.is_null() || day.as_str().is_some_and(is_date),
            "{args:?}: {end} is an ISO 8601 date or null: {time}"
        );
    }
}

/// Reads the error envelope and checks that it fits the exit code.
#[track_caller]
pub fn read_failure(output: &Output, args: &[&str]) -> Failure {
    assert_ne!(
        output.code, 0,
        "{args:?} must not be done, but was: {}",
        output.stdout
    );
    assert_eq!(
        output.stdout, "",
        "{args:?}: stdout is for answers, and there is none"
    );
    let whole = output.stderr.trim();
    let last = whole.lines().last().unwrap_or_default();
    let envelope: Value = serde_json::from_str(whole)
        .or_else(|_| serde_json::from_str(last))
        .unwrap_or_else(|why| {
            panic!("{args:?}: with --json an error is JSON on stderr ({why}): {whole:?}")
        });
    let error = envelope["error"].clone();
    assert!(
        error["code"].as_str().is_some_and(is_code),
        "{args:?}: an error has a stable snake_case code: {envelope}"
    );
    let kind = match output.code {
        1 => "refused",
        2 => "usage",
        3 => "failed",
        _ => "defect",
    };
    assert_eq!(
        error["kind"], kind,
        "{args:?}: the kind of an error and the exit code {} say the same: {envelope}",
        output.code
    );
    assert!(
        error["message"].as_str().is_some_and(|m| !m.is_empty()),
        "{args:?}: an error has a message for people: {envelope}"
    );
    for member in ["hint", "candidates", "file", "row", "field"] {
        assert!(
            !error.get(member).is_some_and(Value::is_null),
            "{args:?}: {member} is absent where it is not apt, never null: {envelope}"
        );
    }
    Failure {
        exit: output.code,
        error,
    }
}

/// The rows of an answer.
pub fn rows_of(answer: &Value) -> &Vec<Value> {
    answer["rows"].as_array().expect("every answer has rows")
}

/// The id of a record or reference, or the id itself where only that is given.
#[track_caller]
pub fn id_of(value: &Value) -> String {
    value
        .as_str()
        .or_else(|| value["id"].as_str())
        .unwrap_or_else(|| panic!("a record or reference has an id: {value}"))
        .to_owned()
}

/// The ids of a list of records or references, sorted.
pub fn ids_of(values: &[Value]) -> Vec<String> {
    let mut ids: Vec<String> = values.iter().map(id_of).collect();
    ids.sort();
    ids
}

/// A value as text: a string as it is, all else as JSON.
pub fn words(value: &Value) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned)
}

/// The text of a plain, multilingual or vague value; empty if there is none.
pub fn text_of(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Object(members) => members
            .get("text")
            .or_else(|| members.get("en"))
            .map(text_of)
            .unwrap_or_default(),
        _ => String::new(),
    }
}

/// The value of the row of a change that names this field, `fr` forms included.
#[track_caller]
pub fn change_of<'a>(rows: &'a [Value], field: &str) -> &'a Value {
    rows.iter()
        .find(|row| {
            let name = row["field"].as_str().unwrap_or_default();
            name == field || name.split('.').next() == Some(field)
        })
        .unwrap_or_else(|| panic!("the change of {field} must be listed: {rows:?}"))
}

/// Whether this is a lower-case UUID.
pub fn is_uuid(text: &str) -> bool {
    text.len() == 36
        && text.bytes().enumerate().all(|(at, byte)| match at {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte),
        })
}

/// Whether this is a snake_case code.
pub fn is_code(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_lowercase())
        && text
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
}

/// Whether this is an ISO 8601 calendar date.
pub fn is_date(text: &str) -> bool {
    text.len() == 10
        && text.bytes().enumerate().all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        })
}

/// Whether this is an RFC 3339 time in UTC.
pub fn is_utc_time(text: &str) -> bool {
    let Some((date, rest)) = text.split_once('T') else {
        return false;
    };
    let clock = rest
        .strip_suffix('Z')
        .or_else(|| rest.strip_suffix("+00:00"));
    is_date(date)
        && clock.is_some_and(|c| {
            c.len() >= 8
                && c.bytes()
                    .all(|b| b.is_ascii_digit() || b == b':' || b == b'.')
        })
}

/// Asserts that the module tree names every file of its folder: a forgotten file tests nothing.
pub fn assert_every_file_is_a_module(folder: &str, tree: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests")
        .join(folder);
    for entry in fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        let stem = path.file_stem().unwrap().to_string_lossy().into_owned();
        assert!(
            tree.contains(&format!("mod {stem};")),
            "{} is in no module tree, so nothing in it runs",
            path.display()
        );
    }
}
