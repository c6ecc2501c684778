//! The one write door: what a person does, checked against the description of the kinds, as changes in the log.

use std::collections::{BTreeMap, BTreeSet};

use changelog::{ChainHash, Change, Origin, Transaction as Header, codec, crypto, transaction_id};
use domain::ids;
use domain::input::{self, Assignment, Change as Doing, InputError};
use domain::kind::{Home, LinkTarget, Links, Personal, Type};
use domain::nearest::nearest;
use domain::value::{Existence, LinkEnd, VectorEntry};
use domain::{Field, Kind, Value, fold::fold, kinds};
use fractional_index::FractionalIndex;
use rusqlite::{Connection, OptionalExtension};
use uuid::Uuid;

use crate::apply::{Changed, DELETED, Effect, Head};
use crate::closing::{self, CLOSED, DEEPEST, Turn};
use crate::error::{Error, Result};
use crate::exchange;
use crate::lineage::Place;
use crate::query;
use crate::site::{PIECE, Site};
use crate::world::World;

/// Who acts, and why.
#[derive(Debug, Clone)]
pub struct Act {
    /// The person's record; none for the person this laptop belongs to.
    pub person: Option<Uuid>,
    /// What brings it about.
    pub origin: Origin,
    /// Why, in the person's words.
    pub reason: Option<String>,
    /// The transaction it takes back.
    pub undoes: Option<VectorEntry>,
}

impl Act {
    /// Something the laptop's own person types.
    pub fn typed() -> Act {
        Act {
            person: None,
            origin: Origin::Typed,
            reason: None,
            undoes: None,
        }
    }
}

/// What a transaction left behind.
#[derive(Debug, Clone)]
pub struct Written<T> {
    /// Its id; none where everything was so already.
    pub txn: Option<Uuid>,
    /// What may look other than before.
    pub changed: Changed,
    /// What was asked for.
    pub answer: T,
}

/// The heads of cells that an edit was shown, by column; other heads stay beside it.
pub type Seen = BTreeMap<u16, Vec<Place>>;

/// An open transaction through which everything is written.
pub struct Door<'c> {
    effect: Effect<'c>,
    world: &'c mut dyn World,
    site: Site,
    act: Act,
    open: Option<Open>,
    /// The last transaction that was closed.
    closed: Option<Uuid>,
    /// The record of the person who acts, once something is written.
    person: Option<Uuid>,
    /// The last change of this site's chain before the transaction, once something is written.
    before: Option<i64>,
    /// Records that are closed in this transaction: what is written with it belongs to the closing.
    closing: BTreeSet<i64>,
}

/// The transaction of the log, from its first change on.
struct Open {
    first: i64,
    wall: i64,
    hlc: u64,
    id: Uuid,
}

impl<'c> Door<'c> {
    pub(crate) fn begin(
        connection: &'c Connection,
        world: &'c mut dyn World,
        site: Site,
        act: Act,
    ) -> Door<'c> {
        Door {
            effect: Effect::new(connection),
            world,
            site,
            act,
            open: None,
            closed: None,
            person: None,
            before: None,
            closing: BTreeSet::new(),
        }
    }

    /// The file, for questions within the transaction.
    pub fn connection(&self) -> &'c Connection {
        self.effect.connection
    }

    /// Adds a record of a kind.
    ///
    /// # Errors
    /// Refuses reference data, unknown fields, wrong values, and a record without what it depends on.
    pub fn add(&mut self, kind: &'static Kind, set: &[Assignment]) -> Result<Uuid> {
        self.writable(kind)?;
        let plan = self.plan(kind, None, set)?;
        let given = |name: &str| {
            plan.iter().find_map(|step| match step {
                Step::Cell {
                    field,
                    value: Value::Reference { table, id },
                    ..
                } if field.name == name => Some((*table, *id)),
                _ => None,
            })
        };
        let missing = |field: &str| Error::MissingField {
            kind: kind.name.into(),
            field: field.into(),
        };
        let owner = match kind.owner {
            Some(name) => Some(given(name).ok_or_else(|| missing(name))?),
            None => None,
        };
        let above = owner.map(|(table, id)| self.effect.rid(table, id));
        self.none_erased(kind, above.transpose()?, &plan)?;
        let id = if kind.name == "membership" {
            self.term(owner, &given, &plan)
                .ok_or_else(|| missing("organisation"))??
        } else {
            self.new_id()
        };
        let home = match kind.home {
            Home::Network => None,
            Home::Itself => Some(id),
            Home::Group(name) => given(name).map(|(_, id)| id),
            Home::Owner => match owner {
                Some((_, owner)) => self.home(owner)?,
                None => None,
            },
        };
        let live = Value::Existence(Existence::Live {
            owner,
            home,
            end: None,
        });
        self.put(kind.table, id, kinds::EXISTS, &live)?;
        let group = given("group").map(|(_, id)| id);
        let placed = plan.iter().any(|step| matches!(step, Step::Cell { column, .. } if *column == u16::from(kinds::POSITION)));
        if OF_A_PERSON.contains(&kind.name)
            && given("person").is_none()
            && let (Some(field), Some(person)) = (kind.field("person"), self.person)
        {
            let person = Value::Reference {
                table: PERSON,
                id: person,
            };
            self.put(kind.table, id, u16::from(field.number), &person)?;
        }
        let (answered, of) = (answered(kind, &plan), given("activity").map(|(_, id)| id));
        for step in plan {
            self.take(kind, id, step, &Seen::new())?;
        }
        self.say(of, answered)?;
        if !placed && (kind.is_tree() || ORDERED.contains(&kind.name)) {
            self.place_last(kind, id, owner.map(|(_, id)| id), group)?;
        }
        Ok(id)
    }

    /// Sets fields of a record.
    ///
    /// # Errors
    /// Refuses reference data, deleted records, unknown fields and wrong values; then nothing of it is done.
    pub fn set(
        &mut self,
        kind: &'static Kind,
        id: Uuid,
        set: &[Assignment],
        seen: &Seen,
    ) -> Result<()> {
        self.writable(kind)?;
        self.living(id)?;
        let plan = self.plan(kind, Some(id), set)?;
        self.none_erased(kind, self.effect.known_rid(id)?, &plan)?;
        // First of all, so that whatever is set with it is written by somebody who knows.
        self.turn(kind, id, &plan)?;
        let answered = answered(kind, &plan);
        for step in plan {
            self.take(kind, id, step, seen)?;
        }
        if answered.is_empty() {
            return Ok(());
        }
        let activity = kind.field("activity").map(|field| field.number);
        let of = match (activity, self.effect.known_rid(id)?) {
            (Some(number), Some(rid)) => self.effect.value(rid, u16::from(number))?,
            _ => None,
        };
        let activity = match of {
            Some(Value::Reference { id, .. }) => Some(id),
            _ => None,
        };
        self.say(activity, answered)
    }

    /// What an answer says of an activity, the activity says from then on.
    fn say(&mut self, activity: Option<Uuid>, answered: Vec<(u16, Value)>) -> Result<()> {
        let (Some(id), Some(kind)) = (activity, kinds::by_name("activity")) else {
            return Ok(());
        };
        if !answered.is_empty() {
            self.living(id)?;
        }
        answered
            .iter()
            .try_for_each(|(column, value)| self.put(kind.table, id, *column, value))
    }

    /// Closes a record at what is here, or opens it again, where its state is set so.
    fn turn(&mut self, kind: &'static Kind, id: Uuid, plan: &[Step]) -> Result<()> {
        plan.iter().try_for_each(|step| match step {
            Step::Cell { column, value, .. } => self.turn_to(kind, id, *column, value),
            _ => Ok(()),
        })
    }

    /// Closes a record at what is here, or opens it again, where a value of its state says so.
    pub(crate) fn turn_to(
        &mut self,
        kind: &'static Kind,
        id: Uuid,
        column: u16,
        value: &Value,
    ) -> Result<()> {
        let state = kind.field("state").map(|field| u16::from(field.number));
        let (true, Some(rid)) = (state == Some(column), self.effect.known_rid(id)?) else {
            return Ok(());
        };
        if self.effect.value(rid, column)?.as_ref() == Some(value) {
            return Ok(());
        }
        let is_closed = closing::closing(&self.effect, rid)?.is_some();
        let closing = match (closing::turn(kind, value.as_text()), is_closed) {
            (Turn::Closes, false) => Value::Vector(self.past()?),
            (Turn::Opens, true) => Value::Null,
            _ => return Ok(()),
        };
        self.put(kind.table, id, CLOSED, &closing)
    }

    /// All that was here before this transaction, sealed, so that a vector can name it.
    fn past(&mut self) -> Result<Vec<VectorEntry>> {
        let connection = self.effect.connection;
        if self.open.is_none() {
            self.site.enter(connection, self.world)?;
        }
        let upto = self.before.unwrap_or(self.site.seq);
        self.site.seal_up_to(connection, upto, PIECE)?;
        exchange::vector(connection)
    }

    /// Refuses to change what this laptop knows to be closed.
    fn not_closed(&self, table: u16, rid: i64, column: u16, value: &Value) -> Result<()> {
        match self.closed_by(table, rid, column, value)? {
            None => Ok(()),
            Some((rid, _)) => Err(Error::Closed {
                record: query::reference(self.connection(), rid, &query::View::default())?,
            }),
        }
    }

    /// What is closed and freezes a cell, and its closing. Settling what came late, and taking back what was done since, is
    /// all that may still be written there.
    pub(crate) fn closed_by(
        &self,
        table: u16,
        rid: i64,
        column: u16,
        value: &Value,
    ) -> Result<Option<(i64, Place)>> {
        let Some(by) = closing::freezes(table, column) else {
            return Ok(None);
        };
        if matches!(self.act.origin, Origin::Settle | Origin::Publication) {
            return Ok(None);
        }
        let mut here = match value {
            Value::Existence(Existence::Live {
                owner: Some((table, owner)),
                ..
            }) => Some(self.effect.rid(*table, *owner)?),
            _ => Some(rid),
        };
        let mut select = self
            .connection()
            .prepare_cached("SELECT tbl FROM record WHERE rid = ?1")?;
        // A circle of owners, which only a forged file could hold, ends here.
        for _ in 0..DEEPEST {
            let Some(rid) = here else {
                return Ok(None);
            };
            let table: u16 = select.query_row((rid,), |row| row.get(0))?;
            if kinds::by_table(table).is_some_and(|kind| kind.name == by) {
                break;
            }
            here = self.above(rid)?;
        }
        let Some(rid) = here.filter(|rid| !self.closing.contains(rid)) else {
            return Ok(None);
        };
        let Some(closing) = closing::closing(&self.effect, rid)? else {
            return Ok(None);
        };
        if let Some(undone) = &self.act.undoes
            && let Some(undone) = self.effect.lineage.find(undone)?
            && self.effect.lineage.saw(undone, closing.place)?
        {
            return Ok(None);
        }
        Ok(Some((rid, closing.place)))
    }

    /// What a record depends on, also where it was made in this very transaction.
    fn above(&self, rid: i64) -> Result<Option<i64>> {
        let owner: Option<i64> = self
            .connection()
            .prepare_cached("SELECT owner FROM record WHERE rid = ?1")?
            .query_row((rid,), |row| row.get(0))?;
        if owner.is_some() {
            return Ok(owner);
        }
        let created = self
            .connection()
            .prepare_cached(
                "SELECT value FROM change WHERE rid = ?1 AND col = 0 ORDER BY hlc, seq LIMIT 1",
            )?
            .query_row((rid,), |row| row.get::<_, Vec<u8>>(0))
            .optional()?;
        match created.map(|value| codec::read_value(&value)) {
            Some(Value::Existence(Existence::Live {
                owner: Some((table, owner)),
                ..
            })) => Ok(Some(self.effect.rid(table, owner)?)),
            _ => Ok(None),
        }
    }

    /// Deletes a record, and all it stands for. What depends on it is hidden with it and comes back with it.
    ///
    /// # Errors
    /// Refuses reference data.
    pub fn delete(&mut self, kind: &'static Kind, id: Uuid) -> Result<()> {
        self.writable(kind)?;
        self.each_part(id, |door, id| {
            let deleted = Value::Existence(Existence::Deleted);
            door.put(kind.table, id, kinds::EXISTS, &deleted)
        })
    }

    /// Brings a deleted record back, with all its fields as they were, and all it stood for.
    ///
    /// # Errors
    /// Where the log holds no creation of it.
    pub fn undelete(&mut self, kind: &'static Kind, id: Uuid) -> Result<()> {
        self.writable(kind)?;
        self.each_part(id, |door, id| {
            let created = door.creation(id)?;
            door.put(kind.table, id, kinds::EXISTS, &created)
        })
    }

    /// Puts a row of a tree or a list after another one, or first, below a parent or at the top.
    ///
    /// # Errors
    /// Refuses a place below itself.
    pub fn place(
        &mut self,
        kind: &'static Kind,
        id: Uuid,
        parent: Option<Uuid>,
        after: Option<Uuid>,
    ) -> Result<()> {
        self.writable(kind)?;
        self.living(id)?;
        self.not_below(kind, id, parent)?;
        let siblings = self.siblings(kind, id, parent)?;
        let at = match after {
            Some(after) => siblings
                .iter()
                .position(|(sibling, _)| *sibling == after)
                .map_or(siblings.len(), |at| at + 1),
            None => 0,
        };
        let before = at
            .checked_sub(1)
            .and_then(|at| siblings.get(at))
            .and_then(|(_, position)| position.clone());
        let next = siblings.get(at).and_then(|(_, position)| position.clone());
        let position = between(before.as_ref(), next.as_ref());
        let value = if kind.is_tree() {
            Value::Tree {
                parent,
                position: position.to_string(),
            }
        } else {
            Value::Text(position.to_string())
        };
        self.put(kind.table, id, u16::from(kinds::POSITION), &value)
    }

    /// Writes a value into a cell, unless it is shown there already and nobody contests it.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub fn put(&mut self, table: u16, id: Uuid, column: u16, value: &Value) -> Result<()> {
        self.write(table, id, column, value, None)
    }

    /// Writes a value into a cell, also where it is shown there already: who writes it has seen what is there now.
    pub(crate) fn insist(
        &mut self,
        table: u16,
        id: Uuid,
        column: u16,
        value: &Value,
    ) -> Result<()> {
        self.enter(table, id, column, value, None, None, true)
    }

    /// Writes a value that was entered before all heads of the cell had been shown.
    pub(crate) fn write(
        &mut self,
        table: u16,
        id: Uuid,
        column: u16,
        value: &Value,
        seen: Option<&[Place]>,
    ) -> Result<()> {
        self.enter(table, id, column, value, seen, None, false)
    }

    /// Writes a value that stood before, also where it is shown: what was settled by writing it once more is so no longer.
    pub(crate) fn take_back(
        &mut self,
        table: u16,
        id: Uuid,
        column: u16,
        value: &Value,
        reopens: Option<VectorEntry>,
    ) -> Result<()> {
        self.enter(table, id, column, value, None, reopens, true)
    }

    #[allow(clippy::too_many_arguments)]
    fn enter(
        &mut self,
        table: u16,
        id: Uuid,
        column: u16,
        value: &Value,
        seen: Option<&[Place]>,
        reopens: Option<VectorEntry>,
        insist: bool,
    ) -> Result<()> {
        let rid = self.effect.rid(table, id)?;
        let closes = column == CLOSED && matches!(value, Value::Vector(_));
        self.not_erased(table, rid, column, value)?;
        let value = self.committed(table, rid, column, value)?;
        let bytes = codec::value(&value);
        let heads = self.effect.heads(rid, column)?;
        let (seen, hidden): (Vec<_>, Vec<_>) = heads
            .iter()
            .map(|head| head.place)
            .partition(|place| left_out!(AllSeen) || seen.is_none_or(|seen| seen.contains(place)));
        if !insist && reopens.is_none() && hidden.is_empty() {
            let contested = heads.iter().any(|head| head.open)
                || heads.iter().any(|head| head.value != heads[0].value);
            let shown = self.effect.shown(&heads)?;
            let same = shown.map_or(value.is_null(), |head| head.value == bytes);
            if same && !contested {
                return Ok(());
            }
        }
        self.not_closed(table, rid, column, &value)?;
        if closes {
            self.closing.insert(rid);
        }
        let header = self.header()?;
        let unseen = hidden
            .iter()
            .map(|place| self.entry(*place))
            .collect::<Result<Vec<_>>>()?;
        let change = Change {
            seq: 0,
            hlc: 0,
            table,
            record: id,
            column,
            value: bytes,
            reopens,
            unseen,
            transaction: header,
        };
        self.append(rid, change, &heads, &seen)
    }

    /// Appends a change to this site's chain and gives it its effect.
    fn append(
        &mut self,
        rid: i64,
        mut change: Change,
        heads: &[Head],
        seen: &[Place],
    ) -> Result<()> {
        self.site.seq += 1;
        let wall = self.wall();
        change.seq = self.site.seq as u64;
        change.hlc = self.site.clock.tick(wall);
        let epoch = self.site.epoch.take();
        let hash = change.hash(self.site.id, self.site.tip.as_ref(), epoch.as_deref());
        self.site.tip = Some(hash);
        self.note(&change, rid, &hash, epoch.as_deref())?;
        let place = Place {
            chain: self.site.chain,
            seq: self.site.seq,
        };
        self.effect
            .advance(rid, change.column, place, wall, heads, seen)
    }

    fn note(
        &mut self,
        change: &Change,
        rid: i64,
        hash: &ChainHash,
        epoch: Option<&[VectorEntry]>,
    ) -> Result<()> {
        let connection = self.connection();
        let hlc = change.hlc as i64;
        if let Some(open) = &mut self.open
            && change.transaction.is_some()
        {
            open.first = change.seq as i64;
            open.hlc = change.hlc;
            open.id = transaction_id(hash);
        }
        if let Some(epoch) = epoch {
            connection
                .prepare_cached("INSERT INTO epoch(chain, first, vector) VALUES (?1, ?2, ?3)")?
                .execute((
                    self.site.chain,
                    change.seq as i64,
                    codec::vector_bytes(epoch),
                ))?;
            self.effect
                .lineage
                .opened(self.site.chain, change.seq as i64, epoch)?;
        }
        let entry = |entry: &VectorEntry| codec::vector_bytes(std::slice::from_ref(entry));
        connection
            .prepare_cached(
                "INSERT INTO change(chain, seq, hlc, rid, col, value, reopens, unseen)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            )?
            .execute((
                self.site.chain,
                change.seq as i64,
                hlc,
                rid,
                change.column,
                &change.value,
                change.reopens.as_ref().map(entry),
                (!change.unseen.is_empty()).then(|| codec::vector_bytes(&change.unseen)),
            ))?;
        Ok(())
    }

    /// The header of the transaction, for its first change; also writes the site's card before the first of all.
    fn header(&mut self) -> Result<Option<Header>> {
        if self.open.is_some() {
            return Ok(None);
        }
        self.site.enter(self.effect.connection, self.world)?;
        self.before.get_or_insert(self.site.seq);
        let wall = self.world.now();
        if self.act.origin != Origin::Publication {
            let person = match self.act.person.or(self.site.person) {
                Some(person) => person,
                None => self.new_id(),
            };
            self.person = Some(person);
            if self.site.seq == 0 {
                self.card(wall, person, Vec::new())?;
            }
        }
        self.open = Some(Open {
            first: 0,
            wall,
            hlc: 0,
            id: Uuid::nil(),
        });
        Ok(Some(Header {
            wall,
            person: self.person,
            origin: self.act.origin,
            reason: self.act.reason.clone(),
            undoes: self.act.undoes.clone(),
        }))
    }

    /// Writes whose laptop this is: a new record of the person, and the site's card.
    ///
    /// Without a name, the person is the account's user and marked unnamed.
    ///
    /// # Errors
    /// Refuses what a person's record cannot hold.
    pub fn introduce(&mut self, set: &[Assignment]) -> Result<Uuid> {
        let kind = person_kind()?;
        let person = if self.site.seq == 0 {
            let plan = self.plan(kind, None, set)?;
            self.site.enter(self.effect.connection, self.world)?;
            let (wall, person) = (self.world.now(), self.new_id());
            self.person = Some(person);
            self.card(wall, person, plan)?;
            person
        } else {
            let person = self.add(kind, set)?;
            let value = Value::Reference {
                table: PERSON,
                id: person,
            };
            self.put(kinds::SITE_TABLE, self.site.id, SITE_PERSON, &value)?;
            person
        };
        self.site.person = Some(person);
        Ok(person)
    }

    /// Writes who and whose this laptop is: the first own transaction of every site.
    fn card(&mut self, wall: i64, person: Uuid, plan: Vec<Step>) -> Result<()> {
        let act = std::mem::replace(&mut self.act, Act::typed());
        self.open = Some(Open {
            first: 0,
            wall,
            hlc: 0,
            id: Uuid::nil(),
        });
        let live = Value::Existence(Existence::Live {
            owner: None,
            home: None,
            end: None,
        });
        let mut cells: Vec<(u16, Uuid, u16, Value)> = Vec::new();
        if self.effect.known_rid(person)?.is_none() {
            cells.push((PERSON, person, kinds::EXISTS, live.clone()));
            let named = plan.into_iter().filter_map(|step| match step {
                Step::Cell { column, value, .. } => Some((PERSON, person, column, value)),
                Step::Links { .. } => None,
            });
            cells.extend(named);
            if cells.len() == 1 {
                cells.push((PERSON, person, PERSON_NAME, Value::Text(self.world.user())));
                cells.push((PERSON, person, PERSON_UNNAMED, Value::Flag(true)));
            }
        }
        let site = self.site.id;
        let key: String = self
            .site
            .key
            .public()
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
        cells.push((kinds::SITE_TABLE, site, kinds::EXISTS, live));
        cells.push((
            kinds::SITE_TABLE,
            site,
            SITE_LABEL,
            Value::Text(self.world.label()),
        ));
        cells.push((
            kinds::SITE_TABLE,
            site,
            SITE_PERSON,
            Value::Reference {
                table: PERSON,
                id: person,
            },
        ));
        cells.push((kinds::SITE_TABLE, site, SITE_KEY, Value::Text(key)));
        let mut header = Some(Header {
            wall,
            person: Some(person),
            origin: Origin::Typed,
            reason: None,
            undoes: None,
        });
        for (table, record, column, value) in cells {
            let rid = self.effect.rid(table, record)?;
            let heads = self.effect.heads(rid, column)?;
            let seen: Vec<Place> = heads.iter().map(|head| head.place).collect();
            let value = codec::value(&value);
            let transaction = header.take();
            let change = Change {
                seq: 0,
                hlc: 0,
                table,
                record,
                column,
                value,
                reopens: None,
                unseen: Vec::new(),
                transaction,
            };
            self.append(rid, change, &heads, &seen)?;
        }
        self.close()?;
        self.act = act;
        Ok(())
    }

    /// Writes the row of the transaction, once its last change is known.
    fn close(&mut self) -> Result<()> {
        let Some(open) = self.open.take() else {
            return Ok(());
        };
        self.closed = Some(open.id);
        let person = self
            .person
            .map(|id| self.effect.rid(PERSON, id))
            .transpose()?;
        let undoes = self.act.undoes.as_ref();
        self.connection()
            .prepare_cached(
                "INSERT INTO txn(chain, first, last, id, hlc, wall, person, origin, reason, undoes)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
            )?
            .execute(rusqlite::params![
                self.site.chain,
                open.first,
                self.site.seq,
                open.id.as_bytes(),
                open.hlc as i64,
                open.wall,
                person,
                self.act.origin.number(),
                self.act.reason,
                undoes.map(|entry| entry.hash),
            ])?;
        Ok(())
    }

    /// Ends the transaction: writes what the laptop keeps, and brings every row up to date.
    pub(crate) fn finish(mut self) -> Result<(Option<Uuid>, Changed)> {
        self.close()?;
        let Some(id) = self.closed else {
            return Ok((None, Changed::default()));
        };
        self.site.person = self.site.person.or(self.person);
        self.site.keep(self.effect.connection)?;
        let changed = self.effect.finish()?;
        Ok((Some(id), changed))
    }

    fn wall(&self) -> i64 {
        self.open.as_ref().map_or(0, |open| open.wall)
    }

    /// Names a change as vectors do.
    pub(crate) fn entry(&self, place: Place) -> Result<VectorEntry> {
        self.site.entry(self.effect.connection, place)
    }

    /// The heads and lineage, for undoing.
    pub(crate) fn effect(&self) -> &Effect<'c> {
        &self.effect
    }

    fn new_id(&mut self) -> Uuid {
        let random = self.world.random();
        let mut tail = [0; 10];
        tail.copy_from_slice(&random[..10]);
        let now = u64::try_from(self.world.now()).unwrap_or(0);
        uuid::Builder::from_unix_timestamp_millis(now, &tail).into_uuid()
    }

    pub(crate) fn writable(&self, kind: &Kind) -> Result<()> {
        if kind.read_only && self.act.origin != Origin::Publication {
            return Err(Error::ReadOnlyKind {
                kind: kind.name.into(),
            });
        }
        Ok(())
    }

    pub(crate) fn living(&self, id: Uuid) -> Result<()> {
        // A record added in this very transaction has its create change, but no life in its row yet.
        let mut select = self.connection().prepare_cached(
            "SELECT rid FROM record WHERE id = ?1 AND (life = ?2
               OR NOT EXISTS (SELECT 1 FROM head h WHERE h.rid = record.rid AND h.col = 0))",
        )?;
        match select
            .query_row((id.as_bytes(), DELETED), |row| row.get(0))
            .optional()?
        {
            Some(rid) => Err(Error::DeletedRecord {
                record: query::reference(self.connection(), rid, &query::View::default())?,
            }),
            None => Ok(()),
        }
    }

    /// The value by which a record was created.
    pub(crate) fn creation(&self, id: Uuid) -> Result<Value> {
        let mut select = self.connection().prepare_cached(
            "SELECT c.value FROM change c JOIN record r ON r.rid = c.rid
             WHERE r.id = ?1 AND c.col = 0 ORDER BY c.hlc, c.seq",
        )?;
        let values: Vec<Vec<u8>> = select
            .query_map((id.as_bytes(),), |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        values
            .iter()
            .map(|value| codec::read_value(value))
            .find(|value| matches!(value, Value::Existence(Existence::Live { .. })))
            .ok_or_else(|| Error::Defect(format!("record {id} was never created")))
    }

    fn home(&self, owner: Uuid) -> Result<Option<Uuid>> {
        let mut select = self.connection().prepare_cached(
            "SELECT h.id FROM record r JOIN record h ON h.rid = r.home WHERE r.id = ?1",
        )?;
        if let Some(home) = select
            .query_row((owner.as_bytes(),), |row| row.get::<_, [u8; 16]>(0))
            .optional()?
        {
            return Ok(Some(Uuid::from_bytes(home)));
        }
        // Created within this very transaction: its home is in its create change.
        let live = self.connection().prepare_cached(
            "SELECT c.value FROM change c JOIN record r ON r.rid = c.rid WHERE r.id = ?1 AND c.col = 0 ORDER BY c.hlc",
        )?
        .query_row((owner.as_bytes(),), |row| row.get::<_, Vec<u8>>(0))
        .optional()?;
        Ok(live.and_then(|value| match codec::read_value(&value) {
            Value::Existence(Existence::Live { home, .. }) => home,
            _ => None,
        }))
    }

    /// The id of a new term of membership; none where no party is given.
    fn term(
        &self,
        group: Option<(u16, Uuid)>,
        given: &dyn Fn(&str) -> Option<(u16, Uuid)>,
        plan: &[Step],
    ) -> Option<Result<Uuid>> {
        let (_, group) = group?;
        let (_, party) = given("organisation").or_else(|| given("person"))?;
        let role = plan
            .iter()
            .find_map(|step| match step {
                Step::Cell {
                    field,
                    value: Value::Text(role),
                    ..
                } if field.name == "role" => Some(role.as_str()),
                _ => None,
            })
            .unwrap_or_default();
        Some((|| {
            for term in 0.. {
                let id = ids::membership(group, party, role, term);
                if self.effect.known_rid(id)?.is_none() {
                    return Ok(id);
                }
            }
            Err(Error::Defect("more terms than numbers".into()))
        })())
    }

    /// The value as it stands in the log: a commitment where it is personal.
    fn committed(&mut self, table: u16, rid: i64, column: u16, value: &Value) -> Result<Value> {
        let Some(field) = own_field(table, column) else {
            return Ok(value.clone());
        };
        let subject = match (field.personal, value) {
            (Personal::No, _) | (_, Value::Null | Value::Commitment(_)) => None,
            (Personal::Contact, _) => Some(rid),
            (Personal::NoAttribution, Value::Reference { table: PERSON, id })
                if self.unattributed(rid)? && !self.stood(rid, column, value)? =>
            {
                Some(self.effect.rid(PERSON, *id)?)
            }
            (Personal::NoAttribution, _) => None,
        };
        let Some(subject) = subject else {
            return Ok(value.clone());
        };
        let connection = self.connection();
        let mut select = connection.prepare_cached("SELECT key FROM secret WHERE rid = ?1")?;
        let key: [u8; 32] = match select.query_row((subject,), |row| row.get(0)).optional()? {
            Some(key) => key,
            None => {
                let key = self.world.random();
                connection
                    .prepare_cached("INSERT INTO secret(rid, key) VALUES (?1, ?2)")?
                    .execute((subject, key))?;
                key
            }
        };
        let commitment = crypto::commitment(&key, table, column, value);
        connection
            .prepare_cached(
                "INSERT OR REPLACE INTO personal(commitment, rid, value, tbl, col, key) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            )?
            .execute((commitment, subject, codec::value(value), table, column, key))?;
        Ok(Value::Commitment(commitment))
    }

    /// The person whose values are erased and of whom a value would be kept all the same, or for whom it would be taken
    /// back that they are. A commitment that nobody holds any more settles a conflict and brings nothing back.
    pub(crate) fn erased_by(
        &self,
        table: u16,
        rid: i64,
        column: u16,
        value: &Value,
    ) -> Result<Option<i64>> {
        let Some(field) = own_field(table, column) else {
            return Ok(None);
        };
        let person = match (field.personal, value) {
            _ if matches!(field.ty, Type::Erased) => (*value != Value::Flag(true)).then_some(rid),
            (Personal::Contact, Value::Null) => None,
            (Personal::Contact, Value::Commitment(_)) if self.act.origin == Origin::Settle => None,
            (Personal::Contact, _) => Some(rid),
            (Personal::NoAttribution, Value::Reference { table: PERSON, id })
                if self.unattributed(rid)? && !self.stood(rid, column, value)? =>
            {
                self.effect.known_rid(*id)?
            }
            _ => None,
        };
        match person {
            Some(person) if self.effect.is_erased(person)? => Ok(Some(person)),
            _ => Ok(None),
        }
    }

    fn not_erased(&self, table: u16, rid: i64, column: u16, value: &Value) -> Result<()> {
        match self.erased_by(table, rid, column, value)? {
            None => Ok(()),
            Some(person) => Err(Error::Erased {
                record: query::reference(self.connection(), person, &query::View::default())?,
            }),
        }
    }

    /// Refuses a plan with a personal value of somebody whose values are erased, before anything of it is written. Of a
    /// record that is still to be made, what it depends on is asked.
    fn none_erased(&self, kind: &Kind, rid: Option<i64>, plan: &[Step]) -> Result<()> {
        let Some(rid) = rid else {
            return Ok(());
        };
        plan.iter().try_for_each(|step| match step {
            Step::Cell { column, value, .. } => self.not_erased(kind.table, rid, *column, value),
            Step::Links { .. } => Ok(()),
        })
    }

    /// Whether a cell has held a value openly: then saying it again, as undoing does, hides nothing.
    fn stood(&self, rid: i64, column: u16, value: &Value) -> Result<bool> {
        Ok(self
            .connection()
            .prepare_cached("SELECT 1 FROM change WHERE rid = ?1 AND col = ?2 AND value = ?3")?
            .exists((rid, column, codec::value(value)))?)
    }

    /// Whether a record belongs to a meeting held without attribution.
    fn unattributed(&self, rid: i64) -> Result<bool> {
        let mut here = Some(rid);
        let mut select = self
            .connection()
            .prepare_cached("SELECT m.confidentiality FROM meeting m WHERE m.rid = ?1")?;
        for _ in 0..DEEPEST {
            let Some(rid) = here else {
                return Ok(false);
            };
            if let Some(confidentiality) = select
                .query_row((rid,), |row| row.get::<_, Option<String>>(0))
                .optional()?
            {
                return Ok(confidentiality.as_deref() == Some("no_attribution"));
            }
            here = self.above(rid)?;
        }
        Ok(false)
    }

    /// Reads assignments into what is to be written.
    fn plan(&self, kind: &'static Kind, id: Option<Uuid>, set: &[Assignment]) -> Result<Vec<Step>> {
        let mut steps = Vec::new();
        for assignment in set {
            let field = kind
                .field(&assignment.field)
                .ok_or_else(|| Error::UnknownField {
                    kind: kind.name.into(),
                    given: assignment.field.clone(),
                    nearest: nearest(&assignment.field, kind.all_fields().map(|field| field.name)),
                })?;
            let read_only = || Error::ReadOnlyField {
                kind: kind.name.into(),
                field: field.name.into(),
            };
            if matches!(field.ty, Type::Owned(_)) {
                return Err(read_only());
            }
            if assignment.change != Doing::Set && field.links().is_none() {
                return Err(Error::NotSeveral {
                    kind: kind.name.into(),
                    field: field.name.into(),
                });
            }
            let mut column = u16::from(kind.cell_number(field));
            let value = match field.ty {
                Type::Text => {
                    let language = match &assignment.part {
                        Some(code) => input::language(field, code)?,
                        None => domain::Language::En,
                    };
                    column |= u16::from(language.number()) << 8;
                    input::value(field, &assignment.value)?
                }
                Type::Provenance => self.provenance(field, assignment, &steps, id)?,
                _ if assignment.part.is_some() => {
                    return Err(InputError::UnknownLanguage {
                        field: field.name.into(),
                        value: assignment.part.clone().unwrap_or_default(),
                    }
                    .into());
                }
                Type::Links(links) => {
                    steps.push(self.several(field, links, assignment)?);
                    continue;
                }
                Type::Reference(targets) => self.reference(field, targets, &assignment.value)?,
                Type::Parent | Type::Position if kind.is_tree() => {
                    self.tree(kind, field, id, assignment, &steps)?
                }
                Type::Amount | Type::Currency(_) => {
                    let Value::Money { amount, currency } = self.current(column, id, &steps)?
                    else {
                        return Err(Error::Defect("money".into()));
                    };
                    let new = match input::value(field, &assignment.value)? {
                        Value::Money { amount, currency } => (amount, currency),
                        _ => (None, None),
                    };
                    let (amount, currency) = match field.ty {
                        Type::Amount => (new.0, currency),
                        _ => (amount, new.1),
                    };
                    if amount.is_none() && currency.is_none() {
                        Value::Null
                    } else {
                        Value::Money { amount, currency }
                    }
                }
                Type::SameAs | Type::Closing | Type::Erased => return Err(read_only()),
                _ => input::value(field, &assignment.value)?,
            };
            steps.retain(
                |step| !matches!(step, Step::Cell { column: earlier, .. } if *earlier == column),
            );
            steps.push(Step::Cell {
                field,
                column,
                value,
            });
        }
        Ok(steps)
    }

    /// The value a cell will have: as planned so far, else as it is; an empty sum for one without money.
    fn current(&self, column: u16, id: Option<Uuid>, steps: &[Step]) -> Result<Value> {
        let planned = steps.iter().find_map(|step| match step {
            Step::Cell {
                column: earlier,
                value,
                ..
            } if *earlier == column => Some(value.clone()),
            _ => None,
        });
        let kept = match (planned, id) {
            (Some(planned), _) => Some(planned),
            (None, Some(id)) => match self.effect.known_rid(id)? {
                Some(rid) => self.effect.value(rid, column)?,
                None => None,
            },
            (None, None) => None,
        };
        Ok(match kept {
            Some(Value::Null) | None => Value::Money {
                amount: None,
                currency: None,
            },
            Some(value) => value,
        })
    }

    fn provenance(
        &self,
        field: &'static Field,
        given: &Assignment,
        steps: &[Step],
        id: Option<Uuid>,
    ) -> Result<Value> {
        let wrong = || InputError::BadValue {
            field: field.name.into(),
            value: given.value.clone(),
            expects: "provenance",
        };
        let (mut address, mut retrieved, mut standing) =
            match self.current(u16::from(kinds::PROVENANCE), id, steps)? {
                Value::Provenance {
                    address,
                    retrieved,
                    standing,
                } => (address, retrieved, standing),
                _ => (None, None, "own".to_owned()),
            };
        let text = (!given.value.is_empty()).then(|| given.value.clone());
        match given.part.as_deref() {
            Some("address") => address = text,
            Some("retrieved") => {
                retrieved = match text {
                    Some(text) => Some(input::date(&text).ok_or_else(wrong)?),
                    None => None,
                }
            }
            Some("standing") => {
                let codes = domain::vocabulary::STANDING.codes;
                standing = text.unwrap_or_else(|| "own".to_owned());
                if !codes.contains(&standing.as_str()) {
                    return Err(InputError::UnknownCode {
                        field: field.name.into(),
                        value: standing.clone(),
                        nearest: nearest(&standing, codes.iter().copied()),
                    }
                    .into());
                }
            }
            None if given.value.is_empty() => return Ok(Value::Null),
            _ => return Err(wrong().into()),
        }
        Ok(Value::Provenance {
            address,
            retrieved,
            standing,
        })
    }

    fn reference(&self, field: &Field, targets: &[&str], key: &str) -> Result<Value> {
        if key.is_empty() {
            return Ok(Value::Null);
        }
        let (_, id, kind) = self.resolve(field, targets, key)?;
        Ok(Value::Reference {
            table: kind.table,
            id,
        })
    }

    fn resolve(
        &self,
        field: &Field,
        targets: &[&str],
        key: &str,
    ) -> Result<(i64, Uuid, &'static Kind)> {
        let kinds: Vec<&'static Kind> = targets
            .iter()
            .filter_map(|name| kinds::by_name(name))
            .collect();
        query::resolve(self.connection(), &kinds, key).map_err(|error| error.about(field.name))
    }

    fn tree(
        &self,
        kind: &'static Kind,
        field: &Field,
        id: Option<Uuid>,
        given: &Assignment,
        steps: &[Step],
    ) -> Result<Value> {
        let (parent, position) = match self.current(u16::from(kinds::POSITION), id, steps)? {
            Value::Tree { parent, position } => (parent, Some(position)),
            _ => (None, None),
        };
        if matches!(field.ty, Type::Position) {
            return Ok(Value::Tree {
                parent,
                position: given.value.clone(),
            });
        }
        let parent = match given.value.as_str() {
            "" => None,
            key => Some(self.resolve(field, &[kind.name], key)?.1),
        };
        if let Some(id) = id {
            self.not_below(kind, id, parent)?;
        }
        let position = match position {
            Some(position) if id.is_some() => position,
            _ => {
                let siblings = self.siblings(kind, Uuid::nil(), parent)?;
                let last = siblings.last().and_then(|(_, position)| position.as_ref());
                between(last, None).to_string()
            }
        };
        Ok(Value::Tree { parent, position })
    }

    pub(crate) fn not_below(&self, kind: &Kind, id: Uuid, parent: Option<Uuid>) -> Result<()> {
        let mut here = parent;
        for _ in 0..1_000 {
            match here {
                None => return Ok(()),
                Some(above) if above == id => break,
                Some(above) => {
                    let mut select = self.connection().prepare_cached(&format!(
                        "SELECT p.id FROM \"{}\" t JOIN record r ON r.rid = t.rid JOIN record p ON p.rid = t.parent
                         WHERE r.id = ?1",
                        kind.name
                    ))?;
                    here = select
                        .query_row((above.as_bytes(),), |row| row.get::<_, [u8; 16]>(0))
                        .optional()?
                        .map(Uuid::from_bytes);
                }
            }
        }
        Err(Error::Cycle {
            field: "parent".into(),
        })
    }

    /// The rows that stand beside a row, in order, without itself.
    fn siblings(
        &self,
        kind: &Kind,
        id: Uuid,
        parent: Option<Uuid>,
    ) -> Result<Vec<(Uuid, Option<FractionalIndex>)>> {
        let parent = match parent {
            Some(parent) => self.effect.known_rid(parent)?,
            None => None,
        };
        let beside = if kind.is_tree() {
            "t.parent IS ?2"
        } else {
            "r.owner IS (SELECT owner FROM record WHERE id = ?1) AND ?2 IS NULL"
        };
        let mut select = self.connection().prepare_cached(&format!(
            "SELECT r.id, t.position FROM \"{}\" t JOIN record r ON r.rid = t.rid
             WHERE r.id <> ?1 AND t.life = 1 AND {beside} ORDER BY t.position IS NULL, t.position, r.id",
            kind.name
        ))?;
        let rows = select
            .query_map((id.as_bytes(), parent), |row| {
                Ok((
                    Uuid::from_bytes(row.get(0)?),
                    row.get::<_, Option<String>>(1)?,
                ))
            })?
            .collect::<rusqlite::Result<Vec<_>>>()?;
        Ok(rows
            .into_iter()
            .map(|(id, position)| {
                (
                    id,
                    position.and_then(|text| FractionalIndex::from_string(&text).ok()),
                )
            })
            .collect())
    }

    /// Puts a new row last: among the top rows of its group in a tree, else in the list of what it depends on.
    fn place_last(
        &mut self,
        kind: &'static Kind,
        id: Uuid,
        owner: Option<Uuid>,
        group: Option<Uuid>,
    ) -> Result<()> {
        let (beside, of) = if kind.is_tree() {
            ("t.parent IS NULL AND t.\"group\" IS ?1", group)
        } else {
            ("r.owner IS ?1", owner)
        };
        let of = of
            .map(|id| self.effect.known_rid(id))
            .transpose()?
            .flatten();
        let mut select = self.connection().prepare_cached(&format!(
            "SELECT max(t.position) FROM \"{}\" t JOIN record r ON r.rid = t.rid WHERE {beside}",
            kind.name
        ))?;
        let last: Option<String> = select.query_row((of,), |row| row.get(0))?;
        let last = last.and_then(|text| FractionalIndex::from_string(&text).ok());
        // Rows added in this transaction are not shown yet; what they took as last is remembered.
        let last = self
            .site
            .last_place
            .get(&(kind.table, of))
            .cloned()
            .max(last);
        let position = between(last.as_ref(), None);
        self.site
            .last_place
            .insert((kind.table, of), position.clone());
        let value = if kind.is_tree() {
            Value::Tree {
                parent: None,
                position: position.to_string(),
            }
        } else {
            Value::Text(position.to_string())
        };
        self.put(kind.table, id, u16::from(kinds::POSITION), &value)
    }

    fn several(&self, field: &'static Field, links: Links, given: &Assignment) -> Result<Step> {
        // Names that hold a comma are told apart by semicolons.
        let between = if given.value.contains(';') { ';' } else { ',' };
        let parts: Vec<&str> = match given.change {
            Doing::Set if given.value.trim().is_empty() => Vec::new(),
            Doing::Set => given
                .value
                .split(between)
                .map(str::trim)
                .filter(|part| !part.is_empty())
                .collect(),
            Doing::Add | Doing::Remove => vec![given.value.trim()],
        };
        let mut ends = Vec::new();
        for part in parts {
            let (key, role) = match (links.roles, part.rsplit_once(':')) {
                (Some(roles), Some((key, role))) if key != "id" => {
                    let code = role.trim().replace(['-', ' '], "_").to_lowercase();
                    // What stands behind a colon may also be the end of a name.
                    let named = |targets| self.resolve(field, targets, part).is_ok();
                    if roles.codes.contains(&code.as_str()) {
                        (key, Some(code))
                    } else if matches!(links.to, LinkTarget::Records(targets) if !named(targets)) {
                        return Err(InputError::UnknownCode {
                            field: field.name.into(),
                            value: role.into(),
                            nearest: nearest(role, roles.codes.iter().copied()),
                        }
                        .into());
                    } else {
                        (part, None)
                    }
                }
                _ => (part, None),
            };
            ends.push(match links.to {
                LinkTarget::Words => LinkEnd::Word {
                    text: key.trim().to_owned(),
                    role,
                },
                LinkTarget::Records(targets) => {
                    let (_, id, kind) = self.resolve(field, targets, key.trim())?;
                    LinkEnd::Record {
                        table: kind.table,
                        id,
                        role,
                    }
                }
            });
        }
        if ends
            .iter()
            .any(|end| matches!(end, LinkEnd::Word { text, .. } if text.is_empty()))
        {
            return Err(InputError::BadValue {
                field: field.name.into(),
                value: given.value.clone(),
                expects: "text",
            }
            .into());
        }
        Ok(Step::Links {
            field,
            links,
            change: given.change,
            ends,
        })
    }

    fn take(&mut self, kind: &'static Kind, id: Uuid, step: Step, seen: &Seen) -> Result<()> {
        match step {
            Step::Cell { column, value, .. } => self.write(
                kind.table,
                id,
                column,
                &value,
                seen.get(&column).map(Vec::as_slice),
            ),
            Step::Links {
                field,
                links,
                change,
                ends,
            } => {
                let there = self.linked(kind, field, links, id)?;
                match change {
                    Doing::Add => {
                        for end in ends {
                            self.link(kind, links, id, end)?;
                        }
                    }
                    Doing::Remove => {
                        for (link, end) in there
                            .iter()
                            .filter(|(_, end)| ends.iter().any(|gone| same_end(gone, end)))
                        {
                            let _ = end;
                            self.put(
                                links.table,
                                *link,
                                kinds::EXISTS,
                                &Value::Existence(Existence::Deleted),
                            )?;
                        }
                    }
                    Doing::Set => {
                        for (link, end) in &there {
                            if !ends.contains(end) {
                                self.put(
                                    links.table,
                                    *link,
                                    kinds::EXISTS,
                                    &Value::Existence(Existence::Deleted),
                                )?;
                            }
                        }
                        for end in ends {
                            if !there.iter().any(|(_, known)| *known == end) {
                                self.link(kind, links, id, end)?;
                            }
                        }
                    }
                }
                Ok(())
            }
        }
    }

    pub(crate) fn link(&mut self, kind: &Kind, links: Links, id: Uuid, end: LinkEnd) -> Result<()> {
        let link = match &end {
            LinkEnd::Record { id: to, role, .. } => {
                ids::link(links.table, id, *to, role.as_deref())
            }
            LinkEnd::Word { text, role } => ids::word(links.table, id, text, role.as_deref()),
        };
        let home = self.home(id)?;
        let live = Value::Existence(Existence::Live {
            owner: Some((kind.table, id)),
            home,
            end: Some(end),
        });
        self.put(links.table, link, kinds::EXISTS, &live)
    }

    /// The links of a field that are there, with their far ends.
    pub(crate) fn linked(
        &self,
        kind: &Kind,
        field: &Field,
        links: Links,
        id: Uuid,
    ) -> Result<Vec<(Uuid, LinkEnd)>> {
        let table = crate::schema::link_table(kind, field);
        let sql = match links.to {
            LinkTarget::Records(_) => format!(
                "SELECT l.id, t.role, e.id, e.tbl, NULL FROM \"{table}\" t JOIN record l ON l.rid = t.rid
                 JOIN record n ON n.rid = t.\"from\" JOIN record e ON e.rid = t.\"to\" WHERE n.id = ?1 AND l.gone = 0"
            ),
            LinkTarget::Words => format!(
                "SELECT l.id, t.role, NULL, NULL, t.word FROM \"{table}\" t JOIN record l ON l.rid = t.rid
                 JOIN record n ON n.rid = t.\"from\" WHERE n.id = ?1 AND l.gone = 0"
            ),
        };
        let mut select = self.connection().prepare_cached(&sql)?;
        let rows = select
            .query_map((id.as_bytes(),), |row| {
                let role: Option<String> = row.get(1)?;
                let end = match row.get::<_, Option<[u8; 16]>>(2)? {
                    Some(to) => LinkEnd::Record {
                        table: row.get(3)?,
                        id: Uuid::from_bytes(to),
                        role,
                    },
                    None => LinkEnd::Word {
                        text: row.get(4)?,
                        role,
                    },
                };
                Ok((Uuid::from_bytes(row.get(0)?), end))
            })?
            .collect::<rusqlite::Result<_>>()?;
        Ok(rows)
    }
}

/// The field of a kind that a column belongs to, but for those that every kind has.
fn own_field(table: u16, column: u16) -> Option<&'static Field> {
    let fields = kinds::by_table(table)?.fields;
    fields
        .iter()
        .find(|field| u16::from(field.number) == column & 0xff)
}

/// What an assignment comes to.
enum Step {
    Cell {
        field: &'static Field,
        column: u16,
        value: Value,
    },
    Links {
        field: &'static Field,
        links: Links,
        change: Doing,
        ends: Vec<LinkEnd>,
    },
}

/// The cells of an activity that an answer sets, with what it says. What it does not say, it leaves.
fn answered(kind: &Kind, plan: &[Step]) -> Vec<(u16, Value)> {
    let (true, Some(activity)) = (kind.name == "answer", kinds::by_name("activity")) else {
        return Vec::new();
    };
    let said = |step: &Step| match step {
        Step::Cell {
            field,
            column,
            value,
        } if ANSWERED.contains(&field.name) && !value.is_null() => {
            let number = activity.field(field.name)?.number;
            Some((column & 0xff00 | u16::from(number), value.clone()))
        }
        _ => None,
    };
    plan.iter().filter_map(said).collect()
}

/// Kinds whose records stand in the order people gave them below what they depend on.
const ORDERED: &[&str] = &[
    "agenda_item",
    "note",
    "decision",
    "action_point",
    "milestone",
];

/// Kinds whose records are what a person said: of nobody named, of who adds them.
const OF_A_PERSON: [&str; 2] = ["comment", "dismissed_check"];

/// What an answer says of its activity.
const ANSWERED: [&str; 3] = ["status", "progress_note", "next_step"];

pub(crate) const PERSON: u16 = 4;
pub(crate) const PERSON_NAME: u16 = 16;
const PERSON_UNNAMED: u16 = 22;
const SITE_LABEL: u16 = 16;
const SITE_PERSON: u16 = 17;
const SITE_KEY: u16 = 18;

fn person_kind() -> Result<&'static Kind> {
    kinds::by_table(PERSON).ok_or_else(|| Error::Defect("no kind of people".into()))
}

/// Whether an end given to be taken out is this one; a role not given means any role.
fn same_end(given: &LinkEnd, there: &LinkEnd) -> bool {
    match (given, there) {
        (
            LinkEnd::Record { id: a, role, .. },
            LinkEnd::Record {
                id: b, role: known, ..
            },
        ) => a == b && (role.is_none() || role == known),
        (
            LinkEnd::Word { text: a, role },
            LinkEnd::Word {
                text: b,
                role: known,
            },
        ) => fold(a) == fold(b) && (role.is_none() || role == known),
        _ => false,
    }
}

fn between(before: Option<&FractionalIndex>, after: Option<&FractionalIndex>) -> FractionalIndex {
    match (before, after) {
        (None, None) => FractionalIndex::default(),
        (Some(before), None) => FractionalIndex::new_after(before),
        (None, Some(after)) => FractionalIndex::new_before(after),
        // Two people can have chosen the same place; then the new row goes after both.
        (Some(before), Some(after)) => FractionalIndex::new_between(before, after)
            .unwrap_or_else(|| FractionalIndex::new_after(before)),
    }
}
