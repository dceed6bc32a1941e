import { CalendarPlus, Video } from "lucide-react";
import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import type { RegistrationView } from "@/lib/features/training/registrations/schema";
import { paths } from "@/lib/paths";
import { CancelPlaceDialog } from "./cancel-place-dialog";
import { RegistrationChip } from "./registration-chip";

/** A place that somebody holds at this event, and what can be done with it. */
export function HeldPlaceCard({ registration, open }: { registration: RegistrationView; open: boolean }) {
  const t = useTranslations("training");
  const { status, waitingPlace, onlineUrl, isOwn, name } = registration;
  const confirmed = status === "CONFIRMED";
  return (
    <Card title={isOwn ? undefined : name}>
      <div className="flex flex-wrap items-center gap-2">
        <RegistrationChip registration={registration} />
        {waitingPlace !== null && <span>{t("waitingPlace", { place: waitingPlace })}</span>}
      </div>
      <p className="mt-2 text-muted">{t(confirmed ? "confirmedBody" : "waitingBody")}</p>
      <div className="mt-4 flex flex-wrap gap-2">
        {onlineUrl && (
          <LinkButton
            href={onlineUrl}
            variant="primary"
            target="_blank"
            rel="noopener noreferrer"
            icon={<Video aria-hidden />}
          >
            {t("join")}
          </LinkButton>
        )}
        {confirmed && (
          <LinkButton href={paths.api.eventCalendar(registration.eventId)} download icon={<CalendarPlus aria-hidden />}>
            {t("calendar")}
          </LinkButton>
        )}
        {open && <CancelPlaceDialog registration={registration} />}
      </div>
    </Card>
  );
}
