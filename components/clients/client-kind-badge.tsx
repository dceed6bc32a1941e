import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { termValues } from "@/lib/features/clients/copy";
import type { ClientKind, ClientPurpose } from "@/lib/features/clients/schema";
import type { Terminology } from "@/lib/features/settings/schema";

type ClientKindBadgeProps = { kind: ClientKind; purpose: ClientPurpose | null; terms: Terminology; short?: boolean };

/** Marks a pre-client and what it is for; a client needs no mark. */
export function ClientKindBadge({ kind, ...mark }: ClientKindBadgeProps) {
  return kind === "CLIENT" ? null : <PreClientBadge kind={kind} {...mark} />;
}

function PreClientBadge({ kind, purpose, terms, short }: ClientKindBadgeProps) {
  const t = useTranslations("clients");
  const label = t(`kinds.${kind}`, termValues(terms));
  const aim = purpose && t(short ? `purposesShort.${purpose}` : `purposes.${purpose}`);
  return <Badge tone="accent">{aim ? `${label} · ${aim}` : label}</Badge>;
}
