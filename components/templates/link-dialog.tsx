"use client";
import type { Editor } from "@tiptap/react";
import { Link } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { IconButton } from "@/components/ui/icon-button";
import { TextField } from "@/components/ui/text-field";

const ADDRESS = /^(https?:\/\/|mailto:|tel:)\S+$/i;

/** Asks where the selected words lead. */
export function LinkDialog({ editor }: { editor: Editor }) {
  const t = useTranslations("templates.editor");
  const [isOpen, setOpen] = useState(false);
  const [href, setHref] = useState("");
  const chain = () => editor.chain().focus().extendMarkRange("link");

  function open() {
    setHref(editor.getAttributes("link").href ?? "https://");
    setOpen(true);
  }
  function finish(run: () => void) {
    setOpen(false);
    run();
  }
  return (
    <>
      <IconButton small label={t("link")} icon={<Link />} onPress={open} />
      <Dialog title={t("linkTitle")} isOpen={isOpen} onOpenChange={setOpen}>
        <TextField
          name="link-address"
          label={t("linkAddress")}
          help={t("linkHelp")}
          type="url"
          value={href}
          onChange={(event) => setHref(event.target.value)}
        />
        <div className="flex flex-wrap gap-2">
          <Button
            variant="primary"
            isDisabled={!ADDRESS.test(href.trim())}
            onPress={() => finish(() => chain().setLink({ href: href.trim() }).run())}
          >
            {t("setLink")}
          </Button>
          <Button onPress={() => finish(() => chain().unsetLink().run())}>{t("removeLink")}</Button>
        </div>
      </Dialog>
    </>
  );
}
