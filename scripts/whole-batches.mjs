// PGlite is one session, and its socket server lets in connections message by message. A batch of the extended protocol (parse, bind,
// execute … sync) that arrives in several pieces, as a large one does, would let another connection's batch in between: both use the one
// unnamed statement, so a bind would meet the other's query, and what follows an error would be skipped for the other.
// The server keeps to one connection while the database says that it is in a transaction; so it says so until the sync.

const SYNC = 'S'.charCodeAt(0)
const EXTENDED = new Set([...'PBDECH'].map((letter) => letter.charCodeAt(0)))
const SYNC_MESSAGE = new Uint8Array([SYNC, 0, 0, 0, 4])

/**
 * The database as the socket server is to see it: busy with one connection from the first message of a batch to its sync.
 * @param {import('@electric-sql/pglite').PGlite} pglite
 */
export function wholeBatches(pglite) {
  let open = false
  const changed = {
    isInTransaction: () => open || pglite.isInTransaction(),
    /** @type {typeof pglite.execProtocolRawStream} */
    execProtocolRawStream: async (message, options) => {
      const type = message[0] ?? 0
      if (EXTENDED.has(type)) open = true
      const done = await pglite.execProtocolRawStream(message, options)
      if (type === SYNC) open = false
      return done
    },
    /** The server's own clean-up after a connection that broke off, perhaps in the middle of a batch. @type {typeof pglite.exec} */
    exec: async (query, options) => {
      if (open) await pglite.execProtocolRawStream(SYNC_MESSAGE, { onRawData: () => {} })
      open = false
      return pglite.exec(query, options)
    },
  }
  return new Proxy(pglite, {
    get(target, name) {
      const value = Reflect.get(name in changed ? changed : target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}
