"use client";
import { Eye, EyeOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ComponentProps, useState } from "react";
import { Field, type FieldProps } from "./field";
import { useField } from "./form-context";

type PasswordFieldProps = FieldProps & Omit<ComponentProps<"input">, "name" | "type">;

/** A password that can be looked at while typing. It is never refilled from the server. */
export function PasswordField({ name, label, help, required, hideLabel, ...input }: PasswordFieldProps) {
  const t = useTranslations("ui");
  const field = useField(name, { help, required, words: { label } });
  const [shown, setShown] = useState(false);
  return (
    <Field field={field} label={label} help={help} required={required} hideLabel={hideLabel}>
      <div className="relative">
        <input
          autoCapitalize="none"
          spellCheck={false}
          {...input}
          {...field.aria}
          id={field.id}
          name={name}
          type={shown ? "text" : "password"}
          className="control pr-12"
        />
        <button
          type="button"
          aria-pressed={shown}
          aria-label={t("showPassword")}
          onClick={() => setShown(!shown)}
          className="absolute inset-y-0 right-0 flex w-11 items-center justify-center rounded-md text-muted hover:text-text"
        >
          {shown ? <EyeOff aria-hidden className="size-4" /> : <Eye aria-hidden className="size-4" />}
        </button>
      </div>
    </Field>
  );
}
