import { setTimeout as pause } from "node:timers/promises";
import { deliverMail } from "../../lib/platform/mail/deliver";

// A process that does nothing but deliver mail, made to be killed. MAIL_BATCH makes its batches smaller than usual.

const batchSize = Number(process.env.MAIL_BATCH ?? 100);

for (;;) {
  await deliverMail({ batchSize });
  await pause(50);
}
