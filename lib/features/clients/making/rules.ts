/** What was typed into fields that are blank so far; what stands is never written over. */
export function filledIn<Typed extends Record<string, unknown>>(client: object, typed: Typed): Partial<Typed> {
  const known = client as Record<string, unknown>;
  const isNew = ([field, value]: [string, unknown]) =>
    value !== null && value !== undefined && (known[field] === null || known[field] === undefined);
  return Object.fromEntries(Object.entries(typed).filter(isNew)) as Partial<Typed>;
}
