import { useTranslations } from "next-intl";
import { Menu, type MenuEntry } from "@/components/ui/menu";
import type { FileOffer } from "@/lib/features/exports/rules";
import type { Noun } from "@/lib/features/updates/schema";
import { paths } from "@/lib/paths";

type UpdateMenuProps = {
  noun: Noun;
  /** The address of the list, whose records are meant. */
  address: Readonly<Record<string, string | undefined>>;
  /** The organization's words. */
  values: Record<string, string>;
  /** Whether the listed records can be changed; nothing of it is shown to who may not. */
  updates?: boolean;
  /** Whether the list can be taken out as a file, too. */
  file?: FileOffer;
};

/** More → Update …: gives one field of all listed records a new value, or takes them out as a file. */
export function UpdateMenu({ noun, address, values, updates = true, file = null }: UpdateMenuProps) {
  const t = useTranslations("updates");
  const words = useTranslations("exports");
  const query = new URLSearchParams({ all: "true" });
  for (const [name, value] of Object.entries(address)) if (value) query.set(name, value);
  const href = paths.staff.update(noun, query.toString());
  const items: MenuEntry[] = updates ? [{ id: "update", label: t(`title.${noun}`, values), href }] : [];
  query.delete("all");
  const entry = { id: "export", label: words("export"), file: true };
  if (file === "offered") items.push({ ...entry, href: paths.staff.exportOf(noun, query.toString()) });
  if (file === "refused") items.push({ ...entry, disabledReason: words("refused") });
  if (items.length === 0) return null;
  return <Menu label={t("more")} items={items} />;
}
