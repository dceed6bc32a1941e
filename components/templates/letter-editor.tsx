"use client";
import type { JSONContent } from "@tiptap/core";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { FieldLabel } from "@/components/ui/field-label";
import { FieldMessage } from "@/components/ui/field-message";
import { firstOf, useField } from "@/components/ui/form-context";
import { Skeleton } from "@/components/ui/skeleton";
import type { VariableChoice } from "./variable-choice";

const LetterCanvas = dynamic(async () => (await import("./letter-canvas")).LetterCanvas, {
  ssr: false,
  loading: () => <EditorLoading />,
});

function EditorLoading() {
  const t = useTranslations("templates.editor");
  return (
    <div className="min-h-72 p-3">
      <Skeleton kind="text" lines={6} label={t("loading")} />
    </div>
  );
}

type LetterEditorProps = {
  name: string;
  label: string;
  defaultValue: unknown;
  variables: readonly VariableChoice[];
  help?: ReactNode;
};

/** The body of a letter: rich text with variables as chips. Posts the editor's document as JSON text. */
export function LetterEditor({ name, label, defaultValue, variables, help }: LetterEditorProps) {
  const field = useField(name, { help, required: true, words: { label } });
  const [json, setJson] = useState(() => firstOf(field.submitted, undefined) ?? JSON.stringify(defaultValue));
  const [initial] = useState<JSONContent>(() => JSON.parse(json));
  const labelId = `${field.id}-label`;
  return (
    <div className="min-w-0">
      <FieldLabel id={labelId} htmlFor={field.id} required>
        {label}
      </FieldLabel>
      <div
        className={`rounded-md border bg-surface focus-within:outline-2 focus-within:outline-accent ${field.error ? "border-danger" : "border-strong"}`}
      >
        <LetterCanvas
          field={{ id: field.id, labelId, messageId: field.messageId, invalid: field.error !== null }}
          content={initial}
          choices={variables}
          onChange={setJson}
        />
      </div>
      <input type="hidden" name={name} value={json} />
      <FieldMessage id={field.messageId} error={field.error} help={help} />
    </div>
  );
}
