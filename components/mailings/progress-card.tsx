"use client";
import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { Form } from "@/components/ui/form";
import { ProgressBar } from "@/components/ui/progress-bar";
import { Stat } from "@/components/ui/stat";
import { SubmitButton } from "@/components/ui/submit-button";
import { useProgress } from "@/components/ui/use-progress";
import type { MailingControl } from "@/lib/features/mailings/rules";
import type { MailingProgress } from "@/lib/features/mailings/sending/queries";
import type { ServerAction } from "@/lib/platform/action-state";

type ProgressCardProps = {
  mailingId: string;
  first: MailingProgress;
  address: string;
  actions: Record<"stop" | "sendNow" | "resume" | "retry" | "sendUnclear", ServerAction<unknown>>;
};

const SHOWN = ["sent", "waiting", "failed", "unclear", "stopped", "skipped"] as const;
const ALWAYS = new Set<string>(["sent", "waiting", "failed"]);

const isMoving = ({ status, counts }: MailingProgress) =>
  status === "HELD" || status === "SENDING" || (status === "STOPPED" && counts.waiting > 0);

/** How far a mailing is, up to the second, and what can be done about it. */
export function ProgressCard({ mailingId, first, address, actions }: ProgressCardProps) {
  const t = useTranslations("mailings.progress");
  const progress = useProgress(first, { address, isMoving });
  const { status, counts, holdSeconds, controls } = progress;
  const all = counts.sent + counts.waiting + counts.failed + counts.unclear + counts.stopped;
  const done = counts.sent + counts.failed + counts.unclear;
  const label = { DRAFT: "", HELD: "", SENDING: t("sending"), STOPPED: t("stopped"), SENT: t("sent") }[status];
  return (
    <Card>
      {status === "HELD" ? (
        <div className="mb-4">
          <p className="font-semibold text-lg tabular-nums">
            {holdSeconds > 0 ? t("held", { seconds: holdSeconds }) : t("leaving")}
          </p>
          <p className="text-muted">{t("heldBody", { count: all })}</p>
        </div>
      ) : (
        <div className="mb-4">
          <ProgressBar label={label} value={done} max={all} detail={t("done", { done, all })} />
          {status === "STOPPED" && (
            <p className="mt-2 text-muted">{t("stoppedBody", { count: counts.stopped + counts.waiting })}</p>
          )}
        </div>
      )}
      {counts.unclear > 0 && <p className="mb-4 max-w-prose text-muted">{t("unclearBody")}</p>}
      <div className="mb-4 flex flex-wrap gap-2 empty:hidden">
        {controls.map((control) => (
          <Control key={control} control={control} mailingId={mailingId} actions={actions} counts={counts} />
        ))}
      </div>
      <p className="sr-only" aria-live="polite">
        {status === "HELD" ? "" : label}
      </p>
      <div className="grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-6">
        {SHOWN.filter((outcome) => ALWAYS.has(outcome) || counts[outcome] > 0).map((outcome) => (
          <Stat key={outcome} label={t(`outcomes.${outcome}`)} value={counts[outcome]} />
        ))}
      </div>
    </Card>
  );
}

type ControlProps = Pick<ProgressCardProps, "mailingId" | "actions"> & {
  control: MailingControl;
  counts: MailingProgress["counts"];
};

function Control({ control, mailingId, actions, counts }: ControlProps) {
  const t = useTranslations("mailings.progress");
  const look = {
    undo: { action: actions.stop, label: t("undo"), variant: "primary" },
    send_now: { action: actions.sendNow, label: t("sendNow"), variant: "secondary" },
    stop: { action: actions.stop, label: t("stop"), variant: "danger" },
    resume: { action: actions.resume, label: t("resume"), variant: "primary" },
    retry: { action: actions.retry, label: t("retry", { count: counts.failed }), variant: "secondary" },
    send_unclear: {
      action: actions.sendUnclear,
      label: t("sendUnclear", { count: counts.unclear }),
      variant: "secondary",
    },
  } as const;
  const { action, label, variant } = look[control];
  return (
    <Form action={action} className="block">
      <input type="hidden" name="mailingId" value={mailingId} />
      <SubmitButton variant={variant}>{label}</SubmitButton>
    </Form>
  );
}
