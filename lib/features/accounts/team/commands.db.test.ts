import { describe, expect, it } from "vitest";
import { sendAccountLetter } from "@/lib/features/accounts/jobs";
import { choosePasswordByLink, sendNewLink } from "@/lib/features/accounts/passwords/commands";
import { signInToAccount } from "@/lib/features/accounts/sign-ins/commands";
import { systemLetter } from "@/lib/features/templates/queries";
import { db } from "@/lib/platform/db/db";
import { deliverMail } from "@/lib/platform/mail/deliver";
import { newId } from "@/lib/values/id";
import { accountActor, anonymousActor } from "@/prisma/factories/actors";
import { make } from "@/prisma/factories/make";
import { PASSWORD } from "@/prisma/factories/people";
import { createAccount, inactivateAccount, reactivateAccount, sendAccountWelcome } from "./commands";

const admin = accountActor("administrator", { confirmed: true });
const nobody = anonymousActor({ ip: "192.0.2.1" });
const browser = { userAgent: null };
const codeOf = async (attempt: Promise<unknown>) =>
  attempt.then(() => "ok").catch((error) => error.code ?? String(error));
const send = sendAccountLetter(systemLetter);

const input = (email: string) => ({
  firstName: "Noor",
  lastName: "Haddad",
  email,
  role: "STAFF" as const,
  practitionerId: null,
});

async function mailedLink(to: string): Promise<string> {
  const mail = await db.outboxMail.findFirstOrThrow({ where: { toEmail: to }, orderBy: { createdAt: "desc" } });
  return /set-password\/([\w-]+)/.exec(mail.text)?.[1] ?? "";
}

async function jobsFor(accountId: string): Promise<number> {
  const rows = await db.$queryRaw<{ payload: { accountId: string } }[]>`
    SELECT p.payload FROM graphile_worker._private_jobs p JOIN graphile_worker._private_tasks t ON t.id = p.task_id
    WHERE t.identifier LIKE 'account%'`;
  return rows.filter(({ payload }) => payload.accountId === accountId).length;
}

describe("a new account", () => {
  it("S3-48 S3-49 gets a welcome with its username and a link, and never a password", async () => {
    const accountId = await createAccount(admin, { ...input("noor@example.org"), welcome: "on" });
    expect(await jobsFor(accountId)).toBe(1);
    const cause = newId();
    await send({ accountId, letter: "welcome", cause });
    await send({ accountId, letter: "welcome", cause });
    const mails = await db.outboxMail.findMany({ where: { toEmail: "noor@example.org" } });
    expect(mails).toHaveLength(1);
    expect(mails[0]?.text).toContain("noor@example.org");
    const token = await mailedLink("noor@example.org");
    const password = "four slow ferries home";
    const { awaits } = await choosePasswordByLink(nobody, { token, password }, browser);
    expect(awaits).toBeNull();
    expect(await codeOf(signInToAccount(nobody, { email: "noor@example.org", password }, browser))).toBe("ok");
    expect(await codeOf(choosePasswordByLink(nobody, { token, password }, browser))).toBe("link_spent");
  });

  it("AU-04 leaves no link readable in the database once its welcome has left", async () => {
    const accountId = await createAccount(admin, { ...input("left@example.org"), welcome: "on" });
    await send({ accountId, letter: "welcome", cause: newId() });
    expect(await mailedLink("left@example.org")).not.toBe("");
    await deliverMail();
    const sent = await db.outboxMail.findFirstOrThrow({ where: { toEmail: "left@example.org" } });
    expect(sent).toMatchObject({ state: "SENT", subject: "", html: "", text: "" });
  });

  it("S3-51 can be welcomed later, and an older link then ends", async () => {
    const accountId = await createAccount(admin, input("later@example.org"));
    expect(await jobsFor(accountId)).toBe(0);
    await send({ accountId, letter: "welcome", cause: newId() });
    const old = await mailedLink("later@example.org");
    await send({ accountId, letter: "welcome", cause: newId() });
    const attempt = choosePasswordByLink(nobody, { token: old, password: "four slow ferries home" }, browser);
    expect(await codeOf(attempt)).toBe("link_spent");
    await sendNewLink(nobody, { token: old });
    expect(await jobsFor(accountId)).toBe(1);
  });

  it("cannot have an address that another account has, in whatever letter case", async () => {
    const { email } = await make.account();
    expect(await codeOf(createAccount(admin, input(email.toUpperCase())))).toBe("email_taken");
  });

  it("is linked to a practitioner who has none", async () => {
    const practitioner = await make.practitioner();
    await createAccount(admin, { ...input("p1@example.org"), role: "PRACTITIONER", practitionerId: practitioner.id });
    const second = { ...input("p2@example.org"), practitionerId: practitioner.id };
    expect(await codeOf(createAccount(admin, second))).toBe("practitioner_taken");
  });
});

describe("an account that is inactivated", () => {
  it("S3-52 S3-53 gets no welcome, with the reason, until it is active again", async () => {
    const { id } = await make.account({ status: "INACTIVE" });
    expect(await codeOf(sendAccountWelcome(admin, { accountId: id }))).toBe("account_inactive");
    expect(await jobsFor(id)).toBe(0);
    await reactivateAccount(admin, { accountId: id });
    expect(await codeOf(sendAccountWelcome(admin, { accountId: id }))).toBe("ok");
    expect(await jobsFor(id)).toBe(1);
  });

  it("is signed out everywhere", async () => {
    const { id, email } = await make.account();
    await signInToAccount(nobody, { email, password: PASSWORD }, browser);
    await inactivateAccount(admin, { accountId: id });
    expect(await db.signIn.count({ where: { accountId: id, revokedAt: null } })).toBe(0);
    expect(await codeOf(signInToAccount(nobody, { email, password: PASSWORD }, browser))).toBe("sign_in_failed");
  });

  it("is never one's own, and never the last administrator's, also when two act at once", async () => {
    await db.account.updateMany({ where: { role: "ADMINISTRATOR" }, data: { status: "INACTIVE" } });
    const [first, second] = [
      await make.account({ role: "ADMINISTRATOR" }),
      await make.account({ role: "ADMINISTRATOR" }),
    ];
    const asFirst = accountActor("administrator", { accountId: first.id, confirmed: true });
    const asSecond = accountActor("administrator", { accountId: second.id, confirmed: true });
    expect(await codeOf(inactivateAccount(asFirst, { accountId: first.id }))).toBe("own_account");
    const answers = await Promise.all([
      codeOf(inactivateAccount(asFirst, { accountId: second.id })),
      codeOf(inactivateAccount(asSecond, { accountId: first.id })),
    ]);
    expect(answers.sort()).toEqual(["last_administrator", "ok"]);
  });
});
