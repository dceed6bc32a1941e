"use client";
import { useTranslations } from "next-intl";
import { type RefObject, useState } from "react";
import { Button } from "@/components/ui/button";
import type { Piece } from "@/lib/features/agreements/versions/rules";
import { WordingDiff } from "./wording-diff";

type Wording = { title: string; body: string } | null;
type DraftChangesProps = {
  /** Where the fields of the next text stand. */
  texts: RefObject<HTMLElement | null>;
  before: { en: Wording; es: Wording };
};

const LANGUAGES = ["en", "es"] as const;

/** What the text being written changes of the current one, shown when asked for. */
export function DraftChanges({ texts, before }: DraftChangesProps) {
  const t = useTranslations("agreements");
  const [shown, setShown] = useState<{ lang: "en" | "es"; pieces: Piece[] }[] | null>(null);
  const typed = (name: string) =>
    texts.current?.querySelector<HTMLInputElement | HTMLTextAreaElement>(`[name="${name}"]`)?.value ?? "";

  async function compare() {
    const { changedWords } = await import("@/lib/features/agreements/versions/rules");
    const found = LANGUAGES.map((lang) => {
      const [title, body] = [typed(`${lang}.title`), typed(`${lang}.body`)];
      const text = before[lang] ? `${before[lang].title}\n\n${before[lang].body}` : "";
      return {
        lang,
        pieces: title || body || text ? changedWords(text, title || body ? `${title}\n\n${body}` : "") : [],
      };
    });
    setShown(found.filter(({ pieces }) => pieces.length > 0));
  }

  return (
    <div className="mb-4 grid justify-items-start gap-3">
      <Button onPress={compare}>{t("diff.show")}</Button>
      <div aria-live="polite" className="grid gap-4">
        {shown?.map(({ lang, pieces }) => (
          <section key={lang} className="grid gap-2 rounded-lg border border-border bg-surface p-4">
            <h3 className="font-medium">{t(lang === "es" ? "admin.spanish" : "admin.english")}</h3>
            <WordingDiff lang={lang} pieces={pieces} />
          </section>
        ))}
      </div>
    </div>
  );
}
