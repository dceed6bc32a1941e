import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import type { ServerAction } from "@/lib/platform/action-state";
import { type TaskItem, TaskList } from "./task-list";

/** A list of tasks as a page's main content, with what to say when there are none. */
export function TaskCard({ tasks, complete }: { tasks: readonly TaskItem[]; complete: ServerAction }) {
  const t = useTranslations("tasks");
  return (
    <Card>
      {tasks.length === 0 ? (
        <EmptyState kind="new" title={t("emptyTitle")} body={t("emptyBody")} />
      ) : (
        <TaskList tasks={tasks} complete={complete} />
      )}
    </Card>
  );
}
