import type { Metadata } from "next";
import { OwnCenterForm } from "@/components/tasks/own-center-form";
import { TasksPanel } from "@/components/tasks/tasks-panel";
import { chooseCenterAction } from "@/lib/features/accounts/own-center/actions";
import { termValues } from "@/lib/features/clients/copy";
import { findSetting } from "@/lib/features/settings/queries";
import { completeTaskAction, reopenTaskAction } from "@/lib/features/tasks/actions";
import { taskItem } from "@/lib/features/tasks/copy";
import { findOwnCenter, listTasks } from "@/lib/features/tasks/queries";
import { taskSearch } from "@/lib/features/tasks/schema";
import { admit } from "@/lib/platform/access/admit";
import { now } from "@/lib/platform/clock";
import { dayIn } from "@/lib/values/wall-clock";

export const metadata: Metadata = { title: "Tasks" };

export default async function TasksPage({ searchParams }: PageProps<"/staff/tasks">) {
  const actor = await admit("tasks.view");
  const search = taskSearch.parse(await searchParams);
  const { timeZone } = await findSetting("organization");
  const today = dayIn(timeZone, now());
  const [page, own, terms] = await Promise.all([
    listTasks(actor, search, { today }),
    search.view === "center" ? findOwnCenter(actor) : null,
    findSetting("terminology"),
  ]);
  const values = termValues(terms);
  return (
    <TasksPanel
      search={search}
      tasks={{ ...page, items: page.rows.map((task) => taskItem(task, { today, locale: "en" })) }}
      act={search.view === "done" ? reopenTaskAction : completeTaskAction}
      can={{ edit: actor.can("tasks.edit"), seeOthers: actor.role !== "practitioner" }}
      values={values}
      center={own && <OwnCenterForm own={own} values={values} action={chooseCenterAction} />}
    />
  );
}
