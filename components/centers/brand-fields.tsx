import Image from "next/image";
import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/checkbox";
import { FieldGroup } from "@/components/ui/field-group";
import { FileField } from "@/components/ui/file-field";
import type { CenterRecord } from "@/lib/features/centers/schema";
import { paths } from "@/lib/paths";
import { BRAND_COLOURS, brandProperties } from "@/lib/values/brand-colour";

/** How a center looks in the portal and in mails. */
export function BrandFields({ center, values }: { center: CenterRecord; values: Record<string, string> }) {
  const t = useTranslations("centers");
  return (
    <FieldGroup legend={t("face")} help={t("faceBody", values)}>
      <fieldset className="mb-4">
        <legend className="mb-1 font-medium text-sm">{t("colour")}</legend>
        <div className="flex flex-wrap gap-1.5">
          {[null, ...BRAND_COLOURS].map((colour) => (
            <label
              key={colour ?? ""}
              style={colour ? brandProperties(colour) : undefined}
              className="flex min-h-(--control-sm) cursor-pointer items-center gap-1.5 rounded-md border border-edge px-2 py-1 text-sm has-checked:border-accent has-checked:bg-accent-soft has-checked:font-medium has-focus-visible:outline-2 has-focus-visible:outline-accent"
            >
              <input
                type="radio"
                name="colour"
                value={colour ?? ""}
                defaultChecked={colour === center.colour}
                className="sr-only"
              />
              <span aria-hidden className="size-4 shrink-0 rounded-full bg-accent" />
              {t(`colours.${colour ?? "none"}`)}
            </label>
          ))}
        </div>
        <p className="mt-1 text-muted text-sm">{t("colourHelp")}</p>
      </fieldset>
      {center.hasLogo && (
        <Image
          alt={t("currentLogo")}
          src={paths.api.centerLogo(center.id)}
          width={192}
          height={64}
          className="mb-2 h-16 w-auto max-w-48 rounded-md border border-border bg-[white] object-contain p-1"
        />
      )}
      <FileField
        name="logo"
        label={t(center.hasLogo ? "newLogo" : "logo")}
        help={t("logoHelp")}
        accept="image/png,image/jpeg"
      />
      {center.hasLogo && <Checkbox name="removeLogo">{t("removeLogo")}</Checkbox>}
    </FieldGroup>
  );
}
