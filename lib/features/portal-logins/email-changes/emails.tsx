import { renderLetter } from "@/lib/features/templates/emails";
import { textBody } from "@/lib/features/templates/rules";

type EmailLetter = {
  key: "confirm" | "changed";
  contact: { firstName: string; language: string };
  organization: string;
  link: string;
  words: (key: string) => string;
};

/** The two letters about a changed address, in the contact's language. */
export async function emailChangeLetter({ key, contact, organization, link, words }: EmailLetter) {
  const values = { CONTACT_FIRST_NAME: contact.firstName, ORGANIZATION_NAME: organization, LINK: link };
  const body = textBody(words(`portal.letters.${key}.body`));
  const letter = { subject: words(`portal.letters.${key}.subject`), body };
  const { subject, html, text } = await renderLetter({ ...letter, values, language: contact.language });
  return { subject, html, text };
}
