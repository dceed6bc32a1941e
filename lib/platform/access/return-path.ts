/** Pages that would only lead in a circle. */
const DOORS = /^\/(staff\/)?(sign-in|set-password|set-up|confirm|forgot-password|welcome)(\/|$|\?)/;

/**
 * Where to go after signing in: a path of this app that was asked for before, or home. Foreign addresses in every
 * disguise ("//host", "/\\host", "https:…", control characters) lead home.
 */
export function returnPath(asked: string | null | undefined, area: "portal" | "staff"): string {
  const home = area === "staff" ? "/staff" : "/";
  if (!asked?.startsWith("/") || asked.length > 1000 || /[\\\s]|\p{C}/u.test(asked)) return home;
  const base = "http://here.invalid";
  if (!URL.canParse(asked, base)) return home;
  const { origin, pathname, search } = new URL(asked, base);
  const own = origin === base && !pathname.startsWith("//") && !pathname.startsWith("/api/");
  const ofStaff = /^\/staff(\/|$)/.test(pathname);
  if (!own || ofStaff !== (area === "staff") || DOORS.test(pathname)) return home;
  return pathname + search;
}
