import { fullestPicks } from "@/lib/features/merges/rules";
import { CLIENT_MERGE_FIELDS, type ComparedClient } from "./schema";

type Weighed = Pick<ComparedClient, "id" | "kind" | "createdAt" | "sessions" | "signatures" | "invoices" | "payments">;

/** Which to keep unless a person says otherwise: a client before a pre-client, then who has most to lose, then the oldest. */
export function suggestedClient(clients: readonly Weighed[]): string | null {
  const weight = ({ sessions, signatures, invoices, payments }: Weighed) => sessions + signatures + invoices + payments;
  const ranked = clients.toSorted(
    (a, b) =>
      Number(b.kind === "CLIENT") - Number(a.kind === "CLIENT") ||
      weight(b) - weight(a) ||
      a.createdAt.getTime() - b.createdAt.getTime() ||
      (a.id < b.id ? -1 : 1),
  );
  return ranked[0]?.id ?? null;
}

/** What is proposed for each of the clients, should it be the one that stays. */
export function clientSuggestions(clients: readonly ComparedClient[]) {
  return Object.fromEntries(
    clients.map(({ id }) => [id, { picks: fullestPicks(CLIENT_MERGE_FIELDS, clients, id), login: null }]),
  );
}

type Kind = Pick<ComparedClient, "id" | "kind">;

/** A client cannot become part of a pre-client: its number, its sessions and its figures are those of a client. */
export function keepsAClient(clients: readonly Kind[], winnerId: string): boolean {
  const winner = clients.find(({ id }) => id === winnerId);
  return winner?.kind === "CLIENT" || clients.every(({ kind }) => kind !== "CLIENT");
}
