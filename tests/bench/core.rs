//! Times the core beside bare SQLite doing the same work on the same data with the same settings, in one run.
//!
//! ```text
//! cargo run --release -p bench            on M
//! cargo run --release -p bench -- --large also on L, which takes minutes to make
//! ```
//! Prints a table; the budgets are in the last column. Nothing here decides a test.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use domain::input;
use domain::kinds;
use rusqlite::{Connection, Statement};
use sample::Size;
use serde_json::{Value as Json, json};
use store::query::{self, ListQuery, View};
use store::{Access, Act, Seen, Start, Store, SystemWorld, search};
use uuid::Uuid;
use workstream_desk::{Clock, Desk, Places};

type Outcome<T> = Result<T, Box<dyn Error>>;

/// The rows of the first page of a grid.
const PAGE: u64 = 100;
/// The columns of the workplan's grid.
const COLUMNS: [&str; 8] = [
    "order_label",
    "title",
    "timeline",
    "status",
    "leads",
    "objectives",
    "group",
    "provenance",
];
/// A day whose plan that of now is compared with.
const EARLIER: &str = "2023-01-01";
/// How many documents found a search looks at.
const FEW: usize = 400;
/// How often short work is repeated.
const TIMES: usize = 200;
/// Of as many times in order: the one in the middle, and the 99th of a hundred.
const MEDIAN: usize = TIMES / 2;
const WORST: usize = TIMES * 99 / 100;

fn main() -> Outcome<()> {
    let large = std::env::args().any(|word| word == "--large");
    // Stores take minutes to make, so they are kept for the next run.
    let folder = Path::new("target/bench");
    std::fs::create_dir_all(folder)?;
    let fresh = tempfile::tempdir_in(folder)?;
    println!(
        "{:<44} {:>10} {:>10} {:>7}  budget",
        "what", "core", "SQLite", "ratio"
    );
    let made = fresh.path().join("published.store");
    let (loading, store) = timed(|| {
        Ok(Store::create(
            &made,
            Start::Published,
            Box::new(SystemWorld),
        )?)
    })?;
    drop(store);
    line("the publication loaded", loading, None, "< 1 s");
    let m = sample(folder, Size::M)?;
    let page = measure("M", &m)?;
    if large {
        let l = sample(folder, Size::L)?;
        let of_l = measure("L", &l)?;
        let ratio = of_l.as_secs_f64() / page.as_secs_f64();
        println!(
            "{:<44} {:>10} {:>10} {ratio:>7.2}  <= 3",
            "page of L to page of M", "", ""
        );
    }
    Ok(())
}

/// Makes a store of a size, and says how long that took.
fn sample(folder: &Path, size: Size) -> Outcome<PathBuf> {
    let file = folder.join(size.code()).with_extension("store");
    if file.exists() {
        return Ok(file);
    }
    // Under another name until it is whole.
    let half = file.with_extension("making");
    let _ = std::fs::remove_file(&half);
    let (making, store) = timed(|| Ok(sample::create(&half, size, 7, &mut |_, _| {})?))?;
    drop(store);
    std::fs::rename(&half, &file)?;
    line(&format!("{} made", size.code()), making, None, "");
    Ok(file)
}

/// Measures a store; answers the time of a page, which sizes are compared by.
fn measure(name: &str, file: &Path) -> Outcome<Duration> {
    let (opening, mut store) =
        timed(|| Ok(Store::open(file, Access::Write, Box::new(SystemWorld))?))?;
    line(&format!("{name} opened"), opening, None, "");
    let view = View::default();
    let activity = kinds::by_name("activity").ok_or("no activities")?;

    // A page of the grid, filtered and sorted.
    let query = ListQuery {
        conditions: vec![input::condition("status=in_progress")?],
        sort: vec![("timeline".into(), false)],
        limit: Some(PAGE),
        columns: Some(COLUMNS.map(str::to_owned).to_vec()),
        ..ListQuery::new(activity)
    };
    let (page, raw) = beside(
        MEDIAN,
        |_| {
            query::list(store.connection(), &query, &view)?;
            Ok(())
        },
        |_| bare_page(store.connection()),
    )?;
    line(
        &format!("{name}: a page, filtered and sorted"),
        page,
        Some(raw),
        "<= 2",
    );

    // Search as one types.
    let texts = [
        "m",
        "mi",
        "mig",
        "migr",
        "clim",
        "labour",
        "return",
        "santé",
        "网",
        "الهجرة",
        "datos",
        "reg net",
    ];
    let (find, raw) = beside(
        WORST,
        |at| {
            let text = texts[at % texts.len()];
            search::search(store.connection(), text, &[], 20, &view)?;
            Ok(())
        },
        |at| bare_search(store.connection(), texts[at % texts.len()]),
    )?;
    line(
        &format!("{name}: search, p99"),
        find,
        Some(raw),
        if name == "L" { "<= 2, < 50 ms" } else { "<= 2" },
    );

    // An edit, durable: of one cell after another, with a value that no earlier run wrote.
    let first = query::list(
        store.connection(),
        &ListQuery {
            limit: Some(TIMES as u64),
            ..ListQuery::new(activity)
        },
        &view,
    )?;
    let mut ids: Vec<Uuid> = Vec::new();
    for row in &first.rows {
        ids.push(row["id"].as_str().ok_or("no id")?.parse()?);
    }
    let run = SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs();
    let folder = tempfile::tempdir_in("target/bench")?;
    let bare = Bare::new(&folder.path().join("bare"))?;
    let (edit, raw) = beside(
        MEDIAN,
        |at| {
            let set = [input::assignment(&format!("order_label={run}.{at}"))?];
            store.write(Act::typed(), |door| {
                door.set(activity, ids[at % ids.len()], &set, &Seen::new())
            })?;
            Ok(())
        },
        |at| bare.edit(at),
    )?;
    line(
        &format!("{name}: an edit, durable"),
        edit,
        Some(raw),
        "<= 3",
    );

    // The same as the window asks for it, with the answer as it is sent.
    drop(store);
    let network = folder.path().join("network.store");
    std::fs::copy(file, &network)?;
    let desk = Desk::new(Places::in_folder(folder.path(), None), Clock::system());
    let ask = |name: &str, arguments: Json| -> Outcome<()> {
        let answer = workstream_desk::find(name).and_then(|command| command.run(&desk, arguments));
        let answer = answer.map_err(|failure| format!("{name}: {}", failure.code))?;
        drop(answer.to_string());
        Ok(())
    };
    let reader = Store::open(&network, Access::Read, Box::new(SystemWorld))?;
    let asked = json!({
        "kind": "activity", "where": ["status=in_progress"], "sort": ["timeline"], "columns": COLUMNS,
        "offset": 0, "limit": PAGE,
    });
    let (listed, raw) = beside(
        MEDIAN,
        |_| ask("list", asked.clone()),
        |_| bare_page(reader.connection()),
    )?;
    line(
        &format!("{name}: the page through its command"),
        listed,
        Some(raw),
        "<= 2",
    );
    let (edit, raw) = beside(
        MEDIAN,
        |at| {
            let set = [format!("order_label={run}:{at}")];
            let id = ids[at % ids.len()].to_string();
            ask("edit", json!({"kind": "activity", "id": id, "set": set}))
        },
        |at| bare.edit(at),
    )?;
    line(
        &format!("{name}: an edit through its command"),
        edit,
        Some(raw),
        "<= 3",
    );

    // A block as it comes from a spreadsheet: 500 rows of an order, a time, a status and who leads, by name.
    let rows = query::list(
        reader.connection(),
        &ListQuery {
            limit: Some(500),
            ..ListQuery::new(activity)
        },
        &view,
    )?;
    let mut pastes = Vec::new();
    for at in 0..3 {
        let cells: Vec<Json> = rows
            .rows
            .iter()
            .enumerate()
            .flat_map(|(line, row)| {
                let year = 2031 + at;
                let status = ["delayed", "on_hold", "completed"][at % 3];
                let leads = ["IOM", "UNHCR, UNICEF", "ILO"][(at + line) % 3];
                [
                    format!("order_label={at}.{line}"),
                    format!("timeline=Q{} {year}", line % 4 + 1),
                    format!("status={status}"),
                    format!("leads={leads}"),
                ]
                .map(|set| json!({"id": row["id"], "set": [set]}))
            })
            .collect();
        let block = json!({"kind": "activity", "cells": cells});
        pastes.push(timed(|| ask("edit_block", block))?.0);
    }
    pastes.sort();
    line(
        &format!("{name}: 2,000 cells pasted, through the command"),
        pastes[1],
        None,
        "",
    );

    // The workplan in its other views: how far its bars reach by workstream, what moved, and what is covered.
    let (bars, raw) = beside(
        MEDIAN,
        |_| ask("timeline", json!({"by": "group"})),
        |_| bare_timeline(reader.connection()),
    )?;
    line(
        &format!("{name}: the timeline of all bars"),
        bars,
        Some(raw),
        "<= 2",
    );
    let (covered, raw) = beside(
        MEDIAN,
        |_| ask("coverage", json!({"by": "objectives"})),
        |_| bare_coverage(reader.connection()),
    )?;
    line(
        &format!("{name}: coverage of the objectives"),
        covered,
        Some(raw),
        "<= 2",
    );
    let (slipped, ()) = timed(|| ask("planned", json!({"day": EARLIER})))?;
    line(
        &format!("{name}: all bars against an earlier plan"),
        slipped,
        None,
        "",
    );
    Ok(page)
}

/// A file with one row, which is edited by bare SQLite with the same care for it.
struct Bare(Connection);

impl Bare {
    fn new(file: &Path) -> Outcome<Bare> {
        let connection = Connection::open(file)?;
        connection.execute_batch(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
             CREATE TABLE activity(rid INTEGER PRIMARY KEY, order_label TEXT); INSERT INTO activity VALUES (1, '')",
        )?;
        Ok(Bare(connection))
    }

    fn edit(&self, at: usize) -> Outcome<()> {
        let update = "UPDATE activity SET order_label = ?1 WHERE rid = 1";
        self.0.execute(update, (at as i64,))?;
        Ok(())
    }
}

/// The rows and the count of the same page by hand, with the names of what the rows refer to.
fn bare_page(connection: &Connection) -> Outcome<()> {
    let filter = "FROM activity a JOIN record r ON r.rid = a.rid WHERE a.life = 1 AND a.status = 'in_progress'";
    let mut count = connection.prepare_cached(&format!("SELECT count(*) {filter}"))?;
    let _: i64 = count.query_row((), |row| row.get(0))?;
    let mut select = connection.prepare_cached(&format!(
        "SELECT a.*, r.*, (SELECT label FROM record WHERE rid = a.\"group\"),
           (SELECT group_concat(o.label) FROM activity_leads l JOIN record o ON o.rid = l.\"to\" WHERE l.\"from\" = a.rid AND l.life = 1),
           (SELECT group_concat(o.label) FROM activity_objectives l JOIN record o ON o.rid = l.\"to\" WHERE l.\"from\" = a.rid AND l.life = 1)
         {filter} ORDER BY a.timeline_sort, r.sort, r.id LIMIT {PAGE}"
    ))?;
    drain(&mut select)
}

/// The first and last days of all activities and of each group by hand, with the names of the groups.
fn bare_timeline(connection: &Connection) -> Outcome<()> {
    let ends = "min(coalesce(timeline_first, timeline_last)), max(coalesce(timeline_last, timeline_first))";
    read(
        connection,
        &format!(
            "SELECT {ends}, count(*), count(coalesce(timeline_first, timeline_last)) FROM activity WHERE life = 1"
        ),
    )?;
    read(
        connection,
        &format!(
            "SELECT (SELECT id FROM record WHERE rid = \"group\"), {ends} FROM activity WHERE life = 1 GROUP BY \"group\""
        ),
    )
}

/// The activities of each objective by group, and those of each group, by hand.
fn bare_coverage(connection: &Connection) -> Outcome<()> {
    read(
        connection,
        "SELECT l.\"to\", a.\"group\", count(*) FROM activity a
         LEFT JOIN activity_objectives l ON l.\"from\" = a.rid AND l.life = 1 WHERE a.life = 1 GROUP BY 1, 2",
    )?;
    read(
        connection,
        "SELECT a.\"group\", count(*) FROM activity a WHERE a.life = 1
         AND EXISTS (SELECT 1 FROM activity_objectives l WHERE l.\"from\" = a.rid AND l.life = 1) GROUP BY 1",
    )?;
    read(
        connection,
        "SELECT o.rid, r.id, r.label FROM objective o JOIN record r ON r.rid = o.rid WHERE o.life = 1 ORDER BY r.sort",
    )
}

/// Reads all that a statement answers.
fn read(connection: &Connection, sql: &str) -> Outcome<()> {
    let mut select = connection.prepare_cached(sql)?;
    drain(&mut select)
}

/// Reads every column of every row.
fn drain(select: &mut Statement<'_>) -> Outcome<()> {
    let width = select.column_count();
    let mut rows = select.query(())?;
    while let Some(row) = rows.next()? {
        for column in 0..width {
            let _: rusqlite::types::Value = row.get(column)?;
        }
    }
    Ok(())
}

/// The same words asked of the same indexes, of that within words where whole words find few, with nothing read of what
/// was found.
fn bare_search(connection: &Connection, text: &str) -> Outcome<()> {
    let text = domain::fold::fold(text);
    let ask = |table: &str, end: &str| -> Outcome<usize> {
        let terms = text.split(' ').map(|term| format!("\"{term}\"{end}"));
        let terms = terms.collect::<Vec<_>>().join(" AND ");
        let mut select = connection.prepare_cached(&format!(
            "SELECT rowid FROM {table} WHERE {table} MATCH ?1 ORDER BY rowid LIMIT {FEW}"
        ))?;
        let found = select
            .query_map((terms,), |row| row.get::<_, i64>(0))?
            .collect::<rusqlite::Result<Vec<_>>>()?;
        Ok(found.len())
    };
    let few = ask("search_words", "*")? < FEW;
    if few && text.split(' ').all(|term| term.chars().count() >= 3) {
        ask("search_grams", "")?;
    }
    Ok(())
}

fn timed<T>(work: impl FnOnce() -> Outcome<T>) -> Outcome<(Duration, T)> {
    let start = Instant::now();
    let done = work()?;
    Ok((start.elapsed(), done))
}

/// Times the core and bare SQLite by turns, so that what else the machine does falls on both; the time of a rank of each.
fn beside(
    rank: usize,
    mut core: impl FnMut(usize) -> Outcome<()>,
    mut raw: impl FnMut(usize) -> Outcome<()>,
) -> Outcome<(Duration, Duration)> {
    core(0)?;
    raw(0)?;
    let (mut ours, mut bare) = (Vec::with_capacity(TIMES), Vec::with_capacity(TIMES));
    for at in 0..TIMES {
        ours.push(timed(|| core(at))?.0);
        bare.push(timed(|| raw(at))?.0);
    }
    ours.sort();
    bare.sort();
    Ok((ours[rank], bare[rank]))
}

fn line(what: &str, core: Duration, raw: Option<Duration>, budget: &str) {
    let shown = |time: Duration| format!("{:.2} ms", time.as_secs_f64() * 1000.0);
    let (bare, ratio) = match raw {
        Some(raw) => (
            shown(raw),
            format!("{:.2}", core.as_secs_f64() / raw.as_secs_f64()),
        ),
        None => Default::default(),
    };
    println!(
        "{what:<44} {:>10} {bare:>10} {ratio:>7}  {budget}",
        shown(core)
    );
}
