"use client";
import { useTranslations } from "next-intl";
import { FieldRow } from "@/components/ui/field-row";
import { TextField } from "@/components/ui/text-field";
import type { CodedListKey, CodedRow } from "@/lib/features/settings/coded-lists/schema";
import { type NamedListActions, NamedListEditor } from "./named-list-editor";

type CodedListPanelProps = { list: CodedListKey; entries: readonly CodedRow[]; actions: NamedListActions };

/** A list whose entries have a short identifier beside their name. */
export function CodedListPanel({ list, entries, actions }: CodedListPanelProps) {
  const t = useTranslations("coded-lists");
  return (
    <NamedListEditor
      entries={entries}
      words={{
        title: t(`${list}.title`),
        addTitle: t(`${list}.addTitle`),
        add: t(`${list}.add`),
        emptyTitle: t(`${list}.emptyTitle`),
        emptyBody: t("emptyBody"),
      }}
      hidden={{ list }}
      fields={(entry) => <CodedFields list={list} entry={entry} />}
      shown={(entry, archived) => (
        <span className="grid grid-cols-[minmax(0,7rem)_minmax(0,1fr)] items-baseline gap-x-3">
          <span className="font-mono text-muted text-sm">{entry.identifier}</span>
          <span>
            <span className="font-medium">{entry.name}</span>
            {archived && <span className="text-muted text-sm"> · {archived}</span>}
          </span>
        </span>
      )}
      actions={actions}
    />
  );
}

function CodedFields({ list, entry }: { list: CodedListKey; entry: CodedRow | null }) {
  const t = useTranslations("coded-lists");
  const fixed = list === "languages" && entry !== null;
  return (
    <FieldRow>
      <TextField
        name="identifier"
        label={t("identifier")}
        help={t(fixed ? "identifierFixed" : `${list}.identifierHelp`)}
        defaultValue={entry?.identifier}
        maxLength={40}
        autoComplete="off"
        readOnly={fixed}
        required
      />
      <TextField name="name" label={t("name")} defaultValue={entry?.name} maxLength={80} autoComplete="off" required />
    </FieldRow>
  );
}
