/** A body, read only as far as it may be long; `cut` when less came than was announced, or the sender went away. */
export async function readBytes(request: Request, most: number): Promise<Uint8Array | 'tooLong' | 'cut'> {
  const announced = request.headers.get('content-length')
  if (Number(announced ?? 0) > most) return 'tooLong'
  const pieces: Uint8Array[] = []
  let length = 0
  try {
    for await (const piece of request.body ?? []) {
      length += piece.length
      if (length > most) return 'tooLong'
      pieces.push(piece)
    }
  } catch {
    return 'cut'
  }
  return announced !== null && Number(announced) !== length ? 'cut' : Buffer.concat(pieces)
}
