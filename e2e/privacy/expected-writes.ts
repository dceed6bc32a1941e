import { PASSWORD } from "../../prisma/factories/people";
import type { Fields } from "../support/call-action";

const AGREEMENT = { "en.title": "Client Agreement", "en.body": "We advise you.", "es.title": "", "es.body": "" };
const TERMS = ["center", "practitioner", "prospect", "client", "preClient", "session", "trainingEvent"];
const SUMMER = { layer: "RANGE", scheduleId: "", label: "Summer", firstDay: "2030-06-01", lastDay: "2030-08-31" };

/** What an action needs to be filled in so that it does something. */
export const FILLED_IN: Record<string, Fields> = {
  all: {
    isPerson: "false",
    password: PASSWORD,
    current: PASSWORD,
    fromName: "The Office",
    organization: "The Office",
    startTime: "09:00",
    endTime: "10:00",
    closesAt: "",
    capacity: "20",
    audience: "CLIENTS",
    subjectKind: "client",
    filter: '{"all":[]}',
    shared: "on",
    country: "US",
    naics: "541611",
    purpose: "",
    resourceKind: "",
    onlineUrl: "",
    website: "",
    replyTo: "",
    prepMinutes: "",
    travelMinutes: "",
  },
  changePasswordAction: { password: "a changed password 77" },
  changePortalPasswordAction: { password: "a changed password 77" },
  changeRightsAction: { email: "renamed@example.org", role: "STAFF" },
  changeTerminologyAction: Object.fromEntries(
    TERMS.flatMap((term) => [
      [`${term}.singular`, "Thing"],
      [`${term}.plural`, "Things"],
    ]),
  ),
  createAccountAction: { role: "STAFF", practitionerId: "" },
  editCenterAction: { name: "Renamed Center" },
  addHolidayAction: { name: "Labor Day", firstDay: "2026-09-07", lastDay: "" },
  publishVersionAction: AGREEMENT,
  saveOpeningHoursAction: { version: "0", "hours.1.0.start": "09:00", "hours.1.0.end": "12:00" },
  addTimeOffAction: { firstDay: "2030-07-01", lastDay: "", start: "", end: "" },
  savePractitionerHoursAction: { version: "0", "hours.1.0.start": "09:00", "hours.1.0.end": "12:00" },
  savePractitionerSpecialHoursAction: { version: "0", "hours.1.0.start": "09:00", "hours.1.0.end": "12:00", ...SUMMER },
  saveSpecialHoursAction: { version: "0", "hours.1.0.start": "09:00", "hours.1.0.end": "12:00", ...SUMMER },
  saveOwnHoursAction: { version: "0", "hours.1.0.start": "09:00", "hours.1.0.end": "12:00" },
  saveOwnSpecialHoursAction: { version: "0", "hours.1.0.start": "09:00", "hours.1.0.end": "12:00", ...SUMMER },
  saveWeeklyHoursAction: { version: "0", "hours.1.0.start": "09:00", "hours.1.0.end": "12:00" },
};

/**
 * Columns that decide something, by the action that is there to write them. With "!": fields of the action's own form,
 * which take what is typed.
 */
export const MAY_WRITE: Record<string, string> = {
  startViewingAction: "sign_ins.viewing_contact_id",
  acceptProposalAction: "proposals.status",
  declineProposalAction: "proposals.status",
  addProspectAction: "prospects.center_id prospects.owner_id",
  addStatusAction: "client_statuses.standing!",
  chooseCenterAction: "accounts.center_id",
  addOtherEmailAction: "contact_emails.contact_id",
  askEmailChangeAction: "email_changes.contact_id email_changes.token_hash",
  beginSecondFactorAction: "accounts.totp_secret",
  cancelEventAction: "training_events.status",
  cancelRegistrationAction: "registrations.status",
  changePasswordAction: "accounts.password_hash",
  changePortalPasswordAction: "portal_logins.password_hash",
  changeRightsAction: "account_groups.group_id account_centers.center_id",
  confirmPasswordAction: "sign_ins.admin_mode_until sign_ins.confirmed_at",
  editCompanyAction:
    "clients.address_line1! clients.address_line2! clients.city! clients.employee_count! clients.industry! clients.postal_code! clients.state!",
  editPractitionerAction: "practitioners.languages! practitioners.skills!",
  planSafeMergeAction: "operations.account_id operations.kind operations.status",
  convertProspectAction: "conversions.client_id operations.account_id operations.kind operations.status",
  createAccountAction: "accounts.role accounts.status",
  createCenterAction:
    "centers.address_line1! centers.address_line2! centers.city! centers.postal_code! centers.state! centers.website!",
  createClientAction:
    "client_practitioners.client_id client_practitioners.practitioner_id clients.address_line1! clients.address_line2! clients.center_id clients.city! clients.employee_count! clients.industry! clients.kind clients.legal_name! clients.number clients.postal_code! clients.practitioner_id clients.started_on! clients.state! clients.status_id",
  createContactAction:
    "contacts.portal_allowed relationships.client_id relationships.contact_id relationships.is_owner relationships.is_primary",
  createEventAction:
    "training_events.center_id training_events.description! training_events.location! training_events.status",
  // Skills and languages are lists that the form fills.
  createPractitionerAction:
    "practitioners.center_id practitioners.status practitioners.languages! practitioners.skills!",
  editCenterAction:
    "centers.address_line1! centers.address_line2! centers.city! centers.postal_code! centers.state! centers.website!",
  editClientAction:
    "client_practitioners.client_id client_practitioners.practitioner_id clients.address_line1! clients.address_line2! clients.city! clients.employee_count! clients.industry! clients.legal_name! clients.postal_code! clients.practitioner_id clients.started_on! clients.state!",
  editEventAction: "training_events.description! training_events.location!",
  excludeGapsAction: "mailing_recipients.client_id mailing_recipients.contact_id",
  followAction: "follows.account_id",
  giveTemporaryPasswordAction: "portal_logins.password_hash portal_logins.temporary_until portal_logins.vouched_at",
  inactivateAccountAction: "accounts.status accounts.status!",
  leaveConfirmationAction: "sign_ins.admin_mode_until",
  addHolidayAction: "center_holidays.center_id",
  saveOpeningHoursAction: "center_hours.center_id",
  publishVersionAction:
    "agreement_versions.asks_again agreement_versions.center_id agreement_versions.number agreement_versions.published_at agreement_versions.text_sha256",
  recordPaymentAction: "payments.amount_cents payments.client_id payments.recorded_by_id",
  registerAction:
    "registrations.client_id registrations.contact_id registrations.status registrations.token_hash training_events.seats_taken",
  removeDocumentAction: "documents.deleted_at",
  removePortalLoginAction: "contacts.portal_allowed",
  renewRecoveryCodesAction: "recovery_codes.account_id recovery_codes.code_hash",
  addTimeOffAction: "time_off.practitioner_id",
  savePractitionerHoursAction: "availability_schedules.kind availability_schedules.practitioner_id",
  savePractitionerSpecialHoursAction: "availability_schedules.kind availability_schedules.practitioner_id",
  saveSpecialHoursAction: "availability_schedules.client_id availability_schedules.kind",
  saveOwnHoursAction: "availability_schedules.client_id availability_schedules.kind",
  saveOwnSpecialHoursAction: "availability_schedules.client_id availability_schedules.kind",
  saveWeeklyHoursAction: "availability_schedules.client_id availability_schedules.kind",
  sendPortalWelcomeAction: "portal_logins.contact_id",
  signOutAction: "sign_ins.revoked_at",
  signOutEverywhereAction: "sign_ins.revoked_at",
  startMailingAction: "mailings.sender_id mailings.status",
  addTestimonialAction: "testimonials.author! testimonials.client_id testimonials.quote!",
  editTestimonialAction: "testimonials.author! testimonials.client_id testimonials.quote!",
  publishTestimonialAction: "testimonials.published_at",
  makePortalCalendarLinkAction: "calendar_links.portal_login_id calendar_links.token_hash",
  revokeApiKeyAction: "api_keys.revoked_at",
  cancelOwnSessionAction: "attendances.reportable session_practitioners.practitioner_id sessions.status",
  cancelSessionAction: "attendances.reportable session_practitioners.practitioner_id sessions.status",
  moveSessionAction:
    "client_practitioners.client_id client_practitioners.practitioner_id clients.practitioner_id session_practitioners.practitioner_id",
};
