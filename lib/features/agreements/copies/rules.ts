import { blocksOf } from "@/lib/features/agreements/rules";
import type { Translate } from "@/lib/platform/i18n/translate";
import { type Paper, taggedDocument } from "@/lib/platform/pdf/tagged-document";
import { formatDate, formatDateTime } from "@/lib/values/format";
import { isoOf } from "@/lib/values/instant";
import type { Locale } from "@/lib/values/locale";
import { dayIn } from "@/lib/values/wall-clock";

/** Everything the signed copy says. */
export type CopyFacts = {
  organizationName: string;
  clientName: string;
  clientNumber: string;
  signerName: string;
  signerEmail: string | null;
  signedAt: Date;
  timeZone: string;
  ip: string | null;
  userAgent: string | null;
  textSha256: string;
  verificationCode: string;
  verifyUrl: string;
  drawing: Uint8Array | null;
  text: { title: string; body: string; number: number; language: string; publishedAt: Date };
};

/** The signed copy: the text as it was shown, and behind it a certificate of who signed it, when, and from where. */
export function signedCopy(facts: CopyFacts, words: { t: Translate; locale: Locale }): Promise<Uint8Array> {
  const { t } = words;
  return taggedDocument(
    {
      title: `${facts.text.title} – ${facts.clientName}`,
      author: facts.organizationName,
      language: facts.text.language,
      createdAt: facts.signedAt,
      footer: (page, pages) => t("agreements.copy.footer", { code: facts.verificationCode, page, pages }),
    },
    (paper) => {
      writeText(paper, facts, words);
      paper.newPage();
      writeCertificate(paper, facts, words);
    },
  );
}

function writeText(paper: Paper, { text, timeZone }: CopyFacts, { t, locale }: { t: Translate; locale: Locale }) {
  paper.heading(1, text.title);
  const date = formatDate(dayIn(timeZone, text.publishedAt), locale);
  paper.paragraph(t("agreements.copy.version", { number: text.number, date }));
  for (const block of blocksOf(text.body)) {
    if (block.kind === "list") paper.list(block.items);
    else if (block.kind === "heading") paper.heading(2, block.text);
    else paper.paragraph(block.text);
  }
}

function writeCertificate(paper: Paper, facts: CopyFacts, { t, locale }: { t: Translate; locale: Locale }) {
  const zoned = formatDateTime(facts.signedAt, { locale, zone: facts.timeZone, showZone: true });
  paper.heading(1, t("agreements.copy.certificate"));
  paper.paragraph(t("agreements.copy.certificateBody", { signer: facts.signerName, client: facts.clientName }));
  const unknown = t("agreements.copy.unknown");
  paper.facts([
    { term: t("agreements.copy.organization"), value: facts.organizationName },
    { term: t("agreements.copy.client"), value: `${facts.clientName} (${facts.clientNumber})` },
    { term: t("agreements.copy.signer"), value: facts.signerName },
    { term: t("agreements.copy.email"), value: facts.signerEmail ?? unknown },
    { term: t("agreements.copy.signedAt"), value: `${zoned} · ${facts.timeZone}` },
    { term: t("agreements.copy.signedAtUtc"), value: isoOf(facts.signedAt), exact: true },
    { term: t("agreements.copy.agreement"), value: `${facts.text.title} (${facts.text.number})` },
    { term: t("agreements.copy.consent"), value: t("agreements.copy.consentGiven") },
    { term: t("agreements.copy.ip"), value: facts.ip ?? unknown, exact: true },
    { term: t("agreements.copy.userAgent"), value: facts.userAgent ?? unknown },
    { term: t("agreements.copy.textHash"), value: facts.textSha256, exact: true },
    { term: t("agreements.copy.code"), value: facts.verificationCode, exact: true },
    { term: t("agreements.copy.verifyAt"), value: facts.verifyUrl },
  ]);
  paper.heading(2, t("agreements.copy.signature"));
  if (facts.drawing) {
    const alt = t("agreements.copy.drawingAlt", { signer: facts.signerName });
    paper.picture(facts.drawing, { alt, width: 240, height: 80 });
  } else paper.paragraph(t("agreements.copy.typed", { signer: facts.signerName }));
}
