import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { NavIcon } from "@/components/shell/nav-icon";
import { paths } from "@/lib/paths";

/** The way to pages for which the phone's menu has no room. */
export function HomeLinks({ terms }: { terms: { practitioners: string; sessions: string } }) {
  const t = useTranslations("portal.home");
  const links = [
    { href: paths.portal.sessions, icon: "sessions", label: terms.sessions, body: t("sessions") },
    { href: paths.portal.practitioners, icon: "practitioners", label: terms.practitioners, body: t("practitioners") },
  ] as const;
  return (
    <ul className="grid gap-3 sm:grid-cols-2">
      {links.map(({ href, icon, label, body }) => (
        <li key={href}>
          <Link
            href={href}
            className="flex h-full items-center gap-3.5 rounded-lg border border-border bg-surface p-4 no-underline hover:bg-hover"
          >
            <span className="flex size-10 shrink-0 items-center justify-center rounded-full bg-hover text-muted">
              <NavIcon name={icon} />
            </span>
            <span className="min-w-0 flex-1">
              <span className="block font-semibold">{label}</span>
              <span className="block text-pretty text-muted text-sm">{body}</span>
            </span>
            <ChevronRight aria-hidden className="size-5 shrink-0 text-muted" />
          </Link>
        </li>
      ))}
    </ul>
  );
}
