import type { ComparedRecord } from "@/lib/features/merges/schema";
import { formatDate, formatDay } from "@/lib/values/format";
import type { Locale } from "@/lib/values/locale";
import { displayPhone } from "@/lib/values/phone";
import type { ComparedClient } from "./schema";

type Words = (key: string, values?: Record<string, string | number>) => string;
type Told = { words: Words; locale: Locale; zone: string };

const COUNTED = ["sessions", "signatures", "invoices", "payments", "documents", "messages", "tasks"] as const;

/** One client side by side with others, all in words. */
export function comparedClient(client: ComparedClient, { words, locale, zone }: Told): ComparedRecord {
  const day = (date: string | null) => date && formatDate(date, locale);
  const say = (key: string, values?: Record<string, string | number>) => words(`duplicates.comparison.${key}`, values);
  const { name, legalName, status, center, practitioner, address, email, website, industry, naics } = client;
  return {
    id: client.id,
    version: client.version,
    name: `${name} ${client.number}`,
    since: say("added", { date: formatDay(client.createdAt, { locale, zone }) }),
    values: {
      ...{ name, legalName, status, center, practitioner, address, email, website, industry, naics },
      phone: client.phone && displayPhone(client.phone),
      employeeCount: client.employeeCount === null ? null : String(client.employeeCount),
      language: client.language,
      startedOn: day(client.startedOn),
      signedOn: day(client.signedOn),
    },
    along: [
      ...client.contacts.map((contact) =>
        contact.isPrimary ? `${contact.name}: ${say("marks.isPrimary")}` : contact.name,
      ),
      ...COUNTED.flatMap((key) => (client[key] > 0 ? [say(key, { count: client[key] })] : [])),
      ...(client.hasNote ? [say("note")] : []),
    ],
    login: null,
  };
}
