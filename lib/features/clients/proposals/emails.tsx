import { renderLetter } from "@/lib/features/templates/emails";
import { textBody } from "@/lib/features/templates/rules";
import { shownValue } from "./rules";
import type { OwnProposal } from "./schema";

type DecisionsLetter = {
  decided: readonly Pick<OwnProposal, "field" | "to" | "state" | "reason">[];
  contact: { firstName: string; language: string };
  client: string;
  organization: string;
  link: string;
  words: (key: string, values?: Record<string, string>) => string;
};

/** What became of what somebody asked to change, in their language. */
export async function decisionsLetter({ decided, contact, client, organization, link, words }: DecisionsLetter) {
  const lines = decided.map(({ field, to, state, reason }) =>
    words(`portal.proposals.letter.${state === "ACCEPTED" ? "accepted" : "declined"}`, {
      field: words(`portal.fields.${field === "name" ? "companyName" : field}`),
      value: shownValue(field, to) || "—",
      reason: reason ?? "",
    }),
  );
  const values = {
    CONTACT_FIRST_NAME: contact.firstName,
    CLIENT_NAME: client,
    ORGANIZATION_NAME: organization,
    LINK: link,
  };
  const [before = "", after = ""] = words("portal.proposals.letter.body").split("[DECISIONS]");
  // What people typed is never read as a variable.
  const told = lines.map((text) => ({ type: "paragraph" as const, content: [{ type: "text" as const, text }] }));
  const content = [...textBody(before).content, ...told, ...textBody(after).content];
  const letter = { subject: words("portal.proposals.letter.subject"), body: { type: "doc" as const, content } };
  const { subject, html, text } = await renderLetter({ ...letter, values, language: contact.language });
  return { subject, html, text };
}
