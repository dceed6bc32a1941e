import "server-only";
import { headers } from "next/headers";
import { unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import { paths } from "@/lib/paths";
import { type Actor, actingWith } from "@/lib/platform/access/actor";
import { currentActor } from "@/lib/platform/access/current-actor";
import { onlyLooks } from "@/lib/platform/access/page-actor";
import type { Permission } from "@/lib/platform/access/permissions";
import { inTransaction } from "@/lib/platform/db/db";
import { record } from "@/lib/platform/history/record";
import { formObject } from "@/lib/platform/http/form-object";
import { isOwnOrigin } from "@/lib/platform/http/origin";
import { type Translate, translatorFor } from "@/lib/platform/i18n/translate";
import { newId } from "@/lib/values/id";
import { isoOf } from "@/lib/values/instant";
import type { ActionResult, Conflict, Refusal, ServerAction, Submitted } from "./action-state";
import { env } from "./env";
import { logger } from "./logger";
import { RefusalError } from "./refusal";
import { fieldSentences } from "./validation";

type Definition<Input extends z.ZodType, Data> = {
  permission: Permission;
  input: Input;
  run: (actor: Actor, input: z.output<Input>) => Promise<Data>;
  /** Message of what to say when it is done, which may depend on what came of it; nothing is said without. */
  done?: string | ((data: Data) => string | { key: string; values: Record<string, number> });
};

/** Who looks at the portal as somebody else can do one thing there: leave. */
const LEAVING: Permission = "client-view.use";

/**
 * The door from the browser to a command: checks origin, person and input, runs the command, and answers in one shape.
 * Refusals come back as sentences with what was typed; bugs are logged under a reference and thrown on.
 */
export function action<Input extends z.ZodType, Data>(definition: Definition<Input, Data>): ServerAction<Data> {
  return async (_state, form) => {
    const actor = await currentActor();
    const translate = await translatorFor(actor.language);
    const refused = refusalAnswer(translate, form);
    try {
      if (!isOwnOrigin((await headers()).get("origin"), env().APP_ORIGIN))
        return refused(new RefusalError("foreign_origin", "refusals.foreignOrigin"));
      if (definition.permission !== LEAVING && (await onlyLooks(actor)))
        return refused(new RefusalError("only_looking", "refusals.onlyLooking"));
      const denial = await deny(actor, definition.permission);
      if (denial) return refused(denial);
      if (!(form instanceof FormData)) return refused(new RefusalError("invalid_input", "refusals.invalidInput"));
      const parsed = definition.input.safeParse(formObject(form));
      if (!parsed.success) return invalid(parsed.error, { translate, form });
      const data = await definition.run(actingWith(actor, definition.permission), parsed.data);
      const done = typeof definition.done === "function" ? definition.done(data) : definition.done;
      const { key, values } = typeof done === "object" ? done : { key: done, values: undefined };
      return { ok: true, data, message: key ? translate(key, values) : null };
    } catch (error) {
      unstable_rethrow(error);
      if (error instanceof RefusalError) return refused(error);
      const reference = newId().slice(-8);
      logger.error({ err: error, reference, permission: definition.permission }, "an action failed");
      throw Object.assign(new Error(`reference ${reference}`), { digest: reference });
    }
  };
}

/** Why the person may not do this, recorded; null when they may. */
async function deny(actor: Actor, permission: Permission): Promise<RefusalError | null> {
  const answer = actor.answer(permission);
  if (answer === "yes") return null;
  await inTransaction((tx) =>
    record(tx, actor, { kind: "access.denied", subject: { kind: "permission", id: null }, data: { permission } }),
  );
  if (answer === "confirm") return new RefusalError("needs_confirmation", "refusals.needsConfirmation");
  if (actor.kind === "anonymous") return new RefusalError("not_signed_in", "refusals.notSignedIn");
  return new RefusalError("not_permitted", "refusals.notPermitted");
}

function refusalAnswer(translate: Translate, form: FormData) {
  return (error: RefusalError): ActionResult<never> => {
    const message = translate(error.messageKey, error.values);
    const fields: Record<string, string> = error.field ? { [error.field]: message } : {};
    for (const [name, { messageKey, values }] of Object.entries(error.fields))
      fields[name] = translate(messageKey, values);
    return {
      ok: false,
      refusal: { code: error.code, message, fields, ...conflictOf(error), ...wayOf(error, translate) },
      submitted: submittedOf(form),
    };
  };
}

function wayOf({ code }: RefusalError, translate: Translate): Pick<Refusal, "way"> {
  if (code !== "needs_confirmation") return {};
  return { way: { href: paths.staff.confirm, label: translate("refusals.confirmNow") } };
}

function conflictOf({ conflict }: RefusalError): { conflict?: Conflict } {
  return conflict ? { conflict: { ...conflict, at: conflict.at && isoOf(conflict.at) } } : {};
}

function invalid(
  error: z.ZodError,
  { translate, form }: { translate: Translate & { has: (key: string) => boolean }; form: FormData },
): ActionResult<never> {
  const fields = fieldSentences(error, translate);
  return {
    ok: false,
    refusal: { code: "invalid_input", message: translate("refusals.checkTheForm"), fields },
    submitted: submittedOf(form),
  };
}

const SECRET = /password|passcode|token|secret|^code$/i;
const MAX_ECHO = 200_000;

/** What was typed, to refill the form; secrets and files stay out. */
function submittedOf(form: unknown): Submitted {
  const submitted: Submitted = {};
  if (!(form instanceof FormData)) return submitted;
  for (const [name, value] of form) {
    if (typeof value !== "string" || name.startsWith("$ACTION") || SECRET.test(name) || value.length > MAX_ECHO)
      continue;
    const present = submitted[name];
    if (name.endsWith("[]")) submitted[name] = Array.isArray(present) ? [...present, value] : [value];
    else submitted[name] = value;
  }
  return submitted;
}
