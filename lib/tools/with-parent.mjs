// Preloaded into the app: when the process that started it is killed, the app ends too instead of keeping the port.
if (process.channel) {
  process.on("disconnect", () => process.kill(process.pid, "SIGTERM"));
  process.channel.unref();
}
