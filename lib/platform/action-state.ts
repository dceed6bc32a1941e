/** An expected "no": a stable code for programs, a sentence for people, and where in the form it belongs. */
export type Refusal = {
  code: string;
  message: string;
  /** Sentences by field name ("email", "hours.1.start"), already in the reader's language. */
  fields: Record<string, string>;
  /** What the record holds now, when a save came too late: as its form shows it, with who saved it and when. */
  conflict?: Conflict;
  /** Where the person can do what is missing, such as confirming the password. */
  way?: { href: string; label: string };
};

export type Conflict = { version: number; values: Submitted; by: string; at: string | null };

/** What the person had typed, by field name, secrets left out; forms refill from it. */
export type Submitted = Record<string, string | string[]>;

export type ActionResult<Data = unknown> =
  | { ok: true; data: Data; message: string | null }
  | { ok: false; refusal: Refusal; submitted: Submitted };

/** `null` until the form is sent for the first time. */
export type ActionState<Data = unknown> = ActionResult<Data> | null;

/** What `action()` returns and `Form` takes: the shape `useActionState` expects. */
export type ServerAction<Data = unknown> = (state: ActionState, form: FormData) => Promise<ActionResult<Data>>;
