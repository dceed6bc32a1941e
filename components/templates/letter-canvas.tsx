"use client";
import type { JSONContent } from "@tiptap/core";
import { EditorContent, useEditor } from "@tiptap/react";
import { StarterKit } from "@tiptap/starter-kit";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { EditorToolbar } from "./editor-toolbar";
import type { VariableChoice } from "./variable-choice";
import { VariableNode } from "./variable-node";
import { VariableOffer } from "./variable-offer";
import { type Offer, VariableSuggestion } from "./variable-suggestion";

type LetterCanvasProps = {
  field: { id: string; labelId: string; messageId: string; invalid: boolean };
  content: JSONContent;
  choices: readonly VariableChoice[];
  onChange: (json: string) => void;
};

const TEXT =
  "min-h-64 whitespace-pre-wrap break-words px-3 py-2 outline-none [&_.ProseMirror-separator]:inline [&_a]:text-accent [&_a]:underline [&_h2]:font-semibold [&_h2]:text-lg [&_h3]:font-semibold [&_li>p]:mb-1 [&_ol]:mb-3 [&_ol]:list-decimal [&_ol]:pl-6 [&_p]:mb-3 [&_ul]:mb-3 [&_ul]:list-disc [&_ul]:pl-6";

const KIT = StarterKit.configure({
  heading: { levels: [2, 3] },
  link: { openOnClick: false, defaultProtocol: "https" },
  blockquote: false,
  code: false,
  codeBlock: false,
  horizontalRule: false,
  strike: false,
  underline: false,
});

/** The editor itself; big, so it is fetched only where somebody writes. */
export function LetterCanvas({ field, content, choices, onChange }: LetterCanvasProps) {
  const t = useTranslations("templates.editor");
  const [offer, setOffer] = useState<Offer | null>(null);
  const offerId = `${field.id}-offer`;
  const editor = useEditor({
    immediatelyRender: false,
    injectCSS: false,
    extensions: [KIT, VariableNode.configure({ choices }), VariableSuggestion.configure({ choices, show: setOffer })],
    content,
    onUpdate: ({ editor: changed }) => onChange(JSON.stringify(changed.getJSON())),
    editorProps: {
      attributes: {
        id: field.id,
        role: "textbox",
        "aria-multiline": "true",
        "aria-labelledby": field.labelId,
        "aria-describedby": field.messageId,
        class: TEXT,
      },
    },
  });

  useEffect(() => {
    const text = editor?.view.dom;
    text?.toggleAttribute("aria-invalid", field.invalid);
    if (field.invalid) text?.setAttribute("aria-invalid", "true");
  }, [editor, field.invalid]);
  useEffect(() => {
    const active = offer?.choices[offer.active];
    const text = editor?.view.dom;
    if (active) text?.setAttribute("aria-activedescendant", `${offerId}-${active.id}`);
    else text?.removeAttribute("aria-activedescendant");
  }, [editor, offer, offerId]);

  if (!editor) return null;
  return (
    <>
      <EditorToolbar editor={editor} choices={choices} />
      <EditorContent editor={editor} />
      {offer && <VariableOffer id={offerId} label={t("variables")} offer={offer} />}
    </>
  );
}
