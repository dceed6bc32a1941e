import { useTranslations } from "next-intl";
import { Menu, type MenuEntry } from "@/components/ui/menu";
import type { Noun } from "@/lib/features/updates/schema";
import { paths } from "@/lib/paths";

type UpdateMenuProps = {
  noun: Noun;
  /** The address of the list, whose records are meant. */
  address: Readonly<Record<string, string | undefined>>;
  /** The organization's words. */
  values: Record<string, string>;
  /** Whether the list can be taken out as a file, too. */
  exported?: boolean;
};

/** More → Update …: gives one field of all listed records a new value, or takes them out as a file. */
export function UpdateMenu({ noun, address, values, exported = false }: UpdateMenuProps) {
  const t = useTranslations("updates");
  const words = useTranslations("exports");
  const query = new URLSearchParams({ all: "true" });
  for (const [name, value] of Object.entries(address)) if (value) query.set(name, value);
  const href = paths.staff.update(noun, query.toString());
  const items: MenuEntry[] = [{ id: "update", label: t(`title.${noun}`, values), href }];
  if (exported) {
    query.delete("all");
    const file = paths.staff.exportOf(noun, query.toString());
    items.push({ id: "export", label: words("export"), href: file, file: true });
  }
  return <Menu label={t("more")} items={items} />;
}
