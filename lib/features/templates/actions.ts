"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { paths } from "@/lib/paths";
import { action } from "@/lib/platform/action";
import { leaveFlash } from "@/lib/platform/flash";
import {
  addTemplate,
  archiveTemplate,
  editSystemLetter,
  editTemplate,
  resetSystemLetter,
  restoreTemplate,
} from "./commands";
import {
  addTemplateInput,
  editTemplateInput,
  resetSystemLetterInput,
  systemLetterInput,
  templateInput,
} from "./schema";

const { admin } = paths.staff;

export const addTemplateAction = action({
  permission: "templates.edit",
  input: addTemplateInput,
  run: async (actor, input) => {
    const id = await addTemplate(actor, input);
    const t = await getTranslations("templates");
    await leaveFlash(t("added"));
    redirect(admin.emailTemplate(id));
  },
});

export const editTemplateAction = action({
  permission: "templates.edit",
  input: editTemplateInput,
  run: async (actor, input) => {
    await editTemplate(actor, input);
    revalidatePath(admin.emailTemplate(input.templateId));
  },
  done: "templates.saved",
});

export const archiveTemplateAction = action({
  permission: "templates.edit",
  input: templateInput,
  run: async (actor, { templateId }) => {
    await archiveTemplate(actor, templateId);
    revalidatePath(admin.emailTemplates);
  },
  done: "templates.archived",
});

export const restoreTemplateAction = action({
  permission: "templates.edit",
  input: templateInput,
  run: async (actor, { templateId }) => {
    await restoreTemplate(actor, templateId);
    revalidatePath(admin.emailTemplates);
  },
  done: "templates.restored",
});

export const editSystemLetterAction = action({
  permission: "templates.edit",
  input: systemLetterInput,
  run: async (actor, input) => {
    await editSystemLetter(actor, input);
    revalidatePath(admin.systemLetter(input.key, input.language));
  },
  done: "templates.saved",
});

export const resetSystemLetterAction = action({
  permission: "templates.edit",
  input: resetSystemLetterInput,
  run: async (actor, input) => {
    await resetSystemLetter(actor, input);
    revalidatePath(admin.systemLetter(input.key, input.language));
  },
  done: "templates.wasReset",
});
