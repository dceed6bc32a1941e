"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { paths } from "@/lib/paths";
import { action } from "@/lib/platform/action";
import { findSubject } from "@/lib/subjects";
import { addTask, completeTask, editTask, reopenTask } from "./commands";
import { addTaskInput, completeTaskInput, editTaskInput } from "./schema";

export const addTaskAction = action({
  permission: "tasks.add",
  input: addTaskInput,
  run: async (actor, input) => {
    await addTask(actor, input, findSubject);
    const { aboutKind: kind, aboutId: id } = input;
    redirect(kind && id ? paths.staff.record({ kind, id }) : paths.staff.tasks);
  },
});

export const editTaskAction = action({
  permission: "tasks.edit",
  input: editTaskInput,
  run: async (actor, input) => {
    await editTask(actor, input);
    redirect(paths.staff.tasks);
  },
});

export const completeTaskAction = action({
  permission: "tasks.complete",
  input: completeTaskInput,
  done: "tasks.done",
  run: async (actor, input) => {
    await completeTask(actor, input);
    revalidatePath("/staff", "layout");
  },
});

export const reopenTaskAction = action({
  permission: "tasks.complete",
  input: completeTaskInput,
  done: "tasks.reopened",
  run: async (actor, input) => {
    await reopenTask(actor, input);
    revalidatePath("/staff", "layout");
  },
});
