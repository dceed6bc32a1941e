import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

export type Mail = {
  id: string;
  to: string;
  from: string;
  subject: string;
  html: string;
  text: string;
  headers: Record<string, string>;
  attachments: { filename: string; contentType: string; path: string }[];
  sentAt: string;
};

function parse(file: string): Mail[] {
  try {
    const mail = JSON.parse(readFileSync(file, "utf8"));
    return [{ ...mail, to: mail.to.email }];
  } catch {
    // The app is just writing it; the next look will see it whole.
    return [];
  }
}

/** The mails that an app left in its data folder, oldest first. */
export function readMailbox(dataDir: string): Mail[] {
  const folder = path.join(dataDir, "mail");
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
  return files.flatMap((name) => parse(path.join(folder, name))).sort((a, b) => a.sentAt.localeCompare(b.sentAt));
}

/** The first address in a mail that leads to the app itself and matches. */
export function linkIn(mail: Mail, pattern: RegExp): string {
  const links = [...mail.html.matchAll(/href="([^"]+)"/g)].map(([, href = ""]) => href.replaceAll("&amp;", "&"));
  const found = links.find((href) => pattern.test(href));
  if (!found) throw new Error(`"${mail.subject}" has no link like ${pattern}; it has:\n${links.join("\n")}`);
  return found;
}
