import "server-only";
import type { AskedReader } from "@/lib/features/scheduling/cover/requests/schema";
import type { ToCover } from "@/lib/features/scheduling/cover/schema";
import { whenWords } from "@/lib/features/scheduling/sessions/planning/copy";
import { systemLetter } from "@/lib/features/templates/queries";
import { paths } from "@/lib/paths";
import type { Tx } from "@/lib/platform/db/db";
import { env } from "@/lib/platform/env";
import { MAIL_PRIORITY, queueMail } from "@/lib/platform/mail/queue";
import { localeOf } from "@/lib/values/locale";

type Request = { requestId: string; away: string; session: ToCover; reader: AskedReader };

/** Asks a colleague by mail. Clients are not named: whoever is asked may not know them yet. */
export async function mailRequest(tx: Tx, { requestId, away, session, reader }: Request): Promise<void> {
  const { language, firstName, email, name } = reader;
  const { service, type, center } = session;
  const values = {
    READER_FIRST_NAME: firstName,
    AWAY_NAME: away,
    SESSION_TITLE: service ? `${type} · ${service.name}` : type,
    SESSION_WHEN: whenWords(session, localeOf(language)),
    SESSION_WHERE: center.name,
    LINK: new URL(paths.staff.coverRequests, env().APP_ORIGIN).href,
  };
  const written = await systemLetter(tx, { key: "cover-asked", language, values, centerId: center.id });
  const to = { email, name };
  await queueMail(tx, { source: `cover-request:${requestId}`, to, priority: MAIL_PRIORITY.single, ...written });
}
