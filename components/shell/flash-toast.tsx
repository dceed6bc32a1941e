"use client";
import { usePathname } from "next/navigation";
import { useEffect } from "react";
import { toast } from "@/components/ui/toast";

const FLASH = /(?:^|; )flash=([^;]*)/u;

/** Shows, once, what a command left in the `flash` cookie before it led to another page. */
export function FlashToast() {
  const path = usePathname();
  useEffect(() => {
    const left = FLASH.exec(document.cookie)?.[1];
    if (!path || !left) return;
    Reflect.set(document, "cookie", "flash=; path=/; max-age=0");
    toast({ message: decodeURIComponent(left), tone: "success" });
  }, [path]);
  return null;
}
