import { customFormValues } from "@/lib/features/custom-fields/rules";
import type { Submitted } from "@/lib/platform/action-state";
import { displayPhone } from "@/lib/values/phone";
import type { ContactRecord } from "./schema";

/** A contact as its edit form shows it, by field name: what a save is compared with when somebody else was faster. */
export function contactFormValues(contact: ContactRecord): Submitted {
  const { firstName, lastName, email, phone, language, doNotMail } = contact;
  return {
    firstName,
    lastName,
    email: email ?? "",
    phone: phone ? displayPhone(phone) : "",
    language,
    doNotMail: doNotMail ? "on" : "",
    ...customFormValues(contact.custom),
  };
}
