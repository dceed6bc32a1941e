import "server-only";
import { getTranslations } from "next-intl/server";
import { findSetting } from "../queries";
import { terminology } from "../schema";
import type { PortalTerms } from "./schema";

const USUAL = terminology.parse({});

/** The organization's own words as it writes them; the usual ones in the reader's language. */
export async function findPortalTerms(): Promise<PortalTerms> {
  const [{ practitioner, session }, t] = await Promise.all([
    findSetting("terminology"),
    getTranslations("portal.terms"),
  ]);
  return {
    practitioners: practitioner.plural === USUAL.practitioner.plural ? t("practitioners") : practitioner.plural,
    sessions: session.plural === USUAL.session.plural ? t("sessions") : session.plural,
  };
}
