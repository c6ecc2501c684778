//! The desk: the store that is open on this laptop, and the ways commands read and write it.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use chrono::NaiveDate;
use domain::{Language, kinds};
use messages::Locale;
use serde::Serialize;
use serde_json::{Value as Json, json};
use store::query::{self, View};
use store::{Access, Backup, Changed, Error, Recovered, Start, Store, SystemWorld};

use crate::chooser::Chooser;
use crate::clock::Clock;
use crate::failure::{Failure, guarded};
use crate::kept::Kept;
use crate::log::Log;
use crate::readers::Readers;
use crate::writer::Writer;

/// The most records an event names; of more it says "many".
const NAMED: usize = 500;
/// The least time between two tellings of progress.
const TOLD_EVERY: Duration = Duration::from_millis(200);
/// How long a recovery waits for those who read, and how often it looks.
const LET_GO: Duration = Duration::from_secs(5);
const LET_GO_LOOK: Duration = Duration::from_millis(10);
/// The seed of the practice network: the same one for everybody, so that people can talk about it.
const PRACTICE_SEED: u64 = 7;

/// Records are no longer what was last answered.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ChangedEvent {
    /// The kinds concerned.
    pub kinds: Vec<&'static str>,
    /// The records concerned; none for many.
    pub ids: Option<Vec<String>>,
    /// `typed` and the like for what was done here, `elsewhere` for what another program did to the file.
    pub origin: &'static str,
}

/// The name of the event on every host.
pub const CHANGED: &str = "changed";
/// Files were dropped on the window or opened with it.
const OFFERED: &str = "offered";
/// Files are held over the window.
const HOVERING: &str = "hovering";
/// Something that takes longer goes on.
const PROGRESS: &str = "progress";

/// Hears of what nobody asked for: the name of the event and what it tells.
type Teller = Arc<dyn Fn(&'static str, &Json) + Send + Sync>;

/// What a command that writes has done.
pub struct Done {
    /// What is answered.
    pub answer: Json,
    /// What may look other than before.
    pub changed: Changed,
}

/// Where things are on this laptop.
pub struct Places {
    /// The network's store.
    pub network: PathBuf,
    /// The practice network's store.
    pub practice: PathBuf,
    /// What is remembered apart from any store.
    pub kept: PathBuf,
    /// The log of faults.
    pub log: PathBuf,
}

impl Places {
    /// The usual places in a folder of this user; another store where one is named.
    pub fn in_folder(folder: &Path, store: Option<PathBuf>) -> Places {
        Places {
            network: store.unwrap_or_else(|| folder.join("network.store")),
            practice: folder.join("practice.store"),
            kept: folder.join("desk.json"),
            log: folder.join("desk.log"),
        }
    }
}

/// Why a store can only be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReadOnly {
    /// A newer build made it.
    Newer,
    /// The system does not let it be written.
    Unwritable,
}

impl ReadOnly {
    /// The code in answers.
    pub const fn code(self) -> &'static str {
        match self {
            ReadOnly::Newer => "newer",
            ReadOnly::Unwritable => "unwritable",
        }
    }
}

/// A store that is open.
pub struct Open {
    readers: Readers,
    /// Or why the file can only be read.
    writer: Result<Writer, ReadOnly>,
    /// Whether it is the practice network.
    pub practice: bool,
    /// The network as it was known on a day, while it is shown so.
    known: Mutex<Option<Arc<Known>>>,
}

/// The network as it was known on a day.
struct Known {
    day: NaiveDate,
    readers: Readers,
}

impl Open {
    /// Why the file can only be read; none where it can be written.
    pub fn read_only(&self) -> Option<ReadOnly> {
        self.writer.as_ref().err().copied()
    }
}

/// All that commands work on.
pub struct Desk {
    places: Places,
    /// What is remembered of this laptop.
    pub kept: Kept,
    /// The time.
    pub clock: Clock,
    log: Arc<Log>,
    open: Mutex<Option<Arc<Open>>>,
    teller: Arc<Mutex<Option<Teller>>>,
    chooser: Mutex<Option<Arc<dyn Chooser>>>,
    /// Files that were chosen or dropped, by the word that stands for them.
    files: Mutex<HashMap<String, Vec<PathBuf>>>,
    /// The word for those that were dropped or opened and that no page has taken up yet.
    offered: Mutex<Option<String>>,
    /// Whether what goes on is to stop.
    cancelled: Arc<AtomicBool>,
    /// What the shared folder's packs are encrypted with, until the program ends: it is written nowhere.
    passphrase: Mutex<Option<String>>,
    /// Why the last daily backup could not be made.
    no_backup: Arc<Mutex<Option<Failure>>>,
}

impl Desk {
    /// A desk with no store open yet.
    pub fn new(places: Places, clock: Clock) -> Desk {
        Desk {
            kept: Kept::open(places.kept.clone()),
            log: Arc::new(Log::new(places.log.clone(), clock.clone())),
            places,
            clock,
            open: Mutex::default(),
            teller: Arc::default(),
            chooser: Mutex::default(),
            files: Mutex::default(),
            offered: Mutex::default(),
            cancelled: Arc::default(),
            passphrase: Mutex::default(),
            no_backup: Arc::default(),
        }
    }

    /// Calls `teller` with every event from now on.
    pub fn tell(&self, teller: impl Fn(&'static str, &Json) + Send + Sync + 'static) {
        *lock(&self.teller) = Some(Arc::new(teller));
    }

    /// Asks this one for files and folders from now on.
    pub fn ask(&self, chooser: impl Chooser + 'static) {
        *lock(&self.chooser) = Some(Arc::new(chooser));
    }

    /// Whoever asks for files and folders.
    ///
    /// # Errors
    /// A defect where there is none.
    pub fn chooser(&self) -> Result<Arc<dyn Chooser>, Failure> {
        lock(&self.chooser)
            .clone()
            .ok_or_else(|| Failure::defect("nobody asks for files"))
    }

    /// Keeps files that were chosen; the word that stands for them.
    pub fn keep_files(&self, files: Vec<PathBuf>) -> String {
        let token = uuid::Uuid::new_v4().simple().to_string();
        lock(&self.files).insert(token.clone(), files);
        token
    }

    /// The files that a word stands for.
    ///
    /// # Errors
    /// Refuses a word that stands for none.
    pub fn files(&self, token: &str) -> Result<Vec<PathBuf>, Failure> {
        lock(&self.files)
            .get(token)
            .cloned()
            .ok_or_else(|| Failure::refused("no_such_files", &json!({})))
    }

    /// What the shared folder's packs are encrypted with, where somebody said so since the program began.
    pub fn passphrase(&self) -> Option<String> {
        lock(&self.passphrase).clone()
    }

    /// Keeps in mind what the shared folder's packs are encrypted with; nothing forgets it.
    pub fn keep_passphrase(&self, passphrase: Option<String>) {
        *lock(&self.passphrase) = passphrase;
    }

    /// Why the last daily backup could not be made; none where it could.
    pub fn no_backup(&self) -> Option<Failure> {
        lock(&self.no_backup).clone()
    }

    /// Tells the pages how many files are held over the window, and that they are no longer.
    pub fn hover(&self, files: usize) {
        say(&self.teller, HOVERING, &json!({"files": files}));
    }

    /// Forgets files that were dealt with or put back.
    pub fn forget_files(&self, token: &str) {
        lock(&self.files).remove(token);
        let mut offered = lock(&self.offered);
        if offered.as_deref() == Some(token) {
            *offered = None;
        }
    }

    /// Offers files that were dropped on the window or opened with it.
    pub fn offer(&self, files: Vec<PathBuf>) {
        if files.is_empty() {
            return;
        }
        let token = self.keep_files(files);
        *lock(&self.offered) = Some(token);
        say(&self.teller, OFFERED, &json!({}));
    }

    /// The files offered that nobody has dealt with: their word and names.
    pub fn offered(&self) -> Option<(String, Vec<String>)> {
        let token = lock(&self.offered).clone()?;
        let files = lock(&self.files).get(&token).cloned()?;
        let names = files
            .iter()
            .filter_map(|file| file.file_name())
            .map(|name| name.to_string_lossy().into_owned());
        Some((token, names.collect()))
    }

    /// Tells the pages how far something is, and whether to go on.
    pub fn progress(&self, what: &'static str) -> impl FnMut(u64, u64) -> bool + Send + 'static {
        self.cancelled.store(false, Ordering::Relaxed);
        let (teller, cancelled) = (Arc::clone(&self.teller), Arc::clone(&self.cancelled));
        let mut told = Instant::now();
        move |done, total| {
            if told.elapsed() > TOLD_EVERY {
                told = Instant::now();
                say(
                    &teller,
                    PROGRESS,
                    &json!({"what": what, "done": done, "total": total}),
                );
            }
            !cancelled.load(Ordering::Relaxed)
        }
    }

    /// Stops what goes on.
    pub fn cancel(&self) {
        self.cancelled.store(true, Ordering::Relaxed);
    }

    /// How answers are shown: in the language of the window, and with people's contacts, which are this laptop's own.
    pub fn view(&self) -> View {
        let lang = match self.locale() {
            Locale::En => Language::En,
            Locale::Fr => Language::Fr,
            Locale::Es => Language::Es,
        };
        View {
            lang,
            private: true,
        }
    }

    /// The language of the window: the one chosen here, else that of the system.
    pub fn locale(&self) -> Locale {
        let chosen = self.kept.get().language;
        chosen
            .and_then(|code| Locale::from_code(&code))
            .unwrap_or_else(Locale::of_system)
    }

    /// The store that is open, opened now if it is there; none before the first start.
    ///
    /// # Errors
    /// Names what is wrong with the file.
    pub fn open(&self) -> Result<Option<Arc<Open>>, Failure> {
        let mut open = lock(&self.open);
        if open.is_none() {
            let (file, practice) = self.file();
            if file.exists() {
                let opened = self.open_file(file, practice)?;
                self.back_up(&opened)?;
                *open = Some(Arc::new(opened));
            }
        }
        Ok(open.clone())
    }

    /// The file that is open or would be, and whether it is the practice network's.
    fn file(&self) -> (PathBuf, bool) {
        let practice = self.kept.get().practice && self.places.practice.exists();
        let file = if practice {
            &self.places.practice
        } else {
            &self.places.network
        };
        (file.clone(), practice)
    }

    /// Makes the backup of the day before anything else is written, while the pages read already.
    fn back_up(&self, open: &Open) -> Result<(), Failure> {
        let Ok(writer) = &open.writer else {
            return Ok(());
        };
        if open.practice {
            return Ok(());
        }
        let (teller, no_backup) = (Arc::clone(&self.teller), Arc::clone(&self.no_backup));
        let log = Arc::clone(&self.log);
        writer.later(move |store| {
            let made = guarded(|| Ok(store.daily_backup(&mut |_, _| true)?));
            let failure = made.err();
            if let Some(failure) = &failure {
                log.write(&format!("{} {:?}", failure.code, failure.params));
            }
            let before = std::mem::replace(&mut *lock(&no_backup), failure.clone());
            if before != failure {
                nothing_changed(&teller);
            }
        })
    }

    /// The backups of the store that is open, newest first.
    ///
    /// # Errors
    /// Where their folder cannot be read.
    pub fn backups(&self) -> Result<Vec<Backup>, Failure> {
        Ok(store::backups(&self.file().0)?)
    }

    /// Puts a backup in the place of the store, which goes on as a new site. What was there is kept under another name.
    ///
    /// # Errors
    /// Those of [`store::recover`]; then everything is as it was.
    pub fn recover(&self, backup: &Path) -> Result<Recovered, Failure> {
        let mut progress = self.progress("recover");
        let mut open = lock(&self.open);
        if let Some(former) = open.take() {
            former.readers.interrupt();
            let end = Instant::now() + LET_GO;
            // Whoever reads gives it back soon; nobody else gets it meanwhile.
            while Arc::strong_count(&former) > 1 && Instant::now() < end {
                std::thread::sleep(LET_GO_LOOK);
            }
        }
        let file = self.file().0;
        let recovered = store::recover(&file, backup, &mut SystemWorld, &mut progress);
        drop(open);
        elsewhere(&self.teller);
        self.noted(recovered.map_err(Failure::from))
    }

    fn open_file(&self, file: PathBuf, practice: bool) -> Result<Open, Failure> {
        let opened = Store::open(&file, Access::Write, Box::new(SystemWorld));
        let writer = match opened {
            Ok(store) if !store.is_too_new() => {
                let teller = Arc::clone(&self.teller);
                Ok(Writer::start(store, move || elsewhere(&teller))?)
            }
            // Read all the same, and said all the time in the window.
            Ok(_) | Err(Error::TooNew { .. }) => Err(ReadOnly::Newer),
            Err(Error::Unwritable(_)) => Err(ReadOnly::Unwritable),
            Err(error) => return Err(error.into()),
        };
        if writer.is_err() {
            Store::open(&file, Access::Read, Box::new(SystemWorld))?;
        }
        Ok(Open {
            readers: Readers::of(file),
            writer,
            practice,
            known: Mutex::default(),
        })
    }

    /// Makes a store and opens it.
    ///
    /// # Errors
    /// Refuses where a store is there; fails where none can be written. Then nothing is left behind.
    pub fn make(&self, start: Beginning) -> Result<(), Failure> {
        let practice = start == Beginning::Practise;
        let file = if practice {
            &self.places.practice
        } else {
            &self.places.network
        };
        if let Some(folder) = file.parent() {
            std::fs::create_dir_all(folder).map_err(|error| {
                let file = file.display().to_string();
                Failure::failed(
                    "store_unwritable",
                    &json!({"file": file, "detail": error.to_string()}),
                )
            })?;
        }
        match start {
            Beginning::Published => {
                Store::create(file, Start::Published, Box::new(SystemWorld))?;
            }
            Beginning::Empty => {
                Store::create(file, Start::Empty, Box::new(SystemWorld))?;
            }
            Beginning::Practise if file.exists() => {}
            Beginning::Practise => {
                let mut progress = self.progress("practise");
                // Half a network is none.
                sample::practise(file, PRACTICE_SEED, &mut progress)
                    .inspect_err(|_| remove(file))?;
            }
        }
        *lock(&self.open) = None;
        self.kept.set(|kept| kept.practice = practice);
        self.open().map(drop)
    }

    /// Leaves the practice network for the network, or for the first start where there is none.
    pub fn leave_practice(&self) {
        self.kept.set(|kept| kept.practice = false);
        *lock(&self.open) = None;
    }

    /// Shows the network as it was known on a day, or as it is now.
    ///
    /// Every question that [`Desk::read`] asks is answered from that state until then, and nothing is written.
    ///
    /// # Errors
    /// A refusal before the first start; fails where the file cannot be read.
    pub fn show_known(&self, day: Option<NaiveDate>) -> Result<(), Failure> {
        let open = self.open()?.ok_or_else(no_store)?;
        let known = match day {
            Some(day) => {
                let store = self.noted(open.readers.read(|store| Ok(store.as_known(day)?)))?;
                let readers = Readers::of_store(store);
                Some(Arc::new(Known { day, readers }))
            }
            None => None,
        };
        *lock(&open.known) = known;
        elsewhere(&self.teller);
        Ok(())
    }

    /// The day whose knowledge is shown; none where it is that of now.
    pub fn known(&self) -> Option<NaiveDate> {
        let open = lock(&self.open).clone()?;
        let known = lock(&open.known).clone()?;
        Some(known.day)
    }

    /// The day that counts as today for what is shown.
    pub fn today(&self) -> NaiveDate {
        self.known().unwrap_or_else(|| self.clock.today())
    }

    /// Asks the store that is open, or the network as it was known on the day that is shown.
    ///
    /// # Errors
    /// Those of the question, and a refusal before the first start.
    pub fn read<T>(
        &self,
        question: impl FnOnce(&Store, &View) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        let open = self.open()?.ok_or_else(no_store)?;
        let known = lock(&open.known).clone();
        match known {
            Some(known) => {
                let view = self.view();
                self.noted(known.readers.read(|store| question(store, &view)))
            }
            None => self.read_now(question),
        }
    }

    /// Asks the store that is open, whatever day is shown: what stands around the pages, and what needs the whole log.
    ///
    /// # Errors
    /// Those of the question, and a refusal before the first start.
    pub fn read_now<T>(
        &self,
        question: impl FnOnce(&Store, &View) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        let open = self.open()?.ok_or_else(no_store)?;
        let view = self.view();
        self.noted(open.readers.read(|store| question(store, &view)))
    }

    /// Does something to the store that is open and tells what changed.
    ///
    /// # Errors
    /// Those of what is done, and refusals before the first start and where the file can only be read.
    pub fn write(
        &self,
        deed: impl FnOnce(&mut Store, &View) -> Result<Done, Failure> + Send + 'static,
    ) -> Result<Json, Failure> {
        let open = self.open()?.ok_or_else(no_store)?;
        if let Some(refusal) = self.refuse_known() {
            return Err(refusal);
        }
        let writer = open
            .writer
            .as_ref()
            .map_err(|_| Failure::refused("store_read_only", &json!({})))?;
        let (view, teller) = (self.view(), Arc::clone(&self.teller));
        self.noted(writer.call(move |store| {
            let done = deed(store, &view)?;
            if !done.changed.records.is_empty() {
                let touched = query::touched(store.connection(), &done.changed.records)?;
                let many = touched.ids.len() > NAMED;
                changed(
                    &teller,
                    &ChangedEvent {
                        kinds: touched.kinds.into_iter().collect(),
                        ids: (!many).then(|| {
                            let ids = touched.ids.iter();
                            ids.map(ToString::to_string).collect()
                        }),
                        origin: "typed",
                    },
                );
            }
            Ok(done.answer)
        }))
    }

    /// The refusal of everything that writes, while the network is shown as it was known on a day.
    pub fn refuse_known(&self) -> Option<Failure> {
        let day = self.known()?;
        Some(Failure::refused(
            "as_known",
            &json!({"date": day.to_string()}),
        ))
    }

    /// Stops what is being read for a page that has gone.
    pub fn interrupt(&self) {
        if let Some(open) = lock(&self.open).as_ref() {
            open.readers.interrupt();
            if let Some(known) = lock(&open.known).as_ref() {
                known.readers.interrupt();
            }
        }
    }

    fn noted<T>(&self, answer: Result<T, Failure>) -> Result<T, Failure> {
        if let Err(failure) = &answer
            && !failure.is_answer()
        {
            self.log
                .write(&format!("{} {:?}", failure.code, failure.params));
        }
        answer
    }
}

/// What a first start begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Beginning {
    /// The published network.
    Published,
    /// Nothing.
    Empty,
    /// A made-up network to practise with, apart from the real one.
    Practise,
}

fn no_store() -> Failure {
    Failure::refused("no_store", &json!({}))
}

/// Removes a store that was not made to the end, with what SQLite leaves beside it.
fn remove(file: &Path) {
    for ending in ["", "-wal", "-shm"] {
        let mut name = file.as_os_str().to_owned();
        name.push(ending);
        let _ = std::fs::remove_file(name);
    }
}

/// No record is another, but what stands around the pages is.
fn nothing_changed(teller: &Mutex<Option<Teller>>) {
    changed(
        teller,
        &ChangedEvent {
            kinds: Vec::new(),
            ids: Some(Vec::new()),
            origin: "typed",
        },
    );
}

fn elsewhere(teller: &Mutex<Option<Teller>>) {
    changed(
        teller,
        &ChangedEvent {
            kinds: kinds::KINDS.iter().map(|kind| kind.name).collect(),
            ids: None,
            origin: "elsewhere",
        },
    );
}

fn changed(teller: &Mutex<Option<Teller>>, event: &ChangedEvent) {
    say(teller, CHANGED, &json!(event));
}

fn say(teller: &Mutex<Option<Teller>>, event: &'static str, told: &Json) {
    // Taken out first: whoever is told may ask for the teller.
    let teller = lock(teller).clone();
    if let Some(teller) = teller {
        teller(event, told);
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
