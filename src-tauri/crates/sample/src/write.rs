//! Plays a plan into a store.

use std::path::Path;

use domain::input::{self, Assignment};
use domain::kind::{LinkTarget, Type};
use domain::{Kind, ids, kinds};
use store::{Act, Door, Error, Progress, Result, Seen, Start, Store};
use uuid::Uuid;

use crate::calendar;
use crate::plan::plan;
use crate::size::Size;
use crate::step::{Deed, Handle, Named, Step};
use crate::world::{SampleClock, SampleWorld};

/// Makes a new store with the practice network of a size and a seed: the same arguments, the same digest.
///
/// `progress` is told how many of how many simulated days are written.
///
/// # Errors
/// Refuses a file that is there; fails where it cannot be written.
pub fn create(
    file: &Path,
    size: Size,
    seed: u64,
    progress: &mut dyn FnMut(u64, u64),
) -> Result<Store> {
    let world = SampleWorld::new(seed);
    let clock = world.clock();
    let mut store = Store::create(file, Start::Published, Box::new(world))?;
    store.set_flushing(false)?;
    write(plan(size, seed), &mut store, &clock, progress)?;
    store.set_flushing(true)?;
    Ok(store)
}

/// How many steps of the plan of M make a network to practise with: enough of everything, made in about a second.
const PRACTICE: usize = 1_000;

/// Makes a new store with a small made-up network to practise with: the beginning of that of size M.
///
/// `progress` is told how many of how many steps are written; answers whether to go on.
///
/// # Errors
/// Refuses a file that is there; fails where it cannot be written; [`Error::Cancelled`] where the progress says so.
/// Then what was written so far is left to be removed.
pub fn practise(file: &Path, seed: u64, progress: Progress<'_>) -> Result<Store> {
    let world = SampleWorld::new(seed);
    let clock = world.clock();
    let mut store = Store::create(file, Start::Published, Box::new(world))?;
    store.set_flushing(false)?;
    let mut made = Made::default();
    for (done, step) in (0..).zip(plan(Size::M, seed).take(PRACTICE)) {
        made.step(&mut store, &clock, &step)?;
        if !progress(done, PRACTICE as u64) {
            return Err(Error::Cancelled);
        }
    }
    store.set_flushing(true)?;
    Ok(store)
}

/// Plays a plan into a store that was made with a [`SampleWorld`] whose clock is given.
///
/// # Errors
/// Those of the store. A step that is refused is a defect of the plan.
pub fn write(
    plan: impl Iterator<Item = Step>,
    store: &mut Store,
    clock: &SampleClock,
    progress: &mut dyn FnMut(u64, u64),
) -> Result<()> {
    let total = calendar::DAYS.unsigned_abs();
    let mut made = Made::default();
    let mut told = 0;
    for step in plan {
        made.step(store, clock, &step)?;
        let done = calendar::day(step.wall).unsigned_abs();
        if done > told {
            told = done;
            progress(done, total);
        }
    }
    progress(total, total);
    Ok(())
}

/// The records made so far: the ids of each kind, by number.
#[derive(Debug, Default)]
struct Made(Vec<(&'static str, Vec<Uuid>)>);

impl Made {
    fn step(&mut self, store: &mut Store, clock: &SampleClock, step: &Step) -> Result<()> {
        clock.set(step.wall);
        let person = step.person.map(|person| self.id(person)).transpose()?;
        let act = Act {
            person,
            reason: step.reason.clone(),
            ..Act::typed()
        };
        store.write(act, |door| self.play(door, step)).map(drop)
    }

    fn play(&mut self, door: &mut Door<'_>, step: &Step) -> Result<()> {
        for deed in &step.deeds {
            match deed {
                Deed::Add { handle, set } => {
                    let kind = kind_of(*handle)?;
                    let id = door.add(kind, &self.assignments(kind, set)?)?;
                    self.keep(*handle, id)?;
                }
                Deed::Set { handle, set } => {
                    let kind = kind_of(*handle)?;
                    door.set(
                        kind,
                        self.id(*handle)?,
                        &self.assignments(kind, set)?,
                        &Seen::new(),
                    )?;
                }
                Deed::Delete { handle } => door.delete(kind_of(*handle)?, self.id(*handle)?)?,
                Deed::Place {
                    handle,
                    parent,
                    after,
                } => {
                    let parent = parent.map(|parent| self.id(parent)).transpose()?;
                    let after = after.map(|after| self.id(after)).transpose()?;
                    door.place(kind_of(*handle)?, self.id(*handle)?, parent, after)?;
                }
            }
        }
        Ok(())
    }

    fn keep(&mut self, handle: Handle, id: Uuid) -> Result<()> {
        let ids = match self
            .0
            .iter_mut()
            .position(|(kind, _)| *kind == handle.kind())
        {
            Some(place) => &mut self.0[place].1,
            None => {
                self.0.push((handle.kind(), Vec::new()));
                let last = self.0.len() - 1;
                &mut self.0[last].1
            }
        };
        ids.push(id);
        match handle {
            Handle::Planned(_, number) if number as usize == ids.len() - 1 => Ok(()),
            Handle::Planned(..) | Handle::Published(..) => Err(unknown(&handle.to_string())),
        }
    }

    fn id(&self, handle: Handle) -> Result<Uuid> {
        match handle {
            Handle::Published(kind, key) => Ok(ids::published(kind, key)),
            Handle::Planned(kind, number) => self
                .0
                .iter()
                .find(|(known, _)| *known == kind)
                .and_then(|(_, ids)| ids.get(number as usize))
                .copied()
                .ok_or_else(|| unknown(&handle.to_string())),
        }
    }

    fn assignments(&self, kind: &Kind, set: &[String]) -> Result<Vec<Assignment>> {
        set.iter()
            .map(|text| {
                let mut given = input::assignment(text).map_err(Error::from)?;
                let refers = kind.field(&given.field).is_some_and(|field| {
                    matches!(field.ty, Type::Reference(_) | Type::Parent)
                        || field
                            .links()
                            .is_some_and(|links| matches!(links.to, LinkTarget::Records(_)))
                });
                if refers {
                    let keys = given
                        .value
                        .split(',')
                        .map(|key| self.key(key))
                        .collect::<Result<Vec<_>>>()?;
                    given.value = keys.join(",");
                }
                Ok(given)
            })
            .collect()
    }

    /// A reference as the store takes it: the handle's id, and the role where one is given.
    fn key(&self, text: &str) -> Result<String> {
        let (handle, role) = match text.rsplit_once(':') {
            // Keys of published records have colons, too, but no letters in lower case after them.
            Some((handle, role)) if role.bytes().all(|b| b.is_ascii_lowercase() || b == b'_') => {
                (handle, Some(role))
            }
            _ => (text, None),
        };
        let id = match Handle::read(handle).ok_or_else(|| unknown(text))? {
            Named::Published(id) => id,
            Named::Planned(handle) => self.id(handle)?,
        };
        Ok(match role {
            Some(role) => format!("id:{id}:{role}"),
            None => format!("id:{id}"),
        })
    }
}

fn kind_of(handle: Handle) -> Result<&'static Kind> {
    kinds::by_name(handle.kind()).ok_or_else(|| unknown(handle.kind()))
}

fn unknown(what: &str) -> Error {
    Error::Defect(format!("the plan names {what}, which is not there"))
}
