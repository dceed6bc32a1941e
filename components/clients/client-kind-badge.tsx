import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { termValues } from "@/lib/features/clients/copy";
import type { ClientKind, ClientPurpose, ResourceKind } from "@/lib/features/clients/schema";
import type { Terminology } from "@/lib/features/settings/schema";

type ClientKindBadgeProps = {
  of: { kind: ClientKind; purpose: ClientPurpose | null; resourceKind: ResourceKind | null };
  terms: Terminology;
  short?: boolean;
};

/** Marks a pre-client and what it is for; a client needs no mark. */
export function ClientKindBadge(mark: ClientKindBadgeProps) {
  return mark.of.kind === "CLIENT" ? null : <PreClientBadge {...mark} />;
}

function PreClientBadge({ of: { kind, purpose, resourceKind }, terms, short }: ClientKindBadgeProps) {
  const t = useTranslations("clients");
  const label = t(`kinds.${kind}`, termValues(terms));
  const purposeName = purpose && t(short ? `purposesShort.${purpose}` : `purposes.${purpose}`);
  const aim = resourceKind ? t(`resourceKinds.${resourceKind}`) : purposeName;
  return <Badge tone="accent">{aim ? `${label} · ${aim}` : label}</Badge>;
}
