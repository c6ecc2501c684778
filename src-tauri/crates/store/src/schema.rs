//! The schema: immutable numbered steps, and what the description of the kinds says it must be.

use domain::kind::{Field, Kind, LinkTarget, Type};
use domain::{Language, kinds};
use rusqlite::Connection;

/// One step of the schema's history.
pub struct Migration {
    /// The `user_version` a store has after it.
    pub version: i64,
    /// The statements.
    pub sql: &'static str,
    /// BLAKE3 of the statements: a released step never changes.
    pub hash: &'static str,
}

/// Every step, in order.
pub const MIGRATIONS: &[Migration] = &[
    Migration {
        version: 1,
        sql: include_str!("sql/001_network.sql"),
        hash: include_str!("sql/001_network.b3"),
    },
    Migration {
        version: 2,
        sql: include_str!("sql/002_exchange.sql"),
        hash: include_str!("sql/002_exchange.b3"),
    },
    Migration {
        version: 3,
        sql: include_str!("sql/003_joined.sql"),
        hash: include_str!("sql/003_joined.b3"),
    },
    Migration {
        version: 4,
        sql: include_str!("sql/004_history.sql"),
        hash: include_str!("sql/004_history.b3"),
    },
    Migration {
        version: 5,
        sql: include_str!("sql/005_search.sql"),
        hash: include_str!("sql/005_search.b3"),
    },
    Migration {
        version: 6,
        sql: include_str!("sql/006_carried.sql"),
        hash: include_str!("sql/006_carried.b3"),
    },
    Migration {
        version: 7,
        sql: include_str!("sql/007_digest.sql"),
        hash: include_str!("sql/007_digest.b3"),
    },
    Migration {
        version: 8,
        sql: include_str!("sql/008_erased.sql"),
        hash: include_str!("sql/008_erased.b3"),
    },
    Migration {
        version: 9,
        sql: include_str!("sql/009_distinct.sql"),
        hash: include_str!("sql/009_distinct.b3"),
    },
];

/// Marks the file as a store of this program ("WSDK").
pub const APPLICATION_ID: i32 = 0x5753_444b;

/// The newest schema this build knows.
pub const NEWEST: i64 = MIGRATIONS[MIGRATIONS.len() - 1].version;

/// Brings a store up to the newest schema, in the transaction that is open.
pub fn migrate(connection: &Connection, from: i64) -> rusqlite::Result<()> {
    for step in MIGRATIONS.iter().filter(|step| step.version > from) {
        connection.execute_batch(step.sql)?;
    }
    connection.pragma_update(None, "application_id", APPLICATION_ID)?;
    connection.pragma_update(None, "user_version", NEWEST)
}

/// A column of a kind's table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// Its SQLite type.
    pub ty: &'static str,
    /// Whether it refers to a record.
    pub reference: bool,
    /// The number of the cell it shows, with the language in the upper byte; none if computed from another column.
    pub cell: Option<u16>,
}

fn column(name: impl Into<String>, ty: &'static str, cell: Option<u16>) -> Column {
    Column {
        name: name.into(),
        ty,
        reference: false,
        cell,
    }
}

/// The columns that a field of a kind has in its table; none for links, which have tables of their own.
pub fn columns(kind: &Kind, field: &Field) -> Vec<Column> {
    let name = field.name;
    let cell = Some(u16::from(kind.cell_number(field)));
    match field.ty {
        Type::Text => Language::ALL
            .into_iter()
            .map(|language| {
                let number = u16::from(language.number()) << 8 | u16::from(field.number);
                column(format!("{name}_{}", language.code()), "TEXT", Some(number))
            })
            .collect(),
        Type::Plain
        | Type::Date
        | Type::Moment
        | Type::Code(_)
        | Type::Amount
        | Type::Currency(_) => {
            vec![column(name, "TEXT", cell)]
        }
        Type::Position => vec![column(name, "TEXT", cell)],
        Type::Integer | Type::Flag | Type::Erased => vec![column(name, "INTEGER", cell)],
        Type::Reference(_) | Type::SameAs => {
            vec![Column {
                reference: true,
                ..column(name, "INTEGER", cell)
            }]
        }
        Type::Parent => vec![
            Column {
                reference: true,
                ..column(name, "INTEGER", cell)
            },
            column("tree", "TEXT", None),
        ],
        Type::Vague => vec![
            column(name, "TEXT", cell),
            column(format!("{name}_edtf"), "TEXT", None),
            column(format!("{name}_first"), "TEXT", None),
            column(format!("{name}_last"), "TEXT", None),
            column(format!("{name}_precision"), "TEXT", None),
            column(format!("{name}_sort"), "TEXT", None),
        ],
        Type::Provenance => vec![
            column(format!("{name}_address"), "TEXT", cell),
            column(format!("{name}_retrieved"), "TEXT", None),
            column(format!("{name}_standing"), "TEXT", None),
        ],
        Type::Closing => vec![column(name, "BLOB", cell)],
        Type::Links(_) | Type::Owned(_) => Vec::new(),
    }
}

/// The table of a field's links: `<kind>_<field>`.
pub fn link_table(kind: &Kind, field: &Field) -> String {
    format!("{}_{}", kind.name, field.name)
}

/// The column at the far end of a field's links.
pub fn far_column(to: &LinkTarget) -> &'static str {
    match to {
        LinkTarget::Records(_) => "to",
        LinkTarget::Words => "word",
    }
}

/// Writes the statements that make the tables of every kind, with each column's permanent number beside it.
///
/// The committed schema was made from this; the test of the schema uses it to say what a new field's migration must hold.
pub fn tables() -> String {
    let mut sql = String::new();
    for kind in kinds::KINDS {
        sql.push_str(&format!(
            "-- {} {}\nCREATE TABLE \"{}\"(\n",
            kind.table, kind.name, kind.name
        ));
        sql.push_str(
            "  \"rid\" INTEGER PRIMARY KEY REFERENCES record(rid),\n  \"life\" INTEGER NOT NULL",
        );
        let mut pending = String::new();
        for column in kind.all_fields().flat_map(|field| columns(kind, field)) {
            sql.push_str(&format!(",{pending}\n  {}", declaration(&column)));
            pending = column.cell.map(number_comment).unwrap_or_default();
        }
        sql.push_str(&format!("{pending}\n) STRICT;\n"));
        for column in kind.all_fields().flat_map(|field| columns(kind, field)) {
            if column.reference {
                sql.push_str(&format!(
                    "CREATE INDEX \"{0}_{1}\" ON \"{0}\"(\"{1}\") WHERE \"{1}\" IS NOT NULL;\n",
                    kind.name, column.name
                ));
            }
        }
    }
    for link in kinds::link_fields() {
        let table = link_table(link.kind, link.field);
        let far = far_column(&link.links.to);
        let ty = if far == "to" {
            "INTEGER REFERENCES record(rid)"
        } else {
            "TEXT"
        };
        sql.push_str(&format!(
            "-- {} {}.{}\nCREATE TABLE \"{table}\"(\n  \"rid\" INTEGER PRIMARY KEY REFERENCES record(rid),\n  \
             \"life\" INTEGER NOT NULL,\n  \"from\" INTEGER REFERENCES record(rid),\n  \"{far}\" {ty},\n  \
             \"role\" TEXT\n) STRICT;\n\
             CREATE INDEX \"{table}_near\" ON \"{table}\"(\"from\", life);\n",
            link.links.table, link.kind.name, link.field.name
        ));
        if far == "to" {
            sql.push_str(&format!(
                "CREATE INDEX \"{table}_far\" ON \"{table}\"(\"to\", life);\n"
            ));
        }
    }
    sql
}

fn declaration(column: &Column) -> String {
    let reference = if column.reference {
        " REFERENCES record(rid)"
    } else {
        ""
    };
    format!("\"{}\" {}{reference}", column.name, column.ty)
}

fn number_comment(cell: u16) -> String {
    match Language::from_number((cell >> 8) as u8) {
        Some(language) => format!(" -- {}.{}", cell & 0xff, language.code()),
        None => format!(" -- {cell}"),
    }
}
