import type { z } from "zod";
import { accessHistory } from "@/lib/platform/history/kinds/access";
import { agreementsHistory } from "@/lib/platform/history/kinds/agreements";
import { apiHistory } from "@/lib/platform/history/kinds/api";
import { auditHistory } from "@/lib/platform/history/kinds/audit";
import { availabilityHistory } from "@/lib/platform/history/kinds/availability";
import { billingHistory } from "@/lib/platform/history/kinds/billing";
import { clientsHistory } from "@/lib/platform/history/kinds/clients";
import { contactsHistory } from "@/lib/platform/history/kinds/contacts";
import { customFieldsHistory } from "@/lib/platform/history/kinds/custom-fields";
import { documentsHistory } from "@/lib/platform/history/kinds/documents";
import { importsHistory } from "@/lib/platform/history/kinds/imports";
import { mailingsHistory } from "@/lib/platform/history/kinds/mailings";
import { mergesHistory } from "@/lib/platform/history/kinds/merges";
import { messagesHistory } from "@/lib/platform/history/kinds/messages";
import { noticesHistory } from "@/lib/platform/history/kinds/notices";
import { operationsHistory } from "@/lib/platform/history/kinds/operations";
import { pinsHistory } from "@/lib/platform/history/kinds/pins";
import { portalHistory } from "@/lib/platform/history/kinds/portal";
import { prospectsHistory } from "@/lib/platform/history/kinds/prospects";
import { recyclingHistory } from "@/lib/platform/history/kinds/recycling";
import { sessionsHistory } from "@/lib/platform/history/kinds/sessions";
import { settingsHistory } from "@/lib/platform/history/kinds/settings";
import { tasksHistory } from "@/lib/platform/history/kinds/tasks";
import { templatesHistory } from "@/lib/platform/history/kinds/templates";
import { trainingHistory } from "@/lib/platform/history/kinds/training";
import type { HistoryKind } from "./kind";

/** Everything that can happen, by the names that history keeps for ever. */
export const HISTORY = {
  ...accessHistory,
  ...auditHistory,
  ...apiHistory,
  ...settingsHistory,
  ...operationsHistory,
  ...importsHistory,
  ...tasksHistory,
  ...documentsHistory,
  ...pinsHistory,
  ...noticesHistory,
  ...messagesHistory,
  ...agreementsHistory,
  ...trainingHistory,
  ...availabilityHistory,
  ...clientsHistory,
  ...contactsHistory,
  ...mergesHistory,
  ...customFieldsHistory,
  ...prospectsHistory,
  ...recyclingHistory,
  ...sessionsHistory,
  ...billingHistory,
  ...mailingsHistory,
  ...templatesHistory,
  ...portalHistory,
} as const satisfies Record<string, HistoryKind>;

export type HistoryName = keyof typeof HISTORY;
export type HistoryData<Name extends HistoryName> = z.input<(typeof HISTORY)[Name]["data"]>;
