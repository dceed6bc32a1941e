import { useTranslations } from "next-intl";
import { Tabs } from "@/components/ui/tabs";
import { OWN_RECORDS } from "@/lib/features/imports/custom/schema";
import type { ImportDraft as Draft } from "@/lib/features/imports/drafts/schema";
import { IMPORT_FIELDS } from "@/lib/features/imports/import-fields";
import { IMPORT_KINDS } from "@/lib/features/imports/schema";
import { paths } from "@/lib/paths";
import type { ServerAction } from "@/lib/platform/action-state";
import { ImportColumnsForm } from "./import-columns-form";
import { ImportProblemsCard } from "./import-problems-card";
import { ImportShell } from "./import-shell";

type ImportDraftProps = { draft: Draft; terms: Record<string, string>; action: ServerAction<unknown> };

/** A file whose columns are being chosen. */
export function ImportDraft({ draft, terms, action }: ImportDraftProps) {
  const t = useTranslations("imports");
  const { operationId, kind, fileName, rowCount, columns, encoding, delimiter } = draft;
  const address = paths.staff.admin.importOf(operationId);
  const groups = [...new Set(IMPORT_FIELDS[kind].map(({ key }) => key.split(".")[0] ?? ""))];
  const known = groups.map((group) => ({
    label: t(`group.${group}`, terms),
    options: IMPORT_FIELDS[kind]
      .filter(({ key }) => key.startsWith(`${group}.`))
      .map(({ key, labelKey }) => ({ value: key, label: t(labelKey, terms) })),
  }));
  const own = OWN_RECORDS.map((record) => ({ label: t(`group.own.${record}`, terms), options: draft.custom[record] }));
  const fields = kind === "clients" ? [...known, ...own.filter(({ options }) => options.length > 0)] : known;
  const facts = [
    t("facts.rows", { count: rowCount }),
    t("facts.columns", { count: columns.length }),
    t("facts.written", {
      encoding: t(`encoding.${encoding}`),
      delimiter: t(`delimiter.${DELIMITERS[delimiter] ?? "comma"}`),
    }),
  ];
  return (
    <ImportShell fileName={fileName} status="DRAFT" facts={facts}>
      <ImportProblemsCard title={t("problemsFound")} problems={draft.problems} count={draft.problemCount} />
      <div>
        <h2 className="mb-1 font-semibold text-lg">{t("kind.title")}</h2>
        <Tabs
          label={t("kind.title")}
          items={IMPORT_KINDS.map((each) => ({ href: `${address}?kind=${each}`, label: t(`kind.${each}`, terms) }))}
          current={`${address}?kind=${kind}`}
        />
        <ImportColumnsForm key={kind} draft={draft} fields={fields} terms={terms} action={action} />
      </div>
    </ImportShell>
  );
}

const DELIMITERS: Readonly<Record<string, string>> = { ",": "comma", ";": "semicolon", "\t": "tab" };
