import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { holdSessionAction, savePartsAction } from "@/lib/features/scheduling/sessions/actions";
import type { SessionRecord } from "@/lib/features/scheduling/sessions/record/schema";
import type { SessionChoices } from "@/lib/features/scheduling/sessions/schema";
import { SessionPartFields } from "./session-part-fields";

type SessionPartsCardProps = {
  session: SessionRecord;
  funding: SessionChoices["fundingSources"];
  /** Whether it is over and waits to be marked as held. */
  closing: boolean;
  values: Record<string, string>;
};

/** Who took part and how long; with it a session is marked as held, or what was noted is corrected. */
export function SessionPartsCard({ session, funding, closing, values }: SessionPartsCardProps) {
  const t = useTranslations("sessions");
  const options = funding.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Card title={t("attendance")} padded={false}>
      <Form action={closing ? holdSessionAction : savePartsAction} className="grid grid-cols-[minmax(0,1fr)]">
        <input type="hidden" name="sessionId" value={session.id} />
        {session.parts.map((part) => (
          <SessionPartFields key={part.id} part={part} funding={options} closing={closing} values={values} />
        ))}
        {session.unseen > 0 && (
          <p className="border-border border-t px-4 py-3 text-muted">
            {t("unseen", { ...values, count: session.unseen })}
          </p>
        )}
        <div className="border-border border-t p-4">
          {closing && <TextArea name="note" label={t("noteNow")} help={t("noteNowHelp", values)} rows={4} />}
          <FormActions>
            <SubmitButton variant={closing ? "primary" : "secondary"}>{t(closing ? "hold" : "saveParts")}</SubmitButton>
          </FormActions>
        </div>
      </Form>
    </Card>
  );
}
