import { describe, expect, it } from "vitest";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db/db";
import { env } from "@/lib/platform/env";
import { newId } from "@/lib/values/id";
import { anonymousActor } from "@/prisma/factories/actors";
import { make } from "@/prisma/factories/make";
import { inquire } from "./commands";
import { acknowledgeInquiry } from "./jobs";
import { findInquiryCenter, findSentInquiry } from "./queries";
import { centerSlug, inquiryToken } from "./rules";
import { inquireInput } from "./schema";

let visitors = 0;
const visitor = (language = "en") => {
  visitors += 1;
  return { ...anonymousActor({ ip: `203.0.113.${visitors}` }), language };
};
const tokenOf = (key = newId()) => inquiryToken({ key, at: now().getTime() - 10_000 }, env().AUTH_SECRET);

async function form(fields: Record<string, string> = {}) {
  const center = await make.center();
  const typed = { name: "Walter Weaver", email: `${newId()}@example.org`, message: "Do you help bakeries?" };
  return { center, fields: { center: centerSlug(center.name), token: tokenOf(), website: "", ...typed, ...fields } };
}

describe("an inquiry through the web page of a center", () => {
  it("S4-01 makes a prospect of the center with its writer, a task for staff, and a mail to who wrote", async () => {
    const { center, fields } = await form({ organization: "Weaver Bakery" });
    const key = await inquire(visitor("es"), inquireInput.parse(fields));
    const prospect = await db.prospect.findUniqueOrThrow({ where: { inquiryKey: key }, include: { contacts: true } });
    expect(prospect).toMatchObject({
      name: "Weaver Bakery",
      source: "Web inquiry",
      centerId: center.id,
      language: "es",
    });
    expect(prospect).toMatchObject({
      notes: "Do you help bakeries?",
      contacts: [{ firstName: "Walter", isMain: true }],
    });
    const tasks = await db.task.findMany({ where: { subjectId: prospect.id } });
    expect(tasks).toMatchObject([
      { subject: `Answer Weaver Bakery, who wrote to ${center.name}`, centerId: center.id },
    ]);
    await acknowledgeInquiry({ prospectId: prospect.id });
    await acknowledgeInquiry({ prospectId: prospect.id });
    const mails = await db.outboxMail.findMany({ where: { toEmail: fields.email } });
    expect(mails).toMatchObject([{ subject: "Recibimos su mensaje", replyTo: center.email }]);
    expect(mails[0]?.text).toContain(center.name);
    expect(await findSentInquiry(key)).toMatchObject({
      name: "Weaver Bakery",
      maskedEmail: expect.stringMatching(/^.…@example.org$/),
    });
    expect(await findSentInquiry(newId())).toBeNull();
  });

  it("mails nothing where no address was given, and says so", async () => {
    const { fields } = await form({ email: "", phone: "312 555 0142" });
    const key = await inquire(visitor(), inquireInput.parse(fields));
    expect(await findSentInquiry(key)).toMatchObject({ maskedEmail: null });
    const { error } = inquireInput.safeParse({ ...fields, phone: "" });
    expect(error?.issues).toMatchObject([{ path: ["email"], message: "inquiry.refusals.reach" }]);
  });

  it("the same form twenty times at once is one prospect with one task", async () => {
    const { center, fields } = await form({ email: "", phone: "312 555 0142" });
    const who = visitor();
    const keys = await Promise.all(Array.from({ length: 20 }, () => inquire(who, inquireInput.parse(fields))));
    expect(new Set(keys).size).toBe(1);
    expect(await db.prospect.count({ where: { centerId: center.id } })).toBe(1);
  });

  it("programs are refused and save nothing: too fast, a hidden field, a form of nobody, one after another", async () => {
    const { center, fields } = await form();
    const fast = inquiryToken({ key: newId(), at: now().getTime() }, env().AUTH_SECRET);
    const refused: [Record<string, string>, string][] = [
      [{ token: fast }, "tooFast"],
      [{ website: "https://spam.example" }, "hiddenField"],
      [{ token: "made.up.token" }, "stale"],
    ];
    for (const [change, code] of refused)
      await expect(inquire(visitor(), inquireInput.parse({ ...fields, ...change }))).rejects.toMatchObject({ code });
    expect(await db.prospect.count({ where: { centerId: center.id } })).toBe(0);
    for (let turn = 0; turn < 5; turn++) await inquire(visitor(), inquireInput.parse({ ...fields, token: tokenOf() }));
    await expect(inquire(visitor(), inquireInput.parse({ ...fields, token: tokenOf() }))).rejects.toMatchObject({
      code: "too_many_attempts",
    });
  });

  it("an archived center takes none", async () => {
    const center = await make.center({ archivedAt: now() });
    expect(await findInquiryCenter(center.id)).toBeNull();
    expect(await findInquiryCenter(centerSlug(center.name))).toBeNull();
  });
});
