import { dateCivile } from '../../domain/calendrier/dates';
import { ACCEPTATION, OUVERTURE } from '../../domain/droit/regles/de-test/scenario';
import { evenementDe } from '../../domain/faits/journal';
import { parcoursDeFichier } from './parcours-de-fichier';

const jour = dateCivile('2025-04-10');
const codes = (valeur: unknown): string[] => {
  try {
    parcoursDeFichier(valeur, jour);
    return [];
  } catch (erreur) {
    return (erreur as { erreurs: { code: string }[] }).erreurs.map((e) => e.code);
  }
};

it('lit un document d’ouverture, sans ses personnes, comme un scénario', () => {
  const document = { ...OUVERTURE, evenements: [ACCEPTATION], identite: { nom: 'Carpentier' }, agence: 'lille' };
  const etat = parcoursDeFichier(document, jour);
  expect(etat).toEqual(parcoursDeFichier({ dossier: OUVERTURE, evenements: [ACCEPTATION] }, jour));
  expect(etat.dossier).toEqual({ ...OUVERTURE, reglement: 'csp-2015-v2021' });
  expect(etat.journal.map(evenementDe)).toEqual([ACCEPTATION]);
  expect(etat.dateReprise).toBe(jour);
});

it('prend la surcharge d’un scénario pour des paramètres adoptés', () => {
  const { journal } = parcoursDeFichier({ dossier: OUVERTURE, surcharge: { dureeMois: 13 } }, jour);
  expect(journal).toMatchObject([{ acte: 'adopterReglement', reglement: { surcharge: { dureeMois: 13 } } }]);
});

it('refuse ce qui ne peut pas être un parcours, avec toutes ses raisons', () => {
  expect(codes(3)).toContain('CHAMP_MANQUANT:dateRemise');
  expect(codes({ dossier: OUVERTURE, surcharge: { duree: 13 } })).toEqual(['SURCHARGE_INCONNUE:duree']);
  expect(codes({ dossier: OUVERTURE, evenements: 'rien' })).toEqual(['SCENARIO_ILLISIBLE']);
  expect(codes({ ...OUVERTURE, residence: 'ailleurs', evenements: [{ type: 'DANSE' }] })).toEqual([
    'RESIDENCE_NON_ELIGIBLE',
    'TYPE_INCONNU',
  ]);
});
