import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { ListToolbar } from "@/components/ui/list-toolbar";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { SearchField } from "@/components/ui/search-field";
import { Tabs } from "@/components/ui/tabs";
import { UpdateMenu } from "@/components/updates/update-menu";
import type { ContactRow } from "@/lib/features/contacts/record/schema";
import type { ContactSearch } from "@/lib/features/contacts/schema";
import { addressWith } from "@/lib/features/filters/lists/rules";
import { paths } from "@/lib/paths";
import type { Page } from "@/lib/platform/page";
import { ContactTable } from "./contact-table";

type ContactListProps = {
  search: ContactSearch;
  page: Page<ContactRow>;
  total: { count: number; more: boolean };
  /** The organization's words. */
  values: Record<string, string>;
  mayEdit: boolean;
};

const VIEWS = [undefined, "no-email", "no-client", "do-not-mail"] as const;

/** All people, by family name. */
export function ContactList({ search, page, total, values, mayEdit }: ContactListProps) {
  const t = useTranslations("contacts");
  const { q, view } = search;
  const address = (changes: Record<string, string | undefined>) =>
    addressWith(paths.staff.contacts, { q, view }, changes);
  const tabs = VIEWS.map((each) => ({ href: address({ view: each }), label: t(`views.${each ?? "all"}`, values) }));
  return (
    <>
      <PageHeader
        title={t("title")}
        facts={[total.more ? t("countMore", { count: total.count }) : t("count", { count: total.count })]}
        actions={
          mayEdit && (
            <>
              {total.count > 0 && <UpdateMenu exported noun="contacts" address={{ q, view }} values={values} />}
              <LinkButton variant="primary" href={paths.staff.newContact} icon={<Plus aria-hidden />}>
                {t("new")}
              </LinkButton>
            </>
          )
        }
      />
      <Tabs label={t("views.label")} items={tabs} current={address({ view })} />
      <ListToolbar
        search={
          <search className="min-w-0 max-sm:w-full sm:flex-[0_1_24rem]">
            <form action={paths.staff.contacts} className="flex min-w-0 gap-2">
              {view && <input type="hidden" name="view" value={view} />}
              <SearchField key={q ?? ""} name="q" label={t("searchLabel")} defaultValue={q} maxLength={100} />
              <Button type="submit">{t("searchButton")}</Button>
            </form>
          </search>
        }
      />
      <Card padded={false}>
        {page.rows.length === 0 ? (
          <ContactListEmpty filtered={Boolean(q || view)} values={values} />
        ) : (
          <ContactTable rows={page.rows} values={values} />
        )}
        <Pager
          previousHref={page.previous && address({ page: page.previous })}
          nextHref={page.next && address({ page: page.next })}
        />
      </Card>
    </>
  );
}

function ContactListEmpty({ filtered, values }: { filtered: boolean; values: Record<string, string> }) {
  const t = useTranslations("contacts.empty");
  if (!filtered) return <EmptyState title={t("title")} body={t("body", values)} />;
  const clear = <LinkButton href={paths.staff.contacts}>{t("clear")}</LinkButton>;
  return <EmptyState kind="filtered" title={t("filteredTitle")} body={t("filteredBody")} action={clear} />;
}
