import "server-only";
import { cache } from "react";
import type { AccountActor } from "@/lib/platform/access/actor";
import { db, type Tx } from "@/lib/platform/db/db";
import { settingsHistory } from "@/lib/platform/history/kinds/settings";
import { changedValues } from "./rules";
import { SETTINGS, type SettingChange, type SettingKey, type Settings, type SettingValue } from "./schema";

const storedSettings = cache(async (): Promise<Map<string, unknown>> => readAll(db));

async function readAll(tx: Tx): Promise<Map<string, unknown>> {
  const rows = await tx.setting.findMany({ select: { key: true, value: true }, take: 200 });
  return new Map(rows.map(({ key, value }) => [key, value]));
}

function parsed<Key extends SettingKey>(key: Key, stored: Map<string, unknown>): SettingValue<Key> {
  return SETTINGS[key].parse(stored.get(key) ?? {}) as SettingValue<Key>;
}

/** A setting as it stands, defaults filled in; all settings are read once per request. */
export async function findSetting<Key extends SettingKey>(key: Key): Promise<SettingValue<Key>> {
  return parsed(key, await storedSettings());
}

/** All settings as they stand. */
export async function findSettings(): Promise<Settings> {
  const stored = await storedSettings();
  const all = Object.keys(SETTINGS).map((key) => [key, parsed(key as SettingKey, stored)]);
  return Object.fromEntries(all) as Settings;
}

/** A setting as a transaction sees it, past the request's cache. */
export async function findSettingIn<Key extends SettingKey>(tx: Tx, key: Key): Promise<SettingValue<Key>> {
  return parsed(key, await readAll(tx));
}

const SHOWN = 20;

/** The last changes of one setting, newest first; only for those who may make them. */
export async function listSettingChanges(actor: AccountActor, key: SettingKey): Promise<SettingChange[]> {
  if (!actor.can("settings.edit")) return [];
  const found = await db.historyEntry.findMany({
    where: {
      ...{ subjectKind: "setting", subjectId: null, kind: "settings.changed" },
      data: { path: ["key"], equals: key },
    },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: SHOWN,
    select: { id: true, at: true, actorName: true, data: true },
  });
  return found.map(({ data, ...entry }) => {
    const { changes } = settingsHistory["settings.changed"].data.parse(data);
    return { ...entry, key, changes: changedValues(changes) };
  });
}
