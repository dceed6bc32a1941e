import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TaskForm } from "@/components/tasks/task-form";
import { PageHeader } from "@/components/ui/page-header";
import { addTaskAction } from "@/lib/features/tasks/actions";
import { listAssignees } from "@/lib/features/tasks/queries";
import { newTaskQuery } from "@/lib/features/tasks/schema";
import { paths } from "@/lib/paths";
import { admit } from "@/lib/platform/access/admit";
import { findSubject } from "@/lib/subjects";

export const metadata: Metadata = { title: "New task" };

export default async function NewTaskPage({ searchParams }: PageProps<"/staff/tasks/new">) {
  const actor = await admit("tasks.add");
  const { kind, id } = newTaskQuery.parse(await searchParams);
  const [assignees, about, t] = await Promise.all([
    listAssignees(actor),
    kind && id ? findSubject(actor, { kind, id }) : null,
    getTranslations("tasks"),
  ]);
  const back = about
    ? { href: paths.staff.record(about), label: about.name }
    : { href: paths.staff.tasks, label: t("title") };
  return (
    <>
      <PageHeader title={t("new")} back={back} />
      <TaskForm task={null} about={about} assignees={assignees} self={actor.accountId} action={addTaskAction} />
    </>
  );
}
