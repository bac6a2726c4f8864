/**
 * Does one step and says what it was and how long it took. The work may answer a note for the line.
 * @template T @param {string} title @param {() => Promise<T> | T} work
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  const began = performance.now()
  process.stdout.write(`  ${title} … `)
  try {
    const result = await work()
    const note = typeof result === 'string' ? result : 'done'
    process.stdout.write(`${note} (${((performance.now() - began) / 1000).toFixed(1)} s)\n`)
    return result
  } catch (error) {
    process.stdout.write('failed\n')
    throw error
  }
}
