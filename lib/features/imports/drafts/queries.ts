import "server-only";
import { dateQuestions } from "@/lib/features/imports/cells/dates/rules";
import { autoMap } from "@/lib/features/imports/columns/rules";
import { findOwnFields } from "@/lib/features/imports/custom/queries";
import { customImportFields } from "@/lib/features/imports/custom/rules";
import type { OwnRecord } from "@/lib/features/imports/custom/schema";
import type { ImportDraft } from "@/lib/features/imports/drafts/schema";
import { importChoices } from "@/lib/features/imports/matching/schema";
import type { ImportField, ImportKind } from "@/lib/features/imports/schema";
import { importsVisibleTo } from "@/lib/features/imports/scope";
import { findImportFile } from "@/lib/features/imports/uploads/queries";
import type { ImportFile } from "@/lib/features/imports/uploads/schema";
import type { Actor } from "@/lib/platform/access/actor";
import { db } from "@/lib/platform/db/db";

/**
 * An import whose columns are still being chosen; null for a stranger's or unknown one.
 * @param kind what the person says the file holds, where that is not what was guessed.
 */
export async function findImportDraft(
  actor: Actor,
  operationId: string,
  { kind }: { kind?: ImportKind } = {},
): Promise<ImportDraft | null> {
  const operation = await db.operation.findFirst({
    where: { AND: [{ id: operationId }, importsVisibleTo(actor)] },
    select: { input: true },
  });
  const file = operation && (await findImportFile(operationId));
  if (!file) return null;
  const choices = importChoices.parse(operation.input);
  const custom = customImportFields(await findOwnFields());
  return { ...draftOf(file, kind ?? file.kind, { custom }), choices, ...(await defaults()) };
}

function draftOf(
  file: ImportFile,
  kind: ImportKind,
  { custom }: { custom: readonly ImportField[] },
): Omit<ImportDraft, "choices" | "centers" | "statuses"> {
  const { inspection, fileName, operationId, answers } = file;
  const { columns, shape, rowCount, problems, problemCount } = inspection;
  const mapping = kind === file.kind ? file.mapping : autoMap(kind, columns, { custom });
  // Also of columns that are not chosen yet: the form must work without scripts.
  const questions = dateQuestions(columns, [...columns.keys()]);
  return {
    operationId,
    fileName,
    kind,
    custom: { client: choicesOf(custom, "client"), contact: choicesOf(custom, "contact") },
    rowCount,
    problems,
    problemCount,
    encoding: shape?.encoding ?? "",
    delimiter: shape?.delimiter ?? "",
    columns: columns.map(({ header, filled, samples }, index) => ({
      index,
      header,
      filled,
      samples: samples.slice(0, 3),
      field: mapping[index] ?? null,
    })),
    questions: questions.map((question) => ({ ...question, answer: answers.dateOrders[question.column] ?? null })),
  };
}

async function defaults(): Promise<Pick<ImportDraft, "centers" | "statuses">> {
  const [centers, statuses] = await Promise.all([
    db.center.findMany({ where: { archivedAt: null }, orderBy: { name: "asc" }, select: { id: true, name: true } }),
    db.clientStatus.findMany({
      where: { archivedAt: null },
      orderBy: { position: "asc" },
      select: { id: true, name: true },
    }),
  ]);
  const option = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name });
  return { centers: centers.map(option), statuses: statuses.map(option) };
}

function choicesOf(fields: readonly ImportField[], record: OwnRecord) {
  return fields.filter(({ own }) => own === record).map(({ key, label = "" }) => ({ value: key, label }));
}
