"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { applyImport, changeImportColumns, planImport, repeatImport } from "@/lib/features/imports/drafts/commands";
import { applyImportInput, operationInput, planImportInput } from "@/lib/features/imports/drafts/schema";
import { paths } from "@/lib/paths";
import { action } from "@/lib/platform/action";
import { retryOperation, startUndo } from "@/lib/platform/operation/commands";

export const planImportAction = action({
  permission: "imports.run",
  input: planImportInput,
  run: async (actor, input) => {
    await planImport(actor, input);
    redirect(paths.staff.admin.importOf(input.operationId));
  },
});

export const applyImportAction = action({
  permission: "imports.run",
  input: applyImportInput,
  run: async (actor, input) => {
    await applyImport(actor, input);
    redirect(paths.staff.admin.importOf(input.operationId));
  },
});

export const changeImportColumnsAction = action({
  permission: "imports.run",
  input: operationInput,
  run: async (actor, input) => {
    await changeImportColumns(actor, input);
    redirect(paths.staff.admin.importOf(input.operationId));
  },
});

export const repeatImportAction = action({
  permission: "imports.run",
  input: operationInput,
  run: async (actor, input) => redirect(paths.staff.admin.importOf(await repeatImport(actor, input))),
});

export const undoOperationAction = action({
  permission: "operations.undo",
  input: operationInput,
  run: async (actor, input) => {
    await startUndo(actor, input);
    revalidatePath(paths.staff.admin.operations, "layout");
    revalidatePath(paths.staff.admin.import, "layout");
  },
});

export const retryOperationAction = action({
  permission: "operations.undo",
  input: operationInput,
  run: async (actor, input) => {
    await retryOperation(actor, input);
    revalidatePath(paths.staff.admin.operations, "layout");
    revalidatePath(paths.staff.admin.import, "layout");
  },
});
