import { readFile } from "node:fs/promises";
import { db } from "@/lib/platform/db/db";
import { make } from "@/prisma/factories/make";
import { expectNoAxeViolations } from "../support/accessibility";
import { signInAs } from "../support/sign-in-as";
import { expect, test } from "../support/test";

test("the configuration goes out as a file and comes back: looked at first, then made, and nothing is left to make", async ({
  app,
  context,
  page,
}) => {
  const { id: accountId } = await make.account({ role: "ADMINISTRATOR" });
  const { name: center } = await make.center();
  await signInAs(context, { accountId }, { origin: app.origin, confirmed: true });
  await page.goto("/staff/admin/configuration/file");
  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download the Configuration" }).click();
  const file = JSON.parse(await readFile(await (await downloading).path(), "utf8"));

  file.rooms.push({ center, name: "Quiet Room", archived: false });
  file.rooms.push({ center: "Atlantis", name: "Deep Room", archived: false });
  file.agreements.push({ center, texts: [{ language: "en", title: "House Rules", body: "Be kind." }] });
  const upload = async () => {
    const buffer = Buffer.from(JSON.stringify(file));
    const json = { name: "configuration.json", mimeType: "application/json", buffer };
    await page.getByLabel("Configuration file").setInputFiles(json);
    await page.getByRole("button", { name: "Preview" }).click();
  };
  await upload();
  const plan = page.getByRole("list", { name: "What the file changes" });
  await expect(plan.getByText(`${center}: House Rules`)).toBeVisible();
  await expect(plan.getByText("Clients are asked to sign it.")).toBeVisible();
  await expect(plan.getByText("Its center is neither here nor in the file.")).toBeVisible();
  expect(await db.room.count({ where: { center: { name: center } } })).toBe(0);
  await expectNoAxeViolations(page);

  await page.getByRole("button", { name: "Apply 2 Changes" }).click();
  await expect(page.getByText("2 changes are made.")).toBeVisible();
  const made = await db.center.findFirstOrThrow({
    where: { name: center },
    include: { rooms: true, agreements: true },
  });
  expect(made.rooms.map(({ name }) => name)).toEqual(["Quiet Room"]);
  expect(made.agreements.map(({ title, asksAgain }) => [title, asksAgain])).toEqual([["House Rules", true]]);

  await upload();
  await expect(page.getByText(/0 new, 0 changed, .* 1 refused/)).toBeVisible();
  await expect(page.getByRole("button", { name: /^Apply/ })).toBeHidden();
});
