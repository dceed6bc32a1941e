"use server";
import { action } from "@/lib/platform/action";
import { doubtAgain, tellApart } from "./commands";
import { tellApartInput } from "./schema";

// The people disappear from the page with the answer, and with them the form that has to say what happened: it says so
// first and then asks for the page anew.

/** "Not a duplicate": answers whom it was about, so that the page can offer to take it back. */
export const tellApartAction = action({
  permission: "contacts.edit",
  input: tellApartInput,
  run: async (actor, input) => {
    await tellApart(actor, input);
    return { ids: input.ids };
  },
});

export const doubtAgainAction = action({
  permission: "contacts.edit",
  input: tellApartInput,
  done: "duplicates.doubted",
  run: doubtAgain,
});
