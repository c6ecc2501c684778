//! Names near to one that was mistyped.

use crate::fold::fold;

/// Orders the known names that resemble a given one, nearest first.
///
/// A name resembles another if it starts with it, holds it, or is alike by Jaro-Winkler distance; where none does, all
/// names are returned in their own order, so that the reader always sees what would have been right.
pub fn nearest<'a>(given: &str, known: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let given = fold(given);
    let known: Vec<&str> = known.into_iter().collect();
    let mut scored: Vec<(f64, &str)> = known
        .iter()
        .filter_map(|name| {
            let folded = fold(name);
            let like = strsim::jaro_winkler(&given, &folded);
            let held = !given.is_empty() && (folded.starts_with(&given) || folded.contains(&given));
            (held || like > 0.75).then_some((if held { like + 1.0 } else { like }, *name))
        })
        .collect();
    // Stable: names equally near stay in the order they were given in.
    scored.sort_by(|a, b| b.0.total_cmp(&a.0));
    if scored.is_empty() {
        return known.into_iter().map(str::to_owned).collect();
    }
    scored
        .into_iter()
        .map(|(_, name)| name.to_owned())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn nearest_first_and_all_when_none_is_near() {
        let known = ["activity", "organisation", "person", "joint_action"];
        assert_eq!(nearest("activty", known)[0], "activity");
        assert_eq!(nearest("organization", known)[0], "organisation");
        assert_eq!(nearest("action", known)[0], "joint_action");
        assert_eq!(nearest("zzz", known).len(), known.len());
    }
}
