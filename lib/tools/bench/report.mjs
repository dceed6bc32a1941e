import { cpus } from "node:os";

// One table of what was measured, for people.

/** The aim: our page takes at most this much of an empty page and its SQL together. */
export const AIM = 1.5;

const round = (value) => (value >= 100 ? Math.round(value) : value.toFixed(1));
const pair = (values) => values.map((value) => (value === null ? "–" : round(value))).join(" / ");

/** Ours ÷ (empty page + SQL), one at a time and eight at once; null where there is nothing to compare. */
export function ratiosOf({ ours, sql, empty }) {
  return ours.map((value, at) => (value === null || !empty ? null : value / (sql[at] + empty[at])));
}

function tableOf(head, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map((_, at) => (at === 0 ? "---" : "--:"))), ...rows.map(line)].join("\n");
}

const isOver = ({ ours, budget }) => ours.some((value, at) => value !== null && budget[at] && value > budget[at]);

/** The measured work as a Markdown table: medians in milliseconds, one at a time / eight at once. */
export function workTable(results) {
  const head = [
    "Work, p50 in ms, c1 / c8",
    "budget",
    "Caseload",
    "",
    "SQL alone",
    "statements",
    "empty page",
    "÷ limit",
  ];
  return tableOf(
    head,
    results.map((result) => [
      result.name,
      pair(result.budget),
      pair(result.ours),
      isOver(result) ? "over" : "✓",
      pair(result.sql),
      result.statements,
      result.empty ? pair(result.empty) : "–",
      result.empty
        ? ratiosOf(result)
            .map((ratio) => ratio?.toFixed(2) ?? "–")
            .join(" / ")
        : "–",
    ]),
  );
}

const kilobytes = (bytes) => (bytes / 1000).toFixed(0);

/** JavaScript of the heaviest routes of each area, compressed. */
export function weightTable(routes) {
  return tableOf(
    ["Route", "budget kB", "JavaScript kB (gz)", ""],
    routes.map(({ route, budget, bytes }) => [
      route,
      kilobytes(budget),
      kilobytes(bytes),
      bytes > budget ? "over" : "✓",
    ]),
  );
}

export function machine() {
  const [first] = cpus();
  return `${cpus().length} × ${first?.model ?? "CPU"}, Node ${process.versions.node}`;
}
