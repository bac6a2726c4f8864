import { encode } from 'uqr'

/** A QR code as one path of unit squares, on a field of `size` by `size` with its quiet margin. */
export interface QrPath {
  size: number
  path: string
}

/** Four squares of margin are what readers need (ISO/IEC 18004, 5.3.8). */
const MARGIN = 4

export function qrPath(text: string): QrPath {
  const { data, size } = encode(text, { ecc: 'M', border: MARGIN })
  const squares = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
  return { size, path: squares.join('') }
}
