import { useTranslations } from "next-intl";
import { FieldRow } from "@/components/ui/field-row";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { RadioGroup } from "@/components/ui/radio-group";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { BOOKING_MODES, type SettingValue, WAITING_MODES } from "@/lib/features/settings/schema";
import type { ServerAction } from "@/lib/platform/action-state";

type BookingSettingFormProps = { value: SettingValue<"booking">; action: ServerAction };

const NUMBERS = [
  [
    { name: "minutes", help: "minutesHelp" },
    { name: "noticeHours", help: "noticeHelp" },
    { name: "horizonDays", help: null },
  ],
  [
    { name: "bufferMinutes", help: null },
    { name: "practitionerDaily", help: "dailyHelp" },
    { name: "clientDaily", help: "dailyHelp" },
  ],
] as const;

/** Whether clients find times themselves, and within which bounds. */
export function BookingSettingForm({ value, action }: BookingSettingFormProps) {
  const t = useTranslations("settings");
  const number = { type: "number", inputMode: "numeric", min: 0, required: true } as const;
  return (
    <Form action={action} guard>
      <p className="mb-4 text-muted">{t("booking.body")}</p>
      <RadioGroup
        name="mode"
        label={t("booking.mode")}
        options={BOOKING_MODES.map((mode) => ({
          ...{ value: mode, label: t(`booking.modes.${mode}`) },
          help: t(`booking.modesHelp.${mode}`),
        }))}
        defaultValue={value.mode}
      />
      {NUMBERS.map((row) => (
        <FieldRow key={row[0].name}>
          {row.map(({ name, help }) => (
            <TextField
              key={name}
              {...number}
              name={name}
              label={t(`booking.${name}`)}
              help={help && t(`booking.${help}`)}
              defaultValue={value[name]}
            />
          ))}
        </FieldRow>
      ))}
      <TextField
        {...number}
        name="changeHours"
        label={t("booking.changeHours")}
        help={t("booking.changeHelp")}
        defaultValue={value.changeHours}
      />
      <RadioGroup
        name="waiting"
        label={t("booking.waiting")}
        options={WAITING_MODES.map((mode) => ({
          ...{ value: mode, label: t(`booking.waitingModes.${mode}`) },
          help: t(`booking.waitingHelp.${mode}`),
        }))}
        defaultValue={value.waiting}
      />
      <TextField
        {...number}
        min={15}
        name="waitingMinutes"
        label={t("booking.waitingMinutes")}
        help={t("booking.waitingMinutesHelp")}
        defaultValue={value.waitingMinutes}
      />
      <FormActions>
        <SubmitButton>{t("save")}</SubmitButton>
      </FormActions>
    </Form>
  );
}
