"use client";
import { ArrowDown, ArrowUp, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { TextField } from "@/components/ui/text-field";
import type { CustomChoice } from "@/lib/features/custom-fields/schema";

type Row = { key: string; id: string; label: string };

/** The choices of a field in their order, to be named, ordered, added and taken out. */
export function CustomChoiceRows({ choices }: { choices: readonly CustomChoice[] }) {
  const t = useTranslations("custom-fields.form");
  const next = useRef(0);
  const [rows, setRows] = useState<Row[]>(() => {
    const known = choices.map(({ id, label }) => ({ key: id, id, label }));
    return known.length > 0 ? known : [blank(), blank()];
  });
  function blank(): Row {
    next.current += 1;
    return { key: `new-${next.current}`, id: "", label: "" };
  }
  const rename = (key: string, label: string) =>
    setRows((before) => before.map((row) => (row.key === key ? { ...row, label } : row)));
  const move = (index: number, by: 1 | -1) =>
    setRows((before) => {
      const after = [...before];
      after.splice(index + by, 0, ...after.splice(index, 1));
      return after;
    });
  return (
    <fieldset className="mb-4 min-w-0">
      <legend className="font-medium">{t("choices")}</legend>
      <p className="mb-2 text-muted text-sm">{t("choicesHelp")}</p>
      <ol>
        {rows.map((row, index) => {
          const number = index + 1;
          return (
            <li key={row.key} className="flex items-start gap-1">
              <input type="hidden" name={`choices.${index}.id`} value={row.id} />
              <div className="min-w-0 flex-1">
                <TextField
                  name={`choices.${index}.label`}
                  label={t("choice", { number })}
                  hideLabel
                  value={row.label}
                  onChange={({ target }) => rename(row.key, target.value)}
                  maxLength={120}
                  autoComplete="off"
                />
              </div>
              <IconButton
                label={t("choiceUp", { number })}
                icon={<ArrowUp />}
                isDisabled={index === 0}
                onPress={() => move(index, -1)}
              />
              <IconButton
                label={t("choiceDown", { number })}
                icon={<ArrowDown />}
                isDisabled={index === rows.length - 1}
                onPress={() => move(index, 1)}
              />
              <IconButton
                label={t("removeChoice", { number })}
                icon={<X />}
                onPress={() => setRows((before) => before.filter(({ key }) => key !== row.key))}
              />
            </li>
          );
        })}
      </ol>
      <Button size="sm" onPress={() => setRows((before) => [...before, blank()])}>
        {t("addChoice")}
      </Button>
    </fieldset>
  );
}
