// Preloaded into the web server: when the start script is gone, however it went, the server goes too and frees the port.
if (process.channel) {
  process.channel.unref()
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))
}
