import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { TextLink } from "@/components/ui/text-link";
import type { MessageItem } from "@/lib/features/messages/copy";
import { paths } from "@/lib/paths";
import type { SubjectKey } from "@/lib/platform/subject";
import { MessageList } from "./message-list";

type MessagesCardProps = {
  subject: SubjectKey;
  /** The newest messages, and whether there are more. */
  work: { messages: readonly MessageItem[]; moreMessages: boolean };
  mayPost: boolean;
  /** The organization's words: practitioners. */
  values: Record<string, string>;
};

/** The newest messages on a record's main page, with the way to write one and to all of them. */
export function MessagesCard({ subject, work, mayPost, values }: MessagesCardProps) {
  const { messages, moreMessages: more } = work;
  const t = useTranslations("messages");
  const post = mayPost && (
    <LinkButton size="sm" variant="ghost" href={paths.staff.newMessage(subject)} icon={<Plus aria-hidden />}>
      {t("new")}
    </LinkButton>
  );
  return (
    <Card title={t("title")} actions={post}>
      {messages.length === 0 ? (
        <p className="text-muted">{t("emptyBody")}</p>
      ) : (
        <MessageList messages={messages} values={values} short />
      )}
      {more && (
        <p className="mt-3 border-border border-t pt-3">
          <TextLink href={paths.staff.messages(subject)}>{t("all")}</TextLink>
        </p>
      )}
    </Card>
  );
}
