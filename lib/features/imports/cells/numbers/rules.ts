const NUMBER = /^[+-]?(\d{1,3}(,\d{3})+|\d+)?(\.\d*)?$/;
const CLOCK_HOURS = /^(\d{1,2}):([0-5]\d)$/;

/** "1,234.5", ".75" or "2.0"; null for anything else, also "1e309", "NaN" and "0x10". Minus zero is zero. */
export function readNumber(text: string): number | null {
  const clean = text.trim();
  if (clean.length > 20 || !/\d/.test(clean) || !NUMBER.test(clean)) return null;
  const value = Number(clean.replaceAll(",", ""));
  return value === 0 ? 0 : value;
}

/** Hours of work, decimal ("1.25") or by the clock ("1:15"), as whole minutes. */
export function readMinutes(text: string): number | null {
  const clock = CLOCK_HOURS.exec(text.trim());
  if (clock) return Number(clock[1]) * 60 + Number(clock[2]);
  const hours = readNumber(text);
  return hours === null ? null : Math.round(hours * 60);
}
