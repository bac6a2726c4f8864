import { once } from 'node:events'
import { inBatches } from './batches.mjs'
import { Crew } from './crew.mjs'

/** @param {string} text waits while whoever reads is slower */
async function write(text) {
  if (text !== '' && !process.stdout.write(text)) await once(process.stdout, 'drain')
}

/**
 * Answers a stream line by line, in order. No more is read than the workers can take and the reader of the answers has taken.
 * @param {AsyncIterable<Uint8Array>} input @param {URL} engine
 * @returns {Promise<boolean>} false when the program had a fault
 */
export async function answerStream(input, engine) {
  const crew = new Crew(engine)
  let sound = true
  /** @type {Promise<void>[]} */
  const out = []
  try {
    for await (const batch of inBatches(input)) {
      const answered = crew.answer(batch)
      const before = out.at(-1)
      out.push(
        (async () => {
          const { text, faults } = await answered
          await before
          if (faults.length > 0) sound = false
          for (const fault of faults) console.error(fault)
          await write(text)
        })(),
      )
      if (out.length >= crew.capacity) await out.shift()
    }
    await Promise.all(out)
  } finally {
    await crew.dismiss()
  }
  return sound
}
