"use client";
import { type ComponentProps, useContext } from "react";
import { Button } from "./button";
import { FormContext } from "./form-context";

/** Sends the form; while the form is on its way it keeps its words and shows that work goes on. */
export function SubmitButton({ variant = "primary", ...rest }: ComponentProps<typeof Button>) {
  const { pending } = useContext(FormContext);
  return <Button {...rest} type="submit" variant={variant} pending={pending || rest.pending} />;
}
