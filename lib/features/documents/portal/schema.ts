/** A document as the people it is shared with see it; `client` is null where it was given to the contact alone. */
export type SharedDocument = {
  id: string;
  name: string;
  contentType: string;
  size: number;
  changedAt: Date;
  client: string | null;
};
