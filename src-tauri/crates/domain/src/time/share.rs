//! What periods leave to their neighbours, filled in: "Q1-Q2 2023", "3-5 May 2023", "first and second quarter of 2023".

use super::{
    Period, Point, Span, Structure, Unit,
    atom::{Atom, Core},
    grammar::{Draft, Sentence},
};

/// What an atom leaves out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Omission {
    /// Nothing.
    Nothing,
    /// Its year, which this atom gives.
    Year(usize),
    /// Its unit, and what goes with it, which this atom gives.
    Unit(usize),
}

/// A text's meaning, and how its parts hang together.
#[derive(Debug)]
pub(super) struct Complete {
    pub(super) structure: Structure,
    /// For each span the atoms that tell it.
    pub(super) spans: Vec<Vec<usize>>,
    /// For each atom its point and what it leaves out.
    pub(super) points: Vec<(Point, Omission)>,
}

/// Completes what a sentence says; none where something is missing, or is no date.
pub(super) fn complete(sentence: &Sentence) -> Option<Complete> {
    let mut atoms = sentence.atoms.clone();
    let mut omissions = vec![Omission::Nothing; atoms.len()];
    share_units(&mut atoms, &mut omissions)?;
    share_years(&mut atoms, &mut omissions)?;
    for draft in &sentence.drafts {
        if let Draft::Range(first, last, _) = *draft {
            cross_new_year(&mut atoms, &omissions, first, last)?;
        }
    }
    let points: Vec<Point> = atoms.iter().map(point).collect::<Option<_>>()?;
    let mut spans = Vec::new();
    let mut found = Vec::new();
    for draft in &sentence.drafts {
        for (span, atoms) in drafted(*draft, &points)? {
            spans.push(atoms);
            found.push(span);
        }
    }
    let structure = match found.as_slice() {
        [only] => Structure::Span(*only),
        _ => Structure::List {
            spans: found,
            every: sentence.every,
        },
    };
    let points = points.into_iter().zip(omissions).collect();
    Some(Complete {
        structure,
        spans,
        points,
    })
}

/// Gives bare numbers and lone stretches the unit of a neighbour.
fn share_units(atoms: &mut [Atom], omissions: &mut [Omission]) -> Option<()> {
    let given = atoms.to_vec();
    let complete = |atom: &Atom| !matches!(atom.core, Core::Bare(_) | Core::Nothing);
    for (index, atom) in atoms.iter_mut().enumerate() {
        if complete(atom) {
            continue;
        }
        let left = given.iter().take(index).rposition(complete);
        let right = given
            .iter()
            .skip(index + 1)
            .position(complete)
            .map(|ahead| index + 1 + ahead);
        // A number stands on the far side of its unit from the number that names the unit.
        let giver = right
            .filter(|right| gives_unit(atom, given.get(*right), true))
            .or_else(|| left.filter(|left| gives_unit(atom, given.get(*left), false)))?;
        let from = given.get(giver)?;
        atom.core = match (atom.core, from.core) {
            (Core::Bare(day), Core::Day { month, .. }) => Core::Day { month, day },
            (Core::Bare(number), Core::Part(unit, _)) => Core::Part(unit, number),
            (_, core) => core,
        };
        if atom.core == Core::Year {
            atom.year = atom.year.or(from.year);
        }
        if let Some(omission) = omissions.get_mut(index) {
            *omission = Omission::Unit(giver);
        }
    }
    Some(())
}

fn gives_unit(atom: &Atom, giver: Option<&Atom>, number_first: bool) -> bool {
    let Some(giver) = giver else { return false };
    match (atom.core, giver.core) {
        (
            Core::Bare(_),
            Core::Day { .. } | Core::Part(Unit::Quarter | Unit::Half | Unit::Third, _),
        ) => giver.number_first == number_first,
        (Core::Nothing, Core::Part(..) | Core::Year) => giver.stretched,
        _ => false,
    }
}

/// Gives periods without a year that of a neighbour.
fn share_years(atoms: &mut [Atom], omissions: &mut [Omission]) -> Option<()> {
    let given = atoms.to_vec();
    let gives =
        |atom: &Atom| atom.year.is_some() && !matches!(atom.core, Core::Year | Core::Decade);
    for (index, (atom, omission)) in atoms.iter_mut().zip(omissions).enumerate() {
        if atom.year.is_some() {
            continue;
        }
        let left = given.iter().take(index).rposition(gives);
        let right = given
            .iter()
            .skip(index + 1)
            .position(gives)
            .map(|ahead| index + 1 + ahead);
        // "2023 Q1-Q2" gives the year to what follows, "Q1-Q2 2023" to what goes before.
        let giver = left
            .filter(|left| given.get(*left).is_some_and(|left| left.year_first))
            .or(right)
            .or(left)?;
        atom.year = given.get(giver)?.year;
        if *omission == Omission::Nothing {
            *omission = Omission::Year(giver);
        }
    }
    Some(())
}

/// "Nov-Feb 2024" starts in 2023, "Nov 2023-Feb" ends in 2024: an end that took its year from the other is put right.
fn cross_new_year(
    atoms: &mut [Atom],
    omissions: &[Omission],
    first: usize,
    last: usize,
) -> Option<()> {
    let order = |atoms: &[Atom]| {
        Some(point(atoms.get(first)?)?.period.first() <= point(atoms.get(last)?)?.period.first())
    };
    if order(atoms)? {
        return Some(());
    }
    if let Some(Omission::Year(giver)) = omissions.get(first)
        && *giver > first
    {
        let year = &mut atoms.get_mut(first)?.year;
        *year = year.map(|year| year - 1);
    } else if let Some(Omission::Year(giver)) = omissions.get(last)
        && *giver < last
    {
        let year = &mut atoms.get_mut(last)?.year;
        *year = year.map(|year| year + 1);
    }
    Some(())
}

fn point(atom: &Atom) -> Option<Point> {
    let year = i32::from(atom.year?);
    let mut stretch = atom.stretch.map(|(stretch, _)| stretch);
    let mut approximate = atom.approximate;
    let period = match atom.core {
        Core::Nothing | Core::Bare(_) => return None,
        Core::Day { month, day } => Period::day(year, month, day)?,
        Core::Part(unit, number) => Period::part(unit, year, number)?,
        Core::Year => match stretch.take() {
            None => Period::year(year)?,
            // ISO 8601-2 has codes for the thirds of a year; "early" is no more than about the first.
            Some(stretch) => {
                approximate = true;
                Period::part(Unit::Third, year, stretch.third())?
            }
        },
        Core::Decade => Period::part(Unit::Decade, year, 1)?,
    };
    Some(Point {
        period,
        stretch,
        approximate,
        uncertain: atom.uncertain,
    })
}

/// The span of a draft; two where a slash stands for "and".
fn drafted(draft: Draft, points: &[Point]) -> Option<Vec<(Span, Vec<usize>)>> {
    let at = |index: usize| points.get(index).copied();
    Some(match draft {
        Draft::Single(only) => vec![(Span::Single(at(only)?), vec![only])],
        Draft::Until(last, beyond) => vec![(Span::Until(at(last)?, beyond), vec![last])],
        Draft::From(first, beyond) => vec![(Span::From(at(first)?, beyond), vec![first])],
        Draft::Before(end) => {
            at(end)?.period.previous()?;
            vec![(Span::Before(at(end)?), vec![end])]
        }
        Draft::After(end) => {
            at(end)?.period.next()?;
            vec![(Span::After(at(end)?), vec![end])]
        }
        Draft::Range(first, last, slash) => {
            let (a, b) = (at(first)?, at(last)?);
            if a.period.first() > b.period.first() || a.period.last() > b.period.last() {
                return None;
            }
            // "Q1/Q3 2023" leaves out the second quarter; "Q1/Q2" and "2023-01/2023-06" go through.
            let apart = a.period.unit() == b.period.unit()
                && matches!(
                    a.period.unit(),
                    Some(Unit::Quarter | Unit::Half | Unit::Third | Unit::Season)
                )
                && a.period.next() != Some(b.period);
            if slash && apart {
                vec![
                    (Span::Single(a), vec![first]),
                    (Span::Single(b), vec![last]),
                ]
            } else {
                vec![(Span::Range(a, b), vec![first, last])]
            }
        }
    })
}
