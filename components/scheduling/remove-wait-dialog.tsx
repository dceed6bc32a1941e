import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { takeOffLineAction } from "@/lib/features/scheduling/waiting/actions";
import type { WaitRow } from "@/lib/features/scheduling/waiting/schema";

/** Takes a client off the waiting list. */
export function RemoveWaitDialog({ wait }: { wait: WaitRow }) {
  const t = useTranslations("waiting-list");
  const name = t("removeNamed", { name: wait.client });
  return (
    <ConfirmDialog
      title={name}
      trigger={
        <Button size="sm" variant="ghost" aria-label={name}>
          {t("remove")}
        </Button>
      }
      action={takeOffLineAction}
      confirmLabel={t("remove")}
    >
      <p>{t("removeBody")}</p>
      <input type="hidden" name="waitId" value={wait.id} />
    </ConfirmDialog>
  );
}
