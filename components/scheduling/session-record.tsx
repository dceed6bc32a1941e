import { useTranslations } from "next-intl";
import { StreamList } from "@/components/stream/stream-list";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { RecordLayout } from "@/components/ui/record-layout";
import type { SessionRecord as Session } from "@/lib/features/scheduling/sessions/record/schema";
import type { SessionChoices } from "@/lib/features/scheduling/sessions/schema";
import type { StreamItem } from "@/lib/features/stream/copy";
import { paths } from "@/lib/paths";
import { formatDateTime } from "@/lib/values/format";
import { minutesBetween } from "@/lib/values/instant";
import { SessionActions } from "./session-actions";
import { SessionFactsCard } from "./session-facts-card";
import { SessionNotesCard } from "./session-notes-card";
import { SessionPartsCard } from "./session-parts-card";
import { SessionPartsList } from "./session-parts-list";
import { SessionPeopleCard } from "./session-people-card";
import { SessionStatusChip } from "./session-status-chip";

type SessionRecordProps = {
  session: Session;
  funding: SessionChoices["fundingSources"];
  stream: { items: readonly StreamItem[] };
  values: Record<string, string>;
  mayChange: boolean;
  /** Whether it has begun by now. */
  begun: boolean;
};

/** A group appears once for each of its clients; here once is enough. */
const once = (items: readonly StreamItem[]) =>
  items.filter((item, at) => items.findIndex((other) => said(other) === said(item)) === at);
const said = ({ sentence, when, changes }: StreamItem) => `${when.iso} ${sentence} ${JSON.stringify(changes)}`;

/** Everything about one session: what, who, when, who came, what was noted, what happened to it. */
export function SessionRecord({ session, funding, stream, values, mayChange, begun }: SessionRecordProps) {
  const t = useTranslations("sessions");
  const [first, ...others] = session.parts;
  const more = others.length + session.unseen;
  const title = first ? t("titleOf", { name: first.name, more }) : session.type;
  const zone = session.timeZone;
  const [date = "", start = ""] = session.wall.split("T");
  const { id, status, startsAt, endsAt } = session;
  const open = status === "REQUESTED" || status === "BOOKED";
  const plan = {
    id,
    status,
    date,
    start,
    minutes: minutesBetween(startsAt, endsAt),
    timeZone: zone,
    ahead: session.ahead,
  };
  const changeable = mayChange && status !== "CANCELLED" && (begun || !open);
  return (
    <>
      <PageHeader
        back={
          first
            ? { href: paths.staff.clientSessions(first.clientId), label: t("caption", { ...values, name: first.name }) }
            : undefined
        }
        title={title}
        status={<SessionStatusChip status={status} />}
        facts={[session.type, formatDateTime(startsAt, { locale: "en", zone, showZone: true })]}
        actions={mayChange && <SessionActions session={plan} begun={begun} values={values} />}
      />
      <RecordLayout aside={<SessionPeopleCard session={session} values={values} />}>
        <SessionFactsCard session={session} values={values} mayChange={mayChange} />
        {changeable ? (
          <SessionPartsCard session={session} funding={funding} closing={open && begun} values={values} />
        ) : (
          <SessionPartsList session={session} values={values} />
        )}
        <SessionNotesCard session={session} values={values} />
        <Card title={t("history")}>
          <StreamList
            label={t("history")}
            items={once(stream.items)}
            olderHref={null}
            empty={{ title: t("noHistory"), body: t("noHistoryBody") }}
          />
        </Card>
      </RecordLayout>
    </>
  );
}
