/** The line of a place in the text, counted from 1; ask in rising order. */
export function lineCounter(text: string): (at: number) => number {
  const breaks = /\r\n|\n|\r/g
  let line = 1
  let next = breaks.exec(text)?.index ?? Number.POSITIVE_INFINITY
  return (at) => {
    while (next < at) {
      line += 1
      next = breaks.exec(text)?.index ?? Number.POSITIVE_INFINITY
    }
    return line
  }
}
