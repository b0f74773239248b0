import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lirePortefeuille } from '../../client/saisie/csv';
import { lireTexte, type TexteLu } from '../../client/saisie/texte';
import { type CadreOuverture, type Projet, previsualiserOuverture } from '../../client/usages/previsualiser-ouverture';
import { racine } from '../../commun/racine';
import { ajouterJours, type DateCivile, dateCivile } from '../../domain/calendrier/dates';
import { instantMinuit } from '../../domain/calendrier/fuseaux';
import { schemaAgence, schemaReferent } from '../../domain/dossier/personnes';

const exemple = (nom: string) => lireTexte(readFileSync(join(racine, 'exemples', nom))) as TexteLu;
const { agences, referents } = JSON.parse(exemple('organisation.json').texte);
const texte = exemple('portefeuille.csv');

/** Étape and phase of each example, whatever the day it is opened. */
const ATTENDUS: Record<string, string> = {
  'EX-01': 'EN_REFLEXION',
  'EX-02': 'EN_REFLEXION',
  'EX-03': 'EN_REFLEXION',
  'EX-04': 'EN_REFLEXION',
  'EX-05': 'EN_REFLEXION',
  // A protected employee who accepted waits for the decision before anything starts (R7).
  'EX-06': 'ACCEPTE',
  'EX-07': 'EN_CSP/PHASE_1',
  'EX-08': 'ACCEPTE',
  'EX-09': 'ACCEPTE',
  'EX-10': 'REFUSE',
  'EX-11': 'ACCEPTE',
  'EX-12': 'EN_CSP/PHASE_1',
  'EX-13': 'EN_CSP/PHASE_1',
  'EX-14': 'EN_CSP/PHASE_1',
  'EX-15': 'EN_CSP/PHASE_1',
  'EX-16': 'EN_CSP/PHASE_1',
  'EX-17': 'EN_CSP/PHASE_2',
  'EX-18': 'EN_CSP/PHASE_2',
  'EX-19': 'SUSPENDU/PHASE_2',
  'EX-20': 'EN_CSP/PHASE_2',
  'EX-21': 'SUSPENDU/PHASE_2',
  'EX-22': 'SUSPENDU/PHASE_2',
  'EX-23': 'SUSPENDU/PHASE_2',
  'EX-24': 'EN_CSP/PHASE_2',
  'EX-25': 'EN_CSP/PHASE_2',
  'EX-26': 'EN_CSP/PHASE_2',
  'EX-27': 'EN_CSP/PHASE_2',
  'EX-28': 'EN_CSP/PHASE_2',
  'EX-29': 'EN_CSP/PHASE_2',
  'EX-30': 'TERMINE',
  'EX-31': 'ROMPU',
  'EX-32': 'ROMPU',
  'EX-33': 'REINSCRIT',
  'EX-34': 'NON_REINSCRIT',
  'EX-35': 'SUIVI_EMPLOI',
  'EX-36': 'SUIVI_EMPLOI',
};

const JOURS = 400;
const DEPART = dateCivile('2026-11-22');

function projets(jour: DateCivile): Map<string, Projet> {
  // Just after midnight in Paris: overseas it is still the day before, or already the morning.
  const maintenant = new Date(instantMinuit(jour, 'Europe/Paris').getTime() + 30 * 60_000);
  const contexte: CadreOuverture = { agences, referents, maintenant, envoi: 'immediat', auteur: 'test' };
  const lu = lirePortefeuille(texte, { relativesA: jour });
  expect([...lu.erreurs, ...lu.avertissements]).toEqual([]);
  return new Map(
    lu.lignes.map(({ document, erreurs }) => {
      const examen = previsualiserOuverture(document, contexte);
      if (erreurs.length > 0 || !examen.ok)
        throw new Error(`${jour} ${document.reference} : ${JSON.stringify([erreurs, examen])}`);
      return [document.reference as string, examen.projet];
    }),
  );
}

it('les agences et les référents de l’exemple sont bien formés', () => {
  for (const agence of agences) schemaAgence.parse(agence);
  for (const referent of referents) schemaReferent.parse(referent);
});

describe(`le portefeuille d’exemple, ouvert l’un de ${JOURS} jours consécutifs`, () => {
  const jours = Array.from({ length: JOURS }, (_, n) => ajouterJours(DEPART, n));
  const parJour = new Map<DateCivile, Map<string, Projet>>();
  beforeAll(() => {
    for (const jour of jours) parJour.set(jour, projets(jour));
  }, 120_000);

  it('tient au moins 24 dossiers, chacun à l’étape qu’il illustre', () => {
    expect(Object.keys(ATTENDUS).length).toBeGreaterThanOrEqual(24);
    for (const [jour, trouves] of parJour) {
      const etapes = [...trouves].map(([ref, p]) => [ref, p.phase ? `${p.etat}/${p.phase}` : p.etat]);
      expect([jour, Object.fromEntries(etapes)]).toEqual([jour, ATTENDUS]);
    }
  });

  it('a au moins cinq courriers à faire partir aussitôt', () => {
    for (const [jour, trouves] of parJour) {
      const minuit = instantMinuit(jour, 'Europe/Paris');
      const maintenant = new Date(minuit.getTime() + 30 * 60_000).toISOString();
      const dus = [...trouves.values()].flatMap((p) =>
        p.departs.filter(
          (c) => c.destinataire !== 'CONSEILLER' && c.depart <= maintenant && p.demande.personnes.identite.email,
        ),
      );
      expect([jour, dus.length >= 5]).toEqual([jour, true]);
    }
  });

  it('a, chaque jour, cinq courriers datés du jour même', () => {
    for (const [jour, trouves] of parJour) {
      const duJour = [...trouves.values()].flatMap((p) =>
        p.departs.filter((c) => c.destinataire !== 'CONSEILLER' && c.date === jour),
      );
      expect([jour, duJour.length >= 5]).toEqual([jour, true]);
    }
  });
});
