import { ouvrirParcours } from '../../client/usages/ouvrir';
import { deFront } from '../../commun/de-front';
import { ajouterJours, type DateCivile, dateCivile } from '../../domain/calendrier/dates';
import type { Dossier } from '../../domain/dossier/dossier';
import type { Numero } from '../../domain/dossier/numero';
import type { Evenement } from '../../domain/faits/evenements';
import { dossierInvente, personnesInventees } from '../../test/outils/ouvertures';
import type { Place } from './place';

/** A journey taken over: of what happened before `dateReprise`, no letter is due. */
export interface Repris {
  dossier: Dossier;
  dateReprise: DateCivile;
  evenements: readonly Evenement[];
}

/** In the fourth month of a CSP in which all that was due is done: nothing to write, and nothing to do today. */
export function repriseAuCalme(aujourdhui: DateCivile): Repris {
  const jour = (n: number) => ajouterJours(aujourdhui, n);
  return {
    dossier: { ...dossierInvente, dateRemise: jour(-140) },
    dateReprise: aujourdhui,
    evenements: [
      { type: 'REPONSE_SALARIE', date: jour(-130), reponse: 'ACCEPTATION' },
      { type: 'PRE_BILAN_REALISE', date: jour(-112) },
      { type: 'PSP_VALIDE', date: jour(-85) },
      { type: 'POINT_ETAPE_REALISE', date: jour(-7) },
    ],
  };
}

/** Last day of the CSP of `dossierInvente`. */
export const DERNIER_JOUR = dateCivile('2026-03-24');

/** Taken over on the last day of a CSP whose bilan is done: at midnight it ends, and one letter says so. */
export const repriseAuTerme: Repris = {
  dossier: dossierInvente,
  dateReprise: DERNIER_JOUR,
  evenements: [
    { type: 'REPONSE_SALARIE', date: dateCivile('2025-03-10'), reponse: 'ACCEPTATION' },
    { type: 'PRE_BILAN_REALISE', date: dateCivile('2025-03-31') },
    { type: 'PSP_VALIDE', date: dateCivile('2025-04-28') },
    { type: 'POINT_ETAPE_REALISE', date: dateCivile('2025-07-10') },
    { type: 'BILAN_REALISE', date: dateCivile('2026-02-20') },
  ],
};

/** As many requests under way as keep two cores busy, and no more. */
const DE_FRONT = 10;

/** Opens one such journey for each name. @param maintenant when they are opened, in the time that they live in */
export async function ouvrirGares(
  { registre, client, reglages }: Place,
  { noms, repris, maintenant }: { noms: readonly string[]; repris: Repris; maintenant: Date },
): Promise<Numero[]> {
  const numeros: Numero[] = [];
  await deFront(DE_FRONT, noms, async (nom) => {
    const identite = { ...personnesInventees.identite, prenom: `Zéphyrine ${nom}`, email: `${nom}@example.org` };
    const demande = { ...repris, personnes: { ...personnesInventees, identite }, auteur: 'bench' };
    const deps = { registre, temporal: client, envoi: reglages.envoi };
    numeros.push((await ouvrirParcours(deps, demande, maintenant)).numero);
  });
  return numeros;
}
