-- Records of which somebody said that they are two, though they look like one.

-- 90 organisation.distinct_from
CREATE TABLE "organisation_distinct_from"(
  "rid" INTEGER PRIMARY KEY REFERENCES record(rid),
  "life" INTEGER NOT NULL,
  "from" INTEGER REFERENCES record(rid),
  "to" INTEGER REFERENCES record(rid),
  "role" TEXT
) STRICT;
CREATE INDEX "organisation_distinct_from_near" ON "organisation_distinct_from"("from", life);
CREATE INDEX "organisation_distinct_from_far" ON "organisation_distinct_from"("to", life);

-- 91 person.distinct_from
CREATE TABLE "person_distinct_from"(
  "rid" INTEGER PRIMARY KEY REFERENCES record(rid),
  "life" INTEGER NOT NULL,
  "from" INTEGER REFERENCES record(rid),
  "to" INTEGER REFERENCES record(rid),
  "role" TEXT
) STRICT;
CREATE INDEX "person_distinct_from_near" ON "person_distinct_from"("from", life);
CREATE INDEX "person_distinct_from_far" ON "person_distinct_from"("to", life);
