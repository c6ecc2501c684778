//! What holds of every reading.

use domain::time::{Answer, End, Precision, parse_edtf, read, read_with};
use proptest::prelude::*;

use crate::texts;

proptest! {
    #![proptest_config(ProptestConfig { cases: 4_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_kept_to_the_letter_and_never_half_read(text in texts::any()) {
        let reading = read(&text);
        prop_assert_eq!(&reading.text, &text);
        if let (Some(first), Some(last)) = (reading.first, reading.last) {
            prop_assert!(first <= last, "{text}: {first} to {last}");
        }
        if !reading.understood() {
            prop_assert_eq!((reading.first, reading.last, reading.edtf, reading.precision), (None, None, None, Precision::Unknown));
        } else if reading.edtf.is_none() {
            prop_assert_eq!((reading.first, reading.last), (None, None));
        }
    }

    #[test]
    fn printing_then_reading_keeps_the_meaning(text in texts::any()) {
        let reading = read(&text);
        let printed = reading.print();
        prop_assert!(read(&printed).same_meaning(&reading), "{text}: printed as {printed}");
    }

    #[test]
    fn printing_what_was_moved_keeps_the_meaning(text in texts::dated(), months in -40..40_i32) {
        let reading = read(&text);
        let moved = reading.moved(months);
        let printed = moved.print();
        let again = read(&printed);
        prop_assert!(again.same_meaning(&moved), "{text} by {months}: printed as {printed}");
        prop_assert_eq!((again.first, again.last), (moved.first, moved.last));
        let back = moved.moved(-months);
        prop_assert_eq!((back.first, back.last), (reading.first, reading.last), "{} by {} and back: {}", text, months, back.print());
    }

    #[test]
    fn a_text_that_was_moved_and_moved_back_says_the_same(text in texts::dated(), months in -40..40_i32) {
        // As bars are dragged: only the text is kept between the two.
        let reading = read(&text);
        if let Ok(moved) = reading.shifted(End::Both, months) {
            let back = read(&moved.text).shifted(End::Both, -months);
            prop_assert!(back.is_ok(), "{text} by {months}: {}", moved.text);
            let back = read(&back.unwrap().text);
            prop_assert_eq!((back.first, back.last), (reading.first, reading.last), "{} by {}: {} and back: {}", text, months, moved.text, back.text);
        }
    }

    #[test]
    fn stretching_moves_one_end_and_never_passes_the_other(text in texts::dated(), months in -40..40_i32, first in any::<bool>()) {
        let reading = read(&text);
        if let Ok(stretched) = reading.shifted(if first { End::First } else { End::Last }, months) {
            let again = read(&stretched.text);
            prop_assert_eq!((again.first, again.last), (stretched.first, stretched.last), "{} by {}: {}", text, months, stretched.text);
            if first {
                prop_assert_eq!(again.last, reading.last, "{} by {}: {}", text, months, again.text);
            } else {
                prop_assert_eq!(again.first, reading.first, "{} by {}: {}", text, months, again.text);
            }
        }
    }

    #[test]
    fn the_standard_form_says_the_same(text in texts::any()) {
        let reading = read(&text);
        if let Some(edtf) = &reading.edtf {
            let standard = parse_edtf(edtf);
            prop_assert!(standard.is_ok(), "{text}: {edtf}");
            let standard = standard.unwrap();
            // EDTF has no code for "early May": it says May, about.
            let stretched = reading.structure.spans().iter().any(|span| span.points().any(|point| point.stretch.is_some()));
            prop_assert!(stretched || standard.same_meaning(&reading), "{text}: {edtf}");
            prop_assert_eq!((standard.first, standard.last), (reading.first, reading.last));
            let corrected = read_with(&text, Some(edtf)).unwrap();
            prop_assert_eq!((&corrected.text, corrected.first, corrected.last), (&text, reading.first, reading.last));
        }
    }

    #[test]
    fn comparisons_agree_with_each_other(one in texts::any(), other in texts::any()) {
        let (a, b) = (read(&one), read(&other));
        prop_assert_eq!(a.before(&b), b.after(&a));
        if a.before(&b) == Answer::Surely {
            prop_assert_ne!(b.before(&a), Answer::Surely, "{} and {} cannot each be first", one, other);
            prop_assert_eq!(a.within(&b), Answer::No, "{} is over before {}", one, other);
        }
        if a.within(&b) == Answer::Surely && b.within(&a) == Answer::Surely {
            prop_assert_eq!((a.first, a.last), (b.first, b.last));
        }
    }

    #[test]
    fn within_is_passed_on(one in texts::dated(), other in texts::dated(), third in texts::dated()) {
        let (a, b, c) = (read(&one), read(&other), read(&third));
        if a.within(&b) == Answer::Surely && b.within(&c) == Answer::Surely {
            prop_assert_eq!(a.within(&c), Answer::Surely, "{} in {} in {}", one, other, third);
        }
    }

    #[test]
    fn keys_sort_as_first_last_and_precision_do(one in texts::any(), other in texts::any()) {
        let (a, b) = (read(&one), read(&other));
        let undated = |reading: &domain::time::Reading| reading.first.is_none() && reading.last.is_none();
        match (undated(&a), undated(&b)) {
            (true, false) => prop_assert!(a.sort_key() > b.sort_key(), "{one} has no day, so it comes last"),
            (false, false) => {
                let end = chrono::NaiveDate::MAX;
                let key = |reading: &domain::time::Reading| (reading.first, reading.last.unwrap_or(end), reading.precision);
                prop_assert_eq!(a.sort_key().cmp(&b.sort_key()), key(&a).cmp(&key(&b)), "{} and {}", one, other);
            }
            _ => {}
        }
    }
}
