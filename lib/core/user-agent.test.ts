import { describe, expect, it } from 'vitest'
import { readUserAgent } from '@/lib/core/user-agent'

const WEBKIT = 'AppleWebKit/537.36 (KHTML, like Gecko)'

describe('readUserAgent', () => {
  it.each([
    [`Mozilla/5.0 (X11; Linux x86_64) ${WEBKIT} Chrome/146.0.0.0 Safari/537.36`, 'Chrome', 'Linux'],
    [
      `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${WEBKIT} Chrome/146.0.0.0 Safari/537.36 Edg/146.0.0.0`,
      'Edge',
      'Windows',
    ],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:144.0) Gecko/20100101 Firefox/144.0', 'Firefox', 'macOS'],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Mobile/15E148 Safari/604.1', 'Safari', 'iOS'],
    [`Mozilla/5.0 (Linux; Android 16; Pixel 9) ${WEBKIT} Chrome/146.0.0.0 Mobile Safari/537.36`, 'Chrome', 'Android'],
    ['curl/8.5.0', 'curl', null],
    ['<script>alert(1)</script>', null, null],
    ['', null, null],
  ])('reads %s', (text, browser, system) => {
    expect(readUserAgent(text)).toEqual({ browser, system })
  })
})
