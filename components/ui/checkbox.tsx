"use client";
import type { ComponentProps, ReactNode } from "react";
import { FieldMessage } from "./field-message";
import { useField } from "./form-context";

type CheckboxProps = Omit<ComponentProps<"input">, "name" | "type"> & {
  name: string;
  children: ReactNode;
  help?: ReactNode;
  required?: boolean;
};

/** A box to tick; it posts `value` ("on" unless said) when ticked and nothing otherwise. */
export function Checkbox({ name, children, help, required, defaultChecked, value = "on", ...input }: CheckboxProps) {
  const field = useField(name, {
    help,
    required,
    words: { label: typeof children === "string" ? children : name, isBox: true },
  });
  const sent = [field.submitted ?? []].flat();
  return (
    <div>
      <div className="flex min-h-(--control-sm) items-start gap-2.5">
        <input
          {...input}
          {...field.aria}
          id={field.id}
          name={name}
          value={value}
          type="checkbox"
          defaultChecked={field.refilled && !input.disabled ? sent.includes(String(value)) : defaultChecked}
          className="tick mt-[calc((var(--control-sm)-1.125rem)/2)]"
        />
        <label htmlFor={field.id} className="flex-1 py-[calc((var(--control-sm)-1.5em)/2)]">
          {children}
        </label>
      </div>
      {(help || field.error) && <FieldMessage id={field.messageId} error={field.error} help={help} />}
    </div>
  );
}
