import { exportAudit } from "@/lib/features/audit/commands";
import { auditSheet } from "@/lib/features/audit/copy";
import { auditSearch } from "@/lib/features/audit/schema";
import { paths } from "@/lib/paths";
import { admitRequest } from "@/lib/platform/access/admit-request";
import { streamResponse } from "@/lib/platform/files/stream-response";
import { pageWords } from "@/lib/platform/i18n/words";

/** What happened, as a sheet; narrowed as its page is. */
export async function GET(request: Request) {
  const { search, searchParams } = new URL(request.url);
  const { actor, refused } = await admitRequest("audit.export", { page: paths.staff.admin.audit + search });
  if (refused) return refused;
  const { page: _, ...filter } = auditSearch.parse(Object.fromEntries(searchParams));
  const words = await pageWords();
  return streamResponse({
    name: `${words("audit.file")}.csv`,
    pieces: auditSheet(await exportAudit(actor, filter), words),
  });
}
