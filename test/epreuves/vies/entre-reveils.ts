import { deepStrictEqual } from 'node:assert/strict';
import fc from 'fast-check';
import type { DateCivile } from '../../../domain/calendrier/dates';
import { OUVERTURE } from '../../../domain/droit/regles/de-test/scenario';
import type { EtatParcours } from '../../../domain/parcours/parcours';
import { piecesAttendues } from '../../../domain/parcours/pieces';
import { situer } from '../../../domain/parcours/situer';
import { tachesDesPieces } from '../../../domain/parcours/taches-pieces';
import type { FaitVecu } from './faits-vecus';
import { vie } from './tirage';
import { RETENUE, vivre } from './vies';

/** What pages, lists, the Temporal UI and the week of a counsellor hold of a journey until it is asked again. */
function vu(etat: EtatParcours, maintenant: string) {
  const options = { envoi: 'immediat' as const, sursisMinutes: RETENUE };
  const { reponse, situation } = situer({ etat, enCours: [], maintenant }, options);
  const { observeLe, courriers, ...reste } = situation;
  const { journal, dateReprise, numero } = etat;
  const attendues = piecesAttendues({ journal, dateReprise, situation }, observeLe);
  return {
    ...reste,
    courriers: courriers.map(({ cle, statut }) => `${cle} ${statut}`).sort(),
    taches: reponse.taches.map(({ cle, libelle }) => `${cle} ${libelle}`).sort(),
    pieces: tachesDesPieces(numero, attendues, new Set(), observeLe).vivantes,
    attributs: reponse.attributs,
    details: reponse.details,
  };
}

/** The calendars of a proposal: one whose reflection ends on a working day, one whose does not. */
const REMISES = [OUVERTURE.dateRemise, '2025-03-01'] as DateCivile[];

function examiner(faits: readonly FaitVecu[], dateRemise: DateCivile): void {
  const dossier = { ...OUVERTURE, dateRemise } as unknown as EtatParcours['dossier'];
  const { vues } = vivre(faits, 'immediat', dossier);
  for (const [rang, { quand }] of vues.entries()) {
    const suivante = vues[rang + 1];
    if (suivante === undefined) return;
    const veille = new Date(Date.parse(suivante.quand) - 1).toISOString();
    deepStrictEqual(vu(suivante.etat, veille), vu(suivante.etat, quand), `dit le ${quand}, faux le ${veille}`);
  }
}

/**
 * Random lives: nothing that is held of a journey stops being true between two of its wakes. What changes as days go by has its wake, or
 * is read off the calendar by whoever shows it.
 * @throws the smallest life in which something did
 */
export function eprouverEntreReveils(numRuns: number, seed: number): void {
  for (const dateRemise of REMISES)
    fc.assert(
      fc.property(vie, (faits) => examiner(faits, dateRemise)),
      { numRuns, seed },
    );
}
