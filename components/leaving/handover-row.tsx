import { useTranslations } from "next-intl";
import { SelectField } from "@/components/ui/select-field";
import type { Leaving, Person } from "@/lib/features/leaving/schema";
import { formatList } from "@/lib/values/format";

type HandoverRowProps = {
  group: Leaving["groups"][number];
  people: readonly Person[];
  values: Record<string, string>;
};

/** One kind of work of somebody who leaves, and who takes it over. */
export function HandoverRow({ group, people, values }: HandoverRowProps) {
  const t = useTranslations("leaving");
  const { handover, count, names } = group;
  const more = count - names.length;
  const listed = formatList(names, "en");
  return (
    <li className="grid items-start gap-x-6 gap-y-1 border-border border-b pb-3 last:border-b-0 sm:grid-cols-2">
      <div className="min-w-0">
        <p className="font-medium">{t(`groups.${handover}`, { ...values, count })}</p>
        <p className="break-words text-muted text-sm">{more > 0 ? t("names", { names: listed, more }) : listed}</p>
      </div>
      <SelectField
        name={`to.${handover}`}
        label={t("to")}
        placeholder={t("choose")}
        defaultValue=""
        required
        options={people.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </li>
  );
}
