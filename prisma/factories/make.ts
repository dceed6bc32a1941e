import { center, client, clientWithOwner, relationship, statusId } from "./clients";
import { account, contact, portalLogin, practitioner } from "./people";
import { fundingSource, session, trainingEvent } from "./work";

/** Makes records as tests and the demonstration need them: valid by themselves, each detail changeable. */
export const make = {
  account,
  center,
  client,
  clientWithOwner,
  contact,
  fundingSource,
  portalLogin,
  practitioner,
  relationship,
  session,
  statusId,
  trainingEvent,
};
