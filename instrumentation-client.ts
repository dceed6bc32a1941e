import "@/lib/values/intl-spaces";
