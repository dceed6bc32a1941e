import { RouteNotFound } from "@/components/shell/route-not-found";
import { paths } from "@/lib/paths";

export default function NotFound() {
  return <RouteNotFound homeHref={paths.staff.home} />;
}
