import "server-only";
import { readRows } from "@/lib/features/imports/files/rules";
import { loadNames } from "@/lib/features/imports/matching/names/queries";
import { newNames } from "@/lib/features/imports/planning/names/rules";
import { type ReadableImport, readerOf } from "@/lib/features/imports/planning/queries";
import type { SessionSource } from "@/lib/features/imports/planning/schema";
import { PROBLEM_SEVERITY, type RowProblem } from "@/lib/features/imports/schema";
import { sessionPlanner } from "@/lib/features/imports/sessions/rules";
import type { PlannedSession, SessionPlan } from "@/lib/features/imports/sessions/schema";
import type { PlanSummary } from "@/lib/features/imports/uploads/schema";
import { findSettingIn } from "@/lib/features/settings/queries";
import type { Tx } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { insertRows, type NewRow } from "@/lib/platform/operation/rows";
import { newId } from "@/lib/values/id";
import { nameKey } from "@/lib/values/person-name";
import { sql } from "@/lib/values/sql";
import { type FoundClient, findClientsByKey, findImportedKeys } from "./queries";

const AT_ONCE = 1000;

/** Writes the plan of a file of past sessions: one row per session, one per row of the file that stays out. */
export async function planSessionRows(tx: Tx, file: ReadableImport): Promise<Partial<PlanSummary>> {
  const missing = newNames(await loadNames(tx));
  const summary = { rows: 0, notReportable: 0, warnings: 0 };
  for await (const plan of readPlan(tx, file)) {
    for (const { centerName, practitionerName, fundingSource } of plan.sessions) {
      missing.note("center", centerName);
      missing.note("practitioner", practitionerName);
      missing.note("funding-source", fundingSource);
    }
    const planned = await planSessions(tx, plan);
    await insertRows(tx, file.operationId, [...planned, ...rowsWithoutSession(plan)]);
    summary.rows += plan.rows.length;
    summary.notReportable += countWith(planned, (code) => code === "pre_client_not_reportable");
    const warned = plan.rows.filter((row) => row.problems.some(({ code }) => PROBLEM_SEVERITY[code] === "warning"));
    summary.warnings += warned.length;
  }
  await insertRows(tx, file.operationId, missing.rows());
  return summary;
}

const countWith = (planned: readonly NewRow[], wanted: (code: string) => boolean) =>
  planned.filter(({ reasons }) => reasons?.some(({ code }) => wanted(code))).length;

async function planSessions(tx: Tx, { sessions, rows }: SessionPlan): Promise<NewRow[]> {
  const problems = new Map(rows.map((row) => [row.row, row.problems]));
  const clients = await findClientsByKey(tx, sessions);
  const known = await findImportedKeys(
    tx,
    sessions.map(({ rowKey }) => rowKey),
  );
  return sessions.map((session) =>
    planRow(session, {
      client: clients.get(session.clientKey) ?? null,
      known: known.has(session.rowKey),
      problems: problems.get(session.row) ?? [],
    }),
  );
}

/** The plan in pieces, so that the heap never holds the whole of it. */
async function* readPlan(tx: Tx, file: ReadableImport): AsyncGenerator<SessionPlan> {
  const { timeZone: zone } = await findSettingIn(tx, "organization");
  const centers = await rows<{ name: string; zone: string }>(
    sql`select name::text, time_zone as zone from centers`,
    tx,
  );
  const centerZones = Object.fromEntries(centers.map((center) => [nameKey(center.name), center.zone]));
  const planner = sessionPlanner({ ...readerOf(file), zone, centerZones });
  let waiting = 0;
  for await (const batch of readRows(file.open, file.shape)) {
    for (const row of batch) {
      planner.add(row);
      if (++waiting < AT_ONCE) continue;
      yield planner.take();
      waiting = 0;
    }
  }
  yield planner.take();
}

type Context = { client: FoundClient | "ambiguous" | null; known: boolean; problems: readonly RowProblem[] };

function planRow(session: PlannedSession, { client, known, problems }: Context): NewRow {
  const at = { row: session.row, column: null };
  const params = { client: session.clientNumber ?? session.clientName ?? "" };
  const position = session.row;
  if (client === null || client === "ambiguous") {
    const code = client === null ? "client_not_found" : "client_ambiguous";
    return { position, outcome: "refused", reasons: [...problems, { ...at, code, params }] };
  }
  const silenced =
    client.kind === "PRE_CLIENT" && session.reportable === true
      ? [{ ...at, code: "pre_client_not_reportable", params: {} }]
      : [];
  const { kind: _, ...named } = client;
  const source: SessionSource = { type: "session", session, client: named };
  if (known) {
    const reasons = [...problems, { ...at, code: "already_here", params }];
    return { position, outcome: "unchanged", reasons, source };
  }
  return {
    position,
    outcome: "create",
    reasons: [...problems, ...silenced],
    source,
    subject: { kind: "session", id: newId() },
  };
}

function rowsWithoutSession(plan: SessionPlan): NewRow[] {
  return plan.rows
    .filter(({ outcome }) => outcome !== "create_session")
    .map(({ row, outcome, problems }) => ({
      position: row,
      outcome: outcome === "error" ? "refused" : "unchanged",
      reasons: problems,
    }));
}
