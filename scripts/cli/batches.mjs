/** @typedef {import('./engine.ts').Batch} Batch */

const NEW_LINE = 10
/** A request of so many bytes would be of a million holdings. */
const LONGEST_LINE = 256 * 1024 * 1024

/** @param {Uint8Array} bytes */
function countLines(bytes) {
  let lines = 0
  for (let i = bytes.indexOf(NEW_LINE); i >= 0; i = bytes.indexOf(NEW_LINE, i + 1)) lines += 1
  return lines
}

/**
 * Cuts a stream of bytes into batches of whole lines, about one for each piece that arrives. Keeps no more than one line of it.
 * @param {AsyncIterable<Uint8Array>} input @param {number} [longestLine] bytes
 * @returns {AsyncGenerator<Batch>}
 */
export async function* inBatches(input, longestLine = LONGEST_LINE) {
  /** @type {Uint8Array[]} the beginning of a line whose end has not arrived */
  let open = []
  let openBytes = 0
  let firstLine = 1
  /** @param {Uint8Array} last @returns {Batch} */
  const close = (last) => {
    const tooLong = openBytes > longestLine
    const batch = {
      bytes: tooLong ? new Uint8Array() : new Uint8Array(Buffer.concat([...open, last])),
      firstLine,
      tooLong,
    }
    firstLine += tooLong ? 1 : countLines(batch.bytes)
    open = []
    openBytes = 0
    return batch
  }
  /** @param {Uint8Array} bytes */
  const keep = (bytes) => {
    openBytes += bytes.length
    if (openBytes > longestLine) open = []
    else if (bytes.length > 0) open.push(bytes)
  }
  for await (const piece of input) {
    const firstEnd = piece.indexOf(NEW_LINE)
    const lastEnd = piece.lastIndexOf(NEW_LINE)
    if (firstEnd < 0) {
      keep(piece)
      continue
    }
    // A line that was too long ends here; what follows it is a batch of its own.
    const begin = openBytes + firstEnd > longestLine ? firstEnd + 1 : 0
    if (begin > 0) {
      keep(piece.subarray(0, begin))
      yield close(new Uint8Array())
    }
    if (lastEnd >= begin) yield close(piece.subarray(begin, lastEnd + 1))
    keep(piece.subarray(lastEnd + 1))
  }
  if (openBytes > 0) yield close(new Uint8Array())
}
