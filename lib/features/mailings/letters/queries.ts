import "server-only";
import { setImmediate as breathe } from "node:timers/promises";
import { findSettingIn } from "@/lib/features/settings/queries";
import type { LetterValues, VariableId } from "@/lib/features/templates/copy";
import type { RenderedLetter } from "@/lib/features/templates/emails";
import { findLetterValues, type RecipientValues } from "@/lib/features/templates/queries";
import { paths } from "@/lib/paths";
import type { Tx } from "@/lib/platform/db/db";
import { env } from "@/lib/platform/env";
import { type Translate, translatorFor } from "@/lib/platform/i18n/translate";
import { splitName } from "@/lib/values/person-name";
import { displayPhone } from "@/lib/values/phone";
import type { MailingRecord } from "../queries";
import { UNSUBSCRIBE_FROM } from "../rules";
import type { AdministrativeContact } from "../schema";
import { unsubscribeToken } from "../unsubscribes/rules";
import { letterPress } from "./emails";

/** Letters are made in one thread with the pages: after so many it is the pages' turn. */
const LETTERS_PER_BREATH = 10;

/** Whose link opens an explanation and unsubscribes nobody: for previews, tests and the sender's own copies. */
export const EXAMPLE_TOKEN = "example";

export type LetterReader = { clientId: string; contactId: string | null; email: string | null };

export type MailingLetter = RenderedLetter & {
  missing: VariableId[];
  practitioner: RecipientValues["practitioner"];
  /** Where answers go, if the client's center says so. */
  replyTo: string | null;
  headers: Record<string, string>;
};

const NOBODY: RecipientValues = { values: {}, practitioner: "none", mail: { brand: null, replyTo: null } };

type Options = {
  /** Links of previews and tests lead to an explanation. */
  example: boolean;
};

/** The values that the letters of a mailing are filled with, in the order of their readers. */
export async function valuesFor(
  tx: Tx,
  mailing: Pick<MailingRecord, "administrativeContact">,
  readers: readonly LetterReader[],
): Promise<RecipientValues[]> {
  const { administrativeContact } = mailing;
  const found = await findLetterValues(tx, readers, { administrativeContact });
  return found.map(({ values, practitioner, mail }) => {
    const replaced =
      administrativeContact && (administrativeContact.for === "everyone" || practitioner !== "active")
        ? insteadOfPractitioner(administrativeContact)
        : {};
    return { practitioner, mail, values: { ...values, ...replaced } };
  });
}

/** One named person wherever the letter names the practitioner (S2-23). */
function insteadOfPractitioner({ name, email, phone }: AdministrativeContact): LetterValues {
  return {
    PRACTITIONER_NAME: name,
    PRACTITIONER_FIRST_NAME: splitName(name).firstName || name,
    PRACTITIONER_EMAIL: email,
    PRACTITIONER_PHONE: phone ? displayPhone(phone) : "",
  };
}

/** The letters of a mailing as they leave, for these readers, in their order. */
export async function lettersFor(
  tx: Tx,
  mailing: MailingRecord,
  { readers, example }: { readers: readonly LetterReader[] } & Options,
): Promise<MailingLetter[]> {
  const words = await translatorFor(mailing.language);
  const { postalAddress } = await findSettingIn(tx, "mail");
  const found = await valuesFor(tx, mailing, readers);
  const { subject, body, language } = mailing;
  const press = letterPress({ subject, body, language });
  const letters: MailingLetter[] = [];
  for (const [place, reader] of readers.entries()) {
    if (place % LETTERS_PER_BREATH === 0) await breathe();
    const { values, practitioner, mail } = found[place] ?? NOBODY;
    const token = example ? EXAMPLE_TOKEN : unsubscribeToken(reader.email ?? "", mailing.id, env().AUTH_SECRET);
    const link = mailing.receivers >= UNSUBSCRIBE_FROM ? unsubscribeLink(token) : null;
    const footer = {
      lines: footerLines(values, { postalAddress, words }),
      ...(link ? { link: { href: link.page, label: words("unsubscribe.footer.link") } } : {}),
    };
    const letter = await press({ values, footer, brand: mail.brand });
    const headers = link ? oneClick(link.post) : {};
    letters.push({ ...letter, practitioner, headers, replyTo: mail.replyTo });
  }
  return letters;
}

function unsubscribeLink(token: string) {
  const { APP_ORIGIN } = env();
  return {
    page: new URL(paths.portal.unsubscribe(token), APP_ORIGIN).href,
    post: new URL(paths.api.unsubscribe(token), APP_ORIGIN).href,
  };
}

/** What mail programs show their own "Unsubscribe" by (RFC 2369, RFC 8058). */
function oneClick(href: string): Record<string, string> {
  return { "List-Unsubscribe": `<${href}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" };
}

/** Who writes, from where, and why: what CAN-SPAM asks for under every mailing. */
function footerLines(
  values: LetterValues,
  { postalAddress, words }: { postalAddress: string | null; words: Translate },
): string[] {
  const { ORGANIZATION_NAME = "", CENTER_NAME = "", CENTER_ADDRESS = "", CLIENT_NAME = "" } = values;
  const from =
    CENTER_NAME && CENTER_NAME !== ORGANIZATION_NAME ? `${ORGANIZATION_NAME}, ${CENTER_NAME}` : ORGANIZATION_NAME;
  const address = CENTER_ADDRESS.replaceAll("\n", ", ") || postalAddress;
  const why = CLIENT_NAME ? words("unsubscribe.footer.why", { client: CLIENT_NAME }) : "";
  return [from, address, why].filter((line) => line !== null && line !== "") as string[];
}
