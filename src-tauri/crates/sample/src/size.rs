//! How large practice networks are.

/// The size of a practice network.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Size {
    /// The published network as it ships.
    S,
    /// Ten years of a busy network on top of it, 60,000 transactions in all.
    M,
    /// 200,000 records, links among them, and 1,000,000 changes.
    L,
}

impl Size {
    /// Every size, in order.
    pub const ALL: [Size; 3] = [Size::S, Size::M, Size::L];

    /// The letter it is asked for by.
    pub const fn code(self) -> &'static str {
        match self {
            Size::S => "S",
            Size::M => "M",
            Size::L => "L",
        }
    }

    /// Finds a size by its letter, without case.
    pub fn from_code(code: &str) -> Option<Size> {
        Size::ALL
            .into_iter()
            .find(|size| size.code().eq_ignore_ascii_case(code))
    }

    pub(crate) fn spec(self) -> Option<&'static Spec> {
        match self {
            Size::S => None,
            Size::M => Some(&M),
            Size::L => Some(&L),
        }
    }
}

/// How many live records of a kind the finished store lists, and how many of them the published network brings.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Count {
    /// In the finished store.
    pub live: u32,
    /// In the published network.
    pub published: u32,
    /// How many of those added are deleted again.
    pub deleted: u32,
}

impl Count {
    /// How many the plan adds.
    pub const fn added(self) -> u32 {
        self.live - self.published + self.deleted
    }
}

const fn count(live: u32, published: u32, deleted: u32) -> Count {
    Count {
        live,
        published,
        deleted,
    }
}

/// What makes up a practice network. Shares are in thousandths; an average of several is one, too.
#[derive(Debug)]
pub(crate) struct Spec {
    pub practice_groups: u32,
    pub country_networks: u32,
    pub organisations: Count,
    /// One person is made by the store itself: the one whose laptop it is.
    pub people: Count,
    pub memberships: Count,
    pub activities: Count,
    pub joint_actions: Count,
    pub pledges: Count,
    pub meetings: Count,
    pub agenda_items: Count,
    pub documents: u32,
    pub national_plans: u32,
    /// Texts that are given in more languages than one, or in another than English.
    pub tongues: u32,
    /// Whether an activity has an optional field.
    pub detail: u32,
    /// Links of an activity: leads, contributors, objectives and the rest.
    pub links: u32,
    /// Steps in the life of an activity after it was added.
    pub moves: u32,
    /// Notes on progress apart from changes of status.
    pub progress: u32,
    /// Other later edits: translations, new timelines, other leads, moves within the tree.
    pub edits: u32,
    pub milestones: u32,
    pub comments: u32,
    pub results: u32,
    /// People and organisations at a meeting.
    pub attendance: u32,
    /// Notes, decisions and action points of an agenda item.
    pub minutes: u32,
    pub answers: u32,
    /// Later edits of people, organisations, pledges, joint actions, documents.
    pub upkeep: u32,
}

static M: Spec = Spec {
    practice_groups: 24,
    country_networks: 80,
    organisations: count(800, 75, 0),
    people: count(2_500, 1, 0),
    memberships: count(6_000, 80, 60),
    activities: count(5_000, 35, 50),
    joint_actions: count(600, 0, 0),
    pledges: count(1_500, 2, 15),
    meetings: count(400, 25, 0),
    agenda_items: count(6_000, 0, 60),
    documents: 300,
    national_plans: 60,
    tongues: 1_000,
    detail: 1_000,
    links: 1_000,
    moves: 1_000,
    progress: 1_000,
    edits: 1_000,
    milestones: 1_000,
    comments: 1_000,
    results: 1_000,
    attendance: 1_000,
    minutes: 1_000,
    answers: 300,
    upkeep: 1_000,
};

static L: Spec = Spec {
    practice_groups: 80,
    country_networks: 108,
    organisations: count(2_000, 75, 0),
    people: count(6_250, 1, 0),
    memberships: count(15_000, 80, 150),
    activities: count(80_000, 35, 800),
    joint_actions: count(1_500, 0, 0),
    pledges: count(3_750, 2, 37),
    meetings: count(1_000, 25, 0),
    agenda_items: count(15_000, 0, 150),
    documents: 600,
    national_plans: 100,
    tongues: 300,
    detail: 250,
    links: 180,
    moves: 350,
    progress: 250,
    edits: 250,
    milestones: 60,
    comments: 250,
    results: 100,
    attendance: 500,
    minutes: 500,
    answers: 600,
    upkeep: 700,
};
