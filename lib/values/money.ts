/** An exact amount: whole cents (the smallest unit of the currency) and an ISO 4217 code. */
export type Money = { cents: number; currency: string };

/** What the office counts in. */
export const CURRENCY = "USD";

/** Throws where the amount is no whole, exactly representable number of cents: a bug, never a user's mistake. */
export function money(cents: number, currency: string): Money {
  if (!Number.isSafeInteger(cents)) throw new RangeError(`${cents} is not a whole number of cents`);
  if (!/^[A-Z]{3}$/.test(currency)) throw new RangeError(`${JSON.stringify(currency)} is not a currency code`);
  return { cents: cents === 0 ? 0 : cents, currency };
}

/** Digits behind the point: 2 for USD, 0 for JPY, 3 for KWD. */
export function currencyDigits(currency: string): number {
  const format = new Intl.NumberFormat("en-US", { style: "currency", currency });
  return format.resolvedOptions().maximumFractionDigits ?? 2;
}

function sameCurrency(a: Money, b: Money) {
  if (a.currency !== b.currency) throw new RangeError(`Cannot combine ${a.currency} and ${b.currency}`);
}

export function addMoney(a: Money, b: Money): Money {
  sameCurrency(a, b);
  return money(a.cents + b.cents, a.currency);
}

export function subtractMoney(a: Money, b: Money): Money {
  sameCurrency(a, b);
  return money(a.cents - b.cents, a.currency);
}

/** Halves are rounded away from zero, as on an invoice. */
export function multiplyMoney(amount: Money, factor: number): Money {
  const exact = amount.cents * factor;
  return money(Math.sign(exact) * Math.round(Math.abs(exact)), amount.currency);
}

export function sumMoney(amounts: readonly Money[], currency: string): Money {
  return amounts.reduce(addMoney, money(0, currency));
}

export function compareMoney(a: Money, b: Money): number {
  sameCurrency(a, b);
  return a.cents - b.cents;
}

/** Parts by weight that add up to the whole exactly; the largest remainders get the cents left over. */
export function allocateMoney(amount: Money, weights: readonly number[]): Money[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (!(total > 0) || weights.some((weight) => weight < 0)) throw new RangeError("Weights must add up to more than 0");
  const shares = weights.map((weight) => (amount.cents * weight) / total);
  const cents = shares.map(Math.trunc);
  const left = amount.cents - cents.reduce((sum, part) => sum + part, 0);
  const byRemainder = shares
    .map((share, index) => ({ index, remainder: Math.abs(share - Math.trunc(share)) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of byRemainder.slice(0, Math.abs(left))) cents[index] = (cents[index] ?? 0) + Math.sign(left);
  return cents.map((part) => money(part, amount.currency));
}

const AMOUNT = /^(-?)\$?(\d{1,3}(?:,\d{3})+|\d*)(?:\.(\d*))?$/;

/** Reads "1,234.50" or "$12" exactly, without floating point; null for anything else or too many decimals. */
export function parseMoney(text: string, currency: string): Money | null {
  const match = AMOUNT.exec(text.trim());
  const digits = currencyDigits(currency);
  const [, sign, whole = "", fraction = ""] = match ?? [];
  if (!match || whole + fraction === "" || fraction.length > digits) return null;
  const cents = Number(whole.replaceAll(",", "") + fraction.padEnd(digits, "0"));
  return Number.isSafeInteger(cents) ? money(sign ? -cents : cents, currency) : null;
}
