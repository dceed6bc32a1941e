"use client";
import { Braces } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { Field } from "@/components/ui/field";
import { firstOf, useField } from "@/components/ui/form-context";
import { Menu } from "@/components/ui/menu";
import type { VariableChoice } from "./variable-choice";

type SubjectFieldProps = {
  name: string;
  label: string;
  defaultValue?: string;
  variables: readonly VariableChoice[];
};

/** The subject line: text in which variables stand in brackets, typed or chosen. */
export function SubjectField({ name, label, defaultValue, variables }: SubjectFieldProps) {
  const t = useTranslations("templates.editor");
  const field = useField(name, { required: true, words: { label } });
  const input = useRef<HTMLInputElement>(null);

  function insert(id: string) {
    const line = input.current;
    if (!line) return;
    line.setRangeText(
      `[${id}]`,
      line.selectionStart ?? line.value.length,
      line.selectionEnd ?? line.value.length,
      "end",
    );
    // After the menu has given the focus back to its button.
    requestAnimationFrame(() => line.focus());
  }
  return (
    <Field field={field} label={label} required>
      <div className="flex gap-2">
        <input
          ref={input}
          {...field.aria}
          type="text"
          id={field.id}
          name={name}
          maxLength={200}
          defaultValue={firstOf(field.submitted, defaultValue)}
          className="control"
        />
        <Menu
          label={t("insertVariable")}
          icon={<Braces />}
          items={variables.map(({ id, label: shown }) => ({ id, label: shown, onAction: () => insert(id) }))}
        />
      </div>
    </Field>
  );
}
