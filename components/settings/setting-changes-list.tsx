import { useTranslations } from "next-intl";
import type { SettingChange } from "@/lib/features/settings/schema";
import { formatDateTime } from "@/lib/values/format";
import { isoOf } from "@/lib/values/instant";

type SettingChangesListProps = { changes: readonly SettingChange[]; zone: string };

/** What was changed lately, by whom, with old and new. */
export function SettingChangesList({ changes, zone }: SettingChangesListProps) {
  const t = useTranslations("settings");
  const shown = (text: string) => {
    if (text === "") return t("changes.blank");
    return text === "true" || text === "false" ? t(`changes.${text}`) : text;
  };
  const named = (scope: "fields" | "sections", key: string) =>
    t.has(`${scope}.${key}` as never) ? t(`${scope}.${key}` as never) : key;
  return (
    <ul className="divide-y divide-border">
      {changes.map(({ id, at, actorName, key, changes: fields }) => (
        <li key={id} className="px-4 py-2.5">
          <p className="flex flex-wrap justify-between gap-x-4">
            <span>{t("changes.sentence", { actor: actorName, setting: named("sections", key) })}</span>
            <time dateTime={isoOf(at)} className="text-muted text-sm">
              {formatDateTime(at, { locale: "en", zone, showZone: true })}
            </time>
          </p>
          <dl className="text-sm">
            {fields.map(({ field, from, to }) => (
              <div key={field} className="flex flex-wrap gap-x-1.5">
                <dt className="text-muted">{named("fields", field)}:</dt>
                <dd className="break-words">
                  <del className="text-muted">{shown(from)}</del> → <ins className="no-underline">{shown(to)}</ins>
                </dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}
