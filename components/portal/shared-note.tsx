import { useTranslations } from "next-intl";

/** What the practitioner wrote about a session for the client. */
export function SharedNote({ text }: { text: string }) {
  const t = useTranslations("portal.sessions");
  return (
    <div className="mt-2 border-accent border-l-2 pl-3">
      <p className="text-muted text-sm">{t("note")}</p>
      <p className="max-w-prose whitespace-pre-line break-words">{text}</p>
    </div>
  );
}
