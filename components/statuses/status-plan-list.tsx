import { CircleAlert, ListTodo, Mail, MessageSquare } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { StatusPlan } from "@/lib/features/clients/workflows/schema";
import { formatDate, formatList } from "@/lib/values/format";

type StatusPlanListProps = {
  plan: StatusPlan;
  /** The organization's words. */
  values: Record<string, string>;
};

/** What giving a status asks for and brings about, line by line. */
export function StatusPlanList({ plan, values }: StatusPlanListProps) {
  const t = useTranslations("statuses");
  const { blockers, missing, needsReason, tasks, messages, mail } = plan;
  const problems = [
    blockers.includes("administrators_only") && t("plan.administratorsOnly"),
    missing.length > 0 &&
      t("plan.missing", {
        fields: formatList(
          missing.map((field) => t(`fields.${field}`)),
          "en",
        ),
      }),
  ].filter((line) => line !== false);
  const isPlain = problems.length + tasks.length + messages.length === 0 && !needsReason && !mail;
  if (isPlain) return <p className="text-muted">{t("plan.nothing")}</p>;
  return (
    <ul className="grid gap-2">
      {problems.map((line) => (
        <Line key={line} icon={<CircleAlert aria-hidden className="text-danger" />}>
          {line}
        </Line>
      ))}
      {needsReason && <Line icon={<CircleAlert aria-hidden className="text-warning" />}>{t("plan.reason")}</Line>}
      {tasks.map((task) => (
        <Line key={`${task.assignee}-${task.subject}`} icon={<ListTodo aria-hidden className="text-muted" />}>
          {t("plan.task", { subject: task.subject })}
          <span className="block text-muted text-sm">
            {[
              t(`assignees.${task.assignee}`, values),
              task.dueOn && t("plan.taskDue", { day: formatDate(task.dueOn, "en") }),
            ]
              .filter(Boolean)
              .join(" · ")}
          </span>
        </Line>
      ))}
      {messages.map(({ text, visibility }) => (
        <Line key={text} icon={<MessageSquare aria-hidden className="text-muted" />}>
          <span className="whitespace-pre-line">{t("plan.message", { text })}</span>
          <span className="block text-muted text-sm">{t(`visibility.${visibility}`)}</span>
        </Line>
      ))}
      {mail && (
        <Line icon={<Mail aria-hidden className={mail.to ? "text-muted" : "text-warning"} />}>
          {mail.to
            ? t("plan.mail", { template: mail.template, email: mail.to })
            : t("plan.noMail", { template: mail.template })}
        </Line>
      )}
    </ul>
  );
}

function Line({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <li className="flex items-start gap-2 [&>svg]:mt-0.5 [&>svg]:size-4 [&>svg]:shrink-0">
      {icon}
      <span className="min-w-0 [overflow-wrap:anywhere]">{children}</span>
    </li>
  );
}
