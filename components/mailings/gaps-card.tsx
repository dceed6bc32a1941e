import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { Form } from "@/components/ui/form";
import { LinkButton } from "@/components/ui/link-button";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextLink } from "@/components/ui/text-link";
import type { Gap } from "@/lib/features/mailings/reviews/queries";
import { paths } from "@/lib/paths";
import type { ServerAction } from "@/lib/platform/action-state";

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
  const why = ({ practitioner }: Gap) => {
    if (!practitioner) return t("none", words);
    return t(practitioner.active ? "incomplete" : "inactive", { name: practitioner.name });
  };
  return (
    <Card title={t("title", { ...words, count })}>
      <p className="mb-3 max-w-prose">{t("body", words)}</p>
      <ul className="mb-3 divide-y divide-border border-border border-y">
        {people.map((gap) => (
          <li key={gap.recipientId} className="flex flex-wrap items-center gap-x-3 gap-y-0.5 py-2">
            <span className="min-w-0 flex-1 basis-48 break-words">
              <span className="font-medium">{gap.name}</span>,{" "}
              <TextLink href={paths.staff.client(gap.client.id)}>{gap.client.name}</TextLink>
            </span>
            <span className="text-danger text-sm">{why(gap)}</span>
            <TextLink href={paths.staff.editClient(gap.client.id)}>{t("assign", words)}</TextLink>
          </li>
        ))}
        {count > people.length && <li className="py-2 text-muted">{t("more", { count: count - people.length })}</li>}
      </ul>
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
