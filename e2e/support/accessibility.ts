import { expect, type Page } from "@playwright/test";
import axe, { type RunOptions } from "axe-core";

declare global {
  interface Window {
    axe: typeof axe;
  }
}

const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** React Aria's region for spoken announcements: it names things that have left the page by the time one looks. */
const SPOKEN = "[data-live-announcer]";

/** The rules that another theme can break: all others judge the markup, which is the same in every theme. */
const THEME_RULES = ["color-contrast", "link-in-text-block"];

/** Fails with every place where the page breaks WCAG 2.2 AA, as far as a program can tell. */
export function expectNoAxeViolations(page: Page) {
  return expectNone(page, { type: "tag", values: WCAG });
}

/** Looks at a page again after its theme changed: only what colours can break. */
export function expectNoAxeViolationsInTheme(page: Page) {
  return expectNone(page, { type: "rule", values: THEME_RULES });
}

async function expectNone(page: Page, runOnly: RunOptions["runOnly"]) {
  // Once for each page, however often it is looked at; what holds is not written down, which takes as long as the look.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  const { violations } = await page.evaluate(
    ({ spoken, ...options }) => window.axe.run({ exclude: [spoken] }, { ...options, resultTypes: ["violations"] }),
    { spoken: SPOKEN, runOnly },
  );
  const found = violations.map(({ id, help, nodes }) => ({
    id,
    help,
    where: nodes.map(({ target }) => target.join(" ")),
  }));
  expect(found, `accessibility of ${page.url()}`).toEqual([]);
}
