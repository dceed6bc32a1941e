import { parsePhone, storedPhone } from "@/lib/values/phone";

/** A typed phone number as it is kept: in one notation where it is a number, else as typed. */
export function keptPhone(typed: string | null): string | null {
  if (typed === null) return null;
  const phone = parsePhone(typed);
  return phone ? storedPhone(phone) : typed;
}
