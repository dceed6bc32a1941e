import { z } from "zod";
import { isLocalDate } from "./date";
import { isDeliverable, storedEmail } from "./email-address";
import { isId } from "./id";
import { parseInstant } from "./instant";
import { LOCALES } from "./locale";
import { CURRENCY, parseMoney } from "./money";
import { hasBidiControls, hasUnstorable } from "./text";
import { isEndTime, isLocalTime } from "./time";
import { isTimeZone } from "./time-zone";

// The zod side of the values, apart from them so that browser code can use a value without loading zod.
// Messages are keys of the "validation" words.

const storable = z.string("text").refine((text) => !hasUnstorable(text), "unreadable_characters");

const oneLine = storable
  .refine((text) => !hasBidiControls(text), "unreadable_characters")
  .transform((text) => text.replace(/[\t\r\n]+/g, " ").trim());

const manyLines = storable.transform((text) => text.replace(/\r\n?/g, "\n").trim());

/** One line that must hold something. */
export const requiredText = (max: number) => oneLine.pipe(z.string().min(1, "required").max(max, "too_long"));

/** One line; blank and missing become null. */
export const optionalText = (max: number) =>
  oneLine
    .pipe(z.string().max(max, "too_long"))
    .transform((text) => text || null)
    .nullish()
    .transform((text) => text ?? null);

/** Several lines that must hold something; line ends become LF. */
export const requiredLongText = (max: number) => manyLines.pipe(z.string().min(1, "required").max(max, "too_long"));

export const optionalLongText = (max: number) =>
  manyLines
    .pipe(z.string().max(max, "too_long"))
    .transform((text) => text || null)
    .nullish()
    .transform((text) => text ?? null);

export const id = z.string("id").refine(isId, "id");
export const localDate = z.string("date").refine(isLocalDate, "date");
export const localTime = z.string("time").refine(isLocalTime, "time");
export const endTime = z.string("time").refine(isEndTime, "time");
export const timeZone = z.string("time_zone").refine(isTimeZone, "time_zone");
export const locale = z.enum(LOCALES);

/** A typed address that mail can go to; kept byte for byte, but for surrounding spaces. */
export const emailAddress = z.string("email").transform(storedEmail).refine(isDeliverable, "email");

/** The address of a page: http or https, with a host. */
export const webAddress = z
  .string("web_address")
  .trim()
  .max(500, "too_long")
  .refine((text) => /^https?:\/\/[^\s<>"]+\.[^\s<>"]+$/i.test(text), "web_address");

/** Where people meet online: an encrypted address that goes where it seems to go, without a name before an "@". */
export const meetingAddress = webAddress.refine((text) => {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return protocol === "https:" && username === "" && password === "";
}, "meeting_address");

/** An instant as ISO text with zone. */
export const instant = z.string("instant").transform((text, context) => {
  const parsed = parseInstant(text);
  if (parsed) return parsed;
  context.addIssue({ code: "custom", message: "instant" });
  return z.NEVER;
});

/** A form's empty string as "nothing". */
export const blankAsNull = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === "" || value === undefined ? null : value), schema.nullable());

const MOST_CENTS = 1_000_000_00;

/** A typed amount such as "85.00" as whole cents; blank is nothing. */
export const optionalCents = blankAsNull(
  z.string("money").transform((text, context) => {
    const parsed = parseMoney(text, CURRENCY);
    if (parsed && parsed.cents >= 0 && parsed.cents <= MOST_CENTS) return parsed.cents;
    context.addIssue({ code: "custom", message: "money" });
    return z.NEVER;
  }),
);

/** Whole cents from a form's or API's integer. */
export const cents = z.int("money").min(-1_000_000_000_00, "money").max(1_000_000_000_00, "money");
