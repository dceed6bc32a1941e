import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import type { RegistrationView } from "@/lib/features/training/registrations/schema";
import { paths } from "@/lib/paths";
import { formatDateTime } from "@/lib/values/format";
import { RegistrationChip } from "./registration-chip";

/** Training events that a client's people signed up for, in the margin of the client's page. */
export function RegistrationsCard({ registrations }: { registrations: RegistrationView[] }) {
  const t = useTranslations("training.card");
  return (
    <Card title={t("title")}>
      {registrations.length === 0 && <p className="text-muted">{t("none")}</p>}
      <ul className="grid gap-3">
        {registrations.map((registration) => (
          <li key={registration.id}>
            <TextLink href={paths.staff.event(registration.eventId)}>{registration.title}</TextLink>
            <p className="text-muted text-sm">
              {formatDateTime(registration.startsAt, { locale: "en", zone: registration.timeZone, showZone: true })}
            </p>
            <p className="flex flex-wrap items-center gap-2 text-sm">
              {registration.name} <RegistrationChip registration={registration} />
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
