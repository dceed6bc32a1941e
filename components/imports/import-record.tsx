import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { OperationProgressCard } from "@/components/operations/operation-progress-card";
import { UndoOperationDialog } from "@/components/operations/undo-operation-dialog";
import { Form } from "@/components/ui/form";
import { LinkButton } from "@/components/ui/link-button";
import { LockedNote } from "@/components/ui/locked-note";
import { SubmitButton } from "@/components/ui/submit-button";
import type { ImportRowView, ImportRecord as Record_ } from "@/lib/features/imports/results/schema";
import { paths } from "@/lib/paths";
import type { ServerAction } from "@/lib/platform/action-state";
import { rowsToApply } from "@/lib/platform/operation/rows-to-apply";
import type { Page } from "@/lib/platform/page";
import { ImportApplyForm } from "./import-apply-form";
import { ImportBanner } from "./import-banner";
import { ImportFigures } from "./import-figures";
import { ImportRowsCard } from "./import-rows-card";
import { ImportShell } from "./import-shell";

export type ImportActions = {
  apply: ServerAction<unknown>;
  change: ServerAction<unknown>;
  repeat: ServerAction<unknown>;
  undo: ServerAction<unknown>;
  retry: ServerAction<unknown>;
};

type ImportRecordProps = {
  record: Record_;
  page: Page<ImportRowView>;
  terms: Record<string, string>;
  /** "Until Dec 22, 2026", while it can be undone. */
  undoUntil: string | null;
  facts: string[];
  actions: ImportActions & { mayReport: boolean };
};

/** A file that was planned, is being applied, or was: figures, rows, and what can be done now. */
export function ImportRecord({ record, page, terms, undoUntil, facts, actions }: ImportRecordProps) {
  const t = useTranslations("imports.apply");
  const { operation, kind, fileName, names } = record;
  const { id, status, progress } = operation;
  const moving = status === "APPLYING" || status === "UNDOING" || status === "PLANNING";
  const noun = terms[`${kind}InText`] ?? "";
  const made = names.filter(({ outcome }) => outcome === "create").length;
  return (
    <ImportShell
      fileName={fileName}
      status={status}
      facts={facts}
      actions={<RecordActions record={record} undoUntil={undoUntil} actions={actions} terms={terms} />}
    >
      <ImportBanner operation={operation} noun={noun} retry={actions.retry} />
      {moving && <OperationProgressCard first={{ status, progress }} address={paths.api.operation(id)} />}
      {status !== "PLANNING" && <ImportFigures record={record} terms={terms} />}
      {status === "PLANNED" && kind === "clients" && (
        <p className="mb-4 max-w-prose text-pretty text-muted text-sm">{t("statusRules")}</p>
      )}
      {status === "PLANNED" && (
        <ImportApplyForm
          operationId={id}
          count={Math.max(0, rowsToApply(progress) - made)}
          noun={noun}
          names={names}
          terms={terms}
          apply={actions.apply}
        />
      )}
      {status !== "PLANNING" && <ImportRowsCard record={record} page={page} terms={terms} />}
    </ImportShell>
  );
}

function RecordActions({
  record,
  undoUntil,
  actions,
  terms,
}: Pick<ImportRecordProps, "record" | "undoUntil" | "actions" | "terms">) {
  const t = useTranslations("imports.actions");
  const { id, status, progress } = record.operation;
  const settled = status === "APPLIED" || status === "UNDONE";
  if (!settled && status !== "PLANNED") return null;
  const { mayReport } = actions;
  const undoable = undoUntil !== null && (status === "APPLIED" ? progress.done > 0 : progress.left > 0);
  return (
    <>
      {!mayReport && (settled || progress.refused > 0) && <LockedNote>{t("sheetRefused", terms)}</LockedNote>}
      {mayReport && settled && (
        <LinkButton href={paths.api.importResults(id)} download icon={<Download aria-hidden />}>
          {t("results")}
        </LinkButton>
      )}
      {mayReport && progress.refused > 0 && (
        <LinkButton href={paths.api.importRefused(id)} download icon={<Download aria-hidden />}>
          {t("refused")}
        </LinkButton>
      )}
      {status === "PLANNED" && (
        <Form action={actions.change} className="contents">
          <input type="hidden" name="operationId" value={id} />
          <SubmitButton variant="secondary">{t("change")}</SubmitButton>
        </Form>
      )}
      {settled && progress.refused > 0 && (
        <Form action={actions.repeat} className="contents">
          <input type="hidden" name="operationId" value={id} />
          <SubmitButton variant="secondary">{t("retryRefused")}</SubmitButton>
        </Form>
      )}
      {undoable && (
        <UndoOperationDialog
          operationId={id}
          count={progress.done}
          left={status === "UNDONE" ? progress.left : 0}
          until={undoUntil}
          action={actions.undo}
        />
      )}
    </>
  );
}
