import "server-only";
import { requireReadable, writeCustomValues } from "@/lib/features/custom-fields/commands";
import { findCustomFields } from "@/lib/features/custom-fields/queries";
import { blankCustom } from "@/lib/features/custom-fields/rules";
import { dropDraft } from "@/lib/features/drafts/commands";
import { draftKeys } from "@/lib/features/drafts/schema";
import type { Actor } from "@/lib/platform/access/actor";
import { requireCenter } from "@/lib/platform/access/centers-seen";
import { refuseChangedMeanwhile } from "@/lib/platform/changed-meanwhile";
import { now } from "@/lib/platform/clock";
import { dateColumn } from "@/lib/platform/db/columns";
import { inTransaction, type Tx } from "@/lib/platform/db/db";
import { changesBetween } from "@/lib/platform/history/kind";
import { record } from "@/lib/platform/history/record";
import { refuse } from "@/lib/platform/refusal";
import { newId } from "@/lib/values/id";
import { keptPhone } from "@/lib/values/phone";
import { moveToStage } from "./moves/commands";
import { findProspect } from "./record/queries";
import { prospectFormValues, shownProspect } from "./record/rules";
import type { ProspectRecord } from "./record/schema";
import { reachOf } from "./rules";
import type { AddProspectInput, CreateProspectInput, EditProspectInput } from "./schema";
import { findFirstStage } from "./stages/queries";

/** A prospect with nothing but a name and a way to reach them; who adds it owns it. Answers its id. */
export async function addProspect(actor: Actor, { name, reach, centerId = null }: AddProspectInput): Promise<string> {
  const reached = reach ? reachOf(reach) : null;
  if (reach && !reached) refuse("reach", "prospects.refusals.reach", { field: "reach" });
  const ownerId = actor.kind === "account" ? actor.accountId : null;
  return inTransaction(async (tx) => {
    const stageId = await findFirstStage(tx);
    return writeProspect(tx, actor, { ...BLANK, name, ...reached, centerId, ownerId, stageId });
  });
}

/** Adds a prospect with everything its form asks for. Answers its id. */
export async function createProspect(actor: Actor, input: CreateProspectInput): Promise<string> {
  return inTransaction(async (tx) => {
    const id = await writeProspect(tx, actor, input);
    await dropDraft(tx, actor, draftKeys.newProspect);
    return id;
  });
}

const BLANK = {
  department: null,
  source: null,
  notes: null,
  email: null,
  phone: null,
  nextStep: null,
  nextStepOn: null,
  language: "en",
} as const;

type New = Omit<CreateProspectInput, "language"> & { language: string; inquiryKey?: string };

/** Writes a new prospect and its history entry in the given transaction. Answers its id. */
export async function writeProspect(tx: Tx, actor: Actor, { nextStepOn, custom, ...fields }: New): Promise<string> {
  await checkChoices(tx, actor, fields);
  const own = custom ? requireReadable(blankCustom(await findCustomFields("prospect", tx)), custom) : [];
  const id = newId();
  const at = now();
  await tx.prospect.create({
    data: {
      ...fields,
      id,
      phone: keptPhone(fields.phone),
      nextStepOn: columnOf(nextStepOn),
      stagedAt: at,
      createdAt: at,
    },
    select: { id: true },
  });
  await writeCustomValues(tx, "prospect", { recordId: id, fields: own });
  const subject = { kind: "prospect", id };
  await record(tx, actor, { kind: "prospect.created", subject, data: { name: fields.name, source: fields.source } });
  return id;
}

/** Changes a prospect's details. Refused when somebody else saved in between: `version` names what was seen. */
export async function editProspect(actor: Actor, input: EditProspectInput): Promise<void> {
  await inTransaction(async (tx) => {
    await writeProspectEdit(tx, actor, input);
    await dropDraft(tx, actor, draftKeys.editProspect(input.prospectId));
  });
}

/**
 * The same in a transaction that does more; what the person has typed elsewhere stays.
 * @param restores the history entry whose old value this puts back.
 */
export async function writeProspectEdit(
  tx: Tx,
  actor: Actor,
  { prospectId, version, stageId, nextStepOn, custom, ...fields }: EditProspectInput,
  { restores }: { restores?: string } = {},
): Promise<void> {
  const before = await findProspect(actor, prospectId, tx);
  if (!before) refuse("not_found", "refusals.notFound");
  if (before.version !== version) await changedMeanwhile(tx, before);
  await checkChoices(tx, actor, { ...fields, stageId, known: before });
  const own = requireReadable(before.custom, custom);
  const { count } = await tx.prospect.updateMany({
    where: { id: prospectId, version, deletedAt: null },
    data: {
      ...fields,
      phone: keptPhone(fields.phone),
      nextStepOn: columnOf(nextStepOn),
      version: { increment: 1 },
    },
  });
  if (count === 0) await changedMeanwhile(tx, await findProspect(actor, prospectId, tx));
  await writeCustomValues(tx, "prospect", { recordId: prospectId, fields: own });
  const after = await findProspect(actor, prospectId, tx);
  const changes = after && changesBetween(shownProspect(before), shownProspect(after));
  const subject = { kind: "prospect", id: prospectId };
  if (changes) {
    const data = { name: fields.name, changes, ...(restores ? { restores } : {}) };
    await record(tx, actor, { kind: "prospect.edited", subject, data });
  }
  if (stageId !== before.stage.id)
    await moveToStage(tx, actor, { prospect: { ...before, name: fields.name }, stageId });
}

/** Somebody was faster: nothing is overwritten, and both versions are shown. */
async function changedMeanwhile(tx: Tx, prospect: ProspectRecord | null): Promise<never> {
  if (!prospect) refuse("not_found", "refusals.notFound");
  const { id, version } = prospect;
  return refuseChangedMeanwhile(tx, { kind: "prospect", id }, { version, values: prospectFormValues(prospect) });
}

const columnOf = (day: string | null) => (day === null ? null : dateColumn(day));

type Chosen = {
  stageId: string;
  ownerId: string | null;
  centerId: string | null;
  known?: { stage: { id: string }; owner: { id: string } | null; center: { id: string } | null };
};

/** What a form names must be there to choose; what stood there already may stay. */
async function checkChoices(tx: Tx, actor: Actor, { stageId, ownerId, centerId, known }: Chosen): Promise<void> {
  const select = { id: true } as const;
  if (
    stageId !== known?.stage.id &&
    !(await tx.prospectStage.findFirst({ where: { id: stageId, archivedAt: null }, select }))
  )
    refuse("unknown_stage", "validation.id", { field: "stageId" });
  const isNewOwner = ownerId !== null && ownerId !== known?.owner?.id;
  if (isNewOwner && !(await tx.account.findFirst({ where: { id: ownerId, status: "ACTIVE" }, select })))
    refuse("unknown_owner", "validation.id", { field: "ownerId" });
  if (!known || centerId !== (known.center?.id ?? null)) requireCenter(actor, "prospects", centerId);
  const isNewCenter = centerId !== null && centerId !== known?.center?.id;
  if (isNewCenter && !(await tx.center.findFirst({ where: { id: centerId, archivedAt: null }, select })))
    refuse("unknown_center", "validation.id", { field: "centerId" });
}
