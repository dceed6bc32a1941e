import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** React Aria's region for spoken announcements: it names things that have left the page by the time one looks. */
const SPOKEN = "[data-live-announcer]";

/** The rules that another theme can break: all others judge the markup, which is the same in every theme. */
const THEME_RULES = ["color-contrast", "link-in-text-block"];

/** Fails with every place where the page breaks WCAG 2.2 AA, as far as a program can tell. */
export function expectNoAxeViolations(page: Page) {
  return expectNone(page, new AxeBuilder({ page }).withTags(WCAG));
}

/** Looks at a page again after its theme changed: only what colours can break. */
export function expectNoAxeViolationsInTheme(page: Page) {
  return expectNone(page, new AxeBuilder({ page }).withRules(THEME_RULES));
}

async function expectNone(page: Page, axe: AxeBuilder) {
  // No page has frames; the way that looks into them opens a further page each time, which takes longer than the look.
  const { violations } = await axe.setLegacyMode().exclude(SPOKEN).analyze();
  const found = violations.map(({ id, help, nodes }) => ({
    id,
    help,
    where: nodes.map(({ target }) => target.join(" ")),
  }));
  expect(found, `accessibility of ${page.url()}`).toEqual([]);
}
