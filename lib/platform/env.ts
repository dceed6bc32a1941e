import { z } from "zod";

const blankAsMissing = (value: unknown) => (value === "" ? undefined : value);
const optional = z.preprocess(blankAsMissing, z.string().optional());
const flag = z.preprocess((value) => value === "1" || value === "true", z.boolean());

const environment = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
  DATABASE_URL: z.string().min(1),
  APP_ORIGIN: z.url().transform((origin) => new URL(origin).origin),
  AUTH_SECRET: z.string().min(32, "must be at least 32 characters"),
  DATA_DIR: z.string().default(".data"),
  MAIL_FROM: z.string().default("no-reply@localhost"),
  RESEND_API_KEY: optional,
  RESEND_BASE_URL: optional,
  SMTP_URL: optional,
  S3_BUCKET: optional,
  S3_REGION: optional,
  S3_ENDPOINT: optional,
  S3_ACCESS_KEY_ID: optional,
  S3_SECRET_ACCESS_KEY: optional,
  /** Comma-separated addresses of proxies whose X-Forwarded-For counts. */
  TRUSTED_PROXIES: z.string().default(""),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
  CASELOAD_DEMO: flag,
  /** The database came with the app: started, secured and named by `npm start` itself. */
  CASELOAD_EMBEDDED: flag,
  CASELOAD_TEST: flag,
  /** A file holding the instant tests want it to be; read only with CASELOAD_TEST. */
  CLOCK_FILE: optional,
});

export type Env = z.output<typeof environment>;

const OWN_NETWORK = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** What makes a configuration unfit for production, one sentence each; empty when it may start. */
export function configurationProblems(env: Env): string[] {
  const embedded = env.CASELOAD_EMBEDDED;
  const problems: string[] = [];
  if (env.NODE_ENV !== "production" || env.CASELOAD_TEST) return problems;
  const origin = new URL(env.APP_ORIGIN);
  if (origin.protocol === "http:" && !OWN_NETWORK.has(origin.hostname))
    problems.push("APP_ORIGIN must begin with https://.");
  if (/change-?me|example|secret-secret/i.test(env.AUTH_SECRET))
    problems.push("AUTH_SECRET is still an example value.");
  if (!embedded && env.CASELOAD_DEMO && process.env.CASELOAD_DEMO_ON_PURPOSE !== "1")
    problems.push("CASELOAD_DEMO is on with an external database; set CASELOAD_DEMO_ON_PURPOSE=1 if that is meant.");
  return problems;
}

function readEnv(): Env {
  const result = environment.safeParse(process.env);
  const problems = result.success
    ? configurationProblems(result.data)
    : result.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  if (!result.success || problems.length > 0)
    throw new Error(`The configuration cannot be used:\n${problems.join("\n")}`);
  return result.data;
}

let cached: Env | null = null;

/**
 * The configuration, checked once.
 * @throws with one line for each variable that is missing or wrong.
 */
export function env(): Env {
  cached ??= readEnv();
  return cached;
}
