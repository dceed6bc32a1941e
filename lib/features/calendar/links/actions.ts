"use server";
import { revalidatePath } from "next/cache";
import { z } from "zod";
import { paths } from "@/lib/paths";
import { action } from "@/lib/platform/action";
import { makeLink, revokeLink } from "./commands";

const nothing = z.object({});

export const makeCalendarLinkAction = action({ permission: "own-account.manage", input: nothing, run: makeLink });

export const revokeCalendarLinkAction = action({
  permission: "own-account.manage",
  input: nothing,
  done: "calendar.link.isOff",
  run: async (actor) => {
    await revokeLink(actor);
    revalidatePath(paths.staff.account);
  },
});

export const makePortalCalendarLinkAction = action({
  permission: "portal.manage-account",
  input: nothing,
  run: makeLink,
});

export const revokePortalCalendarLinkAction = action({
  permission: "portal.manage-account",
  input: nothing,
  done: "calendar.link.isOff",
  run: async (actor) => {
    await revokeLink(actor);
    revalidatePath(paths.portal.account);
  },
});
