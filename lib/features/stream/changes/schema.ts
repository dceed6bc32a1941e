/** How many saves a page of changes holds; each may have changed several fields. */
export const CHANGES_PAGE = 30;

/** One save, as history keeps it. */
export type RecordedChange = {
  id: string;
  at: Date;
  kind: string;
  actorName: string;
  data: Record<string, unknown>;
};
