import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { ListToolbar } from "@/components/ui/list-toolbar";
import { PageHeader } from "@/components/ui/page-header";
import { SearchField } from "@/components/ui/search-field";
import { UpdateMenu } from "@/components/updates/update-menu";
import type { FileOffer } from "@/lib/features/exports/rules";
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
  may: ProspectMay;
};

/** What a person can do from where prospects are looked at. */
export type ProspectMay = {
  /** Null for who may only look. */
  add: ServerAction<{ id: string; name: string }> | null;
  file: FileOffer;
  /** See the figures. */
  sales: boolean;
};

/** What list and board have in common: title, ways to look, search, filters, and the quick way in. */
export function ProspectHead({ view, choice, choices, total, values, may }: ProspectHeadProps) {
  const t = useTranslations("prospects");
  const { q, ...kept } = choiceParameters(choice);
  return (
    <>
      <PageHeader
        title={values.prospects ?? ""}
        facts={[total]}
        actions={
          <>
            <UpdateMenu
              noun="prospects"
              address={choiceParameters(choice)}
              values={values}
              updates={may.add !== null}
              file={may.file}
            />
            {may.add && <QuickAddDialog action={may.add} values={values} />}
          </>
        }
      />
      <ProspectTabs choice={choice} current={view.name} sales={may.sales} />
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
