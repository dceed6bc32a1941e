import type { MatchProblem } from "@/lib/features/imports/planning/schema";
import { SESSION_TYPES } from "@/lib/features/scheduling/sessions/schema";
import type { ManyEntry } from "@/lib/platform/history/record-many";
import type { RowReason } from "@/lib/platform/operation/handler";
import { addMinutes, type Instant, isoOf } from "@/lib/values/instant";
import { fullName, splitName } from "@/lib/values/person-name";
import { foldText } from "@/lib/values/text";
import { toInstant } from "@/lib/values/wall-clock";
import type { PlacedSession } from "./schema";

/** Where the file has no time the session stands at noon, so that it is on its day in every zone nearby. */
const WITHOUT_TIME = "12:00";

export function startOf({ row, zone }: Pick<PlacedSession, "row" | "zone">): Instant {
  const { date, start } = row.source.session;
  return toInstant(date, start ?? WITHOUT_TIME, zone);
}

/** The usual word for a type, whatever its letter case in the file. */
export function sessionType(type: string | null): string {
  const usual = SESSION_TYPES.find((word) => foldText(word) === foldText(type ?? ""));
  return usual ?? type ?? SESSION_TYPES[0];
}

/** Nothing is reportable with a pre-client; otherwise what the file says, and yes where it does not (S0-03, S0-07). */
export function isReportable({ row, client }: Pick<PlacedSession, "row" | "client">): boolean {
  return client.kind !== "PRE_CLIENT" && (row.source.session.reportable ?? true);
}

export function sessionRecord(session: PlacedSession, { at }: { at: string }): Record<string, unknown> {
  const { rowKey, type, area, notes, contactMinutes } = session.row.source.session;
  const starts = startOf(session);
  return {
    id: session.id,
    status: "HELD",
    starts_at: isoOf(starts),
    ends_at: isoOf(addMinutes(starts, contactMinutes)),
    time_zone: session.zone,
    center_id: session.centerId,
    type: sessionType(type),
    area,
    notes,
    import_key: rowKey,
    created_at: at,
  };
}

export function attendanceRecord(session: PlacedSession): Record<string, unknown> {
  const { contactMinutes, prepMinutes, travelMinutes } = session.row.source.session;
  return {
    id: session.attendanceId,
    session_id: session.id,
    client_id: session.client.id,
    reportable: isReportable(session),
    funding_source_id: session.fundingSourceId,
    contact_minutes: contactMinutes,
    prep_minutes: prepMinutes,
    travel_minutes: travelMinutes,
    starts_at: isoOf(startOf(session)),
  };
}

/** The line of the client's data stream, at the time of the session. */
export function sessionEntry(session: PlacedSession): ManyEntry<"session.recorded"> {
  const { practitionerName, type, area, contactMinutes, fundingSource, notes } = session.row.source.session;
  return {
    kind: "session.recorded",
    subject: { kind: "session", id: session.id },
    clientId: session.client.id,
    at: startOf(session),
    data: {
      practitionerName: practitionerName ? fullName(splitName(practitionerName)) : "",
      type: sessionType(type),
      area,
      minutes: contactMinutes,
      fundingSource: session.fundingSourceId ? fundingSource : null,
      reportable: isReportable(session),
      note: notes,
    },
  };
}

/** Names of the file that stand for nobody here: they stay blank. */
export function unnamed({ row, practitionerId, fundingSourceId }: PlacedSession): RowReason[] {
  const { session } = row.source;
  const left = (code: MatchProblem, value: string | null, id: string | null): RowReason[] =>
    value && !id ? [{ row: session.row, column: null, code, params: { value } }] : [];
  return [
    ...left("practitioner_unknown", session.practitionerName, practitionerId),
    ...left("funding_unknown", session.fundingSource, fundingSourceId),
  ];
}
