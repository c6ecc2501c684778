//! The closed and open lists of codes a field can take. Labels are messages `code-<vocabulary>-<code>`.

/// A list of codes with a name that message ids are built from.
#[derive(Debug, PartialEq, Eq)]
pub struct Vocabulary {
    /// The vocabulary's name, snake_case.
    pub name: &'static str,
    /// The codes in the order they are offered.
    pub codes: &'static [&'static str],
    /// Whether other codes than these are taken too.
    pub open: bool,
}

const fn closed(name: &'static str, codes: &'static [&'static str]) -> Vocabulary {
    Vocabulary {
        name,
        codes,
        open: false,
    }
}

const fn open(name: &'static str, codes: &'static [&'static str]) -> Vocabulary {
    Vocabulary {
        name,
        codes,
        open: true,
    }
}

/// Kinds of group in the Network.
pub static GROUP_KIND: Vocabulary = closed(
    "group_kind",
    &[
        "workstream",
        "working_group",
        "thematic_priority",
        "executive_committee",
        "regional_network",
        "country_network",
        "advisory_group",
        "fund_body",
    ],
);
/// Where a group stands in its life.
pub static GROUP_STATE: Vocabulary = closed(
    "group_state",
    &["proposed", "consulting", "active", "closed", "succeeded"],
);
/// Where a workplan stands.
pub static WORKPLAN_STATE: Vocabulary = closed(
    "workplan_state",
    &["draft", "consultation", "adopted", "closed"],
);
/// Categories of organisation in the Network's work.
pub static CATEGORY: Vocabulary = closed(
    "category",
    &[
        "un_entity",
        "civil_society",
        "academia",
        "diaspora",
        "private_sector",
        "trade_union",
        "faith_based",
        "youth",
        "migrant_led",
        "local_authority",
        "nhri",
        "red_cross",
        "intergovernmental",
        "special_procedure",
        "state_body",
        "coalition",
        "other",
    ],
);
/// The part an organisation or a person has in a group.
pub static ROLE: Vocabulary = closed(
    "role",
    &[
        "coordinator",
        "co_lead",
        "member",
        "observer",
        "focal_point",
        "alternate",
        "representative",
    ],
);
/// Where a membership stands.
pub static MEMBERSHIP_STATE: Vocabulary = closed(
    "membership_state",
    &["interested", "accepted", "declined", "left"],
);
/// What an activity is; the workplan names further kinds, so the list is open.
pub static ACTIVITY_KIND: Vocabulary = open(
    "activity_kind",
    &[
        "study",
        "guidance",
        "consultation",
        "event",
        "training",
        "contribution",
        "other",
    ],
);
/// Statuses of an activity: those published, and those planning needs besides.
pub static STATUS: Vocabulary = closed(
    "status",
    &[
        "unknown",
        "yet_to_start",
        "in_progress",
        "completed",
        "delayed",
        "on_hold",
        "cancelled",
    ],
);
/// The reach of a joint action.
pub static LEVEL: Vocabulary = closed("level", &["regional", "country", "cross_border"]);
/// Whether a funding line is there or looked for.
pub static FUNDING_STATE: Vocabulary = closed("funding_state", &["secured", "sought"]);
/// What a place is.
pub static PLACE_TYPE: Vocabulary =
    closed("place_type", &["country", "area", "region", "commission"]);
/// Kinds of pledge named on the pledge form.
pub static PLEDGE_KIND: Vocabulary = closed(
    "pledge_kind",
    &["individual", "common", "partnership", "matching"],
);
/// Types of commitment named on the pledge form.
pub static PLEDGE_TYPE: Vocabulary = closed(
    "pledge_type",
    &["financial", "human_resources", "process", "policy"],
);
/// How a meeting is held.
pub static FORMAT: Vocabulary = closed("format", &["online", "hybrid", "in_person"]);
/// Whether what was said may be tied to who said it.
pub static CONFIDENTIALITY: Vocabulary = closed("confidentiality", &["open", "no_attribution"]);
/// Where a meeting stands.
pub static MEETING_STATE: Vocabulary =
    closed("meeting_state", &["draft", "open", "running", "closed"]);
/// Where an action point stands.
pub static ACTION_STATUS: Vocabulary = closed("action_status", &["open", "done", "dropped"]);
/// How somebody attended.
pub static PRESENCE: Vocabulary = closed("presence", &["room", "online", "excused", "absent"]);
/// Where a document stands.
pub static DOCUMENT_STATE: Vocabulary = closed(
    "document_state",
    &["draft", "consultation", "final", "withdrawn"],
);
/// The part of an organisation in a joint action.
pub static ORG_ROLE: Vocabulary = closed("org_role", &["lead", "contributing", "implementing"]);
/// Where a country's implementation plan stands; countries name their own stages.
pub static PLAN_STATE: Vocabulary = open(
    "plan_state",
    &["none", "in_preparation", "adopted", "under_review"],
);
/// What a review is.
pub static REVIEW_KIND: Vocabulary = closed("review_kind", &["regional_review", "forum"]);
/// Where a status round stands.
pub static ROUND_STATE: Vocabulary = closed("round_state", &["open", "closed"]);
/// How sure a fact is.
pub static STANDING: Vocabulary =
    closed("standing", &["published", "inferred", "unconfirmed", "own"]);

/// Every vocabulary, by name.
pub static VOCABULARIES: &[&Vocabulary] = &[
    &GROUP_KIND,
    &GROUP_STATE,
    &WORKPLAN_STATE,
    &CATEGORY,
    &ROLE,
    &MEMBERSHIP_STATE,
    &ACTIVITY_KIND,
    &STATUS,
    &LEVEL,
    &FUNDING_STATE,
    &PLACE_TYPE,
    &PLEDGE_KIND,
    &PLEDGE_TYPE,
    &FORMAT,
    &CONFIDENTIALITY,
    &MEETING_STATE,
    &ACTION_STATUS,
    &PRESENCE,
    &DOCUMENT_STATE,
    &ORG_ROLE,
    &PLAN_STATE,
    &REVIEW_KIND,
    &ROUND_STATE,
    &STANDING,
];
