import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";

type BannerProps = {
  tone?: "info" | "success" | "warning" | "danger";
  title?: string;
  children?: ReactNode;
  action?: ReactNode;
};

const LOOKS = {
  info: { frame: "bg-accent-soft", mark: <Info aria-hidden className="text-accent" /> },
  success: { frame: "bg-success-soft", mark: <CircleCheck aria-hidden className="text-success" /> },
  warning: { frame: "bg-warning-soft", mark: <TriangleAlert aria-hidden className="text-warning" /> },
  danger: { frame: "bg-danger-soft", mark: <CircleAlert aria-hidden className="text-danger" /> },
};

/** Something the page wants to say about all that follows. */
export function Banner({ tone = "info", title, children, action }: BannerProps) {
  const { frame, mark } = LOOKS[tone];
  return (
    <div
      className={`mb-4 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-lg px-3.5 py-2.5 forced-colors:border ${frame}`}
    >
      <div className="flex min-w-0 flex-[1_1_14rem] gap-2.5 [&>svg]:mt-[0.2em] [&>svg]:size-4 [&>svg]:shrink-0">
        {mark}
        <div className="min-w-0">
          {title && <p className="font-medium">{title}</p>}
          {children}
        </div>
      </div>
      {action}
    </div>
  );
}
