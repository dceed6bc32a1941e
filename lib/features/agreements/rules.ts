import { createHash } from "node:crypto";
import type { ContactClient } from "@/lib/platform/access/actor";
import { nameKey } from "@/lib/values/person-name";
import type { AgreementStanding } from "./schema";

/** A part of a text: the body is plain paragraphs, "## " headings and "- " lists. */
export type TextBlock = { kind: "heading" | "paragraph"; text: string } | { kind: "list"; items: string[] };

/** The body as parts, in order. A line break inside a paragraph is only a space. */
export function blocksOf(body: string): TextBlock[] {
  const blocks: TextBlock[] = [];
  let open: TextBlock | null = null;
  for (const line of body.split("\n").map((text) => text.trim())) {
    open = line ? nextBlock(open, line) : null;
    if (open && open !== blocks.at(-1)) blocks.push(open);
  }
  return blocks;
}

/** The block a line belongs to: the open one, grown by it, or a new one. */
function nextBlock(open: TextBlock | null, line: string): TextBlock {
  if (line.startsWith("## ")) return { kind: "heading", text: line.slice(3).trim() };
  if (line.startsWith("- ")) {
    const item = line.slice(2).trim();
    if (open?.kind !== "list") return { kind: "list", items: [item] };
    open.items.push(item);
    return open;
  }
  if (open?.kind !== "paragraph") return { kind: "paragraph", text: line };
  open.text += ` ${line}`;
  return open;
}

/** The fingerprint a signature is bound to: SHA-256 of language, title and body, each on lines of its own; hex. */
export function textFingerprint({ language, title, body }: { language: string; title: string; body: string }): string {
  return createHash("sha256").update(`${language}\n${title}\n${body}`, "utf8").digest("hex");
}

/** Owner, primary contact, or the guardian of a minor may sign for the client; nobody else. */
export function maySign(client: Pick<ContactClient, "isOwner" | "isPrimary" | "isGuardian">): boolean {
  return client.isOwner || client.isPrimary || client.isGuardian;
}

/** Whether somebody typed their own name: capitals, accents and punctuation do not count. */
export function isOwnName(typed: string, own: string): boolean {
  return nameKey(typed) === nameKey(own);
}

/**
 * Where a client stands. Any signature that was not voided is an agreement; only one of a text in force is the current one.
 * @param signed numbers of the texts signed, null for a text that is not held here.
 * @param inForce the current number and those before it that differ from it in wording only; none before the first text.
 */
export function standingOf(signed: readonly (number | null)[], inForce: readonly number[]): AgreementStanding {
  if (signed.length === 0) return "unsigned";
  return inForce.length === 0 || signed.some((number) => number !== null && inForce.includes(number))
    ? "current"
    : "earlier";
}

/** Of the texts of one number, the one in the reader's language, else English, else the first. */
export function textFor<Text extends { language: string }>(texts: readonly Text[], language: string): Text | null {
  const inLanguage = (wanted: string) => texts.find((text) => text.language === wanted);
  return inLanguage(language) ?? inLanguage("en") ?? texts[0] ?? null;
}

type Choosable = { clientId: string; maySign: boolean; standing: AgreementStanding };

/** For which client the form stands open: the one asked for where it can be signed, else the first that is unsigned. */
export function chosenToSign<One extends Choosable>(agreements: readonly One[], wanted: string | null): One | null {
  const open = agreements.filter(({ maySign: may, standing }) => may && standing !== "current");
  return (
    open.find(({ clientId }) => clientId === wanted) ?? open.find(({ standing }) => standing === "unsigned") ?? null
  );
}
