import {
  Braces,
  Building2,
  FileSignature,
  History,
  Layers,
  Lock,
  type LucideIcon,
  Mail,
  Merge,
  MessageSquareQuote,
  SlidersHorizontal,
  TextCursorInput,
  Trash2,
  Upload,
  UserRoundCog,
} from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { AdministrationKey } from "@/lib/features/settings/copy";
import type { Terminology } from "@/lib/features/settings/schema";

const MARKS: Record<AdministrationKey, LucideIcon> = {
  import: Upload,
  duplicates: Merge,
  emailTemplates: Mail,
  operations: Layers,
  audit: History,
  api: Braces,
  testimonials: MessageSquareQuote,
  recycleBin: Trash2,
  accounts: UserRoundCog,
  centers: Building2,
  configuration: SlidersHorizontal,
  agreement: FileSignature,
  clientFields: TextCursorInput,
};

type AdministrationListProps = {
  /** `locked`: the password is asked for first. */
  items: readonly { key: AdministrationKey; href: string; locked: boolean }[];
  terms: Terminology;
};

/** The pages of the administration, each with what it is for. */
export function AdministrationList({ items, terms }: AdministrationListProps) {
  const t = useTranslations("settings.administration");
  const words = {
    clients: terms.client.plural.toLowerCase(),
    sessions: terms.session.plural.toLowerCase(),
    centers: terms.center.plural,
  };
  return (
    <ul className="grid gap-3 sm:grid-cols-2 xl:grid-cols-3">
      {items.map(({ key, href, locked }) => (
        <li
          key={key}
          className="relative grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 rounded-lg border border-border bg-surface p-4 *:col-start-2 has-[a:hover]:bg-hover"
        >
          <AreaMark area={key} />
          <h2 className="font-semibold text-base">
            <Link href={href} className="no-underline after:absolute after:inset-0 after:rounded-lg">
              {t(key, words)}
            </Link>
          </h2>
          <p className="mt-0.5 text-pretty text-muted">{t(`${key}Body`, words)}</p>
          {locked && (
            <p className="mt-2 flex items-center gap-1.5 text-muted text-xs">
              <Lock aria-hidden className="size-3.5" />
              {t("needsPassword")}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

function AreaMark({ area }: { area: AdministrationKey }) {
  const Icon = MARKS[area];
  return (
    <span className="!col-start-1 row-span-3 row-start-1 flex size-9 items-center justify-center rounded-lg bg-accent-soft text-accent">
      <Icon aria-hidden className="size-[1.125rem]" strokeWidth={1.75} />
    </span>
  );
}
