/** True for the text of a UUID: what may be asked of a uuid column, which throws on any other text. */
export function isUuid(text: string): boolean {
  return /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text)
}
