"use client";
import { useTranslations } from "next-intl";
import { Disclosure } from "@/components/ui/disclosure";

type LetterPreviewProps = { subject: string; html: string; text: string };

/** A finished letter as a mail program shows it: in a frame without scripts, forms, or this page's rights. */
export function LetterPreview({ subject, html, text }: LetterPreviewProps) {
  const t = useTranslations("templates.preview");
  return (
    <div className="min-w-0">
      <p className="mb-2 break-words">
        <span className="text-muted">{t("subject")}: </span>
        <strong className="font-semibold">{subject}</strong>
      </p>
      {/* A mail is always light, so its frame is too. */}
      <iframe
        title={t("frame")}
        sandbox=""
        srcDoc={html}
        className="h-96 w-full rounded-md border border-border bg-[#fff] [color-scheme:light]"
      />
      <Disclosure title={t("plain")}>
        <pre className="overflow-x-auto whitespace-pre-wrap break-words font-mono text-sm">{text}</pre>
      </Disclosure>
    </div>
  );
}
