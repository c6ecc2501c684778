//! Workplans, groups, organisations, people and who belongs to what.

use std::collections::VecDeque;

use domain::{Language, fold::fold};

use super::{
    Event, Group, Membership, Organisation, Party, Person, Plan, Tongues, about, several, text,
};
use crate::calendar::{self, Month};
use crate::size::Spec;
use crate::step::Handle;
use crate::vague::{self, Span};
use crate::words::{self, names, organisations, places, prose, titles};

/// The practice workplans: their years, and their state at the end.
pub(super) const WORKPLANS: [(i32, i32, &str); 4] = [
    (2016, 2018, "closed"),
    (2019, 2020, "closed"),
    (2025, 2026, "adopted"),
    (2027, 2028, "draft"),
];

/// Published groups that plan work, from the year given: key and topic.
const PUBLISHED_GROUPS: [(&str, u8, i32); 12] = [
    ("WS1", 0, 2022),
    ("WS2", 5, 2022),
    ("WS3", 39, 2022),
    ("SMUGGLING", 13, 2022),
    ("SOCIOECON", 19, 2022),
    ("CLIMATE", 9, 2022),
    ("PATHWAYS", 6, 2022),
    ("BLMA", 2, 2022),
    ("ATD", 1, 2022),
    ("RETURN", 7, 2022),
    ("EXCOM", 32, 2019),
    ("MPTF-SC", 10, 2019),
];

/// Published organisations that take part: entities of the UN.
const PUBLISHED_ORGANISATIONS: [&str; 24] = [
    "IOM",
    "ILO",
    "OHCHR",
    "UNDESA",
    "UNDP",
    "UNHCR",
    "UNICEF",
    "UNODC",
    "WHO",
    "UNECA",
    "UNECE",
    "ECLAC",
    "ESCAP",
    "ESCWA",
    "FAO",
    "UN-HABITAT",
    "UNITAR",
    "UNU",
    "UN-WOMEN",
    "WFP",
    "IMO",
    "UNESCO",
    "UNFPA",
    "UNEP",
];

/// Countries whose networks are published, so that no practice network is made beside them.
const PUBLISHED_NETWORKS: [&str; 12] = [
    "894", "031", "694", "792", "400", "368", "682", "048", "414", "634", "784", "788",
];

/// The roles of the vocabulary that are handed out, by place.
const ROLES: [&str; 7] = domain_roles();

const fn domain_roles() -> [&'static str; 7] {
    let codes = domain::vocabulary::ROLE.codes;
    let mut roles = [""; 7];
    let mut at = 0;
    while at < 7 {
        roles[at] = codes[at];
        at += 1;
    }
    roles
}

const CO_LEAD: u8 = 1;
const MEMBER: u8 = 2;
const OBSERVER: u8 = 3;
const FOCAL_POINT: u8 = 4;
const ALTERNATE: u8 = 5;
const REPRESENTATIVE: u8 = 6;

/// When a workplan is first written down; the first is there from the start.
pub(super) fn workplan_day(n: u32) -> Option<i64> {
    let (first, _, _) = WORKPLANS[n as usize];
    (first > 2016).then(|| Month((first - 2016) * 12 - 5).middle() + 9 * 3_600_000)
}

/// The workplan of a month, as a place in a list of six: four practice ones and two published ones.
fn workplan_of(month: Month) -> u8 {
    match month.year() {
        ..=2018 => 0,
        2019 | 2020 => 1,
        2021 => 4,
        2022..=2024 => 5,
        2025 | 2026 => 2,
        _ => 3,
    }
}

impl Plan {
    /// The groups and organisations that the published network brings.
    pub(super) fn found(&mut self) {
        for key in PUBLISHED_ORGANISATIONS {
            self.organisations.push(Organisation {
                handle: Handle::Published("organisation", key),
                form: 0,
                place: 0,
                tongues: Tongues::only(Language::En),
                coalition: false,
            });
        }
        for (key, topic, _) in PUBLISHED_GROUPS {
            self.groups.push(new_group(
                Handle::Published("group", key),
                Language::En,
                topic,
            ));
        }
    }

    pub(super) fn workplan(&mut self, at: i64, n: u32) {
        let (first, last, _) = WORKPLANS[n as usize];
        let years = format!("{first}-{last}");
        let mut set: Vec<String> = Language::ALL
            .into_iter()
            .map(|language| {
                text(
                    "title",
                    language,
                    &words::fill(words::of(&titles::WORKPLAN, language), "{n}", &years),
                )
            })
            .collect();
        set.push(format!("first={first}-01-01"));
        set.push(format!("last={last}-12-31"));
        set.push("state=draft".to_owned());
        set.push(
            "status_labels=Yet to start:yet_to_start,In progress:in_progress,Completed:completed"
                .to_owned(),
        );
        match n {
            1 => set.push(format!("predecessor={}", Handle::Planned("workplan", 0))),
            2 => set.push(format!(
                "predecessor={}",
                Handle::Published("workplan", "2022-2024")
            )),
            3 => set.push(format!("predecessor={}", Handle::Planned("workplan", 2))),
            _ => {}
        }
        let person = self.editor(0);
        self.add(at, person, "workplan", set);
        self.later(at, 30, 50, Event::WorkplanMoved { plan: n, step: 0 });
    }

    pub(super) fn workplan_moved(&mut self, at: i64, n: u32, step: u32) {
        let (_, last, end) = WORKPLANS[n as usize];
        let state = ["consultation", "adopted", "closed"][step as usize];
        let person = self.editor(0);
        self.set(
            at,
            person,
            None,
            Handle::Planned("workplan", n),
            vec![format!("state={state}")],
        );
        match (step, end) {
            (0, "adopted" | "closed") => {
                self.later(at, 30, 60, Event::WorkplanMoved { plan: n, step: 1 })
            }
            (1, "closed") => {
                let time = Month((last + 1 - 2016) * 12).middle() + 10 * 3_600_000;
                self.schedule(time.max(at), Event::WorkplanMoved { plan: n, step: 2 });
            }
            _ => {}
        }
    }

    /// The handle of the workplan of a month, where it is written down by now.
    pub(super) fn workplan_at(&self, at: i64, month: Month) -> Option<(u8, Handle)> {
        let place = workplan_of(month);
        let handle = match place {
            4 => Handle::Published("workplan", "2021-2022"),
            5 => Handle::Published("workplan", "2022-2024"),
            place => {
                let written =
                    workplan_day(u32::from(place)).unwrap_or(calendar::START + 9 * 3_600_000);
                if at < written + 3_600_000 {
                    return None;
                }
                Handle::Planned("workplan", u32::from(place))
            }
        };
        Some((place, handle))
    }

    pub(super) fn group(&mut self, spec: &'static Spec, at: i64, n: u32) {
        self.next_of(spec, at, Event::Group(n + 1));
        let languages = [
            Language::En,
            Language::Fr,
            Language::Es,
            Language::En,
            Language::Ar,
            Language::Ru,
            Language::Zh,
        ];
        if n < spec.practice_groups {
            let topic = (n * 7 % titles::TOPICS.len() as u32) as u8;
            let language = if n % 4 == 3 {
                languages[(n / 4 % 7) as usize]
            } else {
                Language::En
            };
            let kind = [
                "working_group",
                "thematic_priority",
                "working_group",
                "advisory_group",
            ][(n % 4) as usize];
            let mut set = vec![format!("kind={kind}"), format!("code=PG{}", n + 1)];
            for language in Language::ALL {
                set.push(text(
                    "name",
                    language,
                    &about(&titles::GROUP, language, topic),
                ));
            }
            for language in Tongues::only(Language::En).with(language).all() {
                set.push(text(
                    "purpose",
                    language,
                    &about(&titles::PURPOSE, language, topic),
                ));
            }
            set.push("state=active".to_owned());
            let created = vague::point(&mut self.draw, language, Month::of(at));
            set.push(format!("created={created}"));
            let handle = self.add(at, None, "group", set);
            self.groups.push(new_group(handle, language, topic));
            let weight = if kind == "working_group" { 8 } else { 4 };
            self.open_group((self.groups.len() - 1) as u16, weight);
            return;
        }
        let mut countries = places::COUNTRIES
            .iter()
            .filter(|country| !PUBLISHED_NETWORKS.contains(&country.code));
        let Some(country) = countries.nth((n - spec.practice_groups) as usize) else {
            return;
        };
        let language = languages[(n % 7) as usize];
        let mut set = vec!["kind=country_network".to_owned()];
        for language in Language::ALL {
            let name = words::fill(
                words::of(&titles::COUNTRY_NETWORK, language),
                "{p}",
                words::of(&country.name, language),
            );
            set.push(text("name", language, &name));
        }
        set.push("state=active".to_owned());
        let created = vague::point(&mut self.draw, language, Month::of(at));
        set.push(format!("created={created}"));
        set.push(format!("place=@place/M49:{}", country.code));
        set.push(text("notes", Language::En, prose::REMARKS[0][0]));
        let person = self.editor(0);
        let handle = self.add(at, person, "group", set);
        let topic = self.draw.place(titles::TOPICS.len()) as u8;
        self.groups.push(new_group(handle, language, topic));
        self.open_group((self.groups.len() - 1) as u16, 2);
    }

    fn open_group(&mut self, group: u16, weight: usize) {
        self.ballot.extend(std::iter::repeat_n(group, weight));
    }

    /// A group that plans work at a time, published ones from their year on.
    pub(super) fn working_group(&mut self, at: i64) -> Option<usize> {
        let year = Month::of(at).year();
        let published = PUBLISHED_GROUPS
            .iter()
            .filter(|(_, _, from)| *from <= year)
            .count();
        // As many votes for every published workstream as for a practice working group.
        let votes = self.ballot.len() + published * 8;
        if votes == 0 {
            return None;
        }
        let vote = self.draw.place(votes);
        match vote.checked_sub(self.ballot.len()) {
            None => self.ballot.get(vote).map(|group| usize::from(*group)),
            Some(rest) => PUBLISHED_GROUPS
                .iter()
                .enumerate()
                .filter(|(_, (_, _, from))| *from <= year)
                .nth(rest / 8)
                .map(|(place, _)| place),
        }
    }

    pub(super) fn organisation(&mut self, spec: &'static Spec, at: i64, n: u32) {
        self.next_of(spec, at, Event::Organisation(n + 1));
        let (forms, roots) = (
            organisations::FORMS.len() as u32,
            organisations::PLACES.len() as u32,
        );
        // A step without a common divisor goes through all pairs of form and place once.
        let pair = (self.names.organisation + n * 1_009) % (forms * roots);
        let (mut form, mut place) = ((pair % forms) as u8, (pair / forms) as u8);
        let planned = self.organisations.len() - PUBLISHED_ORGANISATIONS.len();
        // Somebody adds an organisation that is there already, spelt a little otherwise.
        let again = planned > 20 && n % 150 == 149;
        if again {
            let known =
                &self.organisations[PUBLISHED_ORGANISATIONS.len() + self.draw.place(planned)];
            (form, place) = (known.form, known.place);
        }
        let shape = &organisations::FORMS[usize::from(form)];
        let [latin, ..] = organisations::PLACES[usize::from(place)];
        let language = Language::ALL[self.draw.weighted(&[60, 12, 12, 6, 5, 5])];
        let mut tongues = self.tongues(spec, language);
        if self.draw.chance(850) {
            tongues = tongues.with(Language::En);
        }
        let acronym = format!("{}{}", latin[..3].to_uppercase(), shape.acronym);
        let mut set = Vec::new();
        if !again {
            set.push(format!("acronym={acronym}"));
        }
        for language in tongues.all() {
            let mut name = organisation_name(form, place, language);
            if again {
                name = name
                    .replace("Centre", "Center")
                    .replace("Association", "Assoc.")
                    .replace("Institute", "Inst.");
            }
            set.push(text("name", language, &name));
        }
        set.push(format!("category={}", shape.category));
        let country = self
            .draw
            .pick(places::COUNTRIES)
            .map_or("008", |country| country.code);
        set.push(format!("country=@place/M49:{country}"));
        if self.draw.chance(450) {
            set.push(format!(
                "website=https://{}.example",
                acronym.to_lowercase()
            ));
        }
        if self.draw.chance(180) {
            set.push(format!("aliases+={}", self.alias(latin)));
        }
        if self.draw.chance(80) {
            set.push(format!("identifiers=PRACTICE-ORG:{:06}", 100_000 + n));
        }
        if planned > 0 && self.draw.chance(40) {
            let parent =
                self.organisations[PUBLISHED_ORGANISATIONS.len() + self.draw.place(planned)].handle;
            set.push(format!("parent={parent}"));
        }
        if shape.category == "coalition" && planned > 4 {
            let first = self.draw.place(planned - 1);
            let by: Vec<Handle> = (first..first + 2)
                .map(|place| self.organisations[PUBLISHED_ORGANISATIONS.len() + place].handle)
                .collect();
            set.push(format!("represented_by={}", several(&by)));
        }
        let person = self.editor(0);
        let handle = self.add(at, person, "organisation", set);
        self.organisations.push(Organisation {
            handle,
            form,
            place,
            tongues,
            coalition: shape.category == "coalition",
        });
        let number = (self.organisations.len() - 1) as u32;
        for _ in 0..self.times(600 * spec.upkeep / 1_000) {
            self.later(at, 20, 1_500, Event::OrganisationEdited(number));
        }
    }

    fn alias(&mut self, latin: &str) -> String {
        let alias = self
            .draw
            .pick(organisations::ALIASES)
            .copied()
            .unwrap_or("{r}");
        words::fill(alias, "{r}", latin)
    }

    pub(super) fn organisation_edited(&mut self, at: i64, n: u32) {
        let Some(organisation) = self.organisations.get(n as usize) else {
            return;
        };
        let (handle, form, place, tongues) = (
            organisation.handle,
            organisation.form,
            organisation.place,
            organisation.tongues,
        );
        let [latin, ..] = organisations::PLACES[usize::from(place)];
        let set = match (self.draw.below(4), tongues.missing()) {
            (0 | 1, Some(language)) => {
                self.organisations[n as usize].tongues = tongues.with(language);
                text("name", language, &organisation_name(form, place, language))
            }
            (2, _) => format!("aliases+={}", self.alias(latin)),
            _ => format!(
                "website=https://www.{}-{}.example",
                latin.to_lowercase(),
                self.draw.below(1_000)
            ),
        };
        let person = self.editor(0);
        self.set(at, person, None, handle, vec![set]);
    }

    pub(super) fn person(&mut self, spec: &'static Spec, at: i64, n: u32) {
        self.next_of(spec, at, Event::Person(n + 1));
        let cultures = names::CULTURES.len() as u32;
        let culture = n % cultures;
        let words = &names::CULTURES[culture as usize];
        let (given, begin, end) = (
            words.given.len() as u32,
            words.begin.len() as u32,
            words.end.len() as u32,
        );
        // A step without a common divisor goes through all names of a spelling once.
        let pair = (self.names.person + n / cultures * 209) % (given * begin * end);
        let end = words.end[(pair / given / begin % end) as usize];
        let begin = words.begin[(pair / given % begin) as usize];
        let given = words.given[(pair % given) as usize];
        let in_latin = if words.family_first {
            format!("{}{} {}", begin[0], end[0], given[0])
        } else {
            format!("{} {}{}", given[0], begin[0], end[0])
        };
        let own = match (given[1], words.family_first, words.language) {
            ("", _, _) => None,
            (name, true, Language::Zh) => Some(format!("{}{}{name}", begin[1], end[1])),
            (name, true, _) => Some(format!("{}{} {name}", begin[1], end[1])),
            (name, false, _) => Some(format!("{name} {}{}", begin[1], end[1])),
        };
        // Some write their name in both scripts, some only in their own.
        let name = match own {
            Some(own) if self.draw.chance(120) => own,
            Some(own) => format!("{in_latin} ({own})"),
            None => in_latin.clone(),
        };
        let organisation = if self.draw.chance(300) {
            self.draw.place(PUBLISHED_ORGANISATIONS.len())
        } else {
            self.draw.place(self.organisations.len())
        };
        let mut set = vec![format!("name={name}")];
        if self.draw.chance(800) {
            set.push(format!("function={}", self.function(words.language)));
        }
        set.push(format!(
            "organisation={}",
            self.organisations[organisation].handle
        ));
        let second = Language::ALL[self.draw.place(3)];
        let languages = Tongues::only(words.language).with(second);
        if self.draw.chance(500) {
            let codes: Vec<&str> = languages.all().map(Language::code).collect();
            set.push(format!("languages={}", codes.join(",")));
        }
        if self.draw.chance(350) {
            let account: String = fold(&in_latin)
                .chars()
                .filter_map(|c| match c {
                    'a'..='z' => Some(c),
                    ' ' => Some('.'),
                    _ => None,
                })
                .collect();
            set.push(format!("email={account}@practice{}.example", organisation));
        }
        if self.draw.chance(100) {
            // No country has the code 999.
            set.push(format!("phone=+999 555 {:04}", self.draw.below(10_000)));
        }
        let person = self.editor(0);
        self.add(at, person, "person", set);
        self.people.push(Person {
            culture: culture as u8,
            organisation: organisation as u16,
        });
        let number = (self.people.len() - 1) as u32;
        for _ in 0..self.times(350 * spec.upkeep / 1_000) {
            self.later(at, 60, 1_400, Event::PersonEdited(number));
        }
    }

    fn function(&mut self, language: Language) -> &'static str {
        self.draw
            .pick(names::FUNCTIONS)
            .map_or("", |function| words::of(function, language))
    }

    pub(super) fn person_edited(&mut self, at: i64, n: u32) {
        let language = names::CULTURES[usize::from(self.people[n as usize].culture)].language;
        let mut set = Vec::new();
        if self.draw.chance(400) {
            let organisation = self.draw.place(self.organisations.len());
            self.people[n as usize].organisation = organisation as u16;
            set.push(format!(
                "organisation={}",
                self.organisations[organisation].handle
            ));
        }
        if set.is_empty() || self.draw.chance(500) {
            let unit = self.draw.from(1, 12);
            set.push(format!("function={} ({unit})", self.function(language)));
        }
        let person = self.editor(0);
        self.set(at, person, None, Handle::Planned("person", n), set);
    }

    pub(super) fn membership(&mut self, spec: &'static Spec, at: i64, n: u32) {
        self.next_of(spec, at, Event::Membership(n + 1));
        let doomed = Plan::is_doomed(n, spec.memberships);
        let Some((group, party, role)) = self.free_term(at) else {
            return;
        };
        self.terms.insert((group as u16, party, role));
        let language = self.groups[group].language;
        let mut set = vec![format!("group={}", self.groups[group].handle)];
        match party {
            Party::Organisation(place) => {
                set.push(format!(
                    "organisation={}",
                    self.organisations[usize::from(place)].handle
                ));
            }
            Party::Person(number) => {
                set.push(format!("person={}", Handle::Planned("person", number)));
                let organisation = usize::from(self.people[number as usize].organisation);
                if self.draw.chance(500) {
                    set.push(format!(
                        "on_behalf_of={}",
                        self.organisations[organisation].handle
                    ));
                }
            }
        }
        set.push(format!("role={}", ROLES[usize::from(role)]));
        let interested = !doomed && role != CO_LEAD && self.draw.chance(250);
        if interested {
            set.push("state=interested".to_owned());
        } else {
            set.push("state=accepted".to_owned());
            if self.draw.chance(600) {
                let from = vague::point(&mut self.draw, language, Month::of(at));
                set.push(format!("from={from}"));
            }
        }
        let person = self.editor(group);
        let handle = self.add(at, person, "membership", set);
        let Handle::Planned(_, number) = handle else {
            return;
        };
        self.memberships.push(Membership {
            group: group as u16,
            party,
            role,
        });
        if doomed {
            self.terms.remove(&(group as u16, party, role));
            self.doom(at, "membership", number);
            return;
        }
        if interested {
            self.later(at, 5, 60, Event::MembershipSettled(number));
        } else {
            self.joined(at, number);
        }
        if self.draw.chance(60 * spec.upkeep / 1_000) {
            self.later(at, 60, 400, Event::MembershipNoted(number));
        }
    }

    /// A group, party and role for which there is no term yet.
    fn free_term(&mut self, at: i64) -> Option<(usize, Party, u8)> {
        for _ in 0..200 {
            let group = self.working_group(at)?;
            let members = self.groups[group].members.len();
            let by_person = !self.people.is_empty() && members > 2 && self.draw.chance(330);
            let (party, role) = if by_person {
                let person = self.draw.place(self.people.len()) as u32;
                (
                    Party::Person(person),
                    if self.draw.chance(700) {
                        FOCAL_POINT
                    } else {
                        ALTERNATE
                    },
                )
            } else {
                let place = if self.draw.chance(250) {
                    self.draw.place(PUBLISHED_ORGANISATIONS.len())
                } else {
                    self.draw.place(self.organisations.len())
                };
                let role = if self.groups[group].leads.len() < 2 && self.draw.chance(400) {
                    CO_LEAD
                } else if self.organisations[place].coalition {
                    REPRESENTATIVE
                } else if self.draw.chance(150) {
                    OBSERVER
                } else {
                    MEMBER
                };
                (Party::Organisation(place as u16), role)
            };
            if !self.terms.contains(&(group as u16, party, role)) {
                return Some((group, party, role));
            }
        }
        None
    }

    /// Counts a member in, and has it leave some day, now and then.
    fn joined(&mut self, at: i64, number: u32) {
        let membership = &self.memberships[number as usize];
        let (group, party, role) = (
            usize::from(membership.group),
            membership.party,
            membership.role,
        );
        match party {
            Party::Organisation(place) => {
                let group = &mut self.groups[group];
                group.members.push(place);
                if role == CO_LEAD {
                    group.leads.push(place);
                }
            }
            Party::Person(number) => {
                if self.groups[group].editors.len() < 4 {
                    self.groups[group].editors.push(number);
                }
            }
        }
        let leaves = if role == CO_LEAD { 600 } else { 130 };
        if self.draw.chance(leaves) {
            self.later(at, 200, 1_800, Event::MembershipEnded(number));
        }
    }

    pub(super) fn membership_settled(&mut self, at: i64, n: u32) {
        let group = usize::from(self.memberships[n as usize].group);
        let accepted = self.draw.chance(880);
        let mut set = vec![format!(
            "state={}",
            if accepted { "accepted" } else { "declined" }
        )];
        if accepted {
            let from = vague::point(&mut self.draw, self.groups[group].language, Month::of(at));
            set.push(format!("from={from}"));
        }
        let person = self.editor(group);
        self.set(at, person, None, Handle::Planned("membership", n), set);
        if accepted {
            self.joined(at, n);
        }
    }

    pub(super) fn membership_ended(&mut self, at: i64, n: u32) {
        let membership = &self.memberships[n as usize];
        let (group, party, role) = (
            usize::from(membership.group),
            membership.party,
            membership.role,
        );
        let to = vague::point(&mut self.draw, self.groups[group].language, Month::of(at));
        let set = vec![format!("to={to}"), "state=left".to_owned()];
        let person = self.editor(group);
        let reason = self.reason(self.groups[group].language, 200);
        self.set(at, person, reason, Handle::Planned("membership", n), set);
        // It may come back for a further term.
        self.terms.remove(&(group as u16, party, role));
        if let Party::Organisation(place) = party {
            let group = &mut self.groups[group];
            remove_one(&mut group.members, place);
            if role == CO_LEAD {
                remove_one(&mut group.leads, place);
            }
        }
    }

    pub(super) fn membership_noted(&mut self, at: i64, n: u32) {
        let group = usize::from(self.memberships[n as usize].group);
        let language = self.groups[group].language;
        let set = vec![text(
            "notes",
            language,
            words::of(&prose::REMARKS[1], language),
        )];
        let person = self.editor(group);
        self.set(at, person, None, Handle::Planned("membership", n), set);
    }

    /// An organisation of a group, or any where the group has none yet.
    pub(super) fn member_of(&mut self, group: usize) -> u16 {
        let members = &self.groups[group].members;
        match self.draw.pick(members) {
            Some(member) => *member,
            None => self.draw.place(self.organisations.len()) as u16,
        }
    }

    /// A co-lead of a group, else a member.
    pub(super) fn lead_of(&mut self, group: usize) -> u16 {
        match self.draw.pick(&self.groups[group].leads) {
            Some(lead) => *lead,
            None => self.member_of(group),
        }
    }

    /// Some months from a month on, as an activity takes.
    pub(super) fn some_months(&mut self, first: i32) -> Span {
        const LENGTHS: [i32; 14] = [1, 1, 1, 2, 3, 3, 3, 6, 6, 9, 12, 18, 24, 36];
        let months = self.draw.pick(&LENGTHS).copied().unwrap_or(3);
        // Long ones are planned by the quarter or the half-year.
        let grain = match months {
            3 => 3,
            6 => 6,
            9.. => 12,
            _ => 1,
        };
        Span {
            first: Month(first - first.rem_euclid(grain)),
            months,
        }
    }
}

fn remove_one(list: &mut Vec<u16>, value: u16) {
    if let Some(place) = list.iter().position(|known| *known == value) {
        list.remove(place);
    }
}

fn new_group(handle: Handle, language: Language, topic: u8) -> Group {
    Group {
        handle,
        language,
        topic,
        members: Vec::new(),
        leads: Vec::new(),
        editors: Vec::new(),
        tops: VecDeque::new(),
        labels: 0,
        workplan: u8::MAX,
    }
}

/// The name of an organisation in a language.
fn organisation_name(form: u8, place: u8, language: Language) -> String {
    let [latin, arabic, cyrillic, chinese] = organisations::PLACES[usize::from(place)];
    let place = match language {
        Language::En | Language::Fr | Language::Es => latin,
        Language::Ar => arabic,
        Language::Ru => cyrillic,
        Language::Zh => chinese,
    };
    words::fill(
        words::of(&organisations::FORMS[usize::from(form)].name, language),
        "{r}",
        place,
    )
}
