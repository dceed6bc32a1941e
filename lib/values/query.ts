/** What an address asks for; what is blank is left out. */
export type Query = Readonly<Record<string, string | null | undefined>>;

/** `/staff/clients` and `{ view: "open", page: null }` are "/staff/clients?view=open". */
export function withQuery(path: string, query: Query): string {
  const said = Object.entries(query).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return said.length > 0 ? `${path}?${new URLSearchParams(said)}` : path;
}
