import type { Money } from "@/lib/values/money";

/** A client's money at a glance. */
export type Snapshot = {
  /** Null for a client who never paid; the day is a local date. */
  lastPayment: { amount: Money; receivedOn: string } | null;
  /** What was invoiced this year, and ever. */
  yearToDate: Money;
  lifetime: Money;
  /** What is invoiced and not paid yet; less than nothing where more was paid. */
  balance: Money;
};
