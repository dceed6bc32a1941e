"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/link-button";
import { StatusChip } from "@/components/ui/status-chip";
import type { DuplicateView, MergedKind } from "@/lib/features/merges/schema";
import { paths } from "@/lib/paths";
import type { ServerAction } from "@/lib/platform/action-state";
import { DuplicateRecordRow } from "./duplicate-record-row";
import { TellApartForm } from "./tell-apart-form";

type DuplicateGroupCardProps = {
  kind: MergedKind;
  group: DuplicateView;
  tellApart: ServerAction<{ ids: string[] }> | null;
  doubtAgain: ServerAction;
};

const AT_ONCE = 10;

const compareHref = (kind: MergedKind, ids: readonly string[]) =>
  kind === "client" ? paths.staff.admin.compareClients(ids) : paths.staff.admin.compareContacts(ids);

/** People who may be one: look at them side by side, or say that they are not. */
export function DuplicateGroupCard({ kind, group, tellApart, doubtAgain }: DuplicateGroupCardProps) {
  const t = useTranslations("duplicates");
  const [chosen, setChosen] = useState(() => group.records.slice(0, AT_ONCE).map(({ id }) => id));
  const choose = (id: string, ticked: boolean) =>
    setChosen((before) => (ticked ? [...before, id] : before.filter((other) => other !== id)));
  const others = group.size - group.records.length;
  return (
    <section aria-label={group.shared} className="overflow-clip rounded-lg border border-border bg-surface">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1 border-border border-b px-4 py-2">
        <h2 className="min-w-0 break-words font-semibold">{group.shared}</h2>
        <Badge>{t(kind === "client" ? "sizeClients" : "size", { count: group.size })}</Badge>
        {group.blocked && <StatusChip tone="danger">{t("blocked")}</StatusChip>}
      </header>
      <ul className="divide-y divide-border">
        {group.records.map((record) => (
          <DuplicateRecordRow
            key={record.id}
            kind={kind}
            record={record}
            chosen={chosen.includes(record.id)}
            onChoose={(ticked) => choose(record.id, ticked)}
          />
        ))}
      </ul>
      {others > 0 && (
        <p className="border-border border-t px-4 py-2 text-muted text-sm">
          {t(kind === "client" ? "moreRecords" : "more", { count: others })}
        </p>
      )}
      {tellApart && (
        <footer className="flex flex-wrap items-center gap-2 border-border border-t px-4 py-3">
          {chosen.length < 2 || chosen.length > AT_ONCE ? (
            <p className="text-muted text-sm">{t(chosen.length < 2 ? "chooseTwo" : "refusals.chooseFewer")}</p>
          ) : (
            <>
              <LinkButton href={compareHref(kind, chosen)} prefetch={false} size="sm">
                {t("compare")}
              </LinkButton>
              <TellApartForm ids={chosen} tellApart={tellApart} doubtAgain={doubtAgain} />
            </>
          )}
        </footer>
      )}
    </section>
  );
}
