"use client";
import type { ReactNode } from "react";
import { FieldMessage } from "./field-message";
import { useField } from "./form-context";

export type Choice = { value: string; label: string; help?: ReactNode; disabled?: boolean };

/** In a row up to so many; more stand in columns, where the eye finds one. */
const MANY = 8;
const COLUMNS = "grid grid-cols-[repeat(auto-fill,minmax(8.5rem,1fr))] gap-x-4";

type ChoiceListProps = {
  type: "checkbox" | "radio";
  name: string;
  label: string;
  options: readonly Choice[];
  chosen: readonly string[];
  frame: { help?: ReactNode; required?: boolean; inline?: boolean; onChange?: (value: string) => void };
};

/** The boxes or dots below one question, inside a fieldset that asks it. */
export function ChoiceList({ type, name, label, options, chosen, frame }: ChoiceListProps) {
  const field = useField(name, { ...frame, words: { label, options } });
  const picked = field.refilled ? [field.submitted ?? []].flat() : chosen;
  return (
    <fieldset aria-describedby={field.aria["aria-describedby"]} className="min-w-0">
      <legend className="mb-1 font-medium text-sm">
        {label}
        {frame.required && (
          <span aria-hidden className="text-danger">
            {" *"}
          </span>
        )}
      </legend>
      <div className={frame.inline ? (options.length > MANY ? COLUMNS : "flex flex-wrap gap-x-5") : "grid"}>
        {options.map((option, at) => {
          const id = at === 0 ? field.id : `${field.id}-${at}`;
          return (
            <div key={option.value} className="flex min-h-(--control-sm) items-start gap-2.5">
              <input
                id={id}
                type={type}
                name={name}
                value={option.value}
                disabled={option.disabled}
                onChange={frame.onChange && (() => frame.onChange?.(option.value))}
                defaultChecked={picked.includes(option.value)}
                aria-invalid={field.aria["aria-invalid"]}
                aria-describedby={option.help ? `${id}-help` : undefined}
                className="tick mt-[calc((var(--control-sm)-1.125rem)/2)]"
              />
              <div>
                <label htmlFor={id} className="block py-[calc((var(--control-sm)-1.5em)/2)]">
                  {option.label}
                </label>
                {option.help && (
                  <p id={`${id}-help`} className="-mt-1 pb-1 text-muted text-sm">
                    {option.help}
                  </p>
                )}
              </div>
            </div>
          );
        })}
      </div>
      <FieldMessage id={field.messageId} error={field.error} help={frame.help} />
    </fieldset>
  );
}
