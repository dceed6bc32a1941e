/** A contact of a client as far as the portal is concerned. */
export type ClientLogin = {
  contactId: string;
  name: string;
  /** Username, or else the address. */
  signsInWith: string | null;
  isPrimary: boolean;
  isOwner: boolean;
  isGuardian: boolean;
  /** Whether what they are to the client holds today. */
  isValid: boolean;
  allowed: boolean;
  hasLogin: boolean;
  hasPassword: boolean;
  temporary: boolean;
  lastSignInAt: Date | null;
};
