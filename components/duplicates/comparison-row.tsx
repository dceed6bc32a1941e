"use client";
import { useTranslations } from "next-intl";
import { useId } from "react";

type Option = { id: string; person: string; value: string | null; detail?: string };

type ComparisonRowProps = {
  name: string;
  label: string;
  options: readonly Option[];
  chosen: string;
  onChoose: (id: string) => void;
};

/** One question with an answer per person; where all say the same there is nothing to choose. */
export function ComparisonRow({ name, label, options, chosen, onChoose }: ComparisonRowProps) {
  const t = useTranslations("duplicates.comparison");
  const labelId = useId();
  // What nobody has is no question.
  if (options.every(({ value }) => value === null)) return <input type="hidden" name={name} value={chosen} />;
  const asks = name === "winnerId" || new Set(options.map(({ value }) => value ?? "")).size > 1;
  return (
    <div
      role="radiogroup"
      aria-labelledby={labelId}
      className="grid gap-1 border-border px-4 py-3 not-first:border-t md:col-span-full md:grid-cols-subgrid md:gap-x-4 md:py-2"
    >
      <p id={labelId} className="font-medium text-sm md:py-1">
        {label}
      </p>
      {asks ? (
        options.map((option) => (
          <label
            key={option.id}
            className="flex cursor-pointer items-start gap-2.5 rounded-md px-2 py-1 hover:bg-hover has-checked:bg-accent-soft"
          >
            <input
              type="radio"
              name={name}
              value={option.id}
              checked={option.id === chosen}
              onChange={() => onChoose(option.id)}
              className="tick mt-[0.1875rem]"
            />
            <span className="min-w-0">
              {name !== "winnerId" && (
                <span className="block text-muted text-xs md:sr-only">{`${option.person}: `}</span>
              )}
              <span className={option.value ? "block break-words" : "block text-muted"}>
                {option.value ?? t("blank")}
              </span>
              {option.detail && <span className="block text-muted text-xs">{option.detail}</span>}
            </span>
          </label>
        ))
      ) : (
        <p className="min-w-0 break-words px-2 py-1 md:col-[2/-1]">
          {options[0]?.value ?? t("blank")} <span className="text-muted text-sm">({t("everybody")})</span>
          <input type="hidden" name={name} value={chosen} />
        </p>
      )}
    </div>
  );
}
