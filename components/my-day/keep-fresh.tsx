"use client";
import { useRouter } from "next/navigation";
import { useEffect } from "react";

const LONGEST_MS = 3_600_000;

/** Looks at the page anew when the next session begins or ends, and when the phone is taken up again. */
export function KeepFresh({ inMs }: { inMs: number | null }) {
  const router = useRouter();
  useEffect(() => {
    const look = () => document.visibilityState === "visible" && router.refresh();
    document.addEventListener("visibilitychange", look);
    const timer = inMs === null ? null : setTimeout(look, Math.min(inMs + 1_000, LONGEST_MS));
    return () => {
      document.removeEventListener("visibilitychange", look);
      if (timer) clearTimeout(timer);
    };
  }, [router, inMs]);
  return null;
}
