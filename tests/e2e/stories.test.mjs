// A person's first day with the program, in the real window.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { after, before, test } from "node:test";
import { Key, Window, display, folder, picture } from "./window.mjs";

const program = resolve("target/debug/workstream-desk");
const workstreams = resolve("target/debug/workstreams");

let screen;
before(async () => {
  screen = await display();
});
after(() => screen.end());

const cell = (id, key) =>
  `.gd-row[data-id="${id}"]:not([hidden]) [data-key="${key}"]`;

async function open(folder, ...files) {
  return Window.open({ program, folder, screen, files });
}

/** A story with a folder of its own; where it fails, what the window showed is kept to be looked at. */
function story(name, tell) {
  test(name, async (t) => {
    const home = folder(t);
    try {
      await tell(home);
    } catch (error) {
      mkdirSync("target/pictures", { recursive: true });
      writeFileSync("target/pictures/failed.png", picture(screen));
      throw error;
    }
  });
}

async function go(window, place) {
  await window.click(`.rail [data-place="${place}"]`);
  await window.find(`.rail [data-place="${place}"][aria-current="page"]`);
}

/** Lists records the way the pages do, through the window's own door. */
async function list(window, kind, ...where) {
  const { rows } = await window.ask("list", {
    kind,
    where,
    offset: 0,
    limit: 50,
  });
  return rows;
}

async function one(window, kind, ...where) {
  const rows = await list(window, kind, ...where);
  assert.equal(rows.length, 1, `${kind} ${where}`);
  return rows[0];
}

/** Waits until a record says something, as asked of the core. */
async function says(window, what, kind, where, holds) {
  await window.web.wait(
    async () => {
      const rows = await list(window, kind, ...where);
      return rows.length > 0 && holds(rows[0]);
    },
    20_000,
    what,
  );
}

/** Puts the focus of a grid on a cell. */
async function focus(window, id, key) {
  await window.click(cell(id, key));
  await window.find(`${cell(id, key)}[data-focus]`);
}

/** Picks a record by a part of its name in the field of the record panel. */
async function pick(window, field, ...texts) {
  const row = `[data-part="record"] [data-part="field"][data-field="${field}"]`;
  // The pencil shows where the pointer is, or the keyboard.
  await window.hover(row);
  await window.click(`${row} [data-part="edit"]`);
  for (const [at, text] of texts.entries()) {
    await window.find(`${row} input:focus`);
    await window.keys(text);
    await window.wait(
      `${text} is not offered`,
      `return [...document.querySelectorAll('[data-part="picks"] [role="option"] .pick-label')].some((one) => one.textContent.includes(arguments[0]))`,
      text,
    );
    await window.keys(Key.ENTER);
    await window.wait(
      `${text} was not taken`,
      `return document.querySelectorAll(arguments[0]).length === arguments[1]`,
      `${row} .picked .chip`,
      at + 1,
    );
  }
  await window.keys(Key.ESCAPE);
}

async function accessible(window, where) {
  assert.deepEqual(await window.axe(), [], where);
}

story(
  "a first day: begin, name, plan, seat, act, undo, and all is there the next day",
  async (home) => {
    let window = await open(home);

    await accessible(window, "the first start");
    await window.click('[data-choice="published"]');
    await window.find('[data-step="who"] input:focus');
    await accessible(window, "who are you");
    await window.keys("Ana Lima", Key.ENTER);
    await window.find('.app[data-place="overview"]');

    // A workstream whose name was never published gets one.
    await go(window, "workstreams");
    const unnamed = await one(
      window,
      "group",
      "kind=workstream",
      "name~published name (a)",
    );
    await focus(window, unnamed.id, "name");
    await window.keys("Data on migration", Key.ENTER);
    await says(
      window,
      "the name",
      "group",
      [`id=${unnamed.id}`],
      (row) => row.label === "Data on migration",
    );

    // Two organisations lead an activity of the climate workstream, and it is in progress.
    await go(window, "workplan");
    const climate = await one(
      window,
      "group",
      "kind=workstream",
      "name~Climate",
    );
    const [activity] = await list(window, "activity", `group=id:${climate.id}`);
    await focus(window, activity.id, "leads");
    await window.keys("IOM, ILO", Key.ENTER);
    await says(
      window,
      "the leads",
      "activity",
      [`id=${activity.id}`],
      (row) => row.leads.length === 2,
    );
    await focus(window, activity.id, "status");
    await window.keys("2");
    await says(
      window,
      "the status",
      "activity",
      [`id=${activity.id}`],
      (row) => row.status === "in_progress",
    );

    // One organisation gets a part in three workstreams, with the keyboard alone.
    await go(window, "members");
    const party = await one(window, "organisation", "acronym=FAO");
    const { columns } = await window.ask("matrix", { offset: 0, limit: 1 });
    await focus(window, party.id, columns[0].id);
    await window.keys("l", Key.ARROW_RIGHT, "m", Key.ARROW_RIGHT, "o");
    await window.web.wait(
      async () =>
        (
          await list(
            window,
            "membership",
            `organisation=id:${party.id}`,
            "group.kind=workstream",
            "group.state=active",
          )
        ).length === 3,
      20_000,
      "three parts",
    );

    // A joint action of three organisations in two countries.
    await go(window, "joint_actions");
    await window.click('[data-part="new"]');
    await window.find('[data-part="record"]');
    await window.click('[data-part="record-title"] [data-part="edit"]');
    await window.keys("Joint counselling for returnees", Key.ENTER);
    await says(
      window,
      "the joint action",
      "joint_action",
      ["title~counselling"],
      () => true,
    );
    await pick(window, "places", "Kenya", "Ghana");
    await pick(window, "organisations", "IOM", "ILO", "UNICEF");
    await says(
      window,
      "places and organisations",
      "joint_action",
      ["title~counselling"],
      (row) => row.places.length === 2 && row.organisations.length === 3,
    );
    await accessible(window, "a record beside a list");

    // The last of it is taken back.
    await window.click('[data-part="undo"]');
    await says(
      window,
      "undone",
      "joint_action",
      ["title~counselling"],
      (row) => row.organisations.length === 2,
    );
    await window.find('[data-part="toast"]');

    await window.chord(Key.CONTROL, "k");
    await window.find('[data-part="search"] input:focus');
    await accessible(window, "the search");
    await window.keys(Key.ESCAPE);
    await window.close();

    // The next day.
    window = await open(home);
    await window.find(".app");
    assert.equal(
      (await one(window, "group", "name=Data on migration")).id,
      unnamed.id,
    );
    const planned = await one(window, "activity", `id=${activity.id}`);
    assert.deepEqual(
      planned.leads.map(({ label }) => label),
      ["ILO", "IOM"],
    );
    assert.equal(planned.status, "in_progress");
    const parts = await list(
      window,
      "membership",
      `organisation=id:${party.id}`,
      "group.kind=workstream",
      "group.state=active",
    );
    assert.deepEqual(parts.map(({ role }) => role).sort(), [
      "co_lead",
      "member",
      "observer",
    ]);
    const joint = await one(window, "joint_action", "title~counselling");
    assert.equal(joint.organisations.length, 2);
    await go(window, "history");
    await window.find('[data-part="transaction"]');
    await accessible(window, "the history");
    await window.close();
    const store = join(home, "network.store");
    const verified = JSON.parse(
      execFileSync(workstreams, ["--store", store, "--json", "verify"], {
        encoding: "utf8",
      }),
    );
    assert.deepEqual(verified.rows, []);
  },
);

story(
  "what was being typed when the program was killed is there again",
  async (home) => {
    const store = join(home, "network.store");
    execFileSync(workstreams, [
      "--store",
      store,
      "init",
      "--person",
      "Ana Lima",
    ]);
    let window = await open(home);
    await go(window, "workplan");
    const [activity] = await list(window, "activity", "group.name~Climate");
    await focus(window, activity.id, "title");
    await window.keys("Half a thou");
    await window.web.wait(
      async () =>
        (await window.ask("drafts")).rows.some(
          ({ text }) => text === "Half a thou",
        ),
      20_000,
      "a draft",
    );
    window.kill();

    window = await open(home);
    await window.find(".app");
    // The record is open as it was left, or one step away, with the text in its field.
    await window.wait(
      "the text in its field",
      `document.querySelector('[data-part="toast"] button')?.click(); return [...document.querySelectorAll('[data-part="record"] :is(input, textarea)')].some(({ value }) => value === arguments[0])`,
      "Half a thou",
    );
    await window.close();
  },
);

story(
  "an edit by the command line appears in the open window",
  async (home) => {
    const store = join(home, "network.store");
    execFileSync(workstreams, [
      "--store",
      store,
      "init",
      "--person",
      "Ana Lima",
    ]);
    const window = await open(home);
    await go(window, "workplan");
    const [activity] = await list(window, "activity", "group.name~Climate");
    await window.find(cell(activity.id, "title"));
    execFileSync(workstreams, [
      "--store",
      store,
      "set",
      "activity",
      `id:${activity.id}`,
      "title=Said elsewhere",
    ]);
    await window.wait(
      "the edit",
      `return document.querySelector(arguments[0])?.textContent.includes('Said elsewhere')`,
      cell(activity.id, "title"),
    );
    await window.close();
  },
);

story(
  "the page reaches only the commands of the list, and nothing else",
  async (home) => {
    const window = await open(home);
    await window.find('[data-part="first-start"]');
    const { refused } = await window.ask("plugin:window|close");
    assert.match(String(refused), /not allowed/);
    const fetched = await window.web.executeAsyncScript(
      `const done = arguments[0]; fetch('http://127.0.0.1:9/').then(() => done('reached'), (e) => done('stopped'));`,
    );
    assert.equal(fetched, "stopped");
    await window.close();
  },
);

story(
  "a colleague's file is opened, looked into, taken in, settled, undone and settled again",
  async (home) => {
    const here = (...words) =>
      execFileSync(
        workstreams,
        ["--store", join(home, "network.store"), ...words],
        { encoding: "utf8" },
      );
    const there = (...words) =>
      execFileSync(
        workstreams,
        ["--store", join(home, "ben.store"), ...words],
        { encoding: "utf8" },
      );
    here("init", "--person", "Ana Lima", "--organisation", "IOM");
    there("init", "--person", "Ben Okafor", "--organisation", "UNHCR");
    here("set", "organisation", "IOM", "website=https://ana.example.org");
    there("set", "organisation", "IOM", "website=https://ben.example.org");
    there("add", "organisation", "acronym=NEWO", "name=New Organisation");
    const file = join(home, "from-ben.workstreams");
    there("pack", file);

    // Opened from the desktop: the file leads to what it would bring, and nothing has changed yet.
    const window = await open(home, file);
    await window.find('[data-part="preview"] [data-result="merged"]');
    assert.equal(
      (await list(window, "organisation", "acronym=NEWO")).length,
      0,
    );
    await accessible(window, "the preview");
    await window.click('[data-part="take"]');
    await says(
      window,
      "what came in",
      "organisation",
      ["acronym=NEWO"],
      (row) => row.label === "NEWO",
    );

    await go(window, "exchange");
    await window.click('[data-part="segments"] [role="radio"]:nth-child(3)');
    await window.find('[data-part="conflict"] [data-part="side"]');
    await accessible(window, "what is to settle");
    await window.keys("t");
    await says(
      window,
      "theirs",
      "organisation",
      ["acronym=IOM"],
      (row) => row.website === "https://ben.example.org",
    );
    await window.chord(Key.CONTROL, "z");
    await window.find('[data-part="conflict"] [data-part="side"]');
    await window.click('[data-choice="theirs"]');
    await window.find('[data-part="to-settle"] [data-part="empty"]');
    await window.close();

    // The answer goes back, and both laptops hold the same.
    const back = join(home, "back.workstreams");
    here("pack", back);
    there("merge", back);
    assert.equal(there("digest"), here("digest"));
    assert.match(there("conflicts"), /Nothing/);
  },
);

story(
  "the plan is moved in time with the keyboard alone, and undone to the letter",
  async (home) => {
    const window = await open(home);
    await window.find('[data-choice="published"]');
    const until = async (what, key, selector) => {
      // As many presses as there may be stops on the way.
      for (let press = 0; press < 60; press += 1) {
        const there = await window.web.executeScript(
          "return document.querySelector(arguments[0]) !== null",
          selector,
        );
        if (there) return;
        await window.keys(key);
      }
      assert.fail(`${what} is not reached`);
    };
    await until("the choice", Key.TAB, '[data-choice="published"]:focus');
    await window.keys(Key.ENTER);
    await window.find('[data-step="who"] input:focus');
    await window.keys("Ana Lima", Key.ENTER);
    await window.find('.app[data-place="overview"]');

    await window.chord(Key.CONTROL, "3");
    await window.find('[data-place="workplan"] [data-part="grid"]');
    await until("the views", Key.TAB, '.place [role="radio"]:focus');
    await window.keys(Key.ARROW_RIGHT);
    await window.find('[data-part="timeline"] .tl-row[data-kind="row"]');
    await until("the timeline", Key.TAB, '[role="treegrid"]:focus');
    const activity = await one(
      window,
      "activity",
      "title~Map promising practices",
    );
    const row = `.tl-row[data-id="${activity.id}"][data-focus]`;
    await until("the activity", Key.ARROW_DOWN, row);
    await accessible(window, "the timeline");
    const time = (text) =>
      says(
        window,
        text,
        "activity",
        [`id=${activity.id}`],
        ({ timeline }) => timeline.text === text,
      );
    await window.keys(Key.ARROW_RIGHT);
    await time("Q2-Q3 2023");
    await window.chord(Key.SHIFT, Key.ARROW_RIGHT);
    await time("Q2-Q4 2023");
    await window.chord(Key.ALT, Key.ARROW_LEFT);
    await time("Q1-Q4 2023");
    for (let step = 0; step < 3; step += 1)
      await window.chord(Key.CONTROL, "z");
    await time(activity.timeline.text);
    await window.close();
  },
);
