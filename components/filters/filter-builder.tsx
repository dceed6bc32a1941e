"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { FormActions } from "@/components/ui/form-actions";
import { LinkButton } from "@/components/ui/link-button";
import {
  addNode,
  changeNode,
  draftIds,
  draftOf,
  incompleteRows,
  newCondition,
  treeOf,
} from "@/lib/features/filters/editor/rules";
import type { DraftGroup, EditableField } from "@/lib/features/filters/editor/schema";
import { encodeFilter } from "@/lib/features/filters/encoding/rules";
import { addressWith } from "@/lib/features/filters/lists/rules";
import type { FilterTree } from "@/lib/features/filters/schema";
import { type FilterEdit, FilterGroup } from "./filter-group";

type FilterBuilderProps = {
  fields: readonly EditableField[];
  filter: FilterTree | null;
  /** The address of the list without its filter; applying adds the filter, cancelling goes to `cancelHref`. */
  list: { path: string; parameters: Record<string, string | undefined> };
  cancelHref: string;
};

/** Edits a filter row by row; nothing is listed anew before it is applied. */
export function FilterBuilder({ fields, filter, list, cancelHref }: FilterBuilderProps) {
  const t = useTranslations("saved-filters");
  const router = useRouter();
  const [nextId] = useState(draftIds);
  const [draft, setDraft] = useState<DraftGroup>(() => startOf(filter, fields, nextId));
  const [incomplete, setIncomplete] = useState<ReadonlySet<string>>(new Set());
  const form = useRef<HTMLFormElement>(null);

  function add(parentId: string, what: "condition" | "group") {
    const [first] = fields;
    if (!first) return;
    const row = newCondition(first, nextId());
    const node = what === "condition" ? row : { id: nextId(), match: "any" as const, children: [row] };
    setDraft((before) => addNode(before, parentId, node));
  }
  const edit: FilterEdit = {
    incomplete,
    add,
    change: (id, change) =>
      setDraft((before) =>
        before.id === id ? ((change(before) as DraftGroup | null) ?? before) : changeNode(before, id, change),
      ),
  };

  function apply(event: FormEvent) {
    event.preventDefault();
    const missing = incompleteRows(draft);
    setIncomplete(new Set(missing));
    const [first] = missing;
    if (first) return form.current?.querySelector<HTMLElement>(`[name^="${first}-"], [name="${first}"]`)?.focus();
    const tree = treeOf(draft) ?? { all: [] };
    router.push(
      addressWith(list.path, list.parameters, { filter: encodeFilter(tree), view: undefined, edit: undefined }),
    );
  }

  return (
    <Card title={t("title")}>
      <form ref={form} onSubmit={apply} className="grid grid-cols-[minmax(0,1fr)] gap-3" noValidate>
        <FilterGroup group={draft} fields={fields} edit={edit} />
        <FormActions>
          <Button type="submit" variant="primary">
            {t("apply")}
          </Button>
          <LinkButton href={cancelHref} variant="ghost">
            {t("cancel")}
          </LinkButton>
        </FormActions>
      </form>
    </Card>
  );
}

/** A new filter begins with one row to fill in. */
function startOf(filter: FilterTree | null, fields: readonly EditableField[], nextId: () => string): DraftGroup {
  const draft = draftOf(filter, nextId);
  const [first] = fields;
  if (filter || !first) return draft;
  return { ...draft, children: [newCondition(first, nextId())] };
}
