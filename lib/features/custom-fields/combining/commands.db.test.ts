import { expect, it } from "vitest";
import { db, inTransaction } from "@/lib/platform/db/db";
import { newId } from "@/lib/values/id";
import { make } from "@/prisma/factories/make";
import { combineCustomValues } from "./commands";

it("a contact that others become part of keeps what it has filled in, and takes the rest from the first of them that has it", async () => {
  const [winner, first, second] = [await make.contact(), await make.contact(), await make.contact()];
  const type = { recordKind: "contact", type: "text" };
  const fieldOf = () => db.customField.create({ data: { ...type, label: `Motto ${newId()}` }, select: { id: true } });
  const [kept, taken] = [await fieldOf(), await fieldOf()];
  const write = (fieldId: string, contactId: string, textValue: string) =>
    db.customValue.create({ data: { ...type, fieldId, recordId: contactId, contactId, textValue } });
  await write(kept.id, winner.id, "own");
  await write(kept.id, first.id, "theirs");
  await write(taken.id, first.id, "of the first");
  await write(taken.id, second.id, "of the second");
  await inTransaction((tx) =>
    combineCustomValues(tx, { kind: "contact", winnerId: winner.id, loserIds: [first.id, second.id] }),
  );
  const values = await db.customValue.findMany({
    where: { contactId: winner.id },
    select: { fieldId: true, textValue: true },
  });
  expect(new Map(values.map(({ fieldId, textValue }) => [fieldId, textValue]))).toEqual(
    new Map([
      [kept.id, "own"],
      [taken.id, "of the first"],
    ]),
  );
});
