//! CHECK, ROUND and CARRY-FORWARD: the plan checks itself, is asked about, and goes on in the next one; comments travel.

use serde_json::Value;

use crate::support::{Store, id_of, ids_of, rows_of, text_of};

fn somebody(name: &str, organisation: &str) -> Store {
    let store = Store::absent();
    store.json(&["init", "--person", name, "--organisation", organisation]);
    store
}

/// Everything of one store taken in by another.
fn give(from: &Store, to: &Store) {
    let file = from.folder().join("all.workstreams").display().to_string();
    from.json(&["pack", &file]);
    to.json(&["merge", &file]);
}

fn exchange(a: &Store, b: &Store) {
    give(a, b);
    give(b, a);
    assert_eq!(a.digest(), b.digest(), "equal changes, equal digest");
    a.assert_sound();
    b.assert_sound();
}

fn found<'a>(rows: &'a [Value], rule: &str, record: &str) -> Option<&'a Value> {
    rows.iter()
        .find(|row| row["rule"] == rule && row["record"]["id"] == record)
}

#[test]
fn what_the_plan_contradicts_is_listed_explained_and_dismissed_for_all() {
    let (ana, ben) = (somebody("Ana", "IOM"), somebody("Ben", "UNHCR"));
    let activity = ana.add(
        "activity",
        &[
            "title=Study",
            "group=1",
            "timeline=2019",
            "status=in_progress",
        ],
    );
    let rows = ana.rows(&["check", "--kind", "activity"]);
    let over = found(&rows, "in_progress_after_end", &activity).unwrap();
    assert_eq!(over["severity"], "warning");
    assert!(text_of(&over["message"]).contains("2019-12-31"), "{over}");
    assert_eq!(over["dismissed"], Value::Null);
    assert!(found(&rows, "no_lead", &activity).is_some());
    assert!(ana.rows(&["check", "--kind", "pledge"]).is_empty());
    assert_eq!(
        ana.wrong_use(&["check", "--kind", "plum"]).code(),
        "unknown_kind"
    );

    let of = format!("of=id:{activity}");
    ana.add(
        "dismissed_check",
        &[&of, "rule=in_progress_after_end", "reason=It was extended"],
    );
    exchange(&ana, &ben);
    let rows = ben.rows(&["check"]);
    let said = &found(&rows, "in_progress_after_end", &activity).unwrap()["dismissed"];
    assert_eq!(said["reason"], "It was extended");
    assert_eq!(said["person"]["label"], "Ana", "who says it is named");
    ben.json(&["delete", "dismissed_check", &id_of(said)]);
    exchange(&ana, &ben);
    let rows = ana.rows(&["check"]);
    let again = found(&rows, "in_progress_after_end", &activity).unwrap();
    assert_eq!(again["dismissed"], Value::Null, "taken back everywhere");
    ana.set("activity", &activity, &["status=completed"]);
    let rows = ana.rows(&["check"]);
    assert!(found(&rows, "in_progress_after_end", &activity).is_none());
}

/// Two laptops answer one round apart and come together.
#[test]
fn two_laptops_answer_one_round_and_no_answer_is_lost() {
    let (ana, ben) = (somebody("Ana", "IOM"), somebody("Ben", "UNHCR"));
    let plan = ana.add("workplan", &["title=Plan", "state=adopted"]);
    let plan_key = format!("workplan=id:{plan}");
    let activity = |title: &str, lead: &str| {
        let set = [format!("title={title}"), format!("leads={lead}")];
        ana.add("activity", &["group=1", &plan_key, &set[0], &set[1]])
    };
    let (one, two) = (activity("One", "IOM"), activity("Two", "UNHCR"));
    let both = activity("Both", "IOM,UNHCR");
    activity("Done", "IOM");
    ana.set("activity", "Done", &["status=completed"]);
    let opened = ana.json(&[
        "round",
        "open",
        &plan,
        "title=Spring",
        "opens=2026-03-01",
        "closes=2026-03-31",
    ]);
    let round = id_of(&opened["record"]);
    assert_eq!(opened["record"]["state"], "open");
    let status = ana.json(&["round", "status"]);
    assert_eq!(
        (&status["due"], &status["answered"]),
        (&3.into(), &0.into())
    );
    let reminder = text_of(&status["reminder"]);
    assert!(
        reminder.contains("2026-03-31") && reminder.contains("UNHCR\n- Two\n- Both"),
        "{reminder}"
    );
    exchange(&ana, &ben);

    let of_round = format!("round=id:{round}");
    let answer = |store: &Store, activity: &str, set: &[&str]| {
        let of = format!("activity=id:{activity}");
        store.add("answer", &[&[of_round.as_str(), &of], set].concat())
    };
    answer(
        &ana,
        &one,
        &[
            "organisation=IOM",
            "status=in_progress",
            "progress_note=Begun",
            "next_step=Go on",
        ],
    );
    answer(&ana, &both, &["organisation=IOM", "status=delayed"]);
    answer(&ben, &two, &["organisation=UNHCR", "status=completed"]);
    answer(&ben, &both, &["organisation=UNHCR", "status=in_progress"]);
    let said = ana.record("activity", &one);
    assert_eq!(
        (
            &said["status"],
            &said["progress_note_text"],
            &said["next_step_text"]
        ),
        (&"in_progress".into(), &"Begun".into(), &"Go on".into()),
        "what is answered, the activity says"
    );
    ana.json(&["undo"]);
    assert_eq!(
        ana.list("answer").len(),
        1,
        "undone with what it said of the activity"
    );
    ana.json(&["redo"]);
    exchange(&ana, &ben);
    for store in [&ana, &ben] {
        let status = store.json(&["round", "status", &round]);
        assert_eq!(
            (&status["due"], &status["answered"]),
            (&3.into(), &3.into())
        );
        assert_eq!(status["reminder"], Value::Null);
        let answers: usize = rows_of(&status)
            .iter()
            .map(|row| row["answers"].as_array().unwrap().len())
            .sum();
        assert_eq!(answers, 4, "no answer is lost");
    }
    let open = ana.rows(&["conflicts"]);
    assert_eq!(open.len(), 1, "what both said of one activity is to settle");
    assert_eq!(
        (
            &open[0]["type"],
            &open[0]["record"]["id"],
            &open[0]["field"]
        ),
        (&"field".into(), &both.clone().into(), &"status".into())
    );

    // Closed here while somebody goes on there.
    let closed = ana.json(&["round", "close", &round]);
    assert_eq!(closed["record"]["state"], "closed");
    assert!(closed["record"]["closed_at"].is_object());
    let before = ana.json(&["round", "status", &round]);
    let refused = ana.refused(&["add", "answer", &of_round, &format!("activity=id:{one}")]);
    assert_eq!(refused.code(), "closed_record");
    let late = answer(&ben, &one, &["organisation=UNHCR", "status=on_hold"]);
    exchange(&ana, &ben);
    for store in [&ana, &ben] {
        let after = store.json(&["round", "status", &round]);
        for (then, now) in rows_of(&before).iter().zip(rows_of(&after)) {
            assert_eq!(
                then["answers"], now["answers"],
                "the closed round reads the same"
            );
        }
        let rows = store.rows(&["conflicts", "--type", "late"]);
        assert_eq!(rows.len(), 1);
        assert_eq!(rows[0]["record"]["id"], late);
        let came: Vec<&Value> = rows_of(&after)
            .iter()
            .flat_map(|row| row["late"].as_array().unwrap())
            .collect();
        assert_eq!(came.len(), 1);
        assert_eq!(came[0]["conflict"], rows[0]["id"]);
    }
    let id = id_of(&ben.rows(&["conflicts", "--type", "late"])[0]);
    ben.json(&["settle", &id, "drop"]);
    exchange(&ana, &ben);
    assert!(ana.rows(&["conflicts", "--type", "late"]).is_empty());
    assert_eq!(
        ana.record("answer", &format!("id:{late}"))["life"],
        "deleted"
    );
    ana.set("status_round", &round, &["state=open"]);
    answer(&ana, &one, &["status=in_progress"]);
}

#[test]
fn rounds_are_refused_where_they_cannot_be() {
    let ana = somebody("Ana", "IOM");
    let plan = ana.add("workplan", &["title=Plan"]);
    assert_eq!(ana.refused(&["round", "status"]).code(), "key_not_found");
    assert_eq!(ana.wrong_use(&["round", "reopen"]).code(), "unknown_verb");
    assert_eq!(ana.wrong_use(&["round", "open"]).code(), "missing_argument");
    let turned = ana.refused(&[
        "round",
        "open",
        &plan,
        "opens=2026-05-02",
        "closes=2026-05-01",
    ]);
    assert_eq!(turned.code(), "round_turned");
    ana.json(&["round", "open", &plan]);
    ana.json(&["round", "open", &plan]);
    let several = ana.refused(&["round", "status"]);
    assert_eq!(
        (several.code(), several.candidates().len()),
        ("ambiguous_key", 2)
    );
    ana.set("workplan", &plan, &["state=closed"]);
    assert_eq!(
        ana.refused(&["round", "open", &plan]).code(),
        "closed_workplan"
    );
}

#[test]
fn what_is_not_finished_goes_on_in_the_next_plan_and_says_the_same() {
    let (ana, ben) = (somebody("Ana", "IOM"), somebody("Ben", "UNHCR"));
    let (now, next) = (
        ana.add("workplan", &["title=Now"]),
        ana.add("workplan", &["title=Next"]),
    );
    let plan = format!("workplan=id:{now}");
    let whole = ana.add(
        "activity",
        &[
            "title=Whole",
            "title.fr=Entier",
            "group=1",
            &plan,
            "timeline=Q1-Q2 2023",
            "status=in_progress",
            "leads=IOM",
            "contributors=UNHCR,ILO",
            "objectives=1,2",
            "principles=3",
            "description=About it",
            "progress_note=Half done",
            "order_label=2.1",
            "kind=study",
        ],
    );
    let parent = format!("parent=id:{whole}");
    let depends = format!("depends_on=id:{whole}");
    let part = ana.add(
        "activity",
        &["title=Part", "group=1", &plan, &parent, &depends],
    );
    ana.add(
        "activity",
        &["title=Done", "group=1", &plan, "status=completed"],
    );
    let of = format!("of=id:{whole}");
    ana.add("milestone", &[&of, "title=Draft", "due=Q2 2023"]);
    ana.add("milestone", &[&of, "title=Begun", "reached=2023-01-02"]);
    exchange(&ana, &ben);

    let answer = ana.json(&["carry-forward", &now, &next]);
    let rows = rows_of(&answer);
    assert_eq!(rows.len(), 2, "what is completed stays");
    let to = |from: &str| {
        let row = rows.iter().find(|row| row["from"]["id"] == *from).unwrap();
        id_of(&row["to"])
    };
    let (old, new) = (
        ana.record("activity", &whole),
        ana.record("activity", &to(&whole)),
    );
    for name in [
        "title",
        "group",
        "timeline",
        "status",
        "leads",
        "contributors",
        "objectives",
        "principles",
        "description",
        "order_label",
        "kind",
    ] {
        assert_eq!(new[name], old[name], "{name} is carried as it is");
    }
    assert_eq!(new["workplan"]["id"], next);
    assert_eq!(new["carried_from"]["id"], whole);
    assert_eq!(new["progress_note"], Value::Null);
    let told = rows.iter().find(|row| row["from"]["id"] == whole).unwrap();
    assert_eq!(told["left_out"], serde_json::json!(["progress_note"]));
    let child = ana.record("activity", &to(&part));
    assert_eq!(child["parent"]["id"], to(&whole));
    assert_eq!(
        ids_of(child["depends_on"].as_array().unwrap()),
        [to(&whole)]
    );
    let milestones = ana.rows(&[
        "list",
        "milestone",
        "--where",
        &format!("of=id:{}", to(&whole)),
    ]);
    assert_eq!(milestones.len(), 1, "a milestone that was reached stays");
    assert_eq!(ana.record("workplan", &next)["predecessor"]["id"], now);
    let again = ana.json(&["carry-forward", &now, &next]);
    assert_eq!(again["txn"], Value::Null);
    assert!(rows_of(&again).iter().all(|row| row["known"] == true));

    // Carried on another laptop apart, it is one activity.
    let other = ben.json(&["carry-forward", &now, &next, &part]);
    assert_eq!(
        rows_of(&other)[0]["left_out"],
        serde_json::json!(["depends_on", "parent"])
    );
    ben.json(&["undo"]);
    ben.json(&["carry-forward", &now, &next]);
    exchange(&ana, &ben);
    let carried = ana.rows(&[
        "list",
        "activity",
        "--where",
        &format!("workplan=id:{next}"),
    ]);
    assert_eq!(carried.len(), 2);

    assert_eq!(ana.refused(&["carry-forward", &now, &now]).code(), "cycle");
    assert_eq!(
        ana.refused(&["carry-forward", &next, &now, &whole]).code(),
        "key_not_found"
    );
    ana.set("workplan", &now, &["state=closed"]);
    assert_eq!(
        ana.refused(&["carry-forward", &next, &now]).code(),
        "closed_workplan"
    );
}

#[test]
fn comments_are_made_on_anything_answered_resolved_and_travel() {
    let (ana, ben) = (somebody("Ana", "IOM"), somebody("Ben", "UNHCR"));
    let plan = ana.add("workplan", &["title=Plan"]);
    let comment = ana.add(
        "comment",
        &[&format!("of=id:{plan}"), "text=Is this agreed?"],
    );
    assert_eq!(ana.record("comment", &comment)["person"]["label"], "Ana");
    exchange(&ana, &ben);
    let answers = format!("answers=id:{comment}");
    ben.add(
        "comment",
        &[&format!("of=id:{plan}"), &answers, "text=It is"],
    );
    ben.set("comment", &comment, &["resolved=true"]);
    exchange(&ana, &ben);
    let told = ana.list("comment");
    let mut people: Vec<String> = told
        .iter()
        .map(|one| text_of(&one["person"]["label"]))
        .collect();
    people.sort();
    assert_eq!(people, ["Ana", "Ben"]);
    assert_eq!(ana.record("comment", &comment)["resolved"], true);
    let commented =
        |condition: &str| ids_of(&ana.rows(&["list", "workplan", "--where", condition]));
    assert_eq!(commented("comments>=2"), std::slice::from_ref(&plan));
    assert!(!commented("comments=0").contains(&plan) && commented("comments>2").is_empty());
    let last = ana.rows(&["list", "workplan", "--sort", "-comments"]);
    assert_eq!(id_of(&last[0]), plan, "counted, and sorted by");
}

#[test]
fn what_was_changed_since_a_plan_was_adopted_is_found() {
    let (ana, ben) = (somebody("Ana", "IOM"), somebody("Ben", "UNHCR"));
    let plan = ana.add("workplan", &["title=Plan", "state=draft"]);
    let of = format!("workplan=id:{plan}");
    let add = |title: &str| ana.add("activity", &["group=1", &of, &format!("title={title}")]);
    let (kept, moved, led) = (add("Kept"), add("Moved"), add("Led"));
    ana.add("activity", &["group=1", "title=Elsewhere"]);
    let changed = |store: &Store, flag: &str| {
        let mut found = ids_of(&store.rows(&[
            "list",
            "activity",
            "--where",
            &of,
            "--where",
            &format!("since_adopted={flag}"),
        ]));
        found.sort();
        found
    };
    assert!(changed(&ana, "true").is_empty(), "nothing was adopted yet");
    assert!(changed(&ana, "false").is_empty());
    exchange(&ana, &ben);
    let adopted = ana.set("workplan", &plan, &["state=adopted"]);
    assert!(adopted["record"]["adopted_at"].is_object());
    ana.set("activity", &moved, &["timeline=2027"]);
    ben.set("activity", &led, &["leads+=IOM"]);
    let new = add("New");
    exchange(&ana, &ben);
    let mut expected = vec![moved.clone(), led, new];
    expected.sort();
    for store in [&ana, &ben] {
        assert_eq!(changed(store, "true"), expected);
        assert_eq!(changed(store, "false"), std::slice::from_ref(&kept));
    }
    ana.set("workplan", &plan, &["state=closed"]);
    assert!(
        ana.record("workplan", &plan)["adopted_at"].is_object(),
        "it is kept"
    );
    ana.set("workplan", &plan, &["state=draft"]);
    assert_eq!(ana.record("workplan", &plan)["adopted_at"], Value::Null);
    assert!(changed(&ana, "true").is_empty());
    let refused = ana.wrong_use(&["list", "pledge", "--where", "since_adopted=true"]);
    assert_eq!(refused.code(), "unknown_field");
}

#[test]
fn a_closed_meeting_reads_as_it_was_closed() {
    let (ana, ben) = (somebody("Ana", "IOM"), somebody("Ben", "UNHCR"));
    let meeting = ana.add("meeting", &["title=First", "languages=en"]);
    let of = format!("meeting=id:{meeting}");
    let item = ana.add("agenda_item", &[&of, "title=Opening"]);
    let point = ana.add("action_point", &[&format!("item=id:{item}"), "text=Write"]);
    assert_eq!(
        ana.json(&["show", "meeting", &meeting])["frozen"],
        Value::Null
    );
    exchange(&ana, &ben);
    ana.set("meeting", &meeting, &["state=closed"]);
    ben.set("agenda_item", &item, &["title=Other"]);
    ben.set("meeting", &meeting, &["languages+=fr"]);
    exchange(&ana, &ben);
    for store in [&ana, &ben] {
        let shown = store.json(&["show", "meeting", &meeting]);
        let frozen = &shown["frozen"];
        assert_eq!(frozen["record"]["languages"], serde_json::json!(["en"]));
        let rows = frozen["rows"].as_array().unwrap();
        let title = rows.iter().find(|row| row["id"] == item).unwrap();
        assert_eq!(title["title"], "Opening", "what came late is not in it");
        assert_eq!(store.record("agenda_item", &item)["title"], "Other");
        assert_eq!(store.rows(&["conflicts", "--type", "late"]).len(), 2);
    }
    let refused = ana.refused(&["set", "agenda_item", &item, "title=Third"]);
    assert_eq!(refused.code(), "closed_record");
    ana.set("action_point", &point, &["status=done"]);
}
