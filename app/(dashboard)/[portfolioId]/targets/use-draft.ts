'use client'

import { useState } from 'react'
import { type BandText, type BandTexts, readBands, writeBands } from '@/app/(dashboard)/[portfolioId]/targets/band-text'
import {
  type Choice,
  type Considered,
  firstChoice,
  readChoice,
  type Shelf,
} from '@/app/(dashboard)/[portfolioId]/targets/draft'
import type { AssetClass } from '@/lib/core/asset-class'
import { type Adoption, type Bands, DEFAULT_BANDS, type Destination } from '@/lib/core/targets'

/** The target that the user looks at and shapes before adopting it. It lives on this page only. */
export interface Draft extends Considered {
  choice: Choice
  choose: (choice: Choice) => void
  bandTexts: BandTexts
  /** Null while a band cannot be read. */
  bands: Bands | null
  setBand: (assetClass: AssetClass, text: BandText) => void
  setBands: (texts: BandTexts) => void
  destination: Destination
  setDestination: (destination: Destination) => void
  /** Looks at an earlier target as it was, bands and destination included. */
  lookAt: (adoption: Adoption) => void
}

export function useDraft(shelf: Shelf): Draft {
  const inForce = shelf.adoptions[0]
  const [choice, choose] = useState(() => firstChoice(shelf))
  const [bandTexts, setBands] = useState(() => writeBands(inForce?.bands ?? DEFAULT_BANDS))
  const [destination, setDestination] = useState<Destination>(inForce?.destination ?? 'target')
  // What was chosen may be gone by now: a model deleted, holdings sold.
  const shown = readChoice(choice, shelf) ? choice : firstChoice(shelf)
  const considered = readChoice(shown, shelf)
  if (!considered) throw new Error('The first choice can always be read')
  return {
    ...considered,
    choice: shown,
    choose,
    bandTexts,
    bands: readBands(bandTexts),
    setBand: (assetClass, text) => setBands((all) => ({ ...all, [assetClass]: text })),
    setBands,
    destination,
    setDestination,
    lookAt: (adoption) => {
      choose({ kind: 'earlier', adoptionId: adoption.id })
      setBands(writeBands(adoption.bands))
      setDestination(adoption.destination)
    },
  }
}
