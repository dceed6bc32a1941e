let last = 0;

/** A number no other record of this run has, for names and numbers that must be unique. */
export function nextNumber(): number {
  last += 1;
  return last;
}
