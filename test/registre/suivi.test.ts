import { dateCivile } from '../../domain/calendrier/dates';
import {
  cloreCauses,
  deposerTache,
  inscrireOuverture,
  listerTaches,
  reporterTache,
  resume,
  retards,
  type TacheDeposee,
  type TypesSuivis,
  tenirTaches,
  terminerTache,
  tracer,
  tracesDuDossier,
} from '../../registre';
import { ouverture } from '../outils/ouvertures';
import { ouvrirRegistreDeTest, type RegistreDeTest } from '../outils/registre';

const t0 = new Date('2026-01-12T08:00:00Z');
const t1 = new Date('2026-01-13T08:00:00Z');
let banc: RegistreDeTest;
let numero: string;
beforeAll(async () => {
  banc = await ouvrirRegistreDeTest();
  numero = (await inscrireOuverture(banc.registre, ouverture('suivi'), t0)).numero;
});
afterAll(() => banc?.fermer());

describe('tâches', () => {
  it('déposée deux fois est une tâche, faite deux fois garde son premier auteur, ne renaît pas', async () => {
    const { registre } = banc;
    const tache = { cle: `${numero}/appeler`, numero, type: 'APPELER', libelle: 'Appeler', echeance: null };
    expect(await deposerTache(registre, tache, t0)).toBe(true);
    expect(await deposerTache(registre, { ...tache, libelle: 'Autre' }, t1)).toBe(false);
    expect(await terminerTache(registre, tache.cle, 'conseillere-1', t0)).toBe(true);
    expect(await terminerTache(registre, tache.cle, 'conseillere-2', t1)).toBe(true);
    expect(await deposerTache(registre, tache, t1)).toBe(false);
    expect(await listerTaches(registre, { numero })).toMatchObject([
      { libelle: 'Appeler', statut: 'FAITE', faiteLe: t0, faitePar: 'conseillere-1' },
    ]);
    expect(await terminerTache(registre, 'inconnue', 'x', t0)).toBe(false);
  });

  it('apportée plus souvent, elle dit combien de fois, et renaît même faite', async () => {
    const { registre } = banc;
    const tache = { cle: `${numero}/compter`, numero, type: 'COMPTER', libelle: 'Un refus', echeance: null };
    const lue = async () => (await listerTaches(registre, { numero })).find(({ cle }) => cle === tache.cle);
    await deposerTache(registre, tache, t0);
    expect(await deposerTache(registre, { ...tache, libelle: '2 refus', nombre: 2 }, t1)).toBe(true);
    expect(await lue()).toMatchObject({ libelle: '2 refus', statut: 'A_FAIRE' });
    await terminerTache(registre, tache.cle, 'conseillere-1', t1);
    expect(await deposerTache(registre, { ...tache, libelle: '2 refus', nombre: 2 }, t1)).toBe(false);
    expect(await lue()).toMatchObject({ statut: 'FAITE' });
    expect(await deposerTache(registre, { ...tache, libelle: '3 refus', nombre: 3 }, t1)).toBe(true);
    expect(await lue()).toMatchObject({ libelle: '3 refus', statut: 'A_FAIRE', faitePar: null });
    await terminerTache(registre, tache.cle, 'conseillere-1', t1);
  });

  it('une même cause ne fait jamais deux tâches : la dernière vaut pour celles d’avant', async () => {
    const { registre } = banc;
    const deposer = (suite: string, type: string) =>
      deposerTache(registre, { cle: `${numero}/${suite}`, numero, type, libelle: suite, echeance: null }, t0);
    const lettre = (version: number) => `PROLONGATION/CONSEILLER/2026-01-12-v${version}/COURRIER_A_REMETTRE`;
    const contact = (jour: string) => `C17_SUIVI_EMPLOI/CONSEILLER/${jour}/COURRIER_A_REMETTRE`;
    for (const suite of [lettre(2), contact('2026-02-12'), lettre(3), contact('2026-03-12')])
      await deposer(suite, 'COURRIER_A_REMETTRE');
    await deposer('FAIT_ECARTE/f/v3', 'FAIT_ECARTE');
    await deposer('FAIT_REDEVENU_VALIDE/f/v4', 'FAIT_REDEVENU_VALIDE');
    const ouvertes = async () => (await listerTaches(registre, { numero, statut: 'A_FAIRE' })).map((t) => t.libelle);
    expect(await ouvertes()).toEqual([
      contact('2026-02-12'),
      lettre(3),
      contact('2026-03-12'),
      'FAIT_REDEVENU_VALIDE/f/v4',
    ]);
    await cloreCauses(registre, numero, [`${numero}/FAIT/f`, `${numero}/PROLONGATION`], t1);
    expect(await ouvertes()).toEqual([contact('2026-02-12'), contact('2026-03-12')]);
    for (const suite of await ouvertes()) await terminerTache(registre, `${numero}/${suite}`, 'conseillere-1', t1);
  });

  it('close parce qu’elle n’avait plus d’objet, elle renaît avec lui ; ses voisines encore dues restent', async () => {
    const { registre } = banc;
    const tache = (nom: string, type: string) => ({
      cle: `${numero}/${nom}`,
      numero,
      type,
      libelle: nom,
      echeance: null,
    });
    for (const [nom, type] of [
      ['a', 'SUIVIE'],
      ['b', 'SUIVIE'],
      ['c', 'AUTRE'],
    ] as const)
      await deposerTache(registre, tache(nom, type), t0);
    const ouvertes = async () =>
      (await listerTaches(registre, { numero, statut: 'A_FAIRE' })).map((t) => t.libelle).filter((l) => l.length === 1);
    const tenir = (suivies: TypesSuivis, vivantes: string[] = [], dues: TacheDeposee[] = []) =>
      tenirTaches(registre, numero, { dues, vivantes, suivies }, t1);
    await tenir({ parmi: ['SUIVIE'] }, [`${numero}/a`]);
    expect(await ouvertes()).toEqual(['a', 'c']);
    expect(await deposerTache(registre, tache('b', 'SUIVIE'), t1)).toBe(true);
    expect(await ouvertes()).toEqual(['a', 'b', 'c']);
    await tenir({ parmi: ['SUIVIE'] });
    expect(await ouvertes()).toEqual(['c']);
    await tenir({ sauf: ['AUTRE'] });
    expect(await ouvertes()).toEqual(['c']);
    // Brought and closed by one pass: what comes back is open again, what it does not bring is closed, a key said twice is one task.
    const [d, e] = [tache('d', 'SUIVIE'), tache('e', 'SUIVIE')];
    await tenir({ parmi: ['SUIVIE'] }, [], [tache('b', 'SUIVIE'), d, { ...d, libelle: 'x' }]);
    expect(await ouvertes()).toEqual(['b', 'c', 'd']);
    await terminerTache(registre, d.cle, 'conseillere-1', t1);
    await tenir({ parmi: ['SUIVIE'] }, [], [d, { ...e, nombre: 2 }]);
    expect(await ouvertes()).toEqual(['c', 'e']);
    await tenir({ parmi: ['SUIVIE'] });
    await terminerTache(registre, `${numero}/c`, 'conseillere-1', t1);
  });

  it('se listent de la plus pressée à celle qui n’a pas d’échéance', async () => {
    const { registre } = banc;
    const dates = { tard: '2026-03-01', tot: '2026-02-01', jamais: null };
    for (const [cle, jour] of Object.entries(dates)) {
      const echeance = jour ? dateCivile(jour) : null;
      await deposerTache(registre, { cle, numero, type: 'VOIR', libelle: cle, echeance }, t0);
    }
    const aFaire = await listerTaches(registre, { statut: 'A_FAIRE' });
    expect(aFaire.map((t) => t.cle)).toEqual(['tot', 'tard', 'jamais']);
    expect((await resume(registre)).taches.aFaire).toBe(3);
    const enRetard = async (le: string) => (await retards(registre, new Date(le))).taches;
    expect([await enRetard('2026-02-01T20:00:00Z'), await enRetard('2026-02-02T02:00:00Z')]).toEqual([0, 1]);
    await reporterTache(registre, { cle: 'tot', au: dateCivile('2026-02-20'), motif: 'essai', par: 'conseillere-1' });
    expect(await enRetard('2026-02-10T12:00:00Z')).toBe(0);
  });
});

describe('journal d’audit', () => {
  it('garde chaque acte dans l’ordre ; le même acte rejoué compte une fois', async () => {
    const { registre } = banc;
    const acte = { cle: 'consigner-1', numero, auteur: 'conseillere-1', acte: 'CONSIGNER', details: { type: 'PSP' } };
    await tracer(registre, { numero, auteur: 'import', acte: 'IMPORTER' }, t0);
    await tracer(registre, acte, t1);
    await tracer(registre, acte, t1);
    await tracer(registre, { numero: null, auteur: 'systeme', acte: 'DEMARRER' }, t0);
    expect(await tracesDuDossier(registre, numero)).toMatchObject([
      { acte: 'IMPORTER', details: {}, quand: t0 },
      { acte: 'CONSIGNER', details: { type: 'PSP' }, quand: t1 },
    ]);
  });
});
