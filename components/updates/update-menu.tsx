import { useTranslations } from "next-intl";
import { Menu } from "@/components/ui/menu";
import type { Noun } from "@/lib/features/updates/schema";
import { paths } from "@/lib/paths";

type UpdateMenuProps = {
  noun: Noun;
  /** The address of the list, whose records are meant. */
  address: Readonly<Record<string, string | undefined>>;
  /** The organization's words. */
  values: Record<string, string>;
};

/** More → Update …: gives one field of all listed records a new value. */
export function UpdateMenu({ noun, address, values }: UpdateMenuProps) {
  const t = useTranslations("updates");
  const query = new URLSearchParams({ all: "true" });
  for (const [name, value] of Object.entries(address)) if (value) query.set(name, value);
  const href = paths.staff.update(noun, query.toString());
  return <Menu label={t("more")} items={[{ id: "update", label: t(`title.${noun}`, values), href }]} />;
}
