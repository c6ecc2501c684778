#[test]
fn probe() {
    let size = crate::Size::from_code(&std::env::var("SIZE").unwrap_or("S".into())).unwrap();
    let dir = tempfile::tempdir_in("/tmp/sample-scratch").unwrap();
    let file = dir.path().join("x.db");
    let t = std::time::Instant::now();
    let store = crate::create(&file, size, 7, &mut |d, n| {
        if d % 365 == 0 {
            println!("{d}/{n} {:?}", t.elapsed())
        }
    })
    .unwrap();
    println!("made in {:?}", t.elapsed());
    let one = |sql: &str| {
        store
            .connection()
            .query_row(sql, (), |row| row.get::<_, i64>(0))
            .unwrap()
    };
    println!(
        "changes {} records {} txns {} live people {}",
        one("SELECT count(*) FROM change"),
        one("SELECT count(*) FROM record"),
        one("SELECT count(*) FROM txn"),
        one("SELECT count(*) FROM person WHERE life=1")
    );
    println!(
        "own changes {}",
        one(
            "SELECT count(*) FROM change WHERE chain <> (SELECT chain FROM chain WHERE kind='publication')"
        )
    );
    for kind in [
        "activity",
        "organisation",
        "membership",
        "joint_action",
        "meeting",
        "agenda_item",
        "pledge",
        "person",
    ] {
        println!(
            "{kind} {}",
            one(&format!("SELECT count(*) FROM \"{kind}\" WHERE life=1"))
        );
    }
    println!(
        "links {}",
        one("SELECT count(*) FROM record WHERE tbl > 60")
    );
    println!(
        "deleted {}",
        one("SELECT count(*) FROM record WHERE life = 2")
    );
    println!("bytes {}", std::fs::metadata(&file).unwrap().len());
    let t = std::time::Instant::now();
    println!(
        "digest {:?} in {:?}",
        store.digest().unwrap().hash,
        t.elapsed()
    );
}
