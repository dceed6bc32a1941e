import { editNoteAction } from "@/lib/features/clients/notes/actions";
import * as contacts from "@/lib/features/contacts/actions";
import * as relationships from "@/lib/features/contacts/relationships/actions";
import * as portal from "@/lib/features/portal-logins/actions";

/** Everything that can be done on the page of a contact. */
export const CONTACT_ACTIONS = {
  removeEmail: contacts.removeContactEmailAction,
  addOther: contacts.addOtherEmailAction,
  removeOther: contacts.removeOtherEmailAction,
  edit: relationships.editRelationshipAction,
  makePrimary: relationships.makePrimaryContactAction,
  unlink: relationships.unlinkContactAction,
  note: editNoteAction,
  portal: {
    setUsername: portal.setUsernameAction,
    giveTemporaryPassword: portal.giveTemporaryPasswordAction,
    sendWelcome: portal.sendPortalWelcomeAction,
    remove: portal.removePortalLoginAction,
    allow: portal.allowPortalLoginAction,
  },
};
