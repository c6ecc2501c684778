//! Every kind of record, written once.
//!
//! Table and column numbers are permanent and never reused. The committed list they are held against is the schema
//! itself: each column of `store/sql/*.sql` carries its number, and those files never change once released.

use crate::kind::{Field, Home, Kind, Label, LinkTarget, Links, Personal, Type};
use crate::vocabulary::{self as codes, Vocabulary};

/// The column of a record's existence; its first value is the create change.
pub const EXISTS: u16 = 0;
/// The column of free notes.
pub const NOTES: u8 = 1;
/// The column of where the record's facts come from.
pub const PROVENANCE: u8 = 2;
/// The column of a row's place: the fractional index, and in a tree the parent with it.
pub const POSITION: u8 = 3;
/// The column that joins duplicates.
pub const SAME_AS: u8 = 4;
/// The column that closes a meeting, a round or a plan at a vector.
pub const CLOSED: u8 = 5;
/// The column of the statement that a person's personal values are erased.
pub const ERASED: u8 = 6;
/// Tables of the statements of a network with an owner: grant, site, revoke; reserved.
pub const RESERVED_TABLES: [u16; 3] = [40, 41, 42];
/// The card of a site: label, person, key; the first transaction of each.
pub const SITE_TABLE: u16 = 32;

const fn field(number: u8, name: &'static str, ty: Type) -> Field {
    Field {
        number,
        name,
        ty,
        personal: Personal::No,
    }
}
const fn text(number: u8, name: &'static str) -> Field {
    field(number, name, Type::Text)
}
const fn plain(number: u8, name: &'static str) -> Field {
    field(number, name, Type::Plain)
}
const fn integer(number: u8, name: &'static str) -> Field {
    field(number, name, Type::Integer)
}
const fn flag(number: u8, name: &'static str) -> Field {
    field(number, name, Type::Flag)
}
const fn date(number: u8, name: &'static str) -> Field {
    field(number, name, Type::Date)
}
const fn moment(number: u8, name: &'static str) -> Field {
    field(number, name, Type::Moment)
}
const fn vague(number: u8, name: &'static str) -> Field {
    field(number, name, Type::Vague)
}
const fn code(number: u8, name: &'static str, vocabulary: &'static Vocabulary) -> Field {
    field(number, name, Type::Code(vocabulary))
}
const fn one(number: u8, name: &'static str, to: &'static [&'static str]) -> Field {
    field(number, name, Type::Reference(to))
}
const fn many(number: u8, name: &'static str, table: u16, to: &'static [&'static str]) -> Field {
    field(
        number,
        name,
        Type::Links(Links {
            table,
            to: LinkTarget::Records(to),
            roles: None,
        }),
    )
}
const fn many_with(
    number: u8,
    name: &'static str,
    table: u16,
    to: &'static [&'static str],
    roles: &'static Vocabulary,
) -> Field {
    field(
        number,
        name,
        Type::Links(Links {
            table,
            to: LinkTarget::Records(to),
            roles: Some(roles),
        }),
    )
}
const fn words(number: u8, name: &'static str, table: u16) -> Field {
    field(
        number,
        name,
        Type::Links(Links {
            table,
            to: LinkTarget::Words,
            roles: None,
        }),
    )
}
const fn words_with(
    number: u8,
    name: &'static str,
    table: u16,
    roles: &'static Vocabulary,
) -> Field {
    field(
        number,
        name,
        Type::Links(Links {
            table,
            to: LinkTarget::Words,
            roles: Some(roles),
        }),
    )
}
const fn contact(number: u8, name: &'static str) -> Field {
    Field {
        number,
        name,
        ty: Type::Plain,
        personal: Personal::Contact,
    }
}
const fn named(number: u8, name: &'static str, to: &'static [&'static str]) -> Field {
    Field {
        number,
        name,
        ty: Type::Reference(to),
        personal: Personal::NoAttribution,
    }
}

/// The fields every kind has besides its own. In a tree kind, `position` is the second half of the cell `parent` names.
pub static COMMON: &[Field] = &[
    text(NOTES, "notes"),
    field(PROVENANCE, "provenance", Type::Provenance),
    field(POSITION, "position", Type::Position),
];

/// What people say something of.
const ANYTHING: &[&str] = &[
    "activity",
    "joint_action",
    "group",
    "organisation",
    "person",
    "place",
    "pledge",
    "meeting",
    "workplan",
    "membership",
    "milestone",
    "funding",
    "country_facts",
    "agenda_item",
    "decision",
    "action_point",
    "document",
    "status_round",
    "answer",
    "result",
    "national_plan",
    "review",
];

const fn kind(
    table: u16,
    name: &'static str,
    plural: &'static str,
    label: Label,
    fields: &'static [Field],
) -> Kind {
    Kind {
        table,
        name,
        plural,
        fields,
        owned: &[],
        label,
        owner: None,
        home: Home::Network,
        period: None,
        read_only: false,
    }
}

/// Every kind of record, by permanent table number.
pub static KINDS: &[Kind] = &[
    Kind {
        period: Some(("first", Some("last"))),
        ..kind(
            1,
            "workplan",
            "workplans",
            Label::Fields(&["title"]),
            &[
                text(16, "title"),
                date(17, "first"),
                date(18, "last"),
                code(19, "state", &codes::WORKPLAN_STATE),
                one(20, "predecessor", &["workplan"]),
                words_with(21, "status_labels", 69, &codes::STATUS),
                field(CLOSED, "adopted_at", Type::Closing),
            ],
        )
    },
    Kind {
        home: Home::Itself,
        period: Some(("created", None)),
        ..kind(
            2,
            "group",
            "groups",
            Label::Fields(&["name"]),
            &[
                code(16, "kind", &codes::GROUP_KIND),
                plain(17, "code"),
                integer(18, "number"),
                text(19, "name"),
                text(20, "purpose"),
                many(21, "mandate", 67, &["mandate"]),
                one(22, "workplan", &["workplan"]),
                code(23, "state", &codes::GROUP_STATE),
                many(24, "succeeds", 68, &["group"]),
                vague(25, "created"),
                one(26, "place", &["place"]),
            ],
        )
    },
    kind(
        3,
        "organisation",
        "organisations",
        Label::Fields(&["acronym", "name"]),
        &[
            plain(16, "acronym"),
            text(17, "name"),
            words(18, "aliases", 64),
            code(19, "category", &codes::CATEGORY),
            one(20, "parent", &["organisation"]),
            one(21, "country", &["place"]),
            plain(22, "website"),
            words(23, "identifiers", 65),
            many(24, "represented_by", 66, &["organisation"]),
            many(25, "distinct_from", 90, &["organisation"]),
            field(SAME_AS, "same_as", Type::SameAs),
        ],
    ),
    kind(
        4,
        "person",
        "people",
        Label::Fields(&["name"]),
        &[
            plain(16, "name"),
            plain(17, "function"),
            one(18, "organisation", &["organisation"]),
            words(19, "languages", 70),
            contact(20, "email"),
            contact(21, "phone"),
            flag(22, "unnamed"),
            many(23, "distinct_from", 91, &["person"]),
            field(SAME_AS, "same_as", Type::SameAs),
            field(ERASED, "erased", Type::Erased),
        ],
    ),
    Kind {
        owner: Some("group"),
        home: Home::Owner,
        period: Some(("from", Some("to"))),
        ..kind(
            5,
            "membership",
            "memberships",
            Label::References(&["organisation", "person", "group"]),
            &[
                one(16, "group", &["group"]),
                one(17, "organisation", &["organisation"]),
                one(18, "person", &["person"]),
                code(19, "role", &codes::ROLE),
                vague(20, "from"),
                vague(21, "to"),
                code(22, "state", &codes::MEMBERSHIP_STATE),
                one(23, "on_behalf_of", &["organisation"]),
            ],
        )
    },
    Kind {
        home: Home::Group("group"),
        ..kind(
            6,
            "activity",
            "activities",
            Label::Fields(&["title"]),
            &[
                one(16, "group", &["group"]),
                one(17, "workplan", &["workplan"]),
                field(18, "parent", Type::Parent),
                plain(19, "order_label"),
                text(20, "title"),
                text(21, "description"),
                code(22, "kind", &codes::ACTIVITY_KIND),
                vague(23, "timeline"),
                code(24, "status", &codes::STATUS),
                text(25, "progress_note"),
                text(26, "next_step"),
                many(27, "leads", 71, &["organisation", "person"]),
                many(28, "contributors", 72, &["organisation", "person"]),
                many(29, "objectives", 73, &["objective"]),
                many(30, "principles", 74, &["principle"]),
                many(31, "mandate", 75, &["mandate"]),
                many(32, "depends_on", 76, &["activity"]),
                many(33, "products", 77, &["document"]),
                flag(34, "draft"),
                one(35, "carried_from", &["activity"]),
            ],
        )
    },
    Kind {
        owned: &[field(0, "funding", Type::Owned(&["funding"]))],
        ..kind(
            7,
            "joint_action",
            "joint_actions",
            Label::Fields(&["title"]),
            &[
                text(16, "title"),
                code(17, "level", &codes::LEVEL),
                plain(18, "kind"),
                text(19, "description"),
                vague(20, "timeline"),
                code(21, "status", &codes::STATUS),
                many(22, "groups", 78, &["group"]),
                many_with(23, "organisations", 79, &["organisation"], &codes::ORG_ROLE),
                many(24, "places", 80, &["place"]),
                many(25, "objectives", 81, &["objective"]),
                many(26, "principles", 82, &["principle"]),
                many(27, "activities", 83, &["activity"]),
                many(28, "pledges", 84, &["pledge"]),
                flag(29, "draft"),
            ],
        )
    },
    Kind {
        owner: Some("of"),
        home: Home::Owner,
        ..kind(
            8,
            "milestone",
            "milestones",
            Label::Fields(&["title"]),
            &[
                one(16, "of", &["activity", "joint_action"]),
                plain(17, "title"),
                vague(18, "due"),
                date(19, "reached"),
            ],
        )
    },
    Kind {
        owner: Some("of"),
        home: Home::Owner,
        ..kind(
            9,
            "funding",
            "fundings",
            Label::Fields(&["source"]),
            &[
                one(16, "of", &["joint_action"]),
                plain(17, "source"),
                field(18, "amount", Type::Amount),
                field(19, "currency", Type::Currency(18)),
                code(20, "state", &codes::FUNDING_STATE),
            ],
        )
    },
    kind(
        10,
        "place",
        "places",
        Label::Fields(&["name"]),
        &[
            plain(16, "code"),
            plain(17, "iso2"),
            plain(18, "iso3"),
            text(19, "name"),
            code(20, "type", &codes::PLACE_TYPE),
            many(21, "members", 85, &["place"]),
        ],
    ),
    Kind {
        owner: Some("place"),
        home: Home::Owner,
        ..kind(
            11,
            "country_facts",
            "country_facts",
            Label::References(&["place"]),
            &[
                one(16, "place", &["place"]),
                vague(17, "network_since"),
                plain(18, "chair"),
                vague(19, "champion_from"),
                vague(20, "champion_to"),
                code(21, "plan_state", &codes::PLAN_STATE),
                flag(22, "network"),
                flag(23, "champion"),
            ],
        )
    },
    Kind {
        period: Some(("made_on", None)),
        ..kind(
            12,
            "pledge",
            "pledges",
            Label::Fields(&["title"]),
            &[
                one(16, "maker", &["organisation", "place", "group"]),
                code(17, "kind", &codes::PLEDGE_KIND),
                code(18, "type", &codes::PLEDGE_TYPE),
                text(19, "title"),
                text(20, "description"),
                many(21, "objectives", 86, &["objective"]),
                many(22, "principles", 87, &["principle"]),
                vague(23, "made_on"),
                vague(24, "period"),
                code(25, "status", &codes::STATUS),
                one(26, "matches", &["pledge"]),
                many(27, "partners", 88, &["organisation", "place", "group"]),
            ],
        )
    },
    Kind {
        home: Home::Group("group"),
        ..kind(
            13,
            "meeting",
            "meetings",
            Label::Fields(&["title"]),
            &[
                one(16, "group", &["group"]),
                plain(17, "series"),
                text(18, "title"),
                moment(19, "start"),
                plain(20, "zone"),
                code(21, "format", &codes::FORMAT),
                plain(22, "venue"),
                words(23, "languages", 89),
                code(24, "confidentiality", &codes::CONFIDENTIALITY),
                code(25, "state", &codes::MEETING_STATE),
                field(CLOSED, "closed_at", Type::Closing),
            ],
        )
    },
    Kind {
        owner: Some("meeting"),
        home: Home::Owner,
        ..kind(
            14,
            "agenda_item",
            "agenda_items",
            Label::Fields(&["title"]),
            &[
                one(16, "meeting", &["meeting"]),
                plain(17, "title"),
                named(18, "presenter", &["person", "organisation"]),
                integer(19, "minutes"),
                one(
                    20,
                    "about",
                    &["activity", "joint_action", "group", "pledge"],
                ),
            ],
        )
    },
    Kind {
        owner: Some("item"),
        home: Home::Owner,
        ..kind(
            15,
            "note",
            "notes",
            Label::Fields(&["text"]),
            &[
                one(16, "item", &["agenda_item"]),
                plain(17, "text"),
                named(18, "speaker", &["person", "organisation"]),
            ],
        )
    },
    Kind {
        owner: Some("item"),
        home: Home::Owner,
        ..kind(
            16,
            "decision",
            "decisions",
            Label::Fields(&["text"]),
            &[one(16, "item", &["agenda_item"]), plain(17, "text")],
        )
    },
    Kind {
        owner: Some("item"),
        home: Home::Owner,
        ..kind(
            17,
            "action_point",
            "action_points",
            Label::Fields(&["text"]),
            &[
                one(16, "item", &["agenda_item"]),
                plain(17, "text"),
                one(18, "owner", &["organisation", "person"]),
                vague(19, "due"),
                code(20, "status", &codes::ACTION_STATUS),
            ],
        )
    },
    Kind {
        owner: Some("meeting"),
        home: Home::Owner,
        ..kind(
            18,
            "attendance",
            "attendances",
            Label::References(&["person", "organisation"]),
            &[
                one(16, "meeting", &["meeting"]),
                named(17, "person", &["person"]),
                one(18, "organisation", &["organisation"]),
                code(19, "presence", &codes::PRESENCE),
                named(20, "alternate_for", &["person", "organisation"]),
            ],
        )
    },
    kind(
        19,
        "document",
        "documents",
        Label::Fields(&["title"]),
        &[
            text(16, "title"),
            plain(17, "kind"),
            plain(18, "version"),
            code(19, "state", &codes::DOCUMENT_STATE),
            plain(20, "address"),
        ],
    ),
    Kind {
        read_only: true,
        ..kind(
            20,
            "objective",
            "objectives",
            Label::Numbered("number", "title"),
            &[integer(16, "number"), text(17, "title")],
        )
    },
    Kind {
        read_only: true,
        ..kind(
            21,
            "principle",
            "principles",
            Label::Numbered("number", "title"),
            &[integer(16, "number"), text(17, "title")],
        )
    },
    Kind {
        read_only: true,
        ..kind(
            22,
            "mandate",
            "mandates",
            Label::Numbered("number", "title"),
            &[integer(16, "number"), text(17, "title")],
        )
    },
    Kind {
        owner: Some("of"),
        home: Home::Owner,
        ..kind(
            23,
            "source",
            "sources",
            Label::Fields(&["address"]),
            &[
                one(16, "of", SOURCED),
                plain(17, "field"),
                plain(18, "address"),
                date(19, "retrieved"),
                code(20, "standing", &codes::STANDING),
                plain(21, "note"),
            ],
        )
    },
    Kind {
        owner: Some("of"),
        home: Home::Owner,
        ..kind(
            24,
            "comment",
            "comments",
            Label::Fields(&["text"]),
            &[
                one(16, "of", ANYTHING),
                plain(17, "text"),
                one(18, "person", &["person"]),
                one(19, "answers", &["comment"]),
                flag(20, "resolved"),
            ],
        )
    },
    kind(
        25,
        "saved_view",
        "saved_views",
        Label::Fields(&["name"]),
        &[
            text(16, "name"),
            plain(17, "place_name"),
            plain(18, "definition"),
            one(19, "person", &["person"]),
        ],
    ),
    kind(
        26,
        "status_round",
        "status_rounds",
        Label::Fields(&["title"]),
        &[
            one(16, "workplan", &["workplan"]),
            text(17, "title"),
            date(18, "opens"),
            date(19, "closes"),
            code(20, "state", &codes::ROUND_STATE),
            field(CLOSED, "closed_at", Type::Closing),
        ],
    ),
    Kind {
        owner: Some("round"),
        home: Home::Owner,
        ..kind(
            27,
            "answer",
            "answers",
            Label::References(&["activity", "organisation"]),
            &[
                one(16, "round", &["status_round"]),
                one(17, "activity", &["activity"]),
                one(18, "organisation", &["organisation"]),
                code(19, "status", &codes::STATUS),
                text(20, "progress_note"),
                text(21, "next_step"),
            ],
        )
    },
    Kind {
        owner: Some("of"),
        home: Home::Owner,
        ..kind(
            28,
            "dismissed_check",
            "dismissed_checks",
            Label::Fields(&["rule"]),
            &[
                one(16, "of", ANYTHING),
                plain(17, "rule"),
                plain(18, "reason"),
                one(19, "person", &["person"]),
            ],
        )
    },
    Kind {
        owner: Some("of"),
        home: Home::Owner,
        ..kind(
            29,
            "result",
            "results",
            Label::Fields(&["title"]),
            &[
                one(16, "of", &["joint_action", "activity"]),
                text(17, "title"),
                vague(18, "reached"),
                plain(19, "address"),
            ],
        )
    },
    Kind {
        owner: Some("place"),
        home: Home::Owner,
        ..kind(
            30,
            "national_plan",
            "national_plans",
            Label::Fields(&["title"]),
            &[
                one(16, "place", &["place"]),
                text(17, "title"),
                code(18, "state", &codes::PLAN_STATE),
                vague(19, "period"),
                plain(20, "address"),
            ],
        )
    },
    kind(
        31,
        "review",
        "reviews",
        Label::Fields(&["title"]),
        &[
            text(16, "title"),
            code(17, "kind", &codes::REVIEW_KIND),
            integer(18, "round"),
            one(19, "place", &["place"]),
            plain(20, "venue"),
            date(21, "start"),
            date(22, "end"),
            code(23, "format", &codes::FORMAT),
        ],
    ),
    kind(
        SITE_TABLE,
        "site",
        "sites",
        Label::Fields(&["label"]),
        &[
            plain(16, "label"),
            one(17, "person", &["person"]),
            plain(18, "key"),
        ],
    ),
];

const SOURCED: &[&str] = &[
    "workplan",
    "group",
    "organisation",
    "person",
    "membership",
    "activity",
    "joint_action",
    "place",
    "country_facts",
    "pledge",
    "meeting",
    "document",
    "objective",
    "principle",
    "mandate",
    "review",
    "national_plan",
];

/// Finds a kind by its permanent table number.
pub fn by_table(table: u16) -> Option<&'static Kind> {
    KINDS.iter().find(|kind| kind.table == table)
}

/// Finds a kind by its name or plural; "-" is read as "_", case does not matter.
pub fn by_name(name: &str) -> Option<&'static Kind> {
    let name = name.replace('-', "_").to_lowercase();
    KINDS
        .iter()
        .find(|kind| kind.name == name || kind.plural == name)
}

/// A field that holds links, with the kind it belongs to.
#[derive(Debug, Clone, Copy)]
pub struct LinkField {
    /// The kind at the near end.
    pub kind: &'static Kind,
    /// The field.
    pub field: &'static Field,
    /// Its links.
    pub links: &'static Links,
}

/// Every field that holds links.
pub fn link_fields() -> impl Iterator<Item = LinkField> {
    KINDS.iter().flat_map(|kind| {
        kind.fields
            .iter()
            .filter_map(move |field| field.links().map(|links| LinkField { kind, field, links }))
    })
}

/// Finds the link field with a permanent table number.
pub fn link_by_table(table: u16) -> Option<LinkField> {
    link_fields().find(|link| link.links.table == table)
}

impl Kind {
    /// All fields that have a cell, its own first, then the common ones.
    pub fn all_fields(&self) -> impl Iterator<Item = &'static Field> + use<> {
        self.fields.iter().chain(COMMON.iter())
    }

    /// All fields that answers give: its own, what depends on its records, then the common ones.
    pub fn told_fields(&self) -> impl Iterator<Item = &'static Field> + use<> {
        self.fields.iter().chain(self.owned).chain(COMMON.iter())
    }

    /// Finds a field by name; "-" is read as "_", case does not matter.
    pub fn field(&self, name: &str) -> Option<&'static Field> {
        let name = name.replace('-', "_").to_lowercase();
        self.told_fields().find(|field| field.name == name)
    }

    /// Whether its rows form a tree.
    pub fn is_tree(&self) -> bool {
        self.fields
            .iter()
            .any(|field| matches!(field.ty, Type::Parent))
    }

    /// The column number of the cell that a field's value stands in, without its language.
    pub fn cell_number(&self, field: &Field) -> u8 {
        match field.ty {
            Type::Parent => POSITION,
            Type::Currency(amount) => amount,
            _ => field.number,
        }
    }
}
