import { test as base, type ConsoleMessage, type Page, type WebError } from "@playwright/test";
import { type App, startApp } from "./app";
import type { Template } from "./template";

type WorkerFixtures = {
  /** Which database the file's tests begin on: test.use({ database: "demo" }) at the top of a file. */
  database: Template;
  /** Whether the app writes down what it asks the database: test.use({ recorded: true }). */
  recorded: boolean;
  /** A file that counts everything there is names itself here, and shares its app with no other. */
  alone: string;
  app: App;
};

type TestFixtures = {
  /** Page errors that a test brings about on purpose: test.use({ expectedProblems: [/…/] }). */
  expectedProblems: RegExp[];
  noSurprises: undefined;
};

const isPolicyViolation = (message: ConsoleMessage) =>
  message.type() === "error" && /Content Security Policy/i.test(message.text());

/** Whether the router asks for what is no page: it would then believe to be at the address of a file. */
const isMistaken = ({ pathname, searchParams }: URL) => pathname.startsWith("/api/") && searchParams.has("_rsc");

/** Waits until every control of the page answers: React marks each element it has taken over. */
async function untilAlive(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    [...document.querySelectorAll("button, input:not([type=hidden]), select, textarea")].every((control) =>
      Object.keys(control).some((key) => key.startsWith("__reactProps$")),
    ),
  );
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  database: ["empty", { option: true, scope: "worker" }],
  recorded: [false, { option: true, scope: "worker" }],
  alone: ["", { option: true, scope: "worker" }],
  app: [
    async ({ database, recorded }, use) => {
      const app = await startApp(database, { recorded });
      await use(app);
      await app.stop();
    },
    { scope: "worker", timeout: 120_000 },
  ],
  baseURL: async ({ app }, use) => use(app.origin),

  // A press before React has taken a page over is lost; a person is never that fast, a test is.
  page: async ({ page }, use) => {
    const { goto, reload } = page;
    page.goto = async (...target) => {
      const answer = await goto.apply(page, target);
      await untilAlive(page);
      return answer;
    };
    page.reload = async (...options) => {
      const answer = await reload.apply(page, options);
      await untilAlive(page);
      return answer;
    };
    await use(page);
  },

  expectedProblems: [[], { option: true }],
  // A page that throws, fails to hydrate, breaks its own content policy or takes a file for a page fails the test,
  // whatever the test was about.
  noSurprises: [
    async ({ context, app, expectedProblems }, use) => {
      const problems: string[] = [];
      context.on("weberror", (error: WebError) => problems.push(error.error().message));
      context.on("console", (message) => {
        if (isPolicyViolation(message)) problems.push(message.text());
      });
      context.on("request", (request) => {
        if (isMistaken(new URL(request.url()))) problems.push(`a link without "download" leads to ${request.url()}`);
      });
      app.setTime(null);
      await use(undefined);
      app.setTime(null);
      // One more word with each page, so that everything it reported before has arrived.
      await Promise.all(context.pages().map((page) => page.evaluate("0").catch(() => null)));
      const unexpected = problems.filter((problem) => !expectedProblems.some((pattern) => pattern.test(problem)));
      expect(unexpected, "errors in the browser").toEqual([]);
    },
    { auto: true },
  ],
});

export const expect = test.expect;

export type { Page };
