import path from "node:path";
import { defineConfig } from "vitest/config";

const root = import.meta.dirname ?? process.cwd();
const here = (file: string) => path.join(root, file);

const alias = [
  { find: /^@\//, replacement: `${root}/` },
  // The guard against server code in the browser throws when it is loaded outside of a build.
  { find: "server-only", replacement: here("node_modules/server-only/empty.js") },
];

const shared = {
  exclude: ["e2e/**", "node_modules/**", ".next/**", ".data/**"],
  pool: "forks" as const,
  // next-intl imports "next/navigation" in a way that only a bundler resolves.
  server: { deps: { inline: ["next-intl", "use-intl"] } },
};

export default defineConfig({
  resolve: { alias },
  test: {
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          ...shared,
          name: "unit",
          include: ["lib/**/*.test.ts", "components/**/*.test.{ts,tsx}"],
          exclude: [...shared.exclude, "**/*.db.test.ts"],
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: "db",
          include: ["lib/**/*.db.test.ts"],
          globalSetup: [here("lib/tools/vitest-server.mjs")],
          setupFiles: [here("lib/tools/vitest-clone.mjs")],
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
    ],
  },
});
