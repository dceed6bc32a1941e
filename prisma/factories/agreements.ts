import { textFingerprint } from "@/lib/features/agreements/rules";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db/db";
import { newId } from "@/lib/values/id";
import { nextNumber } from "./sequence";

type TextOptions = { number?: number; language?: string; title?: string; body?: string; publishedAt?: Date };

/** A published text of the agreement; with the number of another one it is that version in another language. */
export async function agreementText(options: TextOptions = {}) {
  const { language = "en", title = "Client Agreement", publishedAt = now() } = options;
  const number = options.number ?? nextNumber();
  const body = options.body ?? `We advise you, and you tell us how it went.\n\n## Number\n\nThis is version ${number}.`;
  const textSha256 = textFingerprint({ language, title, body });
  return db.agreementVersion.create({ data: { number, language, title, body, publishedAt, textSha256 } });
}

/** A signature on paper, of now. */
export async function signature({ clientId, contactId = null }: { clientId: string; contactId?: string | null }) {
  const at = now();
  return db.signature.create({
    data: {
      clientId,
      contactId,
      method: "PAPER",
      signerName: "Walter Weaver",
      signedAt: at,
      signedOn: at,
      verificationCode: newId(),
    },
  });
}
