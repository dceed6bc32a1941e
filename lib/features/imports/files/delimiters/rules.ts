import Papa from "papaparse";
import { DELIMITERS, type Delimiter } from "@/lib/features/imports/files/schema";

const LOOKED_AT = 50;

/** The separator by which most of the first rows fall into as many cells as the header; comma when nothing does. */
export function detectDelimiter(beginning: string): Delimiter {
  let best: { delimiter: Delimiter; score: number } = { delimiter: ",", score: 0 };
  for (const delimiter of DELIMITERS) {
    const { data } = Papa.parse<string[]>(beginning, { delimiter, newline: "\n", preview: LOOKED_AT });
    const rows = data.filter((cells) => cells.length > 1 || cells[0] !== "");
    const width = rows[0]?.length ?? 0;
    const agreeing = rows.filter((cells) => cells.length === width).length;
    const score = width < 2 ? 0 : (agreeing / rows.length) * Math.min(width, 10);
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}
