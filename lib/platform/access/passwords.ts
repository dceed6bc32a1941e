import "server-only";
import { hash, verify } from "@node-rs/argon2";
import { normalPassword } from "./password-rules";

/** OWASP ASVS 5 appendix C: argon2id (number 2 in the library), 64 MiB, three passes. */
const PARAMETERS = { algorithm: 2, memoryCost: 65_536, timeCost: 3, parallelism: 1 };
const CURRENT = "$argon2id$v=19$m=65536,t=3,p=1$";
/** Each hashing takes 64 MiB; this many at a time in one process. */
const AT_ONCE = 2;

let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) await new Promise<void>((go) => waiting.push(go));
  running++;
  try {
    return await work();
  } finally {
    running--;
    waiting.shift()?.();
  }
}

export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(normalPassword(password), PARAMETERS));
}

let dummy: Promise<string> | null = null;

/** Verifies, taking as long for a person who does not exist (`null`) as for one who does. */
export async function passwordMatches(password: string, stored: string | null): Promise<boolean> {
  dummy ??= hashPassword("nobody has this password");
  const against = stored ?? (await dummy);
  const matches = await inTurn(() => verify(against, normalPassword(password)));
  return matches && stored !== null;
}

/** Whether a stored hash was made with weaker parameters than today's. */
export function needsRehash(stored: string): boolean {
  return !stored.startsWith(CURRENT);
}
