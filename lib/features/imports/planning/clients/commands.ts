import "server-only";
import { findWorkflowStatuses } from "@/lib/features/clients/workflows/queries";
import type { WorkflowStatus } from "@/lib/features/clients/workflows/schema";
import { clientPlanner } from "@/lib/features/imports/clients/rules";
import type { ClientPlan, PlannedClient } from "@/lib/features/imports/clients/schema";
import { loadNames } from "@/lib/features/imports/matching/names/queries";
import { findExistingClients } from "@/lib/features/imports/matching/queries";
import { additionsTo, addsNothing, mayBeSame } from "@/lib/features/imports/matching/rules";
import type { ExistingClient, ImportChoices, NameLookup } from "@/lib/features/imports/matching/schema";
import { stageLines } from "@/lib/features/imports/planning/clients/lines/commands";
import {
  countSharedEmails,
  readStagedLines,
  type StagedLine,
} from "@/lib/features/imports/planning/clients/lines/queries";
import { unpacker } from "@/lib/features/imports/planning/clients/lines/rules";
import { mandatoryProblems } from "@/lib/features/imports/planning/clients/mandatory/rules";
import { statusProblems } from "@/lib/features/imports/planning/clients/statuses/rules";
import { newNames } from "@/lib/features/imports/planning/names/rules";
import { type ReadableImport, readerOf } from "@/lib/features/imports/planning/queries";
import type { ClientSource, MatchProblem } from "@/lib/features/imports/planning/schema";
import { countClients } from "@/lib/features/imports/rules";
import { PROBLEM_SEVERITY, type RowProblem } from "@/lib/features/imports/schema";
import { type PlanSummary, planSummary } from "@/lib/features/imports/uploads/schema";
import { findSettingIn } from "@/lib/features/settings/queries";
import type { Tx } from "@/lib/platform/db/db";
import type { RowReason } from "@/lib/platform/operation/handler";
import { insertRows, type NewRow } from "@/lib/platform/operation/rows";
import { newId } from "@/lib/values/id";

/** Writes the plan of a file of clients: one row per client, one per row of the file that stays out. */
export async function planClientRows(
  tx: Tx,
  file: ReadableImport,
  choices: ImportChoices,
): Promise<Partial<PlanSummary>> {
  const staged = await stageLines(tx, file);
  const names = await loadNames(tx);
  const missing = newNames(names);
  const demands = { ...readerOf(file), customFields: file.own.client, ...(await findSettingIn(tx, "clientFields")) };
  const statuses = await findWorkflowStatuses(tx);
  const statusOf = ({ statusName, standing }: PlannedClient) => {
    const own = names.status(statusName, standing) ?? choices.statusId ?? names.status(null, "ACTIVE");
    return (own && statuses.get(own)) || null;
  };
  const summary = { ...planSummary.parse({}), ...staged };
  for await (const lines of readStagedLines(tx)) {
    const plan = planLines(file, lines);
    for (const { centerName, practitionerName } of plan.clients) {
      missing.note("center", centerName);
      missing.note("practitioner", practitionerName);
    }
    const existing = await findExistingClients(tx, plan.clients);
    const problems = problemsByClient(plan);
    const rows = plan.clients.map((client) => {
      const match = existing.get(client.key) ?? null;
      const status = match ? null : statusOf(client);
      return planRow(client, match, { problems: problems.get(client.key) ?? [], names, choices, demands, status });
    });
    await insertRows(tx, file.operationId, rows);
    addToSummary(summary, plan);
  }
  await insertRows(tx, file.operationId, missing.rows());
  return { ...summary, sharedEmails: await countSharedEmails(tx) };
}

function planLines(file: ReadableImport, lines: readonly StagedLine[]): ClientPlan {
  const planner = clientPlanner(readerOf(file));
  const counts = new Map<string, number>();
  const unpack = unpacker(file);
  for (const { email, contacts, ...line } of lines) {
    planner.add(unpack(line));
    if (email !== null) counts.set(email, contacts ?? 1);
  }
  return planner.finish(counts);
}

type Context = {
  problems: readonly RowProblem[];
  names: NameLookup;
  choices: ImportChoices;
  demands: Parameters<typeof mandatoryProblems>[1];
  /** What a new client will have. */
  status: WorkflowStatus | null;
};

function planRow(client: PlannedClient, match: ExistingClient | null, context: Context): NewRow {
  const { problems, names, choices, demands, status } = context;
  const source: ClientSource = { type: "client", client };
  const base = { position: client.row, source };
  const about = { number: match?.number ?? client.number ?? "", name: match?.name ?? "" };
  const reason = (code: MatchProblem, counts: Record<string, number> = {}): RowReason[] => [
    ...problems,
    { row: client.row, column: null, code, params: { ...about, ...counts } },
  ];
  if (!match) {
    const placeless = !client.centerName && !choices.centerId;
    if (placeless) return { ...base, outcome: "refused", reasons: reason("center_missing") };
    const { setsAny } = choices;
    const lacking = [...mandatoryProblems(client, demands), ...statusProblems(client, { ...demands, status, setsAny })];
    if (lacking.length > 0) return { ...base, outcome: "refused", reasons: [...problems, ...lacking] };
    return { ...base, outcome: "create", reasons: problems, subject: { kind: "client", id: newId() } };
  }
  const subject = { kind: "client", id: match.id };
  if (match.deleted) return { ...base, subject, outcome: "refused", reasons: reason("client_deleted") };
  if (!mayBeSame(client, match)) return { ...base, subject, outcome: "refused", reasons: reason("number_taken") };
  const practitionerId = names.find("practitioner", client.practitionerName)?.id ?? null;
  const additions = additionsTo(match, client, { practitionerId });
  // A practitioner who is yet to be made counts as an addition.
  const newcomer = client.practitionerName && !practitionerId && !match.practitionerId;
  if (addsNothing(additions) && !newcomer)
    return { ...base, subject, outcome: "unchanged", reasons: reason("already_here") };
  const counts = {
    facts:
      Object.keys(additions.facts).length +
      Object.keys(additions.custom).length +
      additions.contacts.length +
      additions.titles.length,
    contacts: additions.newContacts.length,
  };
  return { ...base, subject, outcome: "update", reasons: reason("client_filled", counts) };
}

function problemsByClient(plan: ClientPlan): Map<string, RowProblem[]> {
  const problems = new Map<string, RowProblem[]>();
  for (const row of plan.rows) {
    if (!row.clientKey || row.problems.length === 0) continue;
    problems.set(row.clientKey, [...(problems.get(row.clientKey) ?? []), ...row.problems]);
  }
  return problems;
}

const NUMERIC = /^@?\d{1,15}$/;

function addToSummary(summary: PlanSummary, plan: ClientPlan) {
  const { contacts, preClients, inactive, contactsWithoutEmail } = countClients(plan);
  summary.contacts += contacts;
  summary.preClients += preClients;
  summary.inactive += inactive;
  summary.contactsWithoutEmail += contactsWithoutEmail;
  const warned = plan.rows.filter(({ problems }) => problems.some(({ code }) => PROBLEM_SEVERITY[code] === "warning"));
  summary.warnings += warned.length;
  for (const { number } of plan.clients) {
    if (number && NUMERIC.test(number))
      summary.highestNumber = Math.max(summary.highestNumber, Number(number.replace("@", "")));
  }
}
