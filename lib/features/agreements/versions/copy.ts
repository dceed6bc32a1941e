import type { VersionRow } from "./schema";

/** The versions as somebody chooses among them: by number and title, each standing for its first language. */
export function versionChoices(versions: readonly VersionRow[]) {
  return versions.flatMap(({ number, texts: [first] }) =>
    first ? [{ id: first.id, number, title: first.title }] : [],
  );
}

/** The words of a version in one language, for the next one to begin with. */
export function currentWording(version: VersionRow | undefined, language: string) {
  return version?.texts.find((text) => text.language === language) ?? null;
}
