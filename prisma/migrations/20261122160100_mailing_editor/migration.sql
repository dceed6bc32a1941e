-- Which open page kept a letter last: its own next save is no conflict with itself.
ALTER TABLE "mailings" ADD COLUMN "editor" TEXT;
