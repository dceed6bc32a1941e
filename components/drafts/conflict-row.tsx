"use client";
import { useTranslations } from "next-intl";
import { useContext } from "react";
import { FormContext } from "@/components/ui/form-context";
import type { ConflictField } from "./conflict-fields";

export type Side = "mine" | "theirs";
type ConflictRowProps = {
  field: ConflictField;
  by: string;
  picked: Side | null;
  onPick: (side: Side) => void;
};

/** One field that two people changed: what each of them wants it to hold, and what it held before. */
export function ConflictRow({ field, by, picked, onPick }: ConflictRowProps) {
  const t = useTranslations("drafts.conflict");
  const { fields } = useContext(FormContext);
  const words = fields.get(field.name);
  const shown = (value: string | string[] | undefined) => {
    const parts = [value ?? []].flat().filter((each) => each !== "");
    if (words?.isBox) return t(parts.length > 0 ? "ticked" : "unticked");
    if (parts.length === 0) return t("blank");
    return parts.map((each) => words?.options?.find((option) => option.value === each)?.label ?? each).join(", ");
  };
  const sides = [
    { side: "mine", label: t("mine"), value: field.mine },
    { side: "theirs", label: t("theirs", { name: by }), value: field.theirs },
  ] as const;
  return (
    <fieldset className="py-3">
      <legend className="float-left font-medium text-sm">{words?.label ?? field.name}</legend>
      <p className="clear-both pb-1 text-muted text-sm">
        {t("original")}: <span className="break-words">{shown(field.original)}</span>
      </p>
      <div className="grid gap-2 sm:grid-cols-2">
        {sides.map(({ side, label, value }) => (
          <label
            key={side}
            className="flex min-w-0 cursor-pointer gap-2.5 rounded-md border border-edge p-2.5 hover:bg-hover has-checked:border-accent has-checked:bg-accent-soft"
          >
            <input
              type="radio"
              name={`$choice-${field.name}`}
              value={side}
              checked={picked === side}
              onChange={() => onPick(side)}
              className="tick mt-0.5"
            />
            <span className="min-w-0">
              <span className="block text-muted text-xs">{label}</span>
              <span className="line-clamp-6 whitespace-pre-line break-words">{shown(value)}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
