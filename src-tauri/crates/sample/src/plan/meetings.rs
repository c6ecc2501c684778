//! Meetings: called, planned, held, minuted, closed.

use domain::Language;

use super::{Event, Meeting, Plan, Tongues, about, text};
use crate::calendar::{self, DAY, Month};
use crate::size::{Count, Spec};
use crate::step::Handle;
use crate::vague;
use crate::words::{prose, titles};

/// Where meetings are held: the room and its time zone.
const VENUES: [(&str, &str); 9] = [
    ("Room XII", "Europe/Zurich"),
    ("Conference Room 4", "America/New_York"),
    ("Salle des Baobabs", "Africa/Dakar"),
    ("Hall B", "Africa/Addis_Ababa"),
    ("Sala Celeste", "America/Santiago"),
    ("Meeting Room 7", "Asia/Bangkok"),
    ("القاعة الكبرى", "Asia/Beirut"),
    ("Зал № 3", "Asia/Almaty"),
    ("三号会议室", "Asia/Shanghai"),
];

impl Plan {
    pub(super) fn meeting(&mut self, spec: &'static Spec, at: i64, n: u32) {
        self.next_of(spec, at, Event::Meeting(n + 1));
        let Some(group) = self.working_group(at) else {
            return;
        };
        let number = self.meetings.len() as u32;
        let tongues = self.tongues(spec, self.groups[group].language);
        let language = tongues.first();
        let topic = if self.draw.chance(700) {
            self.groups[group].topic
        } else {
            self.draw.place(titles::TOPICS.len()) as u8
        };
        let shape = &titles::MEETINGS[self.draw.weighted(&[50, 15, 15, 8, 12])];
        let day = calendar::day(at) + i64::from(self.draw.from(20, 45));
        let start = calendar::at_work(day, 420 + self.draw.below(20) * 30);
        let format = self.draw.weighted(&[55, 25, 20]);
        let (venue, zone) = VENUES[self.draw.place(VENUES.len())];
        let mut set = vec![
            format!("group={}", self.groups[group].handle),
            format!("series={}", shape.kind),
        ];
        for language in tongues.all() {
            set.push(text(
                "title",
                language,
                &about(&shape.title, language, topic),
            ));
        }
        let minutes = start.rem_euclid(DAY) / 60_000;
        set.push(format!(
            "start={}T{:02}:{:02}:00Z",
            vague::iso(start),
            minutes / 60,
            minutes % 60
        ));
        set.push(format!("zone={zone}"));
        set.push(format!(
            "format={}",
            ["online", "hybrid", "in_person"][format]
        ));
        if format > 0 {
            set.push(format!("venue={venue}"));
        }
        let spoken = Tongues::only(Language::En).with(language);
        let codes: Vec<&str> = spoken.all().map(Language::code).collect();
        set.push(format!("languages={}", codes.join(",")));
        let open = self.draw.chance(750);
        set.push(format!(
            "confidentiality={}",
            if open { "open" } else { "no_attribution" }
        ));
        set.push("state=draft".to_owned());
        let person = self.editor(group);
        self.add(at, person, "meeting", set);
        let planned = share(n + 1, spec.meetings, spec.agenda_items)
            - share(n, spec.meetings, spec.agenda_items);
        self.meetings.push(Meeting {
            group: group as u16,
            topic,
            language,
            open,
            items: Vec::new(),
            planned,
        });
        // The agenda is written over some days, but before the meeting.
        for place in 0..planned {
            let hour = 20 * i64::from(place) / i64::from(planned);
            let time = at + (hour + 1) * 3_600_000 * 12 + i64::from(self.draw.below(3_600)) * 1_000;
            self.schedule(time.min(calendar::END - 1), Event::AgendaItem(number));
        }
        self.schedule(start - 5 * DAY, Event::MeetingOpened(number));
        self.schedule(start, Event::MeetingRuns(number));
    }

    pub(super) fn agenda_item(&mut self, spec: &'static Spec, at: i64, n: u32) {
        let meeting = &self.meetings[n as usize];
        let (group, topic, language, first, last) = (
            usize::from(meeting.group),
            meeting.topic,
            meeting.language,
            meeting.items.is_empty(),
            meeting.planned == 1,
        );
        self.meetings[n as usize].planned -= 1;
        let handle = Handle::Planned("meeting", n);
        let phrase = if first {
            &prose::AGENDA[0]
        } else if last {
            &prose::AGENDA[prose::AGENDA.len() - 1]
        } else {
            &prose::AGENDA[1 + self.draw.place(prose::AGENDA.len() - 2)]
        };
        let topic = if self.draw.chance(500) {
            topic
        } else {
            self.draw.place(titles::TOPICS.len()) as u8
        };
        let mut set = vec![
            format!("meeting={handle}"),
            format!("title={}", about(phrase, language, topic)),
        ];
        if self.draw.chance(800 * spec.minutes.min(1_000) / 1_000) {
            set.push(format!("minutes={}", (1 + self.draw.below(9)) * 5));
        }
        if !first && !last && self.draw.chance(300 * spec.minutes.min(1_000) / 1_000) {
            set.push(format!("presenter={}", self.speaker(group)));
        }
        if !first && !last && self.draw.chance(200 * spec.links / 1_000) {
            let about = match self.draw.below(3) {
                0 => Some(self.groups[group].handle),
                1 if !self.joint_actions.is_empty() => Some(Handle::Planned(
                    "joint_action",
                    self.draw.place(self.joint_actions.len()) as u32,
                )),
                _ => {
                    let top = self.groups[group].tops.back().map(|(top, ..)| *top);
                    top.map(|top| Handle::Planned("activity", top))
                }
            };
            if let Some(about) = about {
                set.push(format!("about={about}"));
            }
        }
        let person = self.editor(group);
        let Handle::Planned(_, number) = self.add(at, person, "agenda_item", set) else {
            return;
        };
        if Plan::is_doomed(number, spec.agenda_items) {
            // Before the meeting is held: what was closed stays as it is.
            let soon = at + i64::from(20 + self.draw.below(100)) * 60_000;
            self.doom_at(soon, "agenda_item", number);
            return;
        }
        self.meetings[n as usize].items.push(number);
        if self.draw.chance(130 * spec.upkeep / 1_000) {
            let soon = at + i64::from(20 + self.draw.below(300)) * 60_000;
            self.schedule(soon, Event::AgendaEdited(number));
        }
    }

    /// A person or an organisation that takes the floor in a group.
    fn speaker(&mut self, group: usize) -> Handle {
        if self.draw.chance(600) && !self.people.is_empty() {
            return Handle::Planned("person", self.draw.place(self.people.len()) as u32);
        }
        let member = self.member_of(group);
        self.organisations[usize::from(member)].handle
    }

    pub(super) fn agenda_edited(&mut self, at: i64, n: u32) {
        let group = self.draw.place(self.groups.len());
        let person = self.editor(group);
        let set = vec![format!("minutes={}", (1 + self.draw.below(12)) * 10 + 1)];
        self.set(at, person, None, Handle::Planned("agenda_item", n), set);
    }

    pub(super) fn meeting_opened(&mut self, at: i64, n: u32) {
        self.meeting_state(at, n, "open");
    }

    fn meeting_state(&mut self, at: i64, n: u32, state: &str) {
        let group = usize::from(self.meetings[n as usize].group);
        let person = self.editor(group);
        self.set(
            at,
            person,
            None,
            Handle::Planned("meeting", n),
            vec![format!("state={state}")],
        );
    }

    pub(super) fn meeting_runs(&mut self, spec: &'static Spec, at: i64, n: u32) {
        self.meeting_state(at, n, "running");
        for place in 0..self.times(7_000 * spec.attendance / 1_000) {
            self.schedule(at + i64::from(place + 1) * 40_000, Event::Attended(n));
        }
        let items = self.meetings[n as usize].items.clone();
        for (place, item) in items.iter().enumerate() {
            for line in 0..self.times(420 * spec.minutes / 1_000) {
                let time = at + (place as i64 + 1) * 420_000 + i64::from(line) * 90_000;
                self.schedule(
                    time,
                    Event::Minuted {
                        meeting: n,
                        item: *item,
                    },
                );
            }
        }
        self.later(at, 1, 8, Event::MeetingClosed(n));
    }

    pub(super) fn attended(&mut self, at: i64, n: u32) {
        let group = usize::from(self.meetings[n as usize].group);
        let member = self.member_of(group);
        let mut set = vec![
            format!("meeting={}", Handle::Planned("meeting", n)),
            format!(
                "organisation={}",
                self.organisations[usize::from(member)].handle
            ),
        ];
        if self.draw.chance(450) && !self.people.is_empty() {
            set.push(format!(
                "person={}",
                Handle::Planned("person", self.draw.place(self.people.len()) as u32)
            ));
        }
        set.push(format!(
            "presence={}",
            ["room", "online", "excused", "absent"][self.draw.weighted(&[40, 40, 12, 8])]
        ));
        if self.draw.chance(40) {
            let other = self.member_of(group);
            set.push(format!(
                "alternate_for={}",
                self.organisations[usize::from(other)].handle
            ));
        }
        let person = self.editor(group);
        self.add(at, person, "attendance", set);
    }

    pub(super) fn minuted(&mut self, at: i64, n: u32, item: u32) {
        let meeting = &self.meetings[n as usize];
        let (group, language, topic, open) = (
            usize::from(meeting.group),
            meeting.language,
            meeting.topic,
            meeting.open,
        );
        let handle = Handle::Planned("agenda_item", item);
        let person = self.editor(group);
        match self.draw.weighted(&[60, 16, 24]) {
            0 => {
                let words = self.say(prose::NOTES, language, topic);
                let mut set = vec![format!("item={handle}"), format!("text={words}")];
                if open && self.draw.chance(250) {
                    set.push(format!("speaker={}", self.speaker(group)));
                }
                self.add(at, person, "note", set);
            }
            1 => {
                let words = self.say(prose::DECISIONS, language, topic);
                self.add(
                    at,
                    person,
                    "decision",
                    vec![format!("item={handle}"), format!("text={words}")],
                );
            }
            _ => {
                let words = self.say(prose::ACTION_POINTS, language, topic);
                let owner = self.speaker(group);
                let month = Month(Month::of(at).0 + self.draw.from(0, 4));
                let due = vague::point(&mut self.draw, language, month);
                let set = vec![
                    format!("item={handle}"),
                    format!("text={words}"),
                    format!("owner={owner}"),
                    format!("due={due}"),
                    "status=open".to_owned(),
                ];
                if let Handle::Planned(_, number) = self.add(at, person, "action_point", set)
                    && self.draw.chance(800)
                {
                    self.later(at, 10, 200, Event::ActionPointEnded(number));
                }
            }
        }
    }

    pub(super) fn action_point_ended(&mut self, at: i64, n: u32) {
        let done = self.draw.chance(850);
        let group = self.draw.place(self.groups.len());
        let person = self.editor(group);
        let set = vec![format!("status={}", if done { "done" } else { "dropped" })];
        self.set(at, person, None, Handle::Planned("action_point", n), set);
    }

    pub(super) fn meeting_closed(&mut self, at: i64, n: u32) {
        self.meeting_state(at, n, "closed");
        // Nothing is written below a closed meeting, so its agenda need not be known any more.
        self.meetings[n as usize].items = Vec::new();
    }
}

/// How many agenda items the first meetings have together.
fn share(meetings: u32, of: Count, items: Count) -> u32 {
    let (meetings, of, items) = (
        u64::from(meetings),
        u64::from(of.added()),
        u64::from(items.added()),
    );
    if meetings >= of {
        return items as u32;
    }
    // Every other meeting is a little longer.
    let even = meetings * items / of;
    let more = [0, 4, 1, 3, 6, 2][(meetings % 6) as usize];
    if meetings == 0 {
        0
    } else {
        (even + more).min(items) as u32
    }
}
