-- The network in one file. Every statement here is released: a change is a further step, never an edit.
-- Columns of the kinds' tables carry their permanent number (and language) as a comment: this is the committed list.

CREATE TABLE meta(
  key TEXT PRIMARY KEY,
  value ANY
) STRICT, WITHOUT ROWID;

-- Every record and link, in any state. Tables refer to rid; the log and other laptops know the id only.
CREATE TABLE record(
  rid INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  tbl INTEGER NOT NULL,
  life INTEGER NOT NULL,      -- 0 awaited: named by a reference, not created here yet; 1 live; 2 deleted; 3 proposed
  gone INTEGER NOT NULL,      -- 1 if its own delete holds; life is 2 also where what it depends on is deleted
  owner INTEGER REFERENCES record(rid),
  home INTEGER REFERENCES record(rid),
  created_at INTEGER,         -- ms since 1970, UTC, as the author claimed
  changed_at INTEGER,
  label TEXT,                 -- null where it follows from other records
  sort TEXT                   -- the label as it is compared
) STRICT;
CREATE INDEX record_list ON record(tbl, life, sort, id);
CREATE INDEX record_owner ON record(owner) WHERE owner IS NOT NULL;

-- A chain is one site's series of changes; where a copied store went on under its old name, a branch of it.
CREATE TABLE chain(
  chain INTEGER PRIMARY KEY,
  site BLOB NOT NULL,         -- as written in its changes
  parent INTEGER REFERENCES chain(chain),
  parent_seq INTEGER,         -- the last change it shares with its parent
  branch BLOB,                -- the id it is shown under where it is a branch
  kind TEXT NOT NULL,         -- laptop, publication, guest
  key BLOB,                   -- public key, ed25519
  last INTEGER NOT NULL,
  tip BLOB                    -- chain hash of its last change
) STRICT;
CREATE INDEX chain_site ON chain(site);

CREATE TABLE change(
  chain INTEGER NOT NULL REFERENCES chain(chain),
  seq INTEGER NOT NULL,
  hlc INTEGER NOT NULL,
  rid INTEGER NOT NULL REFERENCES record(rid),
  col INTEGER NOT NULL,
  value BLOB NOT NULL,
  reopens BLOB,               -- the settlement it takes back, as a vector of one entry
  unseen BLOB,                -- heads its author was not shown, as a vector
  PRIMARY KEY(chain, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX change_cell ON change(rid, col);

CREATE TABLE txn(
  chain INTEGER NOT NULL REFERENCES chain(chain),
  first INTEGER NOT NULL,
  last INTEGER NOT NULL,
  id BLOB NOT NULL,
  hlc INTEGER NOT NULL,
  wall INTEGER NOT NULL,
  person INTEGER REFERENCES record(rid),
  origin INTEGER NOT NULL,
  reason TEXT,
  undoes BLOB,                -- the id of the transaction it takes back
  PRIMARY KEY(chain, first)
) STRICT, WITHOUT ROWID;
CREATE INDEX txn_id ON txn(id);
CREATE INDEX txn_order ON txn(hlc);

CREATE TABLE epoch(
  chain INTEGER NOT NULL REFERENCES chain(chain),
  first INTEGER NOT NULL,
  vector BLOB NOT NULL,
  PRIMARY KEY(chain, first)
) STRICT, WITHOUT ROWID;

-- Changes of a cell that no other change of it had seen.
CREATE TABLE head(
  rid INTEGER NOT NULL,
  col INTEGER NOT NULL,
  chain INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY(rid, col, chain, seq)
) STRICT, WITHOUT ROWID;

-- Cells whose heads stand for more than one value.
CREATE TABLE contested(
  rid INTEGER NOT NULL REFERENCES record(rid),
  col INTEGER NOT NULL,
  PRIMARY KEY(rid, col)
) STRICT, WITHOUT ROWID;

-- Segments as they were sealed or received; forwarded unchanged.
CREATE TABLE segment(
  chain INTEGER NOT NULL REFERENCES chain(chain),
  first INTEGER NOT NULL,
  last INTEGER NOT NULL,
  end BLOB NOT NULL,          -- chain hash of its last change
  bytes BLOB NOT NULL,
  PRIMARY KEY(chain, first)
) STRICT;

-- Personal values, apart from the log: it holds their commitments only.
CREATE TABLE secret(
  rid INTEGER PRIMARY KEY REFERENCES record(rid),
  key BLOB NOT NULL
) STRICT;
CREATE TABLE personal(
  commitment BLOB PRIMARY KEY,
  rid INTEGER NOT NULL REFERENCES record(rid),
  value BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX personal_rid ON personal(rid);

-- Text being typed; local, never part of the log.
CREATE TABLE draft(
  id BLOB NOT NULL,
  field TEXT NOT NULL,
  tbl INTEGER NOT NULL,
  text TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY(id, field)
) STRICT, WITHOUT ROWID;

-- One document a text cell, under a number made of the record and the column (search.rs).
CREATE VIRTUAL TABLE search_words USING fts5(
  body, content='', contentless_delete=1, prefix='1 2 3', tokenize='unicode61 remove_diacritics 0'
);
CREATE VIRTUAL TABLE search_grams USING fts5(
  body, content='', contentless_delete=1, tokenize='trigram case_sensitive 1'
);

-- 1 workplan
CREATE TABLE "workplan"(
  "rid" INTEGER PRIMARY KEY REFERENCES record(rid),
  "life" INTEGER NOT NULL,
  "title_en" TEXT, -- 16.en
  "title_fr" TEXT, -- 16.fr
  "title_es" TEXT, -- 16.es
  "title_ar" TEXT, -- 16.ar
  "title_ru" TEXT, -- 16.ru
  "title_zh" TEXT, -- 16.zh
  "first" TEXT, -- 17
  "last" TEXT, -- 18
  "state" TEXT, -- 19
  "predecessor" INTEGER REFERENCES record(rid), -- 20
  "adopted_at" BLOB, -- 5
  "notes_en" TEXT, -- 1.en
  "notes_fr" TEXT, -- 1.fr
  "notes_es" TEXT, -- 1.es
  "notes_ar" TEXT, -- 1.ar
  "notes_ru" TEXT, -- 1.ru
  "notes_zh" TEXT, -- 1.zh
  "provenance_address" TEXT, -- 2
  "provenance_retrieved" TEXT,
  "provenance_standing" TEXT,
  "position" TEXT -- 3
) STRICT;
CREATE INDEX "workplan_predecessor" ON "workplan"("predecessor") WHERE "predecessor" IS NOT NULL;
-- 2 group
CREATE TABLE "group"(
  "rid" INTEGER PRIMARY KEY REFERENCES record(rid),
  "life" INTEGER NOT NULL,
  "kind" TEXT, -- 16
  "code" TEXT, -- 17
  "number" INTEGER, -- 18
  "name_en" TEXT, -- 19.en
  "name_fr" TEXT, -- 19.fr
  "name_es" TEXT, -- 19.es
  "name_ar" TEXT, -- 19.ar
  "name_ru" TEXT, -- 19.ru
  "name_zh" TEXT, -- 19.zh
  "purpose_en" TEXT, -- 20.en
  "purpose_fr" TEXT, -- 20.fr
  "purpose_es" TEXT, -- 20.es
  "purpose_ar" TEXT, -- 20.ar
  "purpose_ru" TEXT, -- 20.ru
  "purpose_zh" TEXT, -- 20.zh
  "workplan" INTEGER REFERENCES record(rid), -- 22
  "state" TEXT, -- 23
  "created" TEXT, -- 25
  "created_edtf" TEXT,
  "created_first" TEXT,
  "created_last" TEXT,
  "created_precision" TEXT,
  "created_sort" TEXT,
  "place" INTEGER REFERENCES record(rid), -- 26
  "notes_en" TEXT, -- 1.en
  "notes_fr" TEXT, -- 1.fr
  "notes_es" TEXT, -- 1.es
  "notes_ar" TEXT, -- 1.ar
  "notes_ru" TEXT, -- 1.ru
  "notes_zh" TEXT, -- 1.zh
  "provenance_address" TEXT, -- 2
  "provenance_retrieved" TEXT,
  "provenance_standing" TEXT,
  "position" TEXT -- 3
) STRICT;
CREATE INDEX "group_workplan" ON "group"("workplan") WHERE "workplan" IS NOT NULL;
CREATE INDEX "group_place" ON "group"("place") WHERE "place" IS NOT NULL;
-- 3 organisation
CREATE TABLE "organisation"(
  "rid" INTEGER PRIMARY KEY REFERENCES record(rid),
  "life" INTEGER NOT NULL,
  "acronym" TEXT, -- 16
  "name_en" TEXT, -- 17.en
  "name_fr" TEXT, -- 17.fr
  "name_es" TEXT, -- 17.es
  "name_ar" TEXT, -- 17.ar
  "name_ru" TEXT, -- 17.ru
  "name_zh" TEXT, -- 17.zh
  "category" TEXT, -- 19
  "parent" INTEGER REFERENCES record(rid), -- 20
  "country" INTEGER REFERENCES record(rid), -- 21
  "website" TEXT, -- 22
  "same_as" INTEGER REFERENCES record(rid), -- 4
  "notes_en" TEXT, -- 1.en
  "notes_fr" TEXT, -- 1.fr
  "notes_es" TEXT, -- 1.es
  "notes_ar" TEXT, -- 1.ar
  "notes_ru" TEXT, -- 1.ru
  "notes_zh" TEXT, -- 1.zh
  "provenance_address" TEXT, -- 2
  "provenance_retrieved" TEXT,
  "provenance_standing" TEXT,
  "position" TEXT -- 3
) STRICT;
CREATE INDEX "organisation_parent" ON "organisation"("parent") WHERE "parent" IS NOT NULL;
CREATE INDEX "organisation_country" ON "organisation"("country") WHERE "country" IS NOT NULL;
CREATE INDEX "organisation_same_as" ON "organisation"("same_as") WHERE "same_as" IS NOT NULL;
-- 4 person
CREATE TABLE "person"(
  "rid" INTEGER PRIMARY KEY REFERENCES record(rid),
  "life" INTEGER NOT NULL,
  "name" TEXT, -- 16
  "function" TEXT, -- 17
  "organisation" INTEGER REFERENCES record(rid), -- 18
  "email" TEXT, -- 20
  "phone" TEXT, -- 21
  "unnamed" INTEGER, -- 22
  "same_as" INTEGER REFERENCES record(rid), -- 4
  "notes_en" TEXT, -- 1.en
  "notes_fr" TEXT, -- 1.fr
  "notes_es" TEXT, -- 1.es
  "notes_ar" TEXT, -- 1.ar
  "notes_ru" TEXT, -- 1.ru
  "notes_zh" TEXT, -- 1.zh
  "provenance_address" TEXT, -- 2
  "provenance_retrieved" TEXT,
  "provenance_standing" TEXT,
  "position" TEXT -- 3
) STRICT;
CREATE INDEX "person_organisation" ON "person"("organisation") WHERE "organisation" IS NOT NULL;
CREATE INDEX "person_same_as" ON "person"("same_as") WHERE "same_as" IS NOT NULL;
-- 5 membership
CREATE TABLE "membership"(
  "rid" INTEGER PRIMARY KEY REFERENCES record(rid),
  "life" INTEGER NOT NULL,
  "group" INTEGER REFERENCES record(rid), -- 16
  "organisation" INTEGER REFERENCES record(rid), -- 17
  "person" INTEGER REFERENCES record(rid), -- 18
  "role" TEXT, -- 19
  "from" TEXT, -- 20
  "from_edtf" TEXT,
  "from_first" TEXT,
  "from_last" TEXT,
  "from_precision" TEXT,
  "from_sort" TEXT,
  "to" TEXT, -- 21
  "to_edtf" TEXT,
  "to_first" TEXT,
  "to_last" TEXT,
  "to_precision" TEXT,
  "to_sort" TEXT,
  "state" TEXT, -- 22
  "on_behalf_of" INTEGER REFERENCES record(rid), -- 23
  "notes_en" TEXT, -- 1.en
  "notes_fr" TEXT, -- 1.fr
  "notes_es" TEXT, -- 1.es
  "notes_ar" TEXT, -- 1.ar
  "notes_ru" TEXT, -- 1.ru
  "notes_zh" TEXT, -- 1.zh
  "provenance_address" TEXT, -- 2
  "provenance_retrieved" TEXT,
  "provenance_standing" TEXT,
  "position" TEXT -- 3
) STRICT;
CREATE INDEX "membership_group" ON "membership"("group") WHERE "group" IS NOT NULL;
CREATE INDEX "membership_organisation" ON "membership"("organisation") WHERE "organisation" IS NOT NULL;
CREATE INDEX "membership_person" ON "membership"("person") WHERE "person" IS NOT NULL;
CREATE INDEX "membership_on_behalf_of" ON "membership"("on_behalf_of") WHERE "on_behalf_of" IS NOT NULL;
-- 6 activity
CREATE TABLE "activity"(
  "rid" INTEGER PRIMARY KEY REFERENCES record(rid),
  "life" INTEGER NOT NULL,
  "group" INTEGER REFERENCES record(rid), -- 16
  "workplan" INTEGER REFERENCES record(rid), -- 17
  "parent" INTEGER REFERENCES record(rid), -- 3
  "tree" TEXT,
  "order_label" TEXT, -- 19
  "title_en" TEXT, -- 20.en
  "title_fr" TEXT, -- 20.fr
  "title_es" TEXT, -- 20.es
  "title_ar" TEXT, -- 20.ar
  "title_ru" TEXT, -- 20.ru
  "title_zh" TEXT, -- 20.zh
  "description_en" TEXT, -- 21.en
  "description_fr" TEXT, -- 21.fr
  "description_es" TEXT, -- 21.es
  "description_ar" TEXT, -- 21.ar
  "description_ru" TEXT, -- 21.ru
  "description_zh" TEXT, -- 21.zh
  "kind" TEXT, -- 22
  "timeline" TEXT, -- 23
  "timeline_edtf" TEXT,
  "timeline_first" TEXT,
  "timeline_last" TEXT,
  "timeline_precision" TEXT,
  "timeline_sort" TEXT,
  "status" TEXT, -- 24
  "progress_note_en" TEXT, -- 25.en
  "progress_note_fr" TEXT, -- 25.fr
  "progress_note_es" TEXT, -- 25.es
  "progress_note_ar" TEXT, -- 25.ar
  "progress_note_ru" TEXT, -- 25.ru
  "progress_note_zh" TEXT, -- 25.zh
  "next_step_en" TEXT, -- 26.en
  "next_step_fr" TEXT, -- 26.fr
  "next_step_es" TEXT, -- 26.es
  "next_step_ar" TEXT, -- 26.ar
  "next_step_ru" TEXT, -- 26.ru
  "next_step_zh" TEXT, -- 26.zh
  "draft" INTEGER, -- 34
  "notes_en" TEXT, -- 1.en
  "notes_fr" TEXT, -- 1.fr
  "notes_es" TEXT, -- 1.es
  "notes_ar" TEXT, -- 1.ar
  "notes_ru" TEXT, -- 1.ru
  "notes_zh" TEXT, -- 1.zh
  "provenance_address" TEXT, -- 2
  "provenance_retrieved" TEXT,
  "provenance_standing" TEXT,
  "position" TEXT -- 3
) STRICT;
CREATE INDEX "activity_group" ON "activity"("group") WHERE "group" IS NOT NULL;
CREATE INDEX "activity_workplan" ON "activity"("workplan") WHERE "workplan" IS NOT NULL;
CREATE INDEX "activity_parent" ON "activity"("parent") WHERE "parent" IS NOT NULL;
-- 7 joint_action
CREATE TABLE "joint_action"(
  "rid" INTEGER PRIMARY KEY REFERENCES record(rid),
  "life" INTEGER NOT NULL,
  "title_en" TEXT, -- 16.en
  "title_fr" TEXT, -- 16.fr
  "title_es" TEXT, -- 16.es
  "title_ar" TEXT, -- 16.ar
  "title_ru" TEXT, -- 16.ru
  "title_zh" TEXT, -- 16.zh
  "level" TEXT, -- 17
  "kind" TEXT, -- 18
  "description_en" TEXT, -- 19.en
  "description_fr" TEXT, -- 19.fr
  "description_es" TEXT, -- 19.es
  "description_ar" TEXT, -- 19.ar
  "description_ru" TEXT, -- 19.ru
  "description_zh" TEXT, -- 19.zh
  "timeline" TEXT, -- 20
  "timeline_edtf" TEXT,
  "timeline_first" TEXT,
  "timeline_last" TEXT,
  "timeline_precision" TEXT,
  "timeline_sort" TEXT,
  "status" TEXT, -- 21
  "draft" INTEGER, -- 29
  "notes_en" TEXT, -- 1.en
  "notes_fr" TEXT, -- 1.fr
  "notes_es" TEXT, -- 1.es
  "notes_ar" TEXT, -- 1.ar
  "notes_ru" TEXT, -- 1.ru
  "notes_zh" TEXT, -- 1.zh
  "provenance_address" TEXT, -- 2
  "provenance_retrieved" TEXT,
  "provenance_standing" TEXT,
  "position" TEXT -- 3
) STRICT;
-- 8 milestone
CREATE TABLE "milestone"(
  "rid" INTEGER PRIMARY KEY REFERENCES record(rid),
  "life" INTEGER NOT NULL,
  "of" INTEGER REFERENCES record(rid), -- 16
  "title" TEXT, -- 17
  "due" TEXT, -- 18
  "due_edtf" TEXT,
  "due_first" TEXT,
  "due_last" TEXT,
  "due_precision" TEXT,
  "due_sort" TEXT,
  "reached" TEXT, -- 19
  "notes_en" TEXT, -- 1.en
  "notes_fr" TEXT, -- 1.fr
  "notes_es" TEXT, -- 1.es
  "notes_ar" TEXT, -- 1.ar
  "notes_ru" TEXT, -- 1.ru
  "notes_zh" TEXT, -- 1.zh
  "provenance_address" TEXT, -- 2
  "provenance_retrieved" TEXT,
  "provenance_standing" TEXT,
  "position" TEXT -- 3
) STRICT;
CREATE INDEX "milestone_of" ON "milestone"("of") WHERE "of" IS NOT NULL;
-- 9 funding
CREATE TABLE "funding"(
  "rid" INTEGER PRIMARY KEY REFERENCES record(rid),
  "life" INTEGER NOT NULL,
  "of" INTEGER REFERENCES record(rid), -- 16
  "source" TEXT, -- 17
  "amount" TEXT, -- 18
  "currency" TEXT, -- 18
  "state" TEXT, -- 20
  "notes_en" TEXT, -- 1.en
  "notes_fr" TEXT, -- 1.fr
  "notes_es" TEXT, -- 1.es
  "notes_ar" TEXT, -- 1.ar
  "notes_ru" TEXT, -- 1.ru
  "notes_zh" TEXT, -- 1.zh
  "provenance_address" TEXT, -- 2
  "provenance_retrieved" TEXT,
  "provenance_standing" TEXT,
  "position" TEXT -- 3
) STRICT;
CREATE INDEX "funding_of" ON "funding"("of") WHERE "of" IS NOT NULL;
-- 10 place
CREATE TABLE "place"(
  "rid" INTEGER PRIMARY KEY REFERENCES record(rid),
  "life" INTEGER NOT NULL,
  "code" TEXT, -- 16
  "iso2" TEXT, -- 17
  "iso3" TEXT, -- 18
  "name_en" TEXT, -- 19.en
  "name_fr" TEXT, -- 19.fr
  "name_es" TEXT, -- 19.es
  "name_ar" TEXT, -- 19.ar
  "name_ru" TEXT, -- 19.ru
  "name_zh" TEXT, -- 19.zh
  "type" TEXT, -- 20
  "notes_en" TEXT, -- 1.en
  "notes_fr" TEXT, -- 1.fr
  "notes_es" TEXT, -- 1.es
  "notes_ar" TEXT, -- 1.ar
  "notes_ru" TEXT, -- 1.ru
  "notes_zh" TEXT, -- 1.zh
  "provenance_address" TEXT, -- 2
  "provenance_retrieved" TEXT,
  "provenance_standing" TEXT,
  "position" TEXT -- 3
) STRICT;
-- 11 country_facts
CREATE TABLE "country_facts"(
  "rid" INTEGER PRIMARY KEY REFERENCES record(rid),
  "life" INTEGER NOT NULL,
  "place" INTEGER REFERENCES record(rid), -- 16
  "network_since" TEXT, -- 17
  "network_since_edtf" TEXT,
  "network_since_first" TEXT,
  "network_since_last" TEXT,
  "network_since_precision" TEXT,
  "network_since_sort" TEXT,
  "chair" TEXT, -- 18
  "champion_from" TEXT, -- 19
  "champion_from_edtf" TEXT,
  "champion_from_first" TEXT,
  "champion_from_last" TEXT,
  "champion_from_precision" TEXT,
  "champion_from_sort" TEXT,
  "champion_to" TEXT, -- 20
  "champion_to_edtf" TEXT,
  "champion_to_first" TEXT,
  "champion_to_last" TEXT,
  "champion_to_precision" TEXT,
  "champion_to_sort" TEXT,
  "plan_state" TEXT, -- 21
  "network" INTEGER, -- 22
  "champion" INTEGER, -- 23
  "notes_en" TEXT, -- 1.en
  "notes_fr" TEXT, -- 1.fr
  "notes_es" TEXT, -- 1.es
  "notes_ar" TEXT, -- 1.ar
  "notes_ru" TEXT, -- 1.ru
  "notes_zh" TEXT, -- 1.zh
  "provenance_address" TEXT, -- 2
  "provenance_retrieved" TEXT,
  "provenance_standing" TEXT,
  "position" TEXT -- 3
) STRICT;
CREATE INDEX "country_facts_place" ON "country_facts"("place") WHERE "place" IS NOT NULL;
-- 12 pledge
CREATE TABLE "pledge"(
  "rid" INTEGER PRIMARY KEY REFERENCES record(rid),
  "life" INTEGER NOT NULL,
  "maker" INTEGER REFERENCES record(rid), -- 16
  "kind" TEXT, -- 17
  "type" TEXT, -- 18
  "title_en" TEXT, -- 19.en
  "title_fr" TEXT, -- 19.fr
  "title_es" TEXT, -- 19.es
  "title_ar" TEXT, -- 19.ar
  "title_ru" TEXT, -- 19.ru
  "title_zh" TEXT, -- 19.zh
  "description_en" TEXT, -- 20.en
  "description_fr" TEXT, -- 20.fr
  "description_es" TEXT, -- 20.es
  "description_ar" TEXT, -- 20.ar
  "description_ru" TEXT, -- 20.ru
  "description_zh" TEXT, -- 20.zh
  "made_on" TEXT, -- 23
  "made_on_edtf" TEXT,
  "made_on_first" TEXT,
  "made_on_last" TEXT,
  "made_on_precision" TEXT,
  "made_on_sort" TEXT,
  "period" TEXT, -- 24
  "period_edtf" TEXT,
  "period_first" TEXT,
  "period_last" TEXT,
  "period_precision" TEXT,
  "period_sort" TEXT,
  "status" TEXT, -- 25
  "matches" INTEGER REFERENCES record(rid), -- 26
  "notes_en" TEXT, -- 1.en
  "notes_fr" TEXT, -- 1.fr
  "notes_es" TEXT, -- 1.es
  "notes_ar" TEXT, -- 1.ar
  "notes_ru" TEXT, -- 1.ru
  "notes_zh" TEXT, -- 1.zh
  "provenance_address" TEXT, -- 2
  "provenance_retrieved" TEXT,
  "provenance_standing" TEXT,
  "position" TEXT -- 3
) STRICT;
CREATE INDEX "pledge_maker" ON "pledge"("maker") WHERE "maker" IS NOT NULL;
CREATE INDEX "pledge_matches" ON "pledge"("matches") WHERE "matches" IS NOT NULL;
-- 13 meeting
CREATE TABLE "meeting"(
  "rid" INTEGER PRIMARY KEY REFERENCES record(rid),
  "life" INTEGER NOT NULL,
  "group" INTEGER REFERENCES record(rid), -- 16
  "series" TEXT, -- 17
  "title_en" TEXT, -- 18.en
  "title_fr" TEXT, -- 18.fr
  "title_es" TEXT, -- 18.es
  "title_ar" TEXT, -- 18.ar
  "title_ru" TEXT, -- 18.ru
  "title_zh" TEXT, -- 18.zh
  "start" TEXT, -- 19
  "zone" TEXT, -- 20
  "format" TEXT, -- 21
  "venue" TEXT, -- 22
  "confidentiality" TEXT, -- 24
  "state" TEXT, -- 25
  "closed_at" BLOB, -- 5
  "notes_en" TEXT, -- 1.en
  "notes_fr" TEXT, -- 1.fr
  "notes_es" TEXT, -- 1.es
  "notes_ar" TEXT, -- 1.ar
  "notes_ru" TEXT, -- 1.ru
  "notes_zh" TEXT, -- 1.zh
  "provenance_address" TEXT, -- 2
  "provenance_retrieved" TEXT,
  "provenance_standing" TEXT,
  "position" TEXT -- 3
) STRICT;
CREATE INDEX "meeting_group" ON "meeting"("group") WHERE "group" IS NOT NULL;
-- 14 agenda_item
CREATE TABLE "agenda_item"(
  "rid" INTEGER PRIMARY KEY REFERENCES record(rid),
  "life" INTEGER NOT NULL,
  "meeting" INTEGER REFERENCES record(rid), -- 16
  "title" TEXT, -- 17
  "presenter" INTEGER REFERENCES record(rid), -- 18
  "minutes" INTEGER, -- 19
  "about" INTEGER REFERENCES record(rid), -- 20
  "notes_en" TEXT, -- 1.en
  "notes_fr" TEXT, -- 1.fr
  "notes_es" TEXT, -- 1.es
  "notes_ar" TEXT, -- 1.ar
  "notes_ru" TEXT, -- 1.ru
  "notes_zh" TEXT, -- 1.zh
  "provenance_address" TEXT, -- 2
  "provenance_retrieved" TEXT,
  "provenance_standing" TEXT,
  "position" TEXT -- 3
) STRICT;
CREATE INDEX "agenda_item_meeting" ON "agenda_item"("meeting") WHERE "meeting" IS NOT NULL;
CREATE INDEX "agenda_item_presenter" ON "agenda_item"("presenter") WHERE "presenter" IS NOT NULL;
CREATE INDEX "agenda_item_about" ON "agenda_item"("about") WHERE "about" IS NOT NULL;
-- 15 note
CREATE TABLE "note"(
  "rid" INTEGER PRIMARY KEY REFERENCES record(rid),
  "life" INTEGER NOT NULL,
  "item" INTEGER REFERENCES record(rid), -- 16
  "text" TEXT, -- 17
  "speaker" INTEGER REFERENCES record(rid), -- 18
  "notes_en" TEXT, -- 1.en
  "notes_fr" TEXT, -- 1.fr
  "notes_es" TEXT, -- 1.es
  "notes_ar" TEXT, -- 1.ar
  "notes_ru" TEXT, -- 1.ru
  "notes_zh" TEXT, -- 1.zh
  "provenance_address" TEXT, -- 2
  "provenance_retrieved" TEXT,
  "provenance_standing" TEXT,
  "position" TEXT -- 3
) STRICT;
CREATE INDEX "note_item" ON "note"("item") WHERE "item" IS NOT NULL;
CREATE INDEX "note_speaker" ON "note"("speaker") WHERE "speaker" IS NOT NULL;
-- 16 decision
CREATE TABLE "decision"(
  "rid" INTEGER PRIMARY KEY REFERENCES record(rid),
  "life" INTEGER NOT NULL,
  "item" INTEGER REFERENCES record(rid), -- 16
  "text" TEXT, -- 17
  "notes_en" TEXT, -- 1.en
  "notes_fr" TEXT, -- 1.fr
  "notes_es" TEXT, -- 1.es
  "notes_ar" TEXT, -- 1.ar
  "notes_ru" TEXT, -- 1.ru
  "notes_zh" TEXT, -- 1.zh
  "provenance_address" TEXT, -- 2
  "provenance_retrieved" TEXT,
  "provenance_standing" TEXT,
  "position" TEXT -- 3
) STRICT;
CREATE INDEX "decision_item" ON "decision"("item") WHERE "item" IS NOT NULL;
-- 17 action_point
CREATE TABLE "action_point"(
  "rid" INTEGER PRIMARY KEY REFERENCES record(rid),
  "life" INTEGER NOT NULL,
  "item" INTEGER REFERENCES record(rid), -- 16
  "text" TEXT, -- 17
  "owner" INTEGER REFERENCES record(rid), -- 18
  "due" TEXT, -- 19
  "due_edtf" TEXT,
  "due_first" TEXT,
  "due_last" TEXT,
  "due_precision" TEXT,
  "due_sort" TEXT,
  "status" TEXT, -- 20
  "notes_en" TEXT, -- 1.en
  "notes_fr" TEXT, -- 1.fr
  "notes_es" TEXT, -- 1.es
  "notes_ar" TEXT, -- 1.ar
  "notes_ru" TEXT, -- 1.ru
  "notes_zh" TEXT, -- 1.zh
  "provenance_address" TEXT, -- 2
  "provenance_retrieved" TEXT,
  "provenance_standing" TEXT,
  "position" TEXT -- 3
) STRICT;
CREATE INDEX "action_point_item" ON "action_point"("item") WHERE "item" IS NOT NULL;
CREATE INDEX "action_point_owner" ON "action_point"("owner") WHERE "owner" IS NOT NULL;
-- 18 attendance
CREATE TABLE "attendance"(
  "rid" INTEGER PRIMARY KEY REFERENCES record(rid),
  "life" INTEGER NOT NULL,
  "meeting" INTEGER REFERENCES record(rid), -- 16
  "person" INTEGER REFERENCES record(rid), -- 17
  "organisation" INTEGER REFERENCES record(rid), -- 18
  "presence" TEXT, -- 19
  "alternate_for" INTEGER REFERENCES record(rid), -- 20
  "notes_en" TEXT, -- 1.en
  "notes_fr" TEXT, -- 1.fr
  "notes_es" TEXT, -- 1.es
  "notes_ar" TEXT, -- 1.ar
  "notes_ru" TEXT, -- 1.ru
  "notes_zh" TEXT, -- 1.zh
  "provenance_address" TEXT, -- 2
  "provenance_retrieved" TEXT,
  "provenance_standing" TEXT,
  "position" TEXT -- 3
) STRICT;
CREATE INDEX "attendance_meeting" ON "attendance"("meeting") WHERE "meeting" IS NOT NULL;
CREATE INDEX "attendance_person" ON "attendance"("person") WHERE "person" IS NOT NULL;
CREATE INDEX "attendance_organisation" ON "attendance"("organisation") WHERE "organisation" IS NOT NULL;
CREATE INDEX "attendance_alternate_for" ON "attendance"("alternate_for") WHERE "alternate_for" IS NOT NULL;
-- 19 document
CREATE TABLE "document"(
  "rid" INTEGER PRIMARY KEY REFERENCES record(rid),
  "life" INTEGER NOT NULL,
  "title_en" TEXT, -- 16.en
  "title_fr" TEXT, -- 16.fr
  "title_es" TEXT, -- 16.es
  "title_ar" TEXT, -- 16.ar
  "title_ru" TEXT, -- 16.ru
  "title_zh" TEXT, -- 16.zh
  "kind" TEXT, -- 17
  "version" TEXT, -- 18
  "state" TEXT, -- 19
  "address" TEXT, -- 20
  "notes_en" TEXT, -- 1.en
  "notes_fr" TEXT, -- 1.fr
  "notes_es" TEXT, -- 1.es
  "notes_ar" TEXT, -- 1.ar
  "notes_ru" TEXT, -- 1.ru
  "notes_zh" TEXT, -- 1.zh
  "provenance_address" TEXT, -- 2
  "provenance_retrieved" TEXT,
  "provenance_standing" TEXT,
  "position" TEXT -- 3
) STRICT;
-- 20 objective
CREATE TABLE "objective"(
  "rid" INTEGER PRIMARY KEY REFERENCES record(rid),
  "life" INTEGER NOT NULL,
  "number" INTEGER, -- 16
  "title_en" TEXT, -- 17.en
  "title_fr" TEXT, -- 17.fr
  "title_es" TEXT, -- 17.es
  "title_ar" TEXT, -- 17.ar
  "title_ru" TEXT, -- 17.ru
  "title_zh" TEXT, -- 17.zh
  "notes_en" TEXT, -- 1.en
  "notes_fr" TEXT, -- 1.fr
  "notes_es" TEXT, -- 1.es
  "notes_ar" TEXT, -- 1.ar
  "notes_ru" TEXT, -- 1.ru
  "notes_zh" TEXT, -- 1.zh
  "provenance_address" TEXT, -- 2
  "provenance_retrieved" TEXT,
  "provenance_standing" TEXT,
  "position" TEXT -- 3
) STRICT;
-- 21 principle
CREATE TABLE "principle"(
  "rid" INTEGER PRIMARY KEY REFERENCES record(rid),
  "life" INTEGER NOT NULL,
  "number" INTEGER, -- 16
  "title_en" TEXT, -- 17.en
  "title_fr" TEXT, -- 17.fr
  "title_es" TEXT, -- 17.es
  "title_ar" TEXT, -- 17.ar
  "title_ru" TEXT, -- 17.ru
  "title_zh" TEXT, -- 17.zh
  "notes_en" TEXT, -- 1.en
  "notes_fr" TEXT, -- 1.fr
  "notes_es" TEXT, -- 1.es
  "notes_ar" TEXT, -- 1.ar
  "notes_ru" TEXT, -- 1.ru
  "notes_zh" TEXT, -- 1.zh
  "provenance_address" TEXT, -- 2
  "provenance_retrieved" TEXT,
  "provenance_standing" TEXT,
  "position" TEXT -- 3
) STRICT;
-- 22 mandate
CREATE TABLE "mandate"(
  "rid" INTEGER PRIMARY KEY REFERENCES record(rid),
  "life" INTEGER NOT NULL,
  "number" INTEGER, -- 16
  "title_en" TEXT, -- 17.en
  "title_fr" TEXT, -- 17.fr
  "title_es" TEXT, -- 17.es
  "title_ar" TEXT, -- 17.ar
  "title_ru" TEXT, -- 17.ru
  "title_zh" TEXT, -- 17.zh
  "notes_en" TEXT, -- 1.en
  "notes_fr" TEXT, -- 1.fr
  "notes_es" TEXT, -- 1.es
  "notes_ar" TEXT, -- 1.ar
  "notes_ru" TEXT, -- 1.ru
  "notes_zh" TEXT, -- 1.zh
  "provenance_address" TEXT, -- 2
  "provenance_retrieved" TEXT,
  "provenance_standing" TEXT,
  "position" TEXT -- 3
) STRICT;
-- 23 source
CREATE TABLE "source"(
  "rid" INTEGER PRIMARY KEY REFERENCES record(rid),
  "life" INTEGER NOT NULL,
  "of" INTEGER REFERENCES record(rid), -- 16
  "field" TEXT, -- 17
  "address" TEXT, -- 18
  "retrieved" TEXT, -- 19
  "standing" TEXT, -- 20
  "note" TEXT, -- 21
  "notes_en" TEXT, -- 1.en
  "notes_fr" TEXT, -- 1.fr
  "notes_es" TEXT, -- 1.es
  "notes_ar" TEXT, -- 1.ar
  "notes_ru" TEXT, -- 1.ru
  "notes_zh" TEXT, -- 1.zh
  "provenance_address" TEXT, -- 2
  "provenance_retrieved" TEXT,
  "provenance_standing" TEXT,
  "position" TEXT -- 3
) STRICT;
CREATE INDEX "source_of" ON "source"("of") WHERE "of" IS NOT NULL;
-- 24 comment
CREATE TABLE "comment"(
  "rid" INTEGER PRIMARY KEY REFERENCES record(rid),
  "life" INTEGER NOT NULL,
  "of" INTEGER REFERENCES record(rid), -- 16
  "text" TEXT, -- 17
  "person" INTEGER REFERENCES record(rid), -- 18
  "answers" INTEGER REFERENCES record(rid), -- 19
  "resolved" INTEGER, -- 20
  "notes_en" TEXT, -- 1.en
  "notes_fr" TEXT, -- 1.fr
  "notes_es" TEXT, -- 1.es
  "notes_ar" TEXT, -- 1.ar
  "notes_ru" TEXT, -- 1.ru
  "notes_zh" TEXT, -- 1.zh
  "provenance_address" TEXT, -- 2
  "provenance_retrieved" TEXT,
  "provenance_standing" TEXT,
  "position" TEXT -- 3
) STRICT;
CREATE INDEX "comment_of" ON "comment"("of") WHERE "of" IS NOT NULL;
CREATE INDEX "comment_person" ON "comment"("person") WHERE "person" IS NOT NULL;
CREATE INDEX "comment_answers" ON "comment"("answers") WHERE "answers" IS NOT NULL;
-- 25 saved_view
CREATE TABLE "saved_view"(
  "rid" INTEGER PRIMARY KEY REFERENCES record(rid),
  "life" INTEGER NOT NULL,
  "name_en" TEXT, -- 16.en
  "name_fr" TEXT, -- 16.fr
  "name_es" TEXT, -- 16.es
  "name_ar" TEXT, -- 16.ar
  "name_ru" TEXT, -- 16.ru
  "name_zh" TEXT, -- 16.zh
  "place_name" TEXT, -- 17
  "definition" TEXT, -- 18
  "person" INTEGER REFERENCES record(rid), -- 19
  "notes_en" TEXT, -- 1.en
  "notes_fr" TEXT, -- 1.fr
  "notes_es" TEXT, -- 1.es
  "notes_ar" TEXT, -- 1.ar
  "notes_ru" TEXT, -- 1.ru
  "notes_zh" TEXT, -- 1.zh
  "provenance_address" TEXT, -- 2
  "provenance_retrieved" TEXT,
  "provenance_standing" TEXT,
  "position" TEXT -- 3
) STRICT;
CREATE INDEX "saved_view_person" ON "saved_view"("person") WHERE "person" IS NOT NULL;
-- 26 status_round
CREATE TABLE "status_round"(
  "rid" INTEGER PRIMARY KEY REFERENCES record(rid),
  "life" INTEGER NOT NULL,
  "workplan" INTEGER REFERENCES record(rid), -- 16
  "title_en" TEXT, -- 17.en
  "title_fr" TEXT, -- 17.fr
  "title_es" TEXT, -- 17.es
  "title_ar" TEXT, -- 17.ar
  "title_ru" TEXT, -- 17.ru
  "title_zh" TEXT, -- 17.zh
  "opens" TEXT, -- 18
  "closes" TEXT, -- 19
  "state" TEXT, -- 20
  "closed_at" BLOB, -- 5
  "notes_en" TEXT, -- 1.en
  "notes_fr" TEXT, -- 1.fr
  "notes_es" TEXT, -- 1.es
  "notes_ar" TEXT, -- 1.ar
  "notes_ru" TEXT, -- 1.ru
  "notes_zh" TEXT, -- 1.zh
  "provenance_address" TEXT, -- 2
  "provenance_retrieved" TEXT,
  "provenance_standing" TEXT,
  "position" TEXT -- 3
) STRICT;
CREATE INDEX "status_round_workplan" ON "status_round"("workplan") WHERE "workplan" IS NOT NULL;
-- 27 answer
CREATE TABLE "answer"(
  "rid" INTEGER PRIMARY KEY REFERENCES record(rid),
  "life" INTEGER NOT NULL,
  "round" INTEGER REFERENCES record(rid), -- 16
  "activity" INTEGER REFERENCES record(rid), -- 17
  "organisation" INTEGER REFERENCES record(rid), -- 18
  "status" TEXT, -- 19
  "progress_note_en" TEXT, -- 20.en
  "progress_note_fr" TEXT, -- 20.fr
  "progress_note_es" TEXT, -- 20.es
  "progress_note_ar" TEXT, -- 20.ar
  "progress_note_ru" TEXT, -- 20.ru
  "progress_note_zh" TEXT, -- 20.zh
  "next_step_en" TEXT, -- 21.en
  "next_step_fr" TEXT, -- 21.fr
  "next_step_es" TEXT, -- 21.es
  "next_step_ar" TEXT, -- 21.ar
  "next_step_ru" TEXT, -- 21.ru
  "next_step_zh" TEXT, -- 21.zh
  "notes_en" TEXT, -- 1.en
  "notes_fr" TEXT, -- 1.fr
  "notes_es" TEXT, -- 1.es
  "notes_ar" TEXT, -- 1.ar
  "notes_ru" TEXT, -- 1.ru
  "notes_zh" TEXT, -- 1.zh
  "provenance_address" TEXT, -- 2
  "provenance_retrieved" TEXT,
  "provenance_standing" TEXT,
  "position" TEXT -- 3
) STRICT;
CREATE INDEX "answer_round" ON "answer"("round") WHERE "round" IS NOT NULL;
CREATE INDEX "answer_activity" ON "answer"("activity") WHERE "activity" IS NOT NULL;
CREATE INDEX "answer_organisation" ON "answer"("organisation") WHERE "organisation" IS NOT NULL;
-- 28 dismissed_check
CREATE TABLE "dismissed_check"(
  "rid" INTEGER PRIMARY KEY REFERENCES record(rid),
  "life" INTEGER NOT NULL,
  "of" INTEGER REFERENCES record(rid), -- 16
  "rule" TEXT, -- 17
  "reason" TEXT, -- 18
  "person" INTEGER REFERENCES record(rid), -- 19
  "notes_en" TEXT, -- 1.en
  "notes_fr" TEXT, -- 1.fr
  "notes_es" TEXT, -- 1.es
  "notes_ar" TEXT, -- 1.ar
  "notes_ru" TEXT, -- 1.ru
  "notes_zh" TEXT, -- 1.zh
  "provenance_address" TEXT, -- 2
  "provenance_retrieved" TEXT,
  "provenance_standing" TEXT,
  "position" TEXT -- 3
) STRICT;
CREATE INDEX "dismissed_check_of" ON "dismissed_check"("of") WHERE "of" IS NOT NULL;
CREATE INDEX "dismissed_check_person" ON "dismissed_check"("person") WHERE "person" IS NOT NULL;
-- 29 result
CREATE TABLE "result"(
  "rid" INTEGER PRIMARY KEY REFERENCES record(rid),
  "life" INTEGER NOT NULL,
  "of" INTEGER REFERENCES record(rid), -- 16
  "title_en" TEXT, -- 17.en
  "title_fr" TEXT, -- 17.fr
  "title_es" TEXT, -- 17.es
  "title_ar" TEXT, -- 17.ar
  "title_ru" TEXT, -- 17.ru
  "title_zh" TEXT, -- 17.zh
  "reached" TEXT, -- 18
  "reached_edtf" TEXT,
  "reached_first" TEXT,
  "reached_last" TEXT,
  "reached_precision" TEXT,
  "reached_sort" TEXT,
  "address" TEXT, -- 19
  "notes_en" TEXT, -- 1.en
  "notes_fr" TEXT, -- 1.fr
  "notes_es" TEXT, -- 1.es
  "notes_ar" TEXT, -- 1.ar
  "notes_ru" TEXT, -- 1.ru
  "notes_zh" TEXT, -- 1.zh
  "provenance_address" TEXT, -- 2
  "provenance_retrieved" TEXT,
  "provenance_standing" TEXT,
  "position" TEXT -- 3
) STRICT;
CREATE INDEX "result_of" ON "result"("of") WHERE "of" IS NOT NULL;
-- 30 national_plan
CREATE TABLE "national_plan"(
  "rid" INTEGER PRIMARY KEY REFERENCES record(rid),
  "life" INTEGER NOT NULL,
  "place" INTEGER REFERENCES record(rid), -- 16
  "title_en" TEXT, -- 17.en
  "title_fr" TEXT, -- 17.fr
  "title_es" TEXT, -- 17.es
  "title_ar" TEXT, -- 17.ar
  "title_ru" TEXT, -- 17.ru
  "title_zh" TEXT, -- 17.zh
  "state" TEXT, -- 18
  "period" TEXT, -- 19
  "period_edtf" TEXT,
  "period_first" TEXT,
  "period_last" TEXT,
  "period_precision" TEXT,
  "period_sort" TEXT,
  "address" TEXT, -- 20
  "notes_en" TEXT, -- 1.en
  "notes_fr" TEXT, -- 1.fr
  "notes_es" TEXT, -- 1.es
  "notes_ar" TEXT, -- 1.ar
  "notes_ru" TEXT, -- 1.ru
  "notes_zh" TEXT, -- 1.zh
  "provenance_address" TEXT, -- 2
  "provenance_retrieved" TEXT,
  "provenance_standing" TEXT,
  "position" TEXT -- 3
) STRICT;
CREATE INDEX "national_plan_place" ON "national_plan"("place") WHERE "place" IS NOT NULL;
-- 31 review
CREATE TABLE "review"(
  "rid" INTEGER PRIMARY KEY REFERENCES record(rid),
  "life" INTEGER NOT NULL,
  "title_en" TEXT, -- 16.en
  "title_fr" TEXT, -- 16.fr
  "title_es" TEXT, -- 16.es
  "title_ar" TEXT, -- 16.ar
  "title_ru" TEXT, -- 16.ru
  "title_zh" TEXT, -- 16.zh
  "kind" TEXT, -- 17
  "round" INTEGER, -- 18
  "place" INTEGER REFERENCES record(rid), -- 19
  "venue" TEXT, -- 20
  "start" TEXT, -- 21
  "end" TEXT, -- 22
  "format" TEXT, -- 23
  "notes_en" TEXT, -- 1.en
  "notes_fr" TEXT, -- 1.fr
  "notes_es" TEXT, -- 1.es
  "notes_ar" TEXT, -- 1.ar
  "notes_ru" TEXT, -- 1.ru
  "notes_zh" TEXT, -- 1.zh
  "provenance_address" TEXT, -- 2
  "provenance_retrieved" TEXT,
  "provenance_standing" TEXT,
  "position" TEXT -- 3
) STRICT;
CREATE INDEX "review_place" ON "review"("place") WHERE "place" IS NOT NULL;
-- 32 site
CREATE TABLE "site"(
  "rid" INTEGER PRIMARY KEY REFERENCES record(rid),
  "life" INTEGER NOT NULL,
  "label" TEXT, -- 16
  "person" INTEGER REFERENCES record(rid), -- 17
  "key" TEXT, -- 18
  "notes_en" TEXT, -- 1.en
  "notes_fr" TEXT, -- 1.fr
  "notes_es" TEXT, -- 1.es
  "notes_ar" TEXT, -- 1.ar
  "notes_ru" TEXT, -- 1.ru
  "notes_zh" TEXT, -- 1.zh
  "provenance_address" TEXT, -- 2
  "provenance_retrieved" TEXT,
  "provenance_standing" TEXT,
  "position" TEXT -- 3
) STRICT;
CREATE INDEX "site_person" ON "site"("person") WHERE "person" IS NOT NULL;
-- 69 workplan.status_labels
CREATE TABLE "workplan_status_labels"(
  "rid" INTEGER PRIMARY KEY REFERENCES record(rid),
  "life" INTEGER NOT NULL,
  "from" INTEGER REFERENCES record(rid),
  "word" TEXT,
  "role" TEXT
) STRICT;
CREATE INDEX "workplan_status_labels_near" ON "workplan_status_labels"("from", life);
-- 67 group.mandate
CREATE TABLE "group_mandate"(
  "rid" INTEGER PRIMARY KEY REFERENCES record(rid),
  "life" INTEGER NOT NULL,
  "from" INTEGER REFERENCES record(rid),
  "to" INTEGER REFERENCES record(rid),
  "role" TEXT
) STRICT;
CREATE INDEX "group_mandate_near" ON "group_mandate"("from", life);
CREATE INDEX "group_mandate_far" ON "group_mandate"("to", life);
-- 68 group.succeeds
CREATE TABLE "group_succeeds"(
  "rid" INTEGER PRIMARY KEY REFERENCES record(rid),
  "life" INTEGER NOT NULL,
  "from" INTEGER REFERENCES record(rid),
  "to" INTEGER REFERENCES record(rid),
  "role" TEXT
) STRICT;
CREATE INDEX "group_succeeds_near" ON "group_succeeds"("from", life);
CREATE INDEX "group_succeeds_far" ON "group_succeeds"("to", life);
-- 64 organisation.aliases
CREATE TABLE "organisation_aliases"(
  "rid" INTEGER PRIMARY KEY REFERENCES record(rid),
  "life" INTEGER NOT NULL,
  "from" INTEGER REFERENCES record(rid),
  "word" TEXT,
  "role" TEXT
) STRICT;
CREATE INDEX "organisation_aliases_near" ON "organisation_aliases"("from", life);
-- 65 organisation.identifiers
CREATE TABLE "organisation_identifiers"(
  "rid" INTEGER PRIMARY KEY REFERENCES record(rid),
  "life" INTEGER NOT NULL,
  "from" INTEGER REFERENCES record(rid),
  "word" TEXT,
  "role" TEXT
) STRICT;
CREATE INDEX "organisation_identifiers_near" ON "organisation_identifiers"("from", life);
-- 66 organisation.represented_by
CREATE TABLE "organisation_represented_by"(
  "rid" INTEGER PRIMARY KEY REFERENCES record(rid),
  "life" INTEGER NOT NULL,
  "from" INTEGER REFERENCES record(rid),
  "to" INTEGER REFERENCES record(rid),
  "role" TEXT
) STRICT;
CREATE INDEX "organisation_represented_by_near" ON "organisation_represented_by"("from", life);
CREATE INDEX "organisation_represented_by_far" ON "organisation_represented_by"("to", life);
-- 70 person.languages
CREATE TABLE "person_languages"(
  "rid" INTEGER PRIMARY KEY REFERENCES record(rid),
  "life" INTEGER NOT NULL,
  "from" INTEGER REFERENCES record(rid),
  "word" TEXT,
  "role" TEXT
) STRICT;
CREATE INDEX "person_languages_near" ON "person_languages"("from", life);
-- 71 activity.leads
CREATE TABLE "activity_leads"(
  "rid" INTEGER PRIMARY KEY REFERENCES record(rid),
  "life" INTEGER NOT NULL,
  "from" INTEGER REFERENCES record(rid),
  "to" INTEGER REFERENCES record(rid),
  "role" TEXT
) STRICT;
CREATE INDEX "activity_leads_near" ON "activity_leads"("from", life);
CREATE INDEX "activity_leads_far" ON "activity_leads"("to", life);
-- 72 activity.contributors
CREATE TABLE "activity_contributors"(
  "rid" INTEGER PRIMARY KEY REFERENCES record(rid),
  "life" INTEGER NOT NULL,
  "from" INTEGER REFERENCES record(rid),
  "to" INTEGER REFERENCES record(rid),
  "role" TEXT
) STRICT;
CREATE INDEX "activity_contributors_near" ON "activity_contributors"("from", life);
CREATE INDEX "activity_contributors_far" ON "activity_contributors"("to", life);
-- 73 activity.objectives
CREATE TABLE "activity_objectives"(
  "rid" INTEGER PRIMARY KEY REFERENCES record(rid),
  "life" INTEGER NOT NULL,
  "from" INTEGER REFERENCES record(rid),
  "to" INTEGER REFERENCES record(rid),
  "role" TEXT
) STRICT;
CREATE INDEX "activity_objectives_near" ON "activity_objectives"("from", life);
CREATE INDEX "activity_objectives_far" ON "activity_objectives"("to", life);
-- 74 activity.principles
CREATE TABLE "activity_principles"(
  "rid" INTEGER PRIMARY KEY REFERENCES record(rid),
  "life" INTEGER NOT NULL,
  "from" INTEGER REFERENCES record(rid),
  "to" INTEGER REFERENCES record(rid),
  "role" TEXT
) STRICT;
CREATE INDEX "activity_principles_near" ON "activity_principles"("from", life);
CREATE INDEX "activity_principles_far" ON "activity_principles"("to", life);
-- 75 activity.mandate
CREATE TABLE "activity_mandate"(
  "rid" INTEGER PRIMARY KEY REFERENCES record(rid),
  "life" INTEGER NOT NULL,
  "from" INTEGER REFERENCES record(rid),
  "to" INTEGER REFERENCES record(rid),
  "role" TEXT
) STRICT;
CREATE INDEX "activity_mandate_near" ON "activity_mandate"("from", life);
CREATE INDEX "activity_mandate_far" ON "activity_mandate"("to", life);
-- 76 activity.depends_on
CREATE TABLE "activity_depends_on"(
  "rid" INTEGER PRIMARY KEY REFERENCES record(rid),
  "life" INTEGER NOT NULL,
  "from" INTEGER REFERENCES record(rid),
  "to" INTEGER REFERENCES record(rid),
  "role" TEXT
) STRICT;
CREATE INDEX "activity_depends_on_near" ON "activity_depends_on"("from", life);
CREATE INDEX "activity_depends_on_far" ON "activity_depends_on"("to", life);
-- 77 activity.products
CREATE TABLE "activity_products"(
  "rid" INTEGER PRIMARY KEY REFERENCES record(rid),
  "life" INTEGER NOT NULL,
  "from" INTEGER REFERENCES record(rid),
  "to" INTEGER REFERENCES record(rid),
  "role" TEXT
) STRICT;
CREATE INDEX "activity_products_near" ON "activity_products"("from", life);
CREATE INDEX "activity_products_far" ON "activity_products"("to", life);
-- 78 joint_action.groups
CREATE TABLE "joint_action_groups"(
  "rid" INTEGER PRIMARY KEY REFERENCES record(rid),
  "life" INTEGER NOT NULL,
  "from" INTEGER REFERENCES record(rid),
  "to" INTEGER REFERENCES record(rid),
  "role" TEXT
) STRICT;
CREATE INDEX "joint_action_groups_near" ON "joint_action_groups"("from", life);
CREATE INDEX "joint_action_groups_far" ON "joint_action_groups"("to", life);
-- 79 joint_action.organisations
CREATE TABLE "joint_action_organisations"(
  "rid" INTEGER PRIMARY KEY REFERENCES record(rid),
  "life" INTEGER NOT NULL,
  "from" INTEGER REFERENCES record(rid),
  "to" INTEGER REFERENCES record(rid),
  "role" TEXT
) STRICT;
CREATE INDEX "joint_action_organisations_near" ON "joint_action_organisations"("from", life);
CREATE INDEX "joint_action_organisations_far" ON "joint_action_organisations"("to", life);
-- 80 joint_action.places
CREATE TABLE "joint_action_places"(
  "rid" INTEGER PRIMARY KEY REFERENCES record(rid),
  "life" INTEGER NOT NULL,
  "from" INTEGER REFERENCES record(rid),
  "to" INTEGER REFERENCES record(rid),
  "role" TEXT
) STRICT;
CREATE INDEX "joint_action_places_near" ON "joint_action_places"("from", life);
CREATE INDEX "joint_action_places_far" ON "joint_action_places"("to", life);
-- 81 joint_action.objectives
CREATE TABLE "joint_action_objectives"(
  "rid" INTEGER PRIMARY KEY REFERENCES record(rid),
  "life" INTEGER NOT NULL,
  "from" INTEGER REFERENCES record(rid),
  "to" INTEGER REFERENCES record(rid),
  "role" TEXT
) STRICT;
CREATE INDEX "joint_action_objectives_near" ON "joint_action_objectives"("from", life);
CREATE INDEX "joint_action_objectives_far" ON "joint_action_objectives"("to", life);
-- 82 joint_action.principles
CREATE TABLE "joint_action_principles"(
  "rid" INTEGER PRIMARY KEY REFERENCES record(rid),
  "life" INTEGER NOT NULL,
  "from" INTEGER REFERENCES record(rid),
  "to" INTEGER REFERENCES record(rid),
  "role" TEXT
) STRICT;
CREATE INDEX "joint_action_principles_near" ON "joint_action_principles"("from", life);
CREATE INDEX "joint_action_principles_far" ON "joint_action_principles"("to", life);
-- 83 joint_action.activities
CREATE TABLE "joint_action_activities"(
  "rid" INTEGER PRIMARY KEY REFERENCES record(rid),
  "life" INTEGER NOT NULL,
  "from" INTEGER REFERENCES record(rid),
  "to" INTEGER REFERENCES record(rid),
  "role" TEXT
) STRICT;
CREATE INDEX "joint_action_activities_near" ON "joint_action_activities"("from", life);
CREATE INDEX "joint_action_activities_far" ON "joint_action_activities"("to", life);
-- 84 joint_action.pledges
CREATE TABLE "joint_action_pledges"(
  "rid" INTEGER PRIMARY KEY REFERENCES record(rid),
  "life" INTEGER NOT NULL,
  "from" INTEGER REFERENCES record(rid),
  "to" INTEGER REFERENCES record(rid),
  "role" TEXT
) STRICT;
CREATE INDEX "joint_action_pledges_near" ON "joint_action_pledges"("from", life);
CREATE INDEX "joint_action_pledges_far" ON "joint_action_pledges"("to", life);
-- 85 place.members
CREATE TABLE "place_members"(
  "rid" INTEGER PRIMARY KEY REFERENCES record(rid),
  "life" INTEGER NOT NULL,
  "from" INTEGER REFERENCES record(rid),
  "to" INTEGER REFERENCES record(rid),
  "role" TEXT
) STRICT;
CREATE INDEX "place_members_near" ON "place_members"("from", life);
CREATE INDEX "place_members_far" ON "place_members"("to", life);
-- 86 pledge.objectives
CREATE TABLE "pledge_objectives"(
  "rid" INTEGER PRIMARY KEY REFERENCES record(rid),
  "life" INTEGER NOT NULL,
  "from" INTEGER REFERENCES record(rid),
  "to" INTEGER REFERENCES record(rid),
  "role" TEXT
) STRICT;
CREATE INDEX "pledge_objectives_near" ON "pledge_objectives"("from", life);
CREATE INDEX "pledge_objectives_far" ON "pledge_objectives"("to", life);
-- 87 pledge.principles
CREATE TABLE "pledge_principles"(
  "rid" INTEGER PRIMARY KEY REFERENCES record(rid),
  "life" INTEGER NOT NULL,
  "from" INTEGER REFERENCES record(rid),
  "to" INTEGER REFERENCES record(rid),
  "role" TEXT
) STRICT;
CREATE INDEX "pledge_principles_near" ON "pledge_principles"("from", life);
CREATE INDEX "pledge_principles_far" ON "pledge_principles"("to", life);
-- 88 pledge.partners
CREATE TABLE "pledge_partners"(
  "rid" INTEGER PRIMARY KEY REFERENCES record(rid),
  "life" INTEGER NOT NULL,
  "from" INTEGER REFERENCES record(rid),
  "to" INTEGER REFERENCES record(rid),
  "role" TEXT
) STRICT;
CREATE INDEX "pledge_partners_near" ON "pledge_partners"("from", life);
CREATE INDEX "pledge_partners_far" ON "pledge_partners"("to", life);
-- 89 meeting.languages
CREATE TABLE "meeting_languages"(
  "rid" INTEGER PRIMARY KEY REFERENCES record(rid),
  "life" INTEGER NOT NULL,
  "from" INTEGER REFERENCES record(rid),
  "word" TEXT,
  "role" TEXT
) STRICT;
CREATE INDEX "meeting_languages_near" ON "meeting_languages"("from", life);
