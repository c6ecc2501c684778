//! Names that may mean the same: what to look them up by, and how much they resemble each other.

use crate::fold::{fold, is_unspaced};

/// Words that say nothing of whose name it is, in the languages written with Latin letters.
const EMPTY: &[&str] = &[
    "a", "al", "an", "and", "au", "aux", "d", "da", "das", "de", "del", "der", "des", "die", "do",
    "dos", "du", "e", "el", "en", "et", "for", "in", "l", "la", "las", "le", "les", "los", "of",
    "on", "para", "por", "pour", "s", "sur", "the", "to", "und", "y",
];
/// Letters of a word by which different endings and spellings of it are one.
const STEM: usize = 5;
/// The longest text taken for an acronym.
const ACRONYM: usize = 12;
/// Places on the web where many have a page of their own.
const SHARED: &[&str] = &[
    "facebook.com",
    "linkedin.com",
    "twitter.com",
    "x.com",
    "instagram.com",
    "youtube.com",
    "google.com",
    "sites.google.com",
    "wordpress.com",
    "blogspot.com",
    "wixsite.com",
    "github.io",
    "un.org",
];

/// Folded letters of Cyrillic and Arabic script, each with what it is in Latin letters.
const LATIN: &str = "аa бb вv гg ґg дd еe єe эe жzh зz иi іi ыi кk лl мm нn оo пp рr сs тt уu фf хkh цts чch шsh щsh юiu \
    яia ъ ь بb تt طt ثth جj حh خh دd ضd ذdh رr زz ظz سs صs شsh غgh فf قk كk لl مm نn هh اa وa يa عa ءa";

/// Letters that are one consonant together.
const TOGETHER: &[(&str, char)] = &[
    ("sch", 's'),
    ("tch", 's'),
    ("kh", 'h'),
    ("gh", 'g'),
    ("sh", 's'),
    ("ch", 's'),
    ("zh", 'j'),
    ("th", 't'),
    ("dh", 'd'),
    ("ph", 'f'),
];

/// What a text is to the record it belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Text {
    /// The name of an organisation.
    Name,
    /// The name of a person, whose order differs from country to country.
    Person,
    /// An acronym.
    Acronym,
    /// Another name or acronym.
    Alias,
    /// An address on the web.
    Website,
    /// An e-mail address.
    Email,
}

impl Text {
    /// All of them.
    pub const ALL: [Text; 6] = [
        Text::Name,
        Text::Person,
        Text::Acronym,
        Text::Alias,
        Text::Website,
        Text::Email,
    ];

    /// The code of a text.
    pub const fn code(self) -> &'static str {
        match self {
            Text::Name => "name",
            Text::Person => "person",
            Text::Acronym => "acronym",
            Text::Alias => "alias",
            Text::Website => "website",
            Text::Email => "email",
        }
    }
}

/// What two texts have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Common {
    /// All words of a name.
    Name,
    /// Most words of a name, or the beginnings of all.
    Like,
    /// The letters of an acronym.
    Acronym,
    /// The letters of an acronym, which one of them would have by its name.
    Initials,
    /// The sound of a name, whatever its script.
    Sound,
    /// The host of an address on the web.
    Host,
    /// An e-mail address.
    Email,
}

/// By what a text is found together with others: what they then have in common, and the key they share.
pub fn keys(what: Text, text: &str) -> Vec<(Common, String)> {
    let mut keys = Vec::new();
    match what {
        Text::Acronym => keys.extend(letters(text).map(|key| (Common::Acronym, key))),
        Text::Website => keys.extend(host(text).map(|key| (Common::Host, key))),
        Text::Email => {
            let key = fold(text.trim());
            if key.contains('@') {
                keys.push((Common::Email, key));
            }
        }
        Text::Name | Text::Alias => {
            let words = words(text);
            // A name that is one short word is what others have as their acronym.
            if let ([_], Some(key)) = (words.as_slice(), letters(text)) {
                keys.push((Common::Acronym, key));
            }
            if !words.is_empty() {
                keys.push((Common::Name, words.join(" ")));
            }
            if what == Text::Name {
                keys.extend(initials(text).map(|key| (Common::Initials, key)));
                keys.extend(likes(&words));
                keys.extend(sound(text).map(|key| (Common::Sound, key)));
            }
        }
        Text::Person => {
            let mut words = words(text);
            words.sort();
            if words.len() > 1 {
                keys.push((Common::Name, words.join(" ")));
                keys.extend(likes(&words));
                keys.extend(sound(text).map(|key| (Common::Sound, key)));
            }
        }
    }
    keys
}

/// The words of a name that count, folded. What stands in brackets is said besides, and not part of it.
pub fn words(text: &str) -> Vec<String> {
    let mut plain = String::with_capacity(text.len());
    let mut depth = 0_u32;
    for c in text.chars() {
        match c {
            '(' | '[' | '（' => depth += 1,
            ')' | ']' | '）' => depth = depth.saturating_sub(1),
            c if depth == 0 => plain.push(c),
            _ => {}
        }
    }
    let all: Vec<String> = fold(&plain)
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(spelled)
        .collect();
    let telling: Vec<String> = all
        .iter()
        .filter(|word| !EMPTY.contains(&word.as_str()))
        .cloned()
        .collect();
    if telling.is_empty() { all } else { telling }
}

/// One spelling for words that English has in two.
fn spelled(word: &str) -> String {
    let word = word
        .replace("isation", "ization")
        .replace("labour", "labor");
    match word.strip_suffix("centre") {
        Some(beginning) => format!("{beginning}center"),
        None => word.replace("programme", "program"),
    }
}

/// The letters of what may be an acronym.
fn letters(text: &str) -> Option<String> {
    let letters: String = fold(text).chars().filter(|c| c.is_alphanumeric()).collect();
    (2..=ACRONYM)
        .contains(&letters.chars().count())
        .then_some(letters)
}

/// The acronym a name would have: the first letters of its telling words.
pub fn initials(text: &str) -> Option<String> {
    let initials: String = words(text)
        .iter()
        .filter_map(|word| word.chars().next())
        .filter(|c| !is_unspaced(*c))
        .collect();
    (initials.chars().count() >= 3).then_some(initials)
}

/// By what names are found that resemble one: the beginnings of all words, and all words but one.
fn likes(words: &[String]) -> Vec<(Common, String)> {
    if words.len() < 2 {
        return Vec::new();
    }
    let mut stems: Vec<String> = words
        .iter()
        .map(|word| word.chars().take(STEM).collect())
        .collect();
    stems.sort();
    stems.dedup();
    let mut keys = vec![(Common::Like, stems.join(" "))];
    if stems.len() > 2 {
        keys.extend((0..stems.len()).map(|left| {
            let rest: Vec<&str> = stems
                .iter()
                .enumerate()
                .filter(|(at, _)| *at != left)
                .map(|(_, stem)| stem.as_str())
                .collect();
            (Common::Like, rest.join(" "))
        }));
    }
    keys
}

/// The host of a web address, without what stands before the name.
fn host(text: &str) -> Option<String> {
    let address = text.trim().to_lowercase();
    let rest = address
        .split_once("://")
        .map_or(address.as_str(), |(_, rest)| rest);
    let host = rest.split(['/', '?', '#', ':']).next().unwrap_or_default();
    let host = host.strip_prefix("www.").unwrap_or(host);
    (host.contains('.') && !SHARED.contains(&host)).then(|| host.to_owned())
}

/// The consonants of a name as they sound, the same whether written in Latin, Cyrillic or Arabic letters.
pub fn sound(text: &str) -> Option<String> {
    let mut sounds: Vec<String> = words(text)
        .iter()
        .map(|word| consonants(&latin(word)))
        .filter(|word| !word.is_empty())
        .collect();
    sounds.sort();
    let count: usize = sounds.iter().map(String::len).sum();
    (sounds.len() > 1 && count >= 5 || count >= 6).then(|| sounds.join(" "))
}

/// Whether a text is written in other letters than another one.
pub fn other_script(a: &str, b: &str) -> bool {
    let is_latin = |text: &str| fold(text).chars().any(|c| c.is_ascii_alphabetic());
    is_latin(a) != is_latin(b)
}

/// Writes a folded word in Latin letters, as far as its script is known here.
fn latin(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    // The Arabic article belongs to no name.
    let word = word
        .strip_prefix("ال")
        .filter(|rest| rest.chars().count() > 2)
        .unwrap_or(word);
    for c in word.chars() {
        let known = if c.is_ascii() {
            None
        } else {
            LATIN.split(' ').find_map(|entry| entry.strip_prefix(c))
        };
        match known {
            Some(latin) => out.push_str(latin),
            None => out.push(c),
        }
    }
    out
}

/// The consonants of a word in Latin letters, those that scripts render differently made one.
fn consonants(word: &str) -> String {
    let mut rest = word;
    let mut out = String::with_capacity(word.len());
    while let Some(c) = rest.chars().next() {
        let (sound, length) = TOGETHER
            .iter()
            .find(|(letters, _)| rest.starts_with(letters))
            .map_or((c, c.len_utf8()), |(letters, sound)| {
                (*sound, letters.len())
            });
        rest = &rest[length..];
        let sound = match sound {
            'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'w' => continue,
            'c' | 'q' | 'x' => 'k',
            'v' => 'f',
            sound => sound,
        };
        if !out.ends_with(sound) {
            out.push(sound);
        }
    }
    // Written or not at the end of a word, it is hardly heard.
    if out.len() > 1 && out.ends_with('h') {
        out.pop();
    }
    out
}

/// How much two names resemble each other, 0 to 1: how much of the longer one is made of words of the shorter, whatever
/// their order.
pub fn likeness(a: &str, b: &str) -> f64 {
    let (a, b) = (words(a), words(b));
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let length =
        |words: &[String]| -> usize { words.iter().map(|word| word.chars().count()).sum() };
    let all = length(&short) + length(&long);
    if all == 0 {
        return 0.0;
    }
    // Numbers that differ make all the difference.
    if numbers(&short) != numbers(&long) {
        return 0.0;
    }
    let mut left: Vec<&String> = long.iter().collect();
    let mut found = 0.0;
    for word in &short {
        let best = left
            .iter()
            .enumerate()
            .map(|(at, other)| (strsim::jaro_winkler(word, other), at))
            .max_by(|a, b| a.0.total_cmp(&b.0));
        if let Some((like, at)) = best.filter(|(like, _)| *like >= 0.85) {
            let other = left.swap_remove(at);
            found += like * (word.chars().count() + other.chars().count()) as f64;
        }
    }
    found / all as f64
}

fn numbers(words: &[String]) -> Vec<&str> {
    let mut numbers: Vec<&str> = words
        .iter()
        .filter(|word| word.chars().any(|c| c.is_ascii_digit()))
        .map(String::as_str)
        .collect();
    numbers.sort_unstable();
    numbers
}

#[cfg(test)]
mod tests {
    use super::*;

    fn common(what: Text, a: &str, b: &str) -> Vec<Common> {
        let (a, b) = (keys(what, a), keys(what, b));
        let mut common: Vec<Common> = a
            .iter()
            .filter(|key| b.contains(key))
            .map(|(common, _)| *common)
            .collect();
        common.sort();
        common.dedup();
        common
    }

    #[test]
    fn spellings_of_one_name_have_it_in_common() {
        for (a, b) in [
            (
                "International Organization for Migration",
                "The International Organisation for Migration (IOM)",
            ),
            ("Réseau  des Nations-Unies", "reseau des nations unies"),
            ("Mixed Migration Centre", "Mixed Migration Center"),
        ] {
            assert!(common(Text::Name, a, b).contains(&Common::Name), "{a} {b}");
        }
        assert!(
            common(Text::Person, "Ana María López", "LOPEZ, Ana Maria").contains(&Common::Name)
        );
        assert!(
            common(
                Text::Name,
                "International Organization for Migration",
                "Organisation internationale pour les migrations"
            )
            .contains(&Common::Like)
        );
        assert_eq!(
            common(
                Text::Name,
                "Danish Refugee Council",
                "Migrant Forum in Asia"
            ),
            []
        );
    }

    #[test]
    fn names_sound_alike_in_any_script() {
        for (a, b) in [
            ("Мария Иванова", "Maria Ivanova"),
            ("Владимир Путин", "Vladimir Putin"),
            ("محمد علي حسن", "Muhammad Ali Hassan"),
            ("الهلال الأحمر", "Al-Hilal al-Ahmar"),
            ("Красный Крест", "Krasnyi Krest"),
        ] {
            assert_eq!(sound(a), sound(b), "{a} {b}");
            assert!(sound(a).is_some() && other_script(a, b), "{a} {b}");
        }
        assert_eq!(sound("Li"), None, "too short to mean anything");
        assert_eq!(sound("国际移民组织"), sound("国际移民组织"));
    }

    #[test]
    fn hosts_and_acronyms_are_compared_without_what_does_not_count() {
        assert_eq!(
            common(Text::Website, "https://www.iom.int/about", "iom.int"),
            [Common::Host]
        );
        assert_eq!(
            common(Text::Website, "https://facebook.com/a", "facebook.com/b"),
            []
        );
        assert_eq!(
            common(Text::Acronym, "UN-Women", "UN WOMEN"),
            [Common::Acronym]
        );
        assert_eq!(
            common(Text::Email, "Ana@Example.org", "ana@example.org "),
            [Common::Email]
        );
        assert_eq!(
            initials("International Organization for Migration").as_deref(),
            Some("iom")
        );
        assert_eq!(initials("World Bank"), None, "two letters are anybody's");
    }

    #[test]
    fn likeness_weighs_words_whatever_their_order() {
        let close = likeness(
            "Norwegian Refugee Council",
            "Council for Norwegian Refugees",
        );
        assert!(close > 0.95, "{close}");
        for (a, b) in [
            ("Norwegian Refugee Council", "Danish Refugee Council"),
            (
                "UN Economic Commission for Africa",
                "UN Economic Commission for Europe",
            ),
            ("Working Group 1", "Working Group 2"),
            ("", "x"),
        ] {
            let like = likeness(a, b);
            assert!(like < 0.88, "{a}, {b}: {like}");
        }
        assert_eq!(likeness("", ""), 0.0);
    }
}
