import "server-only";
import type { Actor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import { inTransaction } from "@/lib/platform/db/db";
import { record } from "@/lib/platform/history/record";
import { refuse } from "@/lib/platform/refusal";
import { findPart } from "./queries";
import { reportableBlocker } from "./rules";
import type { MarkReportableInput } from "./schema";

/**
 * Says whether a session counts in reports for one client. Nothing happens where it is so already.
 * @throws {RefusalError} not_found, and what `reportableBlocker` answers
 */
export async function markReportable(
  actor: Actor,
  { attendanceId, reportable }: MarkReportableInput,
): Promise<{ clientId: string }> {
  return inTransaction(async (tx) => {
    const part = await findPart(tx, actor, attendanceId);
    if (!part) refuse("not_found", "refusals.notFound");
    const { clientId, sessionId, fundingSource, type } = part;
    if (part.reportable === reportable) return { clientId };
    const blocker = reportable ? reportableBlocker(part, { now: now() }) : null;
    if (blocker) refuse(blocker, `clients.reportable.blockers.${blocker}`);
    await tx.attendance.update({ where: { id: attendanceId }, data: { reportable }, select: { id: true } });
    await record(tx, actor, {
      kind: "session.reportable-marked",
      subject: { kind: "session", id: sessionId },
      clientIds: [clientId],
      data: { type, fundingSource, reportable, changes: { reportable: { from: part.reportable, to: reportable } } },
    });
    return { clientId };
  });
}
