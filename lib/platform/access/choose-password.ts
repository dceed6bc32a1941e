import "server-only";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { refuse } from "@/lib/platform/refusal";
import { type PasswordContext, type PasswordProblem, passwordProblem } from "./password-rules";
import { hashPassword } from "./passwords";

const FILE = "lib/platform/access/common-passwords.txt";
let common: Promise<ReadonlySet<string>> | null = null;

/** The shipped list of passwords that are tried first; made by lib/tools/common-passwords.mjs. */
export function commonPasswords(): Promise<ReadonlySet<string>> {
  common ??= readFile(path.join(/* turbopackIgnore: true */ process.cwd(), FILE), "utf8").then(
    (text) => new Set(text.split("\n").filter(Boolean)),
  );
  return common;
}

const SENTENCES: Record<PasswordProblem, string> = {
  password_too_short: "validation.password_too_short",
  password_too_long: "validation.password_too_long",
  password_common: "validation.password_common",
  password_personal: "sign-in.refusals.passwordPersonal",
};

/**
 * The hash of a password somebody chose, if it may be one.
 * @param field the form field that the refusal belongs to.
 * @throws {RefusalError} password_too_short, password_too_long, password_common, password_personal
 */
export async function acceptPassword(
  password: string,
  { context, field = "password" }: { context: PasswordContext; field?: string },
): Promise<string> {
  const problem = passwordProblem(password, { context, common: await commonPasswords() });
  if (problem) refuse(problem, SENTENCES[problem], { field });
  return hashPassword(password);
}
