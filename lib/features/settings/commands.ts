import "server-only";
import type { z } from "zod";
import type { Actor } from "@/lib/platform/access/actor";
import { inTransaction } from "@/lib/platform/db/db";
import { changesBetween } from "@/lib/platform/history/kind";
import { record } from "@/lib/platform/history/record";
import { findSettingIn } from "./queries";
import { SETTINGS, type SettingKey } from "./schema";

/** Changes some values of one setting and keeps the others. */
export async function changeSetting<Key extends SettingKey>(
  actor: Actor,
  key: Key,
  change: Partial<z.input<(typeof SETTINGS)[Key]>>,
): Promise<void> {
  await inTransaction(async (tx) => {
    const before = await findSettingIn(tx, key);
    const after = SETTINGS[key].parse({ ...before, ...change });
    const changes = changesBetween<Record<string, unknown>>(before, after);
    if (!changes) return;
    await tx.setting.upsert({ where: { key }, create: { key, value: after }, update: { value: after } });
    await record(tx, actor, {
      kind: "settings.changed",
      subject: { kind: "setting", id: null },
      data: { key, changes },
    });
  });
}
