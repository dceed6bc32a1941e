"use client";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { ServerAction } from "@/lib/platform/action-state";

type DeleteTestimonialProps = {
  testimonialId: string;
  words: Record<"title" | "body" | "label", string>;
  action: ServerAction;
};

/** Takes a testimonial away for good. */
export function DeleteTestimonial({ testimonialId, words, action }: DeleteTestimonialProps) {
  return (
    <ConfirmDialog
      title={words.title}
      trigger={<Button>{words.label}</Button>}
      action={action}
      confirmLabel={words.label}
    >
      {words.body}
      <input type="hidden" name="testimonialId" value={testimonialId} />
    </ConfirmDialog>
  );
}
