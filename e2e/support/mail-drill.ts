import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { withClient } from "../../lib/tools/database.mjs";
import { ROOT } from "../../lib/tools/project.mjs";
import { type Faults, type ResendServer, startResendServer } from "./resend-server";

type Plan = { databaseUrl: string; mails: number; kills: number; batchSize: number; workers?: number; faults?: Faults };

export type DrillFigures = {
  queued: number;
  delivered: number;
  duplicates: number;
  missing: number;
  kills: number;
  states: Record<string, number>;
  requests: number;
  busiestSecond: number;
  seconds: number;
};

const QUEUE = `
  insert into outbox_mails (source, to_email, to_name, from_name, subject, html, text, priority, not_before, created_at)
  select 'mailing:drill', 'person' || n || '@example.org', 'Person ' || n, 'Drill', 'Letter ' || n, '<p>' || n || '</p>',
    n::text, 8, now(), now() from generate_series(1, $1::int) n`;

const STATES = "select state::text, count(*)::int from outbox_mails group by 1";
const OPEN = "select count(*)::int as open from outbox_mails where state in ('PENDING', 'SENDING')";

/** Worker processes that are started again whenever they are killed. */
class Workers {
  readonly #running = new Set<ChildProcess>();
  #ended = false;
  constructor(readonly env: Record<string, string>) {}

  start() {
    const args = ["--import", "tsx", path.join(ROOT, "e2e/support/mail-worker.ts")];
    const child = spawn(process.execPath, args, { cwd: ROOT, env: { ...process.env, ...this.env }, stdio: "inherit" });
    this.#running.add(child);
    child.on("exit", () => {
      this.#running.delete(child);
      if (!this.#ended) this.start();
    });
  }

  killOne() {
    const [oldest] = this.#running;
    oldest?.kill("SIGKILL");
  }

  end() {
    this.#ended = true;
    for (const child of this.#running) child.kill("SIGKILL");
  }
}

type Setting = { databaseUrl: string; folder: string; clock: string; provider: ResendServer; batchSize: number };

function workerEnvironment({ databaseUrl, folder, clock, provider, batchSize }: Setting): Record<string, string> {
  return {
    DATABASE_URL: databaseUrl,
    APP_ORIGIN: "http://localhost:3000",
    AUTH_SECRET: "a secret for tests only, long enough to be taken",
    DATA_DIR: folder,
    CASELOAD_TEST: "1",
    CLOCK_FILE: clock,
    LOG_LEVEL: "error",
    RESEND_API_KEY: provider.apiKey,
    RESEND_BASE_URL: provider.url,
    MAIL_FROM: "office@example.org",
    MAIL_BATCH: String(batchSize),
    TSX_TSCONFIG_PATH: path.join(ROOT, "tsconfig.tools.json"),
  };
}

type Books = Awaited<ReturnType<typeof startResendServer>>["books"];

/** What the provider's own books say came of the mails. */
function countDelivered({ delivered, requests, busiestSecond }: Books, mails: number) {
  const distinct = new Set(delivered.map(({ to }) => to)).size;
  const duplicates = delivered.length - distinct;
  return {
    queued: mails,
    delivered: delivered.length,
    duplicates,
    missing: mails - distinct,
    requests: requests.length,
    busiestSecond,
  };
}

/**
 * Queues mails, lets workers send them to a provider on this machine, and kills the workers at random moments of it.
 * The clock is moved after each kill, so that nobody waits for the lease of what was left behind.
 */
export async function mailDrill({
  databaseUrl,
  mails,
  kills,
  batchSize,
  workers = 2,
  faults = {},
}: Plan): Promise<DrillFigures> {
  const provider = await startResendServer();
  Object.assign(provider.faults, { latencyMs: 120, ...faults });
  const folder = mkdtempSync(path.join(tmpdir(), "caseload-drill-"));
  const clock = path.join(folder, "clock");
  let moved = 0;
  const tick = () => {
    writeFileSync(`${clock}.next`, new Date(Date.now() + moved).toISOString());
    renameSync(`${clock}.next`, clock);
  };
  const ticking = setInterval(tick, 50);
  tick();
  const crew = new Workers(workerEnvironment({ databaseUrl, folder, clock, provider, batchSize }));
  const started = performance.now();
  let killed = 0;
  try {
    const states = await withClient(databaseUrl, async (client) => {
      await client.query(QUEUE, [mails]);
      for (let worker = 0; worker < workers; worker += 1) crew.start();
      let open = mails;
      while (open > 0) {
        const goal = (mails / (kills + 1)) * (killed + 1);
        await pause(20);
        if (killed < kills && provider.books.delivered.length >= goal) {
          await pause(Math.random() * 200);
          crew.killOne();
          killed += 1;
          moved += 95_000;
        }
        open = (await client.query(OPEN)).rows[0].open;
        if (open > 0 && killed >= kills) moved += 500;
      }
      const { rows } = await client.query(STATES);
      return Object.fromEntries(rows.map(({ state, count }: { state: string; count: number }) => [state, count]));
    });
    const seconds = Math.round((performance.now() - started) / 100) / 10;
    return { ...countDelivered(provider.books, mails), kills: killed, states, seconds };
  } finally {
    crew.end();
    clearInterval(ticking);
    await provider.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
