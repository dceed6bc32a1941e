import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { ListToolbar } from "@/components/ui/list-toolbar";
import { PageHeader } from "@/components/ui/page-header";
import { SearchField } from "@/components/ui/search-field";
import { UpdateMenu } from "@/components/updates/update-menu";
import type { SavedFilterRow } from "@/lib/features/filters/saved/schema";
import { choiceParameters } from "@/lib/features/prospects/rules";
import type { ProspectChoice, ProspectChoices } from "@/lib/features/prospects/schema";
import type { ServerAction } from "@/lib/platform/action-state";
import { ProspectFilters } from "./prospect-filters";
import { ProspectTabs } from "./prospect-tabs";
import { QuickAddDialog } from "./quick-add-dialog";

type ProspectHeadProps = {
  view: { name: "list" | "board"; path: string; savedFilters?: readonly SavedFilterRow[] };
  choice: ProspectChoice;
  choices: ProspectChoices;
  total: ReactNode;
  values: Record<string, string>;
  /** Null for who may only look. */
  add: ServerAction<{ id: string; name: string }> | null;
};

/** What list and board have in common: title, ways to look, search, filters, and the quick way in. */
export function ProspectHead({ view, choice, choices, total, values, add }: ProspectHeadProps) {
  const t = useTranslations("prospects");
  const { q, ...kept } = choiceParameters(choice);
  return (
    <>
      <PageHeader
        title={values.prospects ?? ""}
        facts={[total]}
        actions={
          add && (
            <>
              <UpdateMenu exported noun="prospects" address={choiceParameters(choice)} values={values} />
              <QuickAddDialog action={add} values={values} />
            </>
          )
        }
      />
      <ProspectTabs choice={choice} current={view.name} />
      <ListToolbar
        search={
          <search className="min-w-0 max-sm:w-full sm:flex-[0_1_22rem]">
            <form action={view.path} className="flex min-w-0 gap-2">
              {Object.entries(kept).map(
                ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
              )}
              <SearchField key={q ?? ""} name="q" label={t("searchLabel", values)} defaultValue={q} maxLength={100} />
              <Button type="submit">{t("searchButton")}</Button>
            </form>
          </search>
        }
        filters={<ProspectFilters {...{ choice, choices, values }} path={view.path} savedFilters={view.savedFilters} />}
      />
    </>
  );
}
