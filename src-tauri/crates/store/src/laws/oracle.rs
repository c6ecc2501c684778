//! The truth about a history: for every change the full set of changes its author's store held, and what follows from
//! that. It shares no code with the store.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use uuid::Uuid;

/// A set of changes, by their numbers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Set(Vec<u64>);

impl Set {
    pub fn insert(&mut self, number: usize) {
        if self.0.len() <= number / 64 {
            self.0.resize(number / 64 + 1, 0);
        }
        self.0[number / 64] |= 1 << (number % 64);
    }

    pub fn holds(&self, number: usize) -> bool {
        self.0
            .get(number / 64)
            .is_some_and(|word| word >> (number % 64) & 1 == 1)
    }

    pub fn iter(&self) -> impl Iterator<Item = usize> + '_ {
        self.0.iter().enumerate().flat_map(|(at, word)| {
            (0..64)
                .filter(move |bit| word >> bit & 1 == 1)
                .map(move |bit| at * 64 + bit)
        })
    }

    pub fn unite(&mut self, other: &Set) {
        for number in other.iter() {
            self.insert(number);
        }
    }
}

/// The value of a cell that holds nothing.
const NOTHING: &[u8] = &[0xf6];

/// Table, record and column.
pub type Cell = (u16, Uuid, u16);

/// One change, as the oracle knows it.
#[derive(Debug, Clone)]
pub struct Fact {
    pub cell: Cell,
    pub value: Vec<u8>,
    pub deletes: bool,
    pub owner: Option<Uuid>,
    /// What a link ends in.
    pub word: Option<String>,
    /// The record of its kind that the one of the cell is said to be the same as.
    pub same: Option<Uuid>,
    /// Whether the publication wrote it.
    pub published: bool,
    pub hlc: i64,
    pub wall: i64,
    pub held: Set,
    pub saw: Set,
    pub reopens: Option<usize>,
}

/// Whether a record is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Life {
    Live,
    Listed,
    Gone,
}

#[derive(Debug, Default)]
pub struct Truth(pub Vec<Fact>);

impl Truth {
    pub fn add(&mut self, fact: Fact) -> usize {
        self.0.push(fact);
        self.0.len() - 1
    }

    /// The changes of each cell that no other of it, among those held, had seen.
    pub fn heads(&self, held: &Set) -> BTreeMap<Cell, BTreeSet<usize>> {
        let mut cells: BTreeMap<Cell, Vec<usize>> = BTreeMap::new();
        for number in held.iter() {
            cells.entry(self.0[number].cell).or_default().push(number);
        }
        cells
            .into_iter()
            .map(|(cell, numbers)| (cell, self.maximal(&numbers)))
            .collect()
    }

    fn maximal(&self, numbers: &[usize]) -> BTreeSet<usize> {
        numbers
            .iter()
            .copied()
            .filter(|number| {
                !numbers
                    .iter()
                    .any(|other| self.0[*other].saw.holds(*number))
            })
            .collect()
    }

    /// The values a cell stands for.
    pub fn values(&self, heads: &BTreeSet<usize>) -> BTreeSet<Vec<u8>> {
        let mut values = BTreeSet::new();
        for head in heads {
            values.insert(self.0[*head].value.clone());
            if let Some(settlement) = self.0[*head].reopens {
                let cell = self.0[*head].cell;
                let past: Vec<usize> = self.0[settlement]
                    .saw
                    .iter()
                    .filter(|number| self.0[*number].cell == cell)
                    .collect();
                values.extend(self.values(&self.maximal(&past)));
            }
        }
        values
    }

    /// Whether each record is there: gone only if all heads of its existence delete it, and every head of it and of what
    /// depends on it and lives was seen by one of these deletes.
    pub fn lives(
        &self,
        heads: &BTreeMap<Cell, BTreeSet<usize>>,
        is_link: impl Fn(u16) -> bool,
    ) -> HashMap<Uuid, Life> {
        let mut records: BTreeMap<Uuid, u16> = BTreeMap::new();
        let mut below: HashMap<Uuid, Vec<Uuid>> = HashMap::new();
        for ((table, record, column), changes) in heads {
            records.insert(*record, *table);
            if *column == 0 {
                let owners = changes.iter().filter_map(|change| self.0[*change].owner);
                for owner in owners.collect::<BTreeSet<_>>() {
                    below.entry(owner).or_default().push(*record);
                }
            }
        }
        let owners = self.owners();
        below.clear();
        for record in records.keys() {
            if let Some(owner) = owners.get(record) {
                below.entry(*owner).or_default().push(*record);
            }
        }
        let mut lives = HashMap::new();
        for record in records.keys() {
            self.life(*record, heads, &records, &below, &is_link, &mut lives);
        }
        lives
    }

    /// What each record depends on. A deleted record's owner stands in its create change, which no head tells any more.
    pub fn owners(&self) -> HashMap<Uuid, Uuid> {
        let owned = |fact: &Fact| Some((fact.cell.1, fact.owner?));
        self.0.iter().filter_map(owned).collect()
    }

    fn life(
        &self,
        record: Uuid,
        heads: &BTreeMap<Cell, BTreeSet<usize>>,
        records: &BTreeMap<Uuid, u16>,
        below: &HashMap<Uuid, Vec<Uuid>>,
        is_link: &impl Fn(u16) -> bool,
        lives: &mut HashMap<Uuid, Life>,
    ) -> Life {
        if let Some(life) = lives.get(&record) {
            return *life;
        }
        let table = records[&record];
        let of = |record: Uuid| {
            heads
                .range((records[&record], record, 0)..=(records[&record], record, u16::MAX))
                .map(|((_, _, column), changes)| (*column, changes))
        };
        let existence: Vec<usize> = of(record)
            .filter(|(column, _)| *column == 0)
            .flat_map(|(_, changes)| changes.iter().copied())
            .collect();
        let deletes: Vec<usize> = existence
            .iter()
            .copied()
            .filter(|change| self.0[*change].deletes)
            .collect();
        let life = if deletes.is_empty() {
            Life::Live
        } else if deletes.len() < existence.len() {
            if is_link(table) {
                Life::Live
            } else {
                Life::Listed
            }
        } else {
            let mut said: Vec<usize> = of(record)
                .filter(|(column, _)| *column != 0)
                .flat_map(|(_, changes)| changes.iter().copied())
                .collect();
            for child in below.get(&record).into_iter().flatten() {
                if self.life(*child, heads, records, below, is_link, lives) != Life::Gone {
                    said.extend(
                        of(*child)
                            .flat_map(|(column, changes)| changes.iter().map(move |c| (column, *c)))
                            .filter(|(column, change)| *column != 0 || !self.0[*change].deletes)
                            .map(|(_, change)| change),
                    );
                }
            }
            let known = |change: &usize| {
                deletes
                    .iter()
                    .any(|delete| self.0[*delete].saw.holds(*change))
            };
            if said.iter().all(known) {
                Life::Gone
            } else {
                Life::Listed
            }
        };
        lives.insert(record, life);
        life
    }

    /// Which record stands for which: those that any head of `same_as` puts together are one, and the first of them stands
    /// for all: one that is there before one that is gone, the publication's before others, then the smallest.
    pub fn roots(
        &self,
        held: &Set,
        heads: &BTreeMap<Cell, BTreeSet<usize>>,
        lives: &HashMap<Uuid, Life>,
    ) -> BTreeMap<Uuid, Uuid> {
        let mut groups: Vec<BTreeSet<Uuid>> = Vec::new();
        for ((_, record, _), changes) in heads {
            for same in changes.iter().filter_map(|change| self.0[*change].same) {
                unite(&mut groups, [*record, same]);
            }
        }
        let published: BTreeSet<Uuid> = held
            .iter()
            .map(|number| &self.0[number])
            .filter(|fact| fact.published && fact.cell.2 == 0)
            .map(|fact| fact.cell.1)
            .collect();
        let rank = |id: &Uuid| (lives[id] == Life::Gone, !published.contains(id), *id);
        let mut roots = BTreeMap::new();
        for group in groups {
            if let Some(root) = group.iter().copied().min_by_key(rank) {
                roots.extend(group.iter().filter(|id| **id != root).map(|id| (*id, root)));
            }
        }
        roots
    }

    /// The cells of joined records with a head that no change which joins the record had seen, where what is shown for the
    /// record says something else: those that surely do, and those where two of one time leave open what is shown.
    pub fn edited_apart(
        &self,
        heads: &BTreeMap<Cell, BTreeSet<usize>>,
        roots: &BTreeMap<Uuid, Uuid>,
        lives: &HashMap<Uuid, Life>,
        same_as: u16,
    ) -> [BTreeSet<(Uuid, u16)>; 2] {
        let names = |change: &&usize| self.0[**change].same;
        let mut found = [BTreeSet::new(), BTreeSet::new()];
        for ((table, record, column), changes) in heads {
            let Some(root) = roots.get(record) else {
                continue;
            };
            if *column == 0 || *column == same_as || lives[record] == Life::Gone {
                continue;
            }
            let own = heads.get(&(*table, *record, same_as)).into_iter().flatten();
            let mut joining: Vec<&usize> = own.filter(|change| names(change).is_some()).collect();
            if joining.is_empty() {
                let all = heads.values().flatten();
                joining = all
                    .filter(|change| names(change) == Some(*record))
                    .collect();
            }
            let known = |change: &usize| joining.iter().any(|by| self.0[**by].saw.holds(*change));
            if changes.iter().all(known) {
                continue;
            }
            let mine = self.latest(Some(changes));
            let shown = self.latest(heads.get(&(*table, *root, *column)));
            if mine.len() > 1 || shown.len() > 1 {
                found[1].insert((*record, *column));
            } else if mine != shown {
                found[0].insert((*record, *column));
            }
        }
        found
    }

    /// The values of the latest changes of a cell; nothing where nobody wrote it.
    fn latest(&self, changes: Option<&BTreeSet<usize>>) -> BTreeSet<&[u8]> {
        let facts = || changes.into_iter().flatten().map(|number| &self.0[*number]);
        let last = facts().map(|fact| fact.hlc).max();
        let mut values: BTreeSet<&[u8]> = facts()
            .filter(|fact| Some(fact.hlc) == last)
            .map(|fact| fact.value.as_slice())
            .collect();
        if values.is_empty() {
            values.insert(NOTHING);
        }
        values
    }

    /// What was known at a time: the changes that claim it or earlier, and whose whole past does.
    pub fn known(&self, held: &Set, until: i64) -> Set {
        let mut known = Set::default();
        for number in held.iter() {
            let fact = &self.0[number];
            if fact.wall <= until && fact.held.iter().all(|past| self.0[past].wall <= until) {
                known.insert(number);
            }
        }
        known
    }
}

/// Puts two records into one group, with all that either was in a group with.
pub fn unite(groups: &mut Vec<BTreeSet<Uuid>>, two: [Uuid; 2]) {
    let mut one = BTreeSet::from(two);
    groups.retain(|group| {
        let apart = group.is_disjoint(&one);
        if !apart {
            one.extend(group);
        }
        apart
    });
    groups.push(one);
}
