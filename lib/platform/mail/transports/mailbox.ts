import "server-only";
import { mkdir, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { now } from "@/lib/platform/clock";
import { isoOf } from "@/lib/values/instant";
import { mailbox } from "../header-text";
import type { OutgoingMail, Transport } from "../transport";

/** Written beside and moved into place: a reader sees a whole file or none. */
async function writeWhole(file: string, content: string | Uint8Array) {
  const draft = `${file}.${process.pid}.tmp`;
  await writeFile(draft, content, { mode: 0o600 });
  await rename(draft, file);
}

async function keep(folder: string, mail: OutgoingMail) {
  const attachments = [];
  for (const [place, { filename, contentType, bytes }] of mail.attachments.entries()) {
    const file = path.join(folder, "attachments", `${mail.id}-${place}`);
    await mkdir(path.dirname(file), { recursive: true });
    await writeWhole(file, bytes);
    attachments.push({ filename, contentType, path: file });
  }
  const { id, to, from, replyTo, subject, html, text, headers } = mail;
  const shown = {
    id,
    to,
    from: mailbox(from),
    replyTo,
    subject,
    html,
    text,
    headers,
    attachments,
    sentAt: isoOf(now()),
  };
  // The id begins with the time it was made, so names sort by it; a mail kept twice is one file.
  await writeWhole(path.join(folder, `${id}.json`), `${JSON.stringify(shown, null, 2)}\n`);
}

/** Keeps mails as files in the data folder instead of sending them: one JSON file each under `mail/`. */
export function mailboxTransport({ dataDir }: { dataDir: string }): Transport {
  const folder = path.resolve(/* turbopackIgnore: true */ dataDir, "mail");
  return {
    name: "mailbox",
    batchSize: 100,
    paceMs: 0,
    async send(mails) {
      await mkdir(folder, { recursive: true });
      for (const mail of mails) await keep(folder, mail);
      return { kind: "answered", outcomes: mails.map(({ id }) => ({ providerId: id })) };
    },
  };
}
