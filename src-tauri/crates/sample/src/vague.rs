//! Vague times as people print them: every form of the contract, in English, French and Spanish.

use chrono::Datelike;
use domain::Language;

use crate::calendar::Month;
use crate::draw::Draw;

/// A stretch of whole months.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Span {
    /// Its first month.
    pub first: Month,
    /// How many months, at least one.
    pub months: i32,
}

impl Span {
    /// Its last month.
    pub fn last(self) -> Month {
        Month(self.first.0 + self.months.max(1) - 1)
    }
}

/// A form of vague time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Form {
    /// "2023"
    Year,
    /// "2022-2024"
    Years,
    /// "2023 and 2024"
    YearAndYear,
    /// "Q3 2024"
    Quarter,
    /// "Q1-Q2 2023"
    Quarters,
    /// "first half of 2025"
    Half,
    /// "May 2023"
    Month,
    /// "March-June 2024"
    Months,
    /// "12 May 2023"
    Day,
    /// "3-5 May 2023"
    Days,
    /// "mid-2024"
    Mid,
    /// "by end of 2024"
    ByEnd,
    /// "from 2023"
    From,
    /// "until June 2025"
    Until,
    /// "early 2024"
    Early,
    /// "late 2024"
    Late,
    /// "ongoing"
    Ongoing,
    /// "tbc"
    Unknown,
    /// "on request"
    OnRequest,
}

/// Every form, with how often it is taken among those that suit a span.
pub(crate) const FORMS: [(Form, u32); 19] = [
    (Form::Year, 10),
    (Form::Years, 16),
    (Form::YearAndYear, 10),
    (Form::Quarter, 18),
    (Form::Quarters, 16),
    (Form::Half, 14),
    (Form::Month, 18),
    (Form::Months, 14),
    (Form::Day, 12),
    (Form::Days, 14),
    (Form::Mid, 3),
    (Form::ByEnd, 5),
    (Form::From, 4),
    (Form::Until, 3),
    (Form::Early, 3),
    (Form::Late, 3),
    (Form::Ongoing, 3),
    (Form::Unknown, 3),
    (Form::OnRequest, 3),
];

const MONTHS: [[&str; 12]; 3] = [
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ],
    [
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ],
];

/// One of the three languages times are printed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tongue {
    En,
    Fr,
    Es,
}

impl Tongue {
    fn of(language: Language) -> Tongue {
        match language {
            Language::Fr => Tongue::Fr,
            Language::Es => Tongue::Es,
            Language::En | Language::Ar | Language::Ru | Language::Zh => Tongue::En,
        }
    }

    fn month(self, month: Month) -> &'static str {
        MONTHS[self as usize][month.of_year()]
    }

    /// A phrase in this language.
    fn say(self, phrases: [String; 3]) -> String {
        let [en, fr, es] = phrases;
        match self {
            Tongue::En => en,
            Tongue::Fr => fr,
            Tongue::Es => es,
        }
    }
}

fn suits(form: Form, span: Span) -> bool {
    let (first, last) = (span.first, span.last());
    let years = last.year() - first.year() + 1;
    match form {
        Form::Year => years == 1,
        Form::Years => years > 1,
        Form::YearAndYear => years == 2 && span.months > 9,
        Form::Quarter => span.months <= 3 && first.quarter() == last.quarter() && years == 1,
        Form::Quarters => span.months <= 12 && first.quarter() != last.quarter(),
        Form::Half => {
            years == 1
                && (4..=6).contains(&span.months)
                && first.of_year() / 6 == last.of_year() / 6
        }
        Form::Month | Form::Day | Form::Days => span.months == 1,
        Form::Months => (2..=8).contains(&span.months),
        Form::Mid | Form::Early | Form::Late => span.months <= 4,
        Form::ByEnd
        | Form::From
        | Form::Until
        | Form::Ongoing
        | Form::Unknown
        | Form::OnRequest => true,
    }
}

/// Prints a span in one of the forms that suit it.
pub(crate) fn printed(draw: &mut Draw, language: Language, span: Span) -> String {
    let weights = FORMS.map(|(form, weight)| if suits(form, span) { weight } else { 0 });
    let form = FORMS[draw.weighted(&weights)].0;
    print(draw, form, language, span)
}

/// Prints a span as a single point: when something is due, starts or ends.
pub(crate) fn point(draw: &mut Draw, language: Language, month: Month) -> String {
    let span = Span {
        first: month,
        months: 1,
    };
    let forms = [
        (Form::Day, 40),
        (Form::Month, 30),
        (Form::Quarter, 10),
        (Form::Year, 8),
        (Form::ByEnd, 6),
        (Form::Mid, 3),
        (Form::Unknown, 3),
    ];
    let form = forms[draw.weighted(&forms.map(|(_, weight)| weight))].0;
    print(draw, form, language, span)
}

/// Prints a span in a form.
pub(crate) fn print(draw: &mut Draw, form: Form, language: Language, span: Span) -> String {
    let tongue = Tongue::of(language);
    let (first, last) = (span.first, span.last());
    let (year, end) = (first.year(), last.year());
    let (from, to) = (tongue.month(first), tongue.month(last));
    match form {
        Form::Year => year.to_string(),
        Form::Years => format!("{year}-{end}"),
        Form::YearAndYear => tongue.say([
            format!("{year} and {end}"),
            format!("{year} et {end}"),
            format!("{year} y {end}"),
        ]),
        Form::Quarter => {
            let quarter = first.quarter();
            if draw.chance(700) {
                let letter = if tongue == Tongue::En { 'Q' } else { 'T' };
                return format!("{letter}{quarter} {year}");
            }
            let place = (quarter - 1) as usize;
            tongue.say([
                format!(
                    "{} quarter of {year}",
                    ["first", "second", "third", "fourth"][place]
                ),
                format!("{} trimestre {year}", ["1er", "2e", "3e", "4e"][place]),
                format!(
                    "{} trimestre de {year}",
                    ["primer", "segundo", "tercer", "cuarto"][place]
                ),
            ])
        }
        Form::Quarters => {
            let letter = if tongue == Tongue::En { 'Q' } else { 'T' };
            let (from, to) = (first.quarter(), last.quarter());
            if year == end {
                format!("{letter}{from}-{letter}{to} {year}")
            } else {
                format!("{letter}{from} {year}-{letter}{to} {end}")
            }
        }
        Form::Half => {
            let second = first.of_year() >= 6;
            if tongue == Tongue::En && draw.chance(400) {
                return format!("H{} {year}", if second { 2 } else { 1 });
            }
            let [en, fr, es] = if second {
                ["second", "second", "segundo"]
            } else {
                ["first", "premier", "primer"]
            };
            tongue.say([
                format!("{en} half of {year}"),
                format!("{fr} semestre {year}"),
                format!("{es} semestre de {year}"),
            ])
        }
        Form::Month => month(tongue, first),
        Form::Months => {
            if year != end {
                return format!("{}-{}", month(tongue, first), month(tongue, last));
            }
            tongue.say([
                format!("{from}-{to} {year}"),
                format!("{from}-{to} {year}"),
                format!("{from}-{to} de {year}"),
            ])
        }
        Form::Day => {
            let day = draw.from(1, 28);
            if draw.chance(150) {
                return format!("{year}-{:02}-{day:02}", first.of_year() + 1);
            }
            tongue.say([
                format!("{day} {from} {year}"),
                format!(
                    "{} {from} {year}",
                    if day == 1 {
                        "1er".to_owned()
                    } else {
                        day.to_string()
                    }
                ),
                format!("{day} de {from} de {year}"),
            ])
        }
        Form::Days => {
            let day = draw.from(1, 24);
            let until = day + draw.from(1, 3);
            tongue.say([
                format!("{day}-{until} {from} {year}"),
                format!("{day}-{until} {from} {year}"),
                format!("{day}-{until} de {from} de {year}"),
            ])
        }
        Form::Mid => tongue.say([
            format!("mid-{year}"),
            format!("mi-{year}"),
            format!("mediados de {year}"),
        ]),
        Form::ByEnd => tongue.say([
            format!("by end of {end}"),
            format!("d’ici fin {end}"),
            format!("para fines de {end}"),
        ]),
        Form::From => {
            if draw.chance(500) {
                return tongue.say([
                    format!("from {year}"),
                    format!("à partir de {year}"),
                    format!("a partir de {year}"),
                ]);
            }
            let month = month(tongue, first);
            tongue.say([
                format!("since {month}"),
                format!("depuis {month}"),
                format!("desde {month}"),
            ])
        }
        Form::Until => {
            let month = month(tongue, last);
            tongue.say([
                format!("until {month}"),
                format!("jusqu’en {month}"),
                format!("hasta {month}"),
            ])
        }
        Form::Early => tongue.say([
            format!("early {year}"),
            format!("début {year}"),
            format!("principios de {year}"),
        ]),
        Form::Late => tongue.say([
            format!("late {year}"),
            format!("fin {year}"),
            format!("finales de {year}"),
        ]),
        Form::Ongoing => tongue.say(["ongoing", "en cours", "en curso"].map(str::to_owned)),
        Form::Unknown => {
            let which = draw.place(2);
            tongue.say(
                [
                    ["tbc", "to be confirmed"],
                    ["à confirmer", "à déterminer"],
                    ["por confirmar", "por determinar"],
                ]
                .map(|words| words[which].to_owned()),
            )
        }
        Form::OnRequest => {
            tongue.say(["on request", "sur demande", "a solicitud"].map(str::to_owned))
        }
    }
}

fn month(tongue: Tongue, month: Month) -> String {
    let (name, year) = (tongue.month(month), month.year());
    tongue.say([
        format!("{name} {year}"),
        format!("{name} {year}"),
        format!("{name} de {year}"),
    ])
}

/// The ISO 8601 day of a time.
pub(crate) fn iso(wall: i64) -> String {
    let day = crate::calendar::date(wall);
    format!("{:04}-{:02}-{:02}", day.year(), day.month(), day.day())
}
