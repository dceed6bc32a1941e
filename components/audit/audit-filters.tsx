import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { DateField } from "@/components/ui/date-field";
import { LinkButton } from "@/components/ui/link-button";
import type { SelectOption } from "@/components/ui/select-box";
import { SelectField } from "@/components/ui/select-field";
import type { AuditFilter, AuditPerson } from "@/lib/features/audit/schema";
import { paths } from "@/lib/paths";

export type AuditChoices = { people: readonly AuditPerson[]; kinds: readonly SelectOption[] };

/** Who, what and when; an address, so that what was found can be sent to a colleague. */
export function AuditFilters({ filter, choices }: { filter: AuditFilter; choices: AuditChoices }) {
  const t = useTranslations("audit.filter");
  const people = choices.people.map(({ id, name }) => ({ value: id, label: name }));
  const isNarrowed = Object.values(filter).some((value) => value !== undefined);
  return (
    <form
      action={paths.staff.admin.audit}
      className="mb-3 grid gap-x-3 sm:grid-cols-2 lg:grid-cols-[1fr_1fr_auto_auto_auto]"
    >
      {filter.record && <input type="hidden" name="record" value={filter.record} />}
      <SelectField
        name="who"
        label={t("who")}
        options={people}
        placeholder={t("anybody")}
        defaultValue={filter.who ?? ""}
      />
      <SelectField
        name="what"
        label={t("what")}
        options={choices.kinds}
        placeholder={t("anything")}
        defaultValue={filter.what ?? ""}
      />
      <DateField name="from" label={t("from")} defaultValue={filter.from} />
      <DateField name="to" label={t("to")} defaultValue={filter.to} />
      <div className="flex flex-wrap items-start gap-2 max-lg:pb-3 lg:pt-[1.625rem]">
        <Button type="submit">{t("apply")}</Button>
        {isNarrowed && (
          <LinkButton variant="ghost" href={paths.staff.admin.audit}>
            {t("clear")}
          </LinkButton>
        )}
      </div>
      {filter.record && <p className="col-span-full pb-2 text-muted text-sm">{t("record")}</p>}
    </form>
  );
}
