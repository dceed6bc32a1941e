import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { Form } from "@/components/ui/form";
import { LinkButton } from "@/components/ui/link-button";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextLink } from "@/components/ui/text-link";
import type { Gap } from "@/lib/features/mailings/reviews/queries";
import { paths } from "@/lib/paths";
import type { ServerAction } from "@/lib/platform/action-state";

/** So many are seen at once; the message must not be far below. */
const FIRST = 6;

type GapsCardProps = {
  mailingId: string;
  gaps: { count: number; people: readonly Gap[] };
  words: Record<string, string>;
  excludeAll: ServerAction<unknown>;
};

/** People for whom the letter would name no practitioner, or one who has left, and what can be done (S2-24). */
export function GapsCard({ mailingId, gaps, words, excludeAll }: GapsCardProps) {
  const t = useTranslations("mailings.gaps");
  const { count, people } = gaps;
  return (
    <Card title={t("title", { ...words, count })}>
      <p className="mb-3 max-w-prose">{t("body", words)}</p>
      <div className="mb-3">
        <GapList gaps={people.slice(0, FIRST)} words={words} />
        {count > FIRST && (
          <Disclosure title={t("more", { count: count - FIRST })}>
            <GapList gaps={people.slice(FIRST)} words={words} />
            {count > people.length && <p className="py-2 text-muted">{t("rest", { count: people.length })}</p>}
          </Disclosure>
        )}
      </div>
      <div className="flex flex-wrap gap-2">
        <LinkButton size="sm" href={paths.staff.mailingRecipients(mailingId)}>
          {t("contact")}
        </LinkButton>
        <Form action={excludeAll} className="block">
          <input type="hidden" name="mailingId" value={mailingId} />
          <SubmitButton size="sm" variant="secondary">
            {t("leaveOut", { count })}
          </SubmitButton>
        </Form>
      </div>
    </Card>
  );
}

function GapList({ gaps, words }: { gaps: readonly Gap[]; words: Record<string, string> }) {
  const t = useTranslations("mailings.gaps");
  const why = ({ practitioner }: Gap) => {
    if (!practitioner) return t("none", words);
    return t(practitioner.active ? "incomplete" : "inactive", { name: practitioner.name });
  };
  return (
    <ul className="divide-y divide-border border-border border-y">
      {gaps.map((gap) => (
        <li key={gap.recipientId} className="flex flex-wrap items-center gap-x-3 gap-y-0.5 py-2">
          <span className="min-w-0 flex-1 basis-48 break-words">
            <span className="font-medium">{gap.name}</span>,{" "}
            <TextLink href={paths.staff.client(gap.client.id)}>{gap.client.name}</TextLink>
          </span>
          <span className="text-danger text-sm">{why(gap)}</span>
          <TextLink href={paths.staff.editClient(gap.client.id)}>{t("assign", words)}</TextLink>
        </li>
      ))}
    </ul>
  );
}
