import { ChevronRight, Phone } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { DaySession } from "@/lib/features/calendar/day/schema";
import { paths } from "@/lib/paths";
import { displayPhone, phoneHref } from "@/lib/values/phone";

/** Everybody who comes: a tap opens the record, a tap on the phone calls. */
export function FocusPeople({ session, values }: { session: DaySession; values: Record<string, string> }) {
  const t = useTranslations("my-day");
  return (
    <ul className="grid grid-cols-[minmax(0,1fr)] gap-1.5">
      {session.parts.map(({ id, clientId, name, number, contact, phone }) => (
        <li key={id} className="flex items-stretch gap-2">
          <Link
            href={paths.staff.client(clientId)}
            className="flex min-h-11 min-w-0 flex-1 items-center gap-2 rounded-md border border-border px-3 py-1.5 text-text leading-tight no-underline hover:bg-hover"
          >
            <span className="min-w-0 flex-1">
              <span className="block truncate font-medium">{contact ?? name}</span>
              <span className="block truncate text-muted text-sm tabular-nums">
                {[contact && name, number].filter(Boolean).join(" · ")}
              </span>
            </span>
            <ChevronRight aria-hidden className="size-4 shrink-0 text-muted" />
          </Link>
          {phone && (
            <a
              href={phoneHref(phone)}
              className="flex min-h-11 shrink-0 items-center gap-2 rounded-md bg-accent-soft px-3 font-medium text-accent no-underline hover:underline"
            >
              <Phone aria-hidden className="size-4" />
              <span className="sr-only">{t("call", { name: contact ?? name })}</span>
              <span className="tabular-nums max-sm:sr-only">{displayPhone(phone)}</span>
              <span aria-hidden className="sm:hidden">
                {t("callShort")}
              </span>
            </a>
          )}
        </li>
      ))}
      {session.unseen > 0 && (
        <li className="text-muted text-sm">{t("unseen", { ...values, count: session.unseen })}</li>
      )}
    </ul>
  );
}
