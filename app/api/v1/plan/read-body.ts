/** The text of a body, read only as far as it may be long; what says at its head that it is longer is not read at all. */
export async function readBody(request: Request, most: number): Promise<string | 'tooLong' | 'notText'> {
  if (Number(request.headers.get('content-length') ?? 0) > most) return 'tooLong'
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of request.body ?? []) {
    length += piece.length
    if (length > most) return 'tooLong'
    pieces.push(piece)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(pieces))
  } catch {
    return 'notText'
  }
}
