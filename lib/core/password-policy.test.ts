import { describe, expect, it } from 'vitest'
import { COMMON_PASSWORDS } from '@/lib/core/common-passwords'
import { PASSWORD_MAX, passwordProblem } from '@/lib/core/password-policy'

const EMAIL = 'jane.vanderbilt@fabrikam.example'
const problem = (password: string) => passwordProblem(password, EMAIL)

describe('passwordProblem', () => {
  it.each([
    'a heron walks over the wet slate',
    'kjHq8 vmZp2 xw1Ld',
    '837264918273645',
    'blaue Ziege frisst Moos im Tal',
    '静水流深闻喧享静于无声处听惊雷',
    'тихая река течёт под мостом',
    '🦀🌵🎻🧊🪁🥨🛰🪐🧭🪵🦔🍋🪗🧲🫧',
    'Seagull*Granite*Velvet*Mosaic',
    'xxxwombat cartography lint',
  ])('takes %s', (password) => {
    expect(problem(password)).toBeNull()
  })

  it('counts code points after NFKC, not units of memory', () => {
    expect(problem('🦀🌵🎻🧊🪁🥨🛰🪐')).toBe('tooShort')
    expect(problem('ﬁﬁﬁﬁﬁ wet heron')).toBeNull()
    expect(problem('short heron 14')).toBe('tooShort')
  })

  it('takes the longest and refuses one more', () => {
    const long = 'heron over wet slate, '.repeat(6)
    expect(problem(long.slice(0, PASSWORD_MAX))).toBeNull()
    expect(problem(long.slice(0, PASSWORD_MAX + 1))).toBe('tooLong')
  })

  it.each([
    'password password',
    'Passwordpassword1',
    'P@ssw0rdP@ssw0rd!',
    'correct horse battery staple',
    'CorrectHorseBatteryStaple!1',
    '123456789012345',
    '987654321098765',
    'qwertyuiopasdfghjkl',
    '1qaz2wsx3edc4rfv',
    'abcdefghijklmnopqrst',
    'aaaaaaaaaaaaaaaaaa',
    'abcabcabcabcabcabc',
    'x7Kq x7Kq x7Kq x7Kq',
    'iloveyouiloveyou2024',
    'Welcome-Summer-2026!!',
    'TidemarkTidemark2026',
    'tidemark-password-1',
    'JaneVanderbilt2026!',
    'vanderbilt.fabrikam',
    'administrator12345',
    'woaini1314520woaini',
    '................!!!!!',
    '!@#$%^&*()_+{}|',
  ])('refuses %s', (password) => {
    expect(problem(password)).toBe('tooCommon')
  })

  it('knows about two hundred words or more, each once and folded', () => {
    expect(COMMON_PASSWORDS.length).toBeGreaterThan(200)
    expect(new Set(COMMON_PASSWORDS).size).toBe(COMMON_PASSWORDS.length)
    expect(COMMON_PASSWORDS.every((word) => word === word.toLowerCase().normalize('NFKC'))).toBe(true)
  })
})
