import { z } from "zod";
import { fieldChanges, historyKind } from "@/lib/platform/history/kind";

const nothing = z.object({});
const named = z.object({ name: z.string() });

export const accessHistory = {
  "access.denied": historyKind(z.object({ permission: z.string() }), { stream: false }),
  "access.signed-in": historyKind(z.object({ method: z.string() }), { stream: false }),
  "access.sign-in-failed": historyKind(z.object({ reason: z.string() }), { stream: false }),
  "access.signed-out": historyKind(z.object({ everywhere: z.boolean() }), { stream: false }),
  "access.sign-in-ended": historyKind(nothing, { stream: false }),
  "access.confirmed": historyKind(nothing, { stream: false }),
  "access.confirmation-left": historyKind(nothing, { stream: false }),
  "access.password-set": historyKind(z.object({ by: z.string() }), { stream: false }),
  "access.second-factor-changed": historyKind(z.object({ on: z.boolean() }), { stream: false }),
  "access.recovery-codes-made": historyKind(nothing, { stream: false }),
  "access.passcode-asked": historyKind(nothing, { stream: false }),
  "access.passcode-failed": historyKind(z.object({ reason: z.string() }), { stream: false }),
  "account.created": historyKind(named.extend({ email: z.string(), role: z.string() }), { stream: false }),
  "account.center-chosen": historyKind(z.object({ center: z.string().nullable() }), { stream: false }),
  "account.rights-changed": historyKind(named.extend({ changes: fieldChanges }), { stream: false }),
  "account.unlocked": historyKind(named, { stream: false }),
  "account.sign-ins-ended": historyKind(named.extend({ count: z.number() }), { stream: false }),
  "rights-group.created": historyKind(named.extend({ changes: fieldChanges }), { stream: false }),
  "rights-group.edited": historyKind(named.extend({ changes: fieldChanges }), { stream: false }),
  "rights-group.deleted": historyKind(named, { stream: false }),
  "account.welcomed": historyKind(named, { stream: false }),
  "account.status-changed": historyKind(named.extend({ from: z.string(), to: z.string() }), { stream: false }),
  "portal-login.passcode-sent": historyKind(named, { stream: true }),
  "portal-login.password-chosen": historyKind(named, { stream: true }),
  "portal-login.signed-in": historyKind(named, { stream: true }),
  "portal-login.username-set": historyKind(named.extend({ username: z.string() }), { stream: true }),
  "portal-login.temporary-password-given": historyKind(named, { stream: true }),
  "portal-login.welcomed": historyKind(named, { stream: true }),
  "portal-login.removed": historyKind(named, { stream: true }),
  "portal-login.allowed": historyKind(named, { stream: true }),
};
