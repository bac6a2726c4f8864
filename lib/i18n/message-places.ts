/** What a message leaves open: the names in braces, the tags, and the words that are left without them. */
export interface Places {
  names: string[]
  tags: string[]
  words: string
}

/** Reads an ICU message: `{name}`, `{count, plural, one {# row} other {# rows}}`, `<b>…</b>`. */
export function readPlaces(message: string): Places {
  const names = new Set<string>()
  const words: string[] = []
  readText(message, 0, names, words)
  const text = words.join('')
  const tags = new Set([...text.matchAll(/<([a-z][\w-]*)>/gi)].map((match) => match[1] ?? ''))
  return { names: [...names].sort(), tags: [...tags].sort(), words: text.replace(/<\/?[a-z][\w-]*>/gi, ' ') }
}

/** Reads text up to the brace that closes it; answers where that is. */
function readText(message: string, from: number, names: Set<string>, words: string[]): number {
  let at = from
  while (at < message.length && message[at] !== '}') {
    if (message[at] !== '{') words.push(message[at++] ?? '')
    else at = readPlace(message, at + 1, names, words)
  }
  return at
}

/** Reads from behind `{` to behind its `}`; each branch of a plural or a select is text again. */
function readPlace(message: string, from: number, names: Set<string>, words: string[]): number {
  let at = from
  while (at < message.length && message[at] !== ',' && message[at] !== '}') at++
  names.add(message.slice(from, at).trim())
  while (at < message.length && message[at] !== '}') {
    if (message[at] === '{') at = readText(message, at + 1, names, words)
    at++
  }
  return at + 1
}
