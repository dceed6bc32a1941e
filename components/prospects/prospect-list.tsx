import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Pager } from "@/components/ui/pager";
import { addressWith } from "@/lib/features/filters/lists/rules";
import { choiceParameters, isNarrowed } from "@/lib/features/prospects/rules";
import type { ProspectChoices, ProspectRow, ProspectSearch } from "@/lib/features/prospects/schema";
import { paths } from "@/lib/paths";
import type { ServerAction } from "@/lib/platform/action-state";
import type { Page } from "@/lib/platform/page";
import type { LocalDate } from "@/lib/values/date";
import { ProspectHead } from "./prospect-head";
import { ProspectTable } from "./prospect-table";

type ProspectListProps = {
  search: ProspectSearch;
  page: Page<ProspectRow>;
  total: { count: number; more: boolean };
  choices: ProspectChoices;
  day: { today: LocalDate; zone: string; values: Record<string, string> };
  add: ServerAction<{ id: string; name: string }> | null;
};

/** All prospects, apart from clients. */
export function ProspectList({ search, page, total, choices, day, add }: ProspectListProps) {
  const t = useTranslations("prospects");
  const path = paths.staff.prospects;
  const { values } = day;
  const kept = { ...choiceParameters(search), sort: search.sort };
  const narrowed = isNarrowed(search);
  return (
    <>
      <ProspectHead
        view={{ name: "list", path }}
        choice={search}
        choices={choices}
        total={t(total.more ? "countMore" : "count", { count: total.count, ...values })}
        values={values}
        add={add}
      />
      <Card padded={false}>
        {page.rows.length > 0 ? (
          <ProspectTable rows={page.rows} day={day} sorts={sortsOf(search, kept)} />
        ) : narrowed ? (
          <EmptyState
            kind="filtered"
            title={t("empty.filteredTitle")}
            body={t("empty.filteredBody", values)}
            action={<LinkButton href={path}>{t("filters.clear")}</LinkButton>}
          />
        ) : (
          <EmptyState title={t("empty.title", values)} body={t("empty.body", values)} />
        )}
        <Pager
          previousHref={page.previous && addressWith(path, kept, { page: page.previous })}
          nextHref={page.next && addressWith(path, kept, { page: page.next })}
        />
      </Card>
    </>
  );
}

function sortsOf({ sort }: ProspectSearch, kept: Record<string, string | undefined>) {
  const href = (to: string | undefined) => addressWith(paths.staff.prospects, kept, { sort: to });
  return {
    name: { href: href("name"), direction: sort === "name" ? ("asc" as const) : null },
    createdAt: { href: href(undefined), direction: sort === "name" ? null : ("desc" as const) },
  };
}
