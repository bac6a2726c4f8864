/** Groups of an IPv6 address. */
const GROUPS = 8
/** One household or machine has a whole /64 of addresses (RFC 6177): what is counted is those. */
const GROUPS_OF_NETWORK = 4

/** The connection's other end, and what proxies wrote about the visitors before them. */
export interface Hops {
  peer: string
  /** The header X-Forwarded-For: one entry by each proxy, the nearest one's last. */
  forwardedFor: string | null
  /** How many proxies of one's own stand before the application; what lies beyond them, anyone can write. */
  trusted: number
}

/** The network that a request came from: an IPv4 address, an IPv6 /64, or nothing where it can't be said. */
export function visitorNetwork({ peer, forwardedFor, trusted }: Hops): string {
  const named = trusted > 0 ? (forwardedFor?.split(',').at(-trusted) ?? '') : ''
  return networkOf(named) || networkOf(peer)
}

/** The network of one address as programs write them, with brackets, a port or a zone; empty when it is none. */
export function networkOf(text: string): string {
  const bare = bareAddress(text.trim().toLowerCase())
  if (readIpv4(bare)) return bare
  const groups = readIpv6(bare)
  if (!groups) return ''
  const mapped = mappedIpv4(groups)
  if (mapped) return mapped
  return `${groups
    .slice(0, GROUPS_OF_NETWORK)
    .map((group) => group.toString(16))
    .join(':')}::/64`
}

/** Without brackets, port and zone. */
function bareAddress(text: string): string {
  const bracketed = /^\[([^\]]*)\](?::\d+)?$/.exec(text)?.[1]
  const withPort = /^([\d.]+):\d+$/.exec(text)?.[1]
  return (bracketed ?? withPort ?? text).replace(/%.*$/, '')
}

function readIpv4(text: string): number[] | null {
  const parts = text.split('.')
  const valid = parts.length === 4 && parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255)
  return valid ? parts.map(Number) : null
}

/** The eight groups of an IPv6 address (RFC 4291, 2.2), also where its last two are written as IPv4. */
function readIpv6(text: string): number[] | null {
  const halves = text.split('::')
  if (halves.length > 2) return null
  const [head, tail] = halves.map((half, i) => readGroups(half, i === halves.length - 1))
  if (!head || (halves.length === 2 && !tail)) return null
  const missing = GROUPS - head.length - (tail?.length ?? 0)
  if (!tail) return missing === 0 ? head : null
  return missing > 0 ? [...head, ...Array<number>(missing).fill(0), ...tail] : null
}

/** `last`: its end may be written as IPv4. */
function readGroups(text: string, last: boolean): number[] | null {
  if (text === '') return []
  const groups: number[] = []
  const parts = text.split(':')
  for (const [i, part] of parts.entries()) {
    const four = last && i === parts.length - 1 ? readIpv4(part) : null
    if (four) groups.push(pair(four[0], four[1]), pair(four[2], four[3]))
    else if (/^[\da-f]{1,4}$/.test(part)) groups.push(Number.parseInt(part, 16))
    else return null
  }
  return groups
}

const pair = (high = 0, low = 0): number => high * 256 + low

/** An IPv4 address in the clothes of IPv6 (::ffff:0:0/96), which is how a socket for both shows it. */
function mappedIpv4(groups: readonly number[]): string | null {
  const mapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff
  if (!mapped) return null
  return groups
    .slice(6)
    .flatMap((group) => [Math.floor(group / 256), group % 256])
    .join('.')
}
