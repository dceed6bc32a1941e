import { expect, it } from "vitest";
import { db } from "@/lib/platform/db/db";
import { execute, rows } from "@/lib/platform/db/rows";
import { sql } from "@/lib/values/sql";
import { eraseMailBodies, mailsToErase } from "./tidy";

const MAILS = 20_000;
const YEAR = 365 * 86_400_000;

it("finds the few mails that still have their words among all that were erased, by an index", async () => {
  const old = new Date(Date.now() - YEAR);
  await execute(sql`insert into outbox_mails (source, to_email, from_name, subject, html, text, state, not_before, created_at, sent_at)
    select 'tidy:' || n, 'ana@example.org', 'Office', 'Hello', case when n % 1000 = 0 then '<p>Hi</p>' else '' end, '', 'SENT',
      ${old}::timestamptz, ${old}::timestamptz + n * interval '1 second', ${old}::timestamptz
    from generate_series(1, ${MAILS}::int) n`);
  await execute(sql`analyze outbox_mails`);
  const plan = await rows<{ "QUERY PLAN": string }>(sql`explain ${mailsToErase(new Date())}`);
  const lines = plan.map((line) => line["QUERY PLAN"]).join("\n");
  expect(lines).toContain("outbox_mails_to_erase");
  expect(lines).not.toContain("Seq Scan");
  const left = { source: { startsWith: "tidy:" }, html: { not: "" } };
  expect(await db.outboxMail.count({ where: left })).toBe(MAILS / 1000);
  await eraseMailBodies();
  expect(await db.outboxMail.count({ where: left })).toBe(0);
});
