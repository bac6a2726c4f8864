import { createServer } from 'node:net'
import { Failure } from './failure.mjs'

const PATIENCE_MS = 3_000

/** @param {number} port @param {string} host @returns {Promise<string | null>} the system's word for what is in the way */
function obstacle(port, host) {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', (error) => resolve(/** @type {NodeJS.ErrnoException} */ (error).code ?? 'EUNKNOWN'))
    server.listen(port, host, () => server.close(() => resolve(null)))
  })
}

/**
 * A server that was killed a moment ago may still be letting go of its port.
 * @param {() => Promise<string | null>} ask
 */
async function patiently(ask) {
  const deadline = Date.now() + PATIENCE_MS
  for (;;) {
    const code = await ask()
    if (code !== 'EADDRINUSE' || Date.now() >= deadline) return code
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

/**
 * Throws unless the web server will be able to listen there. Asked before anything that takes long.
 * @param {number} port @param {string} host
 */
export async function checkPort(port, host) {
  const code = await patiently(() => obstacle(port, host))
  // A browser tries localhost by IPv6 first, and would find whoever is there.
  const alsoTaken = host === '127.0.0.1' && (await obstacle(port, '::1')) === 'EADDRINUSE'
  if (code === 'EADDRINUSE' || alsoTaken)
    throw new Failure(
      `Port ${port} is taken by another program. Stop that one, or choose another port: npm start -- --port ${port === 65535 ? 3000 : port + 1}`,
    )
  if (code === 'EACCES')
    throw new Failure(`This user may not listen on port ${port}. Choose one above 1024: npm start -- --port 3000`)
  if (code !== null) throw new Failure(`Nothing can listen on ${host}, port ${port} (${code}). Is the --host right?`)
}
