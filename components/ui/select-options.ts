type Choice = { id: string; name: string };

/** What a select offers: what can be chosen, and what stands there already though it is offered no more. */
export function optionsWith(offered: readonly Choice[], present: Choice | null | undefined) {
  const missing = present && !offered.some(({ id }) => id === present.id) ? [present] : [];
  return [...offered, ...missing].map(({ id, name }) => ({ value: id, label: name }));
}
