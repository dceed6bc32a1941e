import { useTranslations } from "next-intl";
import { type Column, DataTable } from "@/components/ui/data-table";
import { StatusChip } from "@/components/ui/status-chip";
import type { KeyItem } from "@/lib/features/api/keys/copy";
import type { ServerAction } from "@/lib/platform/action-state";
import { RevokeKey } from "./revoke-key";

type KeyTableProps = { keys: readonly KeyItem[]; revoke: ServerAction };

const TONES = { active: "success", expired: "warning", revoked: "neutral", ownerGone: "warning" } as const;

/** Every key there was: what it reads, who answers for it, and the button that ends it. */
export function KeyTable({ keys, revoke }: KeyTableProps) {
  const t = useTranslations("api");
  const columns: Column<KeyItem>[] = [
    { key: "name", header: t("columns.name"), cell: (key) => <KeyName item={key} />, primary: true },
    { key: "scopes", header: t("columns.scopes"), cell: ({ scopes }) => scopes.join(", "), narrow: true },
    {
      key: "state",
      header: t("columns.state"),
      cell: ({ state }) => <StatusChip tone={TONES[state]}>{t(`states.${state}`)}</StatusChip>,
    },
    { key: "expires", header: t("columns.expires"), cell: ({ expires }) => expires },
    { key: "used", header: t("columns.used"), cell: ({ used }) => used ?? t("never") },
    {
      key: "end",
      header: t("columns.end"),
      cell: ({ id, name, state }) =>
        state === "active" && (
          <RevokeKey
            keyId={id}
            words={{ title: t("revokeTitle", { name }), body: t("revokeBody"), label: t("revoke") }}
            action={revoke}
          />
        ),
      align: "end",
    },
  ];
  return <DataTable caption={t("title")} columns={columns} rows={keys} rowKey={({ id }) => id} />;
}

function KeyName({ item }: { item: KeyItem }) {
  const t = useTranslations("api");
  return (
    <>
      <span className="block">{item.name}</span>
      <span className="block font-normal text-muted text-sm">
        {t("madeBy", { hint: item.hint, name: item.madeBy, when: item.made })}
      </span>
    </>
  );
}
