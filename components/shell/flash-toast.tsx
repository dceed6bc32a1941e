"use client";
import { usePathname, useRouter } from "next/navigation";
import { useEffect } from "react";
import { toast } from "@/components/ui/toast";

const FLASH = /(?:^|; )flash=([^;]*)/u;

/** Shows, once, what a command left in the `flash` cookie before it led to another page. */
export function FlashToast() {
  const path = usePathname();
  const router = useRouter();
  useEffect(() => {
    const left = FLASH.exec(document.cookie)?.[1];
    if (!path || !left) return;
    Reflect.set(document, "cookie", "flash=; path=/; max-age=0");
    const { message, undo } = read(decodeURIComponent(left));
    const back = undo && { undo: () => router.push(undo) };
    toast({ message, tone: "success", ...back });
  }, [path, router]);
  return null;
}

/** Only an address of ours leads back. */
function read(text: string): { message: string; undo?: string } {
  try {
    const { message, undo } = JSON.parse(text) as { message?: unknown; undo?: unknown };
    const here = typeof undo === "string" && /^\/[^/\\]/.test(undo);
    return { message: String(message ?? ""), ...(here ? { undo } : {}) };
  } catch {
    return { message: text };
  }
}
