import type { Parametres } from '../../dossier/parametres';
import { crp2009 } from '../../droit/reglements/crp-2009';
import { csp2011 } from '../../droit/reglements/csp-2011';
import { csp2015v2015 } from '../../droit/reglements/csp-2015-v2015';
import { csp2015v2021 } from '../../droit/reglements/csp-2015-v2021';
import { definitions, type TypeEvenement } from '.';

const aide = (type: TypeEvenement, parametres: Partial<Parametres> = {}, reglement = csp2015v2021): string =>
  definitions[type].aide({ ...reglement.parametres, ...parametres });

describe('l’aide d’un événement dit ce qu’il change sous le règlement du dossier', () => {
  it.each<[TypeEvenement, string]>([
    ['ARRET_MALADIE', 'Suspend le CSP et le prolonge, quatre mois au plus en tout.'],
    ['CONGE_MATERNITE', 'Suspend le CSP et le prolonge de la durée légale.'],
    ['AJPP', 'Suspend le CSP et le prolonge, 310 jours au plus.'],
    ['CONGES', '35 jours au plus en tout ; ils ne suspendent ni ne prolongent.'],
    ['PRE_BILAN_REALISE', 'Le plan d’action est attendu dans les trente jours.'],
    ['PSP_VALIDE', 'La phase 2 commence ; la prime de reclassement devient possible.'],
    ['POINT_ETAPE_REALISE', 'Attendu au cours du quatrième mois d’accompagnement effectif.'],
    ['BILAN_REALISE', 'Dans les deux derniers mois, ou dans les trente jours qui suivent une sortie anticipée.'],
    [
      'REPRISE_EMPLOI',
      'CDI ou contrat d’au moins six mois : sortie du CSP. De trois jours à six mois : suspension. Moins de trois jours : fin du CSP.',
    ],
    ['FIN_CONTRAT', 'La rupture de l’essai d’un emploi durable ramène la personne dans le CSP.'],
    ['DEMANDE_PRIME', 'À faire dans les trente jours de l’embauche.'],
    [
      'DEMANDE_REINSCRIPTION',
      'Dans les cinq jours qui suivent la fin du CSP, pour qu’elle prenne effet au lendemain de celle-ci.',
    ],
  ])('%s, aujourd’hui : %s', (type, dite) => expect(aide(type)).toBe(dite));

  it.each<[TypeEvenement, string, typeof csp2011]>([
    ['ARRET_MALADIE', 'Suspend le CSP sans le prolonger.', csp2015v2015],
    ['PRE_BILAN_REALISE', 'Le plan d’action est attendu dans le mois.', csp2011],
    ['PSP_VALIDE', 'La phase 2 commence.', csp2011],
    ['POINT_ETAPE_REALISE', 'Le règlement de ce dossier n’en attend pas.', csp2011],
    ['DEMANDE_PRIME', 'Le règlement de ce dossier ne prévoit pas de prime.', csp2011],
    ['REPRISE_EMPLOI', 'Tout emploi met fin au dispositif, la veille de son premier jour.', crp2009],
    ['FIN_CONTRAT', 'La rupture de l’essai d’un emploi durable ne ramène pas la personne dans le dispositif.', crp2009],
  ])('%s, sous un règlement ancien : %s', (type, dite, reglement) => expect(aide(type, {}, reglement)).toBe(dite));

  it('un seul jour, un seul mois s’accordent', () => {
    expect([
      aide('AJPP', { prolongations: { AJPP: { jours: 1 } } }),
      aide('CONGES', { congesMaxJours: 1 }),
      aide('PRE_BILAN_REALISE', { pspDelai: { valeur: 1, unite: 'JOURS' } }),
      aide('PRE_BILAN_REALISE', { pspDelai: { valeur: 2, unite: 'MOIS' } }),
      aide('BILAN_REALISE', { bilanFenetreMois: 1, bilanSortieJours: 1 }),
      aide('DEMANDE_PRIME', { primeDemandeJours: 1 }),
      aide('DEMANDE_REINSCRIPTION', { reinscriptionJours: 1 }),
    ]).toEqual([
      'Suspend le CSP et le prolonge, 1 jour au plus.',
      '1 jour au plus en tout ; ils ne suspendent ni ne prolongent.',
      'Le plan d’action est attendu dans la journée.',
      'Le plan d’action est attendu dans les deux mois.',
      'Dans le dernier mois, ou dans le jour qui suit une sortie anticipée.',
      'À faire dans la journée qui suit l’embauche.',
      'Dans la journée qui suit la fin du CSP, pour qu’elle prenne effet au lendemain de celle-ci.',
    ]);
  });

  it('la prime ne devient possible avec le plan que là où elle l’exige, et le point d’étape ne suit pas toujours les suspensions', () => {
    expect([
      aide('PSP_VALIDE', { primeExigePsp: false }),
      aide('POINT_ETAPE_REALISE', { pointEtapeDecaleSuspensions: false }),
    ]).toEqual(['La phase 2 commence.', 'Attendu au cours du quatrième mois d’accompagnement.']);
  });
});
