import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { DateField } from "@/components/ui/date-field";
import { LinkButton } from "@/components/ui/link-button";
import { SelectField } from "@/components/ui/select-field";
import { LENGTHS, type Pairing, type PairingSearch } from "@/lib/features/scheduling/pairing/schema";
import { paths } from "@/lib/paths";
import { addDays } from "@/lib/values/date";
import { formatDuration } from "@/lib/values/format";

type PairingFiltersProps = { pairing: Pairing; search: PairingSearch };

/** Which service, how long and in which week; an address, so that it can be sent to a colleague. */
export function PairingFilters({ pairing: { client, first, minutes }, search: { service } }: PairingFiltersProps) {
  const t = useTranslations("pairing");
  const week = (date: string) => paths.staff.pairing(client.id, { week: date, minutes: String(minutes), service });
  return (
    <form
      // Begun anew with each week, so that the fields say what is shown.
      key={`${first}-${minutes}-${service}`}
      action={paths.staff.scheduling}
      className="mb-3 grid gap-x-3 sm:grid-cols-2 lg:grid-cols-[minmax(0,1fr)_8rem_auto_auto]"
    >
      <input type="hidden" name="client" value={client.id} />
      <SelectField
        name="service"
        label={t("service")}
        placeholder={t("anyService")}
        options={client.services.map(({ id, name }) => ({ value: id, label: name }))}
        defaultValue={service ?? ""}
      />
      <SelectField
        name="minutes"
        label={t("minutes")}
        options={LENGTHS.map((length) => ({ value: String(length), label: formatDuration(length, "en") }))}
        defaultValue={String(minutes)}
      />
      <DateField name="week" label={t("week")} defaultValue={first} />
      <div className="flex flex-wrap items-start gap-2 max-lg:pb-3 lg:pt-[1.4rem]">
        <Button type="submit">{t("show")}</Button>
        <LinkButton variant="ghost" href={week(addDays(first, -7))}>
          {t("previousWeek")}
        </LinkButton>
        <LinkButton variant="ghost" href={week(addDays(first, 7))}>
          {t("nextWeek")}
        </LinkButton>
      </div>
    </form>
  );
}
