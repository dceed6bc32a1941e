"use client";
import { Minus, Plus } from "lucide-react";
import { Button } from "react-aria-components/Button";
import { NumberField as AriaNumberField, Group, Input } from "react-aria-components/NumberField";
import { AriaLabel } from "./aria-label";
import type { FieldProps } from "./field";
import { FieldMessage } from "./field-message";
import { firstOf, useField } from "./form-context";

export type NumberPartsProps = Omit<FieldProps, "hideLabel"> & {
  defaultValue?: number | null;
  min?: number;
  max?: number;
  step?: number;
};

const STEP =
  "flex h-[calc(var(--control-h)-2px)] w-9 shrink-0 items-center justify-center border-border border-l text-muted hover:bg-hover hover:text-text disabled:opacity-40";

/** What a number field is made of: the number, and the buttons that count it up and down. */
export function NumberParts({ defaultValue, min, max, step, ...props }: NumberPartsProps) {
  const { name, label, help, required } = props;
  const field = useField(name, { help, required, words: { label } });
  const offered = firstOf(field.submitted, defaultValue === null ? undefined : defaultValue?.toString());
  return (
    <AriaNumberField
      name={name}
      id={field.id}
      defaultValue={offered ? Number(offered) : undefined}
      minValue={min}
      maxValue={max}
      step={step}
      isInvalid={field.error !== null}
      isRequired={required}
      validationBehavior="aria"
      aria-describedby={field.aria["aria-describedby"]}
      className="min-w-0"
    >
      <AriaLabel required={required}>{label}</AriaLabel>
      <Group className="control flex items-center overflow-clip px-0">
        <Input className="min-w-0 flex-1 bg-transparent px-(--control-x) tabular-nums outline-none" />
        <Button slot="decrement" className={STEP}>
          <Minus aria-hidden className="size-4" />
        </Button>
        <Button slot="increment" className={STEP}>
          <Plus aria-hidden className="size-4" />
        </Button>
      </Group>
      <FieldMessage id={field.messageId} error={field.error} help={help} />
    </AriaNumberField>
  );
}
