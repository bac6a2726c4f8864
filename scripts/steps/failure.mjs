/** Something the user can mend: shown as its one sentence, without a stack. */
export class Failure extends Error {}

/**
 * What to print of an error: the sentence of one that was foreseen, everything of a bug.
 * @param {unknown} error
 */
export function describeFailure(error) {
  if (!(error instanceof Error)) return String(error)
  return error instanceof Failure ? error.message : (error.stack ?? error.message)
}
