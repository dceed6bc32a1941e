import {
  flagOf,
  numberOf,
  type ReadOptions,
  type RowValues,
  rowReader,
  textOf,
} from "@/lib/features/imports/cells/rules";
import { clientKey, rowSignature, sessionRowKey } from "@/lib/features/imports/keys/rules";
import { type FileRow, isError, type RowProblem, rowProblem } from "@/lib/features/imports/schema";
import type { PlannedSession, SessionPlan, SessionRow } from "@/lib/features/imports/sessions/schema";
import { nameKey } from "@/lib/values/person-name";
import { occurrenceOf } from "@/lib/values/wall-clock";

export type SessionOptions = ReadOptions & {
  /** Zone of the organization, and of each center by `nameKey` of its name. */
  zone: string;
  centerZones?: Record<string, string>;
};

/** Wall clocks change between midnight and 4 in every zone; later times need not be looked at. */
const CLOCKS_ARE_STABLE_FROM = "04:00";

/**
 * Works out what a file of past sessions would do, row by row and without a database. Feed rows in the order of the
 * file. A row that repeats another in every cell is the same session; rows that only share client, time and
 * practitioner are sessions of their own.
 */
export function sessionPlanner(options: SessionOptions) {
  const read = rowReader("sessions", options);
  const occurrences = new Map<string, number>();
  const seen = new Map<string, string>();
  let plan: SessionPlan = { sessions: [], rows: [] };

  function columnOf(field: string): string | null {
    return options.headers[options.mapping.indexOf(field)] ?? null;
  }

  function rowKeyOf(session: Omit<PlannedSession, "rowKey">): string {
    const first = sessionRowKey({ ...session, practitioner: session.practitionerName }, 0);
    const occurrence = occurrences.get(first) ?? 0;
    occurrences.set(first, occurrence + 1);
    return occurrence === 0 ? first : sessionRowKey({ ...session, practitioner: session.practitionerName }, occurrence);
  }

  function planRow(fileRow: FileRow): SessionRow {
    const { row } = fileRow;
    const { values, problems } = read(fileRow);
    const session = problems.some(isError) ? null : sessionOf(values, { row, problems, columnOf });
    if (!session) return { row, outcome: "error", rowKey: null, problems };
    const signature = rowSignature(fileRow.cells);
    const repeated = seen.get(signature);
    if (repeated) {
      problems.push(rowProblem("repeated_row", row));
      return { row, outcome: "same_session", rowKey: repeated, problems };
    }
    checkClock(session, { options, problems, columnOf });
    const rowKey = rowKeyOf(session);
    seen.set(signature, rowKey);
    plan.sessions.push({ ...session, rowKey });
    return { row, outcome: "create_session", rowKey, problems };
  }

  return {
    add(fileRow: FileRow) {
      plan.rows.push(planRow(fileRow));
    },
    /** The plan of the rows that were added since it was taken last; what is kept of them tells repetitions only. */
    take(): SessionPlan {
      const taken = plan;
      plan = { sessions: [], rows: [] };
      return taken;
    },
  };
}

/** The plan for rows that are all at hand; see `sessionPlanner`. */
export function planSessions(fileRows: Iterable<FileRow>, options: SessionOptions): SessionPlan {
  const planner = sessionPlanner(options);
  for (const row of fileRows) planner.add(row);
  return planner.take();
}

type Place = { row: number; problems: RowProblem[]; columnOf: (field: string) => string | null };

function sessionOf(values: RowValues, { row, problems, columnOf }: Place): Omit<PlannedSession, "rowKey"> | null {
  const clientNumber = textOf(values, "session.clientNumber");
  const clientName = textOf(values, "session.clientName");
  const key = clientKey(clientNumber, clientName);
  const date = textOf(values, "session.date");
  if (!key) problems.push(rowProblem("client_missing", row, { column: columnOf("session.clientNumber") }));
  if (!date) problems.push(rowProblem("date_missing", row, { column: columnOf("session.date") }));
  if (!key || !date) return null;
  const start = textOf(values, "session.start");
  if (!start) problems.push(rowProblem("time_missing", row, { column: columnOf("session.start") }));
  return {
    row,
    clientKey: key,
    clientNumber,
    clientName,
    date,
    start,
    practitionerName: textOf(values, "session.practitioner"),
    centerName: textOf(values, "session.center"),
    fundingSource: textOf(values, "session.fundingSource"),
    type: textOf(values, "session.type"),
    area: textOf(values, "session.area"),
    contactMinutes: numberOf(values, "session.contactMinutes") ?? 0,
    prepMinutes: numberOf(values, "session.prepMinutes") ?? 0,
    travelMinutes: numberOf(values, "session.travelMinutes") ?? 0,
    reportable: reportableOf(values, clientNumber, { row, problems, columnOf }),
    notes: textOf(values, "session.notes"),
  };
}

/** A session of a pre-client is never reportable, whatever the file says (S0-03, S0-07). */
function reportableOf(values: RowValues, number: string | null, { row, problems, columnOf }: Place): boolean | null {
  const reportable = flagOf(values, "session.reportable");
  if (!number?.startsWith("@")) return reportable;
  if (reportable)
    problems.push(rowProblem("pre_client_not_reportable", row, { column: columnOf("session.reportable") }));
  return false;
}

type Clock = { options: SessionOptions; problems: RowProblem[]; columnOf: (field: string) => string | null };

/** Says so where the wall clock of the center never showed that time on that day, or showed it twice. */
function checkClock(session: Omit<PlannedSession, "rowKey">, { options, problems, columnOf }: Clock) {
  const { row, date, start, centerName } = session;
  if (start === null || start >= CLOCKS_ARE_STABLE_FROM) return;
  const zone = options.centerZones?.[nameKey(centerName ?? "")] ?? options.zone;
  const shown = occurrenceOf(date, start, zone);
  if (shown === "once") return;
  const code = shown === "missing" ? "time_skipped" : "time_doubled";
  problems.push(rowProblem(code, row, { column: columnOf("session.start"), params: { time: start, date } }));
}
