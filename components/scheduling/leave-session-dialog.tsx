import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { ServerAction } from "@/lib/platform/action-state";

type LeaveSessionDialogProps = {
  client: { id: string; name: string };
  sessionId: string;
  values: Record<string, string>;
  action: ServerAction;
};

/** Asks before a client is taken off a session. */
export function LeaveSessionDialog({ client, sessionId, values, action }: LeaveSessionDialogProps) {
  const t = useTranslations("sessions");
  return (
    <ConfirmDialog
      title={t("leaveTitle", { ...values, name: client.name })}
      trigger={
        <Button size="sm" variant="ghost">
          {t("leave")}
        </Button>
      }
      action={action}
      confirmLabel={t("leave")}
    >
      {t("leaveBody", { name: client.name })}
      <input type="hidden" name="sessionId" value={sessionId} />
      <input type="hidden" name="clientId" value={client.id} />
    </ConfirmDialog>
  );
}
