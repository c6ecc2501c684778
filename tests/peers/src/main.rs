//! Times our log and its merge beside others that bring copies together, on the same work, in one run.
//!
//! ```text
//! cargo run --release --manifest-path tests/peers/Cargo.toml -- --records 20000
//! cargo run --release --manifest-path tests/peers/Cargo.toml -- --small          seconds, to see that all run and agree
//! ```
//! `--runs N` takes the median of N runs, three where nothing is said; `--engines ours,loro` leaves others out. Building it
//! wants libclang, which the bindings of SQLite's session extension are made with.
//!
//! Eight copies of one base are edited apart, each edit a transaction of its own; each gives one file; one copy of the base
//! takes all eight, and each of the eight takes those of the others, in an order of its own. Behind each peer stand the same
//! typed table, list and search index as behind ours, with the same settings of SQLite. Every step of every engine runs in a
//! process of its own, whose memory at its highest is its own.

mod automerge;
mod documents;
mod loro;
mod ours;
mod projection;
mod report;
mod session;
mod work;
mod yrs;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::Instant;

use documents::Kept;
use projection::Projection;
use report::{Figures, Report};
use work::{Edit, Id, REPLICAS, Size, Value};

/// What may go wrong: anything, told to whoever ran it.
pub type Outcome<T> = Result<T, Box<dyn Error>>;

/// One way to bring copies together.
pub trait Engine {
    /// Makes the base.
    fn load(&self, job: &Job) -> Outcome<()>;
    /// Copies the base, edits it as one replica does and writes its file.
    fn edit(&self, job: &Job, replica: usize) -> Outcome<()>;
    /// Copies the base, takes the files of all replicas, lists what there is to settle, and takes them once more.
    fn hub(&self, job: &Job) -> Outcome<()>;
    /// Copies a replica and takes the files of the others in its own order.
    fn replica(&self, job: &Job, replica: usize) -> Outcome<()>;
}

/// The engines by name, ours first: the others are compared with it.
const ENGINES: [(&str, &dyn Engine); 5] = [
    ("ours", &ours::Ours),
    ("session", &session::Changesets),
    ("automerge", &Kept::<automerge::Automerge>::ENGINE),
    ("loro", &Kept::<loro::Loro>::ENGINE),
    ("yrs", &Kept::<yrs::Yrs>::ENGINE),
];

/// The step of an engine that a process does.
pub struct Job {
    folder: PathBuf,
    size: Size,
}

impl Job {
    /// A file of this engine.
    pub fn file(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// The file that a replica gives the others.
    pub fn changes(&self, replica: usize) -> PathBuf {
        self.file(&format!("r{replica}.changes"))
    }

    /// The records that everybody begins with.
    pub fn base(&self) -> Vec<(Id, Vec<Value>)> {
        work::base(self.size)
    }

    /// What a replica does.
    pub fn edits(&self, replica: usize) -> Vec<Edit> {
        work::edits(self.size, &self.base(), replica)
    }

    /// All replicas.
    pub fn all(&self) -> Vec<usize> {
        (0..REPLICAS).collect()
    }

    /// Writes a replica's file, compressed as ours is.
    pub fn pack(&self, replica: usize, changes: &[u8]) -> Outcome<()> {
        let packed = zstd::encode_all(changes, 9)?;
        self.tell("change_bytes", packed.len() as f64);
        Ok(std::fs::write(self.changes(replica), packed)?)
    }

    /// Tells the program that started this process a figure.
    pub fn tell(&self, what: &str, figure: f64) {
        println!("{what}={figure}");
    }

    /// Tells how much memory this process took at most.
    pub fn tell_peak(&self) {
        let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
        let peak = status.lines().find_map(|line| {
            let kib = line.strip_prefix("VmHWM:")?.split_whitespace().next()?;
            kib.parse::<f64>().ok()
        });
        self.tell("peak_kib", peak.unwrap_or(f64::NAN));
    }

    /// Tells a hash of what the engine ended with.
    pub fn tell_digest(&self, digest: &str) {
        println!("digest:{digest}");
    }

    /// Tells what is shown in the end: a hash of it, and how many records.
    pub fn tell_shown(&self, projection: &Projection) -> Outcome<()> {
        let (digest, left) = projection.digest()?;
        self.tell_digest(&digest);
        self.tell("left", left as f64);
        Ok(())
    }

    /// Writes down the cells that an engine lists as contested.
    pub fn tell_cells(&self, cells: Vec<(usize, usize)>) -> Outcome<()> {
        self.tell("cells", cells.len() as f64);
        let lines = cells
            .iter()
            .map(|(record, field)| format!("{record} {field}\n"));
        Ok(std::fs::write(
            self.file("cells"),
            lines.collect::<String>(),
        )?)
    }
}

/// Copies a file.
pub fn copy(from: &Path, to: &Path) -> Outcome<()> {
    std::fs::copy(from, to)?;
    Ok(())
}

/// How long a file is.
pub fn size(file: &Path) -> Outcome<f64> {
    Ok(std::fs::metadata(file)?.len() as f64)
}

/// Reads a file that [`Job::pack`] wrote.
pub fn unpack(file: &Path) -> Outcome<Vec<u8>> {
    Ok(zstd::decode_all(&std::fs::read(file)?[..])?)
}

/// Does something; how many milliseconds that took, and what came of it.
pub fn ms<T>(work: impl FnOnce() -> Outcome<T>) -> Outcome<(f64, T)> {
    let start = Instant::now();
    let done = work()?;
    Ok((start.elapsed().as_secs_f64() * 1000.0, done))
}

/// For how many milliseconds this process has had the processor: other programs do not disturb that.
pub fn busy() -> f64 {
    let told = std::fs::read_to_string("/proc/self/schedstat").unwrap_or_default();
    let nanoseconds = told
        .split(' ')
        .next()
        .and_then(|first| first.parse::<f64>().ok());
    nanoseconds.unwrap_or(f64::NAN) / 1_000_000.0
}

/// Bytes as text.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// A record's name as the key of a map.
pub fn key(id: &Id) -> String {
    let number = u128::from_be_bytes(*id);
    let letter = |at: u32| LETTERS[(number >> (126 - 6 * at) & 63) as usize] as char;
    (0..22).map(letter).collect()
}

/// Where the records of the base stand, by name.
pub fn places(job: &Job) -> HashMap<Id, usize> {
    job.base()
        .iter()
        .enumerate()
        .map(|(place, (id, _))| (*id, place))
        .collect()
}

/// The name of a record, from the key of a map.
pub fn unkey(key: &str) -> Option<Id> {
    let number = key.bytes().try_fold(0_u128, |number, letter| {
        let at = LETTERS.iter().position(|one| *one == letter)?;
        Some(number << 6 | at as u128)
    });
    // 22 letters are 132 bits: the first one holds two.
    Some(number?.to_be_bytes())
}

/// What was asked for.
struct Asked {
    size: Size,
    runs: usize,
    engines: Vec<String>,
    /// The engine, the step, the folder and the replica that a process of its own does.
    step: Option<(String, String, PathBuf, usize)>,
}

fn asked() -> Outcome<Asked> {
    use lexopt::prelude::*;
    let (mut records, mut runs, mut small) = (20_000, 3, false);
    let mut engines: Vec<String> = ENGINES.iter().map(|(name, _)| (*name).to_owned()).collect();
    let mut words = Vec::new();
    let mut given = lexopt::Parser::from_env();
    while let Some(word) = given.next()? {
        match word {
            Long("records") => records = given.value()?.parse()?,
            Long("runs") => runs = given.value()?.parse::<usize>()?.max(1),
            Long("small") => small = true,
            Long("engines") => {
                engines = given
                    .value()?
                    .string()?
                    .split(',')
                    .map(str::to_owned)
                    .collect();
            }
            Value(word) => words.push(word.string()?),
            other => return Err(other.unexpected().into()),
        }
    }
    let step = match words.as_slice() {
        [] => None,
        [engine, step, folder, replica] => Some((
            engine.clone(),
            step.clone(),
            PathBuf::from(folder),
            replica.parse()?,
        )),
        _ => return Err("--records N, --runs N, --engines A,B or --small".into()),
    };
    if records < 1_000 {
        return Err("fewer records than the replicas work on".into());
    }
    Ok(Asked {
        size: if small {
            Size::small()
        } else {
            Size::full(records)
        },
        runs: if small { 1 } else { runs },
        engines,
        step,
    })
}

fn main() -> ExitCode {
    match asked().and_then(|asked| match &asked.step {
        Some((engine, step, folder, replica)) => {
            let job = Job {
                folder: folder.clone(),
                size: asked.size,
            };
            one(&job, engine, step, *replica).map(|()| true)
        }
        None => all(&asked),
    }) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// Does one step of one engine.
fn one(job: &Job, engine: &str, step: &str, replica: usize) -> Outcome<()> {
    let (_, engine) = ENGINES
        .iter()
        .find(|(name, _)| *name == engine)
        .ok_or("no such engine")?;
    match step {
        "load" => engine.load(job),
        "edit" => engine.edit(job, replica),
        "hub" => engine.hub(job),
        "replica" => engine.replica(job, replica),
        "door" => ours::door(job),
        _ => Err("no such step".into()),
    }
}

/// What a process said.
struct Said {
    figures: BTreeMap<String, f64>,
    digest: String,
}

/// Has a step done by a process of its own.
fn child(size: Size, engine: &str, step: &str, folder: &Path, replica: usize) -> Outcome<Said> {
    let mut command = Command::new(std::env::current_exe()?);
    command
        .args([engine, step])
        .arg(folder)
        .arg(replica.to_string());
    if size == Size::small() {
        command.arg("--small");
    } else {
        command.arg("--records").arg(size.records.to_string());
    }
    let done = command.output()?;
    if !done.status.success() {
        let why = String::from_utf8_lossy(&done.stderr);
        return Err(format!("{engine}, {step} {replica}: {why}").into());
    }
    let text = String::from_utf8(done.stdout)?;
    let mut said = Said {
        figures: BTreeMap::new(),
        digest: String::new(),
    };
    for line in text.lines() {
        if let Some((what, figure)) = line.split_once('=') {
            said.figures.insert(what.to_owned(), figure.parse()?);
        } else if let Some(digest) = line.strip_prefix("digest:") {
            said.digest = digest.to_owned();
        }
    }
    Ok(said)
}

/// Compares the engines; whether they agree with what was worked out.
fn all(asked: &Asked) -> Outcome<bool> {
    let truth = work::truth(asked.size);
    let mut report = Report::new(asked.size, asked.runs, &truth);
    let folder = tempfile::tempdir()?;
    for run in 0..asked.runs {
        // Turn by turn, so that what disturbs the machine for a while disturbs all.
        for engine in &asked.engines {
            eprintln!("run {} of {}: {engine}", run + 1, asked.runs);
            let folder = folder.path().join(engine);
            let figures = report.engine(engine);
            measure(asked.size, engine, &folder, run == 0, figures)?;
            std::fs::remove_dir_all(&folder)?;
        }
        let near = Size::full(20_000);
        if asked.size.records > near.records {
            let folder = folder.path().join("near");
            measure(near, "ours", &folder, false, report.engine(report::NEAR))?;
            std::fs::remove_dir_all(&folder)?;
        }
    }
    Ok(report.print())
}

fn measure(
    size: Size,
    engine: &str,
    folder: &Path,
    first: bool,
    figures: &mut Figures,
) -> Outcome<()> {
    std::fs::create_dir_all(folder)?;
    figures.add("load", &child(size, engine, "load", folder, 0)?.figures);
    for replica in 0..REPLICAS {
        let said = child(size, engine, "edit", folder, replica)?;
        figures.add("edit", &said.figures);
    }
    let hub = child(size, engine, "hub", folder, 0)?;
    figures.add("hub", &hub.figures);
    let cells = std::fs::read_to_string(folder.join("cells")).unwrap_or_default();
    let cell = |line: &str| {
        let (record, field) = line.split_once(' ')?;
        Some((record.parse().ok()?, field.parse().ok()?))
    };
    figures.cells = cells
        .lines()
        .filter_map(cell)
        .collect::<BTreeSet<(usize, usize)>>();
    // All of them once, to see that they end alike; then one, for its time.
    let replicas = if first { 0..REPLICAS } else { 3..4 };
    for replica in replicas {
        let said = child(size, engine, "replica", folder, replica)?;
        figures.equal &= said.digest == hub.digest;
        if replica == 3 {
            figures.add("replica", &said.figures);
        }
    }
    if engine == "ours" {
        figures.add("door", &child(size, engine, "door", folder, 0)?.figures);
    }
    Ok(())
}
