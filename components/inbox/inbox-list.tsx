import { AtSign, Bell, CalendarCheck, CalendarClock, CalendarX, SquareCheck, X } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Form } from "@/components/ui/form";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { RelativeTime } from "@/components/ui/relative-time";
import { SubmitButton } from "@/components/ui/submit-button";
import type { InboxItemView } from "@/lib/features/inbox/copy";
import { paths } from "@/lib/paths";
import type { ServerAction } from "@/lib/platform/action-state";

type InboxListProps = {
  items: readonly InboxItemView[];
  count: number;
  /** What clients asked to change and nobody decided yet. */
  proposals: number;
  actions: { dismiss: ServerAction; dismissAll: ServerAction };
};

const MARKS = {
  mention: <AtSign aria-hidden className="size-4 text-accent" />,
  followed: <Bell aria-hidden className="size-4 text-muted" />,
  task: <SquareCheck aria-hidden className="size-4 text-success" />,
  booking: <CalendarClock aria-hidden className="size-4 text-warning" />,
  cover: <CalendarClock aria-hidden className="size-4 text-warning" />,
  covered: <CalendarCheck aria-hidden className="size-4 text-success" />,
  "not-covered": <CalendarX aria-hidden className="size-4 text-danger" />,
};

/** What waits for the person who is signed in, the newest first. */
export function InboxList({ items, count, proposals, actions }: InboxListProps) {
  const t = useTranslations("inbox");
  const [newest] = items;
  const dismissAll = newest && (
    <Form action={actions.dismissAll} className="contents">
      <input type="hidden" name="newestId" value={newest.id} />
      <SubmitButton variant="secondary">{t("dismissAll")}</SubmitButton>
    </Form>
  );
  return (
    <>
      <PageHeader title={t("title")} description={t("count", { count })} actions={dismissAll} />
      {proposals > 0 && (
        <Banner tone="warning" action={<LinkButton href={paths.staff.proposals}>{t("decide")}</LinkButton>}>
          {t("proposals", { count: proposals })}
        </Banner>
      )}
      <Card padded={false}>
        {items.length === 0 && <EmptyState title={t("emptyTitle")} body={t("emptyBody")} />}
        <ul className="divide-y divide-border empty:hidden" aria-label={t("title")}>
          {items.map(({ id, kind, sentence, text, on, href, when }) => (
            <li key={id} className="flex items-start gap-3 px-4 py-3 hover:bg-hover" data-list-row>
              <span className="mt-0.5 flex size-7 shrink-0 items-center justify-center rounded-full bg-hover">
                {MARKS[kind]}
              </span>
              <div className="min-w-0 flex-1">
                <Link href={href} className="break-words font-medium text-text hover:underline" data-row-link>
                  {sentence}
                </Link>
                {text && <p className="mt-0.5 line-clamp-3 whitespace-pre-line break-words">{text}</p>}
                <p className="mt-0.5 text-muted text-sm">
                  {on && `${on} · `}
                  <RelativeTime {...when} />
                </p>
              </div>
              <Form action={actions.dismiss} className="contents">
                <input type="hidden" name="itemId" value={id} />
                <SubmitButton
                  size="sm"
                  variant="ghost"
                  icon={<X aria-hidden />}
                  aria-label={`${t("dismiss")}: ${sentence}`}
                >
                  {t("dismiss")}
                </SubmitButton>
              </Form>
            </li>
          ))}
        </ul>
      </Card>
    </>
  );
}
