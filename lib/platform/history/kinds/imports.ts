import { z } from "zod";
import { historyKind } from "@/lib/platform/history/kind";

export const importsHistory = {
  "import.uploaded": historyKind(z.object({ fileName: z.string(), rows: z.int(), readable: z.boolean() }), {
    stream: false,
  }),
  "import.planned": historyKind(z.object({ fileName: z.string(), importKind: z.string() }), { stream: false }),
  /** Who took which records out, by the parameters of the list. */
  "list.exported": historyKind(z.object({ list: z.string(), count: z.int(), address: z.string() }), { stream: false }),
  "client.imported": historyKind(z.object({ name: z.string(), number: z.string(), fileName: z.string() }), {
    stream: true,
  }),
};
