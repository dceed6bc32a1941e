import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";

type Crumb = { label: string; href?: string };

/** Where this page lies; the last one is the page itself. */
export function Breadcrumbs({ items }: { items: readonly Crumb[] }) {
  const t = useTranslations("ui");
  return (
    <nav aria-label={t("breadcrumbs")} className="mb-2 text-muted text-sm print:hidden">
      <ol className="flex flex-wrap items-center gap-1">
        {items.map(({ label, href }, at) => (
          <li key={label} className="flex min-w-0 items-center gap-1">
            {at > 0 && <ChevronRight aria-hidden className="size-3.5" />}
            {href ? (
              <Link href={href} className="rounded-md no-underline hover:text-text hover:underline">
                {label}
              </Link>
            ) : (
              <span aria-current="page" className="text-text">
                {label}
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
