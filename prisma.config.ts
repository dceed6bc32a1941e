import { defineConfig } from "prisma/config";

// A folder as schema: prisma/schema.prisma and prisma/models/*.prisma are read together.
export default defineConfig({ schema: "prisma" });
