import { en, type Messages } from '@/lib/i18n/en'
import type { Locale } from '@/lib/i18n/locale'
import { zhCN } from '@/lib/i18n/zh-cn'

export const CATALOGUES: Record<Locale, Messages> = { en, 'zh-CN': zhCN }

declare module 'next-intl' {
  interface AppConfig {
    Locale: Locale
    Messages: Messages
  }
}
