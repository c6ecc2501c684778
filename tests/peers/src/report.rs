//! The table, what was promised of the merge, and whether the lists are what they must be.

use std::collections::{BTreeMap, BTreeSet};

use crate::work::{Size, Truth};

/// What was measured of one engine.
pub struct Figures {
    all: BTreeMap<String, Vec<f64>>,
    /// The cells it listed as contested.
    pub cells: BTreeSet<(usize, usize)>,
    /// Whether all replicas ended as the one that took all files.
    pub equal: bool,
}

impl Figures {
    /// Nothing yet.
    pub fn new() -> Figures {
        Figures {
            all: BTreeMap::new(),
            cells: BTreeSet::new(),
            equal: true,
        }
    }

    /// Adds what one step told.
    pub fn add(&mut self, step: &str, figures: &BTreeMap<String, f64>) {
        for (what, figure) in figures {
            self.all
                .entry(format!("{step}.{what}"))
                .or_default()
                .push(*figure);
        }
    }

    /// The median of a figure.
    pub fn median(&self, what: &str) -> Option<f64> {
        let mut figures = self.all.get(what)?.clone();
        figures.sort_by(f64::total_cmp);
        figures.get(figures.len() / 2).copied()
    }
}

/// How a figure is shown.
#[derive(Clone, Copy)]
enum Unit {
    Ms,
    Kb,
    Mib,
    MibOfKib,
    Count,
}

impl Unit {
    fn show(self, figure: f64) -> String {
        match self {
            Unit::Ms if figure < 10.0 => format!("{figure:.1} ms"),
            Unit::Ms => format!("{figure:.0} ms"),
            Unit::Kb => format!("{:.1} kB", figure / 1000.0),
            Unit::Mib => format!("{:.1} MiB", figure / f64::from(1 << 20)),
            Unit::MibOfKib => format!("{:.0} MiB", figure / 1024.0),
            Unit::Count => format!("{figure:.0}"),
        }
    }
}

/// The lines of the table; those with a figure of ours show the others' in proportion to it.
const LINES: [(&str, &str, Unit); 19] = [
    ("Load the base", "load.load_ms", Unit::Ms),
    (
        "One replica's edits, one transaction each",
        "edit.edit_ms",
        Unit::Ms,
    ),
    ("Export its file", "edit.export_ms", Unit::Ms),
    ("Change file, zstd 9", "edit.change_bytes", Unit::Kb),
    ("Load before the first merge", "hub.open_ms", Unit::Ms),
    ("**Merge 8 files**", "hub.merge_ms", Unit::Ms),
    ("of it, on the processor", "hub.busy_ms", Unit::Ms),
    ("of it, storing the document", "hub.saving_ms", Unit::Ms),
    ("The whole door, with its backup", "door.door_ms", Unit::Ms),
    ("A replica merges the other 7", "replica.merge_ms", Unit::Ms),
    ("Take the same 8 files again", "hub.replay_ms", Unit::Ms),
    (
        "The same through the whole door",
        "door.door_replay_ms",
        Unit::Ms,
    ),
    ("List all conflicts", "hub.list_ms", Unit::Ms),
    ("Cells listed", "hub.cells", Unit::Count),
    ("Delete and edit listed", "hub.delete_edit", Unit::Count),
    ("Records left", "hub.left", Unit::Count),
    ("Memory at merge, at most", "hub.peak_kib", Unit::MibOfKib),
    ("Files after the merge", "hub.store_bytes", Unit::Mib),
    ("Changes taken", "hub.brought", Unit::Count),
];

/// What is promised: ours, at most so many times what it is compared with.
const TARGETS: [(&str, f64, &str); 10] = [
    ("hub.merge_ms", 1.2, "session"),
    ("hub.merge_ms", 0.4, "loro"),
    ("hub.merge_ms", 0.4, "automerge"),
    ("hub.list_ms", 0.1, "loro"),
    ("edit.change_bytes", 1.0, "loro"),
    ("hub.peak_kib", 1.5, "session"),
    ("hub.peak_kib", 0.5, "loro"),
    ("edit.edit_ms", 1.6, "session"),
    ("edit.edit_ms", 1.0, "loro"),
    ("hub.store_bytes", 1.0, "loro"),
];

/// The same for a base of 200,000 records, where only that differs.
const LARGE: [(&str, f64, &str); 2] = [
    ("hub.merge_ms", 1.1, "session"),
    ("hub.merge_ms", 0.25, "loro"),
];

/// Ours on the smaller base, beside a larger one.
pub const NEAR: &str = "ours at 20,000";

fn title(figure: &str) -> &str {
    let line = LINES.iter().find(|line| line.1 == figure);
    line.map_or(figure, |line| line.0)
}

/// All that was measured.
pub struct Report<'t> {
    size: Size,
    runs: usize,
    truth: &'t Truth,
    engines: Vec<(String, Figures)>,
}

impl<'t> Report<'t> {
    /// Nothing yet.
    pub fn new(size: Size, runs: usize, truth: &'t Truth) -> Report<'t> {
        Report {
            size,
            runs,
            truth,
            engines: Vec::new(),
        }
    }

    /// What is measured of an engine.
    pub fn engine(&mut self, name: &str) -> &mut Figures {
        let at = self
            .engines
            .iter()
            .position(|(known, _)| known == name)
            .unwrap_or_else(|| {
                self.engines.push((name.to_owned(), Figures::new()));
                self.engines.len() - 1
            });
        &mut self.engines[at].1
    }

    fn of(&self, name: &str) -> Option<&Figures> {
        self.engines
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, figures)| figures)
    }

    fn figure(&self, name: &str, what: &str) -> Option<f64> {
        self.of(name)?.median(what)
    }

    /// Prints it; whether what was listed is what was worked out.
    pub fn print(&self) -> bool {
        let Size {
            records,
            edits,
            inserts,
            deletes,
            ..
        } = self.size;
        println!(
            "{records} records of 12 fields; 8 replicas with {edits} edits, {inserts} inserts and {deletes} deletes each; \
             median of {}.\nWorked out: {} cells in conflict, {} records deleted here and edited there, {} records left.\n",
            self.runs,
            self.truth.cells.len(),
            self.truth.delete_edit.len(),
            self.truth.left
        );
        self.table();
        self.targets();
        self.checks()
    }

    fn table(&self) {
        let row = |cells: Vec<String>| println!("| {} |", cells.join(" | "));
        let names = self.engines.iter().map(|(name, _)| name.clone());
        row(std::iter::once(String::new()).chain(names).collect());
        row(vec!["---".to_owned(); self.engines.len() + 1]);
        for (what, figure, unit) in LINES {
            let ours = self.figure("ours", figure);
            let cells = self.engines.iter().map(|(name, figures)| {
                let Some(median) = figures.median(figure) else {
                    return "-".to_owned();
                };
                match (ours, unit) {
                    (_, Unit::Count) | (None, _) => unit.show(median),
                    (Some(_), _) if name == "ours" => unit.show(median),
                    (Some(ours), _) => format!("{} ({:.2})", unit.show(median), median / ours),
                }
            });
            row(std::iter::once(what.to_owned()).chain(cells).collect());
        }
        let equal = self
            .engines
            .iter()
            .map(|(_, figures)| figures.equal.to_string());
        row(std::iter::once("All replicas equal".to_owned())
            .chain(equal)
            .collect());
        println!("\nIn brackets: how many times ours.\n");
    }

    fn targets(&self) {
        let said = |met: bool| if met { "met" } else { "missed" };
        let at_most = |what: &str, most: f64, name: &str| {
            if let (Some(ours), Some(other)) = (self.figure("ours", what), self.figure(name, what))
            {
                let ratio = ours / other;
                println!(
                    "- {}: {ratio:.2} of {name}, at most {most}: {}",
                    title(what),
                    said(ratio <= most)
                );
            }
        };
        for (what, most, name) in TARGETS {
            at_most(what, most, name);
        }
        if let (Some(again), Some(first)) = (
            self.figure("ours", "hub.replay_ms"),
            self.figure("ours", "hub.merge_ms"),
        ) {
            let ratio = again / first;
            println!(
                "- Known files: {ratio:.2} of their first merge, at most 0.25: {}",
                said(ratio <= 0.25)
            );
        }
        if self.size.records < 200_000 {
            return;
        }
        for (what, most, name) in LARGE {
            at_most(what, most, name);
        }
        at_most("hub.merge_ms", 2.0, NEAR);
        if let Some(list) = self.figure("ours", "hub.list_ms") {
            println!(
                "- List all conflicts: {list:.1} ms, at most 50: {}",
                said(list <= 50.0)
            );
        }
    }

    /// Says what is not as it must be.
    fn checks(&self) -> bool {
        let mut wrong = Vec::new();
        for (name, figures) in &self.engines {
            if !figures.equal {
                wrong.push(format!("{name}: the replicas do not end alike"));
            }
        }
        if let Some(ours) = self.of("ours") {
            let counts = [
                ("hub.delete_edit", self.truth.delete_edit.len()),
                ("hub.left", self.truth.left),
                ("hub.replay_new", 0),
            ];
            for (what, count) in counts {
                if ours.median(what) != Some(count as f64) {
                    wrong.push(format!(
                        "ours: {what} is {:?}, not {count}",
                        ours.median(what)
                    ));
                }
            }
            if ours.cells != self.truth.cells {
                wrong.push("ours: the cells listed are not those in conflict".to_owned());
            }
            if let Some(automerge) = self.of("automerge")
                && automerge.cells != ours.cells
            {
                wrong.push("ours and automerge list different cells".to_owned());
            }
        }
        println!();
        for line in &wrong {
            println!("WRONG: {line}");
        }
        if wrong.is_empty() {
            println!(
                "All that was listed is what was worked out; ours and automerge, where both ran, list the same cells."
            );
        }
        wrong.is_empty()
    }
}
