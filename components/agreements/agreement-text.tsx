import { useTranslations } from "next-intl";
import { blocksOf, type TextBlock } from "@/lib/features/agreements/rules";

function Block({ block }: { block: TextBlock }) {
  if (block.kind === "list") {
    return (
      <ul className="mb-3 max-w-prose list-disc space-y-1 pl-5">
        {block.items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    );
  }
  if (block.kind === "heading") return <h3 className="mt-5 mb-1 font-semibold text-base">{block.text}</h3>;
  return <p className="mb-3 max-w-prose text-pretty">{block.text}</p>;
}

type AgreementTextProps = { title: string; body: string; language: string; facts: string };

/** The agreement as it is signed, in the flow of the page: read by scrolling, by keyboard or by ear alike. */
export function AgreementText({ title, body, language, facts }: AgreementTextProps) {
  const t = useTranslations("agreements");
  return (
    <article aria-label={t("textOf")} lang={language} className="rounded-lg border border-border bg-surface p-4 sm:p-6">
      <h2 className="text-balance font-semibold text-xl">{title}</h2>
      <p className="mb-4 text-muted text-sm">{facts}</p>
      {blocksOf(body).map((block) => (
        <Block key={block.kind + (block.kind === "list" ? block.items.join() : block.text)} block={block} />
      ))}
    </article>
  );
}
