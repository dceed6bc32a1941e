"use client";
import { Plus, X } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";

type WorkflowRowsProps = {
  /** How many rows there are to begin with. */
  count: number;
  most: number;
  words: { add: string; title: (number: number) => string; remove: (number: number) => string };
  fields: (place: number) => ReactNode;
};

/** Rows of a form that can be added and taken away. */
export function WorkflowRows({ count, most, words, fields }: WorkflowRowsProps) {
  const [rows, setRows] = useState(() => Array.from({ length: count }, (_, place) => place));
  return (
    <>
      {rows.map((row, index) => (
        <fieldset key={row} className="relative min-w-0 rounded-md border border-border p-3">
          <legend className="px-1 font-medium text-sm">{words.title(index + 1)}</legend>
          <div className="absolute -top-2 right-2">
            <IconButton
              small
              label={words.remove(index + 1)}
              icon={<X />}
              onPress={() => setRows(rows.filter((each) => each !== row))}
            />
          </div>
          {fields(row)}
        </fieldset>
      ))}
      {rows.length < most && (
        <div>
          <Button size="sm" icon={<Plus />} onPress={() => setRows([...rows, Math.max(-1, ...rows) + 1])}>
            {words.add}
          </Button>
        </div>
      )}
    </>
  );
}
