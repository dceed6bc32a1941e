import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { ListToolbar } from "@/components/ui/list-toolbar";
import { Menu, type MenuEntry } from "@/components/ui/menu";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { addressWith } from "@/lib/features/filters/lists/rules";
import { paths } from "@/lib/paths";
import type { OperationSearch } from "@/lib/platform/operation/search";
import type { Page } from "@/lib/platform/page";
import { type OperationItem, OperationTable } from "./operation-table";

type OperationListProps = {
  page: Page<OperationItem>;
  search: OperationSearch;
  /** Of which kinds there are operations, and who began them. */
  choices: { kinds: string[]; people: { id: string; name: string }[] };
};

/** Everything that changed many records at once, the newest first, by kind and by person. */
export function OperationList({ page, search, choices }: OperationListProps) {
  const t = useTranslations("operations");
  const { kind, by } = search;
  const narrowed = Boolean(kind || by);
  const address = (changes: Record<string, string | undefined>) =>
    addressWith(paths.staff.admin.operations, { kind, by }, changes);
  const kindName = (name: string) => (t.has(`kinds.${name}`) ? t(`kinds.${name}`) : name);
  const any = (name: "kind" | "by"): MenuEntry[] =>
    search[name] ? [{ id: "any", label: t("filters.any"), href: address({ [name]: undefined }) }] : [];
  const kinds = choices.kinds.map((name) => ({ id: name, label: kindName(name), href: address({ kind: name }) }));
  const people = choices.people.map(({ id, name }) => ({ id, label: name, href: address({ by: id }) }));
  const person = choices.people.find(({ id }) => id === by)?.name;
  const clear = <LinkButton href={paths.staff.admin.operations}>{t("filters.clear")}</LinkButton>;
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      <ListToolbar
        filters={
          <>
            <Menu
              label={
                kind ? t("filters.chosen", { field: t("columns.kind"), value: kindName(kind) }) : t("columns.kind")
              }
              items={[...kinds, ...any("kind")]}
              variant={kind ? "secondary" : "ghost"}
            />
            <Menu
              label={person ? t("filters.chosen", { field: t("columns.by"), value: person }) : t("columns.by")}
              items={[...people, ...any("by")]}
              variant={by ? "secondary" : "ghost"}
            />
            {narrowed && clear}
          </>
        }
      />
      <Card padded={false}>
        {page.rows.length > 0 ? (
          <OperationTable operations={page.rows} caption={t("title")} withKind />
        ) : (
          <EmptyState
            kind={narrowed ? "filtered" : "new"}
            title={t(narrowed ? "filters.none" : "empty")}
            body={t(narrowed ? "filters.noneBody" : "emptyBody")}
            action={narrowed && clear}
          />
        )}
        <Pager
          previousHref={page.previous && address({ page: page.previous })}
          nextHref={page.next && address({ page: page.next })}
        />
      </Card>
    </>
  );
}
