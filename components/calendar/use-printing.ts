"use client";
import { useEffect, useState } from "react";
import { flushSync } from "react-dom";

/** Whether the page is on its way to paper; what is drawn anew for it stands before the browser takes its picture. */
export function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const query = window.matchMedia("print");
    const change = () => flushSync(() => setPrinting(query.matches));
    const begin = () => flushSync(() => setPrinting(true));
    const end = () => setPrinting(false);
    query.addEventListener("change", change);
    window.addEventListener("beforeprint", begin);
    window.addEventListener("afterprint", end);
    return () => {
      query.removeEventListener("change", change);
      window.removeEventListener("beforeprint", begin);
      window.removeEventListener("afterprint", end);
    };
  }, []);
  return printing;
}
