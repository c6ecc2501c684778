//! Texts and what they say.

use domain::time::{Answer, End, Fixed, read, read_with};

fn said(text: &str) -> (String, String, &'static str) {
    let reading = read(text);
    assert_eq!(reading.text, text, "the text is kept to the letter");
    let day = |day: Option<chrono::NaiveDate>| day.map_or("-".to_owned(), |day| day.to_string());
    (
        day(reading.first),
        day(reading.last),
        reading.precision.code(),
    )
}

#[test]
fn texts_are_read_in_three_languages() {
    for (texts, first, last, precision) in [
        (&["2023", "en 2023"][..], "2023-01-01", "2023-12-31", "year"),
        (
            &[
                "Q1 2023",
                "1st quarter of 2023",
                "T1 2023",
                "premier trimestre 2023",
                "primer trimestre de 2023",
                "2023 Q1",
            ],
            "2023-01-01",
            "2023-03-31",
            "quarter",
        ),
        (
            &["Q1-Q2 2023", "Q1 to Q2 2023", "T1-T2 2023", "Q1–Q2 2023"],
            "2023-01-01",
            "2023-06-30",
            "quarter",
        ),
        (
            &[
                "first half of 2025",
                "H1 2025",
                "premier semestre 2025",
                "primer semestre de 2025",
            ],
            "2025-01-01",
            "2025-06-30",
            "half",
        ),
        (
            &["May 2023", "mai 2023", "mayo de 2023", "2023-05"],
            "2023-05-01",
            "2023-05-31",
            "month",
        ),
        (
            &[
                "12 May 2023",
                "12 mai 2023",
                "12 de mayo de 2023",
                "2023-05-12",
                "May 12, 2023",
            ],
            "2023-05-12",
            "2023-05-12",
            "day",
        ),
        (
            &[
                "3-5 May 2023",
                "3-5 mai 2023",
                "3-5 de mayo de 2023",
                "du 3 au 5 mai 2023",
                "del 3 al 5 de mayo de 2023",
            ],
            "2023-05-03",
            "2023-05-05",
            "day",
        ),
        (
            &[
                "March-June 2024",
                "mars-juin 2024",
                "de marzo a junio de 2024",
            ],
            "2024-03-01",
            "2024-06-30",
            "month",
        ),
        (
            &["2023 and 2024", "2023 et 2024", "2023 y 2024", "2022-2024"][..3],
            "2023-01-01",
            "2024-12-31",
            "year",
        ),
        (
            &[
                "2022-2024",
                "2022 to 2024",
                "de 2022 à 2024",
                "de 2022 a 2024",
            ],
            "2022-01-01",
            "2024-12-31",
            "year",
        ),
        (
            &[
                "from 2023",
                "à partir de 2023",
                "a partir de 2023",
                "2023 onwards",
            ],
            "2023-01-01",
            "-",
            "open",
        ),
        (
            &[
                "until June 2025",
                "jusqu'en juin 2025",
                "hasta junio de 2025",
            ],
            "-",
            "2025-06-30",
            "open",
        ),
        (
            &["before 2024", "avant 2024", "antes de 2024"],
            "-",
            "2023-12-31",
            "open",
        ),
        (
            &["after 2024", "après 2024", "después de 2024"],
            "2025-01-01",
            "-",
            "open",
        ),
        (
            &[
                "by end of 2024",
                "d'ici fin 2024",
                "d’ici la fin de 2024",
                "antes de fines de 2024",
            ][..3],
            "-",
            "2024-12-31",
            "open",
        ),
        (
            &["early 2024", "début 2024", "principios de 2024"],
            "2024-01-01",
            "2024-04-30",
            "half",
        ),
        (
            &["late 2024", "fin 2024", "finales de 2024"],
            "2024-09-01",
            "2024-12-31",
            "half",
        ),
        (
            &["mid-2024", "mi-2024", "mediados de 2024"],
            "2024-05-01",
            "2024-08-31",
            "half",
        ),
        (&["ongoing", "en cours", "en curso"], "-", "-", "open"),
        (
            &[
                "on request",
                "sur demande",
                "a petición",
                "a solicitud",
                "tbc",
                "à confirmer",
                "por confirmar",
                "N/A",
            ],
            "-",
            "-",
            "unknown",
        ),
        (
            &[
                "",
                "soon enough",
                "when the moon is full",
                "Q7 2023",
                "30 February 2023",
                "2023-13",
            ],
            "-",
            "-",
            "unknown",
        ),
    ] {
        for text in texts {
            assert_eq!(
                said(text),
                (first.to_owned(), last.to_owned(), precision),
                "“{text}”"
            );
        }
    }
}

#[test]
fn standard_forms() {
    for (text, edtf) in [
        ("2023", Some("2023")),
        ("May 2023", Some("2023-05")),
        ("12 May 2023", Some("2023-05-12")),
        ("Q1 2023", Some("2023-33")),
        ("Q1-Q2 2023", Some("2023-33/2023-34")),
        ("first half of 2025", Some("2025-40")),
        ("2022-2024", Some("2022/2024")),
        ("2023 and 2024", Some("{2023,2024}")),
        ("2023 or 2024", Some("[2023,2024]")),
        ("about 2023", Some("2023~")),
        ("from 2023", Some("2023/..")),
        ("on request", None),
        ("soon enough", None),
    ] {
        assert_eq!(read(text).edtf.as_deref(), edtf, "“{text}”");
    }
}

#[test]
fn a_correction_holds_and_keeps_the_text() {
    let corrected = read_with("after the forum", Some("2026-05/2026-06")).unwrap();
    assert_eq!(corrected.text, "after the forum");
    assert_eq!(corrected.first.unwrap().to_string(), "2026-05-01");
    assert_eq!(corrected.last.unwrap().to_string(), "2026-06-30");
    for wrong in ["soon", "2023-13", "2024/2023", ""] {
        assert!(
            read_with("after the forum", Some(wrong)).is_err(),
            "{wrong}"
        );
    }
}

#[test]
fn whether_it_is_so_has_three_answers() {
    use Answer::{No, Possibly, Surely};
    for (text, within, answer) in [
        ("Q1 2023", "2023", Surely),
        ("2023", "2023", Surely),
        ("2022-2024", "2023", Possibly),
        ("2022", "2023", No),
        ("from 2023", "2023", Possibly),
        ("from 2024", "2023", No),
        ("until 2022", "2023", No),
        ("until 2023", "2023", Possibly),
        ("on request", "2023", Possibly),
        ("ongoing", "2023", Possibly),
        ("2023 and 2024", "2023", Possibly),
    ] {
        assert_eq!(
            read(text).within(&read(within)),
            answer,
            "{text} in {within}"
        );
    }
    for (one, other, answer) in [
        ("Q1 2023", "Q2 2023", Surely),
        ("Q2 2023", "Q1 2023", No),
        ("2023", "Q2 2023", Possibly),
        ("until 2022", "2023", Surely),
        ("from 2023", "2024", Possibly),
        ("on request", "2024", Possibly),
    ] {
        assert_eq!(
            read(one).before(&read(other)),
            answer,
            "{one} before {other}"
        );
        assert_eq!(read(other).after(&read(one)), answer, "{other} after {one}");
    }
}

#[test]
fn what_is_moved_is_printed_in_the_form_of_its_text() {
    for (text, months, printed) in [
        ("Q1 2023", 3, "Q2 2023"),
        ("Q1-Q2 2023", 12, "Q1-Q2 2024"),
        ("2022-2024", 12, "2023-2025"),
        ("2023 and 2024", -12, "2022 and 2023"),
        ("mai 2023", 2, "juillet 2023"),
        ("12 de mayo de 2023", 1, "12 de junio de 2023"),
        ("31 January 2023", 1, "28 February 2023"),
        ("from 2023", 12, "from 2024"),
        ("by end of 2024", 12, "by end of 2025"),
        ("on request", 12, "on request"),
        ("soon enough", 12, "soon enough"),
    ] {
        assert_eq!(
            read(text).moved(months).print(),
            printed,
            "{text} by {months}"
        );
    }
}

#[test]
fn what_is_dragged_is_printed_in_the_form_of_its_text() {
    for (text, end, months, printed) in [
        ("Q1-Q2 2023", End::Both, 3, "Q2-Q3 2023"),
        ("Q1–Q2 2023", End::Both, 3, "Q2–Q3 2023"),
        ("T1-T2 2023", End::Both, 3, "T2-T3 2023"),
        (
            "premier trimestre 2023",
            End::Both,
            3,
            "deuxième trimestre 2023",
        ),
        (
            "primer trimestre de 2023",
            End::Both,
            3,
            "segundo trimestre de 2023",
        ),
        ("mai 2023", End::Both, -1, "avril 2023"),
        ("2023 and 2024", End::Both, 12, "2024 and 2025"),
        ("2023 et 2024", End::Both, 12, "2024 et 2025"),
        ("2023 y 2024", End::Both, 12, "2024 y 2025"),
        ("Q1 2023", End::Last, 3, "Q1-Q2 2023"),
        ("Q1-Q2 2023", End::Last, -3, "Q1 2023"),
        ("Q1-Q2 2023", End::First, 3, "Q2 2023"),
        ("Q4 2023", End::Both, 3, "Q1 2024"),
        ("2022-2024", End::Last, 12, "2022-2025"),
        ("from 2023", End::First, 12, "from 2024"),
        ("d'ici fin 2024", End::Last, 12, "d'ici fin 2025"),
    ] {
        let shifted = read(text).shifted(end, months).map(|reading| reading.text);
        assert_eq!(
            shifted.as_deref(),
            Ok(printed),
            "{text} {end:?} by {months}"
        );
    }
}

#[test]
fn what_cannot_be_dragged_says_why() {
    for (text, end, months, why) in [
        ("on request", End::Both, 3, Fixed::Undated),
        ("a petición", End::Last, 3, Fixed::Undated),
        ("soon enough", End::Both, 3, Fixed::NotUnderstood),
        ("from 2023", End::Last, 12, Fixed::OpenEnd),
        ("until 2023", End::First, 12, Fixed::OpenEnd),
        ("Q1 2023", End::Last, -3, Fixed::Shortest),
        ("2023", End::Both, i32::MAX, Fixed::YearOutside),
    ] {
        assert_eq!(
            read(text).shifted(end, months).err(),
            Some(why),
            "{text} {end:?} by {months}"
        );
    }
}
