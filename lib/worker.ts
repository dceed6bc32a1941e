import "server-only";
import { sendAccountLetter } from "@/lib/features/accounts/jobs";
import { finishAgreementJob } from "@/lib/features/agreements/copies/jobs";
import { tellDecisions } from "@/lib/features/clients/proposals/jobs";
import { sendStatusMails } from "@/lib/features/clients/workflows/jobs";
import { tidyDocuments } from "@/lib/features/documents/jobs";
import { tidyDrafts } from "@/lib/features/drafts/jobs";
import { resumeMailings, workOnMailing } from "@/lib/features/mailings/deliveries/jobs";
import { inviteAgain } from "@/lib/features/portal-logins/jobs";
import { sendPasscodeJob } from "@/lib/features/portal-logins/passcodes/jobs";
import { acknowledgeInquiry } from "@/lib/features/prospects/inquiries/jobs";
import { emptyRecycleBin } from "@/lib/features/recycling/jobs";
import { remindOfSessions } from "@/lib/features/scheduling/sessions/reminders/jobs";
import { tellSessions } from "@/lib/features/scheduling/sessions/telling/jobs";
import { offerSlotJob } from "@/lib/features/scheduling/waiting/offers/jobs";
import { remindOfTasks } from "@/lib/features/tasks/reminders/jobs";
import { systemLetter } from "@/lib/features/templates/queries";
import { announceRegistrationJob } from "@/lib/features/training/announcements/jobs";
import { operations } from "@/lib/operations";
import { eraseAudit, eraseMailBodies, tidyAccess } from "@/lib/platform/access/tidy";
import { databasePool } from "@/lib/platform/db/db";
import { sealHistory } from "@/lib/platform/history/sealing";
import { type JobHandlers, runJobs, type Schedule } from "@/lib/platform/jobs/run";
import { logger } from "@/lib/platform/logger";
import { deliverMailJob } from "@/lib/platform/mail/deliver";
import { resumeOperations, workOnOperation } from "@/lib/platform/operation/run";

/** Who does each job. */
const handlers: JobHandlers = {
  "agreement.finish": finishAgreementJob(systemLetter),
  "client.status-mail": sendStatusMails,
  "mail.deliver": deliverMailJob,
  "training.announce": announceRegistrationJob(systemLetter),
  "access.tidy": tidyAccess,
  "mail.erase-bodies": eraseMailBodies,
  "history.seal": sealHistory,
  "history.erase": eraseAudit,
  "documents.tidy": tidyDocuments,
  "recycling.empty": emptyRecycleBin,
  "account.send-letter": sendAccountLetter(systemLetter),
  "drafts.tidy": tidyDrafts,
  "tasks.remind": remindOfTasks(systemLetter),
  "sessions.tell": tellSessions,
  "sessions.remind": remindOfSessions,
  "waiting.offer": offerSlotJob,
  "passcode.send": sendPasscodeJob,
  "portal-login.invite": inviteAgain,
  "proposals.tell": tellDecisions,
  "inquiry.acknowledge": acknowledgeInquiry,
  "mailing.work": workOnMailing,
  "mailing.resume": resumeMailings,
  "operation.run": ({ operationId }) => workOnOperation(operationId, operations),
  "operation.resume": resumeOperations,
};

/** What runs by the clock, to pick up work that a crash left behind. */
const schedules: Schedule[] = [
  { cron: "* * * * *", job: "mail.deliver" },
  { cron: "* * * * *", job: "operation.resume" },
  { cron: "* * * * *", job: "history.seal" },
  { cron: "* * * * *", job: "sessions.tell" },
  { cron: "* * * * *", job: "sessions.remind" },
  { cron: "17 * * * *", job: "access.tidy" },
  { cron: "37 2 * * *", job: "mail.erase-bodies" },
  { cron: "41 2 * * *", job: "history.erase" },
  { cron: "43 3 * * *", job: "documents.tidy" },
  { cron: "47 3 * * *", job: "drafts.tidy" },
  { cron: "41 * * * *", job: "recycling.empty" },
  { cron: "*/5 * * * *", job: "tasks.remind" },
  { cron: "* * * * *", job: "mailing.resume" },
];

/** Starts this process's share of the background work; it ends with the process. */
export async function startWorker(): Promise<void> {
  const runner = await runJobs(handlers, { schedules, concurrency: 3 });
  await resumeOperations();
  const stop = () => {
    runner.stop().catch((error: unknown) => logger.warn({ err: error }, "the job runner did not stop cleanly"));
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
  databasePool().once("end" as never, stop);
}
