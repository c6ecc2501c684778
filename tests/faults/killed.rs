//! Kill -9 at any moment: what was answered is there, what was not is there wholly or not at all.

use std::collections::BTreeSet;
use std::env;
use std::io::Read;
use std::time::{Duration, Instant};

use super::dice::Dice;
use crate::support::{Store, checked, id_of, text_of};

fn number(variable: &str, default: u64) -> u64 {
    match env::var(variable) {
        Err(_) => default,
        Ok(text) => text
            .parse()
            .unwrap_or_else(|why| panic!("{variable}={text} is not a number: {why}")),
    }
}

/// What one edit does, if it gets through.
#[derive(Clone, Debug)]
enum Edit {
    Add(String),
    Delete(String),
    Note(String),
}

/// What the store must hold.
struct Expected {
    names: BTreeSet<String>,
    note: String,
}

impl Expected {
    fn apply(&mut self, edit: &Edit) {
        match edit {
            Edit::Add(name) => {
                self.names.insert(name.clone());
            }
            Edit::Delete(name) => {
                self.names.remove(name);
            }
            Edit::Note(note) => self.note.clone_from(note),
        }
    }
}

/// The names of the organisations that live, and the note of the first one.
fn held(store: &Store) -> (Vec<String>, String) {
    let mut names = Vec::new();
    let mut note = String::new();
    for row in store.list("organisation") {
        if row["acronym"] == "NOTED" {
            note = text_of(&row["notes"]);
        } else {
            names.push(text_of(&row["name"]));
        }
    }
    names.sort();
    (names, note)
}

/// Starts an edit and kills it after `patience`; gives whether it answered.
fn edit_until(store: &Store, args: &[&str], patience: Duration) -> (bool, bool) {
    let mut command = store.command();
    command.arg("--store").arg(store.file()).args(args);
    let began = Instant::now();
    let mut child = command.spawn().unwrap();
    let mut killed = false;
    let status = loop {
        if let Some(status) = child.try_wait().unwrap() {
            break status;
        }
        if began.elapsed() >= patience {
            child.kill().unwrap();
            killed = true;
            break child.wait().unwrap();
        }
        std::thread::sleep(Duration::from_micros(100));
    };
    let mut stdout = String::new();
    let mut stderr = String::new();
    child
        .stdout
        .take()
        .unwrap()
        .read_to_string(&mut stdout)
        .unwrap();
    child
        .stderr
        .take()
        .unwrap()
        .read_to_string(&mut stderr)
        .unwrap();
    assert!(
        status.success() || killed,
        "{args:?}: only a kill stops an edit: {status}, {stderr}"
    );
    let answered = stdout.ends_with('\n');
    if answered {
        checked(&stdout, args);
    }
    assert!(
        answered || !status.success(),
        "{args:?}: who ends well has answered"
    );
    (answered, killed)
}

#[test]
fn what_was_answered_survives_kill_9() {
    let kills = number("WORKSTREAMS_KILLS", 100);
    let seed = number("WORKSTREAMS_SEED", 1);
    println!("{kills} kills, seed {seed}");
    let mut dice = Dice(seed);
    let store = Store::empty();
    let noted = store.add(
        "organisation",
        &["acronym=NOTED", "name=Noted", "notes=none"],
    );
    let mut expected = Expected {
        names: BTreeSet::new(),
        note: "none".to_owned(),
    };

    // How long an edit takes here, so that kills fall into all of its parts.
    let began = Instant::now();
    for n in 0..5 {
        let name = format!("warm {n}");
        store.add("organisation", &[&format!("name={name}")]);
        expected.names.insert(name);
    }
    let usual = began.elapsed() / 5;

    let (mut done, mut n) = (0, 0);
    while done < kills {
        n += 1;
        let edit = match dice.below(20) {
            0..8 => Edit::Add(format!("name {n}")),
            8..12 => expected
                .names
                .iter()
                .nth(dice.below(expected.names.len().max(1) as u64) as usize)
                .map_or_else(
                    || Edit::Add(format!("name {n}")),
                    |name| Edit::Delete(name.clone()),
                ),
            _ => Edit::Note(format!("note {n}")),
        };
        let typed = match &edit {
            Edit::Add(name) => vec!["add".into(), "organisation".into(), format!("name={name}")],
            Edit::Delete(name) => vec!["delete".into(), "organisation".into(), name.clone()],
            Edit::Note(note) => vec![
                "set".into(),
                "organisation".into(),
                noted.clone(),
                format!("notes={note}"),
            ],
        };
        let mut args = vec!["--json"];
        args.extend(typed.iter().map(String::as_str));
        // Most kills fall into the second half, where the writing is; the rest anywhere.
        let permille = if dice.below(3) == 0 {
            dice.below(1200)
        } else {
            500 + dice.below(600)
        };
        let patience = usual.mul_f64(permille as f64 / 1000.0);
        let (answered, killed) = edit_until(&store, &args, patience);
        done += u64::from(killed);
        if answered {
            expected.apply(&edit);
        }
        if !killed {
            continue;
        }

        let (names, note) = held(&store);
        let as_if = |with: bool| {
            let mut state = Expected {
                names: expected.names.clone(),
                note: expected.note.clone(),
            };
            if with {
                state.apply(&edit);
            }
            state.names.iter().cloned().collect::<Vec<_>>() == names && state.note == note
        };
        let whole = as_if(true);
        assert!(
            whole || (!answered && as_if(false)),
            "seed {seed}, kill {done}, {edit:?}, answered: {answered}: the store holds {names:?} \
             and {note:?}, but must hold {:?} and {:?}",
            expected.names,
            expected.note
        );
        if whole {
            // It was seen, so from here on it must stay as if it had been answered.
            expected.apply(&edit);
        }
        store.assert_sound();
    }
    assert_eq!(
        id_of(&store.record("organisation", "NOTED")),
        noted,
        "the first record is the same after all kills"
    );
}
