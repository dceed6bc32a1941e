const KEYS = {
  "Face-to-face": "faceToFace",
  Online: "online",
  Telephone: "telephone",
  Training: "training",
} as const;

/** The message key of a usual kind of work; null for one that an import brought along. */
export function sessionTypeKey(type: string): (typeof KEYS)[keyof typeof KEYS] | null {
  return Object.hasOwn(KEYS, type) ? KEYS[type as keyof typeof KEYS] : null;
}
