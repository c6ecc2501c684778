//! How a change comes to have effect: heads of cells, then the rows that show them.
//!
//! The same for a person's own edit, a received segment and a rebuild: nothing else writes the tables of the kinds.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};

use changelog::codec;
use domain::kind::{Label, LinkTarget, Type};
use domain::value::{Existence, LinkEnd};
use domain::{Kind, Language, Value, fold::fold, input, kinds};
use rusqlite::types::Value as Sql;
use rusqlite::{Connection, OptionalExtension, params_from_iter};
use uuid::Uuid;

use crate::digest::Sum;
use crate::error::Result;
use crate::joined::Joins;
use crate::lineage::{Lineage, Place, read_vector};
use crate::schema;
use crate::search::Documents;

/// A record is named by a reference and not created here yet.
pub const AWAITED: i64 = 0;
/// A record is there.
pub const LIVE: i64 = 1;
/// A record is deleted, or what it depends on is.
pub const DELETED: i64 = 2;
/// A record is here and shown as another one; or a link, and shown once already.
pub const JOINED: i64 = 4;

/// One head of a cell.
#[derive(Debug, Clone)]
pub struct Head {
    /// Where its change stands.
    pub place: Place,
    /// Its hybrid time.
    pub hlc: i64,
    /// The value's bytes.
    pub value: Vec<u8>,
    /// Whether it takes a settlement back, and so stands for more than its own value.
    pub open: bool,
}

fn head(row: &rusqlite::Row<'_>) -> rusqlite::Result<Head> {
    Ok(Head {
        place: Place::from_row(row)?,
        hlc: row.get(2)?,
        value: row.get(3)?,
        open: row.get(4)?,
    })
}

/// Gives changes their effect within one transaction of the file.
pub struct Effect<'c> {
    /// The file.
    pub connection: &'c Connection,
    /// Who had seen what.
    pub lineage: Lineage<'c>,
    /// Columns that may show another value now, by record.
    touched: BTreeMap<i64, BTreeSet<u16>>,
    /// Columns that have another head now, by record: what they had is taken out of the digest.
    moved: BTreeMap<i64, BTreeSet<u16>>,
    /// The sum that makes the digest, once it changes.
    sum: Cell<Option<Sum>>,
    /// The latest time claimed by a change of the record.
    walls: BTreeMap<i64, i64>,
    /// Records first named here, which have no heads but those in `touched`.
    fresh: RefCell<BTreeSet<i64>>,
    /// The lives that records had before they were touched, where somebody asks for them.
    lives: Option<BTreeMap<i64, i64>>,
    /// What there is to know of records that are one.
    pub(crate) joins: Joins,
    /// Texts that are to be found from now on.
    documents: RefCell<Documents>,
}

/// What a transaction did, for those who show it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Changed {
    /// Every record that may look other than before: its table and id.
    pub records: Vec<(u16, Uuid)>,
}

impl<'c> Effect<'c> {
    /// Starts with nothing touched.
    pub fn new(connection: &'c Connection) -> Effect<'c> {
        Effect {
            connection,
            lineage: Lineage::new(connection),
            touched: BTreeMap::new(),
            moved: BTreeMap::new(),
            sum: Cell::new(None),
            walls: BTreeMap::new(),
            fresh: Default::default(),
            lives: None,
            joins: Joins::default(),
            documents: Default::default(),
        }
    }

    /// Remembers what the records that are touched from now on were before.
    pub fn watch(&mut self) {
        self.lives = Some(BTreeMap::new());
    }

    /// The life a record had before it was touched.
    pub fn life_before(&self, rid: i64) -> i64 {
        let lives = self.lives.as_ref();
        lives
            .and_then(|lives| lives.get(&rid))
            .copied()
            .unwrap_or(LIVE)
    }

    /// Finds the local number of a record, or gives it one.
    pub fn rid(&self, table: u16, id: Uuid) -> Result<i64> {
        if let Some(rid) = self.known_rid(id)? {
            return Ok(rid);
        }
        let mut insert = self
            .connection
            .prepare_cached("INSERT INTO record(id, tbl, life, gone) VALUES (?1, ?2, ?3, 0)")?;
        let rid = insert.insert((id.as_bytes(), table, AWAITED))?;
        self.fresh.borrow_mut().insert(rid);
        Ok(rid)
    }

    /// Whether a cell was never written, as far as that is known without asking the file.
    fn is_unwritten(&self, rid: i64, column: u16) -> bool {
        self.fresh.borrow().contains(&rid)
            && !self
                .touched
                .get(&rid)
                .is_some_and(|columns| columns.contains(&column))
    }

    /// Finds the local number of a record.
    pub fn known_rid(&self, id: Uuid) -> Result<Option<i64>> {
        let mut select = self
            .connection
            .prepare_cached("SELECT rid FROM record WHERE id = ?1")?;
        Ok(select
            .query_row((id.as_bytes(),), |row| row.get(0))
            .optional()?)
    }

    /// The heads of a cell.
    pub fn heads(&self, rid: i64, column: u16) -> Result<Vec<Head>> {
        if self.is_unwritten(rid, column) {
            return Ok(Vec::new());
        }
        let mut select = self.connection.prepare_cached(
            "SELECT h.chain, h.seq, c.hlc, c.value, c.reopens IS NOT NULL FROM head h
             JOIN change c ON c.chain = h.chain AND c.seq = h.seq WHERE h.rid = ?1 AND h.col = ?2",
        )?;
        let heads = select
            .query_map((rid, column), head)?
            .collect::<rusqlite::Result<_>>()?;
        Ok(heads)
    }

    /// All changes of a cell, also those that others superseded.
    pub fn changes(&self, rid: i64, column: u16) -> Result<Vec<Head>> {
        let mut select = self.connection.prepare_cached(
            "SELECT chain, seq, hlc, value, reopens IS NOT NULL FROM change WHERE rid = ?1 AND col = ?2",
        )?;
        let changes = select
            .query_map((rid, column), head)?
            .collect::<rusqlite::Result<_>>()?;
        Ok(changes)
    }

    /// The settlement that a change takes back.
    pub fn reopened(&self, place: Place) -> Result<Option<Place>> {
        let named: Option<Vec<u8>> = self
            .connection
            .prepare_cached("SELECT reopens FROM change WHERE chain = ?1 AND seq = ?2")?
            .query_row((place.chain, place.seq), |row| row.get(0))?;
        let Some(entry) = named.as_deref().map(read_vector).transpose()? else {
            return Ok(None);
        };
        entry
            .first()
            .map_or(Ok(None), |entry| self.lineage.find(entry))
    }

    /// The head whose value is shown: the greatest by hybrid time, site as shown, number.
    pub fn shown<'h>(&self, heads: &'h [Head]) -> Result<Option<&'h Head>> {
        let [_, _, ..] = heads else {
            return Ok(heads.first());
        };
        let mut ranked = Vec::with_capacity(heads.len());
        for head in heads {
            ranked.push((
                (
                    head.hlc,
                    self.lineage.shown(head.place.chain)?,
                    head.place.seq,
                ),
                head,
            ));
        }
        Ok(ranked
            .into_iter()
            .max_by_key(|(rank, _)| *rank)
            .map(|(_, head)| head))
    }

    /// Makes a change a head of its cell, in place of those of its heads that it saw.
    pub fn advance(
        &mut self,
        rid: i64,
        column: u16,
        place: Place,
        wall: i64,
        heads: &[Head],
        seen: &[Place],
    ) -> Result<()> {
        if self.moved.entry(rid).or_default().insert(column) && !heads.is_empty() {
            let (table, id, gone) = self.counted(rid)?;
            if !gone {
                let was = Sum::of_cell(&self.lineage, (table, &id, column), heads)?;
                self.count(|sum| sum.take(was))?;
            }
        }
        let mut delete = self.connection.prepare_cached(
            "DELETE FROM head WHERE rid = ?1 AND col = ?2 AND chain = ?3 AND seq = ?4",
        )?;
        for place in seen {
            delete.execute((rid, column, place.chain, place.seq))?;
        }
        let mut insert = self
            .connection
            .prepare_cached("INSERT INTO head(rid, col, chain, seq) VALUES (?1, ?2, ?3, ?4)")?;
        insert.execute((rid, column, place.chain, place.seq))?;
        self.touch(rid, column, wall);
        Ok(())
    }

    /// The table and id of a record, and whether it is gone and counts for nothing in the digest.
    fn counted(&self, rid: i64) -> Result<(u16, [u8; 16], bool)> {
        let mut select = self
            .connection
            .prepare_cached("SELECT tbl, id, gone FROM record WHERE rid = ?1")?;
        Ok(select.query_row((rid,), |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?)
    }

    /// Changes the sum that makes the digest.
    fn count(&self, change: impl FnOnce(&mut Sum)) -> Result<()> {
        let mut sum = match self.sum.get() {
            Some(sum) => sum,
            None => Sum::kept(self.connection)?,
        };
        change(&mut sum);
        self.sum.set(Some(sum));
        Ok(())
    }

    /// Notes that a cell may show another value.
    pub fn touch(&mut self, rid: i64, column: u16, wall: i64) {
        self.touched.entry(rid).or_default().insert(column);
        self.walls
            .entry(rid)
            .and_modify(|known| *known = wall.max(*known))
            .or_insert(wall);
    }

    /// The records of which a column is touched.
    pub(crate) fn touched_in(&self, column: u16) -> Vec<i64> {
        let touched = self.touched.iter();
        touched
            .filter(|(_, columns)| columns.contains(&column))
            .map(|(rid, _)| *rid)
            .collect()
    }

    /// Brings the rows, labels, lives and search documents of all touched records up to date.
    pub fn finish(&mut self) -> Result<Changed> {
        let mut changed = Changed::default();
        self.fresh.borrow_mut().clear();
        self.erase_touched()?;
        self.joins = Joins::default();
        let touched = std::mem::take(&mut self.touched);
        let moved = std::mem::take(&mut self.moved);
        let mut relive = Vec::new();
        for (rid, columns) in &touched {
            let mut select = self
                .connection
                .prepare_cached("SELECT tbl, id, life, gone FROM record WHERE rid = ?1")?;
            let (table, id, life, gone): (u16, [u8; 16], i64, bool) = select
                .query_row((rid,), |row| {
                    Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
                })?;
            if let Some(lives) = &mut self.lives {
                lives.entry(*rid).or_insert(life);
            }
            let fresh = life == AWAITED;
            let cells = self.cells(*rid, columns, fresh)?;
            if let Some(columns) = moved.get(rid).filter(|_| !gone) {
                for column in columns {
                    let heads = cells.get(column).map_or(&[][..], Vec::as_slice);
                    let now = Sum::of_cell(&self.lineage, (table, &id, *column), heads)?;
                    self.count(|sum| sum.add(now))?;
                }
            }
            // A row that is written whole shows every head, also those that came before its creation.
            let all: BTreeSet<u16>;
            let columns = if fresh {
                all = cells.keys().copied().collect();
                &all
            } else {
                columns
            };
            self.contest(*rid, columns, &cells)?;
            if columns.contains(&kinds::EXISTS) {
                self.existence(*rid, table)?;
            }
            if let Some(kind) = kinds::by_table(table) {
                self.row(kind, *rid, columns, &cells, fresh)?;
            } else if let Some(link) = kinds::link_by_table(table)
                && columns.contains(&kinds::EXISTS)
            {
                self.link(&link, *rid, fresh)?;
            }
            let wall = self.walls.get(rid).copied().unwrap_or(0);
            self.connection
                .prepare_cached(
                    "UPDATE record SET changed_at = max(coalesce(changed_at, ?2), ?2) WHERE rid = ?1",
                )?
                .execute((rid, wall))?;
            if life != LIVE || columns.contains(&kinds::EXISTS) {
                relive.push(*rid);
            }
            changed.records.push((table, Uuid::from_bytes(id)));
            self.documents.borrow_mut().write_many(self.connection)?;
        }
        for rid in relive {
            self.revive(rid)?;
        }
        changed.records.extend(self.join(&touched)?);
        self.documents.borrow_mut().write(self.connection)?;
        self.walls.clear();
        if let Some(sum) = self.sum.take() {
            sum.keep(self.connection)?;
        }
        Ok(changed)
    }

    /// The heads of a record's cells: of these columns, or of all.
    pub(crate) fn cells(
        &self,
        rid: i64,
        columns: &BTreeSet<u16>,
        all: bool,
    ) -> Result<BTreeMap<u16, Vec<Head>>> {
        let mut cells = BTreeMap::new();
        if !all && columns.len() <= 2 {
            for column in columns {
                cells.insert(*column, self.heads(rid, *column)?);
            }
            return Ok(cells);
        }
        let mut select = self.connection.prepare_cached(
            "SELECT h.chain, h.seq, c.hlc, c.value, c.reopens IS NOT NULL, h.col FROM head h
             JOIN change c ON c.chain = h.chain AND c.seq = h.seq WHERE h.rid = ?1",
        )?;
        let mut rows = select.query((rid,))?;
        while let Some(row) = rows.next()? {
            cells
                .entry(row.get(5)?)
                .or_insert_with(Vec::new)
                .push(head(row)?);
        }
        Ok(cells)
    }

    fn contest(
        &self,
        rid: i64,
        columns: &BTreeSet<u16>,
        cells: &BTreeMap<u16, Vec<Head>>,
    ) -> Result<()> {
        let mut select = self
            .connection
            .prepare_cached("SELECT col FROM contested WHERE rid = ?1")?;
        let known: BTreeSet<u16> = select
            .query_map((rid,), |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        for column in columns.iter().filter(|column| **column != kinds::EXISTS) {
            let heads = cells.get(column).map_or(&[][..], Vec::as_slice);
            let contested = heads
                .iter()
                .any(|head| head.open || head.value != heads[0].value);
            let sql = match (contested, known.contains(column)) {
                (true, false) => "INSERT INTO contested(rid, col) VALUES (?1, ?2)",
                (false, true) => "DELETE FROM contested WHERE rid = ?1 AND col = ?2",
                _ => continue,
            };
            self.connection
                .prepare_cached(sql)?
                .execute((rid, column))?;
        }
        Ok(())
    }

    /// Writes what a create change fixes for good: owner, home, and when.
    fn existence(&self, rid: i64, table: u16) -> Result<()> {
        let mut select = self.connection.prepare_cached(
            "SELECT c.value, t.wall FROM change c
             JOIN txn t ON t.chain = c.chain AND t.first = (SELECT max(first) FROM txn
               WHERE chain = c.chain AND first <= c.seq)
             WHERE c.rid = ?1 AND c.col = 0 ORDER BY c.hlc, c.seq",
        )?;
        let mut rows = select.query((rid,))?;
        let mut created: Option<i64> = None;
        let mut ends = None;
        while let Some(row) = rows.next()? {
            let value: Vec<u8> = row.get(0)?;
            if let Value::Existence(Existence::Live { owner, home, .. }) = codec::read_value(&value)
            {
                let wall: i64 = row.get(1)?;
                created = Some(created.map_or(wall, |earlier| earlier.min(wall)));
                ends.get_or_insert((owner, home));
            }
        }
        let Some((owner, home)) = ends else {
            return Ok(());
        };
        let owner = owner.map(|(table, id)| self.rid(table, id)).transpose()?;
        let home = home.map(|id| self.rid(GROUP, id)).transpose()?;
        self.connection
            .prepare_cached(
                "UPDATE record SET tbl = ?2, owner = ?3, home = ?4, created_at = ?5 WHERE rid = ?1",
            )?
            .execute((rid, table, owner, home, created))?;
        Ok(())
    }

    pub(crate) fn link(&self, link: &kinds::LinkField, rid: i64, fresh: bool) -> Result<()> {
        let mut select = self.connection.prepare_cached(
            "SELECT value FROM change WHERE rid = ?1 AND col = 0 ORDER BY hlc, seq",
        )?;
        let values: Vec<Vec<u8>> = select
            .query_map((rid,), |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        let Some((owner, end)) = values
            .iter()
            .find_map(|value| match codec::read_value(value) {
                Value::Existence(Existence::Live {
                    owner,
                    end: Some(end),
                    ..
                }) => Some((owner, end)),
                _ => None,
            })
        else {
            return Ok(());
        };
        let from = owner
            .map(|(table, id)| self.root(self.rid(table, id)?))
            .transpose()?;
        let (far, role) = match (&link.links.to, end) {
            (LinkTarget::Records(_), LinkEnd::Record { table, id, role }) => {
                (Sql::Integer(self.root(self.rid(table, id)?)?), role)
            }
            (LinkTarget::Words, LinkEnd::Word { text, role }) => (Sql::Text(text), role),
            // Of a form this build cannot type: kept in the log, shown nowhere.
            _ => return Ok(()),
        };
        let table = schema::link_table(link.kind, link.field);
        let far_column = schema::far_column(&link.links.to);
        if let (LinkTarget::Words, Sql::Text(word)) = (&link.links.to, &far) {
            self.documents.borrow_mut().word(rid, word, fresh);
        }
        self.connection
            .prepare_cached(&format!(
                "INSERT INTO \"{table}\"(rid, life, \"from\", \"{far_column}\", role) VALUES (?1, 0, ?2, ?3, ?4)
                 ON CONFLICT(rid) DO UPDATE SET \"from\" = excluded.\"from\",
                   \"{far_column}\" = excluded.\"{far_column}\", role = excluded.role"
            ))?
            .execute((rid, from, far, role))?;
        Ok(())
    }

    /// Shows the heads of these cells in the row of the record.
    pub(crate) fn row(
        &self,
        kind: &'static Kind,
        rid: i64,
        columns: &BTreeSet<u16>,
        cells: &BTreeMap<u16, Vec<Head>>,
        fresh: bool,
    ) -> Result<()> {
        let mut names: Vec<String> = Vec::new();
        let mut values: Vec<Sql> = Vec::new();
        let mut label = false;
        let mut tree = false;
        for field in kind.all_fields() {
            let numbers: Vec<u16> = match field.ty {
                Type::Text => Language::ALL
                    .into_iter()
                    .map(|language| u16::from(language.number()) << 8 | u16::from(field.number))
                    .collect(),
                Type::Links(_) | Type::Owned(_) | Type::Currency(_) | Type::Parent => continue,
                _ => vec![u16::from(field.number)],
            };
            for number in numbers
                .into_iter()
                .filter(|number| columns.contains(number))
            {
                label |= in_label(kind, field.name);
                let heads = cells.get(&number).map_or(&[][..], Vec::as_slice);
                let value = self
                    .shown(heads)?
                    .map(|head| codec::read_value(&head.value));
                let value = self.held(value)?;
                match (&field.ty, value) {
                    (Type::Text, value) => {
                        let code =
                            Language::from_number((number >> 8) as u8).map_or("", Language::code);
                        let text = text_of(value);
                        self.documents.borrow_mut().field(
                            kind,
                            field,
                            (rid, number),
                            text.as_deref(),
                            fresh,
                        );
                        names.push(format!("{}_{code}", field.name));
                        values.push(optional(text));
                    }
                    (Type::Plain, value) => {
                        let text = text_of(value);
                        self.documents.borrow_mut().field(
                            kind,
                            field,
                            (rid, number),
                            text.as_deref(),
                            fresh,
                        );
                        names.push(field.name.to_owned());
                        values.push(optional(text));
                    }
                    (Type::Date | Type::Moment | Type::Code(_), value) => {
                        names.push(field.name.to_owned());
                        values.push(optional(text_of(value)));
                    }
                    (Type::Position, value) => {
                        let (parent, position) = match value {
                            Some(Value::Tree { parent, position }) => (parent, Some(position)),
                            value => (None, text_of(value)),
                        };
                        names.push("position".to_owned());
                        values.push(optional(position));
                        if kind.is_tree() {
                            tree = true;
                            names.push("parent".to_owned());
                            values.push(match parent {
                                Some(parent) => Sql::Integer(self.rid(kind.table, parent)?),
                                None => Sql::Null,
                            });
                        }
                    }
                    (Type::Integer, value) => {
                        names.push(field.name.to_owned());
                        values.push(match value {
                            Some(Value::Integer(number)) => Sql::Integer(number),
                            _ => Sql::Null,
                        });
                    }
                    (Type::Flag | Type::Erased, value) => {
                        names.push(field.name.to_owned());
                        values.push(match value {
                            Some(Value::Flag(flag)) => Sql::Integer(i64::from(flag)),
                            _ => Sql::Null,
                        });
                    }
                    (Type::Reference(_), value) => {
                        names.push(field.name.to_owned());
                        values.push(match value {
                            Some(Value::Reference { table, id }) => {
                                self.seen_from(rid, self.rid(table, id)?)?
                            }
                            _ => Sql::Null,
                        });
                    }
                    (Type::SameAs, value) => {
                        names.push(field.name.to_owned());
                        values.push(match value {
                            Some(Value::Reference { table, id }) => {
                                Sql::Integer(self.rid(table, id)?)
                            }
                            _ => Sql::Null,
                        });
                    }
                    (Type::Vague, value) => vague(field.name, value, &mut names, &mut values),
                    (Type::Amount, value) => {
                        let (amount, currency) = match value {
                            Some(Value::Money { amount, currency }) => (amount, currency),
                            _ => (None, None),
                        };
                        names.extend([field.name.to_owned(), "currency".to_owned()]);
                        values.extend([optional(amount), optional(currency)]);
                    }
                    (Type::Provenance, value) => {
                        let (address, retrieved, standing) = match value {
                            Some(Value::Provenance {
                                address,
                                retrieved,
                                standing,
                            }) => (address, retrieved, Some(standing)),
                            _ => (None, None, None),
                        };
                        for (part, value) in [
                            ("address", address),
                            ("retrieved", retrieved),
                            ("standing", standing),
                        ] {
                            names.push(format!("{}_{part}", field.name));
                            values.push(optional(value));
                        }
                    }
                    (Type::Closing, value) => {
                        names.push(field.name.to_owned());
                        values.push(match value {
                            Some(Value::Vector(entries)) => {
                                Sql::Blob(codec::vector_bytes(&entries))
                            }
                            _ => Sql::Null,
                        });
                    }
                    (Type::Links(_) | Type::Owned(_) | Type::Currency(_) | Type::Parent, _) => {}
                }
            }
        }
        if fresh {
            self.insert(kind, rid, &names, values)?;
        } else {
            self.upsert(kind, rid, &names, values)?;
        }
        if label || columns.contains(&kinds::EXISTS) {
            self.label(kind, rid)?;
        }
        if tree {
            self.tree(kind, rid, &mut BTreeSet::new())?;
        }
        Ok(())
    }

    /// Writes a new row whole, by the one statement of its kind.
    fn insert(&self, kind: &Kind, rid: i64, names: &[String], values: Vec<Sql>) -> Result<()> {
        let mut given: BTreeMap<&str, Sql> = names.iter().map(String::as_str).zip(values).collect();
        let columns: Vec<schema::Column> = kind
            .all_fields()
            .flat_map(|field| schema::columns(kind, field))
            .collect();
        let quoted: String = columns
            .iter()
            .map(|column| format!(", \"{}\"", column.name))
            .collect();
        let places: String = (2..columns.len() + 2).map(|n| format!(", ?{n}")).collect();
        let sql = format!(
            "INSERT OR REPLACE INTO \"{}\"(rid, life{quoted}) VALUES (?1, {AWAITED}{places})",
            kind.name
        );
        let row = columns
            .iter()
            .map(|column| given.remove(column.name.as_str()).unwrap_or(Sql::Null));
        let mut insert = self.connection.prepare_cached(&sql)?;
        insert.execute(params_from_iter(
            std::iter::once(Sql::Integer(rid)).chain(row),
        ))?;
        Ok(())
    }

    fn upsert(&self, kind: &Kind, rid: i64, names: &[String], values: Vec<Sql>) -> Result<()> {
        let quoted: String = names.iter().map(|name| format!(", \"{name}\"")).collect();
        let places: String = (2..names.len() + 2).map(|n| format!(", ?{n}")).collect();
        let sets: Vec<String> = names
            .iter()
            .map(|name| format!("\"{name}\" = excluded.\"{name}\""))
            .collect();
        let conflict = if sets.is_empty() {
            "NOTHING".to_owned()
        } else {
            format!("UPDATE SET {}", sets.join(", "))
        };
        let sql = format!(
            "INSERT INTO \"{}\"(rid, life{quoted}) VALUES (?1, {AWAITED}{places}) ON CONFLICT(rid) DO {conflict}",
            kind.name
        );
        let mut upsert = self.connection.prepare_cached(&sql)?;
        upsert.execute(params_from_iter(
            std::iter::once(Sql::Integer(rid)).chain(values),
        ))?;
        Ok(())
    }

    /// The shown value of a cell.
    pub fn value(&self, rid: i64, column: u16) -> Result<Option<Value>> {
        let heads = self.heads(rid, column)?;
        Ok(self
            .shown(&heads)?
            .map(|head| codec::read_value(&head.value)))
    }

    /// The value a commitment stands for, where this laptop holds it; any other value as it is.
    pub fn held(&self, value: Option<Value>) -> Result<Option<Value>> {
        let Some(Value::Commitment(commitment)) = &value else {
            return Ok(value);
        };
        let mut select = self
            .connection
            .prepare_cached("SELECT value FROM personal WHERE commitment = ?1")?;
        let held: Option<Vec<u8>> = select
            .query_row((commitment,), |row| row.get(0))
            .optional()?;
        Ok(held.map(|bytes| codec::read_value(&bytes)))
    }

    fn label(&self, kind: &Kind, rid: i64) -> Result<()> {
        let text = |name: &str| -> Result<Option<String>> {
            let Some(field) = kind.field(name) else {
                return Ok(None);
            };
            let columns: Vec<String> = if field.is_multilingual() {
                Language::En
                    .fallbacks()
                    .map(|language| format!("\"{name}_{}\"", language.code()))
                    .collect()
            } else {
                vec![format!("\"{name}\"")]
            };
            let sql = format!(
                "SELECT CAST(coalesce({}, NULL) AS TEXT) FROM \"{}\" WHERE rid = ?1",
                columns.join(", "),
                kind.name
            );
            let mut select = self.connection.prepare_cached(&sql)?;
            Ok(select
                .query_row((rid,), |row| row.get::<_, Option<String>>(0))
                .optional()?
                .flatten())
        };
        let (label, sort) = match kind.label {
            Label::References(_) => return Ok(()),
            Label::Fields(names) => {
                let mut label = None;
                for name in names {
                    label = text(name)?;
                    if label.is_some() {
                        break;
                    }
                }
                let label = label.map(|label| shortened(&label));
                let sort = label.as_deref().map(fold);
                (label, sort)
            }
            Label::Numbered(number, title) => {
                let (number, title) = (text(number)?, text(title)?.unwrap_or_default());
                match number
                    .as_deref()
                    .and_then(|number| number.parse::<i64>().ok())
                {
                    Some(number) => (
                        Some(format!("{number}. {title}")),
                        // Padded, so that 10 comes after 9.
                        Some(format!("{number:06} {}", fold(&title))),
                    ),
                    None => (Some(title.clone()), Some(fold(&title))),
                }
            }
        };
        self.connection
            .prepare_cached("UPDATE record SET label = ?2, sort = ?3 WHERE rid = ?1")?
            .execute((rid, label, sort))?;
        Ok(())
    }

    /// Writes the path by which a row of a tree and everything below it are ordered.
    fn tree(&self, kind: &Kind, rid: i64, above: &mut BTreeSet<i64>) -> Result<()> {
        // Two people can have put two rows below each other; then each is shown as a root, and the list of such cycles
        // says so.
        if !above.insert(rid) {
            return Ok(());
        }
        let name = kind.name;
        let mut path = String::new();
        let mut here = Some(rid);
        let mut seen = BTreeSet::new();
        let mut parts = Vec::new();
        while let Some(row) = here {
            if !seen.insert(row) {
                parts.truncate(1);
                break;
            }
            let mut select = self.connection.prepare_cached(&format!(
                "SELECT t.parent, coalesce(t.position, '~'), hex(r.id) FROM \"{name}\" t
                 JOIN record r ON r.rid = t.rid WHERE t.rid = ?1"
            ))?;
            let found: Option<(Option<i64>, String, String)> = select
                .query_row((row,), |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
                .optional()?;
            let Some((parent, position, id)) = found else {
                break;
            };
            parts.push(format!("/{position}.{id}"));
            here = parent;
        }
        for part in parts.iter().rev() {
            path.push_str(part);
        }
        self.connection
            .prepare_cached(&format!("UPDATE \"{name}\" SET tree = ?2 WHERE rid = ?1"))?
            .execute((rid, path))?;
        let mut select = self
            .connection
            .prepare_cached(&format!("SELECT rid FROM \"{name}\" WHERE parent = ?1"))?;
        let below: Vec<i64> = select
            .query_map((rid,), |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        for row in below {
            self.tree(kind, row, above)?;
        }
        Ok(())
    }

    /// Works out again whether a record is there, and what depends on it with it.
    fn revive(&self, rid: i64) -> Result<()> {
        let found = standing(self, rid, &mut BTreeMap::new())?;
        let gone = found == Standing::Gone;
        let turned = self
            .connection
            .prepare_cached("UPDATE record SET gone = ?2 WHERE rid = ?1 AND gone <> ?2")?
            .execute((rid, gone))?;
        if turned > 0 {
            let (table, id, _) = self.counted(rid)?;
            let all = Sum::of_record(self, rid, table, &id)?;
            self.count(|sum| if gone { sum.take(all) } else { sum.add(all) })?;
        }
        self.joins.revived(rid);
        let listed = if found == Standing::Listed {
            "INSERT INTO contested(rid, col) VALUES (?1, ?2) ON CONFLICT DO NOTHING"
        } else {
            "DELETE FROM contested WHERE rid = ?1 AND col = ?2"
        };
        self.connection
            .prepare_cached(listed)?
            .execute((rid, kinds::EXISTS))?;
        self.relive(rid)?;
        // What an owner's delete had not seen keeps the owner, too, for as long as it is there itself.
        let mut select = self.connection.prepare_cached(
            "SELECT o.rid, o.gone, EXISTS(SELECT 1 FROM contested x WHERE x.rid = o.rid AND x.col = 0)
             FROM record r JOIN record o ON o.rid = r.owner WHERE r.rid = ?1 AND o.rid <> r.rid",
        )?;
        let owner: Option<(i64, bool, bool)> = select
            .query_row((rid,), |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
            .optional()?;
        if let Some((owner, gone, listed)) = owner {
            let was = match (gone, listed) {
                (true, _) => Standing::Gone,
                (_, true) => Standing::Listed,
                _ => Standing::Live,
            };
            if standing(self, owner, &mut BTreeMap::new())? != was {
                self.revive(owner)?;
            }
        }
        Ok(())
    }

    /// Writes the life of a record and of the row that shows it.
    pub(crate) fn write_life(&self, table: u16, rid: i64, life: i64) -> Result<()> {
        self.connection
            .prepare_cached("UPDATE record SET life = ?2 WHERE rid = ?1")?
            .execute((rid, life))?;
        let name = match (kinds::by_table(table), kinds::link_by_table(table)) {
            (Some(kind), _) => kind.name.to_owned(),
            (None, Some(link)) => schema::link_table(link.kind, link.field),
            (None, None) => return Ok(()),
        };
        self.connection
            .prepare_cached(&format!("UPDATE \"{name}\" SET life = ?2 WHERE rid = ?1"))?
            .execute((rid, life))?;
        Ok(())
    }

    /// Writes the life of a record and of all that depends on it.
    pub(crate) fn relive(&self, rid: i64) -> Result<()> {
        let mut select = self.connection.prepare_cached(
            "SELECT r.tbl, r.gone, r.life, coalesce(o.life, 1), EXISTS(SELECT 1 FROM head WHERE rid = r.rid AND col = 0),
               r.root IS NOT NULL
             FROM record r LEFT JOIN record o ON o.rid = r.owner AND o.rid <> r.rid WHERE r.rid = ?1",
        )?;
        let (table, gone, before, owner, created, joined): (u16, bool, i64, i64, bool, bool) =
            select.query_row((rid,), |row| {
                Ok((
                    row.get(0)?,
                    row.get(1)?,
                    row.get(2)?,
                    row.get(3)?,
                    row.get(4)?,
                    row.get(5)?,
                ))
            })?;
        let life = if !created {
            AWAITED
        } else if gone || owner == DELETED {
            DELETED
        } else if joined {
            JOINED
        } else {
            LIVE
        };
        self.write_life(table, rid, life)?;
        if let Some(link) = kinds::link_by_table(table) {
            self.once(&link, rid)?;
        }
        if life != before {
            let mut select = self
                .connection
                .prepare_cached("SELECT rid FROM record WHERE owner = ?1 AND rid <> ?1")?;
            let dependants: Vec<i64> = select
                .query_map((rid,), |row| row.get(0))?
                .collect::<rusqlite::Result<_>>()?;
            for dependant in dependants {
                self.relive(dependant)?;
            }
        }
        Ok(())
    }
}

impl<'c> Heads<'c> for Effect<'c> {
    fn connection(&self) -> &'c Connection {
        self.connection
    }

    fn lineage(&self) -> &Lineage<'c> {
        &self.lineage
    }

    fn heads(&self, rid: i64, column: u16) -> Result<Vec<Head>> {
        Effect::heads(self, rid, column)
    }

    fn other_heads(&self, rid: i64) -> Result<Vec<Place>> {
        let mut select = self
            .connection
            .prepare_cached("SELECT chain, seq FROM head WHERE rid = ?1 AND col NOT IN (0, ?2)")?;
        let places = select
            .query_map((rid, kinds::ERASED), Place::from_row)?
            .collect::<rusqlite::Result<_>>()?;
        Ok(places)
    }
}

/// Where the heads of cells are read: as they are now, or as they were at a point of the log.
pub(crate) trait Heads<'c> {
    /// The file.
    fn connection(&self) -> &'c Connection;

    /// Who had seen what.
    fn lineage(&self) -> &Lineage<'c>;

    /// The heads of a cell.
    fn heads(&self, rid: i64, column: u16) -> Result<Vec<Head>>;

    /// Where the heads of a record's cells stand, without those of its existence; an erasing is no edit that keeps it.
    fn other_heads(&self, rid: i64) -> Result<Vec<Place>>;
}

/// Whether a record's own delete holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Standing {
    /// It was not deleted, or came back.
    Live,
    /// It was deleted without knowledge of all that was said of it: it stays, and waits to be settled.
    Listed,
    /// It is deleted.
    Gone,
}

/// Whether a record's own delete holds.
///
/// It does if all heads of its existence say deleted, and each head of its other cells, and each head (other than a
/// delete) of what depends on it and is not itself gone, was seen by at least one of these deletes. With only some of
/// them it stays and is listed; so it is where heads of its existence differ, but for a pure link, which then stays
/// silently.
pub(crate) fn standing<'c>(
    cells: &impl Heads<'c>,
    rid: i64,
    known: &mut BTreeMap<i64, Standing>,
) -> Result<Standing> {
    if let Some(standing) = known.get(&rid) {
        return Ok(*standing);
    }
    let heads = cells.heads(rid, kinds::EXISTS)?;
    let deletes: Vec<Place> = heads
        .iter()
        .filter(|head| is_delete(head))
        .map(|head| head.place)
        .collect();
    if deletes.is_empty() || deletes.len() < heads.len() {
        let standing = if deletes.is_empty() || is_link(cells.connection(), rid)? {
            Standing::Live
        } else {
            Standing::Listed
        };
        known.insert(rid, standing);
        return Ok(standing);
    }
    // Breaks a circle of owners that only a forged file could hold.
    known.insert(rid, Standing::Gone);
    let mut others: Vec<Place> = cells.other_heads(rid)?;
    let mut select = cells
        .connection()
        .prepare_cached("SELECT rid FROM record WHERE owner = ?1")?;
    let dependants: Vec<i64> = select
        .query_map((rid,), |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    for dependant in dependants {
        if standing(cells, dependant, known)? != Standing::Gone {
            others.extend(cells.other_heads(dependant)?);
            let existence = cells.heads(dependant, kinds::EXISTS)?;
            others.extend(
                existence
                    .iter()
                    .filter(|head| !is_delete(head))
                    .map(|head| head.place),
            );
        }
    }
    let mut holds = Standing::Gone;
    'heads: for head in others {
        for delete in &deletes {
            if cells.lineage().saw(*delete, head)? {
                continue 'heads;
            }
        }
        holds = Standing::Listed;
        break;
    }
    known.insert(rid, holds);
    Ok(holds)
}

fn is_link(connection: &Connection, rid: i64) -> Result<bool> {
    let table: u16 = connection
        .prepare_cached("SELECT tbl FROM record WHERE rid = ?1")?
        .query_row((rid,), |row| row.get(0))?;
    Ok(kinds::link_by_table(table).is_some())
}

/// Whether a head says that its record is deleted.
pub(crate) fn is_delete(head: &Head) -> bool {
    matches!(
        codec::read_value(&head.value),
        Value::Existence(Existence::Deleted)
    )
}

/// The table of groups, which homes are.
const GROUP: u16 = 2;

/// The longest label kept; a label is a name, not the text itself.
const LABEL: usize = 200;

fn shortened(text: &str) -> String {
    let line = text.split('\n').next().unwrap_or_default().trim();
    match line.char_indices().nth(LABEL) {
        Some((at, _)) => format!("{}…", line[..at].trim_end()),
        None => line.to_owned(),
    }
}

fn in_label(kind: &Kind, name: &str) -> bool {
    match kind.label {
        Label::Fields(names) => names.contains(&name),
        Label::Numbered(number, title) => name == number || name == title,
        Label::References(_) => false,
    }
}

fn text_of(value: Option<Value>) -> Option<String> {
    match value {
        Some(Value::Text(text)) => Some(text),
        _ => None,
    }
}

fn optional(text: Option<String>) -> Sql {
    text.map_or(Sql::Null, Sql::Text)
}

fn vague(name: &str, value: Option<Value>, names: &mut Vec<String>, values: &mut Vec<Sql>) {
    for part in ["", "_edtf", "_first", "_last", "_precision", "_sort"] {
        names.push(format!("{name}{part}"));
    }
    let Some(Value::Vague { text, edtf }) = value else {
        values.extend(std::iter::repeat_n(Sql::Null, 6));
        return;
    };
    let reading = input::reading(&text, edtf.as_deref());
    let day = |day: Option<chrono::NaiveDate>| {
        day.map_or(Sql::Null, |day| {
            Sql::Text(day.format("%Y-%m-%d").to_string())
        })
    };
    values.extend([
        Sql::Text(text),
        optional(reading.edtf.clone()),
        day(reading.first),
        day(reading.last),
        Sql::Text(reading.precision.code().to_owned()),
        Sql::Text(reading.sort_key()),
    ]);
}
