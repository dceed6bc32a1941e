import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { SubmitButton } from "@/components/ui/submit-button";
import { recordPage } from "@/lib/features/recycling/copy";
import { deletionBlocks } from "@/lib/features/recycling/rules";
import type { Deletable } from "@/lib/features/recycling/schema";
import type { ServerAction } from "@/lib/platform/action-state";
import { DeletionBlocks } from "./deletion-blocks";

type DeleteRecordCardProps = { record: Deletable; action: ServerAction };

/** Asks before a record goes to the recycle bin, or says what keeps it. */
export function DeleteRecordCard({ record, action }: DeleteRecordCardProps) {
  const t = useTranslations("recycling");
  const { kind, id, name, detail } = record;
  const isBlocked = deletionBlocks(record).length > 0;
  return (
    <>
      <PageHeader
        title={t(isBlocked ? "blockedTitle" : "deleteTitle", { name })}
        facts={detail ? [detail] : undefined}
        back={{ href: recordPage(kind, id), label: name }}
      />
      {isBlocked ? (
        <DeletionBlocks record={record} />
      ) : (
        <Card>
          <Form action={action}>
            <input type="hidden" name="kind" value={kind} />
            <input type="hidden" name="recordId" value={id} />
            <p>{t("confirmBody", { name })}</p>
            {kind === "contact" && <p className="mt-2">{t("confirmContact", { name })}</p>}
            <FormActions>
              <SubmitButton variant="danger">{t("submit", { name })}</SubmitButton>
              <LinkButton href={recordPage(kind, id)} variant="ghost">
                {t("cancel")}
              </LinkButton>
            </FormActions>
          </Form>
        </Card>
      )}
    </>
  );
}
