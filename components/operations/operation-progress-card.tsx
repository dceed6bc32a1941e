"use client";
import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { ProgressBar } from "@/components/ui/progress-bar";
import { Spinner } from "@/components/ui/spinner";
import { useProgress } from "@/components/ui/use-progress";
import type { OperationView } from "@/lib/platform/operation/queries";
import { rowsToApply } from "@/lib/platform/operation/rows-to-apply";

type OperationMoment = Pick<OperationView, "status" | "progress">;
type OperationProgressCardProps = { first: OperationMoment; address: string };

const MOVING = new Set(["PLANNING", "APPLYING", "UNDOING"]);
const isMoving = ({ status }: OperationMoment) => MOVING.has(status);

/** What an operation is doing right now. It goes on without this page, and the page finds it again. */
export function OperationProgressCard({ first, address }: OperationProgressCardProps) {
  const t = useTranslations("operations.progress");
  const { status, progress } = useProgress(first, { address, isMoving });
  const all = rowsToApply(progress);
  const undoing = status === "UNDOING";
  const [value, max] = undoing ? [progress.undone + progress.left, progress.done] : [progress.done, all];
  const label = t.has(status) ? t(status) : t("done");
  return (
    <Card>
      {status === "PLANNING" ? (
        <p className="flex items-center gap-2 font-medium">
          <Spinner />
          {label}
        </p>
      ) : (
        <ProgressBar label={label} value={value} max={max} detail={t("count", { done: value, all: max })} />
      )}
      <p className="mt-2 text-muted">{t("leave")}</p>
      <p role="status" className="sr-only">
        {label}
      </p>
    </Card>
  );
}
