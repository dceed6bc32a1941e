import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { RecordLayout } from "@/components/ui/record-layout";
import { SearchField } from "@/components/ui/search-field";
import { TextLink } from "@/components/ui/text-link";
import type { ClientMatch } from "@/lib/features/conversions/schema";
import { paths } from "@/lib/paths";
import { ConvertForm } from "./convert-form";

type ConvertPanelProps = ComponentProps<typeof ConvertForm> & { found: readonly ClientMatch[]; find: string };

/** The page that converts: the form, and a way to one who is a client already. */
export function ConvertPanel({ found, find, ...form }: ConvertPanelProps) {
  const t = useTranslations("conversions");
  const { prospect, words } = form;
  const address = paths.staff.convertProspect(prospect.id);
  const aside = (
    <Card title={t("already", words.values)}>
      <p className="mb-3 text-muted text-sm">{t("alreadyBody", words.values)}</p>
      <search>
        <form action={address} className="flex gap-2">
          <SearchField name="find" label={t("find", words.values)} defaultValue={find} maxLength={100} />
          <Button type="submit">{t("findButton")}</Button>
        </form>
      </search>
      <ul className="mt-3 grid gap-2 text-sm">
        {found.map(({ id, name, number, center }) => (
          <li key={id}>
            <TextLink href={`${address}?client=${id}`}>{t("useClient", { name, number })}</TextLink>
            <span className="block text-muted">{center}</span>
          </li>
        ))}
        {found.length === 0 && <li className="text-muted">{t("noneFound")}</li>}
      </ul>
    </Card>
  );
  return (
    <>
      <PageHeader
        title={t("title", { ...words.values, name: prospect.name })}
        back={{ href: paths.staff.prospect(prospect.id), label: prospect.name }}
        description={t("body", words.values)}
      />
      <RecordLayout aside={aside}>
        <ConvertForm {...form} />
      </RecordLayout>
    </>
  );
}
