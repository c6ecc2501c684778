-- By what history is looked through.

CREATE INDEX txn_person ON txn(person, hlc);
CREATE INDEX txn_origin ON txn(origin, hlc);
CREATE INDEX txn_wall ON txn(wall);
CREATE INDEX record_home ON record(home) WHERE home IS NOT NULL;
