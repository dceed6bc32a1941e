/** How many entries the lists of the configuration have in use, and which text of the agreement is the newest. */
export type Configured = {
  statuses: number;
  services: number;
  fundingSources: number;
  languages: number;
  prospectStages: number;
  actionCodes: number;
  ownFields: number;
  templates: number;
  agreement: number | null;
};

/** When a setting was changed last, and by whom. */
export type LastChange = { key: string; at: Date; actorName: string };

/** One matter of the configuration: what it is for, what is set now, and where it is changed. */
export type OverviewEntry = { href: string; title: string; body: string; now: string | null; changed: string | null };
export type OverviewGroup = { title: string; entries: OverviewEntry[] };
