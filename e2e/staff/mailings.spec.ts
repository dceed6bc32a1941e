import type { BrowserContext } from "@playwright/test";
import { textBody } from "@/lib/features/templates/rules";
import { db } from "@/lib/platform/db/db";
import { make } from "@/prisma/factories/make";
import { expectNoAxeViolations } from "../support/accessibility";
import type { App } from "../support/app";
import { linkIn } from "../support/mailbox";
import { signInAs } from "../support/sign-in-as";
import { expect, type Page, test } from "../support/test";

// A mailing is walked from its first word to its last outcome: that takes longer than a page.
test.describe.configure({ timeout: 120_000 });

async function staff(context: BrowserContext, app: App, { confirmed = true } = {}) {
  const account = await make.account({ firstName: "Sam", lastName: "Sender" });
  await signInAs(context, { accountId: account.id }, { origin: app.origin, confirmed });
  return account;
}

const unique = () => `Q${Math.random().toString(36).slice(2, 8)}`;
const bodyOf = (page: Page) => page.getByRole("textbox", { name: "Body", exact: true });
const letterOn = (page: Page) => page.frameLocator("iframe");
const mailsTo = (app: App, addresses: readonly string[]) => app.mailbox().filter(({ to }) => addresses.includes(to));

/** Clients whose name begins with the word, each with an owner who is the primary contact. */
async function clientsCalled(word: string, count: number) {
  const made = [];
  for (let place = 1; place <= count; place += 1) {
    const email = `owner${place}.${word.toLowerCase()}@example.org`;
    made.push({ ...(await make.clientWithOwner({ name: `${word} Shop ${place}`, email })), email });
  }
  return made;
}

async function template(name: string) {
  const body = textBody("Dear [CONTACT_FIRST_NAME],\n\nthe portal of [CLIENT_NAME] is open.");
  return db.emailTemplate.create({
    data: { name, recordType: "client", language: "en", subject: "Portal for [CLIENT_NAME]", body },
  });
}

/** Walks from the list of clients with this word to the review of a mailing with a template. */
async function reviewWith(page: Page, word: string, templateName: string) {
  await page.goto(`/staff/clients?q=${word}`);
  await page.getByRole("link", { name: "Email", exact: true }).click();
  await page.getByLabel("Template").selectOption(templateName);
  await expect(page.getByLabel("Subject", { exact: true })).toHaveValue("Portal for [CLIENT_NAME]");
  await bodyOf(page).waitFor();
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByRole("button", { name: "Continue to Review" }).click();
  await expect(page.getByRole("heading", { name: "Review", exact: true })).toBeVisible();
}

async function sendNow(page: Page, button: string) {
  await page.getByRole("button", { name: button }).click();
  await expect(page.getByText(/^(Leaves in|Leaving now)/)).toBeVisible();
  await page.getByRole("button", { name: "Send Now" }).click();
}

const finished = (page: Page) =>
  expect(page.locator("header").getByText("Sent", { exact: true })).toBeVisible({ timeout: 30_000 });

test("S2-52 S2-53 S2-54 S2-56 S2-58 S2-59 S2-61 S2-63 the listed clients get a new template, after a review and Send", async ({
  page,
  context,
  app,
}) => {
  await staff(context, app);
  const word = unique();
  const [first, second] = await clientsCalled(word, 2);
  await make.client({ name: `${word} Nobody` });
  if (first && second)
    await db.relationship.create({
      data: {
        clientId: (await make.client({ name: `${word} Twice` })).id,
        contactId: first.contact.id,
        isPrimary: true,
      },
    });
  const addresses = [first?.email ?? "", second?.email ?? ""];
  const { name } = await template(`Introduction ${word}`);

  await page.goto(`/staff/clients?q=${word}`);
  await page.getByRole("link", { name: "Email", exact: true }).click();
  await expect(page.getByText("4 Clients chosen")).toBeVisible();
  await page.getByLabel("Template").selectOption(name);
  await expect(page.getByLabel("Subject", { exact: true })).toHaveValue("Portal for [CLIENT_NAME]");
  await expect(bodyOf(page)).toContainText("the portal of");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByLabel("The primary point of contact of each Client")).toBeChecked();
  await page.getByRole("button", { name: "Continue to Review" }).click();

  await expect(page.getByText("Nothing has been sent yet.")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Message 1 of 2" })).toBeVisible();
  await expect(page.getByText("No contact to write to: 1")).toBeVisible();
  await expect(page.getByText("Gets it once already, for another Client: 1")).toBeVisible();
  await expect(letterOn(page).getByText("is open.")).toBeVisible();
  await page.getByRole("link", { name: "Next Message" }).click();
  await expect(page.getByRole("heading", { name: "Message 2 of 2" })).toBeVisible();
  await expectNoAxeViolations(page);
  await expect(page.getByLabel(/Log the message/)).toBeChecked();
  expect(mailsTo(app, addresses)).toEqual([]);

  // Taken back within the half minute, it is a draft as before.
  await page.getByRole("button", { name: "Send to 2 People" }).click();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("Nothing has been sent yet.")).toBeVisible();
  expect(mailsTo(app, addresses)).toEqual([]);

  await sendNow(page, "Send to 2 People");
  await finished(page);
  for (const email of addresses) await app.mailTo(email, /^Portal for /);
  expect(mailsTo(app, addresses)).toHaveLength(2);
  await expect(page.getByRole("row", { name: /Contact.*Sent/ })).toHaveCount(2);
  await expectNoAxeViolations(page);

  await page.goto(`/staff/clients/${second?.client.id}`);
  await expect(page.getByText(/Sam Sender mailed .*: Portal for /)).toBeVisible();
});

test("S2-26 the same template is used again for a follow-up, and the list shows both mailings", async ({
  page,
  context,
  app,
}) => {
  await staff(context, app);
  const word = unique();
  const [one] = await clientsCalled(word, 1);
  const { name } = await template(`Follow-up ${word}`);
  for (const time of [1, 2]) {
    await reviewWith(page, word, name);
    await sendNow(page, "Send to 1 Person");
    await finished(page);
    expect(mailsTo(app, [one?.email ?? ""])).toHaveLength(time);
  }
  await page.goto("/staff/mailings");
  await expect(page.getByRole("row", { name: /Portal for .*Sent 1 of 1 Sam Sender/ })).toHaveCount(2);
});

test("S2-25 S2-55 S2-57 S2-60 one client's people get a one-off message by More, Email, with a copy to the sender", async ({
  page,
  context,
  app,
}) => {
  const account = await staff(context, app, { confirmed: false });
  const word = unique();
  const [one] = await clientsCalled(word, 1);
  const second = await make.contact({
    firstName: "Bo",
    lastName: "Second",
    email: `bo.${word.toLowerCase()}@example.org`,
  });
  await make.relationship({ clientId: one?.client.id ?? "", contactId: second.id });

  await page.goto(`/staff/clients/${one?.client.id}`);
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Email" }).click();
  await expect(page.getByRole("heading", { name: `Email ${word} Shop 1` })).toBeVisible();
  await page.getByLabel("Subject", { exact: true }).fill("A word");
  await bodyOf(page).click();
  await bodyOf(page).pressSequentially("Dear [CONTACT_FIRST_NAME], all is well.");
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByLabel("All contacts of all chosen Clients").check();
  await page.getByRole("button", { name: "Continue to Review" }).click();
  await page.getByLabel("Copy every message to me").check();
  await sendNow(page, "Send to 2 People");
  await finished(page);
  const mail = await app.mailTo(second.email ?? "", /^A word$/);
  expect(mail.text).toContain("Dear Bo, all is well.");
  await app.mailTo(account.email, /^A word \[copy: Bo Second /);
  await app.mailTo(account.email, /^A word \[copy: Carla /);
});

test("S2-23 S2-24 people without an active counselor are listed and block Send until an administrative contact stands in", async ({
  page,
  context,
  app,
}) => {
  await staff(context, app);
  const word = unique();
  const [withNobody, second] = await clientsCalled(word, 2);
  const gone = await make.practitioner({ firstName: "Gone", lastName: "Away", status: "INACTIVE" });
  await db.client.update({ where: { id: second?.client.id ?? "" }, data: { practitionerId: gone.id } });
  const { name } = await template(`Practitioner ${word}`);
  await db.emailTemplate.updateMany({ where: { name }, data: { body: textBody("Ask [PRACTITIONER_NAME].") } });

  await reviewWith(page, word, name);
  await expect(page.getByRole("heading", { name: "2 people have no active Counselor" })).toBeVisible();
  await expect(page.getByText("no Counselor", { exact: true })).toBeVisible();
  await expect(page.getByText("Gone Away is inactive")).toBeVisible();
  const first = page.getByRole("listitem").filter({ hasText: `${word} Shop 1` });
  await expect(first.getByRole("link", { name: "Assign a Counselor" })).toHaveAttribute(
    "href",
    `/staff/clients/${withNobody?.client.id}/edit`,
  );
  await expect(page.getByRole("button", { name: "Send to 2 People" })).toBeDisabled();
  await expectNoAxeViolations(page);

  await page.getByRole("link", { name: "Name an Administrative Contact" }).click();
  await page.getByLabel("Name an administrative contact where there is no active Counselor").check();
  await page.getByRole("button", { name: "Continue to Review" }).click();
  await expect(page.getByLabel("Name", { exact: true })).toHaveAttribute("aria-invalid", "true");
  await page.getByLabel("Name", { exact: true }).fill("Vera Office");
  await page.getByLabel("Email", { exact: true }).fill("vera@example.org");
  await page.getByRole("button", { name: "Continue to Review" }).click();
  await expect(letterOn(page).getByText("Ask Vera Office.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Send to 2 People" })).toBeEnabled();

  await page.getByRole("button", { name: /^Leave .* Out$/ }).click();
  await expect(page.getByRole("heading", { name: "Message 1 of 1" })).toBeVisible();
  await page.getByRole("button", { name: /^Include .* again$/ }).click();
  await expect(page.getByRole("heading", { name: "Message 1 of 2" })).toBeVisible();
});

test("a test goes to whoever asks, with the real words of the person shown, found by name", async ({
  page,
  context,
  app,
}) => {
  const account = await staff(context, app);
  const word = unique();
  const people = await clientsCalled(word, 3);
  const { name } = await template(`Test ${word}`);
  await reviewWith(page, word, name);
  await page.getByRole("searchbox", { name: "Jump to a name" }).fill(`${word} Shop 2`);
  await page.getByRole("button", { name: "Find" }).click();
  await expect(page.getByText(`Portal for ${word} Shop 2`)).toBeVisible();
  await page.getByRole("button", { name: "Send Test to Me" }).click();
  const test = await app.mailTo(account.email, /^\[Test\] Portal for /);
  expect(test.subject).toBe(`[Test] Portal for ${word} Shop 2`);
  expect(
    mailsTo(
      app,
      people.map(({ email }) => email),
    ),
  ).toEqual([]);
});

test("a mailing to many asks for the password, is stopped on its way and goes on with exactly the rest", async ({
  page,
  context,
  app,
}) => {
  const account = await staff(context, app, { confirmed: false });
  const word = unique();
  const people = await clientsCalled(word, 6);
  const addresses = people.map(({ email }) => email);
  const { name } = await template(`Stop ${word}`);
  await db.setting.upsert({
    where: { key: "mail" },
    create: { key: "mail", value: { paused: true } },
    update: { value: { paused: true } },
  });
  await reviewWith(page, word, name);
  await expect(page.getByRole("link", { name: "Confirm Password to Send" })).toBeVisible();
  await context.clearCookies();
  await signInAs(context, { accountId: account.id }, { origin: app.origin, confirmed: true });
  await page.reload();
  await sendNow(page, "Send to 6 People");
  await page.getByRole("button", { name: "Stop", exact: true }).click();
  await expect(page.getByText("6 messages have not left. Resume sends exactly those.")).toBeVisible();
  await db.setting.delete({ where: { key: "mail" } });
  expect(mailsTo(app, addresses)).toEqual([]);
  await page.getByRole("button", { name: "Resume" }).click();
  await finished(page);
  expect(
    mailsTo(app, addresses)
      .map(({ to }) => to)
      .sort(),
  ).toEqual([...addresses].sort());
});

test("a reader leaves with the link of a letter or one click in the mail program, is left out next time, and comes back", async ({
  page,
  context,
  app,
  request,
}) => {
  await staff(context, app);
  const word = unique();
  const people = await clientsCalled(word, 5);
  const { name } = await template(`Leave ${word}`);
  await reviewWith(page, word, name);
  await sendNow(page, "Send to 5 People");
  await finished(page);

  const [first, second] = people;
  const link = linkIn(await app.mailTo(first?.email ?? ""), /\/unsubscribe\//);
  await page.goto(link);
  // Opening alone does nothing: mail programs look at every link.
  expect(await db.unsubscribe.count({ where: { email: first?.email ?? "" } })).toBe(0);
  await expectNoAxeViolations(page);
  await page.getByRole("button", { name: "Unsubscribe" }).click();
  await expect(page.getByText(/gets no more mailings from us/)).toBeVisible();

  const { headers } = await app.mailTo(second?.email ?? "");
  const oneClick = /<(.+)>/.exec(headers["List-Unsubscribe"] ?? "")?.[1] ?? "";
  const answer = await request.post(oneClick, { form: { "List-Unsubscribe": "One-Click" } });
  expect(answer.status()).toBe(204);
  expect((await request.post(`${oneClick}x`)).status()).toBe(404);

  await reviewWith(page, word, name);
  await expect(page.getByRole("heading", { name: "Message 1 of 3" })).toBeVisible();
  await expect(page.getByText("Unsubscribed: 2")).toBeVisible();

  await page.goto(link);
  await page.getByRole("button", { name: "Subscribe Again" }).click();
  await expect(page.getByRole("button", { name: "Unsubscribe" })).toBeVisible();
  await page.goto("/unsubscribe/example");
  await expect(page.getByText("This is only an example")).toBeVisible();
  await page.goto("/unsubscribe/not.ours");
  await expect(page.getByText("We cannot read this link")).toBeVisible();
});

test("what is written keeps itself and is there when the draft is opened elsewhere", async ({ page, context, app }) => {
  await staff(context, app);
  const word = unique();
  await clientsCalled(word, 2);
  await page.goto(`/staff/clients?q=${word}`);
  await page.getByRole("link", { name: "Email", exact: true }).click();
  await page.getByLabel("Subject", { exact: true }).fill(`Half a letter ${word}`);
  await bodyOf(page).click();
  await bodyOf(page).pressSequentially("Only begun");
  await expect(page.getByText(/^Saved /)).toBeVisible();
  await expect(page).toHaveURL(/\/staff\/mailings\/[0-9a-f-]+\/write$/);

  const elsewhere = await context.newPage();
  await page.close();
  await elsewhere.goto("/staff/mailings");
  await elsewhere.getByRole("link", { name: `Half a letter ${word}` }).click();
  await expect(bodyOf(elsewhere)).toContainText("Only begun");
  await bodyOf(elsewhere).press("End");
  await bodyOf(elsewhere).pressSequentially(" and ended.");
  await elsewhere.getByRole("button", { name: "Save as Draft" }).click();
  await expect(elsewhere.getByRole("heading", { name: "Mailings" })).toBeVisible();
  await elsewhere.getByRole("link", { name: `Half a letter ${word}` }).click();
  await expect(bodyOf(elsewhere)).toContainText("Only begun and ended.");
  await elsewhere.getByRole("button", { name: "Discard Draft" }).click();
  await elsewhere.getByRole("dialog").getByRole("button", { name: "Discard Draft" }).click();
  await expect(elsewhere.getByRole("link", { name: `Half a letter ${word}` })).toHaveCount(0);
});

test("every step fits a phone and is accessible", async ({ page, context, app }) => {
  await staff(context, app);
  const word = unique();
  await clientsCalled(word, 2);
  const { name } = await template(`Phone ${word}`);
  await page.setViewportSize({ width: 360, height: 740 });
  await reviewWith(page, word, name);
  const review = new URL(page.url()).pathname;
  for (const path of [
    "/staff/mailings",
    review.replace("review", "write"),
    review.replace("review", "recipients"),
    review,
  ]) {
    await page.goto(path);
    if (path.endsWith("write")) await bodyOf(page).waitFor();
    await expectNoAxeViolations(page);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow, path).toBeLessThanOrEqual(0);
  }
});
