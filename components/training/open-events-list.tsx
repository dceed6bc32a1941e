import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { eventWhen, seatsLeft } from "@/lib/features/training/rules";
import type { EventView } from "@/lib/features/training/schema";
import { paths } from "@/lib/paths";
import { localeOf } from "@/lib/values/locale";

/** Coming events, one below the other; the whole card leads to the event. */
export function OpenEventsList({ events }: { events: EventView[] }) {
  const t = useTranslations("training");
  const language = useLocale();
  const locale = localeOf(language);
  return (
    <ul className="grid gap-3">
      {events.map((event) => {
        const left = seatsLeft(event);
        const where = event.location ?? (event.isOnline ? t("online") : null);
        return (
          <li
            key={event.id}
            className="relative rounded-lg border border-border bg-surface p-4 focus-within:border-accent hover:bg-hover"
          >
            <div className="flex flex-wrap items-start justify-between gap-x-3 gap-y-1">
              <h3 className="min-w-0 text-balance font-semibold text-lg [overflow-wrap:anywhere]">
                <Link
                  href={paths.portal.trainingEvent(event.id)}
                  className="no-underline after:absolute after:inset-0 after:rounded-lg"
                >
                  {event.title}
                </Link>
              </h3>
              <Badge tone={left === 0 ? "warning" : "accent"}>
                {left === null ? t("seatsOpen") : t("seatsLeft", { count: left })}
              </Badge>
            </div>
            <p>{eventWhen(event, locale)}</p>
            <p className="text-muted">{[where, event.centerName].filter(Boolean).join(" · ")}</p>
          </li>
        );
      })}
    </ul>
  );
}
