import pino from "pino";

/** One JSON line per entry with listed fields only; never bodies, never personal data. */
export const logger = pino({
  level: process.env.LOG_LEVEL || "info",
  base: { app: "caseload" },
  timestamp: pino.stdTimeFunctions.isoTime,
  serializers: {
    err: (error: unknown) =>
      error instanceof Error
        ? { name: error.name, message: error.message.slice(0, 500), stack: error.stack }
        : { name: "unknown" },
  },
});
