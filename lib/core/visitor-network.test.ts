import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { networkOf, visitorNetwork } from '@/lib/core/visitor-network'

describe('networkOf', () => {
  it.each([
    ['203.0.113.9', '203.0.113.9'],
    [' 203.0.113.9:51234 ', '203.0.113.9'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['::ffff:cb00:7109', '203.0.113.9'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8:1:2::9', '2001:db8:1:2::/64'],
    ['[2001:db8::1]:443', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['64:ff9b::192.0.2.1', '64:ff9b:0:0::/64'],
  ])('reads %s as %s', (text, network) => {
    expect(networkOf(text)).toBe(network)
  })

  it.each([
    '',
    'unknown',
    '_hidden',
    '1.2.3',
    '1.2.3.256',
    '01.2.3.4',
    '1.2.3.4.5',
    ':::',
    '1::2::3',
    '12345::',
    '1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:8:9',
    '1:2:3:4:5:6:7::8',
    '1.2.3.4::',
    '<script>',
  ])('knows that %j is no address', (text) => {
    expect(networkOf(text)).toBe('')
  })

  it('gives all addresses of a /64 one network, however they are written', () => {
    const group = fc.integer({ min: 1, max: 0xffff })
    fc.assert(
      fc.property(fc.tuple(group, group, group, group), fc.tuple(group, group, group, group), (net, host) => {
        const hex = (groups: number[]) => groups.map((one) => one.toString(16)).join(':')
        expect(networkOf(`${hex(net)}:${hex(host)}`)).toBe(`${hex(net)}::/64`)
        expect(networkOf(`${hex(net)}::${(host[3] ?? 0).toString(16).toUpperCase()}`)).toBe(`${hex(net)}::/64`)
      }),
    )
  })

  it('never takes an address of IPv4 for another one', () => {
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        expect(networkOf(address)).toBe(address)
        expect(networkOf(`::ffff:${address}`)).toBe(address)
      }),
    )
  })

  it('answers any text, with an address or with nothing', () => {
    fc.assert(fc.property(fc.string(), (text) => /^$|^[\d.]+$|^[\da-f:]+\/64$/.test(networkOf(text))))
  })
})

describe('visitorNetwork', () => {
  const peer = '198.51.100.7'

  it('believes no header without a proxy of its own', () => {
    fc.assert(
      fc.property(fc.option(fc.string()), (forwardedFor) => {
        expect(visitorNetwork({ peer, forwardedFor, trusted: 0 })).toBe(peer)
      }),
    )
  })

  it('takes what the farthest trusted proxy wrote, whatever the visitor wrote before it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.ipV4(), fc.string())),
        fc.ipV4(),
        fc.array(fc.ipV4(), { maxLength: 3 }),
        (forged, visitor, proxies) => {
          const forwardedFor = [...forged, visitor, ...proxies].join(', ')
          expect(visitorNetwork({ peer, forwardedFor, trusted: proxies.length + 1 })).toBe(visitor)
        },
      ),
    )
  })

  it.each([
    [null, 1],
    ['', 1],
    ['203.0.113.9', 2],
    ['nonsense', 1],
  ])('falls back to the connection when the header %j says nothing for %i proxies', (forwardedFor, trusted) => {
    expect(visitorNetwork({ peer, forwardedFor, trusted })).toBe(peer)
  })
})
