//! Duplicates that were joined: which records are one, and how one of them comes to stand for all.
//!
//! Records are one if linked by any head of `same_as` that names a record. Of those that are here the smallest, the
//! publication's before all others, stands for them: it is the one that is listed, found and counted. What refers to
//! any of them refers to it in the tables, so that no query needs to know; the log is as it was written. A link that is
//! there twice for it is shown once.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};

use changelog::{Origin, codec};
use domain::input::{self, Assignment, Change, InputError};
use domain::kind::{Field, LinkTarget, Type};
use domain::value::{Existence, LinkEnd};
use domain::{Kind, Language, Value, fold::fold, ids, kinds};
use rusqlite::types::Value as Sql;
use rusqlite::{Connection, OptionalExtension};
use uuid::Uuid;

use crate::apply::{Effect, Head, JOINED, LIVE};
use crate::door::{Act, Door, Seen, Written};
use crate::error::{Error, Result};
use crate::lineage::Place;
use crate::schema::{far_column, link_table};
use crate::undo::{self, UndoAnswer};
use crate::{Store, query};

const SAME_AS: u16 = kinds::SAME_AS as u16;

/// The kinds whose duplicates can be joined.
pub fn kinds() -> impl Iterator<Item = &'static Kind> {
    kinds::KINDS.iter().filter(|kind| is_joinable(kind))
}

fn is_joinable(kind: &Kind) -> bool {
    kind.fields
        .iter()
        .any(|field| matches!(field.ty, Type::SameAs))
}

/// The schema from which on it is kept which records are one.
const SINCE: i64 = 3;

/// Works out which records are one in a store of an older build: it may have received what a newer one wrote.
pub(crate) fn after_migration(connection: &Connection, from: i64) -> Result<()> {
    if from >= SINCE {
        return Ok(());
    }
    let mut effect = Effect::new(connection);
    let mut select = connection.prepare("SELECT DISTINCT rid FROM head WHERE col = ?1")?;
    let mut rows = select.query((SAME_AS,))?;
    while let Some(row) = rows.next()? {
        effect.touch(row.get(0)?, SAME_AS, i64::MIN);
    }
    effect.finish().map(drop)
}

/// What an [`Effect`] knows of records that are one.
#[derive(Default)]
pub(crate) struct Joins {
    /// Whether there are any; none before somebody asked.
    any: Cell<Option<bool>>,
    /// The records that may have gone or come back.
    revived: RefCell<BTreeSet<i64>>,
}

impl Joins {
    /// Notes that a record may have gone or come back.
    pub(crate) fn revived(&self, rid: i64) {
        self.revived.borrow_mut().insert(rid);
    }
}

/// The record that is shown for one: itself, or the one it is joined to.
pub(crate) fn root(connection: &Connection, rid: i64) -> Result<i64> {
    let root = connection
        .prepare_cached("SELECT coalesce(root, rid) FROM record WHERE rid = ?1")?
        .query_row((rid,), |row| row.get(0))
        .optional()?;
    Ok(root.unwrap_or(rid))
}

/// The record that one which is here is shown as; of one that is deleted itself.
pub(crate) fn shown(connection: &Connection, rid: i64) -> Result<i64> {
    Ok(connection
        .prepare_cached(
            "SELECT CASE life WHEN ?2 THEN root ELSE rid END FROM record WHERE rid = ?1",
        )?
        .query_row((rid, JOINED), |row| row.get(0))?)
}

/// The other records that one stands for, by id.
pub(crate) fn parts(connection: &Connection, rid: i64) -> Result<Vec<(i64, Uuid)>> {
    let mut select =
        connection.prepare_cached("SELECT rid, id FROM record WHERE root = ?1 ORDER BY id")?;
    let parts = select
        .query_map((rid,), |row| {
            Ok((row.get(0)?, Uuid::from_bytes(row.get(1)?)))
        })?
        .collect::<rusqlite::Result<_>>()?;
    Ok(parts)
}

impl Effect<'_> {
    fn has_joins(&self) -> Result<bool> {
        if let Some(any) = self.joins.any.get() {
            return Ok(any);
        }
        let any = self
            .connection
            .prepare_cached("SELECT 1 FROM same LIMIT 1")?
            .exists(())?;
        self.joins.any.set(Some(any));
        Ok(any)
    }

    /// The record that is shown for one.
    pub(crate) fn root(&self, rid: i64) -> Result<i64> {
        if self.has_joins()? {
            root(self.connection, rid)
        } else {
            Ok(rid)
        }
    }

    /// How a row shows a reference: as the record that stands for it, and not at all where that is the row's own.
    pub(crate) fn seen_from(&self, rid: i64, to: i64) -> Result<Sql> {
        let root = self.root(to)?;
        if rid != to && self.root(rid)? == root {
            return Ok(Sql::Null);
        }
        Ok(Sql::Integer(root))
    }

    /// Brings up to date which records are one, after cells were touched. Tells which others look different for it.
    pub(crate) fn join(&self, touched: &BTreeMap<i64, BTreeSet<u16>>) -> Result<Vec<(u16, Uuid)>> {
        let mut open: Vec<i64> = Vec::new();
        for (rid, columns) in touched {
            if columns.contains(&SAME_AS)
                && let Some(kind) = self.kind(*rid)?
                && is_joinable(kind)
            {
                open.extend(self.name(kind, *rid)?);
                open.push(*rid);
            }
        }
        if open.is_empty() && !self.has_joins()? {
            return Ok(Vec::new());
        }
        let mut linked = self
            .connection
            .prepare_cached("SELECT 1 FROM same WHERE rid = ?1 OR other = ?1")?;
        for rid in self.joins.revived.take() {
            if linked.exists((rid,))? {
                open.push(rid);
            }
        }
        // Everybody who is one with them now, or was before.
        let mut all: BTreeSet<i64> = BTreeSet::new();
        while let Some(rid) = open.pop() {
            if all.insert(rid) {
                open.extend(self.linked(rid)?);
                open.extend(self.together(rid)?);
            }
        }
        let mut moved = BTreeSet::new();
        let mut left = all.clone();
        while let Some(first) = left.first().copied() {
            let one = self.component(first)?;
            left.retain(|rid| !one.contains(rid));
            moved.extend(self.stand(&one)?);
        }
        if moved.is_empty() {
            return Ok(Vec::new());
        }
        for rid in &moved {
            self.relive(*rid)?;
        }
        let mut shown = self.point(&all)?;
        shown.extend(moved);
        let mut select = self
            .connection
            .prepare_cached("SELECT tbl, id FROM record WHERE rid = ?1")?;
        let mut looks = Vec::with_capacity(shown.len());
        for rid in shown {
            looks.push(select.query_row((rid,), |row| {
                Ok((row.get(0)?, Uuid::from_bytes(row.get(1)?)))
            })?);
        }
        Ok(looks)
    }

    fn kind(&self, rid: i64) -> Result<Option<&'static Kind>> {
        let table = self
            .connection
            .prepare_cached("SELECT tbl FROM record WHERE rid = ?1")?
            .query_row((rid,), |row| row.get(0))?;
        Ok(kinds::by_table(table))
    }

    /// Notes what the heads of a record's `same_as` name. Gives what they named before.
    fn name(&self, kind: &Kind, rid: i64) -> Result<Vec<i64>> {
        let before = self
            .connection
            .prepare_cached("DELETE FROM same WHERE rid = ?1 RETURNING other")?
            .query_map((rid,), |row| row.get(0))?
            .collect::<rusqlite::Result<Vec<i64>>>()?;
        let mut heads = self.heads(rid, SAME_AS)?;
        if left_out!(OneHeadJoins) {
            heads.truncate(1);
        }
        for head in heads {
            if let Value::Reference { table, id } = codec::read_value(&head.value)
                && table == kind.table
            {
                let other = self.rid(table, id)?;
                if other != rid {
                    self.connection
                        .prepare_cached("INSERT OR IGNORE INTO same(rid, other) VALUES (?1, ?2)")?
                        .execute((rid, other))?;
                    self.joins.any.set(Some(true));
                }
            }
        }
        Ok(before)
    }

    /// The records that heads of `same_as` put beside one.
    fn linked(&self, rid: i64) -> Result<Vec<i64>> {
        let mut select = self.connection.prepare_cached(
            "SELECT other FROM same WHERE rid = ?1 UNION SELECT rid FROM same WHERE other = ?1",
        )?;
        let linked = select
            .query_map((rid,), |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        Ok(linked)
    }

    /// The changes by which a record is one with others: its own that name any, else those of others that name it.
    pub(crate) fn joining(&self, rid: i64) -> Result<Vec<Head>> {
        let id: [u8; 16] = self
            .connection
            .prepare_cached("SELECT id FROM record WHERE rid = ?1")?
            .query_row((rid,), |row| row.get(0))?;
        let id = Uuid::from_bytes(id);
        let naming = |on: i64, whom: Option<Uuid>| -> Result<Vec<Head>> {
            let mut heads = self.heads(on, SAME_AS)?;
            heads.retain(|head| match codec::read_value(&head.value) {
                Value::Reference { id, .. } => whom.is_none_or(|whom| whom == id),
                _ => false,
            });
            Ok(heads)
        };
        let mut found = naming(rid, None)?;
        if found.is_empty() {
            for other in self.linked(rid)? {
                found.extend(naming(other, Some(id))?);
            }
        }
        Ok(found)
    }

    /// The records that one was shown with so far.
    fn together(&self, rid: i64) -> Result<Vec<i64>> {
        let mut select = self.connection.prepare_cached(
            "SELECT rid FROM record WHERE root = (SELECT coalesce(root, rid) FROM record WHERE rid = ?1)
             UNION SELECT root FROM record WHERE rid = ?1 AND root IS NOT NULL",
        )?;
        let together = select
            .query_map((rid,), |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        Ok(together)
    }

    /// All records that are one with this one.
    fn component(&self, rid: i64) -> Result<BTreeSet<i64>> {
        let mut one = BTreeSet::new();
        let mut open = vec![rid];
        while let Some(rid) = open.pop() {
            if one.insert(rid) {
                open.extend(self.linked(rid)?);
            }
        }
        Ok(one)
    }

    /// Lets the smallest of some records that are one stand for them. Gives those that another one stands for now.
    fn stand(&self, one: &BTreeSet<i64>) -> Result<Vec<i64>> {
        let mut ranked = Vec::with_capacity(one.len());
        for rid in one {
            ranked.push((self.rank(*rid)?, *rid));
        }
        let Some((_, root)) = ranked.into_iter().min() else {
            return Ok(Vec::new());
        };
        let mut update = self
            .connection
            .prepare_cached("UPDATE record SET root = ?2 WHERE rid = ?1 AND root IS NOT ?2")?;
        let mut moved = Vec::new();
        for rid in one {
            if update.execute((rid, (*rid != root).then_some(root)))? > 0 {
                moved.push(*rid);
            }
        }
        Ok(moved)
    }

    /// By which the first of several records that are one is found: those that are here, and of the publication.
    fn rank(&self, rid: i64) -> Result<(bool, bool, [u8; 16])> {
        let mut select = self.connection.prepare_cached(
            "SELECT gone = 1 OR NOT EXISTS (SELECT 1 FROM head WHERE rid = r.rid AND col = 0), id FROM record r WHERE rid = ?1",
        )?;
        let (gone, id) = select.query_row((rid,), |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok((gone, !is_published(self.connection, rid)?, id))
    }

    /// Shows references to some records as they stand now, and what hangs on them. Gives the records that show them.
    fn point(&self, all: &BTreeSet<i64>) -> Result<BTreeSet<i64>> {
        let mut shown = BTreeSet::new();
        let list = query::numbers(&all.iter().copied().collect::<Vec<_>>());
        let rids = |sql: &str| -> Result<Vec<i64>> {
            let mut select = self.connection.prepare_cached(sql)?;
            let rids = select
                .query_map((&list,), |row| row.get(0))?
                .collect::<rusqlite::Result<_>>()?;
            Ok(rids)
        };
        const IN: &str = "IN (SELECT value FROM json_each(?1))";
        let mut of = BTreeSet::new();
        for rid in all {
            of.extend(self.kind(*rid)?.map(|kind| kind.name));
        }
        for kind in kinds::KINDS {
            for field in kind.all_fields() {
                let Type::Reference(targets) = field.ty else {
                    continue;
                };
                if !targets.iter().any(|target| of.contains(target)) {
                    continue;
                }
                // Of their own rows all: one that pointed at itself for once shows nothing.
                let own = if of.contains(kind.name) {
                    format!(" UNION SELECT rid FROM \"{}\" WHERE rid {IN}", kind.name)
                } else {
                    String::new()
                };
                let columns = [u16::from(field.number)].into();
                for rid in rids(&format!(
                    "SELECT rid FROM \"{}\" WHERE \"{}\" {IN}{own}",
                    kind.name, field.name
                ))? {
                    let cells = self.cells(rid, &columns, false)?;
                    self.row(kind, rid, &columns, &cells, false)?;
                    shown.insert(rid);
                }
            }
        }
        for link in kinds::link_fields() {
            let table = link_table(link.kind, link.field);
            let mut any = Vec::new();
            if of.contains(link.kind.name) {
                any.push(format!("SELECT rid FROM \"{table}\" WHERE \"from\" {IN}"));
            }
            if let LinkTarget::Records(targets) = link.links.to
                && targets.iter().any(|target| of.contains(target))
            {
                any.push(format!("SELECT rid FROM \"{table}\" WHERE \"to\" {IN}"));
            }
            if any.is_empty() {
                continue;
            }
            let links = rids(&any.join(" UNION "))?;
            for rid in &links {
                self.link(&link, *rid, false)?;
            }
            for rid in &links {
                self.relive(*rid)?;
            }
            shown.extend(links);
        }
        Ok(shown)
    }

    /// Of links that are equal now that their ends are one, shows the first only; none from a record to itself.
    pub(crate) fn once(&self, link: &kinds::LinkField, rid: i64) -> Result<()> {
        if !self.has_joins()? {
            return Ok(());
        }
        let table = link_table(link.kind, link.field);
        let far = far_column(&link.links.to);
        let to = if far == "to" { "t.\"to\"" } else { "NULL" };
        // Equal ones have one id, unless records were joined: then one of the ends stands for several.
        let mut select = self.connection.prepare_cached(&format!(
            "SELECT o.rid, t.\"from\" IS {to}, o.life FROM \"{table}\" t
             JOIN \"{table}\" o ON o.\"from\" = t.\"from\" AND o.\"{far}\" = t.\"{far}\" AND o.role IS t.role
             JOIN record r ON r.rid = o.rid
             WHERE t.rid = ?1 AND o.life IN ({LIVE}, {JOINED})
               AND EXISTS (SELECT 1 FROM record WHERE root IN (t.\"from\", {to})) ORDER BY r.id"
        ))?;
        let equal: Vec<(i64, bool, i64)> = select
            .query_map((rid,), |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
            .collect::<rusqlite::Result<_>>()?;
        for (at, (rid, is_own, before)) in equal.into_iter().enumerate() {
            let life = if at == 0 && !is_own { LIVE } else { JOINED };
            if life != before {
                self.write_life(link.links.table, rid, life)?;
            }
        }
        Ok(())
    }
}

/// Whether the publication created a record.
pub(crate) fn is_published(connection: &Connection, rid: i64) -> Result<bool> {
    Ok(connection
        .prepare_cached(
            "SELECT 1 FROM change c JOIN chain n ON n.chain = c.chain WHERE c.rid = ?1 AND c.col = 0 AND n.site = ?2",
        )?
        .exists((rid, ids::PUBLICATION.as_bytes()))?)
}

/// One of the two records that are joined.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// The one named first.
    A,
    /// The one named second.
    B,
}

/// What a field is to hold of two records that are joined.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pick {
    /// What it holds of one of them.
    Of {
        /// The field.
        field: String,
        /// The language, where only the text in that one is meant.
        part: Option<String>,
        /// Of which.
        side: Side,
    },
    /// What is typed.
    Typed(Assignment),
}

impl Pick {
    /// Reads what a field is to hold: `FIELD=a`, `FIELD=b`, or what would be typed to set it. For a field that holds several
    /// `FIELD=both` is what it holds by itself.
    ///
    /// # Errors
    /// Where it is no assignment.
    pub fn read(text: &str) -> std::result::Result<Pick, InputError> {
        let given = input::assignment(text)?;
        let side = match given.value.as_str() {
            "a" | "A" => Side::A,
            "b" | "B" => Side::B,
            _ => return Ok(Pick::Typed(given)),
        };
        Ok(match given.change {
            Change::Set => Pick::Of {
                field: given.field,
                part: given.part,
                side,
            },
            Change::Add | Change::Remove => Pick::Typed(given),
        })
    }

    /// The field, and the language where one is named.
    pub(crate) fn field(&self) -> (&str, Option<&str>) {
        match self {
            Pick::Of { field, part, .. } => (field, part.as_deref()),
            Pick::Typed(given) => (&given.field, given.part.as_deref()),
        }
    }
}

impl Store {
    /// Joins two records of a kind, see [`Door::join`].
    ///
    /// # Errors
    /// Those of [`Door::join`].
    pub fn join(
        &mut self,
        kind: &'static Kind,
        (a, b): (Uuid, Uuid),
        picks: &[Pick],
        act: Act,
    ) -> Result<Written<Uuid>> {
        let act = Act {
            origin: Origin::Join,
            ..act
        };
        self.write(act, |door| door.join(kind, (a, b), picks))
    }

    /// Takes a record apart from those it is one with: undoes the transaction that joined it.
    ///
    /// # Errors
    /// [`Error::NotJoined`]. Values that others built on since are kept and told in the answer.
    pub fn unjoin(&mut self, part: Uuid, act: Act) -> Result<Written<UndoAnswer>> {
        let file = self.file.clone();
        self.take_apart(part, act).map_err(|error| error.at(&file))
    }

    fn take_apart(&mut self, part: Uuid, act: Act) -> Result<Written<UndoAnswer>> {
        let (table, record, place) = joining(&self.connection, part)?;
        let target = undo::of(&self.connection, place)?;
        let act = Act {
            origin: undo::ORIGIN,
            undoes: Some(undo::name(&self.connection, &target)?),
            ..act
        };
        let undone = target.id;
        self.write(act, |door| {
            let mut rows = undo::take_back(door, &target)?;
            for cell in &mut rows {
                // Where several have joined it, or one again since, all of that is meant.
                if (cell.record, cell.column) == (record, SAME_AS) && cell.kept.take().is_some() {
                    door.put(table, record, SAME_AS, &Value::Null)?;
                }
            }
            Ok(UndoAnswer { undone, rows })
        })
    }
}

/// The change by which a record is one with others: the record it was written on, with its table, and where it stands.
pub(crate) fn joining(connection: &Connection, part: Uuid) -> Result<(u16, Uuid, Place)> {
    let effect = Effect::new(connection);
    let not_joined = |rid| -> Result<Error> {
        Ok(Error::NotJoined {
            record: query::reference(connection, rid, &query::View::default())?,
        })
    };
    let rid = effect.known_rid(part)?.ok_or_else(|| Error::KeyNotFound {
        kind: "record".into(),
        key: part.to_string(),
        field: None,
        nearest: Vec::new(),
    })?;
    let heads = effect.joining(rid)?;
    let Some(head) = effect.shown(&heads)? else {
        return Err(not_joined(rid)?);
    };
    let (table, id) = connection.query_row(
        "SELECT r.tbl, r.id FROM change c JOIN record r ON r.rid = c.rid WHERE c.chain = ?1 AND c.seq = ?2",
        (head.place.chain, head.place.seq),
        |row| Ok((row.get(0)?, Uuid::from_bytes(row.get(1)?))),
    )?;
    Ok((table, id, head.place))
}

impl Door<'_> {
    /// Joins two records of a kind: the smaller, the publication's before all others, stands for both from now on.
    ///
    /// It keeps its own values but for those picked; what it does not know it takes from the other. Other spellings of
    /// its names become aliases where the kind has such. Gives the record that stands for both. Those that are one
    /// already are left as they are.
    ///
    /// # Errors
    /// Refuses deleted records, unknown fields, wrong values, and personal values that are not held here.
    pub fn join(
        &mut self,
        kind: &'static Kind,
        (a, b): (Uuid, Uuid),
        picks: &[Pick],
    ) -> Result<Uuid> {
        if !is_joinable(kind) {
            return Err(query::unknown_field(kind, "same_as"));
        }
        for pick in picks {
            let (name, _) = pick.field();
            let field = kind
                .field(name)
                .ok_or_else(|| query::unknown_field(kind, name))?;
            if matches!(field.ty, Type::SameAs | Type::Erased) {
                return Err(Error::ReadOnlyField {
                    kind: kind.name.into(),
                    field: field.name.into(),
                });
            }
        }
        let (a, b) = (self.one(kind, a)?, self.one(kind, b)?);
        if a.rid == b.rid {
            return Ok(a.id);
        }
        let (root, side, other) = if (a.published, b.id) > (b.published, a.id) {
            (&a, Side::A, &b)
        } else {
            (&b, Side::B, &a)
        };
        let same = Value::Reference {
            table: kind.table,
            id: root.id,
        };
        self.put(kind.table, other.id, SAME_AS, &same)?;
        let before = [self.spellings(kind, root)?, self.spellings(kind, other)?].concat();
        for field in kind.all_fields() {
            self.unite(kind, field, (root, side), other, picks)?;
        }
        let typed: Vec<Assignment> = picks
            .iter()
            .filter_map(|pick| match pick {
                Pick::Typed(given) if !is_both(kind, given) => Some(given.clone()),
                Pick::Typed(_) | Pick::Of { .. } => None,
            })
            .collect();
        self.set(kind, root.id, &typed, &Seen::new())?;
        self.keep_spellings(kind, root, other, before)?;
        Ok(root.id)
    }

    /// The record that stands for one, which must not be deleted.
    fn one(&self, kind: &Kind, id: Uuid) -> Result<One> {
        let missing = || Error::KeyNotFound {
            kind: kind.name.into(),
            key: id.to_string(),
            field: None,
            nearest: Vec::new(),
        };
        let rid = self.effect().known_rid(id)?.ok_or_else(missing)?;
        let rid = root(self.connection(), rid)?;
        let (id, table): ([u8; 16], u16) = self.connection().query_row(
            "SELECT id, tbl FROM record WHERE rid = ?1",
            (rid,),
            |row| Ok((row.get(0)?, row.get(1)?)),
        )?;
        if table != kind.table {
            return Err(missing());
        }
        let id = Uuid::from_bytes(id);
        self.living(id)?;
        Ok(One {
            rid,
            id,
            published: is_published(self.connection(), rid)?,
        })
    }

    /// Lets a field of the record that stands for two hold what was picked, or what only the other one knows.
    fn unite(
        &mut self,
        kind: &'static Kind,
        field: &'static Field,
        (root, side): (&One, Side),
        other: &One,
        picks: &[Pick],
    ) -> Result<()> {
        let picked = |part: Option<&str>| {
            picks.iter().rev().find(|pick| {
                let (name, of) = pick.field();
                let all = match pick {
                    Pick::Of { .. } => of.is_none(),
                    // Typed without a language it is English.
                    Pick::Typed(_) => of.is_none() && part.is_none_or(|part| part == "en"),
                };
                kind.field(name)
                    .is_some_and(|named| named.name == field.name)
                    && (all || of == part)
            })
        };
        if let Some(links) = field.links() {
            // All links of both are its own; one of them alone can be wanted.
            if let Some(Pick::Of { side: of, .. }) = picked(None) {
                let (kept, left) = if *of == side {
                    (root, other)
                } else {
                    (other, root)
                };
                let kept = self.linked(kind, field, *links, kept.id)?;
                for (link, end) in self.linked(kind, field, *links, left.id)? {
                    if !kept.iter().any(|(_, known)| *known == end) {
                        let deleted = Value::Existence(Existence::Deleted);
                        self.put(links.table, link, kinds::EXISTS, &deleted)?;
                    }
                }
            }
            return Ok(());
        }
        let of_itself = matches!(
            field.ty,
            Type::SameAs
                | Type::Provenance
                | Type::Position
                | Type::Parent
                | Type::Closing
                | Type::Erased
        );
        for (column, part) in columns(kind, field) {
            let mine = self.effect().value(root.rid, column)?;
            let from = match picked(part) {
                Some(Pick::Typed(_)) => continue,
                Some(Pick::Of { side: of, .. }) if *of == side => root,
                Some(Pick::Of { .. }) => other,
                None if of_itself || mine.is_some_and(|mine| !mine.is_null()) => continue,
                None => other,
            };
            let asked = picked(part).is_some();
            // A text that is picked as a whole is picked in the languages it is given in.
            let whole = part.is_some() && picked(part).is_some_and(|pick| pick.field().1.is_none());
            let value = self.effect().value(from.rid, column)?;
            let value = match self.effect().held(value)? {
                None | Some(Value::Null) if !asked || whole => continue,
                Some(value)
                    if !asked
                        && self
                            .erased_by(kind.table, root.rid, column, &value)?
                            .is_some() =>
                {
                    continue;
                }
                Some(Value::Commitment(_)) if !asked => continue,
                Some(Value::Commitment(_)) => {
                    return Err(Error::NotHeld {
                        field: field.name.into(),
                    });
                }
                Some(Value::Reference { id, .. }) if id == root.id => continue,
                value => value.unwrap_or(Value::Null),
            };
            self.put(kind.table, root.id, column, &value)?;
        }
        Ok(())
    }

    /// The texts a record is known by.
    fn spellings(&self, kind: &'static Kind, of: &One) -> Result<Vec<String>> {
        let mut texts = Vec::new();
        for name in ["acronym", "name"] {
            let Some(field) = kind.field(name) else {
                continue;
            };
            for (column, _) in columns(kind, field) {
                if let Some(Value::Text(text)) = self.effect().value(of.rid, column)? {
                    texts.push(text);
                }
            }
        }
        Ok(texts)
    }

    /// Keeps as aliases the texts that two records were known by and the one that stands for them is not.
    fn keep_spellings(
        &mut self,
        kind: &'static Kind,
        root: &One,
        other: &One,
        before: Vec<String>,
    ) -> Result<()> {
        let Some((field, links)) = kind
            .field("aliases")
            .and_then(|field| Some((field, *field.links()?)))
        else {
            return Ok(());
        };
        let mut known: BTreeSet<String> = self
            .spellings(kind, root)?
            .iter()
            .map(|text| fold(text))
            .collect();
        for of in [root, other] {
            for (_, end) in self.linked(kind, field, links, of.id)? {
                if let LinkEnd::Word { text, .. } = end {
                    known.insert(fold(&text));
                }
            }
        }
        for text in before {
            if known.insert(fold(&text)) {
                let alias = Assignment {
                    field: field.name.into(),
                    part: None,
                    change: Change::Add,
                    value: text,
                };
                self.set(kind, root.id, &[alias], &Seen::new())?;
            }
        }
        Ok(())
    }

    /// Does something to all records that one stands for, itself included.
    pub(crate) fn each_part(
        &mut self,
        id: Uuid,
        mut deed: impl FnMut(&mut Self, Uuid) -> Result<()>,
    ) -> Result<()> {
        deed(self, id)?;
        let Some(rid) = self.effect().known_rid(id)? else {
            return Ok(());
        };
        for (_, part) in parts(self.connection(), rid)? {
            deed(self, part)?;
        }
        Ok(())
    }
}

/// Whether a field that holds several is to hold those of both records.
fn is_both(kind: &Kind, given: &Assignment) -> bool {
    given.change == Change::Set
        && given.value.eq_ignore_ascii_case("both")
        && kind
            .field(&given.field)
            .is_some_and(|field| field.links().is_some())
}

/// A record that stands for itself or several.
struct One {
    rid: i64,
    id: Uuid,
    published: bool,
}

/// The cells of a field, each with the language of its text.
fn columns(kind: &Kind, field: &Field) -> Vec<(u16, Option<&'static str>)> {
    let number = u16::from(kind.cell_number(field));
    match field.ty {
        Type::Text => Language::ALL
            .into_iter()
            .map(|language| {
                let column = u16::from(language.number()) << 8 | number;
                (column, Some(language.code()))
            })
            .collect(),
        _ => vec![(number, None)],
    }
}
