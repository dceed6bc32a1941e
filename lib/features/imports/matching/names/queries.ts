import "server-only";
import { nameInFile } from "@/lib/features/imports/matching/rules";
import type { Named, NamedKind, NameLookup } from "@/lib/features/imports/matching/schema";
import type { Tx } from "@/lib/platform/db/db";
import { fullName, nameKey } from "@/lib/values/person-name";
import { foldText } from "@/lib/values/text";

export async function loadNames(tx: Tx): Promise<NameLookup> {
  const live = { where: { archivedAt: null }, orderBy: { id: "asc" } } as const;
  const all = await tx.center.findMany({ select: { id: true, timeZone: true } });
  const centers = await tx.center.findMany({ ...live, select: { id: true, name: true, timeZone: true } });
  const people = await tx.practitioner.findMany({
    orderBy: [{ status: "asc" }, { id: "asc" }],
    select: { id: true, firstName: true, lastName: true },
  });
  const sources = await tx.fundingSource.findMany({ ...live, select: { id: true, identifier: true, name: true } });
  const statuses = await tx.clientStatus.findMany({
    where: { archivedAt: null },
    orderBy: { position: "asc" },
    select: { id: true, name: true, standing: true },
  });
  const maps: Record<NamedKind, Map<string, Named>> = {
    center: firstOfEach(centers.map(({ name, ...center }) => [nameKey(name), center])),
    practitioner: firstOfEach(people.map(({ id, ...person }) => [nameKey(fullName(person)), { id, timeZone: null }])),
    "funding-source": firstOfEach(
      sources.flatMap(({ id, identifier, name }) =>
        [identifier, name].map((word): [string, Named] => [nameKey(word), { id, timeZone: null }]),
      ),
    ),
  };
  const zones = new Map(all.map(({ id, timeZone }) => [id, timeZone]));
  const offered = new Set([...centers, ...statuses].map(({ id }) => id));
  return {
    offers: (id) => id !== null && offered.has(id),
    find: (kind, name) => (name ? (maps[kind].get(nameInFile(kind, name)) ?? null) : null),
    zoneOf: (centerId) => zones.get(centerId) ?? null,
    status(name, standing) {
      const same = name ? statuses.find((status) => foldText(status.name) === foldText(name)) : undefined;
      return (same ?? statuses.find((status) => status.standing === standing))?.id ?? null;
    },
  };
}

function firstOfEach(pairs: readonly [string, Named][]): Map<string, Named> {
  return new Map(pairs.toReversed());
}
