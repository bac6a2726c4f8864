import { createRequire } from 'node:module'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isActionForm, isActionText } from '@/lib/formats/action-body'

// The framework's own writer, as a browser has it; of its bundler it needs the name only.
Object.assign(globalThis, { __webpack_require__: Object.assign(() => ({}), { u: () => '' }) })
const { encodeReply } = createRequire(import.meta.url)(
  'next/dist/compiled/react-server-dom-webpack/client.browser',
) as { encodeReply: (value: unknown) => Promise<string | FormData> }

/** What our pages hand to actions. */
const sent = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    ...[fc.string(), fc.double(), fc.integer(), fc.boolean(), fc.constant(null), fc.constant(undefined)],
    ...[fc.bigInt(), fc.date({ noInvalidDate: true }), fc.constantFrom('$', '$$', '$n1', '$L0', '$0:0')],
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(
      fc.string().filter((key) => key !== '__proto__' && !key.includes(':')),
      tie('value'),
      { maxKeys: 4, noNullPrototype: true },
    ),
  ),
})).value

describe('isActionText', () => {
  it('takes whatever a browser writes for plain values', async () => {
    await fc.assert(
      fc.asyncProperty(sent, async (value) => {
        const text = await encodeReply([value])
        fc.pre(typeof text === 'string')
        expect(isActionText(text as string)).toBe(true)
      }),
    )
  })

  it('takes an object that stands there twice', async () => {
    const weights = { growth: 1 }
    const text = await encodeReply([{ from: weights, to: weights }])
    expect(text).toContain('$0:')
    expect(isActionText(text as string)).toBe(true)
  })

  it.each([
    ['', 'nothing'],
    ['{}', 'no list'],
    ['[', 'half a text'],
    ['garbage', 'no JSON'],
    ['["$F1"]', 'a function of the server'],
    ['["$@1"]', 'a promise'],
    ['["$L1"]', 'a lazy part'],
    ['["$Q1"]', 'a map'],
    ['["$B1"]', 'a file'],
    ['["$r1"]', 'a stream'],
    ['["$K1"]', 'a form where there is none'],
    ['["$1"]', 'a part that is not there'],
    ['["$0:0:__proto__:then"]', 'what is inherited'],
    ['["$0:0:constructor"]', 'what is inherited'],
    ['["$0:7"]', 'nothing at the end of a path'],
    ['[{"then":"$1:__proto__:then"}]', 'a thing that waits'],
    ['[{"__proto__":{"admin":true}}]', 'a prototype'],
    [`${'['.repeat(100)}${']'.repeat(100)}`, 'what is deeper than any form'],
    ['[1,2,3,4,5,6,7,8,9]', 'more arguments than any action has'],
    [`["$n${'9'.repeat(101)}"]`, 'what is longer than any number of ours'],
  ])('refuses %s: %s', (text) => {
    expect(isActionText(text)).toBe(false)
  })

  it('refuses what has no end, at once', () => {
    expect(isActionText('['.repeat(400_000))).toBe(false)
    expect(isActionText(`${'['.repeat(400_000)}${']'.repeat(400_000)}`)).toBe(false)
  })
})

describe('isActionForm', () => {
  it('takes a form as a browser sends it, with and without a script', async () => {
    const form = new FormData()
    form.set('email', 'a@b.example')
    const body = (await encodeReply([form])) as FormData
    expect(isActionForm([...body.entries()])).toBe(true)
    expect(
      isActionForm([
        [`$ACTION_ID_${'a'.repeat(42)}`, ''],
        ['email', '$F1'],
      ]),
    ).toBe(true)
  })

  it.each<[string, unknown][][]>([
    [[]],
    [[['0', '["$F1"]']]],
    [
      [
        ['0', '["$@1"]'],
        ['1', '{}'],
      ],
    ],
    [[['0', new File([''], 'a')]]],
    [
      [
        ['$ACTION_REF_1', ''],
        ['$ACTION_1:0', '{"id":"a","bound":"$@1"}'],
      ],
    ],
    [[['$ACTION_ID_toString', '']]],
    [Array.from({ length: 101 }, (_, at): [string, unknown] => [`field${at}`, ''])],
  ])('refuses %j', (...fields) => {
    expect(isActionForm(fields as [string, unknown][])).toBe(false)
  })
})
