import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { make } from "@/prisma/factories/make";
import { ask } from "../support/ask";
import { builtRoutes } from "../support/built-routes";
import { signInAs } from "../support/sign-in-as";
import { expect, test } from "../support/test";

const LETTERS = ["S3-54", "S3-55", "AZ-11"].join(" ");

/** A web site of somebody else that shows testimonials, as its owner would write it. */
async function webSite(origin: string, key: string) {
  const script = `fetch("${origin}/api/v1/testimonials", { headers: { authorization: "Bearer ${key}" } })
    .then((answer) => answer.json())
    .then(({ data }) => { document.querySelector("blockquote").textContent = data.map((one) => one.quote).join(" ") })`;
  const html = `<!doctype html><title>Our site</title><blockquote></blockquote><script>${script}</script>`;
  const server = createServer((_, response) => response.writeHead(200, { "content-type": "text/html" }).end(html));
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, stop: () => server.close() };
}

test(`${LETTERS} a testimonial is published, another site shows it with a key, and the key opens nothing else`, async ({
  page,
  context,
  app,
}) => {
  const account = await make.account({ role: "ADMINISTRATOR" });
  await signInAs(context, { accountId: account.id }, { origin: app.origin, confirmed: true });
  await page.goto("/staff/testimonials/new");
  await page.getByRole("textbox", { name: "What they said" }).fill("They asked the right questions.");
  await page.getByRole("textbox", { name: "Author line" }).fill("Ada Owner, Harbor Bakery");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("button", { name: "Publish" }).click();
  await expect(page.getByText(/^Published \w+ \d/)).toBeVisible();

  await page.goto("/staff/admin/api/new");
  await page.getByRole("textbox", { name: "What is it for?" }).fill("Our web site");
  await page.getByRole("button", { name: "Make the Key" }).click();
  const shown = page.getByText(/^caseload_[\w-]{43}$/);
  const key = (await shown.textContent()) ?? "";
  const headers = { authorization: `Bearer ${key}` };

  const site = await webSite(app.origin, key);
  const visitor = await context.browser()?.newPage();
  await visitor?.goto(site.address);
  await expect(visitor?.locator("blockquote") ?? page.locator("none")).toContainText("They asked the right questions.");
  await visitor?.close();
  site.stop();

  // Nowhere else is a key anything: whoever shows it is as welcome as somebody unknown.
  const elsewhere = builtRoutes().filter(({ address, handler }) => handler && !/^\/api\/v1\/|\[/.test(address));
  for (const { address } of [...elsewhere, { address: "/staff" }, { address: "/staff/clients" }, { address: "/" }]) {
    const [shownKey, nothing] = [await ask(app.origin, { address, headers }), await ask(app.origin, { address })];
    expect([address, shownKey.status, shownKey.location]).toEqual([address, nothing.status, nothing.location]);
  }
  expect((await ask(app.origin, { address: "/api/v1/clients", headers })).status).toBe(403);
  expect((await ask(app.origin, { address: `/api/v1/testimonials?api_key=${key}`, headers })).status).toBe(400);

  await page.getByRole("link", { name: "I Have Copied It" }).click();
  await page.getByRole("radio", { name: "Standard" }).check();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("programs are refused until the edition changes")).toBeVisible();
  expect(await ask(app.origin, { address: "/api/v1/testimonials", headers })).toMatchObject({ status: 403 });
  await page.getByRole("button", { name: "Revoke" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Revoke" }).click();
  await expect(page.getByText("Revoked", { exact: true })).toBeVisible();
  expect(await ask(app.origin, { address: "/api/v1/testimonials", headers })).toMatchObject({ status: 401 });
});
