"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { paths } from "@/lib/paths";
import { action } from "@/lib/platform/action";
import {
  addTestimonial,
  deleteTestimonial,
  editTestimonial,
  publishTestimonial,
  withdrawTestimonial,
} from "./commands";
import { editTestimonialInput, testimonialFields, testimonialInput } from "./schema";

export const addTestimonialAction = action({
  permission: "testimonials.edit",
  input: testimonialFields,
  run: async (actor, input) => {
    redirect(paths.staff.testimonial(await addTestimonial(actor, input)));
  },
});

export const editTestimonialAction = action({
  permission: "testimonials.edit",
  input: editTestimonialInput,
  done: "testimonials.saved",
  run: async (actor, input) => {
    await editTestimonial(actor, input);
    revalidatePath(paths.staff.testimonials, "layout");
  },
});

export const publishTestimonialAction = action({
  permission: "testimonials.edit",
  input: testimonialInput,
  done: "testimonials.nowPublished",
  run: async (actor, input) => {
    await publishTestimonial(actor, input);
    revalidatePath(paths.staff.testimonials, "layout");
  },
});

export const withdrawTestimonialAction = action({
  permission: "testimonials.edit",
  input: testimonialInput,
  done: "testimonials.nowWithdrawn",
  run: async (actor, input) => {
    await withdrawTestimonial(actor, input);
    revalidatePath(paths.staff.testimonials, "layout");
  },
});

export const deleteTestimonialAction = action({
  permission: "testimonials.edit",
  input: testimonialInput,
  run: async (actor, input) => {
    await deleteTestimonial(actor, input);
    redirect(paths.staff.testimonials);
  },
});
