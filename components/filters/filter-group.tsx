"use client";
import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { SelectField } from "@/components/ui/select-field";
import type { DraftGroup, DraftNode, EditableField } from "@/lib/features/filters/editor/schema";
import { FilterConditionRow } from "./filter-condition-row";

export type FilterEdit = {
  change: (id: string, change: (node: DraftNode) => DraftNode | null) => void;
  add: (parentId: string, what: "condition" | "group") => void;
  incomplete: ReadonlySet<string>;
};

type FilterGroupProps = { group: DraftGroup; number?: number; fields: readonly EditableField[]; edit: FilterEdit };

/** Conditions that belong together, and groups within. */
export function FilterGroup({ group, number, fields, edit }: FilterGroupProps) {
  const t = useTranslations("saved-filters");
  const isTop = number === undefined;
  const choices = (["all", "any"] as const).map((value) => ({
    value,
    label: t(value === "all" ? "matchAll" : "matchAny"),
  }));
  return (
    <fieldset className={`grid min-w-0 gap-3 ${isTop ? "" : "rounded-md border border-strong border-dashed p-3"}`}>
      <legend className="sr-only">{isTop ? t("title") : t("group", { number })}</legend>
      <div className="flex items-end gap-2">
        <div className="w-56 max-w-full">
          <SelectField
            name={`${group.id}-match`}
            label={t("match")}
            value={group.match}
            onChange={({ target }) =>
              edit.change(group.id, () => ({ ...group, match: target.value === "any" ? "any" : "all" }))
            }
            options={choices}
          />
        </div>
        {!isTop && (
          <div className="mb-6 ml-auto">
            <IconButton small label={t("removeGroup")} icon={<X />} onPress={() => edit.change(group.id, () => null)} />
          </div>
        )}
      </div>
      {group.children.map((child, index) => (
        <FilterNode key={child.id} node={child} number={index + 1} fields={fields} edit={edit} />
      ))}
      {isTop && group.children.length === 0 && <p className="text-muted">{t("noConditions")}</p>}
      <div className="flex flex-wrap gap-2">
        <Button size="sm" icon={<Plus />} onPress={() => edit.add(group.id, "condition")}>
          {t("addCondition")}
        </Button>
        {isTop && (
          <Button size="sm" variant="ghost" icon={<Plus />} onPress={() => edit.add(group.id, "group")}>
            {t("addGroup")}
          </Button>
        )}
      </div>
    </fieldset>
  );
}

type FilterNodeProps = { node: DraftNode; number: number; fields: readonly EditableField[]; edit: FilterEdit };

function FilterNode({ node, number, fields, edit }: FilterNodeProps) {
  const t = useTranslations("saved-filters");
  if ("match" in node) return <FilterGroup group={node} number={number} fields={fields} edit={edit} />;
  const remove = () => edit.change(node.id, () => null);
  if ("kept" in node) {
    return (
      <div className="flex items-center gap-2 rounded-md border border-border p-3">
        <p className="flex-1">{t("kept")}</p>
        <IconButton small label={t("removeCondition", { number })} icon={<X />} onPress={remove} />
      </div>
    );
  }
  return (
    <FilterConditionRow
      condition={node}
      number={number}
      fields={fields}
      problem={edit.incomplete.has(node.id)}
      onChange={(next) => edit.change(node.id, () => next)}
      onRemove={remove}
    />
  );
}
