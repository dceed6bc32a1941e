"use client";
import { Pin } from "lucide-react";
import { useTranslations } from "next-intl";
import { MentionArea } from "@/components/inbox/mention-area";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import type { ServerAction } from "@/lib/platform/action-state";

type PinDialogProps = { subject: { kind: string; id: string }; action: ServerAction };

/** Writes a note that stays in sight on top of a record. */
export function PinDialog({ subject, action }: PinDialogProps) {
  const t = useTranslations("pins");
  const trigger = (
    <Button size="sm" variant="ghost" icon={<Pin aria-hidden />}>
      {t("pin")}
    </Button>
  );
  return (
    <Dialog title={t("pin")} trigger={trigger}>
      {(close) => (
        <Form action={action} onDone={close}>
          <input type="hidden" name="subjectKind" value={subject.kind} />
          <input type="hidden" name="subjectId" value={subject.id} />
          <MentionArea>
            <TextArea name="text" label={t("text")} help={t("help")} rows={4} maxLength={2_000} required />
          </MentionArea>
          <FormActions>
            <SubmitButton>{t("pin")}</SubmitButton>
            <Button onPress={close}>{t("cancel")}</Button>
          </FormActions>
        </Form>
      )}
    </Dialog>
  );
}
