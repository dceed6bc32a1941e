import { paths } from "@/lib/paths";
import type { Hit } from "./schema";

type Group = { title: string; items: { id: string; label: string; detail?: string; href: string }[] };

const HREFS = {
  client: paths.staff.client,
  contact: paths.staff.contact,
  prospect: paths.staff.prospect,
} as const;

/** Hits as the search of the shell shows them: a group for each kind of record, the one with the best hit first. */
export function searchAnswer(hits: readonly Hit[], titles: Record<Hit["kind"], string>): { groups: Group[] } {
  const group = (kind: Hit["kind"]): Group => ({
    title: titles[kind],
    items: hits
      .filter((hit) => hit.kind === kind)
      .map(({ id, name, detail }) => ({ id, label: name, href: HREFS[kind](id), ...(detail ? { detail } : {}) })),
  });
  const best = (kind: Hit["kind"]) => Math.max(0, ...hits.filter((hit) => hit.kind === kind).map(({ score }) => score));
  const kinds = (["client", "contact", "prospect"] as const).toSorted((a, b) => best(b) - best(a));
  return { groups: kinds.map(group).filter(({ items }) => items.length > 0) };
}
