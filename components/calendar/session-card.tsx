"use client";
import { useTranslations } from "next-intl";
import { DefinitionList } from "@/components/ui/definition-list";
import { Dialog } from "@/components/ui/dialog";
import { Disclosure } from "@/components/ui/disclosure";
import { LinkButton } from "@/components/ui/link-button";
import { TextLink } from "@/components/ui/text-link";
import type { CalendarSession } from "@/lib/features/calendar/sessions/schema";
import { paths } from "@/lib/paths";
import type { ServerAction } from "@/lib/platform/action-state";
import { formatDateTime, formatTimeRange } from "@/lib/values/format";
import { parseInstant } from "@/lib/values/instant";
import { canMove as isOpen } from "./board-events";
import { MoveForm } from "./move-form";

type SessionCardProps = {
  session: CalendarSession | null;
  /** The zone that is looked at, and the other one. */
  zones: readonly [string, string];
  /** Null for whoever may not move sessions. */
  move: ServerAction | null;
  onClose: () => void;
  onMoved: () => unknown;
};

/** What a session is, and what can be done with it, from the grid or by the keyboard. */
export function SessionCard({ session, zones, move, onClose, onMoved }: SessionCardProps) {
  const t = useTranslations("team-calendar");
  if (!session) return null;
  const done = () => {
    onClose();
    void onMoved();
  };
  return (
    <Dialog
      title={session.clients.map(({ name }) => name).join(", ")}
      isOpen
      onOpenChange={(open) => !open && onClose()}
    >
      <SessionFacts session={session} zones={zones} />
      {move && isOpen(session) && (
        <div className="mt-3">
          <Disclosure title={t("move")}>
            <MoveForm session={session} action={move} onDone={done} />
          </Disclosure>
        </div>
      )}
      <div className="mt-4 flex flex-wrap gap-2">
        <LinkButton href={paths.staff.session(session.id)} variant="primary">
          {t("open")}
        </LinkButton>
        {move && <LinkButton href={paths.staff.editSession(session.id)}>{t("edit")}</LinkButton>}
      </div>
    </Dialog>
  );
}

function SessionFacts({ session, zones }: Pick<SessionCardProps, "zones"> & { session: CalendarSession }) {
  const t = useTranslations("team-calendar");
  const [start, end] = [parseInstant(session.startsAt), parseInstant(session.endsAt)];
  if (!start || !end) return null;
  const times = [...new Set([...zones, session.timeZone])].map((zone) => (
    <span key={zone} className="block">
      {formatDateTime(start, { locale: "en", zone })} –{" "}
      {formatTimeRange(end, end, { locale: "en", zone, showZone: true })}
    </span>
  ));
  const clients = session.clients.map(({ id, name }) => (
    <span key={id} className="block">
      <TextLink href={paths.staff.client(id)}>{name}</TextLink>
    </span>
  ));
  return (
    <DefinitionList
      items={[
        { term: t("when"), value: times, wide: true },
        { term: t("with"), value: session.practitioners.map(({ name }) => name).join(", ") },
        { term: t("clients"), value: clients },
        { term: t("what"), value: [session.service, session.type].filter(Boolean).join(" · ") },
        { term: t("where"), value: [session.place, session.center].filter(Boolean).join(" · ") },
        { term: t("state"), value: t(`status.${session.status}`) },
      ]}
    />
  );
}
