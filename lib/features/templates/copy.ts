/** What letters of people can be about; each has templates of its own. */
export const RECORD_TYPES = ["client", "contact", "event"] as const;
export type RecordType = (typeof RECORD_TYPES)[number];

/** Letters that the app sends by itself; their words can be changed, not what they are for. */
export const SYSTEM_KEYS = [
  "passcode",
  "password-changed",
  "welcome-contact",
  "welcome-account",
  "welcome-practitioner",
  "agreement-copy",
  "inquiry-received",
  "event-confirmation",
  "event-waiting",
  "event-promoted",
  "event-cancelled",
  "registration-cancelled",
  "task-due",
  "session-booked",
  "session-changed",
  "session-cancelled",
  "session-reminder",
  "slot-offered",
  "cover-asked",
] as const;
export type SystemKey = (typeof SYSTEM_KEYS)[number];

/** The welcome texts, one for each kind of user: what Settings → Notification shows. */
export const WELCOME_KEYS = [
  "welcome-contact",
  "welcome-account",
  "welcome-practitioner",
] as const satisfies SystemKey[];

/** What a letter is for; it decides which variables it may use. */
export type LetterPurpose = RecordType | SystemKey;

/** `link`: an address people can follow. `code`: something people copy, shown large. */
type Variable = { in: readonly LetterPurpose[]; shown?: "link" | "code" };

const EVERY: readonly LetterPurpose[] = [...RECORD_TYPES, ...SYSTEM_KEYS];
const WELCOME: readonly LetterPurpose[] = WELCOME_KEYS;
const EVENTS: readonly LetterPurpose[] = [
  "event",
  "event-confirmation",
  "event-waiting",
  "event-promoted",
  "event-cancelled",
  "registration-cancelled",
];
const SESSIONS: readonly LetterPurpose[] = [
  "session-booked",
  "session-changed",
  "session-cancelled",
  "session-reminder",
  "slot-offered",
  "cover-asked",
];
const TO_CONTACT: readonly LetterPurpose[] = [
  ...RECORD_TYPES,
  ...EVENTS,
  "passcode",
  "password-changed",
  "welcome-contact",
  "agreement-copy",
  "inquiry-received",
];

/** Every variable there is. A letter can hold these and nothing else (IN-05). */
export const VARIABLES = {
  ORGANIZATION_NAME: { in: EVERY },
  ECENTER_URL: { in: EVERY, shown: "link" },
  CENTER_NAME: { in: ["client", "inquiry-received"] },
  CENTER_ADDRESS: { in: ["client"] },
  CENTER_PHONE: { in: ["client", "inquiry-received"] },
  CENTER_EMAIL: { in: ["client", "inquiry-received"] },
  CENTER_WEBSITE: { in: ["client"], shown: "link" },
  PRACTITIONER_NAME: { in: ["client"] },
  PRACTITIONER_FIRST_NAME: { in: ["client"] },
  PRACTITIONER_EMAIL: { in: ["client"] },
  PRACTITIONER_PHONE: { in: ["client"] },
  CLIENT_NAME: { in: ["client", "agreement-copy"] },
  CLIENT_NUMBER: { in: ["client"] },
  CONTACT_NAME: { in: TO_CONTACT },
  CONTACT_FIRST_NAME: { in: TO_CONTACT },
  CONTACT_LAST_NAME: { in: RECORD_TYPES },
  ADMIN_CONTACT_NAME: { in: RECORD_TYPES },
  ADMIN_CONTACT_EMAIL: { in: RECORD_TYPES },
  ADMIN_CONTACT_PHONE: { in: RECORD_TYPES },
  ACCOUNT_NAME: { in: ["welcome-account", "welcome-practitioner", "password-changed", "task-due"] },
  ACCOUNT_FIRST_NAME: { in: ["welcome-account", "welcome-practitioner", "task-due"] },
  USERNAME: { in: WELCOME },
  PASSCODE: { in: ["passcode"], shown: "code" },
  MINUTES: { in: ["passcode"] },
  LINK: {
    in: [
      ...WELCOME,
      "passcode",
      "password-changed",
      "agreement-copy",
      "event-confirmation",
      "event-waiting",
      "event-promoted",
      "event-cancelled",
      "task-due",
      ...SESSIONS,
    ],
    shown: "link",
  },
  WHEN: { in: ["password-changed", "agreement-copy", "task-due"] },
  EVENT_TITLE: { in: EVENTS },
  EVENT_WHEN: { in: EVENTS },
  EVENT_WHERE: { in: EVENTS },
  WAITING_PLACE: { in: ["event-waiting"] },
  REASON: { in: ["event-cancelled"] },
  AGREEMENT_TITLE: { in: ["agreement-copy"] },
  READER_FIRST_NAME: { in: SESSIONS },
  SESSION_TITLE: { in: SESSIONS },
  SESSION_WHEN: { in: SESSIONS },
  SESSION_WHERE: { in: SESSIONS },
  OFFER_UNTIL: { in: ["slot-offered"] },
  AWAY_NAME: { in: ["cover-asked"] },
  TASK_SUBJECT: { in: ["task-due"] },
  VERIFY_CODE: { in: ["agreement-copy"], shown: "code" },
} as const satisfies Record<string, Variable>;

export type VariableId = keyof typeof VARIABLES;
export const VARIABLE_IDS = Object.keys(VARIABLES) as VariableId[];

/** Text by variable; what is missing counts as blank. */
export type LetterValues = Partial<Record<VariableId, string>>;

/** Names that older letters use for the same things. */
export const VARIABLE_ALIASES: Readonly<Record<string, VariableId>> = {
  COUNSELOR_NAME: "PRACTITIONER_NAME",
  COUNSELOR_FIRST_NAME: "PRACTITIONER_FIRST_NAME",
  COUNSELOR_EMAIL: "PRACTITIONER_EMAIL",
  COUNSELOR_PHONE: "PRACTITIONER_PHONE",
  PORTAL_URL: "ECENTER_URL",
  CENTER_URL: "CENTER_WEBSITE",
};

export function isWelcome(key: SystemKey): boolean {
  return (WELCOME_KEYS as readonly SystemKey[]).includes(key);
}
