import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { termValues } from "@/lib/features/clients/copy";
import type { MandatoryField } from "@/lib/features/clients/mandatory/rules";
import type { ClientRecord } from "@/lib/features/clients/record/schema";
import { customName } from "@/lib/features/custom-fields/rules";
import type { CustomValue } from "@/lib/features/custom-fields/schema";
import type { Terminology } from "@/lib/features/settings/schema";
import { paths } from "@/lib/paths";

type MustHaveCardProps = {
  client: ClientRecord;
  missing: readonly MandatoryField[];
  /** The same of the organization's own fields. */
  own: readonly CustomValue[];
  terms: Terminology;
  mayEdit: boolean;
};

/** What the organization asks of every client and this one lacks, each a way to where it is filled in. */
export function MustHaveCard({ client, missing, own, terms, mayEdit }: MustHaveCardProps) {
  const t = useTranslations("clients.mandatory");
  const values = termValues(terms);
  const placeOf = (field: MandatoryField) =>
    field === "primaryContact" ? paths.staff.clientContacts(client.id) : paths.staff.editClientField(client.id, field);
  const lacks = [
    ...missing.map((field) => ({ key: field, name: t(`names.${field}`, values), href: placeOf(field) })),
    ...own.map((field) => ({
      key: field.id,
      name: field.label,
      href: paths.staff.editClientField(client.id, customName(field)),
    })),
  ];
  return (
    <Card title={t("cardTitle")}>
      <p className="mb-2 text-muted">{t(client.kind === "CLIENT" ? "cardBody" : "cardBodyPre", values)}</p>
      <ul className="grid gap-1">
        {lacks.map(({ key, name, href }) => (
          <li key={key} className="flex items-baseline gap-2">
            <span aria-hidden className="size-1.5 shrink-0 self-center rounded-full bg-warning" />
            {mayEdit ? <TextLink href={href}>{name}</TextLink> : name}
          </li>
        ))}
      </ul>
    </Card>
  );
}
