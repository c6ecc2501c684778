-- What an activity of a workplan was carried forward from.

ALTER TABLE "activity" ADD COLUMN "carried_from" INTEGER REFERENCES record(rid); -- 35
CREATE INDEX "activity_carried_from" ON "activity"("carried_from") WHERE "carried_from" IS NOT NULL;
