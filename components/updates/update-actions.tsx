import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { UndoOperationDialog } from "@/components/operations/undo-operation-dialog";
import { Form } from "@/components/ui/form";
import { LinkButton } from "@/components/ui/link-button";
import { LockedNote } from "@/components/ui/locked-note";
import { SubmitButton } from "@/components/ui/submit-button";
import type { UpdatePageView } from "@/lib/features/updates/results/queries";
import { paths } from "@/lib/paths";
import type { UpdateServerActions } from "./update-record";

/** What can be done with an update now: apply it, take the sheet, try the refused again, take it back. */
export function UpdateActions({ found, actions }: { found: UpdatePageView; actions: UpdateServerActions }) {
  const t = useTranslations("updates");
  const { operation, view, undoUntil } = found;
  const { id, status, progress } = operation;
  const settled = status === "APPLIED" || status === "UNDONE";
  const undoable = undoUntil !== null && (status === "APPLIED" ? progress.done > 0 : progress.left > 0);
  const named = <input type="hidden" name="operationId" value={id} />;
  if (status === "PLANNED") {
    return (
      <>
        <LinkButton href={view.choose} variant="ghost">
          {t("change")}
        </LinkButton>
        {view.mayApply && progress.update > 0 && (
          <Form action={actions.apply} className="contents">
            {named}
            <SubmitButton>{t("apply", { count: progress.update })}</SubmitButton>
          </Form>
        )}
      </>
    );
  }
  if (!settled) return null;
  return (
    <>
      {view.mayReport ? (
        <LinkButton href={paths.api.updateResults(id)} download icon={<Download aria-hidden />}>
          {t("sheet")}
        </LinkButton>
      ) : (
        <LockedNote>{t("sheetRefused")}</LockedNote>
      )}
      {view.mayApply && progress.refused > 0 && (
        <Form action={actions.retry} className="contents">
          {named}
          <SubmitButton variant="secondary">{t("retry")}</SubmitButton>
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
