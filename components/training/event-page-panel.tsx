import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import type { EventVisitor } from "@/lib/features/training/registrations/schema";
import { type RegistrationBlocker, seatsLeft } from "@/lib/features/training/rules";
import type { EventView } from "@/lib/features/training/schema";
import { paths } from "@/lib/paths";
import { EventFacts } from "./event-facts";
import { HeldPlaceCard } from "./held-place-card";
import { PublicRegisterForm } from "./public-register-form";
import { RegisterForm } from "./register-form";

type EventPagePanelProps = {
  event: EventView;
  blocker: RegistrationBlocker | null;
  started: boolean;
  /** Null when staff look. */
  visitor: EventVisitor | null;
};

/** One event as people who might come see it. */
export function EventPagePanel({ event, blocker, started, visitor }: EventPagePanelProps) {
  const t = useTranslations("training");
  return (
    <>
      <PageHeader title={event.title} back={{ href: paths.portal.trainingEvents, label: t("allEvents") }} />
      {event.status === "CANCELLED" && (
        <Banner tone="danger" title={t("eventCancelled")}>
          {t("eventCancelledBody")}
        </Banner>
      )}
      <div className="grid gap-4">
        <Card>
          <EventFacts event={event} />
          {event.description && <p className="mt-4 max-w-prose whitespace-pre-line text-pretty">{event.description}</p>}
        </Card>
        <div aria-live="polite" className="grid gap-4">
          {visitor && event.status === "PUBLISHED" && (
            <Places event={event} blocker={blocker} started={started} visitor={visitor} />
          )}
        </div>
      </div>
    </>
  );
}

function Places({ event, blocker, started, visitor }: EventPagePanelProps & { visitor: EventVisitor }) {
  const t = useTranslations("training");
  if (visitor.kind === "public" && visitor.registered) {
    const { registered } = visitor;
    return (
      <Banner tone="success" title={t(`${registered}Title`)}>
        {t(`${registered}Body`)}
      </Banner>
    );
  }
  const places = visitor.kind === "contact" ? visitor.places : [];
  const holds = places.some(({ isOwn }) => isOwn);
  return (
    <>
      {places.map((registration) => (
        <HeldPlaceCard key={registration.id} registration={registration} open={!started} />
      ))}
      {!holds && (blocker ? <Banner>{t(`blocked.${blocker}`)}</Banner> : <SignUp event={event} visitor={visitor} />)}
    </>
  );
}

function SignUp({ event, visitor }: { event: EventView; visitor: EventVisitor }) {
  const t = useTranslations("training");
  const full = seatsLeft(event) === 0;
  return (
    <Card title={t("publicTitle")}>
      {full && <p className="mb-3 max-w-prose">{t("fullBody")}</p>}
      {visitor.kind === "contact" ? (
        <RegisterForm eventId={event.id} clients={visitor.clients} full={full} />
      ) : (
        <>
          <p className="mb-4 text-muted">
            {t("signInHint")} <TextLink href={visitor.signInHref}>{t("signInLink")}</TextLink>
          </p>
          <PublicRegisterForm eventId={event.id} full={full} />
        </>
      )}
    </Card>
  );
}
