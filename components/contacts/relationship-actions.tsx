"use client";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { ServerAction } from "@/lib/platform/action-state";
import type { RelationshipMarks } from "./relationship-badges";
import { RelationshipDialog } from "./relationship-dialog";

export type RelationshipServerActions = { edit: ServerAction; makePrimary: ServerAction; unlink: ServerAction };

type RelationshipActionsProps = {
  relationship: RelationshipMarks & { id: string; title: string | null };
  names: { contact: string; client: string };
  mayMakeGuardian: boolean;
  actions: RelationshipServerActions;
};

/** What staff can do with a contact's tie to a client: change it, make it the primary one, end it. */
export function RelationshipActions({ relationship, names, mayMakeGuardian, actions }: RelationshipActionsProps) {
  const t = useTranslations("contacts.relationship");
  const id = <input type="hidden" name="relationshipId" value={relationship.id} />;
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      {!relationship.isPrimary && (
        <Form action={actions.makePrimary} className="contents">
          {id}
          <SubmitButton size="sm" variant="secondary">
            {t("makePrimary")}
          </SubmitButton>
        </Form>
      )}
      <RelationshipDialog
        relationship={relationship}
        names={names}
        mayMakeGuardian={mayMakeGuardian}
        action={actions.edit}
      />
      <ConfirmDialog
        title={t("unlinkTitle", { name: names.contact, client: names.client })}
        trigger={
          <Button size="sm" variant="ghost">
            {t("unlinkButton")}
          </Button>
        }
        action={actions.unlink}
        confirmLabel={t("unlinkButton")}
      >
        {id}
        {t("unlinkBody", { client: names.client })}
      </ConfirmDialog>
    </div>
  );
}
