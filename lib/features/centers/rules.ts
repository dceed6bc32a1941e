import { paths } from "@/lib/paths";
import { brandInk, isBrandColour } from "@/lib/values/brand-colour";
import type { CenterBrand, CenterRecord, LetterBrand, MissingDetail } from "./schema";

/** What a mailing that names this center would leave blank. */
export function missingDetails(center: CenterRecord): MissingDetail[] {
  const missing: MissingDetail[] = [];
  if (!center.addressLine1 || !center.city) missing.push("address");
  if (!center.phone) missing.push("phone");
  if (!center.email) missing.push("email");
  if (!center.website) missing.push("website");
  return missing;
}

/** What letters wear; nothing for a center without a colour and a logo. */
export function letterBrand(
  { name, colour, hasLogo }: Pick<CenterBrand, "name" | "hasLogo"> & { colour: string | null },
  logoAddress: string,
): LetterBrand | null {
  if (!isBrandColour(colour) && !hasLogo) return null;
  return { name, ink: brandInk(isBrandColour(colour) ? colour : "slate"), logo: hasLogo ? logoAddress : null };
}

/** The face of the portal for somebody whose clients all belong to one center; nothing where they belong to several. */
export function commonBrand(brands: readonly CenterBrand[]): CenterBrand | null {
  const [first] = brands;
  return first && brands.every(({ centerId }) => centerId === first.centerId) ? first : null;
}

/** The head of the portal: the organization's name, dressed as the center where all clients share a dressed one. */
export function portalBrand(organization: string, center: CenterBrand | null) {
  if (!center || (center.colour === null && !center.hasLogo)) return { name: organization };
  const { name, colour, hasLogo, centerId } = center;
  return { name, colour, logo: hasLogo ? paths.api.centerLogo(centerId) : null };
}
