"use client";
import type { ComponentProps, ReactNode } from "react";
import { FieldMessage } from "./field-message";
import { useField } from "./form-context";

type SwitchProps = Omit<ComponentProps<"input">, "name" | "type"> & {
  name: string;
  children: ReactNode;
  help?: ReactNode;
};

// The box's own checked state is what is read out, so no aria-checked is written beside it.
const SPOKEN_AS = { role: "switch" };

/** On or off, posted with the form as "on" or not at all. */
export function Switch({ name, children, help, defaultChecked, ...input }: SwitchProps) {
  const field = useField(name, { help, words: { label: typeof children === "string" ? children : name, isBox: true } });
  return (
    <div>
      <div className="flex min-h-(--control-sm) items-center gap-2.5">
        <input
          {...input}
          {...field.aria}
          {...SPOKEN_AS}
          id={field.id}
          name={name}
          type="checkbox"
          defaultChecked={field.refilled && !input.disabled ? field.submitted === "on" : defaultChecked}
          className="h-5 w-9 shrink-0 appearance-none rounded-full border border-strong bg-hover transition-colors before:block before:size-3.5 before:translate-x-0.5 before:translate-y-0.5 before:rounded-full before:bg-strong before:transition-transform checked:border-accent checked:bg-accent checked:before:translate-x-[1.125rem] checked:before:bg-on-accent disabled:opacity-50 forced-colors:appearance-auto"
        />
        <label htmlFor={field.id}>{children}</label>
      </div>
      {(help || field.error) && <FieldMessage id={field.messageId} error={field.error} help={help} />}
    </div>
  );
}
