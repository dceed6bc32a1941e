import { paths } from "@/lib/paths";
import type { Hit } from "./schema";

type Group = { title: string; items: { id: string; label: string; detail?: string; href: string }[] };

const HREFS = { client: paths.staff.client, contact: paths.staff.contact } as const;

/** Hits as the search of the shell shows them: a group for each kind of record, the one with the best hit first. */
export function searchAnswer(hits: readonly Hit[], titles: { clients: string; contacts: string }): { groups: Group[] } {
  const group = (kind: Hit["kind"], title: string): Group => ({
    title,
    items: hits
      .filter((hit) => hit.kind === kind)
      .map(({ id, name, detail }) => ({ id, label: name, href: HREFS[kind](id), ...(detail ? { detail } : {}) })),
  });
  const best = (kind: Hit["kind"]) => Math.max(0, ...hits.filter((hit) => hit.kind === kind).map(({ score }) => score));
  const groups = [group("client", titles.clients), group("contact", titles.contacts)];
  if (best("contact") > best("client")) groups.reverse();
  return { groups: groups.filter(({ items }) => items.length > 0) };
}
