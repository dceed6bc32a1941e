"use client";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { cancelRegistrationAction, promoteRegistrationAction } from "@/lib/features/training/registrations/actions";
import type { RosterRow } from "@/lib/features/training/registrations/schema";
import { GiveUpDialog } from "./give-up-dialog";

/** Gives a waiting person a seat, or takes a place back. */
export function RosterRowActions({ row }: { row: RosterRow }) {
  const t = useTranslations("training.staff");
  return (
    <div className="flex flex-wrap justify-end gap-2 print:hidden">
      {row.status === "WAITING" && (
        <Form action={promoteRegistrationAction} className="contents">
          <input type="hidden" name="registrationId" value={row.id} />
          <SubmitButton size="sm" variant="secondary">
            {t("promote")}
          </SubmitButton>
        </Form>
      )}
      <GiveUpDialog
        title={t("cancelPlaceTitle", { name: row.name })}
        trigger={
          <Button size="sm" variant="ghost">
            {t("cancelPlace")}
          </Button>
        }
        action={cancelRegistrationAction}
        confirmLabel={t("cancelPlaceOf", { name: row.name })}
        keepLabel={t("keepPlace")}
      >
        <input type="hidden" name="registrationId" value={row.id} />
        {t("cancelPlaceBody")}
      </GiveUpDialog>
    </div>
  );
}
