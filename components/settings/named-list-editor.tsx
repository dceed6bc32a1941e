"use client";
import { ArrowDown, ArrowUp } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Dialog } from "@/components/ui/dialog";
import { EmptyState } from "@/components/ui/empty-state";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { SubmitButton } from "@/components/ui/submit-button";
import type { ServerAction } from "@/lib/platform/action-state";

type Entry = { id: string; name: string; archived: boolean };
export type NamedListActions = Record<"add" | "edit" | "move" | "archive", ServerAction>;

type NamedListEditorProps<One extends Entry> = {
  entries: readonly One[];
  words: { title: string; addTitle: string; add: string; emptyTitle?: string; emptyBody?: string };
  /** The fields of one entry, or of a new one. */
  fields: (entry: One | null) => ReactNode;
  /** What is shown of an entry; `archived` says so in words where it is. */
  shown: (entry: One, archived: string | null) => ReactNode;
  /** Further ways on from an entry that is not archived. */
  extra?: (entry: One) => ReactNode;
  actions: NamedListActions;
  /** Sent with each act, where one act serves several lists. */
  hidden?: Readonly<Record<string, string>>;
};

/** A list that an administrator keeps: entries are added, changed, put into order and archived. */
export function NamedListEditor<One extends Entry>(props: NamedListEditorProps<One>) {
  const { entries, words, fields, shown, actions } = props;
  const t = useTranslations("named-lists");
  return (
    <div className="grid max-w-3xl gap-4">
      <Card title={words.title} padded={false}>
        {entries.length === 0 && words.emptyTitle && (
          <EmptyState title={words.emptyTitle} body={words.emptyBody ?? ""} />
        )}
        <ul aria-label={words.title} className="divide-y divide-border empty:hidden">
          {entries.map((entry) => (
            <li key={entry.id} className="flex flex-wrap items-center gap-2 px-4 py-2">
              <span className="min-w-0 flex-[1_1_14rem] [overflow-wrap:anywhere]">
                {shown(entry, entry.archived ? t("isArchived") : null)}
              </span>
              <EntryButtons {...props} entry={entry} />
            </li>
          ))}
        </ul>
      </Card>
      <Card title={words.addTitle}>
        <Form action={actions.add} reset>
          <HiddenFields values={props.hidden} />
          {fields(null)}
          <FormActions>
            <SubmitButton>{words.add}</SubmitButton>
          </FormActions>
        </Form>
      </Card>
    </div>
  );
}

function EntryButtons<One extends Entry>({
  entry,
  fields,
  extra,
  actions,
  hidden: also,
}: Pick<NamedListEditorProps<One>, "fields" | "extra" | "actions" | "hidden"> & { entry: One }) {
  const t = useTranslations("named-lists");
  const { id, name, archived } = entry;
  const hidden = <HiddenFields values={{ ...also, entryId: id }} />;
  const archiving = (
    <Form action={actions.archive} className="contents">
      {hidden}
      <input type="hidden" name="archived" value={String(!archived)} />
      <SubmitButton size="sm" variant="ghost" aria-label={t(archived ? "restoreOne" : "archiveOne", { name })}>
        {t(archived ? "restore" : "archive")}
      </SubmitButton>
    </Form>
  );
  if (archived) return archiving;
  return (
    <span className="flex flex-wrap items-center gap-1">
      {(["up", "down"] as const).map((direction) => (
        <Form key={direction} action={actions.move} className="contents">
          {hidden}
          <input type="hidden" name="direction" value={direction} />
          <SubmitButton size="sm" variant="ghost" aria-label={t(direction, { name })}>
            {direction === "up" ? <ArrowUp aria-hidden /> : <ArrowDown aria-hidden />}
          </SubmitButton>
        </Form>
      ))}
      {extra?.(entry)}
      <Dialog
        title={t("editOne", { name })}
        trigger={
          <Button size="sm" variant="ghost" aria-label={t("editOne", { name })}>
            {t("edit")}
          </Button>
        }
      >
        {(close) => (
          <Form action={actions.edit} onDone={close}>
            {hidden}
            {fields(entry)}
            <FormActions>
              <SubmitButton>{t("save")}</SubmitButton>
            </FormActions>
          </Form>
        )}
      </Dialog>
      {archiving}
    </span>
  );
}

function HiddenFields({ values = {} }: { values?: Readonly<Record<string, string>> }) {
  return Object.entries(values).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
}
