import { useLocale, useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { TextLink } from "@/components/ui/text-link";
import { customText } from "@/lib/features/custom-fields/copy";
import { nextStepItem } from "@/lib/features/prospects/copy";
import type { ProspectRecord } from "@/lib/features/prospects/record/schema";
import type { LocalDate } from "@/lib/values/date";
import { formatDay } from "@/lib/values/format";
import type { Locale } from "@/lib/values/locale";
import { displayPhone } from "@/lib/values/phone";
import { NextStep } from "./next-step";

type ProspectFactsCardProps = {
  prospect: ProspectRecord;
  day: { today: LocalDate; zone: string; values: Record<string, string> };
};

/** What is known of a prospect. */
export function ProspectFactsCard({ prospect, day }: ProspectFactsCardProps) {
  const t = useTranslations("prospects.form");
  const locale = useLocale() as Locale;
  const own = useTranslations("custom-fields");
  const ownWords = { locale, yes: own("yes"), no: own("no") };
  const { email, phone } = prospect;
  const items = [
    {
      term: t("nextStep"),
      value: <NextStep item={nextStepItem(prospect, { today: day.today, locale })} />,
      wide: true,
    },
    { term: t("department"), value: prospect.department },
    { term: t("source"), value: prospect.source },
    { term: t("email"), value: email && <TextLink href={`mailto:${email}`}>{email}</TextLink> },
    { term: t("phone"), value: phone && <TextLink href={`tel:${phone}`}>{displayPhone(phone)}</TextLink> },
    { term: t("owner"), value: prospect.owner?.name },
    { term: day.values.center ?? "", value: prospect.center?.name },
    { term: t("added"), value: formatDay(prospect.createdAt, { locale, zone: day.zone }) },
    ...prospect.custom.map((field) => ({ key: field.id, term: field.label, value: customText(field, ownWords) })),
    {
      term: t("notes"),
      value: prospect.notes && <span className="whitespace-pre-line break-words">{prospect.notes}</span>,
      wide: true,
    },
  ];
  return (
    <Card title={t("facts")}>
      <DefinitionList items={items} gaps={t("notFilledIn")} />
    </Card>
  );
}
