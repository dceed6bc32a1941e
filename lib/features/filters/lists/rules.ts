type Parameters = Record<string, string | undefined>;

/**
 * The address of the same list with some parameters changed; `undefined` takes one out. The place in the pages is kept
 * only when it is what changes: another filter or order begins at its first page.
 */
export function addressWith(path: string, current: Parameters, changes: Parameters): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...current, page: undefined, ...changes })) {
    if (value) query.set(name, value);
  }
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}
