/** How many prospects there are of one kind; `key` is what the list's address names them by. */
export type SalesCount = { key: string; label: string | null; count: number };

/** Prospects that came in during a month ("2026-11"), and how many of them are converted today. */
export type MonthOfProspects = { month: string; created: number; converted: number };

/** The pipeline in figures. All but the stages and months count open prospects only. */
export type SalesFigures = {
  open: number;
  withoutNextStep: number;
  overdue: number;
  stages: SalesCount[];
  sources: SalesCount[];
  owners: SalesCount[];
  ages: SalesCount[];
  /** The last twelve, the newest first. */
  months: MonthOfProspects[];
};
