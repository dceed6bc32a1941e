import { authHandler } from "@/lib/platform/access/auth-handler";

export { authHandler as GET, authHandler as POST };
