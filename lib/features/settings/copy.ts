import { paths } from "@/lib/paths";
import type { Permission } from "@/lib/platform/access/permissions";

export type AdministrationKey =
  | "import"
  | "duplicates"
  | "emailTemplates"
  | "operations"
  | "audit"
  | "api"
  | "testimonials"
  | "recycleBin"
  | "accounts"
  | "centers"
  | "configuration"
  | "agreement"
  | "clientFields";

/** The pages of the administration in the order of their work: bring in and clean up, write, then set up. */
export const ADMINISTRATION: readonly { key: AdministrationKey; href: string; permission: Permission }[] = [
  { key: "import", href: paths.staff.admin.import, permission: "imports.run" },
  { key: "duplicates", href: paths.staff.admin.duplicates, permission: "duplicates.view" },
  { key: "emailTemplates", href: paths.staff.admin.emailTemplates, permission: "templates.use" },
  { key: "operations", href: paths.staff.admin.operations, permission: "operations.undo" },
  { key: "audit", href: paths.staff.admin.audit, permission: "audit.view" },
  { key: "api", href: paths.staff.admin.api, permission: "api.manage" },
  { key: "testimonials", href: paths.staff.testimonials, permission: "testimonials.edit" },
  { key: "recycleBin", href: paths.staff.recycleBin, permission: "recycle-bin.view" },
  { key: "accounts", href: paths.staff.admin.accounts, permission: "accounts.manage" },
  { key: "centers", href: paths.staff.admin.centers, permission: "centers.view" },
  { key: "configuration", href: paths.staff.admin.configuration, permission: "settings.edit" },
  { key: "clientFields", href: paths.staff.admin.clientFields, permission: "settings.edit" },
  { key: "agreement", href: paths.staff.admin.agreement, permission: "agreements.publish" },
];
