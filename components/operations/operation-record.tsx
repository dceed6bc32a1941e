import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { Form } from "@/components/ui/form";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { Stat } from "@/components/ui/stat";
import { SubmitButton } from "@/components/ui/submit-button";
import { paths } from "@/lib/paths";
import type { ServerAction } from "@/lib/platform/action-state";
import type { OperationRowView, OperationView } from "@/lib/platform/operation/queries";
import type { Page } from "@/lib/platform/page";
import { OperationProgressCard } from "./operation-progress-card";
import { OperationRowsTable } from "./operation-rows-table";
import { OperationStatusChip } from "./operation-status-chip";
import { UndoOperationDialog } from "./undo-operation-dialog";

type OperationRecordProps = {
  operation: OperationView;
  page: Page<OperationRowView>;
  undoUntil: string | null;
  facts: string[];
  actions: { undo: ServerAction<unknown>; retry: ServerAction<unknown>; apply: ServerAction<unknown> };
};

const MOVING = new Set(["PLANNING", "APPLYING", "UNDOING"]);

/** One act that changed many records: its figures, its rows, and the way back. */
export function OperationRecord({ operation, page, undoUntil, facts, actions }: OperationRecordProps) {
  const t = useTranslations("operations");
  const { id, title, status, progress, problem, kind } = operation;
  const address = (cursor: string | null) => cursor && `${paths.staff.admin.operation(id)}?page=${cursor}`;
  const undoable = undoUntil !== null && (status === "APPLIED" ? progress.done > 0 : progress.left > 0);
  const kindName = t.has(`kinds.${kind}`) ? t(`kinds.${kind}`) : kind;
  return (
    <>
      <PageHeader
        title={title}
        status={<OperationStatusChip status={status} />}
        facts={[kindName, ...facts]}
        back={{ href: paths.staff.admin.operations, label: t("title") }}
        actions={
          status === "PLANNED" && kind === "safe-merge" && progress.update > 0 ? (
            <Form action={actions.apply} className="contents">
              <input type="hidden" name="operationId" value={id} />
              <SubmitButton>{t("mergeGroups", { count: progress.update })}</SubmitButton>
            </Form>
          ) : (
            undoable && (
              <UndoOperationDialog
                operationId={id}
                count={progress.done}
                left={status === "UNDONE" ? progress.left : 0}
                until={undoUntil}
                action={actions.undo}
              />
            )
          )
        }
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-y-4">
        {status === "FAILED" && (
          <Banner
            tone="danger"
            title={t("failed")}
            action={
              <Form action={actions.retry} className="block">
                <input type="hidden" name="operationId" value={id} />
                <SubmitButton variant="secondary">{t("goOn")}</SubmitButton>
              </Form>
            }
          >
            {t("failedBody", { reference: problem?.split(":").at(-1) ?? "" })}
          </Banner>
        )}
        {MOVING.has(status) && <OperationProgressCard first={{ status, progress }} address={paths.api.operation(id)} />}
        <div className="grid grid-cols-2 gap-3 lg:grid-cols-4">
          {(["create", "update", "unchanged", "refused"] as const).map((outcome) => (
            <Stat key={outcome} label={t(`outcome.${outcome}`)} value={progress[outcome]} />
          ))}
        </div>
        <Card title={t("rows.title")} padded={false}>
          <OperationRowsTable rows={page.rows} />
          <Pager previousHref={address(page.previous)} nextHref={address(page.next)} />
        </Card>
      </div>
    </>
  );
}
