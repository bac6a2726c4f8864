/** Thrown by a work of several steps that stopped in the middle, on its way to be gone on with by the next try. */
export class Unfinished extends Error {
  override name = 'Unfinished'
}
