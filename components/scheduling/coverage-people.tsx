import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { TextLink } from "@/components/ui/text-link";
import type { Coverage, Person } from "@/lib/features/scheduling/coverage/schema";
import { paths } from "@/lib/paths";
import { formatDay, formatTime } from "@/lib/values/format";

type CoveragePeopleProps = { coverage: Coverage; at: { date: string; time: string }; values: Record<string, string> };

/** Who is behind the figures of the chosen hour, each leading on to what can be done about it. */
export function CoveragePeople({ coverage: { center, service, people }, at, values }: CoveragePeopleProps) {
  const t = useTranslations("coverage");
  if (!people)
    return (
      <Card title={t("peopleTitle")}>
        <p className="text-pretty text-muted text-sm">{t("peopleHint")}</p>
      </Card>
    );
  const zoned = { locale: "en" as const, zone: center.timeZone };
  const title = `${formatDay(people.start, { ...zoned, style: "weekday" })}, ${formatTime(people.start, zoned)}`;
  const query = { on: at.date, at: at.time, week: at.date, service };
  const practitioner = ({ id, name }: Person) => (
    <TextLink quiet href={paths.staff.practitioner(id)}>
      {name}
    </TextLink>
  );
  return (
    <Card title={title}>
      <div className="grid gap-4">
        <PeopleList title={t("freePeople")} people={people.free} line={practitioner} />
        <PeopleList title={t("takenPeople", values)} people={people.taken} line={practitioner} />
        <PeopleList
          title={t("clientPeople")}
          people={people.clients}
          line={({ id, name, number, planned }) => (
            <span className="grid">
              <TextLink quiet href={paths.staff.pairing(id, query)}>
                {name}
              </TextLink>
              <span className="text-muted text-xs tabular-nums">
                {number} · {t(planned ? "planned" : "unplanned", values)}
              </span>
            </span>
          )}
        />
        {people.moreClients && (
          <p className="text-muted text-sm">{t("more", { count: String(people.clients.length) })}</p>
        )}
        <LinkButton href={`${paths.staff.calendar}?view=day&date=${at.date}&center=${center.id}`}>
          {t("calendar")}
        </LinkButton>
      </div>
    </Card>
  );
}

type PeopleListProps<One extends Person> = { title: string; people: readonly One[]; line: (one: One) => ReactNode };

function PeopleList<One extends Person>({ title, people, line }: PeopleListProps<One>) {
  const t = useTranslations("coverage");
  return (
    <section>
      <h3 className="mb-1 font-medium text-sm">
        {title} <span className="font-normal text-muted tabular-nums">{people.length > 0 && people.length}</span>
      </h3>
      {people.length === 0 ? (
        <p className="text-muted text-sm">{t("nobody")}</p>
      ) : (
        <ul className="grid gap-1.5 text-sm">
          {people.map((one) => (
            <li key={one.id}>{line(one)}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
