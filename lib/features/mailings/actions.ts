"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { paths } from "@/lib/paths";
import { action } from "@/lib/platform/action";
import {
  chooseRecipients,
  discardMailing,
  excludeGaps,
  keepLetter,
  startMailing,
  writeLetter,
} from "./drafts/commands";
import { excludeRecipient, includeRecipient } from "./recipients/commands";
import {
  chooseRecipientsInput,
  keepLetterInput,
  mailingInput,
  recipientInput,
  sendMailingInput,
  startMailingInput,
  testLetterInput,
  writeLetterInput,
} from "./schema";
import {
  resumeMailing,
  retryFailed,
  sendMailing,
  sendNow,
  sendTestLetter,
  sendUnclear,
  stopMailing,
} from "./sending/commands";

const MAILING_PAGES = "/staff/mailings/[mailingId]";

/** From a list of clients: keeps the choice, however large, and opens the first step. */
export const startMailingAction = action({
  permission: "mailings.prepare",
  input: startMailingInput,
  run: async (actor, input) => {
    const { mailingId } = await startMailing(actor, input);
    redirect(paths.staff.mailingLetter(mailingId));
  },
});

/** While it is being written, without a word. */
export const keepLetterAction = action({
  permission: "mailings.prepare",
  input: keepLetterInput,
  run: keepLetter,
});

export const writeLetterAction = action({
  permission: "mailings.prepare",
  input: writeLetterInput,
  run: async (actor, input) => {
    const { mailingId } = await writeLetter(actor, input);
    redirect(input.intent === "draft" ? paths.staff.mailings : paths.staff.mailingRecipients(mailingId));
  },
});

export const chooseRecipientsAction = action({
  permission: "mailings.prepare",
  input: chooseRecipientsInput,
  run: async (actor, input) => {
    await chooseRecipients(actor, input);
    redirect(paths.staff.mailingReview(input.mailingId));
  },
});

export const excludeRecipientAction = action({
  permission: "mailings.prepare",
  input: recipientInput,
  run: async (actor, input) => {
    await excludeRecipient(actor, input);
    revalidatePath(MAILING_PAGES, "layout");
  },
});

export const includeRecipientAction = action({
  permission: "mailings.prepare",
  input: recipientInput,
  run: async (actor, input) => {
    await includeRecipient(actor, input);
    revalidatePath(MAILING_PAGES, "layout");
  },
});

export const excludeGapsAction = action({
  permission: "mailings.prepare",
  input: mailingInput,
  run: async (actor, input) => {
    await excludeGaps(actor, input);
    revalidatePath(MAILING_PAGES, "layout");
  },
});

export const discardMailingAction = action({
  permission: "mailings.prepare",
  input: mailingInput,
  run: async (actor, input) => {
    await discardMailing(actor, input);
    redirect(paths.staff.mailings);
  },
});

export const sendTestLetterAction = action({
  permission: "mailings.prepare",
  input: testLetterInput,
  done: "mailings.review.testSent",
  run: sendTestLetter,
});

/** To many: the password must be confirmed. */
export const sendMailingAction = action({
  permission: "mailings.send",
  input: sendMailingInput,
  run: async (actor, input) => {
    await sendMailing(actor, input);
    redirect(paths.staff.mailing(input.mailingId));
  },
});

/** To the people of one client; the command refuses anything more. */
export const sendToOneClientAction = action({
  permission: "mailings.send-one",
  input: sendMailingInput,
  run: async (actor, input) => {
    await sendMailing(actor, input);
    redirect(paths.staff.mailing(input.mailingId));
  },
});

/** Whether the password must be confirmed depends on the mailing: the commands look. */
export const sendNowAction = action({
  permission: "mailings.send-one",
  input: mailingInput,
  run: async (actor, input) => {
    await sendNow(actor, input);
    revalidatePath(MAILING_PAGES, "layout");
  },
});

export const resumeMailingAction = action({
  permission: "mailings.send-one",
  input: mailingInput,
  run: async (actor, input) => {
    await resumeMailing(actor, input);
    revalidatePath(MAILING_PAGES, "layout");
  },
});

export const retryFailedAction = action({
  permission: "mailings.send-one",
  input: mailingInput,
  run: async (actor, input) => {
    await retryFailed(actor, input);
    revalidatePath(MAILING_PAGES, "layout");
  },
});

export const sendUnclearAction = action({
  permission: "mailings.send-one",
  input: mailingInput,
  run: async (actor, input) => {
    await sendUnclear(actor, input);
    revalidatePath(MAILING_PAGES, "layout");
  },
});

/** Anybody of the staff may stop a mailing, at once and without a password. */
export const stopMailingAction = action({
  permission: "mailings.prepare",
  input: mailingInput,
  run: async (actor, input) => {
    await stopMailing(actor, input);
    revalidatePath(MAILING_PAGES, "layout");
  },
});
