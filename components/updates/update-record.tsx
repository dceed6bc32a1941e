import { useTranslations } from "next-intl";
import { OperationProgressCard } from "@/components/operations/operation-progress-card";
import { OperationStatusChip } from "@/components/operations/operation-status-chip";
import { Banner } from "@/components/ui/banner";
import { Form } from "@/components/ui/form";
import { PageHeader } from "@/components/ui/page-header";
import { Stat } from "@/components/ui/stat";
import { SubmitButton } from "@/components/ui/submit-button";
import type { UpdatePageView } from "@/lib/features/updates/results/queries";
import { paths } from "@/lib/paths";
import type { ServerAction } from "@/lib/platform/action-state";
import { LeftSessionsBanner } from "./left-sessions-banner";
import { UpdateActions } from "./update-actions";
import { UpdateRowsCard } from "./update-rows-card";

export type UpdateServerActions = Record<"apply" | "retry" | "undo" | "goOn", ServerAction<unknown>>;
type UpdateRecordProps = UpdatePageView & { actions: UpdateServerActions };

const MOVING = new Set(["PLANNING", "APPLYING", "UNDOING"]);

/** One bulk update: what it would do, how far it is, or what came of every record, and the way back. */
export function UpdateRecord({ actions, ...found }: UpdateRecordProps) {
  const t = useTranslations("updates");
  const words = useTranslations("operations");
  const { operation, view, facts, values } = found;
  const { id, title, kind, status, progress, problem } = operation;
  const { noun } = view.record;
  return (
    <>
      <PageHeader
        title={title}
        status={<OperationStatusChip status={status} />}
        facts={[words(`kinds.${kind}`), ...facts]}
        back={{ href: view.list, label: t(`back.${noun}`, values) }}
        actions={<UpdateActions found={found} actions={actions} />}
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-y-4">
        {status === "PLANNED" && (
          <Banner tone="info">{progress.update === 0 ? t("nothingToApply") : t("planned")}</Banner>
        )}
        {status === "FAILED" && (
          <Banner
            tone="danger"
            title={words("failed")}
            action={
              <Form action={actions.goOn} className="block">
                <input type="hidden" name="operationId" value={id} />
                <SubmitButton variant="secondary">{words("goOn")}</SubmitButton>
              </Form>
            }
          >
            {words("failedBody", { reference: problem?.split(":").at(-1) ?? "" })}
          </Banner>
        )}
        {MOVING.has(status) && <OperationProgressCard first={{ status, progress }} address={paths.api.operation(id)} />}
        <LeftSessionsBanner operation={operation} view={view} values={values} />
        <div className="grid grid-cols-2 gap-3 sm:grid-cols-3">
          {(["update", "unchanged", "refused"] as const).map((outcome) => (
            <Stat
              key={outcome}
              label={words(`${status === "PLANNED" ? "preview" : "outcome"}.${outcome}`)}
              value={progress[outcome]}
            />
          ))}
        </div>
        <UpdateRowsCard found={found} />
      </div>
    </>
  );
}
