/** Runs once in each server process, before it answers anything. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  await import("./lib/values/intl-spaces");
  const { env } = await import("./lib/platform/env");
  const { watchHeaders } = await import("./lib/platform/http/believed-headers");
  watchHeaders(env().APP_ORIGIN);
  const { startWorker } = await import("./lib/worker");
  await startWorker();
}

/** Replaces the framework's raw error print by one line that names no person. */
export async function onRequestError(error: unknown, request: { path: string; method: string }) {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { logger } = await import("./lib/platform/logger");
  const digest = typeof error === "object" && error !== null && "digest" in error ? String(error.digest) : null;
  logger.error(
    { err: error, reference: digest, method: request.method, path: request.path.split("?")[0] },
    "a request failed",
  );
}
