import { useTranslations } from "next-intl";
import { PageHeader } from "@/components/ui/page-header";
import {
  addCodedEntryAction,
  archiveCodedEntryAction,
  editCodedEntryAction,
  moveCodedEntryAction,
} from "@/lib/features/settings/coded-lists/actions";
import type { CodedListKey, CodedRow } from "@/lib/features/settings/coded-lists/schema";
import { paths } from "@/lib/paths";
import { CodedListPanel } from "./coded-list-panel";

type CodedListPageProps = { list: CodedListKey; entries: readonly CodedRow[]; values: Record<string, string> };

const actions = {
  add: addCodedEntryAction,
  edit: editCodedEntryAction,
  move: moveCodedEntryAction,
  archive: archiveCodedEntryAction,
};

/** The page of a list whose entries have a short identifier. */
export function CodedListPage({ list, entries, values }: CodedListPageProps) {
  const t = useTranslations("coded-lists");
  return (
    <>
      <PageHeader
        title={t(`${list}.title`)}
        back={{ href: paths.staff.admin.configuration, label: t("back") }}
        description={t(`${list}.body`, values)}
      />
      <CodedListPanel list={list} entries={entries} actions={actions} />
    </>
  );
}
