import "server-only";
import { dateQuestions } from "@/lib/features/imports/cells/dates/rules";
import { checkMapping, dateColumns, fitMapping } from "@/lib/features/imports/columns/rules";
import { findOwnFields } from "@/lib/features/imports/custom/queries";
import { customImportFields } from "@/lib/features/imports/custom/rules";
import type { ApplyImportInput, OperationInput, PlanImportInput } from "@/lib/features/imports/drafts/schema";
import { headerHash } from "@/lib/features/imports/keys/rules";
import {
  type ColumnMapping,
  columnMapping,
  type ImportAnswers,
  type ImportField,
  isError,
} from "@/lib/features/imports/schema";
import { importsVisibleTo } from "@/lib/features/imports/scope";
import { findImportFile } from "@/lib/features/imports/uploads/queries";
import type { ImportFile } from "@/lib/features/imports/uploads/schema";
import type { Actor } from "@/lib/platform/access/actor";
import { inTransaction, type Tx } from "@/lib/platform/db/db";
import { execute } from "@/lib/platform/db/rows";
import { record } from "@/lib/platform/history/record";
import { beginOperation, moveOperation } from "@/lib/platform/operation/lifecycle";
import { operationProgress } from "@/lib/platform/operation/progress";
import { countOutcomes } from "@/lib/platform/operation/rows";
import { refuse } from "@/lib/platform/refusal";
import { sql } from "@/lib/values/sql";

/**
 * Keeps how the file is to be read and has it planned in the background. The mapping is remembered for the next file
 * with these headers.
 * @throws {RefusalError} not_found, field_used_twice, column_missing, date_order_needed, center_needed, operation_moved
 */
export async function planImport(actor: Actor, input: PlanImportInput): Promise<void> {
  const { operationId, kind } = input;
  await inTransaction(async (tx) => {
    const file = await findReadableImport(tx, actor, operationId);
    const custom = customImportFields(await findOwnFields(tx));
    const mapping = chosenMapping(file, input, { custom });
    const answers = chosenAnswers(file, mapping, { input, custom });
    const choices = {
      centerId: input.centerId || null,
      statusId: input.statusId || null,
      setsAny: actor.can("settings.edit"),
    };
    if (kind === "clients" && !choices.centerId && !mapping.includes("client.center")) {
      refuse("center_needed", "imports.refusals.centerNeeded", { field: "centerId" });
    }
    await tx.operation.update({ where: { id: operationId }, data: { input: choices }, select: { id: true } });
    await tx.importFile.update({ where: { operationId }, data: { kind, mapping, answers }, select: { id: true } });
    const key = { kind, headerHash: headerHash(file.inspection.columns.map(({ header }) => header)) };
    await tx.importMapping.upsert({
      where: { kind_headerHash: key },
      create: { ...key, mapping },
      update: { mapping },
      select: { kind: true },
    });
    await moveOperation(tx, operationId, { from: ["DRAFT", "PLANNED", "FAILED"], to: "PLANNING" });
    await record(tx, actor, {
      kind: "import.planned",
      subject: { kind: "operation", id: operationId },
      operationId,
      data: { fileName: file.fileName, importKind: kind },
    });
  });
}

async function findReadableImport(tx: Tx, actor: Actor, operationId: string): Promise<ImportFile> {
  const visible = await tx.operation.count({ where: { AND: [{ id: operationId }, importsVisibleTo(actor)] } });
  const file = visible > 0 ? await findImportFile(operationId, tx) : null;
  if (!file?.fileId) refuse("not_found", "refusals.notFound");
  return file;
}

type Own = { custom: readonly ImportField[] };

function chosenMapping(
  { inspection: { columns } }: ImportFile,
  { kind, mapping }: PlanImportInput,
  { custom }: Own,
): ColumnMapping {
  const chosen = columns.map((_, index) => mapping[index] ?? null);
  const twice = chosen.findIndex((key, index) => key !== null && chosen.indexOf(key) !== index);
  if (!columnMapping.safeParse(chosen).success) {
    refuse("field_used_twice", "imports.refusals.fieldUsedTwice", { field: `mapping.${Math.max(twice, 0)}` });
  }
  const headers = columns.map(({ header }) => header);
  const fitted = fitMapping(kind, chosen, { columns: columns.length, custom });
  if (checkMapping(kind, headers, fitted).some(isError)) {
    refuse("column_missing", `imports.refusals.columnMissing.${kind}`);
  }
  return fitted;
}

function chosenAnswers(
  file: ImportFile,
  mapping: ColumnMapping,
  { input, custom }: Own & { input: PlanImportInput },
): ImportAnswers {
  const { columns } = file.inspection;
  const orders = Object.entries(input.dateOrders).flatMap(([column, order]) =>
    order ? [[column, order] as const] : [],
  );
  const answers: ImportAnswers = { dateOrders: Object.fromEntries(orders) };
  const open = dateQuestions(columns, dateColumns(input.kind, mapping, { custom })).find(
    ({ column }) => !answers.dateOrders[column],
  );
  if (open) {
    const values = { column: open.header, example: open.examples[0] ?? "" };
    refuse("date_order_needed", "imports.refusals.dateOrderNeeded", { field: `dateOrders.${open.column}`, values });
  }
  return answers;
}

/**
 * Has the plan applied in the background. Names of centers, practitioners and funding sources that are not ticked are
 * not made: clients go to the default center, and the others stay blank.
 * @throws {RefusalError} not_found, operation_moved
 */
export async function applyImport(actor: Actor, { operationId, create }: ApplyImportInput): Promise<void> {
  await inTransaction(async (tx) => {
    await findReadableImport(tx, actor, operationId);
    await moveOperation(tx, operationId, { from: ["PLANNED"], to: "APPLYING" });
    await execute(
      sql`update operation_rows set outcome = 'unchanged', reasons = '[{"code": "left_out"}]'
        where operation_id = ${operationId}::uuid and position <= 0 and outcome = 'create' and id <> all(${Object.values(create).flat()}::uuid[])`,
      tx,
    );
    const progress = operationProgress.parse(await countOutcomes(tx, operationId));
    await tx.operation.update({ where: { id: operationId }, data: { progress }, select: { id: true } });
  });
}

/**
 * Takes a planned import back to the choice of its columns.
 * @throws {RefusalError} not_found, operation_moved
 */
export async function changeImportColumns(actor: Actor, { operationId }: OperationInput): Promise<void> {
  await inTransaction(async (tx) => {
    await findReadableImport(tx, actor, operationId);
    await moveOperation(tx, operationId, { from: ["PLANNED", "FAILED"], to: "DRAFT" });
  });
}

/**
 * Plans the same file again as an operation of its own: what came in the last time is found there, and rows that were
 * refused get another chance.
 * @throws {RefusalError} not_found
 */
export async function repeatImport(actor: Actor, { operationId }: OperationInput): Promise<string> {
  return inTransaction(async (tx) => {
    await findReadableImport(tx, actor, operationId);
    const { input, title } = await tx.operation.findUniqueOrThrow({
      where: { id: operationId },
      select: { input: true, title: true },
    });
    const repeated = await beginOperation(tx, actor, { kind: "import", title, input: input as object });
    await execute(
      sql`insert into import_files (operation_id, file_id, file_name, kind, encoding, delimiter, headers, header_hash, row_count,
          mapping, answers, inspection)
        select ${repeated}::uuid, file_id, file_name, kind, encoding, delimiter, headers, header_hash, row_count, mapping, answers,
          inspection from import_files where operation_id = ${operationId}::uuid`,
      tx,
    );
    await moveOperation(tx, repeated, { from: ["DRAFT"], to: "PLANNING" });
    return repeated;
  });
}
