import { expect, it } from "vitest";
import { addressProblems, databaseProblems } from "./posture.mjs";

it("RE-01 names every setting that may lose records", async () => {
  const problems = await databaseProblems(process.env.DATABASE_URL ?? "");
  for (const setting of ["fsync", "full_page_writes", "synchronous_commit"]) {
    expect(problems).toContainEqual(expect.stringContaining(`${setting} is off`));
  }
  expect(problems.join()).not.toMatch(/data_checksums|superuser|encrypted/);
});

it("CF-01 tells an unencrypted address of another machine from an encrypted one", () => {
  const far = "postgresql://app:secret@db.example.org/caseload";
  expect(addressProblems(far)).toHaveLength(1);
  expect(addressProblems(`${far}?sslmode=prefer`)).toHaveLength(1);
  expect(addressProblems(`${far}?sslmode=verify-full`)).toEqual([]);
  expect(addressProblems("postgresql://app:secret@127.0.0.1/caseload")).toEqual([]);
});
