import { useLocale, useTranslations } from "next-intl";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { LinkButton } from "@/components/ui/link-button";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { bookOwnSessionAction, moveOwnSessionAction } from "@/lib/features/scheduling/booking/actions";
import type { Bookable, BookingSearch, BookingView } from "@/lib/features/scheduling/booking/schema";
import { paths } from "@/lib/paths";
import { localeOf } from "@/lib/values/locale";
import { zoneAbbreviation } from "@/lib/values/time-zone";
import { BookingDay } from "./booking-day";
import { FreshTimes } from "./fresh-times";

type BookingFormProps = {
  booking: BookingView;
  client: Bookable;
  practitioner: Bookable["practitioners"][number];
  search: BookingSearch;
};

/** The free times by day; whoever comes second is told so and sees what is free now. */
export function BookingForm({ booking, client, practitioner, search }: BookingFormProps) {
  const t = useTranslations("portal.booking");
  const asked = useLocale();
  const locale = localeOf(asked);
  const { mode, service, minutes, moving, days, earlier, later } = booking;
  const other = client.ownTimeZone === client.timeZone ? null : client.timeZone;
  const [first] = days[0]?.times ?? [];
  const zone = first ? zoneAbbreviation(client.ownTimeZone, first, { locale }) : client.ownTimeZone;
  const on = (from: string) => paths.portal.bookSessionOf({ ...search, from });
  return (
    <Form
      action={moving ? moveOwnSessionAction : bookOwnSessionAction}
      className="grid max-w-2xl grid-cols-[minmax(0,1fr)] gap-y-4"
    >
      <FreshTimes />
      {moving && <input type="hidden" name="attendanceId" value={moving.attendanceId} />}
      <input type="hidden" name="clientId" value={client.id} />
      <input type="hidden" name="practitionerId" value={practitioner.id} />
      <input type="hidden" name="serviceId" value={service?.id ?? ""} />
      <p className="text-muted">
        {t(other ? "zoneBoth" : "zone", { zone })} {t("length", { minutes })}
      </p>
      {days.map((day) => (
        <BookingDay key={day.date} day={day} zones={{ own: client.ownTimeZone, other }} />
      ))}
      <nav aria-label={t("days")} className="flex flex-wrap gap-2 empty:hidden">
        {earlier && <LinkButton href={on(earlier)}>{t("earlier")}</LinkButton>}
        {later && <LinkButton href={on(later)}>{t("later")}</LinkButton>}
      </nav>
      {!moving && <TextArea name="about" label={t("about")} help={t("aboutHelp")} rows={3} maxLength={500} />}
      <FormActions>
        <SubmitButton>{t(moving ? "saveMove" : mode === "DIRECT" ? "saveDirect" : "saveRequest")}</SubmitButton>
      </FormActions>
    </Form>
  );
}
