import { useTranslations } from "next-intl";
import type { Piece } from "@/lib/features/agreements/versions/rules";

const LOOKS = {
  added: "bg-success-soft underline decoration-2 decoration-success underline-offset-3",
  removed: "bg-danger-soft line-through decoration-danger",
} as const;

/** Two texts as one: what came is underlined, what went is struck through, and both are said in words as well. */
export function WordingDiff({ pieces, lang }: { pieces: readonly Piece[]; lang: string }) {
  const t = useTranslations("agreements.diff");
  if (pieces.every(({ kind }) => kind === "same")) return <p className="text-muted">{t("same")}</p>;
  return (
    <div lang={lang} className="max-w-prose whitespace-pre-wrap break-words leading-relaxed">
      {pieces.map(({ place, kind, text }) => {
        if (kind === "same") return text;
        const Mark = kind === "added" ? "ins" : "del";
        return (
          <Mark key={place} className={LOOKS[kind]}>
            <span className="sr-only">{t(kind)} </span>
            {text}
            <span className="sr-only"> {t("end")}</span>
          </Mark>
        );
      })}
    </div>
  );
}
