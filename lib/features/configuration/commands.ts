import "server-only";
import { createHash } from "node:crypto";
import { LOGO_LIMITS } from "@/lib/features/centers/commands";
import type { Actor } from "@/lib/platform/access/actor";
import { inTransaction, type Tx } from "@/lib/platform/db/db";
import { execute } from "@/lib/platform/db/rows";
import { checkUpload } from "@/lib/platform/files/upload";
import { record } from "@/lib/platform/history/record";
import { RefusalError, refuse } from "@/lib/platform/refusal";
import { sql } from "@/lib/values/sql";
import { readConfiguration } from "./queries";
import { changedFields, countOutcomes, keyOf, planImport } from "./rules";
import { WRITERS } from "./saving/commands";
import {
  CONFIGURATION_VERSION,
  type Configuration,
  configurationFile,
  type Entry,
  fileHead,
  type ImportConfigurationInput,
  type ImportPlan,
  MAX_CONFIGURATION_BYTES,
  SECTION_KEYS,
  type SectionKey,
} from "./schema";

const TIMEOUT_MS = 120_000;

/**
 * Shows what a configuration file would change, or changes it: all of it in one transaction, but for what is refused.
 * Only what was looked at is applied.
 * @throws {RefusalError} file_too_large, not_a_configuration, newer_version, invalid_configuration, changed_meanwhile
 */
export async function importConfiguration(
  actor: Actor,
  { file, intent, seen }: ImportConfigurationInput,
): Promise<ImportPlan> {
  if (file.size > MAX_CONFIGURATION_BYTES)
    refuse("file_too_large", "files.tooLarge", { field: "file", values: { megabytes: MAX_CONFIGURATION_BYTES / 1e6 } });
  const wanted = readFile(await file.text());
  await checkLogos(wanted.logos);
  return inTransaction(
    async (tx) => {
      await execute(sql`select pg_advisory_xact_lock(hashtext('configuration'))`, tx);
      const before = await readConfiguration(tx, { pictures: false });
      const plan = planImport({ now: before, file: wanted });
      const fingerprint = createHash("sha256")
        .update(JSON.stringify([wanted, plan]))
        .digest("hex");
      const shown = { counts: countOutcomes(plan), entries: plan.filter(({ outcome }) => outcome !== "unchanged") };
      if (intent === "preview") return { ...shown, fingerprint, applied: false };
      if (seen !== fingerprint) refuse("changed_meanwhile", "configuration.refusals.lookFirst");
      const outcomes = plan.map(({ outcome }) => outcome === "added" || outcome === "changed");
      let place = 0;
      for (const section of SECTION_KEYS)
        for (const entry of wanted[section] as Entry[])
          if (outcomes[place++]) await apply(tx, actor, { section, entry, before });
      return { ...shown, fingerprint, applied: true };
    },
    { timeoutMs: TIMEOUT_MS },
  );
}

function readFile(text: string): Configuration {
  const json = jsonOf(text);
  const head = fileHead.safeParse(json);
  if (!head.success)
    return refuse("not_a_configuration", "configuration.refusals.notAConfiguration", { field: "file" });
  if (head.data.version > CONFIGURATION_VERSION)
    refuse("newer_version", "configuration.refusals.newerVersion", {
      field: "file",
      values: { version: head.data.version, ours: CONFIGURATION_VERSION },
    });
  const parsed = configurationFile.safeParse(json);
  if (parsed.success) return parsed.data as unknown as Configuration;
  return refuseInvalid(parsed.error.issues[0]?.path.join(".") ?? "");
}

const refuseInvalid = (where: string): never =>
  refuse("invalid_configuration", "configuration.refusals.invalid", { field: "file", values: { where } });

/** A picture in a file is looked at as one that somebody hands in, and is the one that the file says it is. */
async function checkLogos(logos: readonly Entry<"logos">[]): Promise<void> {
  for (const [place, { name, sha256, bytes }] of logos.entries()) {
    const handed = { name, bytes: Buffer.from(bytes, "base64") };
    const kept = await checkUpload(handed, LOGO_LIMITS).catch((error: unknown) => {
      if (error instanceof RefusalError) return refuseInvalid(`logos.${place}`);
      throw error;
    });
    if (createHash("sha256").update(kept.bytes).digest("hex") !== sha256) refuseInvalid(`logos.${place}.sha256`);
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

type Applying = { section: SectionKey; entry: Entry; before: Configuration };

/** Writes one entry, and what it was before. */
async function apply(tx: Tx, actor: Actor, { section, entry, before }: Applying): Promise<void> {
  const write = WRITERS[section] as (tx: Tx, entry: Entry, actor: Actor) => Promise<void>;
  await write(tx, entry, actor);
  const key = keyOf(section, entry as never);
  const old = (before[section] as Entry[]).find((one) => keyOf(section, one as never) === key) ?? null;
  const fields = changedFields(old, entry);
  const value = (of: Entry | null, field: string) => (of ? ((of as Record<string, unknown>)[field] ?? null) : null);
  const changes = Object.fromEntries(
    fields.map((field) => [field, { from: value(old, field), to: value(entry, field) }]),
  );
  await record(tx, actor, {
    kind: "configuration.imported",
    subject: { kind: "configuration", id: null },
    data: { section, name: key.replaceAll("\u0001", " ").trim(), changes },
  });
}
