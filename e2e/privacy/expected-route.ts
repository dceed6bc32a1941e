/** What becomes of a request: the thing itself, a door to go through first, or nothing there. */
export type Outcome = "through" | "sign-in" | "confirm" | "none";

/**
 * What an address answers. `through` lists who gets in with a record of their own; `foreign` who gets in with a record
 * that is somebody else's too. Everybody else is led to a door or told that there is nothing.
 */
export type Route = {
  through: string;
  foreign?: string;
  /** An address of its own where the parameters alone do not make one. */
  address?: string;
  /** Methods beside GET and HEAD, with who gets through. */
  methods?: Record<string, string>;
  /** What whoever does not get through is told, where that is not the rule: see `expectedOutcome`. */
  denied?: Outcome;
};

/** A page that these get through to. */
export const page = (through: string, more: Partial<Route> = {}): Route => ({ through, ...more });
