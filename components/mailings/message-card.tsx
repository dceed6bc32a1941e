import { ChevronLeft, ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { LetterPreview } from "@/components/templates/letter-preview";
import { Badge } from "@/components/ui/badge";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { Form } from "@/components/ui/form";
import { LinkButton } from "@/components/ui/link-button";
import { SearchField } from "@/components/ui/search-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextLink } from "@/components/ui/text-link";
import type { PreviewedLetter } from "@/lib/features/mailings/reviews/queries";
import { paths } from "@/lib/paths";
import type { ServerAction } from "@/lib/platform/action-state";

type MessageCardProps = {
  mailing: { id: string; receivers: number };
  shown: PreviewedLetter;
  /** Readable names of what stays blank for this person. */
  missing: readonly string[];
  /** A name that was looked for in vain. */
  notFound: string | null;
  actions: { test: ServerAction<unknown>; exclude: ServerAction<unknown> };
  testTo: string;
};

/** The message of one real recipient, exactly as it would leave, and the way to every other. */
export function MessageCard({ mailing, shown, missing, notFound, actions, testTo }: MessageCardProps) {
  const t = useTranslations("mailings.review");
  const { recipient, letter } = shown;
  const { position } = recipient;
  return (
    <Card
      title={t("message", { position, count: mailing.receivers })}
      actions={<Steps mailing={mailing} at={position} />}
    >
      <form method="get" className="mb-3 flex flex-wrap items-center gap-2">
        <input type="hidden" name="at" value={position} />
        <SearchField name="find" label={t("find")} autoComplete="off" />
        <SubmitButton variant="secondary">{t("findButton")}</SubmitButton>
      </form>
      {notFound && <Banner tone="warning">{t("notFound", { text: notFound })}</Banner>}
      <p className="break-words">
        <span className="text-muted">{t("to")}: </span>
        {recipient.name} &lt;{recipient.email}&gt;
        {recipient.client && (
          <>
            , <TextLink href={paths.staff.client(recipient.client.id)}>{recipient.client.name}</TextLink>
          </>
        )}
      </p>
      {missing.length > 0 && (
        <p className="my-2 flex flex-wrap items-center gap-2">
          <span className="text-muted">{t("missing")}:</span>
          {missing.map((name) => (
            <Badge key={name} tone="danger">
              {name}
            </Badge>
          ))}
        </p>
      )}
      <LetterPreview subject={letter.subject} html={letter.html} text={letter.text} />
      <div className="mt-3 flex flex-wrap items-center gap-2">
        <Form action={actions.test} className="block">
          <input type="hidden" name="mailingId" value={mailing.id} />
          <input type="hidden" name="position" value={position} />
          <SubmitButton variant="secondary">{t("test")}</SubmitButton>
        </Form>
        <Form action={actions.exclude} className="block">
          <input type="hidden" name="mailingId" value={mailing.id} />
          <input type="hidden" name="recipientId" value={recipient.id} />
          <SubmitButton variant="ghost">{t("leaveOut", { name: recipient.name })}</SubmitButton>
        </Form>
        <span className="text-muted text-sm">{t("testHelp", { email: testTo })}</span>
      </div>
    </Card>
  );
}

function Steps({ mailing, at }: { mailing: { id: string; receivers: number }; at: number }) {
  const t = useTranslations("mailings.review");
  const to = (position: number) => `${paths.staff.mailingReview(mailing.id)}?at=${position}`;
  return (
    <nav aria-label={t("message", { position: at, count: mailing.receivers })} className="flex gap-1">
      {at > 1 && (
        <LinkButton
          size="sm"
          href={to(at - 1)}
          scroll={false}
          aria-label={t("previous")}
          icon={<ChevronLeft aria-hidden />}
        >
          <span className="max-sm:sr-only">{t("previous")}</span>
        </LinkButton>
      )}
      {at < mailing.receivers && (
        <LinkButton size="sm" href={to(at + 1)} scroll={false} aria-label={t("next")}>
          <span className="max-sm:sr-only">{t("next")}</span>
          <ChevronRight aria-hidden />
        </LinkButton>
      )}
    </nav>
  );
}
