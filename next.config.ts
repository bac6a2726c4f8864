import type { NextConfig } from 'next'
import createNextIntlPlugin from 'next-intl/plugin'

/** The address of a page that a one-time link opens holds a secret: no other site, and no log of one, is told it. */
const SECRET_ADDRESSES = '/(join|reset|verify)'

const config: NextConfig = {
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  images: { unoptimized: true },
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm run check` is where the types are checked: a first start need not wait for it.
  typescript: { ignoreBuildErrors: true },
  // What every answer says is in scripts/steps/strict-headers.mjs: not every one passes the framework's rules for headers.
  headers: () => [{ source: SECRET_ADDRESSES, headers: [{ key: 'Referrer-Policy', value: 'no-referrer' }] }],
  // `next dev` would print the arguments of every action, passwords and holdings with them.
  logging: { serverFunctions: false },
  serverExternalPackages: ['@node-rs/argon2', 'nodemailer', 'pdfmake', 'pg', 'pg-boss', 'pino', 'prom-client'],
}

export default createNextIntlPlugin('./lib/i18n/request.ts')(config)
