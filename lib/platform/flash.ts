import "server-only";
import { cookies } from "next/headers";

/** Leaves a sentence for the page an action leads to, shown there once; `undo` is the address where it is taken back. */
export async function leaveFlash(message: string, { undo }: { undo?: string } = {}): Promise<void> {
  (await cookies()).set("flash", JSON.stringify({ message, undo }), { path: "/", maxAge: 30 });
}
