import { z } from "zod";
import { fieldChanges, historyKind } from "@/lib/platform/history/kind";

const waitedFor = z.object({ limits: z.enum(["none", "some"]), what: z.string() });
const offered = z.object({ practitionerName: z.string(), when: z.string() });

export const sessionsHistory = {
  "session.recorded": historyKind(
    z.object({
      practitionerName: z.string(),
      type: z.string(),
      area: z.string().nullable(),
      minutes: z.number(),
      fundingSource: z.string().nullable(),
      reportable: z.boolean(),
      note: z.string().nullable().optional(),
    }),
    { stream: true },
  ),
  /** A session to come; `when` is its day and hours as people say them. */
  "session.booked": historyKind(
    z.object({ practitionerName: z.string(), type: z.string(), area: z.string().nullable(), when: z.string() }),
    { stream: true },
  ),
  /** A client asked for it in the portal, and somebody has to answer. */
  "session.requested": historyKind(
    z.object({ practitionerName: z.string(), type: z.string(), area: z.string().nullable(), when: z.string() }),
    { stream: true },
  ),
  "session.series-booked": historyKind(
    z.object({
      practitionerName: z.string(),
      type: z.string(),
      count: z.number(),
      first: z.string(),
      last: z.string(),
    }),
    { stream: true },
  ),
  /** Several of a series at once; `first` is when the first of them was. */
  "session.series-edited": historyKind(
    z.object({
      count: z.number(),
      first: z.string(),
      scope: z.enum(["one", "following", "all"]),
      changes: fieldChanges,
    }),
    { stream: true },
  ),
  "session.series-cancelled": historyKind(
    z.object({ count: z.number(), first: z.string(), last: z.string(), reason: z.string() }),
    { stream: true },
  ),
  "session.confirmed": historyKind(z.object({ type: z.string(), when: z.string() }), { stream: true }),
  "session.moved": historyKind(z.object({ type: z.string(), from: z.string(), to: z.string() }), { stream: true }),
  "session.cancelled": historyKind(z.object({ type: z.string(), when: z.string(), reason: z.string() }), {
    stream: true,
  }),
  "session.missed": historyKind(z.object({ type: z.string(), when: z.string() }), { stream: true }),
  /** A mail about it that left; `to` names those of the client it went to, and who delivers it. */
  "session.mailed": historyKind(z.object({ subject: z.string(), to: z.string() }), { stream: true }),
  "session.edited": historyKind(z.object({ name: z.string(), changes: fieldChanges }), { stream: true }),
  /** A client was taken off a session; the day is the local one of the session. */
  "session.left": historyKind(z.object({ name: z.string(), type: z.string(), day: z.string() }), { stream: true }),
  "session.reportable-marked": historyKind(
    z.object({
      type: z.string(),
      fundingSource: z.string().nullable(),
      reportable: z.boolean(),
      changes: fieldChanges,
    }),
    { stream: true },
  ),
  /** Who was asked to take a session of somebody who is away, and what came of it. */
  "session.cover-asked": historyKind(offered, { stream: false }),
  "session.cover-declined": historyKind(offered, { stream: false }),
  "session.cover-withdrawn": historyKind(z.object({ practitionerName: z.string() }), { stream: false }),
  /** `what` names the practitioner and service a client waits for, where it is not anybody and anything. */
  "session.wait-joined": historyKind(waitedFor, { stream: true }),
  "session.wait-left": historyKind(waitedFor, { stream: true }),
  /** What became of a time that got free; `until` is how long the answer was waited for. */
  "session.slot-offered": historyKind(offered.extend({ until: z.string(), to: z.string() }), { stream: true }),
  "session.slot-taken": historyKind(offered, { stream: true }),
  "session.slot-declined": historyKind(offered, { stream: true }),
  "session.slot-expired": historyKind(offered, { stream: true }),
  "session.slot-withdrawn": historyKind(offered, { stream: true }),
};
