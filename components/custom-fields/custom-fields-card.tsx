import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { customText } from "@/lib/features/custom-fields/copy";
import type { CustomValue } from "@/lib/features/custom-fields/schema";

/** What a record has in the organization's own fields, a dash where nothing is; no card without such fields. */
export function CustomFieldsCard({ fields }: { fields: readonly CustomValue[] }) {
  const t = useTranslations("custom-fields");
  if (fields.length === 0) return null;
  const words = { locale: "en", yes: t("yes"), no: t("no") } as const;
  return (
    <Card title={t("group")}>
      <DefinitionList items={fields.map((field) => ({ term: field.label, value: customText(field, words) }))} />
    </Card>
  );
}
