//! What stands around every page, and whose laptop this is.

use domain::input::Assignment;
use serde::Deserialize;
use serde_json::{Value as Json, json};
use store::query;
use store::{Act, Door, Seen, Store};
use ts_rs::TS;
use uuid::Uuid;

use super::{Bare, answers};
use crate::desk::{Beginning, Desk, Done, ReadOnly};
use crate::failure::Failure;

/// The setting that holds the part a person says they have in the Network.
const ROLE: &str = "role";
/// The setting that says that somebody was asked whose laptop this is.
const ASKED: &str = "asked";

pub fn app_state(desk: &Desk, _: Bare) -> Result<Json, Failure> {
    let language = desk.locale().code();
    let Some(open) = desk.open()? else {
        return Ok(json!({
            "store": "none", "practice": false, "network": null, "person": null, "organisation": null, "role": null,
            "site": null, "asked": false, "language": language, "unshared": 0, "toSettle": 0, "undo": null, "redo": null,
            "readOnly": null, "noBackup": null, "known": null,
        }));
    };
    let no_backup = desk
        .no_backup()
        .map(|failure| json!({"code": failure.code, "params": failure.params}));
    let known = desk.known().map(|day| day.to_string());
    desk.read_now(|store, view| {
        let connection = store.connection();
        let person = match store.person()? {
            Some(id) => query::record(connection, id, view)?,
            None => Json::Null,
        };
        let (undo, redo) = store.undoable(None)?;
        let label = |txn: Option<Uuid>| -> Result<Option<String>, Failure> {
            Ok(match txn {
                Some(txn) => query::deed(connection, txn, view)?.map(|deed| deed.label),
                None => None,
            })
        };
        // A card made for an account is nobody's name yet.
        let named = person.is_object() && person["unnamed"] != true;
        let person_ref = json!({"id": person["id"], "table": "person", "label": person["label"]});
        Ok(json!({
            "store": if open.read_only().is_some() { "read_only" } else { "open" },
            "practice": open.practice,
            "network": store.network()?.map(|id| id.to_string()),
            "person": if named { person_ref } else { Json::Null },
            "organisation": person["organisation"],
            "role": store.setting(ROLE)?,
            "site": store.site()?.to_string(),
            // Of a made-up network and of one that cannot be written nobody is asked.
            "asked": named || open.practice || open.read_only().is_some() || store.setting(ASKED)?.is_some(),
            "language": language,
            "unshared": store.unshared()?,
            "toSettle": query::to_settle(connection)?,
            "undo": label(undo)?,
            "redo": label(redo)?,
            "readOnly": open.read_only().map(ReadOnly::code),
            "noBackup": no_backup,
            "known": known,
        }))
    })
}

#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FirstStartArgs {
    choice: Beginning,
}

pub fn first_start(desk: &Desk, arguments: FirstStartArgs) -> Result<Json, Failure> {
    desk.make(arguments.choice)?;
    app_state(desk, Bare {})
}

pub fn leave_practice(desk: &Desk, bare: Bare) -> Result<Json, Failure> {
    desk.leave_practice();
    app_state(desk, bare)
}

#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SetLanguageArgs {
    language: answers::Language,
}

pub fn set_language(desk: &Desk, arguments: SetLanguageArgs) -> Result<Json, Failure> {
    let code = match arguments.language {
        answers::Language::En => "en",
        answers::Language::Fr => "fr",
        answers::Language::Es => "es",
    };
    desk.kept.set(|kept| kept.language = Some(code.to_owned()));
    app_state(desk, Bare {})
}

pub fn put_off_person(desk: &Desk, bare: Bare) -> Result<Json, Failure> {
    desk.write(|store, _| {
        store.set_setting(ASKED, Some(""))?;
        Ok(Done {
            answer: Json::Null,
            changed: Default::default(),
        })
    })?;
    app_state(desk, bare)
}

/// "I am NAME of ORGANISATION, co-lead of ..., or secretariat."
#[derive(Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields)]
pub struct SetPersonArgs {
    name: String,
    /// The key of an organisation.
    organisation: Option<String>,
    role: Option<String>,
    /// The keys of the groups that the organisation, or else the person, leads with others.
    co_lead_of: Option<Vec<String>>,
}

pub fn set_person(desk: &Desk, arguments: SetPersonArgs) -> Result<Json, Failure> {
    desk.write(move |store, _| {
        let SetPersonArgs {
            name,
            organisation,
            role,
            co_lead_of,
        } = arguments;
        let mut set = vec![Assignment::set("name", name.trim())];
        set.push(Assignment::set(
            "organisation",
            organisation.as_deref().unwrap_or_default(),
        ));
        let person = store.person()?;
        let written = store.write(Act::typed(), |door| {
            let person = match person {
                Some(person) => {
                    set.push(Assignment::set("unnamed", ""));
                    door.set(query::kind("person")?, person, &set, &Seen::new())?;
                    person
                }
                None => door.introduce(&set)?,
            };
            for group in co_lead_of.unwrap_or_default() {
                lead(door, &group, person, organisation.as_deref())?;
            }
            Ok(person)
        })?;
        remember(store, written.answer, role.as_deref())?;
        Ok(Done {
            answer: Json::Null,
            changed: written.changed,
        })
    })?;
    app_state(desk, Bare {})
}

fn remember(store: &mut Store, person: Uuid, role: Option<&str>) -> store::Result<()> {
    store.set_person(person)?;
    store.set_setting(ROLE, role)
}

/// Writes that the person's organisation, or the person where it has none, is co-lead of a group, unless that is known.
fn lead(
    door: &mut Door<'_>,
    group: &str,
    person: Uuid,
    organisation: Option<&str>,
) -> store::Result<()> {
    let connection = door.connection();
    let (_, group, _) = query::resolve(connection, &[query::kind("group")?], group)?;
    let party = match organisation {
        Some(key) => {
            let (_, id, _) = query::resolve(connection, &[query::kind("organisation")?], key)?;
            let terms = query::terms(connection, group, id)?;
            if terms
                .iter()
                .any(|term| term.role.as_deref() == Some("co_lead"))
            {
                return Ok(());
            }
            Assignment::set("organisation", &format!("id:{id}"))
        }
        None => Assignment::set("person", &format!("id:{person}")),
    };
    let set = [
        Assignment::set("group", &format!("id:{group}")),
        party,
        Assignment::set("role", "co_lead"),
    ];
    door.add(query::kind("membership")?, &set).map(drop)
}
