//! A shared folder whose files are still on their way.

use std::fs;

use crate::support::{Store, rows_of};

#[test]
fn a_file_that_is_still_coming_is_taken_once_it_is_whole() {
    let (ana, ben) = (Store::published(), Store::published());
    ana.add("organisation", &["acronym=MINE"]);
    let file = ana.folder().join("ana.workstreams");
    ana.json(&["pack", &file.display().to_string()]);
    let whole = fs::read(&file).unwrap();
    let folder = ben.folder().join("shared");
    let site = folder.join("changes/ana");
    fs::create_dir_all(&site).unwrap();
    let shared = folder.display().to_string();
    let before = ben.digest();
    let half = &whole[..whole.len() / 2];
    let room = vec![0; whole.len()];
    for (what, coming) in [
        ("nothing yet", Vec::new()),
        ("room for it", room.clone()),
        ("half of it", half.to_vec()),
        (
            "half of it, and room for the rest",
            [half, &room[half.len()..]].concat(),
        ),
        ("all but its last byte", whole[..whole.len() - 1].to_vec()),
    ] {
        fs::write(site.join("1.workstreams"), coming).unwrap();
        let answer = ben.answer(&["sync", &shared], 1);
        assert_eq!(rows_of(&answer)[0]["result"], "refused", "{what}: {answer}");
        assert_eq!(ben.digest(), before, "{what}");
    }
    fs::write(site.join("1.workstreams"), &whole).unwrap();
    ben.json(&["sync", &shared]);
    assert_eq!(ben.digest(), ana.digest());
}
