/** Where files are handed in: behind a staff sign-in, and by routes that count for themselves what comes. */
const TAKES_FILES = [/^\/staff\//, /^\/api\//];
const WITHOUT_FILES = 1024 * 1024;

/** Whether a request announces more than its page can have a use for: everybody's pages take no files (FI-02). */
export function bodyIsTooLarge(pathname: string, announced: string | null): boolean {
  return Number(announced ?? 0) > WITHOUT_FILES && !TAKES_FILES.some((path) => path.test(pathname));
}
