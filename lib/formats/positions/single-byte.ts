/**
 * Bytes that are letters in both Windows-1250 and Windows-1252, as in the lower case: how much each speaks for Western (+) or Central European (−)
 * text, by how common the two letters are in the languages written so.
 */
const LEANING: Readonly<Record<number, number>> = {
  224: 3, // à ŕ
  227: 1, // ã ă
  229: 2, // å ĺ
  230: -0.5, // æ ć
  231: 1, // ç in both, Western mostly
  232: 0.5, // è č
  234: -1, // ê ę
  236: -3, // ì ě
  241: 1.5, // ñ ń
  245: -0.5, // õ ő
  248: -0.5, // ø ř
  249: -1.5, // ù ů
  251: -0.5, // û ű
  253: -1, // ý in both, Czech mostly
}
/** Letters in Windows-1250; signs, or nothing, in Windows-1252. */
const LETTER_OR_SIGN = new Set([0xa3, 0xa5, 0xaf, 0xb3, 0xb9, 0xbc, 0xbe, 0xbf, 0x8d, 0x8f, 0x9d])
/** Š, Ž, š, ž in both. */
const SLAVIC = new Set([0x8a, 0x8e, 0x9a, 0x9e])

/** What Windows-1252 has from 0x80 to 0x9f. */
const SIGNS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** Windows-1252 as text. Some versions of Node decode it as Latin-1, which has control characters for the euro sign and the quotation marks. */
export const decodeWestern = (bytes: Uint8Array): string =>
  new TextDecoder('windows-1252').decode(bytes).replace(/[\u0080-\u009f]/g, (c) => SIGNS[c.charCodeAt(0) - 0x80] ?? c)

const isLetter = (byte = 0): boolean => (byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122) || byte >= 0xc0

/** Whether bytes beyond ASCII are more plausible as Windows-1250 (Polish, Czech, Hungarian …) than as Windows-1252. */
export function looksCentralEuropean(sample: Uint8Array): boolean {
  let western = 0
  for (let i = 0; i < sample.length; i += 1) {
    const byte = sample[i] ?? 0
    if (byte < 0x80) continue
    const inWord = isLetter(sample[i - 1]) || isLetter(sample[i + 1])
    if (SLAVIC.has(byte)) western -= 2
    else if (LETTER_OR_SIGN.has(byte)) western += inWord ? -3 : 1
    else western += LEANING[byte >= 0xc0 && byte < 0xe0 ? byte + 32 : byte] ?? 0
  }
  return western < 0
}
