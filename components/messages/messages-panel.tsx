import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Pager } from "@/components/ui/pager";
import type { MessageItem } from "@/lib/features/messages/copy";
import { paths } from "@/lib/paths";
import type { SubjectKey } from "@/lib/platform/subject";
import { MessageList } from "./message-list";

type MessagesPanelProps = {
  subject: SubjectKey;
  messages: readonly MessageItem[];
  older: string | null;
  mayPost: boolean;
  values: Record<string, string>;
};

/** All messages of a record, page by page. */
export function MessagesPanel({ subject, messages, older, mayPost, values }: MessagesPanelProps) {
  const t = useTranslations("messages");
  const post = mayPost && (
    <LinkButton href={paths.staff.newMessage(subject)} icon={<Plus aria-hidden />}>
      {t("new")}
    </LinkButton>
  );
  return (
    <Card title={t("title")} actions={messages.length > 0 && post}>
      {messages.length === 0 ? (
        <EmptyState title={t("emptyTitle")} body={t("emptyBody")} action={post} />
      ) : (
        <MessageList messages={messages} values={values} />
      )}
      <Pager nextHref={older && `${paths.staff.messages(subject)}?before=${older}`} />
    </Card>
  );
}
