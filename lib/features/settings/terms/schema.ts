/** What the portal calls the pages of these things. */
export type PortalTerms = { practitioners: string; sessions: string };
