import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { termValues } from "@/lib/features/clients/copy";
import type { ClientRecord } from "@/lib/features/clients/record/schema";
import { allowBookingAction } from "@/lib/features/scheduling/booking/allowing/actions";
import { BOOKING_MODES, type BookingMode, type Terminology } from "@/lib/features/settings/schema";

type ClientBookingCardProps = { client: ClientRecord; everybody: BookingMode; terms: Terminology };

/** Whether the people of this client find times in the portal themselves. */
export function ClientBookingCard({ client, everybody, terms }: ClientBookingCardProps) {
  const t = useTranslations("clients.booking");
  const { id, version, portalBooking } = client;
  return (
    <Card title={t("title")}>
      <Form action={allowBookingAction}>
        <input type="hidden" name="clientId" value={id} />
        <input type="hidden" name="version" value={version} />
        <SelectField
          key={portalBooking}
          name="portalBooking"
          label={t("label", termValues(terms))}
          help={t("help", { mode: t(`modes.${everybody}`) })}
          placeholder={t("everybody")}
          options={BOOKING_MODES.map((mode) => ({ value: mode, label: t(`own.${mode}`) }))}
          defaultValue={portalBooking ?? ""}
        />
        <FormActions>
          <SubmitButton variant="secondary">{t("save")}</SubmitButton>
        </FormActions>
      </Form>
    </Card>
  );
}
