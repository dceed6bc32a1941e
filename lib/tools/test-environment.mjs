import path from "node:path";

/** What an app under test learns from its environment; its clock and mailbox live in its own data folder. */
export function testEnvironment({ port, appUrl, dataDir }) {
  return {
    PORT: String(port),
    APP_ORIGIN: `http://localhost:${port}`,
    DATABASE_URL: appUrl,
    DATABASE_OWNER_URL: "",
    AUTH_SECRET: "a secret for tests only, long enough to be taken",
    DATA_DIR: dataDir,
    CLOCK_FILE: path.join(dataDir, "clock"),
    CASELOAD_TEST: "1",
    CASELOAD_DEMO: "0",
    RESEND_API_KEY: "",
    SMTP_URL: "",
    S3_BUCKET: "",
    LOG_LEVEL: "warn",
    NEXT_TELEMETRY_DISABLED: "1",
  };
}
