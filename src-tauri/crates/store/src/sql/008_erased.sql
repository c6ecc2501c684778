-- Whether a person's personal values are erased, as the log says.

ALTER TABLE "person" ADD COLUMN "erased" INTEGER; -- 6
