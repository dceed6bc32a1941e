"use client";
import { Check, Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "./button";

/** A text to take along, in one line that can be marked, with a button that copies it. */
export function CopyText({ label, text }: { label: string; text: string }) {
  const t = useTranslations("ui");
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  };
  return (
    <div className="grid gap-1">
      <span className="font-medium text-sm">{label}</span>
      <div className="flex flex-wrap items-center gap-2">
        <code className="min-w-0 flex-[1_1_16rem] select-all break-all rounded-md border border-border bg-bg px-3 py-2 text-sm">
          {text}
        </code>
        <Button onPress={copy} icon={copied ? <Check aria-hidden /> : <Copy aria-hidden />}>
          {t(copied ? "copied" : "copy")}
        </Button>
        <span role="status" className="sr-only">
          {copied ? t("copied") : ""}
        </span>
      </div>
    </div>
  );
}
