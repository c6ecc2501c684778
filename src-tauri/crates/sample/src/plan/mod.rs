//! The life of a practice network, played out day by day.
//!
//! What happens is an event with a time; an event gives steps and brings further events about, so that the plan streams:
//! it holds what is yet to come and a few bytes of each record, never the texts.

mod meetings;
mod network;
mod work;

use std::cmp::Reverse;
use std::collections::{BTreeSet, BinaryHeap, VecDeque};

use domain::Language;

use crate::calendar::{self, END};
use crate::draw::Draw;
use crate::size::{Count, Size, Spec};
use crate::step::{Deed, Handle, Step};
use crate::words::{self, Six, titles};

/// The plan of a practice network of a size and a seed: the same steps on every machine.
pub fn plan(size: Size, seed: u64) -> Plan {
    let mut plan = Plan {
        spec: None,
        draw: Draw::new(seed, 0),
        to_come: BinaryHeap::new(),
        order: 0,
        ready: VecDeque::new(),
        numbers: Vec::new(),
        groups: Vec::new(),
        ballot: Vec::new(),
        organisations: Vec::new(),
        people: Vec::new(),
        memberships: Vec::new(),
        terms: BTreeSet::new(),
        activities: Vec::new(),
        joint_actions: Vec::new(),
        pledges: Vec::new(),
        meetings: Vec::new(),
        documents: Vec::new(),
        milestones: Vec::new(),
        names: Names::default(),
    };
    if let Some(spec) = size.spec() {
        plan.spec = Some(spec);
        plan.begin(spec);
    }
    plan
}

/// The steps of a practice network, in the order of their times.
#[derive(Debug)]
pub struct Plan {
    spec: Option<&'static Spec>,
    draw: Draw,
    to_come: BinaryHeap<Reverse<(i64, u64, Event)>>,
    /// How many events there were: those of one time keep their order.
    order: u64,
    ready: VecDeque<Step>,
    /// How many records of each kind were added.
    numbers: Vec<(&'static str, u32)>,
    groups: Vec<Group>,
    /// Groups that plan work now, as often as their share of it.
    ballot: Vec<u16>,
    organisations: Vec<Organisation>,
    people: Vec<Person>,
    memberships: Vec<Membership>,
    /// Terms that are there: group, party, role.
    terms: BTreeSet<(u16, Party, u8)>,
    activities: Vec<Activity>,
    joint_actions: Vec<JointAction>,
    pledges: Vec<Pledge>,
    meetings: Vec<Meeting>,
    documents: Vec<u8>,
    /// What each milestone belongs to is known by its handle; here is the language of its title.
    milestones: Vec<Language>,
    names: Names,
}

/// Where the rows of made-up names start.
#[derive(Debug, Default)]
struct Names {
    organisation: u32,
    person: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Party {
    Organisation(u16),
    Person(u32),
}

#[derive(Debug)]
struct Group {
    handle: Handle,
    language: Language,
    topic: u8,
    /// Places in [`Plan::organisations`] of those that belong to it.
    members: Vec<u16>,
    leads: Vec<u16>,
    /// People who write for it.
    editors: Vec<u32>,
    /// The last top activities: place, number within the group, number of parts.
    tops: VecDeque<(u32, u32, u32)>,
    labels: u32,
    workplan: u8,
}

#[derive(Debug)]
struct Organisation {
    handle: Handle,
    form: u8,
    place: u8,
    tongues: Tongues,
    coalition: bool,
}

#[derive(Debug)]
struct Person {
    culture: u8,
    organisation: u16,
}

#[derive(Debug)]
struct Membership {
    group: u16,
    party: Party,
    role: u8,
}

#[derive(Debug)]
struct Activity {
    group: u16,
    title: Title,
    tongues: Tongues,
    status: u8,
    /// It is to be deleted, so nothing may stand on it.
    doomed: bool,
    first: i16,
    months: u8,
    lead: u16,
}

#[derive(Debug)]
struct JointAction {
    group: u16,
    topic: u8,
    language: Language,
    status: u8,
    first: i16,
    months: u8,
}

#[derive(Debug)]
struct Pledge {
    status: u8,
    doomed: bool,
    language: Language,
}

#[derive(Debug)]
struct Meeting {
    group: u16,
    topic: u8,
    language: Language,
    open: bool,
    /// Agenda items that stay.
    items: Vec<u32>,
    planned: u32,
}

/// The parts of an activity's title: places in the lists of words, none where 0.
#[derive(Debug, Clone, Copy)]
struct Title {
    part: bool,
    form: u8,
    topic: u8,
    scope: u8,
    phase: u8,
}

/// The languages a text is given in, a bit each in the order of [`Language::ALL`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Tongues(u8);

impl Tongues {
    fn only(language: Language) -> Tongues {
        Tongues(1 << (language.number() - 1))
    }

    fn has(self, language: Language) -> bool {
        self.0 & Tongues::only(language).0 != 0
    }

    fn with(self, language: Language) -> Tongues {
        Tongues(self.0 | Tongues::only(language).0)
    }

    fn all(self) -> impl Iterator<Item = Language> {
        Language::ALL
            .into_iter()
            .filter(move |language| self.has(*language))
    }

    fn first(self) -> Language {
        self.all().next().unwrap_or(Language::En)
    }

    /// The first language in the fixed order that it lacks.
    fn missing(self) -> Option<Language> {
        Language::ALL
            .into_iter()
            .find(|language| !self.has(*language))
    }
}

/// What happens, to what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Event {
    Workplan(u32),
    WorkplanMoved { plan: u32, step: u32 },
    Round(u32),
    RoundClosed(u32),
    Group(u32),
    Organisation(u32),
    Person(u32),
    Membership(u32),
    Activity(u32),
    JointAction(u32),
    Pledge(u32),
    Meeting(u32),
    Document(u32),
    NationalPlan(u32),
    Answer(u32),
    OrganisationEdited(u32),
    PersonEdited(u32),
    MembershipSettled(u32),
    MembershipEnded(u32),
    MembershipNoted(u32),
    Advanced(u32),
    Progress(u32),
    Retimed(u32),
    Translated(u32),
    LeadChanged(u32),
    Moved(u32),
    Milestone(u32),
    MilestoneOfAction(u32),
    Reached(u32),
    Comment(u32),
    Result(u32),
    ActionAdvanced(u32),
    ActionEdited(u32),
    ActionFunded(u32),
    FundingSecured(u32),
    ActionResult(u32),
    PledgeAdvanced(u32),
    DocumentMoved(u32),
    AgendaItem(u32),
    AgendaEdited(u32),
    MeetingOpened(u32),
    MeetingRuns(u32),
    Attended(u32),
    Minuted { meeting: u32, item: u32 },
    ActionPointEnded(u32),
    MeetingClosed(u32),
    Deleted(u16, u32),
}

/// The kinds of which records are deleted again.
const MORTAL: [&str; 4] = ["membership", "activity", "pledge", "agenda_item"];

/// Statuses, by the place the vocabulary gives them.
mod status {
    pub const UNKNOWN: u8 = 0;
    pub const YET_TO_START: u8 = 1;
    pub const IN_PROGRESS: u8 = 2;
    pub const COMPLETED: u8 = 3;
    pub const DELAYED: u8 = 4;
    pub const ON_HOLD: u8 = 5;
    pub const CANCELLED: u8 = 6;
}

impl Iterator for Plan {
    type Item = Step;

    fn next(&mut self) -> Option<Step> {
        let spec = self.spec?;
        loop {
            if let Some(step) = self.ready.pop_front() {
                return Some(step);
            }
            let Reverse((at, _, event)) = self.to_come.pop()?;
            self.happen(spec, at, event);
        }
    }
}

impl Plan {
    fn begin(&mut self, spec: &'static Spec) {
        self.names = Names {
            organisation: self.draw.below(10_000),
            person: self.draw.below(10_000),
        };
        self.found();
        let start = calendar::START + 8 * 3_600_000;
        for n in 0..network::WORKPLANS.len() as u32 {
            self.schedule(
                network::workplan_day(n).unwrap_or(start),
                Event::Workplan(n),
            );
        }
        for n in 0..work::rounds() {
            self.schedule(work::round_opens(n), Event::Round(n));
        }
        self.next_of(spec, start, Event::Group(0));
        for first in [
            Event::Organisation(0),
            Event::Person(0),
            Event::Membership(0),
            Event::Activity(0),
            Event::JointAction(0),
            Event::Pledge(0),
            Event::Meeting(0),
            Event::Document(0),
            Event::NationalPlan(0),
            Event::Answer(0),
        ] {
            self.next_of(spec, start, first);
        }
    }

    fn happen(&mut self, spec: &'static Spec, at: i64, event: Event) {
        match event {
            Event::Workplan(n) => self.workplan(at, n),
            Event::WorkplanMoved { plan, step } => self.workplan_moved(at, plan, step),
            Event::Round(n) => self.round(at, n),
            Event::RoundClosed(n) => self.round_closed(at, n),
            Event::Group(n) => self.group(spec, at, n),
            Event::Organisation(n) => self.organisation(spec, at, n),
            Event::Person(n) => self.person(spec, at, n),
            Event::Membership(n) => self.membership(spec, at, n),
            Event::Activity(n) => self.activity(spec, at, n),
            Event::JointAction(n) => self.joint_action(spec, at, n),
            Event::Pledge(n) => self.pledge(spec, at, n),
            Event::Meeting(n) => self.meeting(spec, at, n),
            Event::Document(n) => self.document(spec, at, n),
            Event::NationalPlan(n) => self.national_plan(at, n),
            Event::Answer(n) => self.answer(at, n),
            Event::OrganisationEdited(n) => self.organisation_edited(at, n),
            Event::PersonEdited(n) => self.person_edited(at, n),
            Event::MembershipSettled(n) => self.membership_settled(at, n),
            Event::MembershipEnded(n) => self.membership_ended(at, n),
            Event::MembershipNoted(n) => self.membership_noted(at, n),
            Event::Advanced(n) => self.advanced(at, n),
            Event::Progress(n) => self.progress(at, n),
            Event::Retimed(n) => self.retimed(at, n),
            Event::Translated(n) => self.translated(at, n),
            Event::LeadChanged(n) => self.lead_changed(at, n),
            Event::Moved(n) => self.moved(at, n),
            Event::Milestone(n) => self.milestone(at, Handle::Planned("activity", n)),
            Event::MilestoneOfAction(n) => self.milestone(at, Handle::Planned("joint_action", n)),
            Event::Reached(n) => self.reached(at, n),
            Event::Comment(n) => self.comment(at, n),
            Event::Result(n) => self.result(at, n),
            Event::ActionAdvanced(n) => self.action_advanced(at, n),
            Event::ActionEdited(n) => self.action_edited(at, n),
            Event::ActionFunded(n) => self.action_funded(at, n),
            Event::FundingSecured(n) => self.funding_secured(at, n),
            Event::ActionResult(n) => self.action_result(at, n),
            Event::PledgeAdvanced(n) => self.pledge_advanced(at, n),
            Event::DocumentMoved(n) => self.document_moved(at, n),
            Event::AgendaItem(n) => self.agenda_item(spec, at, n),
            Event::AgendaEdited(n) => self.agenda_edited(at, n),
            Event::MeetingOpened(n) => self.meeting_opened(at, n),
            Event::MeetingRuns(n) => self.meeting_runs(spec, at, n),
            Event::Attended(n) => self.attended(at, n),
            Event::Minuted { meeting, item } => self.minuted(at, meeting, item),
            Event::ActionPointEnded(n) => self.action_point_ended(at, n),
            Event::MeetingClosed(n) => self.meeting_closed(at, n),
            Event::Deleted(kind, n) => self.deleted(at, kind, n),
        }
    }

    /// Has something happen; what would come after the end does not.
    fn schedule(&mut self, at: i64, event: Event) {
        if at < END {
            self.order += 1;
            self.to_come.push(Reverse((at, self.order, event)));
        }
    }

    /// Has something happen some days later.
    fn later(&mut self, at: i64, first: i32, last: i32, event: Event) {
        let days = i64::from(self.draw.from(first, last));
        let day = calendar::day(at) + days;
        let time = self.hour(day).max(at + 60_000);
        self.schedule(time, event);
    }

    /// A working time on a day.
    fn hour(&mut self, day: i64) -> i64 {
        calendar::at_work(day, 420 + self.draw.below(660)) + i64::from(self.draw.below(60_000))
    }

    /// Has the n-th record of a kind come when its turn is.
    fn next_of(&mut self, spec: &'static Spec, now: i64, event: Event) {
        let (n, total, first) = match event {
            // Practice groups come in the first weeks, networks in countries over the years.
            Event::Group(n) if n < spec.practice_groups => {
                let at = self.hour(i64::from(n) / 4).max(now + 60_000);
                return self.schedule(at, event);
            }
            Event::Group(n) => (n - spec.practice_groups, spec.country_networks, 40),
            Event::Organisation(n) => (n, spec.organisations.added(), 0),
            Event::Person(n) => (n, spec.people.added(), 0),
            Event::Membership(n) => (n, spec.memberships.added(), 8),
            Event::Activity(n) => (n, spec.activities.added(), 30),
            Event::JointAction(n) => (n, spec.joint_actions.added(), 60),
            Event::Pledge(n) => (n, spec.pledges.added(), 50),
            Event::Meeting(n) => (n, spec.meetings.added(), 35),
            Event::Document(n) => (n, spec.documents, 60),
            Event::NationalPlan(n) => (n, spec.national_plans, 300),
            Event::Answer(n) => (n, spec.answers, 400),
            _ => return,
        };
        if n >= total {
            return;
        }
        // The network starts with some of everything that others refer to.
        let early = total / 15;
        let starts = matches!(
            event,
            Event::Organisation(_) | Event::Person(_) | Event::Membership(_)
        );
        let day = if starts && n < early {
            first + i64::from(n) * 20 / i64::from(early)
        } else if starts {
            calendar::spread(n - early, total - early, first + 21)
        } else {
            calendar::spread(n, total, first)
        };
        let at = self.hour(day).max(now + 20_000);
        // The last ones may be pushed on by those before them, but every one has to come.
        self.schedule(at.min(END - 1).max(now), event);
    }

    /// Whether the n-th of the records added is one of those deleted again.
    fn is_doomed(n: u32, count: Count) -> bool {
        let (n, deleted, added) = (
            u64::from(n),
            u64::from(count.deleted),
            u64::from(count.added()),
        );
        (n + 1) * deleted / added != n * deleted / added
    }

    /// Has a record deleted some time later, and surely before the end.
    fn doom(&mut self, at: i64, kind: &'static str, number: u32) {
        let day = calendar::day(at) + i64::from(self.draw.from(1, 120));
        let time = self.hour(day);
        let time = if time < END {
            time.max(at)
        } else {
            at + 3_600_000
        };
        self.doom_at(time, kind, number);
    }

    /// Has a record deleted at a time, and surely before the end.
    fn doom_at(&mut self, time: i64, kind: &'static str, number: u32) {
        if let Some(place) = MORTAL.iter().position(|mortal| *mortal == kind) {
            self.schedule(time.min(END - 1), Event::Deleted(place as u16, number));
        }
    }

    fn deleted(&mut self, at: i64, kind: u16, number: u32) {
        let handle = Handle::Planned(MORTAL[usize::from(kind)], number);
        let group = self.draw.place(self.groups.len());
        let person = self.editor(group);
        let language = self
            .groups
            .get(group)
            .map_or(Language::En, |group| group.language);
        let reason = Some(words::of(&words::prose::REASONS[4], language).to_owned());
        self.ready.push_back(Step {
            wall: at,
            person,
            reason,
            deeds: vec![Deed::Delete { handle }],
        });
    }

    /// Makes a handle for a new record.
    fn number(&mut self, kind: &'static str) -> Handle {
        match self.numbers.iter_mut().find(|(known, _)| *known == kind) {
            Some((_, number)) => {
                *number += 1;
                Handle::Planned(kind, *number)
            }
            None => {
                self.numbers.push((kind, 0));
                Handle::Planned(kind, 0)
            }
        }
    }

    fn add(
        &mut self,
        at: i64,
        person: Option<Handle>,
        kind: &'static str,
        set: Vec<String>,
    ) -> Handle {
        let handle = self.number(kind);
        self.ready.push_back(Step {
            wall: at,
            person,
            reason: None,
            deeds: vec![Deed::Add { handle, set }],
        });
        handle
    }

    fn set(
        &mut self,
        at: i64,
        person: Option<Handle>,
        reason: Option<String>,
        handle: Handle,
        set: Vec<String>,
    ) {
        self.ready.push_back(Step {
            wall: at,
            person,
            reason,
            deeds: vec![Deed::Set { handle, set }],
        });
    }

    /// Somebody who writes for a group; none before there are people.
    fn editor(&mut self, group: usize) -> Option<Handle> {
        if self.people.is_empty() {
            return None;
        }
        let people = self.people.len();
        let new = self.draw.place(people) as u32;
        let Some(group) = self.groups.get_mut(group) else {
            return Some(Handle::Planned("person", new));
        };
        if group.editors.len() < 4 {
            group.editors.push(new);
        } else if self.draw.chance(4) {
            let place = self.draw.place(group.editors.len());
            group.editors[place] = new;
        }
        let editor = self.draw.pick(&group.editors).copied().unwrap_or(new);
        Some(Handle::Planned("person", editor))
    }

    /// A reason for something, now and then.
    fn reason(&mut self, language: Language, per_mille: u32) -> Option<String> {
        if !self.draw.chance(per_mille) {
            return None;
        }
        let reason = self.draw.place(4);
        Some(words::of(&words::prose::REASONS[reason], language).to_owned())
    }

    /// How often something happens that happens so many thousandths of a time on average.
    fn times(&mut self, per_mille: u32) -> u32 {
        per_mille / 1_000 + u32::from(self.draw.chance(per_mille % 1_000))
    }

    /// The languages of a text that is written in a language first.
    fn tongues(&mut self, spec: &Spec, language: Language) -> Tongues {
        const MORE: [(u8, u32); 12] = [
            (0b00_0011, 220),
            (0b00_0101, 180),
            (0b00_0111, 90),
            (0b00_1001, 80),
            (0b01_0001, 60),
            (0b10_0001, 60),
            (0b11_1111, 60),
            (0b00_0010, 90),
            (0b00_0100, 70),
            (0b00_1000, 40),
            (0b01_0000, 25),
            (0b10_0000, 25),
        ];
        if self.draw.chance(360 * spec.tongues / 1_000) {
            return Tongues(MORE[self.draw.weighted(&MORE.map(|(_, weight)| weight))].0);
        }
        // Groups that work in another language write in it about every other time.
        if language != Language::En && self.draw.chance(500) {
            return Tongues::only(language);
        }
        Tongues::only(Language::En)
    }

    /// A phrase with its topic and number put in.
    fn say(&mut self, phrases: &[Six], language: Language, topic: u8) -> String {
        let Some(phrase) = self.draw.pick(phrases) else {
            return String::new();
        };
        let number = self.draw.from(2, 60);
        words::fill(&about(phrase, language, topic), "{n}", &number.to_string())
    }
}

/// A phrase with its topic put in.
fn about(phrase: &Six, language: Language, topic: u8) -> String {
    words::fill(
        words::of(phrase, language),
        "{t}",
        words::of(&titles::TOPICS[usize::from(topic)], language),
    )
}

/// An assignment of a text in a language.
fn text(field: &str, language: Language, value: &str) -> String {
    match language {
        Language::En => format!("{field}={value}"),
        _ => format!("{field}.{}={value}", language.code()),
    }
}

/// An assignment of a code by its place in the vocabulary of statuses.
fn status_of(status: u8) -> String {
    format!(
        "status={}",
        domain::vocabulary::STATUS.codes[usize::from(status)]
    )
}

/// Handles as the value of a field that holds several.
fn several(handles: &[Handle]) -> String {
    handles
        .iter()
        .map(Handle::to_string)
        .collect::<Vec<_>>()
        .join(",")
}
