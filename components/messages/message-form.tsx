import { useTranslations } from "next-intl";
import { DraftActions } from "@/components/drafts/draft-actions";
import { MentionArea } from "@/components/inbox/mention-area";
import { FieldRow } from "@/components/ui/field-row";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { RadioGroup } from "@/components/ui/radio-group";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { MESSAGE_VISIBILITIES, type MessageChoices } from "@/lib/features/messages/schema";
import { paths } from "@/lib/paths";
import type { ServerAction } from "@/lib/platform/action-state";
import type { SubjectKey } from "@/lib/platform/subject";
import { MessageTaskFields } from "./message-task-fields";

type MessageFormProps = {
  subject: SubjectKey;
  choices: MessageChoices;
  /** New with every showing of the page, so that one filled-in form is one message. */
  idempotencyKey: string;
  /** Whoever writes gets the task unless they say otherwise. */
  self: string;
  values: Record<string, string>;
  action: ServerAction;
};

/** A message on a record, and the task it may ask for. Put it into `FormKeeping`, so that it keeps itself. */
export function MessageForm({ subject, choices, idempotencyKey, self, values, action }: MessageFormProps) {
  const t = useTranslations("messages");
  return (
    <Form action={action} className="group grid max-w-2xl grid-cols-[minmax(0,1fr)] gap-y-1">
      <input type="hidden" name="subjectKind" value={subject.kind} />
      <input type="hidden" name="subjectId" value={subject.id} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <MentionArea>
        <TextArea name="text" label={t("form.text")} rows={6} maxLength={20_000} required />
      </MentionArea>
      <FieldRow>
        <SelectField
          name="actionCodeId"
          label={t("form.actionCode")}
          placeholder={t("form.noActionCode")}
          options={choices.actionCodes.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </FieldRow>
      <RadioGroup
        name="visibility"
        label={t("form.visibility")}
        defaultValue="STAFF"
        options={MESSAGE_VISIBILITIES.map((value) => ({
          value,
          label: t(`visibility.${value}`, values),
          help: t(`form.visibilityHelp.${value}`, values),
        }))}
      />
      <MessageTaskFields assignees={choices.assignees} self={self} />
      <FormActions sticky>
        <SubmitButton>{t("form.submit")}</SubmitButton>
        <DraftActions back={paths.staff.record(subject)} />
      </FormActions>
    </Form>
  );
}
