/** Whether a state-changing request comes from our own pages: its Origin must be exactly the configured one. */
export function isOwnOrigin(origin: string | null, configured: string): boolean {
  return origin !== null && origin === configured;
}
