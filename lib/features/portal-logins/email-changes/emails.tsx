import type { LetterBrand } from "@/lib/features/centers/schema";
import { renderLetter } from "@/lib/features/templates/emails";
import { textBody } from "@/lib/features/templates/rules";

type EmailLetter = {
  key: "confirm" | "changed";
  contact: { firstName: string; language: string };
  organization: string;
  brand: LetterBrand | null;
  link: string;
  words: (key: string) => string;
};

/** The two letters about a changed address, in the contact's language and with the face of their center. */
export async function emailChangeLetter({ key, contact, organization, brand, link, words }: EmailLetter) {
  const values = { CONTACT_FIRST_NAME: contact.firstName, ORGANIZATION_NAME: organization, LINK: link };
  const body = textBody(words(`portal.letters.${key}.body`));
  const letter = { subject: words(`portal.letters.${key}.subject`), body };
  const { subject, html, text } = await renderLetter({ ...letter, brand, values, language: contact.language });
  return { subject, html, text };
}
