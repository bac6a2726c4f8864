/** What the page says; texts as they are shown. */
export interface OutageWords {
  locale: string
  title: string
  body: string
  retry: string
}

const ESCAPED: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string): string => text.replace(/[&<>"]/g, (mark) => ESCAPED[mark] ?? '')

const STYLE = `:root{color-scheme:light dark}
body{margin:0;font:15px/1.5 "Source Sans 3",system-ui,sans-serif;background:light-dark(#f6f7f8,#101316);color:light-dark(#16191d,#e9ecef)}
main{max-width:32rem;margin:0 auto;padding:4rem 1rem}
h1{font-size:1.625rem;line-height:2rem;margin:0 0 .75rem}
p{margin:0 0 .75rem}
a{color:light-dark(#1959b8,#86b6ff)}`

/**
 * The page that stands in for any other while the database does not answer. It needs nothing besides itself: no script, no file, no cookie.
 * It asks again by itself after `seconds`.
 */
export function outagePage({ locale, title, body, retry }: OutageWords, seconds: number): string {
  return `<!doctype html>
<html lang="${escaped(locale)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta http-equiv="refresh" content="${seconds}">
<title>${escaped(title)}</title><style>${STYLE}</style></head>
<body><main id="content"><h1>${escaped(title)}</h1><p>${escaped(body)}</p><p><a href="">${escaped(retry)}</a></p></main></body>
</html>
`
}
