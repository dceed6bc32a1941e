import { MapPin, Video } from "lucide-react";
import { useTranslations } from "next-intl";
import { buttonStyles } from "@/components/ui/button-styles";
import type { DaySession } from "@/lib/features/calendar/day/schema";

/** Where it takes place: the meeting to join, or the room or address to go to. */
export function FocusPlace({ session: { meetingLink, place, center } }: { session: DaySession }) {
  const t = useTranslations("my-day");
  return (
    <div className="grid gap-2">
      {meetingLink && (
        <a href={meetingLink} target="_blank" rel="noreferrer" className={buttonStyles({ className: "min-h-11" })}>
          <Video aria-hidden />
          {t("join")}
        </a>
      )}
      <p className="flex gap-2 text-muted">
        <MapPin aria-hidden className="mt-[0.2em] size-4 shrink-0" />
        <span className="min-w-0 break-words">
          <span className="sr-only">{t("where")}: </span>
          {[place, center].filter(Boolean).join(" · ")}
        </span>
      </p>
    </div>
  );
}
