import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { LinkButton } from "@/components/ui/link-button";
import { TextLink } from "@/components/ui/text-link";
import { termValues } from "@/lib/features/clients/copy";
import { addressLine } from "@/lib/features/clients/record/rules";
import type { ClientRecord } from "@/lib/features/clients/record/schema";
import { customText } from "@/lib/features/custom-fields/copy";
import type { Terminology } from "@/lib/features/settings/schema";
import { paths } from "@/lib/paths";
import { formatDate, formatDay, formatNumber } from "@/lib/values/format";
import { displayPhone } from "@/lib/values/phone";

type ClientFactsCardProps = { client: ClientRecord; terms: Terminology; mayEdit: boolean };

const dayOrNull = (day: string | null) => day && formatDate(day, "en");

/** What is known of a client, a dash where nothing is. */
export function ClientFactsCard({ client, terms, mayEdit }: ClientFactsCardProps) {
  const t = useTranslations("clients");
  const values = termValues(terms);
  const own = useTranslations("custom-fields");
  const ownWords = { locale: "en", yes: own("yes"), no: own("no") } as const;
  const zone = client.center.timeZone;
  const items = [
    { term: t("factNames.address"), value: addressLine(client), wide: true },
    {
      term: t("factNames.phone"),
      value: client.phone && <TextLink href={`tel:${client.phone}`}>{displayPhone(client.phone)}</TextLink>,
    },
    {
      term: t("factNames.email"),
      value: client.email && <TextLink href={`mailto:${client.email}`}>{client.email}</TextLink>,
    },
    { term: t("factNames.website"), value: client.website },
    { term: t("factNames.legalName"), value: client.legalName },
    { term: t("factNames.industry"), value: client.industry },
    { term: t("factNames.naics"), value: client.naics },
    {
      term: t("factNames.employeeCount"),
      value: client.employeeCount === null ? null : formatNumber(client.employeeCount, "en"),
    },
    { term: t("factNames.language"), value: client.languageName },
    { term: t("factNames.startedOn"), value: dayOrNull(client.startedOn) },
    { term: t("factNames.signedOn"), value: dayOrNull(client.signedOn) },
    {
      term: t("factNames.lastSession", values),
      value: client.lastSessionAt && formatDay(client.lastSessionAt, { locale: "en", zone }),
    },
    ...client.custom.map((field) => ({ key: field.id, term: field.label, value: customText(field, ownWords) })),
  ];
  const edit = (
    <LinkButton size="sm" variant="ghost" href={paths.staff.editClient(client.id)}>
      {t("edit")}
    </LinkButton>
  );
  return (
    <Card title={t("facts")} actions={mayEdit && edit}>
      <DefinitionList items={items} gaps={t("notFilledIn")} />
    </Card>
  );
}
