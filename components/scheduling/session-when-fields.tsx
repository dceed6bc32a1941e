import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DateField } from "@/components/ui/date-field";
import { FieldGroup } from "@/components/ui/field-group";
import { FieldRow } from "@/components/ui/field-row";
import { NumberField } from "@/components/ui/number-field";
import { TimeField } from "@/components/ui/time-field";
import type { SessionDraft } from "@/lib/features/scheduling/sessions/drafting/schema";

type When = Pick<SessionDraft, "date" | "start" | "minutes" | "timeZone" | "places" | "session">;

/** Day, hour and length of a session, on the clock of its center. */
export function SessionWhenFields({ draft, children }: { draft: When; children?: ReactNode }) {
  const t = useTranslations("sessions");
  return (
    <FieldGroup legend={t("whenGroup")} help={t("whenHelp", { zone: draft.timeZone })}>
      <FieldRow>
        <DateField name="date" label={t("date")} defaultValue={draft.date} required />
        <TimeField name="start" label={t("start")} defaultValue={draft.start} required />
        <NumberField
          name="minutes"
          label={t("lengthInMinutes")}
          defaultValue={draft.minutes}
          min={1}
          max={1440}
          required
        />
        <NumberField
          name="places"
          label={t("places")}
          help={t("placesHelp")}
          defaultValue={draft.places ?? undefined}
          min={1}
          max={500}
        />
      </FieldRow>
      {children}
    </FieldGroup>
  );
}
