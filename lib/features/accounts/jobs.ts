import "server-only";
import { findSettingIn } from "@/lib/features/settings/queries";
import { paths } from "@/lib/paths";
import { issueLink } from "@/lib/platform/access/one-time-links";
import { now } from "@/lib/platform/clock";
import { inTransaction, type Tx } from "@/lib/platform/db/db";
import { env } from "@/lib/platform/env";
import type { JobPayload } from "@/lib/platform/jobs/payloads";
import { MAIL_PRIORITY, queueMail } from "@/lib/platform/mail/queue";
import { formatDateTime } from "@/lib/values/format";
import { isLocale } from "@/lib/values/locale";

type Letter = { subject: string; html: string; text: string };
type WriteLetter = (
  tx: Tx,
  letter: { key: "welcome-account" | "password-changed"; language: string; values: Record<string, string> },
) => Promise<Letter>;

const absolute = (path: string) => new URL(path, env().APP_ORIGIN).href;

/**
 * Mails an account a letter. The link of a welcome is made here and not before, so that no payload ever holds one.
 * @param writeLetter the letters' own feature, handed in where jobs are put together: it stands on a higher rung.
 */
export function sendAccountLetter(writeLetter: WriteLetter) {
  return async ({ accountId, letter, cause }: JobPayload<"account.send-letter">): Promise<void> => {
    const key = letter === "welcome" ? "welcome-account" : letter;
    const source = `${key}:${cause}`;
    await inTransaction(async (tx) => {
      // A job that ran before its worker died must not make another link: the first mail would hold a dead one.
      if (await tx.outboxMail.findFirst({ where: { source }, select: { id: true } })) return;
      const account = await tx.account.findFirst({
        where: { id: accountId, status: "ACTIVE" },
        select: { email: true, firstName: true, lastName: true, language: true },
      });
      if (!account) return;
      const name = `${account.firstName} ${account.lastName}`;
      const values =
        letter === "welcome"
          ? await welcomeValues(tx, { accountId, account })
          : { ACCOUNT_NAME: name, WHEN: await localNow(tx, account.language), LINK: absolute(paths.staff.account) };
      const written = await writeLetter(tx, { key, language: account.language, values });
      const to = { email: account.email, name };
      await queueMail(tx, { source, to, priority: MAIL_PRIORITY.single, ...written });
    });
  };
}

type Account = { email: string; firstName: string; lastName: string };

async function welcomeValues(tx: Tx, { accountId, account }: { accountId: string; account: Account }) {
  const token = await issueLink(tx, { accountId });
  return {
    ACCOUNT_NAME: `${account.firstName} ${account.lastName}`,
    ACCOUNT_FIRST_NAME: account.firstName,
    USERNAME: account.email,
    LINK: absolute(paths.staff.setPassword(token)),
  };
}

async function localNow(tx: Tx, language: string): Promise<string> {
  const { timeZone } = await findSettingIn(tx, "organization");
  return formatDateTime(now(), { locale: isLocale(language) ? language : "en", zone: timeZone, showZone: true });
}
