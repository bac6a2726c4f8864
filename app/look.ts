import type { Theme } from '@/components/ui/theme-menu'

interface Jar {
  get: (name: string) => { value: string } | undefined
}

/** How this device wants its pages, from its cookies. */
export function readLook(jar: Jar): { theme: Theme; amountsHidden: boolean } {
  const theme = jar.get('theme')?.value
  return {
    theme: theme === 'light' || theme === 'dark' ? theme : 'system',
    amountsHidden: jar.get('hide')?.value === '1',
  }
}
