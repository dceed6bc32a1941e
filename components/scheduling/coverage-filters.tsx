import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { DateField } from "@/components/ui/date-field";
import { LinkButton } from "@/components/ui/link-button";
import { SelectField } from "@/components/ui/select-field";
import type { Coverage } from "@/lib/features/scheduling/coverage/schema";
import { paths } from "@/lib/paths";
import { addDays } from "@/lib/values/date";

type CoverageFiltersProps = { coverage: Coverage; values: Record<string, string> };

/** Where, for which service and in which week; an address, so that it can be sent to a colleague. */
export function CoverageFilters({ coverage, values }: CoverageFiltersProps) {
  const { center, centers, service, services, first } = coverage;
  const t = useTranslations("coverage");
  const week = (days: number) => paths.staff.coverage({ center: center.id, service, week: addDays(first, days) });
  return (
    <form
      // Begun anew with each week, so that the fields say what is shown.
      key={`${first}-${center.id}-${service}`}
      action={paths.staff.coverage()}
      className="mb-3 grid gap-x-3 sm:grid-cols-2 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto_auto]"
    >
      <SelectField
        name="center"
        label={t("center", values)}
        options={centers.map(({ id, name }) => ({ value: id, label: name }))}
        defaultValue={center.id}
      />
      <SelectField
        name="service"
        label={t("service")}
        placeholder={t("anyService")}
        options={services.map(({ id, name }) => ({ value: id, label: name }))}
        defaultValue={service ?? ""}
      />
      <DateField name="week" label={t("week")} defaultValue={first} />
      <div className="flex flex-wrap items-start gap-2 max-lg:pb-3 lg:pt-[1.4rem]">
        <Button type="submit">{t("show")}</Button>
        <LinkButton variant="ghost" href={week(-7)}>
          {t("previousWeek")}
        </LinkButton>
        <LinkButton variant="ghost" href={week(7)}>
          {t("nextWeek")}
        </LinkButton>
      </div>
    </form>
  );
}
