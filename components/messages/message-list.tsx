import { ListTodo } from "lucide-react";
import { useTranslations } from "next-intl";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { RelativeTime } from "@/components/ui/relative-time";
import { VisibilityChip } from "@/components/ui/visibility-chip";
import type { MessageItem } from "@/lib/features/messages/copy";

type MessageListProps = { messages: readonly MessageItem[]; values: Record<string, string>; short?: boolean };

/** Messages, the newest first; `short` shows the beginning of long ones. */
export function MessageList({ messages, values, short }: MessageListProps) {
  const t = useTranslations("messages");
  return (
    <ol aria-label={t("title")} className="divide-y divide-border">
      {messages.map((message) => (
        <li key={message.id} data-list-row className="flex gap-3 py-3 first:pt-0 last:pb-0">
          <Avatar name={message.authorName} size="sm" />
          <article className="min-w-0 flex-1">
            <p className="flex flex-wrap items-baseline gap-x-2 text-sm">
              <span className="font-medium">{message.authorName}</span>
              {message.actionCode && <Badge>{message.actionCode}</Badge>}
              <span className="text-muted text-xs">
                <RelativeTime {...message.when} />
              </span>
            </p>
            <p className={`mt-0.5 whitespace-pre-line break-words ${short ? "line-clamp-4" : ""}`}>{message.text}</p>
            <p className="mt-1 flex flex-wrap gap-x-3 gap-y-1 text-muted text-xs [&_svg]:size-3.5">
              <VisibilityChip to={message.visibility === "STAFF" ? "STAFF" : "PRACTITIONER"}>
                {t(`visibility.${message.visibility}`, values)}
              </VisibilityChip>
              {message.task && (
                <span className="inline-flex min-w-0 items-center gap-1">
                  <ListTodo aria-hidden className="shrink-0" />
                  <span className="break-words">
                    {t(message.task.done ? "taskDone" : "taskOpen", { subject: message.task.subject })}
                  </span>
                </span>
              )}
            </p>
          </article>
        </li>
      ))}
    </ol>
  );
}
