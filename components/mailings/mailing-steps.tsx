import Link from "next/link";
import { useTranslations } from "next-intl";
import { paths } from "@/lib/paths";

const MAILING_STEPS = ["write", "recipients", "review"] as const;
export type MailingStep = (typeof MAILING_STEPS)[number];

type MailingStepsProps = {
  current: MailingStep;
  /** Null before the mailing is kept: then only the first step can be opened. */
  mailingId: string | null;
  /** The last step that can be opened. */
  reached: MailingStep;
};

const ADDRESSES = {
  write: paths.staff.mailingLetter,
  recipients: paths.staff.mailingRecipients,
  review: paths.staff.mailingReview,
} as const;

/** The three steps of a mailing; back is always open, forward only where something is there to see. */
export function MailingSteps({ current, mailingId, reached }: MailingStepsProps) {
  const t = useTranslations("mailings.steps");
  const last = MAILING_STEPS.indexOf(reached);
  return (
    <nav aria-label={t("label")} className="mb-5">
      <ol className="flex flex-wrap gap-x-5 gap-y-1">
        {MAILING_STEPS.map((step, place) => {
          const isCurrent = step === current;
          const look = `inline-flex min-h-(--control-h) items-center gap-2 rounded-md no-underline ${isCurrent ? "font-semibold" : "text-muted"}`;
          const words = (
            <>
              <span
                aria-hidden
                className={`inline-flex size-6 items-center justify-center rounded-full text-sm tabular-nums ${isCurrent ? "bg-accent text-on-accent" : "bg-hover"}`}
              >
                {place + 1}
              </span>
              {t(step)}
            </>
          );
          return (
            <li key={step} aria-current={isCurrent ? "step" : undefined}>
              {mailingId && !isCurrent && place <= last ? (
                <Link href={ADDRESSES[step](mailingId)} className={`${look} hover:text-text`}>
                  {words}
                </Link>
              ) : (
                <span className={look}>{words}</span>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
