import "server-only";
import { z } from "zod";
import type { Tx } from "@/lib/platform/db/db";

/** The part of the setting "mail" that delivery depends on; the setting itself is kept by its feature. */
const mailSetting = z.object({
  fromName: z.string().catch("Caseload"),
  replyTo: z.string().nullable().catch(null),
  paused: z.boolean().catch(false),
});

export type MailSetting = z.output<typeof mailSetting>;

export async function findMailSetting(tx: Tx): Promise<MailSetting> {
  const row = await tx.setting.findUnique({ where: { key: "mail" }, select: { value: true } });
  return mailSetting.parse(row?.value ?? {});
}
