import type { ClientStanding } from "@/lib/features/clients/schema";

export type PaymentBlocker = "not_active";

/** Why a client of this status cannot pay. A status that blocks sessions blocks no payment: on hold, paying is the way out. */
export function paymentBlocker(status: { standing: ClientStanding }): PaymentBlocker | null {
  return status.standing === "ACTIVE" ? null : "not_active";
}
