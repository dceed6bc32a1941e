"use client";
import { type Editor, useEditorState } from "@tiptap/react";
import { Bold, Braces, Italic, List, ListOrdered, Redo2, Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { ToggleButton } from "react-aria-components/ToggleButton";
import { Toolbar } from "react-aria-components/Toolbar";
import { IconButton } from "@/components/ui/icon-button";
import { Menu } from "@/components/ui/menu";
import { LinkDialog } from "./link-dialog";
import type { VariableChoice } from "./variable-choice";

const TOGGLE =
  "inline-flex size-(--control-sm) items-center justify-center rounded-md text-text hover:bg-hover selected:bg-accent-soft selected:text-accent [&_svg]:size-4";

/** Formatting and variables; one stop for Tab, arrows inside. */
export function EditorToolbar({ editor, choices }: { editor: Editor; choices: readonly VariableChoice[] }) {
  const t = useTranslations("templates.editor");
  const state = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      bold: now.isActive("bold"),
      italic: now.isActive("italic"),
      bulletList: now.isActive("bulletList"),
      orderedList: now.isActive("orderedList"),
      undo: now.can().undo(),
      redo: now.can().redo(),
    }),
  });
  const chain = () => editor.chain().focus();
  const toggles = [
    { name: "bold", icon: <Bold />, run: () => chain().toggleBold().run() },
    { name: "italic", icon: <Italic />, run: () => chain().toggleItalic().run() },
    { name: "bulletList", icon: <List />, run: () => chain().toggleBulletList().run() },
    { name: "orderedList", icon: <ListOrdered />, run: () => chain().toggleOrderedList().run() },
  ] as const;
  return (
    <Toolbar aria-label={t("toolbar")} className="flex flex-wrap items-center gap-1 border-border border-b p-1">
      {toggles.map(({ name, icon, run }) => (
        <ToggleButton key={name} aria-label={t(name)} isSelected={state[name]} onChange={run} className={TOGGLE}>
          {icon}
        </ToggleButton>
      ))}
      <LinkDialog editor={editor} />
      <IconButton
        small
        label={t("undo")}
        icon={<Undo2 />}
        isDisabled={!state.undo}
        onPress={() => chain().undo().run()}
      />
      <IconButton
        small
        label={t("redo")}
        icon={<Redo2 />}
        isDisabled={!state.redo}
        onPress={() => chain().redo().run()}
      />
      <span className="ml-auto">
        <Menu
          label={t("insertVariable")}
          variant="ghost"
          items={choices.map(({ id, label }) => ({
            id,
            label,
            icon: <Braces />,
            onAction: () => chain().insertContent({ type: "variable", attrs: { id } }).run(),
          }))}
        />
      </span>
    </Toolbar>
  );
}
