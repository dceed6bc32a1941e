import { useTranslations } from "next-intl";
import { Form } from "@/components/ui/form";
import { LinkButton } from "@/components/ui/link-button";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextLink } from "@/components/ui/text-link";
import type { ToCover } from "@/lib/features/scheduling/cover/schema";
import { whenWords } from "@/lib/features/scheduling/sessions/planning/copy";
import { paths } from "@/lib/paths";
import { CoverCandidate } from "./cover-candidate";
import type { CoverActions } from "./cover-screen";
import { SessionStatusChip } from "./session-status-chip";

type CoverSessionProps = {
  session: ToCover;
  awayId: string;
  values: Record<string, string>;
  may: CoverActions | null;
};

/** One session that somebody has to take, with who could. */
export function CoverSession({ session, awayId, values, may }: CoverSessionProps) {
  const t = useTranslations("cover");
  const { id, clients, service, type, center, candidates, asked } = session;
  const when = whenWords(session);
  const unasked = candidates.filter(
    ({ id: one, fit, mayBeAsked }) =>
      fit === "free" && mayBeAsked && !asked.some(({ practitionerId }) => practitionerId === one),
  );
  return (
    <li className="overflow-clip rounded-lg border border-border bg-surface">
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2 border-border border-b px-4 py-3">
        <div className="min-w-0 flex-[1_1_16rem]">
          <h2 className="flex flex-wrap items-center gap-x-2 gap-y-1 font-semibold tabular-nums">
            <TextLink quiet href={paths.staff.session(id)}>
              {when}
            </TextLink>
            <SessionStatusChip status={session.status} />
          </h2>
          <p className="mt-0.5 [overflow-wrap:anywhere]">{clients.map(({ name }) => name).join(", ")}</p>
          <p className="text-muted text-sm">{[service?.name, type, center.name].filter(Boolean).join(" · ")}</p>
        </div>
        {may && (
          <div className="flex flex-wrap gap-2">
            {unasked.length > 1 && (
              <Form action={may.ask} className="contents">
                <input type="hidden" name="practitionerId" value={awayId} />
                <input type="hidden" name="sessionId" value={id} />
                <SubmitButton size="sm" variant="secondary">
                  {t("askFree")}
                </SubmitButton>
              </Form>
            )}
            <LinkButton size="sm" variant="ghost" href={paths.staff.session(id)}>
              {t("edit")}
            </LinkButton>
          </div>
        )}
      </div>
      {candidates.length === 0 && <p className="px-4 py-3 text-muted">{t("nobody")}</p>}
      <ul aria-label={t("candidates", { when })} className="divide-y divide-border empty:hidden">
        {candidates.map((candidate) => (
          <CoverCandidate
            key={candidate.id}
            candidate={candidate}
            request={asked.findLast(({ practitionerId }) => practitionerId === candidate.id)}
            of={{ awayId, sessionId: id, when }}
            values={values}
            may={may}
          />
        ))}
      </ul>
    </li>
  );
}
