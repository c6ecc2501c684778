//! Activities, joint actions, pledges, documents, and what hangs on them.

use domain::Language;

use super::{
    Activity, Event, JointAction, Plan, Pledge, Title, Tongues, about, several, status, status_of,
    text,
};
use crate::calendar::{self, Month};
use crate::size::Spec;
use crate::step::{Deed, Handle, Step};
use crate::vague::{self, Span};
use crate::words::{self, places, prose, titles};

/// How many rounds of statuses there are: two a year from 2018 to 2026, the last half-year left out.
pub(super) fn rounds() -> u32 {
    17
}

/// When a round opens.
pub(super) fn round_opens(n: u32) -> i64 {
    Month(24 + n as i32 * 6).middle() + 9 * 3_600_000
}

/// How long a round takes answers: to somewhat before the next one, whatever its closing day.
const ROUND_LASTS: i64 = 175 * calendar::DAY;

const LEVELS: [&str; 3] = ["country", "regional", "cross_border"];
const ORG_ROLES: [&str; 3] = ["lead", "contributing", "implementing"];
const SOURCES: [&str; 6] = [
    "Migration MPTF",
    "Vellamar Development Fund",
    "Kesterwyn Foundation",
    "Host government",
    "Pooled contributions",
    "Lumatong Solidarity Levy",
];
const CURRENCIES: [(&str, u32); 5] = [("USD", 70), ("EUR", 15), ("CHF", 8), ("XOF", 4), ("CAD", 3)];

impl Plan {
    pub(super) fn activity(&mut self, spec: &'static Spec, at: i64, n: u32) {
        self.next_of(spec, at, Event::Activity(n + 1));
        let doomed = Plan::is_doomed(n, spec.activities);
        let Some(group) = self.working_group(at) else {
            return;
        };
        let number = self.activities.len() as u32;
        let now = Month::of(at).0;
        let below = !self.groups[group].tops.is_empty() && self.draw.chance(580);
        let (title, span, parent, label) = if below {
            self.part_of(group)
        } else {
            let title = self.own_title(group);
            let first = now + self.draw.from(-2, 12);
            let span = self.some_months(first);
            let (plan, _) = self.workplan_at(at, span.first).unzip();
            let home = &mut self.groups[group];
            if plan.is_some_and(|plan| plan != home.workplan) {
                home.workplan = plan.unwrap_or(u8::MAX);
                home.labels = 0;
            }
            home.labels += 1;
            (title, span, None, label(group, home.labels))
        };
        let home = self.groups[group].handle;
        let mut tongues = self.tongues(spec, self.groups[group].language);
        let language = tongues.first();
        let mut set = vec![format!("group={home}")];
        if let Some((_, workplan)) = self.workplan_at(at, span.first)
            && self.draw.chance(600 + spec.detail * 3 / 10)
        {
            set.push(format!("workplan={workplan}"));
        }
        if let Some(parent) = parent {
            set.push(format!("parent={}", Handle::Planned("activity", parent)));
        }
        if self.draw.chance(spec.detail) {
            set.push(format!("order_label={label}"));
        }
        for language in tongues.all() {
            set.push(text("title", language, &activity_title(title, language)));
        }
        if self.draw.chance(300 * spec.detail / 1_000) {
            let aim = self.say(prose::AIMS, language, title.topic);
            let means = self.say(prose::MEANS, language, title.topic);
            // Chinese puts no space between sentences.
            let between = if language == Language::Zh { "" } else { " " };
            set.push(text(
                "description",
                language,
                &format!("{aim}{between}{means}"),
            ));
        }
        if self.draw.chance(spec.detail) {
            set.push(format!("kind={}", form_of(title).kind));
        }
        let timeline = vague::printed(&mut self.draw, language, span);
        set.push(format!("timeline={timeline}"));
        let under_way = span.first.0 < now && self.draw.chance(700);
        let status = if self.draw.chance(60) {
            status::UNKNOWN
        } else if under_way {
            status::IN_PROGRESS
        } else {
            status::YET_TO_START
        };
        if status != status::UNKNOWN {
            set.push(status_of(status));
        }
        let lead = self.lead_of(group);
        self.activity_links(spec, group, lead, title, &mut set);
        if self.draw.chance(25 * spec.detail / 1_000) {
            set.push("draft=true".to_owned());
        }
        let person = self.editor(group);
        self.add(at, person, "activity", set);
        if doomed {
            // A second copy is soon seen and deleted; it gets no later life.
            tongues = Tongues::only(Language::En);
        }
        self.activities.push(Activity {
            group: group as u16,
            title,
            tongues,
            status,
            doomed,
            first: span.first.0 as i16,
            months: span.months as u8,
            lead,
        });
        if doomed {
            self.doom(at, "activity", number);
            return;
        }
        let home = &mut self.groups[group];
        if let Some(parent) = parent {
            if let Some(top) = home.tops.iter_mut().find(|(top, ..)| *top == parent) {
                top.2 += 1;
            }
        } else {
            let labels = home.labels;
            home.tops.push_back((number, labels, 0));
            if home.tops.len() > 4 {
                home.tops.pop_front();
            }
        }
        self.later_life(spec, at, number, below);
    }

    /// The title, time, parent and label of a part of a recent activity of a group.
    fn part_of(&mut self, group: usize) -> (Title, Span, Option<u32>, String) {
        let place = self.draw.place(self.groups[group].tops.len());
        let (parent, top, parts) = self.groups[group].tops[place];
        let above = &self.activities[parent as usize];
        let (topic, first, months) = (
            above.title.topic,
            i32::from(above.first),
            i32::from(above.months),
        );
        let title = Title {
            part: true,
            form: self.draw.place(titles::PARTS.len()) as u8,
            topic,
            scope: self.scope(250),
            phase: 0,
        };
        let first = first + self.draw.from(0, (months - 1).max(0));
        let months = self.draw.from(1, 4);
        let style = group % 3;
        let top = label(group, top);
        let label = match style {
            0 => format!("{top}.{}", letter(parts)),
            1 => format!("{top}.{}", parts + 1),
            _ => format!("{top}{}", parts + 1),
        };
        (
            title,
            Span {
                first: Month(first),
                months,
            },
            Some(parent),
            label,
        )
    }

    fn own_title(&mut self, group: usize) -> Title {
        let topic = if self.draw.chance(550) {
            self.groups[group].topic
        } else {
            self.draw.place(titles::TOPICS.len()) as u8
        };
        let phase = if self.draw.chance(150) {
            self.draw.from(1, 5) as u8
        } else {
            0
        };
        let form = self.draw.place(titles::FORMS.len()) as u8;
        Title {
            part: false,
            form,
            topic,
            scope: self.scope(620),
            phase,
        }
    }

    fn scope(&mut self, per_mille: u32) -> u8 {
        if self.draw.chance(per_mille) {
            1 + self.draw.place(titles::SCOPES.len()) as u8
        } else {
            0
        }
    }

    fn activity_links(
        &mut self,
        spec: &Spec,
        group: usize,
        lead: u16,
        title: Title,
        set: &mut Vec<String>,
    ) {
        if self.draw.chance(850 * spec.links / 1_000) {
            let mut leads = vec![self.organisations[usize::from(lead)].handle];
            if self.draw.chance(200) {
                let second = self.member_of(group);
                leads.push(self.organisations[usize::from(second)].handle);
            }
            if self.draw.chance(60) && !self.people.is_empty() {
                leads.push(Handle::Planned(
                    "person",
                    self.draw.place(self.people.len()) as u32,
                ));
            }
            leads.sort();
            leads.dedup();
            set.push(format!("leads={}", several(&leads)));
        }
        let contributors: Vec<Handle> = (0..self.times(800 * spec.links / 1_000))
            .map(|_| {
                let member = self.member_of(group);
                self.organisations[usize::from(member)].handle
            })
            .collect();
        if !contributors.is_empty() {
            set.push(format!("contributors={}", several(&contributors)));
        }
        if self.draw.chance(600 * spec.links / 1_000) {
            set.push(format!("objectives={}", self.objectives(title.topic, 150)));
        }
        if self.draw.chance(200 * spec.links / 1_000) {
            set.push(format!(
                "principles=@principle/PRIN:{}",
                self.draw.from(1, 10)
            ));
        }
        if self.draw.chance(40 * spec.links / 1_000) {
            let paragraph = self
                .draw
                .pick(&["36", "57", "70", "74", "76"])
                .copied()
                .unwrap_or("36");
            set.push(format!("mandate=@mandate/PD:{paragraph}"));
        }
        if self.draw.chance(60 * spec.links / 1_000)
            && let Some(other) = self.some_activity()
        {
            set.push(format!("depends_on={}", Handle::Planned("activity", other)));
        }
        if self.draw.chance(50 * spec.links / 1_000) && !self.documents.is_empty() {
            let document = self.draw.place(self.documents.len()) as u32;
            set.push(format!(
                "products={}",
                Handle::Planned("document", document)
            ));
        }
    }

    /// One or two of the 23 objectives, one of them tied to the topic.
    fn objectives(&mut self, topic: u8, second: u32) -> String {
        let first = u32::from(topic) * 7 % 23 + 1;
        let other = 1 + self.draw.below(23);
        if other != first && self.draw.chance(second) {
            return format!("@objective/OBJ:{first},@objective/OBJ:{other}");
        }
        format!("@objective/OBJ:{first}")
    }

    /// A recent activity that stays.
    fn some_activity(&mut self) -> Option<u32> {
        let known = self.activities.len();
        let back = self.draw.place(known.min(400));
        let place = known.checked_sub(1 + back)?;
        (!self.activities[place].doomed).then_some(place as u32)
    }

    fn later_life(&mut self, spec: &Spec, at: i64, number: u32, below: bool) {
        let activity = &self.activities[number as usize];
        let (status, start) = (activity.status, Month(i32::from(activity.first)).middle());
        if self.draw.chance((920 * spec.moves / 1_000).min(1_000)) {
            let (from, to) = if status == status::IN_PROGRESS {
                (30, 200)
            } else {
                (-20, 45)
            };
            self.later(start.max(at), from.max(0), to, Event::Advanced(number));
        }
        for _ in 0..self.times(1_000 * spec.progress / 1_000) {
            self.later(start.max(at), 10, 500, Event::Progress(number));
        }
        if self.draw.chance(300 * spec.edits / 1_000) {
            self.later(at, 5, 300, Event::Retimed(number));
        }
        for _ in 0..self.times(500 * spec.edits / 1_000) {
            self.later(at, 2, 200, Event::Translated(number));
        }
        if self.draw.chance(350 * spec.edits / 1_000) {
            self.later(at, 10, 700, Event::LeadChanged(number));
        }
        if below && self.draw.chance(80 * spec.edits / 1_000) {
            self.later(at, 1, 60, Event::Moved(number));
        }
        if self.draw.chance(60 * spec.comments / 1_000) {
            self.later(at, 1, 400, Event::Comment(number));
        }
        let milestones = if below { 120 } else { 800 };
        for _ in 0..self.times(milestones * spec.milestones / 1_000) {
            self.later(at, 0, 40, Event::Milestone(number));
        }
        if !below && self.draw.chance(40 * spec.results / 1_000) {
            self.later(start.max(at), 100, 600, Event::Result(number));
        }
    }

    /// A status after another one, and whether it is the last.
    fn next_status(&mut self, from: u8) -> (u8, bool) {
        use status::{CANCELLED, COMPLETED, DELAYED, IN_PROGRESS, ON_HOLD, UNKNOWN, YET_TO_START};
        let next = match from {
            UNKNOWN | YET_TO_START => {
                [IN_PROGRESS, DELAYED, ON_HOLD, CANCELLED][self.draw.weighted(&[86, 7, 4, 3])]
            }
            IN_PROGRESS => {
                [COMPLETED, DELAYED, ON_HOLD, CANCELLED][self.draw.weighted(&[66, 22, 8, 4])]
            }
            DELAYED => [IN_PROGRESS, COMPLETED, CANCELLED][self.draw.weighted(&[50, 40, 10])],
            ON_HOLD => [IN_PROGRESS, CANCELLED][self.draw.weighted(&[70, 30])],
            // Now and then something completed is taken up again.
            _ => IN_PROGRESS,
        };
        (next, matches!(next, COMPLETED | CANCELLED))
    }

    pub(super) fn advanced(&mut self, at: i64, n: u32) {
        let (status, ends) = self.next_status(self.activities[n as usize].status);
        let activity = &mut self.activities[n as usize];
        activity.status = status;
        let (group, language, topic, months) = (
            usize::from(activity.group),
            activity.tongues.first(),
            activity.title.topic,
            i32::from(activity.months),
        );
        let mut set = vec![status_of(status)];
        if self.draw.chance(350) {
            let note = self.say(prose::PROGRESS, language, topic);
            set.push(text("progress_note", language, &note));
        }
        if !ends && self.draw.chance(150) {
            let step = self.say(prose::NEXT_STEPS, language, topic);
            set.push(text("next_step", language, &step));
        }
        let person = self.editor(group);
        let reason = self.reason(
            language,
            if status == status::IN_PROGRESS {
                40
            } else {
                200
            },
        );
        self.set(at, person, reason, Handle::Planned("activity", n), set);
        if !ends || self.draw.chance(15) {
            self.later(at, 20 + months * 8, 60 + months * 28, Event::Advanced(n));
        }
    }

    pub(super) fn progress(&mut self, at: i64, n: u32) {
        let activity = &self.activities[n as usize];
        let (group, language, topic) = (
            usize::from(activity.group),
            activity.tongues.first(),
            activity.title.topic,
        );
        let note = self.say(prose::PROGRESS, language, topic);
        let mut set = vec![text("progress_note", language, &note)];
        if self.draw.chance(100) {
            let step = self.say(prose::NEXT_STEPS, language, topic);
            set.push(text("next_step", language, &step));
        }
        let person = self.editor(group);
        self.set(at, person, None, Handle::Planned("activity", n), set);
    }

    pub(super) fn retimed(&mut self, at: i64, n: u32) {
        let later = self.draw.from(1, 6);
        let activity = &mut self.activities[n as usize];
        activity.first += later as i16;
        let (group, language) = (usize::from(activity.group), activity.tongues.first());
        let span = Span {
            first: Month(i32::from(activity.first)),
            months: i32::from(activity.months),
        };
        let timeline = vague::printed(&mut self.draw, language, span);
        let person = self.editor(group);
        let reason = self.reason(language, 350);
        self.set(
            at,
            person,
            reason,
            Handle::Planned("activity", n),
            vec![format!("timeline={timeline}")],
        );
    }

    pub(super) fn translated(&mut self, at: i64, n: u32) {
        let activity = &mut self.activities[n as usize];
        let Some(language) = activity.tongues.missing() else {
            return;
        };
        activity.tongues = activity.tongues.with(language);
        let (group, title) = (usize::from(activity.group), activity.title);
        let person = self.editor(group);
        let set = vec![text("title", language, &activity_title(title, language))];
        self.set(at, person, None, Handle::Planned("activity", n), set);
    }

    pub(super) fn lead_changed(&mut self, at: i64, n: u32) {
        let group = usize::from(self.activities[n as usize].group);
        let new = self.lead_of(group);
        let activity = &mut self.activities[n as usize];
        let (old, language) = (activity.lead, activity.tongues.first());
        activity.lead = new;
        let (old, new) = (
            self.organisations[usize::from(old)].handle,
            self.organisations[usize::from(new)].handle,
        );
        let mut set = vec![format!("leads+={new}")];
        if old != new {
            set.insert(0, format!("leads-={old}"));
        } else {
            let member = self.member_of(group);
            let contributor = self.organisations[usize::from(member)].handle;
            set = vec![format!("contributors+={contributor}")];
        }
        let person = self.editor(group);
        let reason = self.reason(language, 100);
        self.set(at, person, reason, Handle::Planned("activity", n), set);
    }

    /// Puts a part first below its activity, or below another one of its group.
    pub(super) fn moved(&mut self, at: i64, n: u32) {
        let group = usize::from(self.activities[n as usize].group);
        let Some(&(parent, ..)) = self.draw.pick(self.groups[group].tops.make_contiguous()) else {
            return;
        };
        let person = self.editor(group);
        let deed = Deed::Place {
            handle: Handle::Planned("activity", n),
            parent: Some(Handle::Planned("activity", parent)),
            after: None,
        };
        self.ready.push_back(Step {
            wall: at,
            person,
            reason: None,
            deeds: vec![deed],
        });
    }

    pub(super) fn milestone(&mut self, at: i64, of: Handle) {
        let (group, language, first, months) = match of {
            Handle::Planned("activity", n) => {
                let activity = &self.activities[n as usize];
                (
                    activity.group,
                    activity.tongues.first(),
                    activity.first,
                    activity.months,
                )
            }
            Handle::Planned(_, n) => {
                let action = &self.joint_actions[n as usize];
                (action.group, action.language, action.first, action.months)
            }
            Handle::Published(..) => return,
        };
        let title = self.say(prose::MILESTONES, language, 0);
        let due = Month(i32::from(first) + self.draw.from(0, i32::from(months)));
        let printed = vague::point(&mut self.draw, language, due);
        let person = self.editor(usize::from(group));
        let set = vec![
            format!("of={of}"),
            format!("title={title}"),
            format!("due={printed}"),
        ];
        self.add(at, person, "milestone", set);
        let number = self.milestones.len() as u32;
        self.milestones.push(language);
        if self.draw.chance(550) {
            self.later(due.middle().max(at), 0, 40, Event::Reached(number));
        }
    }

    pub(super) fn reached(&mut self, at: i64, n: u32) {
        let group = self.draw.place(self.groups.len());
        let person = self.editor(group);
        let set = vec![format!("reached={}", vague::iso(at))];
        self.set(at, person, None, Handle::Planned("milestone", n), set);
    }

    pub(super) fn comment(&mut self, at: i64, n: u32) {
        let activity = &self.activities[n as usize];
        let (group, language, topic) = (
            usize::from(activity.group),
            activity.tongues.first(),
            activity.title.topic,
        );
        let remark = self.say(prose::COMMENTS, language, topic);
        let Some(person) = self.editor(group) else {
            return;
        };
        let mut set = vec![
            format!("of={}", Handle::Planned("activity", n)),
            format!("text={remark}"),
            format!("person={person}"),
        ];
        if self.draw.chance(400) {
            set.push("resolved=true".to_owned());
        }
        self.add(at, Some(person), "comment", set);
    }

    pub(super) fn result(&mut self, at: i64, n: u32) {
        let activity = &self.activities[n as usize];
        let (group, tongues, topic) = (activity.group, activity.tongues, activity.title.topic);
        self.result_of(
            at,
            Handle::Planned("activity", n),
            usize::from(group),
            tongues,
            topic,
        );
    }

    fn result_of(&mut self, at: i64, of: Handle, group: usize, tongues: Tongues, topic: u8) {
        let Some(phrase) = self.draw.pick(titles::RESULTS) else {
            return;
        };
        let mut set = vec![format!("of={of}")];
        for language in tongues.all() {
            set.push(text("title", language, &about(phrase, language, topic)));
        }
        let reached = vague::point(&mut self.draw, tongues.first(), Month::of(at));
        set.push(format!("reached={reached}"));
        if self.draw.chance(300) {
            set.push(format!(
                "address=https://library.example/results/{}",
                self.draw.below(1_000_000)
            ));
        }
        let person = self.editor(group);
        self.add(at, person, "result", set);
    }

    pub(super) fn joint_action(&mut self, spec: &'static Spec, at: i64, n: u32) {
        self.next_of(spec, at, Event::JointAction(n + 1));
        let Some(group) = self.working_group(at) else {
            return;
        };
        let number = self.joint_actions.len() as u32;
        let tongues = self.tongues(spec, self.groups[group].language);
        let language = tongues.first();
        let topic = self.draw.place(titles::TOPICS.len()) as u8;
        let level = self.draw.weighted(&[78, 10, 12]);
        let countries = places::COUNTRIES.len();
        // The first ones go to one country each, so that all have some.
        let home = if (n as usize) < countries {
            n as usize
        } else {
            self.draw.place(countries)
        };
        let others = match level {
            1 => self.draw.from(2, 5) as usize,
            2 => 1,
            _ => 0,
        };
        let shape = &titles::JOINT_ACTIONS[self.draw.place(titles::JOINT_ACTIONS.len())];
        let now = Month::of(at).0;
        let first = now + self.draw.from(-3, 7);
        let mut span = self.some_months(first);
        span.months = span.months.max(6);
        let mut set = Vec::new();
        for language in tongues.all() {
            let place = words::of(&places::COUNTRIES[home].name, language);
            set.push(text(
                "title",
                language,
                &words::fill(&about(&shape.title, language, topic), "{p}", place),
            ));
        }
        set.push(format!("level={}", LEVELS[level]));
        set.push(format!("kind={}", shape.kind));
        if self.draw.chance(400) {
            let aim = self.say(prose::AIMS, language, topic);
            set.push(text("description", language, &aim));
        }
        let timeline = vague::printed(&mut self.draw, language, span);
        set.push(format!("timeline={timeline}"));
        let status = if span.first.0 < now {
            status::IN_PROGRESS
        } else {
            status::YET_TO_START
        };
        set.push(status_of(status));
        set.push(format!("groups={}", self.groups[group].handle));
        let organisations = self.action_organisations(group);
        set.push(format!("organisations={organisations}"));
        // Neighbours in the list of countries are far apart on the map, which is well enough for practice.
        let codes: Vec<String> = (0..=others)
            .map(|step| {
                format!(
                    "@place/M49:{}",
                    places::COUNTRIES[(home + step * 7) % countries].code
                )
            })
            .collect();
        set.push(format!("places={}", codes.join(",")));
        set.push(format!("objectives={}", self.objectives(topic, 400)));
        if self.draw.chance(400) {
            set.push(format!(
                "principles=@principle/PRIN:{}",
                self.draw.from(1, 10)
            ));
        }
        if self.draw.chance(300)
            && let Some(activity) = self.some_activity()
        {
            set.push(format!(
                "activities={}",
                Handle::Planned("activity", activity)
            ));
        }
        if self.draw.chance(200)
            && let Some(pledge) = self.some_pledge()
        {
            set.push(format!("pledges={}", Handle::Planned("pledge", pledge)));
        }
        if self.draw.chance(40) {
            set.push("draft=true".to_owned());
        }
        let person = self.editor(group);
        self.add(at, person, "joint_action", set);
        self.joint_actions.push(JointAction {
            group: group as u16,
            topic,
            language,
            status,
            first: span.first.0 as i16,
            months: span.months as u8,
        });
        let start = span.first.middle().max(at);
        self.later(start, 5, 200, Event::ActionAdvanced(number));
        for _ in 0..self.times(1_800) {
            self.later(at, 0, 200, Event::ActionFunded(number));
        }
        for _ in 0..self.times(900 * spec.upkeep / 1_000) {
            self.later(at, 10, 500, Event::ActionEdited(number));
        }
        for _ in 0..self.times(1_200 * spec.milestones / 1_000) {
            self.later(at, 0, 60, Event::MilestoneOfAction(number));
        }
        if self.draw.chance(250 * spec.results / 1_000) {
            self.later(start, 200, 900, Event::ActionResult(number));
        }
    }

    fn action_organisations(&mut self, group: usize) -> String {
        let mut taken: Vec<u16> = Vec::new();
        let mut ends = Vec::new();
        for place in 0..self.draw.from(2, 4) {
            let member = if place == 0 {
                self.lead_of(group)
            } else {
                self.member_of(group)
            };
            if taken.contains(&member) {
                continue;
            }
            taken.push(member);
            let role = ORG_ROLES[if place == 0 {
                0
            } else {
                1 + self.draw.place(2)
            }];
            ends.push(format!(
                "{}:{role}",
                self.organisations[usize::from(member)].handle
            ));
        }
        ends.join(",")
    }

    pub(super) fn action_advanced(&mut self, at: i64, n: u32) {
        let (status, ends) = self.next_status(self.joint_actions[n as usize].status);
        let action = &mut self.joint_actions[n as usize];
        action.status = status;
        let (group, language) = (usize::from(action.group), action.language);
        let person = self.editor(group);
        let reason = self.reason(language, 150);
        self.set(
            at,
            person,
            reason,
            Handle::Planned("joint_action", n),
            vec![status_of(status)],
        );
        if !ends {
            self.later(at, 60, 500, Event::ActionAdvanced(n));
        }
    }

    pub(super) fn action_edited(&mut self, at: i64, n: u32) {
        let action = &self.joint_actions[n as usize];
        let (group, language, topic) = (usize::from(action.group), action.language, action.topic);
        let set = match self.draw.below(3) {
            0 => {
                let member = self.member_of(group);
                format!(
                    "organisations+={}:contributing",
                    self.organisations[usize::from(member)].handle
                )
            }
            1 => {
                let aim = self.say(prose::AIMS, language, topic);
                let means = self.say(prose::MEANS, language, topic);
                text("description", language, &format!("{aim} {means}"))
            }
            _ => {
                let first = Month::of(at).0 + self.draw.from(0, 6);
                let span = self.some_months(first);
                format!(
                    "timeline={}",
                    vague::printed(&mut self.draw, language, span)
                )
            }
        };
        let person = self.editor(group);
        self.set(
            at,
            person,
            None,
            Handle::Planned("joint_action", n),
            vec![set],
        );
    }

    pub(super) fn action_funded(&mut self, at: i64, n: u32) {
        let group = usize::from(self.joint_actions[n as usize].group);
        let source = SOURCES[self.draw.place(SOURCES.len())];
        let (currency, _) = CURRENCIES[self.draw.weighted(&CURRENCIES.map(|(_, weight)| weight))];
        let secured = self.draw.chance(450);
        let amount = (1 + self.draw.below(400)) * 5_000;
        let set = vec![
            format!("of={}", Handle::Planned("joint_action", n)),
            format!("source={source}"),
            format!("amount={amount}"),
            format!("currency={currency}"),
            format!("state={}", if secured { "secured" } else { "sought" }),
        ];
        let person = self.editor(group);
        let handle = self.add(at, person, "funding", set);
        if let Handle::Planned(_, number) = handle
            && !secured
            && self.draw.chance(600)
        {
            self.later(at, 40, 500, Event::FundingSecured(number));
        }
    }

    pub(super) fn funding_secured(&mut self, at: i64, n: u32) {
        let group = self.draw.place(self.groups.len());
        let person = self.editor(group);
        let mut set = vec!["state=secured".to_owned()];
        if self.draw.chance(400) {
            set.push(format!("amount={}.50", (1 + self.draw.below(4_000)) * 490));
        }
        self.set(at, person, None, Handle::Planned("funding", n), set);
    }

    pub(super) fn action_result(&mut self, at: i64, n: u32) {
        let action = &self.joint_actions[n as usize];
        let (group, topic, language) = (usize::from(action.group), action.topic, action.language);
        self.result_of(
            at,
            Handle::Planned("joint_action", n),
            group,
            Tongues::only(language),
            topic,
        );
    }

    pub(super) fn pledge(&mut self, spec: &'static Spec, at: i64, n: u32) {
        self.next_of(spec, at, Event::Pledge(n + 1));
        let doomed = Plan::is_doomed(n, spec.pledges);
        let number = self.pledges.len() as u32;
        let home = Language::ALL[self.draw.weighted(&[60, 12, 12, 6, 5, 5])];
        let tongues = self.tongues(spec, home);
        let language = tongues.first();
        let topic = self.draw.place(titles::TOPICS.len()) as u8;
        let shape = &titles::PLEDGES[self.draw.place(titles::PLEDGES.len())];
        let kind = ["individual", "common", "partnership", "matching"]
            [self.draw.weighted(&[68, 10, 14, 8])];
        let mut set = vec![format!("maker={}", self.party())];
        let matched = if kind == "matching" {
            self.some_pledge()
        } else {
            None
        };
        set.push(format!("kind={kind}"));
        set.push(format!("type={}", shape.kind));
        for language in tongues.all() {
            set.push(text(
                "title",
                language,
                &about(&shape.title, language, topic),
            ));
        }
        if self.draw.chance(250 * spec.detail / 1_000) {
            let aim = self.say(prose::AIMS, language, topic);
            set.push(text("description", language, &aim));
        }
        if self.draw.chance(700 * spec.links / 1_000) {
            set.push(format!("objectives={}", self.objectives(topic, 250)));
        }
        if self.draw.chance(120 * spec.links / 1_000) {
            set.push(format!(
                "principles=@principle/PRIN:{}",
                self.draw.from(1, 10)
            ));
        }
        let now = Month::of(at);
        let made = vague::point(&mut self.draw, language, now);
        set.push(format!("made_on={made}"));
        if self.draw.chance(500) {
            let first = now.0 + self.draw.from(0, 6);
            let mut span = self.some_months(first);
            span.months = span.months.max(12);
            set.push(format!(
                "period={}",
                vague::printed(&mut self.draw, language, span)
            ));
        }
        set.push(status_of(status::YET_TO_START));
        if let Some(matched) = matched {
            set.push(format!("matches={}", Handle::Planned("pledge", matched)));
        }
        if kind == "partnership" {
            let partner = self.party();
            set.push(format!("partners={partner}"));
        }
        let group = self.draw.place(self.groups.len());
        let person = self.editor(group);
        self.add(at, person, "pledge", set);
        self.pledges.push(Pledge {
            status: status::YET_TO_START,
            doomed,
            language,
        });
        if doomed {
            self.doom(at, "pledge", number);
        } else {
            self.later(at, 60, 600, Event::PledgeAdvanced(number));
        }
    }

    /// Who makes a pledge: a country, an organisation or a group.
    fn party(&mut self) -> String {
        match self.draw.weighted(&[50, 40, 10]) {
            0 => format!(
                "@place/M49:{}",
                places::COUNTRIES[self.draw.place(places::COUNTRIES.len())].code
            ),
            1 => self.organisations[self.draw.place(self.organisations.len())]
                .handle
                .to_string(),
            _ => self.groups[self.draw.place(self.groups.len())]
                .handle
                .to_string(),
        }
    }

    fn some_pledge(&mut self) -> Option<u32> {
        let place = self.draw.place(self.pledges.len());
        self.pledges
            .get(place)
            .filter(|pledge| !pledge.doomed)
            .map(|_| place as u32)
    }

    pub(super) fn pledge_advanced(&mut self, at: i64, n: u32) {
        let (status, ends) = self.next_status(self.pledges[n as usize].status);
        let pledge = &mut self.pledges[n as usize];
        pledge.status = status;
        let language = pledge.language;
        let group = self.draw.place(self.groups.len());
        let person = self.editor(group);
        let reason = self.reason(language, 120);
        self.set(
            at,
            person,
            reason,
            Handle::Planned("pledge", n),
            vec![status_of(status)],
        );
        if !ends {
            self.later(at, 120, 700, Event::PledgeAdvanced(n));
        }
    }

    pub(super) fn document(&mut self, spec: &'static Spec, at: i64, n: u32) {
        self.next_of(spec, at, Event::Document(n + 1));
        let topic = self.draw.place(titles::TOPICS.len()) as u8;
        let shape = &titles::DOCUMENTS[self.draw.place(titles::DOCUMENTS.len())];
        let tongues = self.tongues(spec, Language::En);
        let mut set: Vec<String> = tongues
            .all()
            .map(|language| text("title", language, &about(&shape.title, language, topic)))
            .collect();
        set.push(format!("kind={}", shape.kind));
        set.push("version=0.1".to_owned());
        set.push("state=draft".to_owned());
        if self.draw.chance(600) {
            set.push(format!(
                "address=https://library.example/documents/{}",
                1_000 + n
            ));
        }
        let group = self.draw.place(self.groups.len());
        let person = self.editor(group);
        self.add(at, person, "document", set);
        self.documents.push(0);
        self.later(at, 10, 120, Event::DocumentMoved(n));
    }

    pub(super) fn document_moved(&mut self, at: i64, n: u32) {
        let state = &mut self.documents[n as usize];
        *state += 1;
        let state = *state;
        let name = match state {
            1 => "consultation",
            2 => "final",
            _ => "withdrawn",
        };
        let set = vec![
            format!("state={name}"),
            format!(
                "version={}",
                ["0.5", "1.0", "1.1"][usize::from(state.min(3)) - 1]
            ),
        ];
        let group = self.draw.place(self.groups.len());
        let person = self.editor(group);
        self.set(at, person, None, Handle::Planned("document", n), set);
        if state == 1 || (state == 2 && self.draw.chance(100)) {
            self.later(at, 30, 400, Event::DocumentMoved(n));
        }
    }

    pub(super) fn national_plan(&mut self, at: i64, n: u32) {
        let country = &places::COUNTRIES[(n as usize * 7 + 3) % places::COUNTRIES.len()];
        let mut set = vec![format!("place=@place/M49:{}", country.code)];
        for language in Language::ALL {
            let title = words::fill(
                words::of(&titles::NATIONAL_PLAN, language),
                "{p}",
                words::of(&country.name, language),
            );
            set.push(text("title", language, &title));
        }
        set.push(format!(
            "state={}",
            ["in_preparation", "adopted", "under_review"][self.draw.place(3)]
        ));
        let first = Month::of(at);
        let span = Span {
            first: Month(first.0 - first.0 % 12 + 12),
            months: 36,
        };
        set.push(format!(
            "period={}",
            vague::printed(&mut self.draw, Language::En, span)
        ));
        let person = self.editor(0);
        self.add(at, person, "national_plan", set);
        if let Some(spec) = self.spec {
            self.next_of(spec, at, Event::NationalPlan(n + 1));
        }
    }

    pub(super) fn round(&mut self, at: i64, n: u32) {
        let month = Month::of(at);
        let Some((_, workplan)) = self.workplan_at(at, month) else {
            return;
        };
        let half = format!("{}/{}", month.year(), 1 + month.of_year() / 6);
        let mut set = vec![format!("workplan={workplan}")];
        for language in Language::ALL {
            set.push(text(
                "title",
                language,
                &words::fill(words::of(&titles::ROUND, language), "{n}", &half),
            ));
        }
        set.push(format!("opens={}", vague::iso(at)));
        set.push(format!("closes={}", vague::iso(at + 42 * calendar::DAY)));
        set.push("state=open".to_owned());
        let person = self.editor(0);
        self.add(at, person, "status_round", set);
        self.schedule(at + ROUND_LASTS, Event::RoundClosed(n));
    }

    pub(super) fn round_closed(&mut self, at: i64, n: u32) {
        let person = self.editor(0);
        self.set(
            at,
            person,
            None,
            Handle::Planned("status_round", n),
            vec!["state=closed".to_owned()],
        );
    }

    pub(super) fn answer(&mut self, at: i64, n: u32) {
        if let Some(spec) = self.spec {
            self.next_of(spec, at, Event::Answer(n + 1));
        }
        let is_open = |round: &u32| {
            let opens = round_opens(*round);
            (opens + 1..opens + ROUND_LASTS).contains(&at)
        };
        let asked = (0..rounds()).rev().find(is_open);
        let (Some(round), Some(number)) = (asked, self.some_activity()) else {
            return;
        };
        let activity = &self.activities[number as usize];
        let (group, language, topic, status, lead) = (
            usize::from(activity.group),
            activity.tongues.first(),
            activity.title.topic,
            activity.status,
            usize::from(activity.lead),
        );
        let note = self.say(prose::PROGRESS, language, topic);
        let step = self.say(prose::NEXT_STEPS, language, topic);
        let set = vec![
            format!("round={}", Handle::Planned("status_round", round)),
            format!("activity={}", Handle::Planned("activity", number)),
            format!("organisation={}", self.organisations[lead].handle),
            status_of(status),
            text("progress_note", language, &note),
            text("next_step", language, &step),
        ];
        let person = self.editor(group);
        self.add(at, person, "answer", set);
    }
}

/// The title of an activity in a language.
fn activity_title(title: Title, language: Language) -> String {
    let mut text = about(&form_of(title).title, language, title.topic);
    if let Some(scope) = usize::from(title.scope).checked_sub(1) {
        text.push_str(words::of(&titles::SCOPES[scope], language));
    }
    if title.phase > 0 {
        text.push_str(&words::fill(
            words::of(&titles::PHASE, language),
            "{n}",
            &title.phase.to_string(),
        ));
    }
    text
}

fn form_of(title: Title) -> &'static titles::Form {
    let forms = if title.part {
        titles::PARTS
    } else {
        titles::FORMS
    };
    &forms[usize::from(title.form)]
}

/// The label of the n-th activity of a group: each group has its own style.
fn label(group: usize, n: u32) -> String {
    match group % 3 {
        0 => roman(n),
        1 => n.to_string(),
        _ => letter(n.saturating_sub(1)),
    }
}

/// The letter of a place in a list, from 0: a to z, then aa, ab.
fn letter(n: u32) -> String {
    let last = char::from(b'a' + (n % 26) as u8);
    match (n / 26).checked_sub(1) {
        Some(before) => format!("{}{last}", letter(before)),
        None => last.to_string(),
    }
}

fn roman(n: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
        (1_000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    let mut left = n;
    let mut text = String::new();
    for (value, sign) in SIGNS {
        while left >= value {
            text.push_str(sign);
            left -= value;
        }
    }
    text
}
