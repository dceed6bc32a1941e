import { z } from "zod";
import { blankAsNull, emailAddress, id, optionalText, requiredText } from "@/lib/values/fields";

const fields = {
  firstName: requiredText(100),
  lastName: optionalText(100),
  title: optionalText(120),
  email: blankAsNull(emailAddress),
  phone: optionalText(60),
};

export const addPersonInput = z.object({ ...fields, prospectId: id });
export type AddPersonInput = z.output<typeof addPersonInput>;
export const editPersonInput = z.object({ ...fields, prospectId: id, personId: id });
export type EditPersonInput = z.output<typeof editPersonInput>;
export const personInput = z.object({ prospectId: id, personId: id });
export type PersonInput = z.output<typeof personInput>;
