import { lirePortefeuille } from '../../client/saisie/csv';
import { organisationExemple } from '../../client/saisie/organisation';
import { previsualiserOuverture } from '../../client/usages/previsualiser-ouverture';
import { dateCivile } from '../../domain/calendrier/dates';
import { fichierInvente } from './lignes';

const maintenant = new Date('2026-06-10T10:00:00Z');

const departs = (lettre: boolean): string[][] => {
  const texte = fichierInvente({ combien: 3, prefixe: 'e', aujourdhui: dateCivile('2026-06-10'), lettre });
  const { lignes } = lirePortefeuille({ texte, codage: 'UTF-8' }, { relativesA: null });
  return lignes.map(({ document }) => {
    const cadre = { ...organisationExemple(), maintenant, envoi: 'immediat' as const, auteur: 'essai' };
    const prevue = previsualiserOuverture(document, cadre);
    if (!prevue.ok) throw new Error(prevue.erreurs.map((e) => e.code).join(' '));
    return prevue.projet.departs.filter((d) => d.immediat).map((d) => d.code);
  });
};

it('chaque ligne s’ouvre : une lettre due à chacune, ou aucune à personne', () => {
  expect(departs(true)).toEqual([['C01_PROPOSITION'], ['C01_PROPOSITION'], ['C01_PROPOSITION']]);
  expect(departs(false)).toEqual([[], [], []]);
});
