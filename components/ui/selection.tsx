"use client";
import { createContext, type ReactNode, useContext, useMemo, useState } from "react";

type Ticked = { all: boolean; ids: ReadonlySet<string>; except: ReadonlySet<string> };

type SelectionState = Ticked & {
  pageIds: readonly string[];
  total: number;
  /** How many records the choice means, counted over all pages. */
  count: number;
  has: (id: string) => boolean;
  set: (ids: readonly string[], chosen: boolean) => void;
  setAll: () => void;
  setNone: () => void;
  clear: () => void;
};

const NOTHING: Ticked = { all: false, ids: new Set(), except: new Set() };

const SelectionContext = createContext<SelectionState | null>(null);

/** The choice of rows around this component. */
export function useSelection() {
  const selection = useContext(SelectionContext);
  if (!selection) throw new Error("Rows can be chosen only inside <Selection>.");
  return selection;
}

type SelectionProps = {
  pageIds: readonly string[];
  total: number;
  /** Every record is ticked until somebody unticks it. */
  startWithAll?: boolean;
  children: ReactNode;
};

/**
 * Remembers which rows are ticked, over all pages of one filter (give it the filter as `key`): some by id, or all
 * that match with exceptions.
 */
export function Selection({ pageIds, total, startWithAll = false, children }: SelectionProps) {
  const [ticked, setTicked] = useState({ ...NOTHING, all: startWithAll });
  const value = useMemo<SelectionState>(() => {
    function set(ids: readonly string[], chosen: boolean) {
      setTicked((before) => {
        const list = new Set(before.all ? before.except : before.ids);
        for (const id of ids) chosen === before.all ? list.delete(id) : list.add(id);
        return before.all ? { ...before, except: list } : { ...before, ids: list };
      });
    }
    return {
      ...ticked,
      pageIds,
      total,
      count: ticked.all ? total - ticked.except.size : ticked.ids.size,
      has: (id) => (ticked.all ? !ticked.except.has(id) : ticked.ids.has(id)),
      set,
      setAll: () => setTicked({ ...NOTHING, all: true }),
      setNone: () => setTicked(NOTHING),
      clear: () => setTicked({ ...NOTHING, all: startWithAll }),
    };
  }, [ticked, pageIds, total, startWithAll]);
  return <SelectionContext value={value}>{children}</SelectionContext>;
}
