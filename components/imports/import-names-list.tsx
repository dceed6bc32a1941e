"use client";
import { useTranslations } from "next-intl";
import { CheckboxGroup } from "@/components/ui/checkbox-group";
import type { NamedKind } from "@/lib/features/imports/matching/schema";
import type { NewNameView } from "@/lib/features/imports/results/schema";

type ImportNamesListProps = { names: readonly NewNameView[]; terms: Record<string, string> };

const KINDS: readonly NamedKind[] = ["center", "practitioner", "funding-source"];

/** Names of the file that nobody here has: ticked ones are made with it. */
export function ImportNamesList({ names, terms }: ImportNamesListProps) {
  const t = useTranslations("imports.names");
  return (
    <div className="grid gap-x-8 gap-y-2 md:grid-cols-3">
      {KINDS.map((kind) => {
        const ofKind = names.filter(({ named }) => named === kind);
        return (
          ofKind.length > 0 && (
            <CheckboxGroup
              key={kind}
              name={`create.${kind}[]`}
              label={t(kind, { ...terms, count: ofKind.length })}
              help={t(`${kind}-help`, terms)}
              options={ofKind.map(({ id, name }) => ({ value: id, label: name }))}
              defaultValue={ofKind.map(({ id }) => id)}
            />
          )
        );
      })}
    </div>
  );
}
