import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "@/components/ui/text-link";
import type { RegistrationView } from "@/lib/features/training/registrations/schema";
import { eventWhen } from "@/lib/features/training/rules";
import { paths } from "@/lib/paths";
import { localeOf } from "@/lib/values/locale";
import { RegistrationChip } from "./registration-chip";

/** The places somebody holds, with the way to each event. */
export function OwnPlacesList({ registrations }: { registrations: RegistrationView[] }) {
  const t = useTranslations("training");
  const language = useLocale();
  const locale = localeOf(language);
  return (
    <ul className="divide-y divide-border rounded-lg border border-border bg-surface">
      {registrations.map((registration) => (
        <li key={registration.id} className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 p-4">
          <div className="min-w-0">
            <TextLink href={paths.portal.trainingEvent(registration.eventId)}>{registration.title}</TextLink>
            <p className="text-sm">{eventWhen(registration, locale)}</p>
            {!registration.isOwn && <p className="text-muted text-sm">{registration.name}</p>}
            {registration.waitingPlace !== null && (
              <p className="text-muted text-sm">{t("waitingPlace", { place: registration.waitingPlace })}</p>
            )}
          </div>
          <RegistrationChip registration={registration} />
        </li>
      ))}
    </ul>
  );
}
