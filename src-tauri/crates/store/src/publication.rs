//! The published network: how its sealed bytes are made from the reference data, and how a new store takes them in.

use std::path::Path;

use changelog::{Origin, SigningKey, crypto};
use chrono::NaiveDate;
use domain::kind::{LinkTarget, Links, Type};
use domain::value::{Existence, LinkEnd};
use domain::{Field, Home, Kind, Language, Value, ids, input, kinds};
use fractional_index::FractionalIndex;
use rusqlite::Connection;
use serde_json::Value as Json;
use uuid::Uuid;

use crate::apply::Effect;
use crate::connect;
use crate::door::{Act, Door};
use crate::error::{Error, Result};
use crate::receive::{Fate, Intake, Sealed};
use crate::schema;
use crate::site::{Site, set};
use crate::world::World;

/// The sealed segments, the same on every machine.
const BYTES: &[u8] = include_bytes!("../../../../assets/publication/network.segment");
/// BLAKE3 of [`BYTES`]: a build with other bytes does not start a store.
const PIN: &str = include_str!("../../../../assets/publication/network.b3");

/// What a build of the publication gives.
pub struct Publication {
    /// The sealed segment.
    pub bytes: Vec<u8>,
    /// The chain hash of its last change, which depends on its facts alone and not on how they are packed.
    pub end: [u8; 32],
}

/// Takes the published network into a new store, within the transaction that is open.
///
/// # Errors
/// Where the bytes are not those this build was made with.
pub(crate) fn load(connection: &Connection) -> Result<()> {
    let hash: String = crypto::hash(BYTES)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    if hash != PIN.trim() {
        return Err(Error::Defect(
            "the published network is not the one this build was made with".into(),
        ));
    }
    let sealed = Sealed::read(BYTES.to_vec())
        .map_err(|error| Error::Defect(format!("the published network: {error}")))?;
    let mut effect = Effect::new(connection);
    let fates = Intake::new(&mut effect, None, 0).take(vec![(0, sealed)])?;
    if !matches!(fates.as_slice(), [Fate::Effective(_) | Fate::Known]) {
        return Err(Error::Defect(format!("the published network: {fates:?}")));
    }
    effect.finish()?;
    set(connection, "network", ids::PUBLICATION.as_bytes())?;
    set(connection, "dirty", true)?;
    Ok(())
}

/// A world that stands still: the publication is the same wherever and whenever it is built.
struct Still(i64);

impl World for Still {
    fn now(&mut self) -> i64 {
        self.0
    }
    fn random(&mut self) -> [u8; 32] {
        [0; 32]
    }
    fn machine(&mut self) -> String {
        String::new()
    }
    fn label(&mut self) -> String {
        String::new()
    }
    fn user(&mut self) -> String {
        String::new()
    }
}

/// Makes the publication of the reference data in a folder: `publication.json`, and a file for each kind it names.
///
/// # Errors
/// Names the file, the key and the field of what cannot be taken.
pub fn build(folder: &Path) -> Result<Publication> {
    let about = read(&folder.join("publication.json"))?;
    let about = &about["about"];
    let as_of = about["as_of"]
        .as_str()
        .and_then(|day| NaiveDate::parse_from_str(day, "%Y-%m-%d").ok());
    let as_of =
        as_of.ok_or_else(|| Error::Defect("publication.json: about.as_of is no day".into()))?;
    let mut world = Still(
        as_of
            .and_time(chrono::NaiveTime::MIN)
            .and_utc()
            .timestamp_millis(),
    );
    let connection = Connection::open_in_memory()?;
    connect::prepare(&connection)?;
    schema::migrate(&connection, 0)?;
    set(&connection, "site", ids::PUBLICATION.as_bytes())?;
    set(&connection, "key", SigningKey::publication_seed())?;
    set(&connection, "network", ids::PUBLICATION.as_bytes())?;
    set(&connection, "identity", "")?;
    let transaction = connection.unchecked_transaction()?;
    let site = Site::read(&transaction, String::new())?;
    let act = Act {
        person: None,
        origin: Origin::Publication,
        reason: about["title"].as_str().map(str::to_owned),
        undoes: None,
    };
    let mut door = Door::begin(&transaction, &mut world, site, act);
    for name in about["kinds"].as_array().into_iter().flatten() {
        let name = name.as_str().unwrap_or_default();
        let file = format!("{name}.json");
        let kind =
            kinds::by_name(name).ok_or_else(|| Error::Defect(format!("{file}: no such kind")))?;
        let mut last: Option<FractionalIndex> = None;
        for record in read(&folder.join(&file))?.as_array().into_iter().flatten() {
            let key = record["key"].as_str().unwrap_or_default();
            Published {
                door: &mut door,
                kind,
                key,
                file: &file,
            }
            .write(record, &mut last)?;
        }
    }
    door.finish()?;
    let site = Site::read(&transaction, String::new())?;
    site.seal(&transaction)?;
    let (bytes, end) = transaction.query_row("SELECT bytes, \"end\" FROM segment", (), |row| {
        Ok((row.get(0)?, row.get(1)?))
    })?;
    Ok(Publication { bytes, end })
}

fn read(file: &Path) -> Result<Json> {
    let text = std::fs::read_to_string(file).map_err(|source| Error::Io {
        file: file.to_owned(),
        source,
    })?;
    serde_json::from_str(&text)
        .map_err(|error| Error::Defect(format!("{}: {error}", file.display())))
}

/// One record of the reference data on its way into the log.
struct Published<'d, 'c> {
    door: &'d mut Door<'c>,
    kind: &'static Kind,
    key: &'d str,
    file: &'d str,
}

impl Published<'_, '_> {
    fn wrong(&self, field: &str, why: &str) -> Error {
        Error::Defect(format!("{} {} {field}: {why}", self.file, self.key))
    }

    fn write(&mut self, record: &Json, last: &mut Option<FractionalIndex>) -> Result<()> {
        let kind = self.kind;
        let id = ids::published(kind.name, self.key);
        let owner = match kind.owner.and_then(|name| kind.field(name)) {
            Some(field) => Some(self.target(field, &record[field.name])?),
            None => None,
        };
        let home = match kind.home {
            Home::Network => None,
            Home::Itself => Some(id),
            Home::Group(name) => record[name]
                .as_str()
                .map(|group| ids::published("group", group)),
            Home::Owner => owner
                .filter(|(table, _)| {
                    kinds::by_table(*table).is_some_and(|kind| kind.name == "group")
                })
                .map(|(_, id)| id),
        };
        let live = Value::Existence(Existence::Live {
            owner,
            home,
            end: None,
        });
        self.door.put(kind.table, id, kinds::EXISTS, &live)?;
        for (name, json) in record.as_object().into_iter().flatten() {
            if matches!(name.as_str(), "key" | "sources") || json.is_null() {
                continue;
            }
            let field = kind
                .field(name)
                .ok_or_else(|| self.wrong(name, "no such field"))?;
            if !matches!(field.ty, Type::Parent) {
                self.field(id, home, field, json)?;
            }
        }
        if kind.is_tree() {
            let parent = record["parent"]
                .as_str()
                .map(|key| ids::published(kind.name, key));
            let position = last
                .as_ref()
                .map_or_else(FractionalIndex::default, FractionalIndex::new_after);
            let value = Value::Tree {
                parent,
                position: position.to_string(),
            };
            *last = Some(position);
            self.door
                .put(kind.table, id, u16::from(kinds::POSITION), &value)?;
        }
        for (at, source) in record["sources"]
            .as_array()
            .into_iter()
            .flatten()
            .enumerate()
        {
            self.source(id, home, at, source)?;
        }
        Ok(())
    }

    /// The record that a reference names by its key, or by its kind and key.
    fn target(&self, field: &Field, json: &Json) -> Result<(u16, Uuid)> {
        let (name, key) = match json {
            Json::String(key) => (field.targets().first().copied(), key.as_str()),
            json => (
                json["kind"].as_str(),
                json["to"].as_str().unwrap_or_default(),
            ),
        };
        let kind = name
            .filter(|name| field.targets().contains(name))
            .and_then(kinds::by_name)
            .ok_or_else(|| self.wrong(field.name, "refers to another kind"))?;
        Ok((kind.table, ids::published(kind.name, key)))
    }

    fn field(
        &mut self,
        id: Uuid,
        home: Option<Uuid>,
        field: &'static Field,
        json: &Json,
    ) -> Result<()> {
        let table = self.kind.table;
        let column = u16::from(field.number);
        let text = |json: &Json| match json {
            Json::String(text) => text.clone(),
            other => other.to_string(),
        };
        match field.ty {
            Type::Text => {
                for (code, text) in json.as_object().into_iter().flatten() {
                    let language = Language::from_code(code)
                        .ok_or_else(|| self.wrong(field.name, "no such language"))?;
                    let text = text
                        .as_str()
                        .ok_or_else(|| self.wrong(field.name, "no text"))?;
                    let column = column | u16::from(language.number()) << 8;
                    self.door
                        .put(table, id, column, &Value::Text(text.to_owned()))?;
                }
                Ok(())
            }
            Type::Links(links) => {
                for end in json.as_array().into_iter().flatten() {
                    self.link(id, home, field, links, end)?;
                }
                Ok(())
            }
            Type::Reference(_) => {
                let (target, to) = self.target(field, json)?;
                self.door.put(
                    table,
                    id,
                    column,
                    &Value::Reference {
                        table: target,
                        id: to,
                    },
                )
            }
            Type::Provenance => {
                let part = |name: &str| json[name].as_str().map(str::to_owned);
                let standing =
                    part("standing").ok_or_else(|| self.wrong(field.name, "no standing"))?;
                let value = Value::Provenance {
                    address: part("address"),
                    retrieved: part("retrieved"),
                    standing,
                };
                self.door.put(table, id, column, &value)
            }
            _ => {
                let value = input::value(field, &text(json))
                    .map_err(|error| self.wrong(field.name, &error.to_string()))?;
                self.door.put(table, id, column, &value)
            }
        }
    }

    fn link(
        &mut self,
        id: Uuid,
        home: Option<Uuid>,
        field: &Field,
        links: Links,
        json: &Json,
    ) -> Result<()> {
        let role = json["role"].as_str().map(str::to_owned);
        let (link, end) = match links.to {
            LinkTarget::Records(_) => {
                let (table, to) = match json {
                    Json::Object(_) if json["kind"].is_null() => self.target(field, &json["to"])?,
                    json => self.target(field, json)?,
                };
                (
                    ids::link(links.table, id, to, role.as_deref()),
                    LinkEnd::Record {
                        table,
                        id: to,
                        role,
                    },
                )
            }
            LinkTarget::Words => {
                let text = json.as_str().or_else(|| json["to"].as_str());
                let text = text
                    .ok_or_else(|| self.wrong(field.name, "no word"))?
                    .to_owned();
                (
                    ids::word(links.table, id, &text, role.as_deref()),
                    LinkEnd::Word { text, role },
                )
            }
        };
        let live = Existence::Live {
            owner: Some((self.kind.table, id)),
            home,
            end: Some(end),
        };
        self.door
            .put(links.table, link, kinds::EXISTS, &Value::Existence(live))
    }

    fn source(&mut self, of: Uuid, home: Option<Uuid>, at: usize, json: &Json) -> Result<()> {
        let kind =
            kinds::by_name("source").ok_or_else(|| Error::Defect("no kind of sources".into()))?;
        let id = ids::published("source", &format!("{}/{}/{at}", self.kind.name, self.key));
        let owner = (self.kind.table, of);
        let live = Existence::Live {
            owner: Some(owner),
            home,
            end: None,
        };
        self.door
            .put(kind.table, id, kinds::EXISTS, &Value::Existence(live))?;
        let to = Value::Reference {
            table: owner.0,
            id: of,
        };
        self.door.put(kind.table, id, 16, &to)?;
        for name in ["field", "address", "retrieved", "standing", "note"] {
            let field = kind
                .field(name)
                .ok_or_else(|| self.wrong(name, "no such field"))?;
            if let Some(text) = json[name].as_str() {
                let value = input::value(field, text)
                    .map_err(|error| self.wrong(name, &error.to_string()))?;
                self.door
                    .put(kind.table, id, u16::from(field.number), &value)?;
            }
        }
        Ok(())
    }
}
