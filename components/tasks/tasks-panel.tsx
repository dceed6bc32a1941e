import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { Tabs } from "@/components/ui/tabs";
import { TextLink } from "@/components/ui/text-link";
import { UpdateMenu } from "@/components/updates/update-menu";
import type { TaskItem } from "@/lib/features/tasks/copy";
import { TASK_VIEWS, type TaskView } from "@/lib/features/tasks/schema";
import { paths } from "@/lib/paths";
import type { ServerAction } from "@/lib/platform/action-state";
import { TaskList } from "./task-list";

type TasksPanelProps = {
  /** How one looks at them; with `assignee` only those of that account. */
  search: { view: TaskView; assignee?: string | undefined };
  tasks: { items: readonly TaskItem[]; previous: string | null; next: string | null };
  act: ServerAction;
  can: { edit: boolean; seeOthers: boolean };
  values: Record<string, string>;
  /** Where to say at which center one works. */
  center: ReactNode;
};

const addressOf = (view: TaskView) => (view === "mine" ? paths.staff.tasks : paths.staff.taskView(view));

/** The list of tasks in the ways one looks at it. */
export function TasksPanel({ search, tasks, act, can, values, center }: TasksPanelProps) {
  const { view, assignee } = search;
  const t = useTranslations("tasks");
  const views = TASK_VIEWS.filter((each) => can.seeOthers || (each !== "center" && each !== "everyone"));
  const page = (cursor: string | null) =>
    cursor && `${assignee ? paths.staff.tasksOf(assignee) : paths.staff.taskView(view)}&page=${cursor}`;
  const add = can.edit && (
    <LinkButton href={paths.staff.newTask} variant="primary" icon={<Plus aria-hidden />}>
      {t("new")}
    </LinkButton>
  );
  return (
    <>
      <PageHeader
        title={t("title")}
        actions={
          <>
            {can.edit && view !== "done" && !assignee && tasks.items.length > 0 && (
              <UpdateMenu noun="tasks" address={{ view }} values={values} />
            )}
            {add}
          </>
        }
      />
      <Tabs
        label={t("views.label")}
        current={addressOf(view)}
        items={views.map((each) => ({ href: addressOf(each), label: t(`views.${each}`, values) }))}
      />
      {center}
      {assignee && (
        <Banner tone="info" action={<TextLink href={paths.staff.taskView(view)}>{t("ofEverybody")}</TextLink>}>
          {t("ofOne", { name: tasks.items[0]?.assignee ?? "" })}
        </Banner>
      )}
      <Card>
        {tasks.items.length === 0 ? (
          <EmptyState kind="new" title={t(`empty.${view}.title`, values)} body={t(`empty.${view}.body`, values)} />
        ) : (
          <TaskList tasks={tasks.items} act={act} />
        )}
        <Pager previousHref={page(tasks.previous)} nextHref={page(tasks.next)} />
      </Card>
    </>
  );
}
