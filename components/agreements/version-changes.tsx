import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { currentWording } from "@/lib/features/agreements/versions/copy";
import { changedWords } from "@/lib/features/agreements/versions/rules";
import type { VersionRow } from "@/lib/features/agreements/versions/schema";
import { WordingDiff } from "./wording-diff";

type VersionChangesProps = {
  /** Of one place, the newest first. */
  versions: readonly VersionRow[];
  /** The number of the version to lay beside the one before it; nothing is shown without. */
  compare: number | undefined;
};

/** What one version changed, in each of its languages. */
export function VersionChanges({ versions, compare }: VersionChangesProps) {
  const t = useTranslations("agreements");
  const place = versions.findIndex(({ number }) => number === compare);
  const [version, before] = place === -1 ? [] : [versions[place], versions[place + 1]];
  if (!version || !before) return null;
  return (
    <Card title={t("diff.title", { number: version.number, before: before.number })}>
      <div className="grid gap-5">
        {version.texts.map((text) => {
          const earlier = currentWording(before, text.language);
          return (
            <section key={text.language} className="grid gap-2">
              <h3 className="font-medium">{t(text.language === "es" ? "admin.spanish" : "admin.english")}</h3>
              <WordingDiff
                lang={text.language}
                pieces={changedWords(
                  `${earlier?.title ?? ""}\n\n${earlier?.body ?? ""}`,
                  `${text.title}\n\n${text.body}`,
                )}
              />
            </section>
          );
        })}
      </div>
    </Card>
  );
}
