import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TaskCard } from "@/components/tasks/task-card";
import { PageHeader } from "@/components/ui/page-header";
import { Tabs } from "@/components/ui/tabs";
import { findSetting } from "@/lib/features/settings/queries";
import { completeTaskAction } from "@/lib/features/tasks/actions";
import { taskItem } from "@/lib/features/tasks/copy";
import { listOpenTasks } from "@/lib/features/tasks/queries";
import { paths } from "@/lib/paths";
import { admit } from "@/lib/platform/access/admit";
import { now } from "@/lib/platform/clock";
import { dayIn } from "@/lib/values/date";

export const metadata: Metadata = { title: "Tasks" };
const SHOWN = 200;

export default async function TasksPage({ searchParams }: PageProps<"/staff/tasks">) {
  const actor = await admit("tasks.view");
  const everyone = (await searchParams).view === "everyone";
  const [tasks, organization, t] = await Promise.all([
    listOpenTasks(actor, { mine: !everyone, limit: SHOWN }),
    findSetting("organization"),
    getTranslations("tasks"),
  ]);
  const today = dayIn(organization.timeZone, now());
  const everyoneHref = `${paths.staff.tasks}?view=everyone`;
  return (
    <>
      <PageHeader title={t("title")} />
      <Tabs
        label={t("title")}
        current={everyone ? everyoneHref : paths.staff.tasks}
        items={[
          { href: paths.staff.tasks, label: t("mine") },
          { href: everyoneHref, label: t("everyone") },
        ]}
      />
      <TaskCard tasks={tasks.map((task) => taskItem(task, { today, locale: "en" }))} complete={completeTaskAction} />
    </>
  );
}
