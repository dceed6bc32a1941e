export type ReportableBlocker = "pre_client" | "cancelled" | "no_show" | "not_held";

type Facts = { kind: "CLIENT" | "PRE_CLIENT"; status: string; noShow: boolean; startsAt: Date };

/** Why a session cannot be reportable for a client: only work that was done with a client is reported. */
export function reportableBlocker(
  { kind, status, noShow, startsAt }: Facts,
  { now }: { now: Date },
): ReportableBlocker | null {
  if (kind === "PRE_CLIENT") return "pre_client";
  if (status === "CANCELLED") return "cancelled";
  if (status === "NO_SHOW" || noShow) return "no_show";
  return status === "REQUESTED" || startsAt > now ? "not_held" : null;
}
