/** A local date ("2026-11-22") as a `date` column takes it. */
export function dateColumn(localDate: string): Date {
  return new Date(`${localDate}T00:00:00Z`);
}

/** The local date a `date` column holds. */
export function localDateOf(column: Date): string {
  return column.toISOString().slice(0, 10);
}

/** `localDateOf` for columns that may be empty. */
export function localDateOrNull(column: Date | null): string | null {
  return column ? localDateOf(column) : null;
}
