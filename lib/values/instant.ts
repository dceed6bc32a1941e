/** A moment on the world's time line; what a `timestamptz` column holds. Never carries a zone of its own. */
export type Instant = Date;

const ISO_INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$/;

/** Reads "2026-03-08T09:00:00Z" or the same with an offset; null for anything else, so no zone is ever guessed. */
export function parseInstant(text: string): Instant | null {
  if (!ISO_INSTANT.test(text)) return null;
  const instant = new Date(text);
  return Number.isNaN(instant.getTime()) ? null : instant;
}

export function instantOf(epochMilliseconds: number): Instant {
  return new Date(epochMilliseconds);
}

/** "2026-03-08T09:00:00.000Z". */
export function isoOf(instant: Instant): string {
  return instant.toISOString();
}

/** Negative when `a` comes first; for sort(). */
export function compareInstants(a: Instant, b: Instant): number {
  return a.getTime() - b.getTime();
}

export function isBefore(a: Instant, b: Instant): boolean {
  return a.getTime() < b.getTime();
}

export function addSeconds(instant: Instant, seconds: number): Instant {
  return new Date(instant.getTime() + seconds * 1000);
}

/** Elapsed minutes, not minutes of a wall clock: correct across clock changes. */
export function addMinutes(instant: Instant, minutes: number): Instant {
  return addSeconds(instant, minutes * 60);
}

export function minutesBetween(start: Instant, end: Instant): number {
  return (end.getTime() - start.getTime()) / 60_000;
}

/** Half open: the end does not belong to it. */
export type InstantRange = { start: Instant; end: Instant };

export function instantsOverlap(a: InstantRange, b: InstantRange): boolean {
  return isBefore(a.start, b.end) && isBefore(b.start, a.end);
}
