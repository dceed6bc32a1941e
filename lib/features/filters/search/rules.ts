import { escapeLike, joinSql, type SqlFragment, sql } from "@/lib/values/sql";

/** Fewer letters have no trigram, so the index could not help. */
export const SHORTEST_SEARCH = 3;
const MOST_WORDS = 6;

/** What was typed into a search box, ready to use; null when there is nothing to search by. */
export function searchText(typed: string | null | undefined): string | null {
  const text = typed?.trim().replace(/\s+/g, " ") ?? "";
  return text.length === 0 ? null : text.slice(0, 100);
}

type Searched = "client" | "contact" | "prospect";

/**
 * The ids of the records of a kind that hold every typed word somewhere in what they are found by (name, number,
 * address, phone), whatever their accents and capitals. A phone number is found however it is punctuated.
 */
export function foundBy(subjectKind: Searched, text: string): SqlFragment {
  return sql`select subject_id from search_entries where subject_kind = ${subjectKind} and ${everyWord(text)}`;
}

/**
 * The same asked of one record, for words that very many hold: a list in some order then walks along that order and
 * stops after a page, instead of sorting thousands of records first. As a scalar, so that the planner cannot turn it
 * into the join again.
 */
export function holdsEveryWord(subjectKind: Searched, id: SqlFragment, { text }: { text: string }): SqlFragment {
  return sql`coalesce((select ${everyWord(text)} from search_entries
    where subject_kind = ${subjectKind} and subject_id = ${id}), false)`;
}

function everyWord(text: string): SqlFragment {
  const conditions = isPhoneLike(text)
    ? [sql`(${holds(text.replace(/\D/g, ""))} or ${holds(text)})`]
    : text.split(" ").slice(0, MOST_WORDS).map(holds);
  return joinSql(conditions, " and ");
}

function isPhoneLike(text: string): boolean {
  return /^[\d\s().+-]+$/.test(text) && text.replace(/\D/g, "").length >= SHORTEST_SEARCH;
}

function holds(word: string): SqlFragment {
  return sql`text like '%' || fold_text(${escapeLike(word)}) || '%'`;
}
