import { describe, expect, it } from 'vitest'
import { relyingParty } from '@/lib/flows/relying-party'

describe('relyingParty', () => {
  it.each([
    ['https://tidemark.example', { id: 'tidemark.example', origin: 'https://tidemark.example' }],
    ['https://tidemark.example:8443/app', { id: 'tidemark.example', origin: 'https://tidemark.example:8443' }],
    ['http://localhost:3000', { id: 'localhost', origin: 'http://localhost:3000' }],
    ['http://127.0.0.1:3000', { id: 'localhost', origin: 'http://localhost:3000' }],
    ['http://[::1]:3000', { id: 'localhost', origin: 'http://localhost:3000' }],
    ['http://tidemark.example', null],
    ['https://192.0.2.7', null],
    ['https://[2001:db8::7]', null],
    ['http://127.0.0.1.evil.test', null],
  ])('of %s', (address, party) => {
    expect(relyingParty(address)).toEqual(party)
  })
})
