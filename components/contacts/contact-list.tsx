import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { FilterMenu } from "@/components/filters/filter-menu";
import { FilterSummary } from "@/components/filters/filter-summary";
import type { SavedFilterServerActions } from "@/components/filters/saved-filter-actions";
import { Banner } from "@/components/ui/banner";
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
import type { ContactListing } from "@/lib/features/contacts/lists/queries";
import type { FileOffer } from "@/lib/features/exports/rules";
import { encodeFilter } from "@/lib/features/filters/encoding/rules";
import { addressWith } from "@/lib/features/filters/lists/rules";
import { paths } from "@/lib/paths";
import { ContactTable } from "./contact-table";

type ContactListProps = {
  listing: ContactListing;
  /** The filter in words. */
  sentence: string | null;
  /** The organization's words. */
  values: Record<string, string>;
  may: { edit: boolean; file: FileOffer };
  /** Null for who may not save filters. */
  saving: SavedFilterServerActions | null;
  /** The editor of the filter, while it is open. */
  editor: ReactNode;
};

const VIEWS = [undefined, "no-email", "no-client", "do-not-mail"] as const;

/** All people, by family name. */
export function ContactList({ listing, sentence, values, may, saving, editor }: ContactListProps) {
  const t = useTranslations("contacts");
  const { search, page, total, saved, savedFilters } = listing;
  const { q, view, filter } = search;
  const { edit: mayEdit, file } = may;
  const path = paths.staff.contacts;
  // A saved filter has the view in it: the whole is what is edited.
  const whole = listing.filter ? encodeFilter(listing.filter) : undefined;
  const address = (changes: Record<string, string | undefined>) =>
    addressWith(path, { q, view, filter, saved: saved?.id }, changes);
  const tabs = VIEWS.map((each) => ({ href: address({ view: each }), label: t(`views.${each ?? "all"}`, values) }));
  return (
    <>
      <PageHeader
        title={t("title")}
        facts={[total.more ? t("countMore", { count: total.count }) : t("count", { count: total.count })]}
        actions={
          <>
            {total.count > 0 && (
              <UpdateMenu noun="contacts" address={{ q, view, filter }} {...{ values, file }} updates={mayEdit} />
            )}
            {mayEdit && (
              <LinkButton variant="primary" href={paths.staff.newContact} icon={<Plus aria-hidden />}>
                {t("new")}
              </LinkButton>
            )}
          </>
        }
      />
      <Tabs label={t("views.label")} items={tabs} current={address({ view })} />
      <ListToolbar
        search={
          <search className="min-w-0 max-sm:w-full sm:flex-[0_1_24rem]">
            <form action={path} className="flex min-w-0 gap-2">
              {Object.entries({ view, filter, saved: saved?.id }).map(
                ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
              )}
              <SearchField key={q ?? ""} name="q" label={t("searchLabel")} defaultValue={q} maxLength={100} />
              <Button type="submit">{t("searchButton")}</Button>
            </form>
          </search>
        }
        filters={
          <FilterMenu
            {...{ path, savedFilters }}
            newHref={addressWith(path, { q }, { edit: "filter" })}
            editHref={whole ? addressWith(path, { q, filter: whole, saved: saved?.id }, { edit: "filter" }) : null}
          />
        }
      />
      {listing.savedGone && <Banner tone="warning">{t("savedGone")}</Banner>}
      {listing.unreadable && <Banner tone="danger">{t("unreadableFilter")}</Banner>}
      <FilterSummary
        sentence={sentence}
        saved={saved && { ...saved, edited: listing.edited }}
        clearHref={path}
        list={{ path, name: "contacts" }}
        query={{ filter: whole ?? "", q }}
        actions={saving}
      />
      {editor}
      <Card padded={false}>
        {page.rows.length === 0 ? (
          <ContactListEmpty filtered={Boolean(q || view || filter)} values={values} />
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
