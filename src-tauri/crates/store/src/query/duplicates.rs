//! Records that may be one: candidates by what they have in common, each with its reasons.
//!
//! Pairs are found by shared keys alone, in SQL, so that the work grows with the records and not with their pairs; a key
//! that many share says nothing and is passed over. What is found is then looked at more closely.

use std::collections::{BTreeMap, BTreeSet};

use domain::alike::{self, Common, Text};
use domain::{Kind, Language};
use rusqlite::Connection;
use serde_json::{Value as Json, json};
use uuid::Uuid;

use super::View;
use super::labels::Refs;
use super::statement::{numbers, quoted};
use crate::error::{Error, Result};
use crate::schema;

/// The most records that share a key which still says something.
const MOST: usize = 40;
/// The least score of a pair that is worth a look.
const LEAST: f64 = 0.5;
/// The least likeness of names that are similar.
const SIMILAR: f64 = 0.88;

/// Why two records may be one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// A name of one is a name of the other, in whichever language.
    SameName,
    /// Their acronyms are the same.
    SameAcronym,
    /// What one is called by is an alias of the other.
    Alias,
    /// The acronym of one has the first letters of the other's name.
    Initials,
    /// Their names differ in little.
    SimilarName,
    /// Their names sound alike, and are written in different scripts.
    Transliteration,
    /// Their pages stand on one host.
    Website,
    /// They have one e-mail address.
    Email,
}

impl Reason {
    /// The code in answers.
    pub const fn code(self) -> &'static str {
        match self {
            Reason::SameName => "same_name",
            Reason::SameAcronym => "same_acronym",
            Reason::Alias => "alias",
            Reason::Initials => "initials",
            Reason::SimilarName => "similar_name",
            Reason::Transliteration => "transliteration",
            Reason::Website => "website",
            Reason::Email => "email",
        }
    }

    /// How sure one is by this alone, 0 to 1.
    const fn weight(self) -> f64 {
        match self {
            Reason::SameName => 0.9,
            Reason::Email => 0.9,
            Reason::SimilarName => 0.7,
            Reason::Transliteration => 0.7,
            Reason::SameAcronym => 0.6,
            Reason::Alias => 0.6,
            Reason::Initials => 0.5,
            Reason::Website => 0.5,
        }
    }
}

/// Two records that may be one.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate {
    /// The one that would stand for both.
    pub a: Uuid,
    /// The other.
    pub b: Uuid,
    /// How likely they are one, 0 to 1.
    pub score: f64,
    /// Why.
    pub reasons: Vec<Reason>,
    rids: (i64, i64),
}

/// The keys of a text, for the statement that finds pairs: JSON of how it has each, and the key.
pub(crate) fn keys(what: &str, text: &str) -> String {
    let Some(what) = Text::ALL.into_iter().find(|text| text.code() == what) else {
        return "[]".to_owned();
    };
    let keys = alike::keys(what, text).into_iter().map(|(common, key)| {
        // An acronym is looked for among acronyms and initials alike.
        let (how, class) = match common {
            Common::Name => (what.code(), 'n'),
            Common::Like => (what.code(), 'l'),
            Common::Acronym => (what.code(), 'a'),
            Common::Initials => ("initials", 'a'),
            Common::Sound => (what.code(), 's'),
            Common::Host => (what.code(), 'h'),
            Common::Email => (what.code(), 'e'),
        };
        json!([how, format!("{class}:{key}")])
    });
    Json::from_iter(keys).to_string()
}

/// What two records that share a key have in common by it.
fn shared(key: &str, (a, b): (&str, &str)) -> Option<Reason> {
    let one = |what: &str| a == what || b == what;
    Some(match key.split(':').next()? {
        "n" if one("alias") => Reason::Alias,
        "n" => Reason::SameName,
        "a" => match () {
            // What many names begin with, and what is only an alias, is too little.
            () if a == "initials" && b == "initials" => return None,
            () if one("initials") && one("alias") => return None,
            () if one("initials") => Reason::Initials,
            () if one("alias") => Reason::Alias,
            () => Reason::SameAcronym,
        },
        "l" => Reason::SimilarName,
        "s" => Reason::Transliteration,
        "h" => Reason::Website,
        "e" => Reason::Email,
        _ => return None,
    })
}

/// Finds the pairs of records of some kinds that may be one, likeliest first.
///
/// # Errors
/// Where the file cannot be read.
pub fn candidates(connection: &Connection, kinds: &[&'static Kind]) -> Result<Vec<Candidate>> {
    let mut found = Vec::new();
    for kind in kinds {
        of_kind(connection, kind, &mut found)?;
    }
    found.sort_by(|a, b| {
        b.score
            .total_cmp(&a.score)
            .then_with(|| (a.a, a.b).cmp(&(b.a, b.b)))
    });
    Ok(found)
}

/// Tells the pairs of records of some kinds that may be one, likeliest first: a, b, score and reasons.
///
/// # Errors
/// Where the file cannot be read.
pub fn duplicates(
    connection: &Connection,
    kinds: &[&'static Kind],
    view: &View,
) -> Result<Vec<Json>> {
    let found = candidates(connection, kinds)?;
    let rids = found
        .iter()
        .flat_map(|pair| [pair.rids.0, pair.rids.1])
        .collect();
    let refs = Refs::load(connection, rids, *view)?;
    let rows = found.iter().map(|pair| {
        let reasons: Vec<&str> = pair.reasons.iter().map(|reason| reason.code()).collect();
        json!({
            "a": refs.json(pair.rids.0),
            "b": refs.json(pair.rids.1),
            "score": (pair.score * 100.0).round() / 100.0,
            "reasons": reasons,
        })
    });
    Ok(rows.collect())
}

/// Selects of what the records of a kind are known by: local number, what it is, and the text.
fn texts(kind: &Kind) -> Vec<String> {
    let of = |column: &str, what: Text| {
        format!(
            "SELECT rid, '{}' AS what, \"{column}\" AS text FROM \"{}\" WHERE life = 1 AND \"{column}\" IS NOT NULL",
            what.code(),
            kind.name
        )
    };
    let mut selects = Vec::new();
    let mut plain = |name: &str, what: Text| {
        if kind.field(name).is_some() {
            selects.push(of(name, what));
        }
    };
    plain("acronym", Text::Acronym);
    plain("website", Text::Website);
    // Whether two addresses are one says nothing of either.
    plain("email", Text::Email);
    match kind.field("name") {
        Some(name) if name.is_multilingual() => {
            selects.extend(
                Language::ALL
                    .into_iter()
                    .map(|language| of(&format!("name_{}", language.code()), Text::Name)),
            );
        }
        Some(_) => selects.push(of("name", Text::Person)),
        None => {}
    }
    if let Some(field) = kind.field("aliases") {
        selects.push(format!(
            "SELECT l.\"from\", '{}', l.word FROM {} l JOIN \"{}\" t ON t.rid = l.\"from\" WHERE l.life = 1 AND t.life = 1",
            Text::Alias.code(),
            quoted(&schema::link_table(kind, field)),
            kind.name
        ));
    }
    selects
}

/// The condition that nobody said of records `a` and `b` that they are two.
fn not_told_apart(kind: &Kind) -> String {
    let Some(field) = kind.field("distinct_from") else {
        return String::new();
    };
    format!(
        " AND NOT EXISTS (SELECT 1 FROM {} d WHERE d.life = 1
           AND (d.\"from\" = a.rid AND d.\"to\" = b.rid OR d.\"from\" = b.rid AND d.\"to\" = a.rid))",
        quoted(&schema::link_table(kind, field))
    )
}

type Pairs = BTreeMap<(i64, i64), BTreeSet<Reason>>;

/// The pairs that share a key, and what they have in common by it.
fn pairs(connection: &Connection, kind: &Kind) -> Result<Pairs> {
    let mut select = connection.prepare_cached(&format!(
        "WITH given AS ({}),
         block AS MATERIALIZED (
           SELECT DISTINCT g.rid, j.value ->> 0 AS how, j.value ->> 1 AS key FROM given g, json_each(keys(g.what, g.text)) j),
         telling AS MATERIALIZED (
           SELECT key FROM block GROUP BY key HAVING count(DISTINCT rid) BETWEEN 2 AND {MOST})
         SELECT a.rid, b.rid, a.how, b.how, a.key FROM telling CROSS JOIN block a USING (key) CROSS JOIN block b USING (key)
         WHERE a.rid < b.rid{}",
        texts(kind).join(" UNION ALL "),
        not_told_apart(kind)
    ))?;
    let mut pairs = Pairs::new();
    let mut rows = select.query(())?;
    while let Some(row) = rows.next()? {
        let (a, b): (String, String) = (row.get(2)?, row.get(3)?);
        let key: String = row.get(4)?;
        if let Some(reason) = shared(&key, (&a, &b)) {
            pairs
                .entry((row.get(0)?, row.get(1)?))
                .or_default()
                .insert(reason);
        }
    }
    Ok(pairs)
}

/// What is looked at of a record when it is held against another one.
struct Known {
    id: Uuid,
    names: Vec<String>,
    acronym: Option<String>,
    /// What tells records apart that are called the same, each null where it is not known.
    apart: Vec<Option<i64>>,
}

fn known(connection: &Connection, kind: &Kind, rids: &[i64]) -> Result<BTreeMap<i64, Known>> {
    let names: Vec<String> = match kind.field("name") {
        Some(name) if name.is_multilingual() => Language::ALL
            .into_iter()
            .map(|language| format!("t.\"name_{}\"", language.code()))
            .collect(),
        _ => vec!["t.\"name\"".to_owned()],
    };
    let acronym = if kind.field("acronym").is_some() {
        "t.\"acronym\""
    } else {
        "NULL"
    };
    let apart: Vec<String> = APART
        .iter()
        .filter(|(of, _)| *of == kind.name)
        .map(|(_, field)| format!("t.\"{field}\""))
        .collect();
    let columns = [names.as_slice(), &[acronym.to_owned()], &apart].concat();
    let mut select = connection.prepare_cached(&format!(
        "SELECT t.rid, r.id, {} FROM \"{}\" t JOIN record r ON r.rid = t.rid
         WHERE t.rid IN (SELECT value FROM json_each(?1))",
        columns.join(", "),
        kind.name
    ))?;
    let known = select
        .query_map((numbers(rids),), |row| {
            let from = 2 + names.len();
            let mut texts = Vec::new();
            for at in 2..from {
                texts.extend(row.get::<_, Option<String>>(at)?);
            }
            let known = Known {
                id: Uuid::from_bytes(row.get(1)?),
                names: texts,
                acronym: row.get(from)?,
                apart: (from + 1..=from + apart.len())
                    .map(|at| row.get(at))
                    .collect::<rusqlite::Result<_>>()?,
            };
            Ok((row.get(0)?, known))
        })?
        .collect::<rusqlite::Result<_>>()?;
    Ok(known)
}

/// References that differ between records which are not one, mostly.
const APART: [(&str, &str); 2] = [("organisation", "country"), ("person", "organisation")];

fn of_kind(connection: &Connection, kind: &'static Kind, found: &mut Vec<Candidate>) -> Result<()> {
    let pairs = pairs(connection, kind)?;
    let rids: BTreeSet<i64> = pairs.keys().flat_map(|(a, b)| [*a, *b]).collect();
    let known = known(connection, kind, &rids.into_iter().collect::<Vec<_>>())?;
    for ((one, other), reasons) in pairs {
        let (Some(a), Some(b)) = (known.get(&one), known.get(&other)) else {
            return Err(Error::Defect("a pair of which one is not there".into()));
        };
        let (score, reasons) = weighed(a, b, reasons);
        if score >= LEAST {
            let (a, b) = (rank(connection, one, a)?, rank(connection, other, b)?);
            let (a, b) = if a <= b {
                ((a, one), (b, other))
            } else {
                ((b, other), (a, one))
            };
            found.push(Candidate {
                a: a.0.1,
                b: b.0.1,
                score,
                reasons,
                rids: (a.1, b.1),
            });
        }
    }
    Ok(())
}

fn rank(connection: &Connection, rid: i64, known: &Known) -> Result<(bool, Uuid)> {
    Ok((!crate::joined::is_published(connection, rid)?, known.id))
}

/// Holds two records against each other: what speaks for their being one, and how much.
fn weighed(a: &Known, b: &Known, mut reasons: BTreeSet<Reason>) -> (f64, Vec<Reason>) {
    let pairs = || {
        a.names
            .iter()
            .flat_map(|one| b.names.iter().map(move |other| (one, other)))
    };
    let likeness = pairs()
        .map(|(one, other)| alike::likeness(one, other))
        .fold(0.0, f64::max);
    if reasons.contains(&Reason::SameName) || likeness < SIMILAR {
        reasons.remove(&Reason::SimilarName);
    }
    let sounds = pairs().any(|(one, other)| {
        alike::other_script(one, other) && alike::sound(one) == alike::sound(other)
    });
    if !sounds {
        reasons.remove(&Reason::Transliteration);
    }
    let mut doubt = 1.0;
    for reason in &reasons {
        doubt *= 1.0 - reason.weight();
    }
    let mut score = 1.0 - doubt;
    let same = reasons.contains(&Reason::SameName) || reasons.contains(&Reason::SimilarName);
    // Names in full that have nothing of each other speak against one acronym, alias or host.
    let in_full = |of: &Known| of.names.iter().any(|name| alike::words(name).len() > 1);
    if !same && in_full(a) && in_full(b) && !sounds && likeness < 0.3 {
        score *= 0.7;
    }
    if let (Some(one), Some(other)) = (&a.acronym, &b.acronym)
        && !reasons.contains(&Reason::SameAcronym)
        && !reasons.contains(&Reason::Alias)
        && domain::fold::fold(one) != domain::fold::fold(other)
    {
        score *= 0.7;
    }
    for (one, other) in a.apart.iter().zip(&b.apart) {
        if one.is_some() && other.is_some() && one != other {
            score *= 0.7;
        }
    }
    (score, reasons.into_iter().collect())
}
