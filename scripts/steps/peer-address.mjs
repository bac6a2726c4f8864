// Preloaded into the web server: tells the application by which address a request came in. The framework has no other way to
// it than X-Forwarded-For, which any visitor can write.
import { subscribe } from 'node:diagnostics_channel'

const HEADER = 'x-tidemark-peer'

subscribe('http.server.request.start', (message) => {
  const { request } = /** @type {{ request: import('node:http').IncomingMessage }} */ (message)
  request.headers[HEADER] = request.socket.remoteAddress ?? ''
})

// Whoever reads the header believes it only where this module wrote it.
Object.assign(globalThis, { tidemarkPeer: HEADER })
