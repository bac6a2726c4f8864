/** What the terms of use of FRED's interface ask every product that uses it to say, word by word and in English. */
export const FRED_NOTICE =
  'This product uses the FRED® API but is not endorsed or certified by the Federal Reserve Bank of St. Louis.'
