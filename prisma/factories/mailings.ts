import { textBody } from "@/lib/features/templates/rules";
import { now } from "@/lib/platform/clock";
import { db, type Prisma } from "@/lib/platform/db/db";
import { account } from "./people";

type MailingOptions = Partial<Prisma.MailingUncheckedCreateInput> & { clientIds?: readonly string[]; text?: string };

/** A mailing that is being prepared, to all clients or to those named. */
export async function mailing({ clientIds, text, ...options }: MailingOptions = {}) {
  const selection = clientIds ? { all: false, ids: [...clientIds], except: [] } : { all: true, ids: [], except: [] };
  return db.mailing.create({
    data: {
      subject: "News from your center",
      body: textBody(text ?? "Dear [CONTACT_FIRST_NAME],\n\nwe have news for [CLIENT_NAME]."),
      selection,
      senderId: options.senderId ?? (await account()).id,
      createdAt: now(),
      ...options,
    },
  });
}
