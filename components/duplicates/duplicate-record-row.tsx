import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { TextLink } from "@/components/ui/text-link";
import type { DuplicateView, MergedKind } from "@/lib/features/merges/schema";
import { paths } from "@/lib/paths";

type DuplicateRecordRowProps = {
  kind: MergedKind;
  record: DuplicateView["records"][number];
  chosen: boolean;
  onChoose: (chosen: boolean) => void;
};

/** One of a group, to be chosen or left out. */
export function DuplicateRecordRow({ kind, record, chosen, onChoose }: DuplicateRecordRowProps) {
  const t = useTranslations("duplicates");
  const { id, name, hasLogin, reached, belongs } = record;
  return (
    <li className="flex items-start gap-3 px-4 py-2.5">
      <span className="flex min-h-6 items-center">
        <input
          type="checkbox"
          aria-label={t("choose", { name })}
          checked={chosen}
          onChange={(event) => onChoose(event.target.checked)}
          className="tick"
        />
      </span>
      <div className="grid min-w-0 flex-1 gap-x-6 sm:grid-cols-3">
        <p className="min-w-0 break-words font-medium">
          <TextLink href={kind === "client" ? paths.staff.client(id) : paths.staff.contact(id)}>{name}</TextLink>{" "}
          {hasLogin && <Badge tone="accent">{t("portalLogin")}</Badge>}
        </p>
        <p className="min-w-0 break-words text-muted text-sm">{reached}</p>
        <p className="min-w-0 break-words text-muted text-sm">{belongs}</p>
      </div>
    </li>
  );
}
