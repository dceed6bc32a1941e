import { useTranslations } from "next-intl";
import { Disclosure } from "@/components/ui/disclosure";
import { FieldRow } from "@/components/ui/field-row";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { Bookable, BookingView } from "@/lib/features/scheduling/booking/schema";
import { joinOwnLineAction } from "@/lib/features/scheduling/waiting/actions";

type WaitingJoinFormProps = {
  client: Bookable;
  practitioner: Bookable["practitioners"][number];
  service: BookingView["service"];
  /** Whether there are times to choose from above. */
  hasTimes: boolean;
};

/** For whom none of the free times fits: they are told when one gets free. */
export function WaitingJoinForm({ client, practitioner, service, hasTimes }: WaitingJoinFormProps) {
  const t = useTranslations("portal.waiting");
  const day = { type: "date", help: t("dayHelp") } as const;
  return (
    <section className="mt-6 max-w-2xl rounded-lg border border-border bg-surface px-4 py-2.5">
      <Disclosure title={t(hasTimes ? "ask" : "askNone")} open={!hasTimes}>
        <Form action={joinOwnLineAction} reset>
          <p className="mb-4 text-pretty text-muted">{t("askBody")}</p>
          <input type="hidden" name="clientId" value={client.id} />
          <FieldRow>
            <SelectField
              name="practitionerId"
              label={t("who")}
              placeholder={t("anybody")}
              options={client.practitioners.map(({ id, name }) => ({ value: id, label: name }))}
              defaultValue={practitioner.id}
            />
            {practitioner.services.length > 0 && (
              <SelectField
                name="serviceId"
                label={t("what")}
                placeholder={t("anything")}
                options={practitioner.services.map(({ id, name }) => ({ value: id, label: name }))}
                defaultValue={service?.id ?? ""}
              />
            )}
          </FieldRow>
          <FieldRow>
            <TextField name="firstDay" label={t("firstDay")} {...day} />
            <TextField name="lastDay" label={t("lastDay")} {...day} />
          </FieldRow>
          <FormActions>
            <SubmitButton variant="secondary">{t("join")}</SubmitButton>
          </FormActions>
        </Form>
      </Disclosure>
    </section>
  );
}
