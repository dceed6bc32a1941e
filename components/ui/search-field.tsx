"use client";
import { Search } from "lucide-react";
import type { ComponentProps } from "react";
import { useId } from "react";

type SearchFieldProps = ComponentProps<"input"> & { name: string; label: string };

/** A search box whose label is spoken, for the GET form above a list. */
export function SearchField({ name, label, ...input }: SearchFieldProps) {
  const id = useId();
  return (
    <div className="relative min-w-0 flex-1 sm:max-w-72">
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <Search aria-hidden className="pointer-events-none absolute inset-y-0 left-2.5 my-auto size-4 text-muted" />
      <input placeholder={label} {...input} id={id} name={name} type="search" className="control pl-8" />
    </div>
  );
}
