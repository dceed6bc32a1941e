import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Form } from "@/components/ui/form";
import { StatusChip } from "@/components/ui/status-chip";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextLink } from "@/components/ui/text-link";
import type { AskedColleague, Candidate } from "@/lib/features/scheduling/cover/schema";
import { paths } from "@/lib/paths";
import type { CoverActions } from "./cover-screen";

const TONES = { free: "success", outside: "warning", busy: "danger" } as const;

type CoverCandidateProps = {
  candidate: Candidate;
  /** What they were asked, if they were. */
  request: AskedColleague | undefined;
  of: { awayId: string; sessionId: string; when: string };
  values: Record<string, string>;
  may: CoverActions | null;
};

/** A colleague beside a session: what speaks for them, and what can be done. */
export function CoverCandidate({ candidate, request, of, values, may }: CoverCandidateProps) {
  const t = useTranslations("cover");
  const { id, name, fit, matches } = candidate;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-2.5">
      <div className="min-w-0 flex-[1_1_16rem]">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <TextLink quiet href={paths.staff.practitioner(id)}>
            {name}
          </TextLink>
          <StatusChip tone={TONES[fit]}>{t(`fit.${fit}`)}</StatusChip>
          {request && (
            <Badge tone={request.state === "OPEN" ? "accent" : "neutral"}>
              {t(request.state === "OPEN" ? "asked" : "declinedBy")}
            </Badge>
          )}
        </p>
        <p className="text-muted text-sm">
          {[candidate.center, ...matches.map((match) => t(`matches.${match}`, values))].filter(Boolean).join(" · ")}
        </p>
      </div>
      {may && <Doing {...{ candidate, request, of, may }} />}
    </li>
  );
}

function Doing({
  candidate,
  request,
  of,
  may,
}: Pick<CoverCandidateProps, "candidate" | "request" | "of"> & { may: CoverActions }) {
  const t = useTranslations("cover");
  const { id, name, fit, mayBeAsked } = candidate;
  const { awayId, sessionId, when } = of;
  const hidden = (
    <>
      <input type="hidden" name="practitionerId" value={awayId} />
      <input type="hidden" name="sessionId" value={sessionId} />
      <input type="hidden" name="toId" value={id} />
    </>
  );
  return (
    <div className="flex flex-wrap gap-2">
      {request?.state === "OPEN" && (
        <Form action={may.withdraw} className="contents">
          <input type="hidden" name="requestId" value={request.requestId} />
          <SubmitButton size="sm" variant="ghost" aria-label={t("withdrawNamed", { name })}>
            {t("withdraw")}
          </SubmitButton>
        </Form>
      )}
      {!request && mayBeAsked && fit !== "busy" && (
        <Form action={may.ask} className="contents">
          {hidden}
          <SubmitButton size="sm" variant="ghost" aria-label={t("askNamed", { name, when })}>
            {t("ask")}
          </SubmitButton>
        </Form>
      )}
      {fit !== "busy" && (
        <Form action={may.handOver} className="contents">
          {hidden}
          <SubmitButton size="sm" variant="secondary" aria-label={t("handOverNamed", { name, when })}>
            {t("handOver")}
          </SubmitButton>
        </Form>
      )}
    </div>
  );
}
