import { describe, expect, it } from 'vitest'
import { placeIn, withChoices, withoutWas, withView } from '@/app/(dashboard)/[portfolioId]/rebalance/address'
import { defaultChoices } from '@/app/(dashboard)/[portfolioId]/rebalance/choices'
import { addressAfter, queryOf } from '@/app/(dashboard)/[portfolioId]/rebalance/form-address'

const defaults = defaultChoices([{ id: 'ira' }])
const placeOf = (query: string) => placeIn('/p/rebalance', Object.fromEntries(new URLSearchParams(query)), defaults)

describe('the address of a plan', () => {
  it('keeps the choices before the last change and goes back to them', () => {
    const changed = placeOf(withChoices(placeOf('mode=full&curve=1'), { tax: '0' }).split('?')[1] ?? '')
    expect(changed).toMatchObject({
      text: { mode: 'full', tax: '0' },
      was: { mode: 'full', tax: '1' },
      views: ['curve'],
    })
    expect(withoutWas(changed, changed.was ?? defaults)).toBe('/p/rebalance?mode=full&curve=1')
  })

  it.each([
    ['nothing', 'mode=full'],
    ['the same choices', 'mode=full&was=mode%3Dfull'],
    ['choices that cannot be read', 'mode=full&was=min%3Dabc'],
    ['a mode that there is not', 'mode=full&was=mode%3Dmoon'],
    ['too much', `mode=full&was=${'x'.repeat(2000)}`],
  ])('compares with nothing when the earlier choices are %s', (_, query) => {
    expect(placeOf(query).was).toBeNull()
  })

  it('compares with the untouched form when the earlier query is empty', () => {
    expect(placeOf('mode=full&was=').was).toEqual(defaults)
  })

  it('opens and closes a longer answer without touching the rest', () => {
    const place = placeOf('mode=full&was=')
    expect(withView(place, 'regimes', true)).toBe('/p/rebalance?mode=full&was=&regimes=1')
    expect(withView({ ...place, views: ['regimes'] }, 'regimes', false)).toBe('/p/rebalance?mode=full&was=')
  })

  it('is the same from the form: only what differs, earlier choices beside it, open answers kept', () => {
    const form = new FormData()
    for (const [name, value] of Object.entries({ ...defaults, mode: 'full', tax: '0.5' })) form.set(name, value)
    const next = queryOf(form, defaults)
    expect(next).toBe('mode=full&tax=0.5')
    const search = new URLSearchParams('mode=full&was=&curve=1')
    const names = Object.keys(defaults)
    expect(addressAfter(next, 'mode=full', search, names)).toBe('mode=full&tax=0.5&was=mode%3Dfull&curve=1')
    expect(addressAfter('mode=full', 'mode=full', search, names)).toBe('mode=full&curve=1')
  })
})
