import { FlaskConical } from "lucide-react";
import { useTranslations } from "next-intl";

/** Says that the data is invented, so that nobody mistakes a trial for the real thing. */
export function DemoBar() {
  const t = useTranslations("shell");
  return (
    <p className="flex min-h-8 items-center justify-center gap-2 bg-accent-soft px-4 py-1 text-accent text-sm print:hidden">
      <FlaskConical aria-hidden className="size-4 shrink-0" />
      {t("demo")}
    </p>
  );
}
