import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { completeTaskAction } from "@/lib/features/tasks/actions";
import type { TaskItem } from "@/lib/features/tasks/copy";
import { paths } from "@/lib/paths";
import type { SubjectKey } from "@/lib/platform/subject";
import { TaskList } from "./task-list";

type TaskCardProps = { subject: SubjectKey; tasks: readonly TaskItem[]; mayAdd: boolean };

/** What waits to be done about one record. */
export function TaskCard({ subject, tasks, mayAdd }: TaskCardProps) {
  const t = useTranslations("tasks");
  const add = mayAdd && (
    <LinkButton size="sm" variant="ghost" href={paths.staff.newTaskAbout(subject)} icon={<Plus aria-hidden />}>
      {t("new")}
    </LinkButton>
  );
  return (
    <Card title={t("title")} actions={add}>
      {tasks.length > 0 ? (
        <TaskList tasks={tasks} act={completeTaskAction} hideAbout />
      ) : (
        <p className="text-muted">{t("cardEmpty")}</p>
      )}
    </Card>
  );
}
