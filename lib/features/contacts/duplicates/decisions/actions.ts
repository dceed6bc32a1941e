"use server";
import { revalidatePath } from "next/cache";
import { paths } from "@/lib/paths";
import { action } from "@/lib/platform/action";
import { doubtAgain, tellApart } from "./commands";
import { tellApartInput } from "./schema";

/** "Not a duplicate": answers whom it was about, so that the page can offer to take it back. */
export const tellApartAction = action({
  permission: "contacts.edit",
  input: tellApartInput,
  run: async (actor, input) => {
    await tellApart(actor, input);
    revalidatePath(paths.staff.admin.duplicates);
    return { ids: input.ids };
  },
});

export const doubtAgainAction = action({
  permission: "contacts.edit",
  input: tellApartInput,
  done: "duplicates.doubted",
  run: async (actor, input) => {
    await doubtAgain(actor, input);
    revalidatePath(paths.staff.admin.duplicates, "layout");
  },
});
