"use client";
import { useRouter } from "next/navigation";
import { useContext, useEffect } from "react";
import { FormContext } from "@/components/ui/form-context";

/** After a refusal the page brings the times that are free now; what was typed stays. */
export function FreshTimes() {
  const router = useRouter();
  const { refusal } = useContext(FormContext);
  useEffect(() => {
    if (refusal) router.refresh();
  }, [refusal, router]);
  return null;
}
