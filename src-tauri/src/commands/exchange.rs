//! Exchange with other laptops: what is mine and not shared, what comes in, to whom a file is given.

use std::path::PathBuf;

use merge::{ENDING, PackError, Report};
use serde::Deserialize;
use serde_json::{Value as Json, json};
use store::query;
use store::{Changed, Lacking, Mode, Store};
use ts_rs::TS;
use uuid::Uuid;

use super::Bare;
use super::lists::id;
use crate::desk::{Desk, Done};
use crate::failure::Failure;

/// The most own transactions that are listed for review.
const REVIEWED: u64 = 500;
/// The setting that holds the shared folder.
const FOLDER: &str = "folder";
/// The setting that says that what lies in it is encrypted; with what is written nowhere.
const ENCRYPTED: &str = "folder_encrypted";
/// The setting that holds when it was last exchanged with.
const EXCHANGED: &str = "exchanged";

pub fn exchange(desk: &Desk, _: Bare) -> Result<Json, Failure> {
    let offered = desk.offered();
    let locked = desk.passphrase().is_none();
    // What is not shared or waits is no knowledge of a day.
    desk.read_now(|store, view| {
        let (steps, own) = query::unshared(store.connection(), REVIEWED, view)?;
        let merges: Vec<Json> = store
            .merges()?
            .into_iter()
            .map(|merge| {
                json!({
                    "merge": merge.merge, "time": query::moment(merge.at), "source": merge.source, "sender": merge.sender,
                    "changes": merge.changes, "canBeSetBack": merge.can_be_set_back,
                })
            })
            .collect();
        let waiting: Vec<Json> = store
            .waiting()?
            .into_iter()
            .map(|waiting| {
                json!({
                    "site": waiting.missing.site.to_string(), "person": waiting.missing.person,
                    "after": waiting.missing.after, "segments": waiting.segments, "dismissed": waiting.dismissed,
                })
            })
            .collect();
        let folder = store.setting(FOLDER)?;
        // Only its name is told: a path is none of the page's business.
        let folder = folder.map(|path| {
            let name = PathBuf::from(&path);
            let name = name.file_name().map(|name| name.to_string_lossy().into_owned());
            let encrypted = store.setting(ENCRYPTED)?.is_some();
            Ok::<_, Failure>(json!({
                "name": name.unwrap_or(path), "last": store.setting(EXCHANGED)?, "encrypted": encrypted,
                "locked": encrypted && locked,
            }))
        });
        Ok(json!({
            "network": store.network()?.map(|id| id.to_string()),
            "unshared": store.unshared()?,
            "steps": steps,
            "own": own,
            "sites": store.sites(view)?,
            "waiting": waiting,
            "merges": merges,
            "folder": folder.transpose()?,
            "offered": offered.map(|(token, names)| json!({"token": token, "files": names})),
        }))
    })
}

pub fn choose_files(desk: &Desk, _: Bare) -> Result<Json, Failure> {
    let chosen = desk.chooser()?.files().unwrap_or_default();
    let token = (!chosen.is_empty()).then(|| desk.keep_files(chosen));
    Ok(json!({"token": token}))
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LeaveFilesArgs {
    /// What stands for the files that are not wanted after all.
    token: String,
}

pub fn leave_files(desk: &Desk, arguments: LeaveFilesArgs) -> Result<Json, Failure> {
    desk.forget_files(&arguments.token);
    Ok(json!({}))
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct FilesArgs {
    /// What stands for the files that were chosen or dropped.
    token: String,
    passphrase: Option<String>,
}

pub fn preview(desk: &Desk, arguments: FilesArgs) -> Result<Json, Failure> {
    take(desk, arguments, Mode::Preview)
}

pub fn take_in(desk: &Desk, arguments: FilesArgs) -> Result<Json, Failure> {
    let token = arguments.token.clone();
    let answer = take(desk, arguments, Mode::Keep)?;
    desk.forget_files(&token);
    Ok(answer)
}

fn take(desk: &Desk, arguments: FilesArgs, mode: Mode) -> Result<Json, Failure> {
    let chosen = desk.files(&arguments.token)?;
    let passphrase = arguments.passphrase.filter(|text| !text.is_empty());
    let mut progress = desk.progress("merge");
    desk.write(move |store, _| {
        let files = merge::files(&chosen).map_err(of_pack)?;
        let report = merge::merge(store, &files, passphrase.as_deref(), mode, &mut progress)?;
        let changed = if mode == Mode::Keep {
            report.merged.changed.clone()
        } else {
            Changed::default()
        };
        Ok(Done {
            answer: told(&report),
            changed,
        })
    })
}

/// The report as the page shows it: files by their names, without where they lie, and what the system says of those
/// that it could not read.
fn told(report: &Report) -> Json {
    let mut json = report.json();
    for (row, taken) in json["rows"]
        .as_array_mut()
        .into_iter()
        .flatten()
        .zip(&report.taken)
    {
        let name = taken.file.file_name().map(|name| name.to_string_lossy());
        row["file"] = name.unwrap_or_default().into();
        row["detail"] = match &taken.error {
            Some(PackError::Io { source, .. }) => source.to_string().into(),
            _ => Json::Null,
        };
    }
    json["backup"] = report.backup.is_some().into();
    json
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct GiveArgs {
    /// The laptop it is for: what that lacks; without one, everything.
    site: Option<String>,
    /// Whether contacts and other personal values go with it.
    private: bool,
    passphrase: Option<String>,
}

pub fn give(desk: &Desk, arguments: GiveArgs) -> Result<Json, Failure> {
    let lacking = match &arguments.site {
        Some(site) => Lacking::Site(id(site)?),
        None => Lacking::Nothing,
    };
    let name = desk.read(|store, _| name(store, &desk.clock.today().to_string()))?;
    let Some(file) = desk.chooser()?.save(&name) else {
        return Ok(json!({"file": null, "changes": 0, "bytes": 0}));
    };
    desk.write(move |store, _| {
        let passphrase = arguments
            .passphrase
            .as_deref()
            .filter(|text| !text.is_empty());
        let written = merge::pack_to(store, &file, lacking, arguments.private, passphrase)?;
        let name = file.file_name().map(|name| name.to_string_lossy());
        Ok(Done {
            answer: json!({"file": name, "changes": written.json["changes"], "bytes": written.bytes}),
            changed: Changed::default(),
        })
    })
}

/// A name for a file: whose it is, and of which day.
fn name(store: &Store, day: &str) -> Result<String, Failure> {
    let person = match store.person()? {
        Some(person) => {
            query::reference_of(store.connection(), person, &Default::default())?["label"]
                .as_str()
                .map(str::to_owned)
        }
        None => None,
    };
    let person: String = person
        .unwrap_or_default()
        .chars()
        .map(|c| if c.is_alphanumeric() { c } else { '-' })
        .collect();
    Ok(format!("{person} {day}.{ENDING}").trim().to_owned())
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct FolderArgs {
    /// What lies in the folder is encrypted with; kept in mind until the program ends.
    passphrase: Option<String>,
}

impl FolderArgs {
    fn passphrase(self) -> Option<String> {
        self.passphrase.filter(|text| !text.is_empty())
    }
}

pub fn choose_folder(desk: &Desk, arguments: FolderArgs) -> Result<Json, Failure> {
    if let Some(folder) = desk.chooser()?.folder() {
        let passphrase = arguments.passphrase();
        let encrypted = passphrase.as_ref().map(|_| "");
        desk.write(move |store, _| {
            store.set_setting(FOLDER, Some(&folder.display().to_string()))?;
            store.set_setting(ENCRYPTED, encrypted)?;
            store.set_setting(EXCHANGED, None)?;
            Ok(Done {
                answer: Json::Null,
                changed: Changed::default(),
            })
        })?;
        desk.keep_passphrase(passphrase);
    }
    exchange(desk, Bare {})
}

pub fn unlock_folder(desk: &Desk, arguments: FolderArgs) -> Result<Json, Failure> {
    desk.keep_passphrase(arguments.passphrase());
    exchange(desk, Bare {})
}

pub fn leave_folder(desk: &Desk, bare: Bare) -> Result<Json, Failure> {
    desk.write(|store, _| {
        store.set_setting(FOLDER, None)?;
        store.set_setting(ENCRYPTED, None)?;
        Ok(Done {
            answer: Json::Null,
            changed: Changed::default(),
        })
    })?;
    desk.keep_passphrase(None);
    exchange(desk, bare)
}

pub fn exchange_now(desk: &Desk, _: Bare) -> Result<Json, Failure> {
    let mut progress = desk.progress("merge");
    let clock = desk.clock.clone();
    let passphrase = desk.passphrase();
    desk.write(move |store, _| {
        let folder = store
            .setting(FOLDER)?
            .ok_or_else(|| Failure::refused("no_folder", &json!({})))?;
        // Without it, what is to be encrypted would lie there openly.
        if store.setting(ENCRYPTED)?.is_some() && passphrase.is_none() {
            return Err(Failure::refused("no_passphrase", &json!({})));
        }
        let folder = PathBuf::from(folder);
        let synced = merge::folder::sync(store, &folder, passphrase.as_deref(), &mut progress)?;
        store.set_setting(EXCHANGED, Some(&clock.now_text()))?;
        let mut answer = told(&synced.report);
        answer["left"] = synced.left.into();
        Ok(Done {
            answer,
            changed: synced.report.merged.changed,
        })
    })
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DismissArgs {
    site: String,
}

pub fn dismiss(desk: &Desk, arguments: DismissArgs) -> Result<Json, Failure> {
    let site: Uuid = id(&arguments.site)?;
    desk.write(move |store, _| {
        store.dismiss(site)?;
        Ok(Done {
            answer: json!({}),
            changed: Changed::default(),
        })
    })
}

pub fn set_back(desk: &Desk, _: Bare) -> Result<Json, Failure> {
    desk.write(|store, _| {
        let done = store.set_back()?;
        Ok(Done {
            answer: json!({"source": done.source, "changes": done.changes}),
            changed: done.changed,
        })
    })
}

pub fn cancel(desk: &Desk, _: Bare) -> Result<Json, Failure> {
    desk.cancel();
    Ok(json!({}))
}

fn of_pack(error: PackError) -> Failure {
    let params = json!({"file": "", "detail": error.to_string()});
    match &error {
        PackError::Io { file, .. } => {
            let name = file.file_name().map(|name| name.to_string_lossy());
            Failure::failed(
                error.code(),
                &json!({"file": name, "detail": error.to_string()}),
            )
        }
        _ => Failure::refused(error.code(), &params),
    }
}

impl From<merge::Failure> for Failure {
    fn from(failure: merge::Failure) -> Failure {
        match failure {
            merge::Failure::Store(error) => error.into(),
            merge::Failure::Pack(error) => of_pack(error),
        }
    }
}
