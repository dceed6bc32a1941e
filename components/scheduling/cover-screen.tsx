import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Form } from "@/components/ui/form";
import { PageHeader } from "@/components/ui/page-header";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Cover } from "@/lib/features/scheduling/cover/schema";
import { paths } from "@/lib/paths";
import type { ServerAction } from "@/lib/platform/action-state";
import { CoverSession } from "./cover-session";

export type CoverActions = { handOver: ServerAction<unknown>; ask: ServerAction<unknown>; withdraw: ServerAction };

type CoverScreenProps = { cover: Cover; values: Record<string, string>; may: CoverActions | null };

/** What falls into somebody's time off, and who could take it. */
export function CoverScreen({ cover, values, may }: CoverScreenProps) {
  const t = useTranslations("cover");
  const { practitioner, sessions, more } = cover;
  return (
    <>
      <PageHeader
        title={t("title", { name: practitioner.name })}
        description={t("body")}
        back={{ href: paths.staff.practitionerAvailability(practitioner.id), label: practitioner.name }}
      />
      {sessions.length === 0 && (
        <Card padded={false}>
          <EmptyState title={t("emptyTitle")} body={t("emptyBody")} />
        </Card>
      )}
      {may && sessions.length > 1 && <AllAtOnce cover={cover} may={may} />}
      <ul aria-label={t("sessions")} className="grid grid-cols-[minmax(0,1fr)] gap-4 empty:hidden">
        {sessions.map((session) => (
          <CoverSession key={session.id} session={session} awayId={practitioner.id} values={values} may={may} />
        ))}
      </ul>
      {more > 0 && <p className="mt-4 text-muted">{t("more", { count: more })}</p>}
    </>
  );
}

function AllAtOnce({ cover: { practitioner, sessions, more, helpers }, may }: { cover: Cover; may: CoverActions }) {
  const t = useTranslations("cover");
  const total = sessions.length + more;
  return (
    <div className="mb-4">
      <Card title={t("all")} padded={false}>
        <ul className="divide-y divide-border border-border border-b empty:hidden">
          {helpers.map(({ id, name, count }) => (
            <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-2.5">
              <p className="min-w-0 flex-[1_1_12rem]">{t("helper", { name, count, total })}</p>
              <Form action={may.handOver} className="contents">
                <input type="hidden" name="practitionerId" value={practitioner.id} />
                <input type="hidden" name="toId" value={id} />
                <SubmitButton size="sm" variant="secondary" aria-label={t("handAllNamed", { name, count })}>
                  {t("handAll", { count })}
                </SubmitButton>
              </Form>
            </li>
          ))}
        </ul>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
          <p className="min-w-0 flex-[1_1_12rem] text-muted text-sm">{t("allBody")}</p>
          <Form action={may.ask} className="contents">
            <input type="hidden" name="practitionerId" value={practitioner.id} />
            <SubmitButton size="sm">{t("askEverybody")}</SubmitButton>
          </Form>
        </div>
      </Card>
    </div>
  );
}
