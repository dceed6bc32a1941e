import { useTranslations } from "next-intl";

/** The first stop of the Tab key: past the menus to the page. */
export function SkipLink() {
  const t = useTranslations("shell");
  return (
    <a
      href="#main"
      className="fixed top-2 left-2 z-50 -translate-y-20 rounded-md bg-accent px-4 py-2.5 font-medium text-on-accent no-underline focus:translate-y-0 print:hidden"
    >
      {t("skipToContent")}
    </a>
  );
}
