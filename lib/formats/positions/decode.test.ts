import { describe, expect, it } from 'vitest'
import { decode } from '@/lib/formats/positions/decode'

const utf8 = (text: string) => new TextEncoder().encode(text)
const utf16 = (text: string, big: boolean) => {
  const bytes = new Uint8Array(2 * text.length)
  for (let i = 0; i < text.length; i += 1) new DataView(bytes.buffer).setUint16(2 * i, text.charCodeAt(i), !big)
  return bytes
}
/** Where Node's own decoder may be wrong. */
const SIGNS: Record<string, number> = { '€': 0x80, œ: 0x9c, '’': 0x92 }

/** A text in a single-byte or Chinese encoding, by asking the decoder for each character. */
function encoded(text: string, encoding: string): Uint8Array {
  const decoder = new TextDecoder(encoding)
  const table = new Map<string, number[]>()
  for (let lead = 0; lead < 256; lead += 1) {
    table.set(decoder.decode(new Uint8Array([lead])), [lead])
    if (encoding !== 'gb18030' || lead < 0xa1) continue
    for (let trail = 0xa1; trail < 255; trail += 1)
      table.set(decoder.decode(new Uint8Array([lead, trail])), [lead, trail])
  }
  return new Uint8Array([...text].flatMap((char) => table.get(char) ?? SIGNS[char] ?? 63))
}

const CHINESE = '证券代码,证券名称,数量\r\n600519,贵州茅台,100\r\n'
const CZECH = 'účet;název;množství\r\nSpoření;Akcie společnosti Škoda;10,5\r\n'
const POLISH = 'nazwa;ilość;wartość\r\nGiełda Papierów Wartościowych;10;12,50\r\n'
const HUNGARIAN = 'név;mennyiség;érték\r\nfőszámla részvények, hűség;10;12\r\n'
const FRENCH = 'libellé;quantité;valeur\r\nSociété Générale, l’œuvre première;10;12\r\n'
const NORDIC = 'konto;værdi;mængde\r\nLægernes Pensionskasse på Fyn, Ørsted;10;12\r\n'
const SPANISH = 'descripción;año\r\nBanco Español de Crédito señor;10\r\n'

describe('decode', () => {
  it.each([
    ['utf-8', utf8(CHINESE), CHINESE],
    ['utf-8', utf8(`\ufeff${CZECH}`), CZECH],
    ['utf-8', utf8('plain'), 'plain'],
    ['utf-16le', utf16(`\ufeff${CHINESE}`, false), CHINESE],
    ['utf-16be', utf16(`\ufeff${CHINESE}`, true), CHINESE],
    ['utf-16le', utf16(CHINESE, false), CHINESE],
    ['utf-16be', utf16('Symbol,Quantity\nVTI,1\n', true), 'Symbol,Quantity\nVTI,1\n'],
    ['gb18030', encoded(CHINESE, 'gb18030'), CHINESE],
    ['windows-1250', encoded(CZECH, 'windows-1250'), CZECH],
    ['windows-1250', encoded(POLISH, 'windows-1250'), POLISH],
    ['windows-1250', encoded(HUNGARIAN, 'windows-1250'), HUNGARIAN],
    ['windows-1252', encoded(FRENCH, 'windows-1252'), FRENCH],
    ['windows-1252', encoded(NORDIC, 'windows-1252'), NORDIC],
    ['windows-1252', encoded(SPANISH, 'windows-1252'), SPANISH],
    ['windows-1252', encoded('Symbol,Price\nVOD,£1.50\nSAN,€3\n', 'windows-1252'), 'Symbol,Price\nVOD,£1.50\nSAN,€3\n'],
  ])('finds %s (%#)', (encoding, bytes, text) => {
    expect(decode(bytes)).toEqual({ text, encoding })
  })

  it('keeps a file that was cut within a character', () => {
    const bytes = utf8(`${CHINESE}茅`)
    expect(decode(bytes.subarray(0, -1))).toMatchObject({ encoding: 'utf-8' })
    expect(decode(encoded('a,caf\u00e9', 'windows-1252'))).toEqual({ text: 'a,café', encoding: 'windows-1252' })
  })
})
