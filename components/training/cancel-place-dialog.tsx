"use client";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { cancelOwnRegistrationAction } from "@/lib/features/training/registrations/actions";
import type { RegistrationView } from "@/lib/features/training/registrations/schema";
import { GiveUpDialog } from "./give-up-dialog";

/** Gives a place back, after asking once. */
export function CancelPlaceDialog({ registration }: { registration: RegistrationView }) {
  const t = useTranslations("training");
  const { id, name, isOwn, status } = registration;
  const own = status === "WAITING" ? t("leaveList") : t("cancelPlace");
  const label = isOwn ? own : t("cancelPlaceOf", { name });
  return (
    <GiveUpDialog
      title={t("cancelTitle")}
      trigger={<Button>{label}</Button>}
      action={cancelOwnRegistrationAction}
      confirmLabel={label}
      keepLabel={t("keep")}
    >
      <input type="hidden" name="registrationId" value={id} />
      {t("cancelBody")}
    </GiveUpDialog>
  );
}
