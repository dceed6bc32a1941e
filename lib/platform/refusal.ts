import type { Submitted } from "./action-state";

/** What a record holds now, when a save came too late; `values` by field name, as its form shows them. */
export type RefusalConflict = { version: number; values: Submitted; by: string; at: Date | null };

type RefusalOptions = { values?: RefusalValues; field?: string; fields?: FieldRefusals; conflict?: RefusalConflict };

/** Values a refusal's sentence names, such as a count or a record's name. */
export type RefusalValues = Record<string, string | number>;

/** Sentences of further fields, as message keys with the values they name. */
export type FieldRefusals = Record<string, { messageKey: string; values?: RefusalValues }>;

/**
 * An expected "no" thrown by a command. It rolls the transaction back and reaches the person as a sentence:
 * `message` is a message key ("clients.refusals.notAPreClient"), translated where the answer is given.
 */
export class RefusalError extends Error {
  readonly code: string;
  readonly messageKey: string;
  readonly values: RefusalValues;
  /** The form field it belongs to; null when it is about the whole form. */
  readonly field: string | null;
  /** For a save that came too late. */
  readonly conflict: RefusalConflict | null;
  /** Where several fields are to blame, each with a sentence of its own. */
  readonly fields: FieldRefusals;

  constructor(code: string, messageKey: string, options: RefusalOptions = {}) {
    super(`${code}: ${messageKey}`);
    this.name = "RefusalError";
    this.code = code;
    this.messageKey = messageKey;
    this.values = options.values ?? {};
    this.field = options.field ?? null;
    this.conflict = options.conflict ?? null;
    this.fields = options.fields ?? {};
  }
}

/**
 * Says no to a command.
 * @param code stable, for programs and tests ("not_found").
 * @param messageKey the sentence, as a key of the message catalogue with its namespace ("refusals.notFound").
 * @throws {RefusalError} always.
 */
export function refuse(code: string, messageKey: string, options: RefusalOptions = {}): never {
  throw new RefusalError(code, messageKey, options);
}
