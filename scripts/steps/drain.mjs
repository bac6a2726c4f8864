// Preloaded into the web server: told to end, it finishes what it has begun and resets nobody.
// Node closes idle connections the moment a server is closed, also one on which the next request is already under way. So the server goes on
// for a moment, says on each answer that the connection ends with it, and closes when nobody is left who could not know.
import { Server } from 'node:http'
import { Server as NetServer } from 'node:net'

/** As long a client that keeps its connection has to come back for the answer that tells it. */
const LINGER_MS = 1_000
/** A turn of the loop that took no longer answered nobody. */
const QUIET_MS = 1

/** `tidemarkLeaving`: what the server does beside answering is finished or handed back then. */
const state = /** @type {{ tidemarkDraining?: boolean, tidemarkLeaving?: Promise<void> }} */ (globalThis)
/** @type {Set<import('node:net').Socket>} */
const connections = new Set()
/** @type {Set<import('node:http').ServerResponse>} */
const answers = new Set()

if (process.env.NODE_ENV === 'production') {
  process.on('SIGTERM', () => {
    state.tidemarkDraining = true
    for (const answer of answers) answer.shouldKeepAlive = false
  })
  patchEmit()
  patchClose()
}

/** Notes the connections, and while draining lets each answer be the last one of its connection. */
function patchEmit() {
  const { emit } = Server.prototype
  Server.prototype.emit = /** @type {typeof emit} */ (
    function (event, ...args) {
      if (event === 'connection') {
        const [socket] = args
        connections.add(socket)
        socket.once('close', () => connections.delete(socket))
      }
      if (event === 'request') note(args[1])
      return Reflect.apply(emit, this, [event, ...args])
    }
  )
}

/** @param {import('node:http').ServerResponse} answer */
function note(answer) {
  if (state.tidemarkDraining) answer.shouldKeepAlive = false
  answers.add(answer)
  answer.once('close', () => answers.delete(answer))
}

/**
 * Closes in two steps: nobody new any more, right after all who waited at the door were let in; then those who are in are waited for, also the
 * ones whose request has come but is not read yet, which Node would take for idle.
 */
function patchClose() {
  const { close } = Server.prototype
  Server.prototype.close = function (/** @type {((error?: Error) => void) | undefined} */ done) {
    if (!state.tidemarkDraining || connections.size === 0) return close.call(this, done)
    const shut = () => {
      NetServer.prototype.close.call(this, done)
      setTimeout(() => this.closeIdleConnections(), LINGER_MS).unref()
    }
    setTimeout(() => afterQuietTurn(shut), LINGER_MS)
    return this
  }
}

/**
 * Who knocks while the loop is busy waits at the door, and would be reset if it were closed then: it is closed right after a turn of the loop
 * that let in whoever was there and had next to nothing else to do.
 * @param {() => void} shut
 */
function afterQuietTurn(shut) {
  const until = performance.now() + LINGER_MS
  let began = performance.now()
  const turn = () => {
    const now = performance.now()
    if (now - began < QUIET_MS || now > until) return shut()
    began = now
    setImmediate(turn)
  }
  setImmediate(turn)
}
