import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** React Aria's region for spoken announcements: it names things that have left the page by the time one looks. */
const SPOKEN = "[data-live-announcer]";

/** Fails with every place where the page breaks WCAG 2.2 AA, as far as a program can tell. */
export async function expectNoAxeViolations(page: Page) {
  const { violations } = await new AxeBuilder({ page }).withTags(WCAG).exclude(SPOKEN).analyze();
  const found = violations.map(({ id, help, nodes }) => ({
    id,
    help,
    where: nodes.map(({ target }) => target.join(" ")),
  }));
  expect(found, `accessibility of ${page.url()}`).toEqual([]);
}
