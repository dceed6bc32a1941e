import { agreementText, signature } from "./agreements";
import { center, client, clientWithOwner, relationship, statusId } from "./clients";
import { document } from "./documents";
import { mailing } from "./mailings";
import { account, contact, portalLogin, practitioner } from "./people";
import { prospect, prospectContact, prospectStageId } from "./prospects";
import { fundingSource, session, trainingEvent } from "./work";

/** Makes records as tests and the demonstration need them: valid by themselves, each detail changeable. */
export const make = {
  account,
  agreementText,
  center,
  client,
  clientWithOwner,
  contact,
  document,
  fundingSource,
  mailing,
  portalLogin,
  practitioner,
  prospect,
  prospectContact,
  prospectStageId,
  relationship,
  session,
  signature,
  statusId,
  trainingEvent,
};
