import type { VersionRow } from "./schema";

/** The versions as somebody chooses among them: by number and title, each standing for its first language. */
export function versionChoices(versions: readonly VersionRow[]) {
  return versions.flatMap(({ number, texts: [first] }) =>
    first ? [{ id: first.id, number, title: first.title }] : [],
  );
}
