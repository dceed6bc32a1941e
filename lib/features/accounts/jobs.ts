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
import { localeOf } from "@/lib/values/locale";

type LetterKey = "welcome-account" | "welcome-practitioner" | "password-changed";
type Letter = { subject: string; html: string; text: string };
type WriteLetter = (
  tx: Tx,
  letter: { key: LetterKey; language: string; values: Record<string, string> },
) => Promise<Letter>;

const absolute = (path: string) => new URL(path, env().APP_ORIGIN).href;

/**
 * Mails an account a letter. The link of a welcome is made here and not before, so that no payload ever holds one.
 * @param writeLetter the letters' own feature, handed in where jobs are put together: it stands on a higher rung.
 */
export function sendAccountLetter(writeLetter: WriteLetter) {
  return async ({ accountId, letter, cause }: JobPayload<"account.send-letter">): Promise<void> => {
    const source = `account-${letter}:${cause}`;
    await inTransaction(async (tx) => {
      // A job that ran before its worker died must not make another link: the first mail would hold a dead one.
      if (await tx.outboxMail.findFirst({ where: { source }, select: { id: true } })) return;
      const account = await tx.account.findFirst({
        where: { id: accountId, status: "ACTIVE" },
        select: { email: true, firstName: true, lastName: true, language: true, role: true },
      });
      if (!account) return;
      const welcome = account.role === "PRACTITIONER" ? "welcome-practitioner" : "welcome-account";
      const { language } = account;
      const written =
        letter === "welcome"
          ? await writeLetter(tx, { key: welcome, language, values: await welcomeValues(tx, { accountId, account }) })
          : await writeLetter(tx, { key: letter, language, values: await noticeValues(tx, account) });
      const to = { email: account.email, name: nameOf(account) };
      await queueMail(tx, {
        source,
        to,
        priority: MAIL_PRIORITY.single,
        holdsSecret: letter === "welcome",
        ...written,
      });
    });
  };
}

type Account = { email: string; firstName: string; lastName: string; language: string };

const nameOf = ({ firstName, lastName }: Account) => `${firstName} ${lastName}`;

async function welcomeValues(tx: Tx, { accountId, account }: { accountId: string; account: Account }) {
  const token = await issueLink(tx, { accountId });
  return {
    ACCOUNT_NAME: nameOf(account),
    ACCOUNT_FIRST_NAME: account.firstName,
    USERNAME: account.email,
    LINK: absolute(paths.staff.setPassword(token)),
  };
}

async function noticeValues(tx: Tx, account: Account) {
  const { timeZone } = await findSettingIn(tx, "organization");
  const locale = localeOf(account.language);
  return {
    ACCOUNT_NAME: nameOf(account),
    WHEN: formatDateTime(now(), { locale, zone: timeZone, showZone: true }),
    LINK: absolute(paths.staff.account),
  };
}
