import type { NextConfig } from 'next'
import createNextIntlPlugin from 'next-intl/plugin'

/** On every answer, errors and files too. */
const SECURITY_HEADERS = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), geolocation=(), microphone=(), payment=(), usb=()' },
]

const config: NextConfig = {
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  images: { unoptimized: true },
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm run check` is where the types are checked: a first start need not wait for it.
  typescript: { ignoreBuildErrors: true },
  headers: () => [{ source: '/:path*', headers: SECURITY_HEADERS }],
  // `next dev` would print the arguments of every action, passwords and holdings with them.
  logging: { serverFunctions: false },
  serverExternalPackages: ['@node-rs/argon2', 'nodemailer', 'pdfmake', 'pg', 'pg-boss', 'pino', 'prom-client'],
}

export default createNextIntlPlugin('./lib/i18n/request.ts')(config)
