// Preloaded into the app: when the process that started it is killed, the app ends too instead of keeping the port.
// The workers that the app forks inherit this file too; their channel is the app's own and must keep them alive.
if (process.channel && !process.env.NEXT_PRIVATE_WORKER) {
  process.on("disconnect", () => process.kill(process.pid, "SIGTERM"));
  process.channel.unref();
}
