import { formatDateTime, formatRelative } from "@/lib/values/format";
import type { Locale } from "@/lib/values/locale";
import type { PortalLoginState } from "./schema";

type State = "none" | "open" | "temporary" | "noPassword" | "removed" | "inactive";

/** A contact's way in with its state and times in words. */
export type PortalLoginItem = Omit<PortalLoginState, "temporaryUntil" | "lastSignInAt"> & {
  state: State;
  tone: "neutral" | "success" | "warning";
  temporaryUntil: string | null;
  lastSignIn: string | null;
};

const TONES: Record<State, PortalLoginItem["tone"]> = {
  none: "neutral",
  open: "success",
  temporary: "warning",
  noPassword: "neutral",
  removed: "warning",
  inactive: "warning",
};

function stateOf(login: PortalLoginState): State {
  if (!login.allowed) return "removed";
  if (!login.active) return "inactive";
  if (!login.hasLogin) return "none";
  if (login.temporaryUntil) return "temporary";
  return login.hasPassword ? "open" : "noPassword";
}

/** What the portal-login card shows. */
export function portalLoginItem(
  login: PortalLoginState,
  { now, zone, locale }: { now: Date; zone: string; locale: Locale },
): PortalLoginItem {
  const { temporaryUntil, lastSignInAt, ...rest } = login;
  const state = stateOf(login);
  return {
    ...rest,
    state,
    tone: TONES[state],
    temporaryUntil: temporaryUntil && formatDateTime(temporaryUntil, { locale, zone, showZone: true }),
    lastSignIn: lastSignInAt && formatRelative(lastSignInAt, now, { locale }),
  };
}
