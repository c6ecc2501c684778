//! The words of the grammar in English, French and Spanish, and what each can be.

use std::{collections::HashMap, sync::LazyLock};

use super::{Qualifier, Stretch, Undated, Unit};
use crate::Language;

/// The languages texts are read in. Where a text fits several equally, it is read in the first.
pub(super) const LANGUAGES: [Language; 3] = [Language::En, Language::Fr, Language::Es];

/// How many words and marks the longest phrase has.
pub(super) const LONGEST_PHRASE: usize = 6;

/// What a word or phrase is to the grammar. Some are several things, told apart by where they stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Word {
    /// A month by its number.
    Month(u8),
    /// A season by its number, spring first.
    Season(u8),
    /// A part of the year that goes with a number.
    Unit(Unit, Noun),
    /// "Mitad": a half after an ordinal, else the middle.
    HalfOrMiddle,
    /// "Années", before the first year of a decade.
    Decades,
    /// A number in words or Roman numerals.
    Ordinal(u8),
    /// The last of its kind in the year.
    Last,
    /// A stretch of the period that follows. An edge can also mean the period's very first or last day.
    Stretch(Stretch, bool),
    /// A day of the week, which says nothing more.
    Weekday,
    /// An article, "of", "the year".
    Of,
    /// "De", "du": of, or from.
    De,
    /// "Dès" and the article "des": from, or of.
    Des,
    /// "In", "during", "planned for".
    In,
    /// "On": in before a period, onwards behind it.
    On,
    /// "À", "al": to, or at.
    At,
    /// "To", "through".
    To,
    /// "By", "until": an end; the second also joins the ends of a range.
    Until(Qualifier),
    /// "From", "since": a start.
    From(Qualifier),
    /// "Before".
    Before,
    /// "After".
    After,
    /// "Onwards", behind its period.
    Onwards,
    /// "Between", which goes with "and".
    Between,
    /// "And".
    And,
    /// "Or".
    Or,
    /// "About".
    About,
    /// "Perhaps".
    Perhaps,
    /// "Now", "to date": the open end of a range.
    Present,
    /// Something said instead of a date.
    Undated(Undated),
}

impl Word {
    /// Whether it is a letter or an abbreviation that names a part of the year.
    pub(super) fn is_letter(self) -> bool {
        matches!(self, Word::Unit(_, Noun::Letter))
    }
}

/// How a part of the year is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Noun {
    /// By a letter or an abbreviation: it may stand on either side of its number.
    Letter,
    /// By a noun in the singular.
    Singular,
    /// By a noun in the plural: a plain number before it would count, not name.
    Plural,
}

/// A word of the lexicon.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Lexeme {
    pub(super) word: Word,
    /// One bit for each of [`LANGUAGES`]; none for what is in every language.
    languages: u8,
}

impl Lexeme {
    pub(super) const fn of_any_language(word: Word) -> Lexeme {
        Lexeme { word, languages: 0 }
    }

    /// Whether the word is one of this language in particular.
    pub(super) fn is_in(self, language: Language) -> bool {
        self.languages & bit(language) != 0
    }
}

/// Finds a phrase, given folded and with single spaces.
pub(super) fn look_up(phrase: &str) -> Option<Lexeme> {
    LEXICON.get(phrase).copied()
}

fn bit(language: Language) -> u8 {
    LANGUAGES
        .iter()
        .position(|known| *known == language)
        .map_or(0, |index| 1 << index)
}

static LEXICON: LazyLock<HashMap<&'static str, Lexeme>> = LazyLock::new(|| {
    let mut lexicon: HashMap<&'static str, Lexeme> = HashMap::new();
    for (word, forms) in ENTRIES {
        for (forms, language) in forms.iter().zip(LANGUAGES) {
            for form in forms
                .split(',')
                .map(str::trim)
                .filter(|form| !form.is_empty())
            {
                let lexeme = lexicon.entry(form).or_insert(Lexeme {
                    word: *word,
                    languages: 0,
                });
                debug_assert_eq!(lexeme.word, *word, "{form:?} is two things");
                lexeme.languages |= bit(language);
            }
        }
    }
    let every = LANGUAGES.into_iter().map(bit).sum::<u8>();
    for lexeme in lexicon
        .values_mut()
        .filter(|lexeme| lexeme.languages == every)
    {
        lexeme.languages = 0;
    }
    lexicon
});

use Undated::{NoDate, OnRequest, Ongoing, Recurring, ToBeConfirmed};
use Word::{
    About, After, And, At, Before, Between, De, Decades, Des, From, HalfOrMiddle, In, Last, Month,
    Of, On, Onwards, Or, Ordinal, Perhaps, Present, Season, To, Until, Weekday,
};

/// Every word with its forms in English, French and Spanish: folded, without the dots of abbreviations.
#[rustfmt::skip]
const ENTRIES: &[(Word, [&str; 3])] = &[
    (Month(1), ["january, jan", "janvier, janv, jan", "enero, ene"]),
    (Month(2), ["february, feb, febr", "fevrier, fevr, fev", "febrero, feb"]),
    (Month(3), ["march, mar", "mars", "marzo, mar"]),
    (Month(4), ["april, apr", "avril, avr", "abril, abr"]),
    (Month(5), ["may", "mai", "mayo, may"]),
    (Month(6), ["june, jun", "juin", "junio, jun"]),
    (Month(7), ["july, jul", "juillet, juil", "julio, jul"]),
    (Month(8), ["august, aug", "aout", "agosto, ago"]),
    (Month(9), ["september, sept, sep", "septembre, sept", "septiembre, setiembre, sept, sep, set"]),
    (Month(10), ["october, oct", "octobre, oct", "octubre, oct"]),
    (Month(11), ["november, nov", "novembre, nov", "noviembre, nov"]),
    (Month(12), ["december, dec", "decembre, dec", "diciembre, dic"]),
    (Season(1), ["spring", "printemps", "primavera"]),
    (Season(2), ["summer", "ete", "verano"]),
    (Season(3), ["autumn, fall", "automne", "otono"]),
    (Season(4), ["winter", "hiver", "invierno"]),
    (Word::Unit(Unit::Quarter, Noun::Letter), ["q, qtr, qtrs", "t, trim", "t, trim"]),
    (Word::Unit(Unit::Quarter, Noun::Singular), ["quarter, trimester", "trimestre", "trimestre"]),
    (Word::Unit(Unit::Quarter, Noun::Plural), ["quarters, trimesters", "trimestres", "trimestres"]),
    (Word::Unit(Unit::Half, Noun::Letter), ["h", "s, sem", "s, sem"]),
    (Word::Unit(Unit::Half, Noun::Singular), ["half, half year, half - year, semester", "semestre, moitie", "semestre"]),
    (Word::Unit(Unit::Half, Noun::Plural), ["halves, semesters", "semestres", "semestres"]),
    (Word::Unit(Unit::Third, Noun::Singular), ["quadrimester", "quadrimestre, tiers", "cuatrimestre, tercio"]),
    (Word::Unit(Unit::Third, Noun::Plural), ["quadrimesters", "quadrimestres", "cuatrimestres"]),
    (HalfOrMiddle, ["", "", "mitad"]),
    (Decades, ["", "annees", "anos"]),
    (Ordinal(1), ["first, i", "premier, premiere, i, ier", "primer, primero, primera, i"]),
    (Ordinal(2), ["second, ii", "deuxieme, second, seconde, ii", "segundo, segunda, ii"]),
    (Ordinal(3), ["third, iii", "troisieme, iii", "tercer, tercero, tercera, iii"]),
    (Ordinal(4), ["fourth, iv", "quatrieme, iv", "cuarto, cuarta, iv"]),
    (Last, ["last, final", "dernier, derniere", "ultimo, ultima"]),
    (Word::Stretch(Stretch::Early, false), ["early", "", ""]),
    (Word::Stretch(Stretch::Early, true), ["beginning, start", "debut", "principio, principios, inicio, inicios, comienzo, comienzos"]),
    (Word::Stretch(Stretch::Mid, false), ["mid, middle, mid - year, mid year", "mi, milieu, mi - annee", "mediados, medio"]),
    (Word::Stretch(Stretch::Late, false), ["late", "", ""]),
    (Word::Stretch(Stretch::Late, true), ["end, ending, year end, year - end", "fin, fin d' annee", "fin, fines, finales, final de, final del"]),
    (Weekday, ["monday, tuesday, wednesday, thursday, friday, saturday, sunday, mon, tue, wed, thu, fri",
        "lundi, mardi, mercredi, jeudi, vendredi, samedi, dimanche", "lunes, martes, miercoles, jueves, viernes, sabado, domingo"]),
    (Of, ["of, the, year, calendar year, month of, the year", "le, la, les, l', annee, mois, civile",
        "el, la, los, las, lo, ano, mes, natural"]),
    (De, ["", "de, du, d'", "de, del"]),
    (Des, ["", "des", ""]),
    (On, ["on", "", ""]),
    (In, ["in, during, within, over, throughout, all of, all year, for, due, due in, planned, planned for, scheduled, scheduled for, expected, expected in, target",
        "en, dans, pendant, durant, courant, au cours, tout au long, toute, pour, prevu, prevue, prevu pour, prevue pour",
        "en, durante, a lo largo, en el transcurso, todo, para, previsto, prevista, previsto para, prevista para"]),
    (At, ["", "a, au, aux", "a, al"]),
    (To, ["to, through, thru", "", ""]),
    (Until(Qualifier::Until), ["until, till, up to, ending in, through to",
        "jusque, jusqu' a, jusqu' au, jusqu' aux, jusqu' en", "hasta"]),
    (Until(Qualifier::By), ["by, no later than, not later than, at the latest by, at the latest, latest by, due by",
        "d' ici, d' ici a, d' ici au, au plus tard, au plus tard en, au plus tard a, au plus tard au",
        "a mas tardar, a mas tardar en, a mas tardar a, no mas tarde de, no mas tarde del"]),
    (From(Qualifier::From), ["from, starting, starting in, starting from, beginning in, as of, as from, no earlier than, not before, not earlier than",
        "a partir, a compter, au plus tot, au plus tot en", "a partir, no antes de, no antes del, a contar"]),
    (From(Qualifier::Since), ["since", "depuis", "desde"]),
    (Before, ["before, prior to, pre, earlier than", "avant", "antes, previo a"]),
    (After, ["after, post, later than", "apres", "despues, tras, posterior a"]),
    (Onwards, ["onwards, onward, and beyond, and onwards, and onward, and after, and later, forward, or later",
        "et au - dela, et au dela, et apres, et suivantes, et plus tard", "en adelante, y mas alla, y despues, y posteriores"]),
    (Between, ["between", "entre", "entre"]),
    (And, ["and", "et", "y, e"]),
    (Or, ["or", "ou", "o, u"]),
    (About, ["about, around, circa, ca, c, approx, approximately, roughly", "vers, environ, autour, aux environs, aux alentours, approximativement",
        "hacia, aproximadamente, alrededor, aprox, cerca"]),
    (Perhaps, ["perhaps, possibly, probably, tentatively, tentative, provisional, provisionally, maybe, likely, unconfirmed",
        "peut - etre, probablement, provisoire, provisoirement, eventuellement, sous reserve",
        "quizas, quiza, posiblemente, probablemente, provisional, provisionalmente, tentativo"]),
    (Present, ["present, now, date, to date, today, the present", "present, a ce jour, ce jour, aujourd' hui, maintenant",
        "presente, la fecha, la actualidad, hoy, actualidad, ahora"]),
    (Word::Undated(Ongoing), ["ongoing, on - going, on going, continuous, continuously, continuing, continual, permanent, permanently, open, open - ended, open ended, rolling, always",
        "en cours, continu, continue, en continu, permanent, permanente, en permanence, toujours",
        "en curso, continuo, continua, continuamente, permanente, permanentemente, constante, siempre"]),
    (Word::Undated(Recurring), ["annual, annually, yearly, every year, each year, quarterly, every quarter, each quarter, monthly, every month, each month, biannual, biannually, biennial, twice a year, regular, regularly, recurring, recurrent, periodic, periodically",
        "annuel, annuelle, annuellement, chaque annee, tous les ans, trimestriel, trimestrielle, chaque trimestre, mensuel, mensuelle, chaque mois, semestriel, semestrielle, regulier, reguliere, regulierement, recurrent, recurrente, periodique, periodiquement",
        "anual, anualmente, cada ano, todos los anos, trimestral, trimestralmente, cada trimestre, mensual, mensualmente, cada mes, semestral, semestralmente, regular, regularmente, recurrente, periodico, periodica, periodicamente"]),
    (Word::Undated(OnRequest), ["on request, upon request, by request, on demand, upon demand, as requested, when requested, if requested, as needed, as required, when needed, when required, if needed, if required, as and when needed, as and when required, as and when requested, as appropriate, as necessary, ad hoc, any time, anytime, at any time",
        "sur demande, a la demande, selon les besoins, selon les demandes, au besoin, si necessaire, en cas de besoin, le cas echeant, ad hoc, a tout moment",
        "a peticion, previa peticion, a solicitud, previa solicitud, a demanda, bajo demanda, segun sea necesario, segun necesidad, segun las necesidades, cuando sea necesario, cuando se solicite, si se solicita, ad hoc, en cualquier momento"]),
    (Word::Undated(ToBeConfirmed), ["tbc, tbd, tba, t b c, t b d, t b a, to be confirmed, to be determined, to be decided, to be defined, to be announced, to be agreed, to be set, to be scheduled, to be advised, not yet decided, not decided, undecided, not yet known, not yet set, not yet confirmed, pending",
        "a confirmer, a determiner, a definir, a decider, a preciser, a fixer, a convenir, a annoncer, a etablir, non determine, non determinee, en attente, pas encore fixe",
        "por confirmar, por determinar, por definir, por decidir, por precisar, por anunciar, por fijar, por acordar, a confirmar, a determinar, sin determinar, sin definir, pendiente"]),
    (Word::Undated(NoDate), ["n / a, na, n a, nil, none, no date, not applicable, not available, undated, unknown, not known, not set, not stated, not specified, unspecified, date unknown, no timeline",
        "s / o, s o, sans objet, sans date, s / d, s d, inconnu, inconnue, date inconnue, non applicable, non precise, non precisee, non communique, neant, aucun, aucune",
        "n / a, no aplica, no aplicable, no corresponde, sin fecha, s / f, s f, fecha desconocida, desconocido, desconocida, no especificado, no especificada, no disponible, ninguna, ninguno"]),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fold::fold;

    #[test]
    fn every_form_can_be_found_as_it_is_looked_up() {
        for (word, forms) in ENTRIES {
            for form in forms
                .iter()
                .flat_map(|forms| forms.split(','))
                .map(str::trim)
                .filter(|f| !f.is_empty())
            {
                assert_eq!(fold(form), form, "a form is kept folded");
                assert!(form.split(' ').count() <= LONGEST_PHRASE, "{form}");
                assert_eq!(
                    look_up(form).map(|lexeme| lexeme.word),
                    Some(*word),
                    "{form} is two things"
                );
            }
        }
    }

    #[test]
    fn a_word_of_every_language_tells_none() {
        for (form, languages) in [
            ("nov", &[][..]),
            ("may", &[Language::En, Language::Es]),
            ("juin", &[Language::Fr]),
        ] {
            let lexeme = look_up(form).expect(form);
            let found: Vec<_> = LANGUAGES
                .into_iter()
                .filter(|language| lexeme.is_in(*language))
                .collect();
            assert_eq!(found, languages, "{form}");
        }
    }
}
