import { readdirSync, readFileSync } from "node:fs";
import { loadavg } from "node:os";

/** Ticks of a second in /proc, the same on every Linux that Node runs on. */
const TICKS = 100;

/** The parent and the ticks (own, and those of children that ended) of a process; null for one that is gone. */
function ticksOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name in brackets may contain spaces; fields are counted from behind it.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const [own, system, ended, endedSystem] = fields.slice(11, 15).map(Number);
    return { parent: Number(fields[1]), own: own + system, ended: ended + endedSystem };
  } catch {
    return null;
  }
}

/** Seconds of processor time that a database server has taken since it started, all its processes together. Linux only. */
export function serverSeconds(postmaster) {
  const whole = ticksOf(postmaster);
  if (!whole) return Number.NaN;
  const children = readdirSync("/proc").flatMap((name) => {
    const found = /^\d+$/.test(name) ? ticksOf(name) : null;
    return found?.parent === postmaster ? [found.own] : [];
  });
  return children.reduce((sum, ticks) => sum + ticks, whole.own + whole.ended) / TICKS;
}

/** Seconds of processor time of this process, all its threads. */
export function ownSeconds() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** "5.2": how many processes the machine had to run at once in the last minute. */
export function machineLoad() {
  return loadavg()[0].toFixed(1);
}
