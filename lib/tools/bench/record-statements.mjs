import { appendFileSync } from "node:fs";
import pg from "pg";

// Preloaded into the app: writes every statement that reaches the database to a file, a line each.

const { query } = pg.Client.prototype;
const isOurs = (text) => !/graphile_worker|^(un)?listen|^select \$1 as heartbeat/i.test(text);

pg.Client.prototype.query = function recorded(...args) {
  const [first, second] = args;
  const text = typeof first === "string" ? first : first?.text;
  const values = Array.isArray(second) ? second : first?.values;
  if (text && isOurs(text)) {
    appendFileSync(process.env.CASELOAD_STATEMENTS, `${JSON.stringify({ text, values: values ?? [] })}\n`);
  }
  return Reflect.apply(query, this, args);
};
