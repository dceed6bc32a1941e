import { Building2, ChevronRight, UserRound } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { PortalClient } from "@/lib/features/clients/portal/schema";
import { paths } from "@/lib/paths";

function roleOf({ isOwner, isPrimary, isGuardian }: PortalClient["relation"]) {
  if (isGuardian) return "guardian";
  return isOwner || isPrimary ? "owner" : "other";
}

/** Every client a contact belongs to, with what they are to it. */
export function ClientList({ clients }: { clients: readonly PortalClient[] }) {
  const t = useTranslations("portal.clients");
  return (
    <ul className="divide-y divide-border rounded-lg border border-border bg-surface">
      {clients.map(({ id, name, isPerson, relation }) => (
        <li key={id} className="relative flex items-center gap-3.5 p-4 has-[a:hover]:bg-hover">
          <span className="flex size-10 shrink-0 items-center justify-center rounded-full bg-hover text-muted [&_svg]:size-5">
            {isPerson ? <UserRound aria-hidden /> : <Building2 aria-hidden />}
          </span>
          <div className="min-w-0 flex-1">
            <Link
              href={paths.portal.informationOf(id)}
              className="break-words font-semibold no-underline after:absolute after:inset-0 after:rounded-lg"
            >
              {name}
            </Link>
            <p className="text-muted text-sm">{t(roleOf(relation))}</p>
          </div>
          <ChevronRight aria-hidden className="size-5 shrink-0 text-muted" />
        </li>
      ))}
    </ul>
  );
}
