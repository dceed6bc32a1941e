import type { Permission } from "@/lib/platform/access/permissions";

/** What each action of the portal asks for. */
export const PORTAL_ACTIONS = {
  askEmailChangeAction: "portal.edit-own-details",
  bookOwnSessionAction: "portal.book",
  cancelOwnRegistrationAction: "portal.register",
  cancelOwnSessionAction: "portal.book",
  changePortalPasswordAction: "portal.manage-account",
  confirmEmailChangeAction: "portal.edit-own-details",
  declineOfferAction: "portal.book",
  editCompanyAction: "portal.edit-company",
  editOwnDetailsAction: "portal.edit-own-details",
  endPortalSignInAction: "portal.manage-account",
  joinOwnLineAction: "portal.book",
  leaveOwnLineAction: "portal.book",
  makePortalCalendarLinkAction: "portal.manage-account",
  moveOwnSessionAction: "portal.book",
  registerAction: "portal.register",
  revokePortalCalendarLinkAction: "portal.manage-account",
  saveOwnHoursAction: "portal.edit-availability",
  saveOwnSpecialHoursAction: "portal.edit-availability",
  removeOwnSpecialHoursAction: "portal.edit-availability",
  signAgreementAction: "portal.sign-agreement",
  takeOfferAction: "portal.book",
  withdrawProposalAction: "portal.edit-company",
} as const satisfies Record<string, Permission>;
