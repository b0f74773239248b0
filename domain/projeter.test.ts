import type { DateCivile } from './dates';
import { accord, entree, parcours } from './parcours-de-test';
import { type Projete, projeter } from './projeter';
import { situer } from './situer';

const A_9H = 'T08:00:00.000Z';
const lignes = (projetes: Projete[], ...genres: Projete['genre'][]) =>
  projetes
    .filter((p) => genres.length === 0 || genres.includes(p.genre))
    .map((p) => `${p.date} ${p.libelle}${p.regle ? ` (${p.regle})` : ''}`);
const le = (date: string) => date as DateCivile;

describe('projeter', () => {
  it('dit tout ce qu’un silence entraîne, jusqu’à la fermeture du parcours', () => {
    expect(lignes(projeter(parcours(), `2025-03-03${A_9H}`, { envoi: 'immediat' }))).toEqual([
      '2025-03-03 Proposition du CSP, au bénéficiaire (R5, R6)',
      expect.stringMatching(/^2025-03-17 .*réflexion, au bénéficiaire \(R8\)$/),
      expect.stringMatching(/^2025-03-21 .*réflexion, au bénéficiaire \(R8\)$/),
      expect.stringMatching(/^2025-03-24 Bulletin d.adhésion reçu \?/),
      '2025-03-24 Fin du délai de réflexion (R6)',
      '2025-03-25 Fin du délai de réflexion : le silence vaut refus (R8)',
      // Held two working days (REGLES §7).
      expect.stringMatching(/^2025-03-27 .*au bénéficiaire \(R8\)$/),
      expect.stringMatching(/^2025-03-27 .*à l’employeur \(R8\)$/),
      '2025-06-23 Dernier jour d’écoute : le parcours se referme (R28)',
    ]);
  });

  it('mène un CSP à son terme, ses entretiens non tenus devenant des tâches le lendemain', () => {
    const projetes = projeter(parcours([accord]), `2025-03-20${A_9H}`, { envoi: 'fenetre' });
    expect(lignes(projetes, 'ETAT')).toEqual([
      '2025-03-25 Début du CSP (R9, R24)',
      '2026-03-25 Fin du CSP à son terme (R10, R15)',
      '2026-03-30 Fin du délai de réinscription (R25)',
    ]);
    expect(lignes(projetes, 'TACHE')).toEqual([
      expect.stringMatching(/^2025-04-03 Entretien de pré-bilan/),
      expect.stringMatching(/^2025-05-0. Plan d.action/),
      expect.stringMatching(/^2025-07-2. Entretien de point d.étape/),
      expect.stringMatching(/^2026-03-25 Entretien de bilan/),
    ]);
    expect(lignes(projetes, 'ECHEANCE').filter((l) => l.includes('Actualisation'))).toHaveLength(13);
    expect(projetes.at(-1)).toEqual({
      date: '2026-06-28',
      genre: 'FIN_ECOUTE',
      libelle: 'Dernier jour d’écoute : le parcours se referme',
      regle: 'R28',
    });
    expect(projetes.map((p) => p.date)).toEqual([...projetes.map((p) => p.date)].sort());
  });

  it('distingue la reprise du CSP de son début', () => {
    const arret = { type: 'ARRET_MALADIE' as const, debut: le('2025-06-01'), fin: le('2025-06-10') };
    const journal = [accord, entree('m', { evenement: arret })];
    const projetes = projeter(parcours(journal), `2025-05-20${A_9H}`, { envoi: 'immediat' });
    expect(lignes(projetes, 'ETAT').slice(0, 2)).toEqual([
      '2025-06-01 Suspension du CSP (R24)',
      '2025-06-11 Reprise du CSP (R9, R24)',
    ]);
  });

  it('ne redit ni une tâche déjà déposée ni un courrier déjà parti, et laisse l’état tel quel', () => {
    const etat = parcours([accord]);
    const maintenant = `2025-04-10${A_9H}`;
    const { reponse } = situer({ etat, enCours: [], maintenant }, { envoi: 'immediat' });
    const partis = reponse.dus.map(({ cle, code, destinataire, base, date }) => [
      cle,
      { code, destinataire, base, date, statut: 'PARTI' as const, le: maintenant, tentatives: 1 },
    ]);
    const suivi = { ...etat, version: 1, courriers: { ...reponse.memoires, ...Object.fromEntries(partis) } };
    const avant = structuredClone(suivi);
    const projetes = projeter(suivi, maintenant, { envoi: 'immediat' });
    expect(lignes(projetes, 'COURRIER', 'TACHE').filter((l) => l.startsWith('2025-04-10'))).toEqual([]);
    expect(suivi).toEqual(avant);
    // Never asked yet: the interview missed on 2 April is a task of the day.
    expect(lignes(projeter(etat, maintenant, { envoi: 'immediat' }), 'TACHE')[0]).toMatch(
      /^2025-04-10 Entretien de pré-bilan/,
    );
  });

  it('ne dit plus rien d’un parcours refermé', () => {
    expect(projeter({ ...parcours(), version: 1 }, `2026-01-05${A_9H}`, { envoi: 'immediat' })).toEqual([]);
  });
});
