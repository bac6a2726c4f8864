'use client'

import { useState } from 'react'
import { type BandText, type BandTexts, readBands, writeBands } from '@/app/(dashboard)/[portfolioId]/targets/band-text'
import {
  type Choice,
  type Considered,
  choiceAt,
  firstChoice,
  firstConviction,
  type Place,
  placeOf,
  readChoice,
  type Shelf,
} from '@/app/(dashboard)/[portfolioId]/targets/draft'
import type { AssetClass } from '@/lib/core/asset-class'
import type { Conviction } from '@/lib/core/conviction'
import { type Adoption, type Bands, DEFAULT_BANDS, type Destination } from '@/lib/core/targets'

/** The target that the user looks at and shapes before adopting it. It lives on this page only. */
export interface Draft extends Considered {
  choice: Choice
  choose: (choice: Choice) => void
  /** Of the built-in models and of their blends. */
  conviction: Conviction
  setConviction: (conviction: Conviction) => void
  /** Where it stands on the way from tightening to post-QT. */
  place: Place
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
  const [conviction, setConviction] = useState(() => firstConviction(shelf))
  const [bandTexts, setBands] = useState(() => writeBands(inForce?.bands ?? DEFAULT_BANDS))
  const [destination, setDestination] = useState<Destination>(inForce?.destination ?? 'target')
  // What was chosen may be gone by now: a model deleted, holdings sold.
  const shown = readChoice(choice, shelf, conviction) ? choice : firstChoice(shelf)
  const considered = readChoice(shown, shelf, conviction)
  if (!considered) throw new Error('The first choice can always be read')
  const place = placeOf(considered, shelf.risk, conviction)
  const chooseConviction = (value: Conviction) => {
    setConviction(value)
    // A target of another making has no conviction: from where it stands, the way between the models is looked at.
    if (shown.kind !== 'builtIn' && shown.kind !== 'blend') choose(choiceAt(place.percent))
  }
  return {
    ...considered,
    choice: shown,
    choose,
    conviction,
    setConviction: chooseConviction,
    place,
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
