/** Values a refusal's sentence names, such as a count or a record's name. */
export type RefusalValues = Record<string, string | number>;

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

  constructor(code: string, messageKey: string, options: { values?: RefusalValues; field?: string } = {}) {
    super(`${code}: ${messageKey}`);
    this.name = "RefusalError";
    this.code = code;
    this.messageKey = messageKey;
    this.values = options.values ?? {};
    this.field = options.field ?? null;
  }
}

/**
 * Says no to a command.
 * @param code stable, for programs and tests ("not_found").
 * @param messageKey the sentence, as a key of the message catalogue with its namespace ("refusals.notFound").
 * @throws {RefusalError} always.
 */
export function refuse(
  code: string,
  messageKey: string,
  options: { values?: RefusalValues; field?: string } = {},
): never {
  throw new RefusalError(code, messageKey, options);
}
