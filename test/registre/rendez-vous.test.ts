import { creerActivitesParcours } from '../../activities';
import { dateCivile } from '../../domain/calendrier/dates';
import { cleCourrier } from '../../domain/catalogue/cle-courrier';
import {
  actualisationsDe,
  ajouterAction,
  annulerRendezVous,
  cloreCourrier,
  completerCourrier,
  consignerActualisation,
  courriersDesRendezVous,
  creerRendezVous,
  deplacerRendezVous,
  etatParcours,
  etatRendezVous,
  faireAction,
  inscrireOuverture,
  lireDossier,
  lireRendezVous,
  listerActions,
  listerRendezVous,
  listerTaches,
  manquerRendezVous,
  type NouveauRendezVous,
  preparerCourrier,
  rendezVousASuivre,
  rendezVousDuReferent,
  suivreRendezVous,
  tenirRendezVous,
  tracesDuDossier,
} from '../../registre';
import { ouverture } from '../outils/ouvertures';
import { ouvrirRegistreDeTest, type RegistreDeTest } from '../outils/registre';

const t0 = new Date('2026-01-12T08:00:00Z');
const t1 = new Date('2026-01-13T08:00:00Z');
const auteur = 'conseillere-1';
let banc: RegistreDeTest;
let numero: string;
beforeAll(async () => {
  banc = await ouvrirRegistreDeTest();
  numero = (await inscrireOuverture(banc.registre, ouverture('rendez-vous'), t0)).numero;
});
afterAll(() => banc?.fermer());

const cadre = {
  debut: '2026-01-20T08:30:00.000Z',
  dureeMinutes: 30,
  mode: 'PRESENTIEL',
  lieu: '1 place du Marché',
  lien: null,
  intitule: null,
} as const;
const neuf = (id: string): NouveauRendezVous => ({ id, numero, sorte: 'SUIVI', ...cadre });
const creer = (id: string) => creerRendezVous(banc.registre, neuf(id), auteur, t0);
const actesDe = async (id: string) =>
  (await tracesDuDossier(banc.registre, numero)).filter((t) => t.details.rendezVous === id).map((t) => t.acte);

describe('un rendez-vous', () => {
  it('se crée une fois, et le même identifiant ailleurs est refusé', async () => {
    expect(await creer('un')).toMatchObject({
      suite: 'FAIT',
      rendezVous: { statut: 'PREVU', sequence: 0, version: 1 },
    });
    expect(await creer('un')).toMatchObject({ suite: 'DEJA_FAIT' });
    const autre = (await inscrireOuverture(banc.registre, ouverture('rendez-vous-autre'), t0)).numero;
    const ailleurs = await creerRendezVous(banc.registre, { ...neuf('un'), numero: autre }, auteur, t0);
    expect(ailleurs.suite).toBe('IMPOSSIBLE');
    expect(await listerRendezVous(banc.registre, autre)).toEqual([]);
    expect(await lireRendezVous(banc.registre, 'un')).toMatchObject({ debut: cadre.debut, fixeLe: t0.toISOString() });
    expect(await lireRendezVous(banc.registre, 'inconnu')).toBeNull();
    expect(await actesDe('un')).toEqual(['RDV_PLANIFIER']);
  });

  it('se déplace : sa séquence grandit, sauf si rien ne change', async () => {
    await creer('deux');
    const bouger = (reste: object) => deplacerRendezVous(banc.registre, 'deux', { ...cadre, ...reste }, auteur, t1);
    expect(await bouger({})).toMatchObject({ suite: 'DEJA_FAIT', rendezVous: { sequence: 0 } });
    expect(await bouger({ lieu: 'salle 2' })).toMatchObject({ suite: 'FAIT', rendezVous: { sequence: 1, version: 2 } });
    expect(await bouger({ debut: '2026-01-21T08:30:00.000Z' })).toMatchObject({
      rendezVous: { sequence: 2, fixeLe: t1.toISOString(), creeLe: t0.toISOString() },
    });
    expect((await deplacerRendezVous(banc.registre, 'inconnu', cadre, auteur, t1)).suite).toBe('INCONNU');
  });

  it('annulé, il ne se déplace ni ne se tient plus', async () => {
    await creer('trois');
    const { registre } = banc;
    expect(await annulerRendezVous(registre, 'trois', auteur, t1)).toMatchObject({
      suite: 'FAIT',
      rendezVous: { statut: 'ANNULE', sequence: 1, closLe: t1.toISOString() },
    });
    expect((await annulerRendezVous(registre, 'trois', auteur, t1)).suite).toBe('DEJA_FAIT');
    expect((await deplacerRendezVous(registre, 'trois', { ...cadre, lieu: 'x' }, auteur, t1)).suite).toBe('IMPOSSIBLE');
    expect((await tenirRendezVous(registre, 'trois', { compteRendu: {}, actions: [] }, auteur, t1)).suite).toBe(
      'IMPOSSIBLE',
    );
    expect(await actesDe('trois')).toEqual(['RDV_PLANIFIER', 'RDV_ANNULER']);
  });

  it('cru manqué, il se révèle tenu ; l’inverse non', async () => {
    await creer('quatre');
    const { registre } = banc;
    const tenue = {
      compteRendu: { notes: 'Projet confirmé.' },
      actions: [{ id: 'quatre-01', quoi: 'CV', pourLe: dateCivile('2026-02-01') }],
    };
    expect((await manquerRendezVous(registre, 'quatre', auteur, t1)).suite).toBe('FAIT');
    expect((await tenirRendezVous(registre, 'quatre', tenue, auteur, t1)).suite).toBe('FAIT');
    expect((await tenirRendezVous(registre, 'quatre', tenue, auteur, t1)).suite).toBe('DEJA_FAIT');
    expect((await manquerRendezVous(registre, 'quatre', auteur, t1)).suite).toBe('IMPOSSIBLE');
    expect(await listerActions(registre, numero)).toMatchObject([
      { id: 'quatre-01', quoi: 'CV', rendezVous: 'quatre' },
    ]);
    const traces = await tracesDuDossier(registre, numero);
    expect(JSON.stringify(traces)).not.toContain('Projet confirmé');
  });

  it('l’agenda d’un référent : ce qui est prévu, entre deux instants', async () => {
    const { id } = ouverture('x').personnes.referent;
    const entre = (debut: string, fin: string) =>
      rendezVousDuReferent(banc.registre, id, { debut: new Date(debut), fin: new Date(fin) });
    expect((await entre('2026-01-20T08:30:00Z', '2026-01-20T08:31:00Z')).map((r) => r.id)).toEqual(['un']);
    expect(await entre('2026-01-20T08:31:00Z', '2026-01-21T08:30:00Z')).toEqual([]);
    expect(await rendezVousDuReferent(banc.registre, 'autre', { debut: t0, fin: new Date('2027-01-01') })).toEqual([]);
  });

  it('un acte que son courrier n’a pas encore regardé se retrouve', async () => {
    const { registre } = banc;
    expect((await rendezVousASuivre(registre, 100)).map((r) => r.id)).toEqual(['deux', 'quatre', 'trois', 'un']);
    await suivreRendezVous(registre, 'deux', 3);
    await suivreRendezVous(registre, 'deux', 2);
    await suivreRendezVous(registre, 'trois', 1);
    expect((await rendezVousASuivre(registre, 100)).map((r) => r.id)).toEqual(['quatre', 'trois', 'un']);
  });

  it('ses courriers se relisent par rendez-vous', async () => {
    const { registre } = banc;
    const base = '2026-01-20-un-0';
    const cle = `${numero}/RDV_CONVOCATION/BENEFICIAIRE/${base}`;
    const lettre = { cle, numero, code: 'RDV_CONVOCATION', destinataire: 'BENEFICIAIRE' as const, base };
    await cloreCourrier(registre, { ...lettre, datePrevue: dateCivile('2026-01-12') }, 'EN_TACHE', t0);
    expect([...(await courriersDesRendezVous(registre, numero)).keys()]).toEqual(['un']);
    expect(await etatRendezVous(registre, numero, 'un')).toMatchObject({
      v: 1,
      id: 'un',
      courriers: { [cle]: { statut: 'EN_TACHE', base, date: '2026-01-12' } },
    });
    expect((await etatRendezVous(registre, numero, 'deux')).courriers).toEqual({});
  });

  it('celui qu’un canal a pris et qu’un autre attend se relit comme tel', async () => {
    const { registre } = banc;
    const base = '2026-01-20-un-1';
    const cle = cleCourrier(numero, { code: 'RDV_DEPLACE', destinataire: 'BENEFICIAIRE', base });
    const lettre = { cle, numero, code: 'RDV_DEPLACE', destinataire: 'BENEFICIAIRE' as const, base };
    const envoi = {
      ...{ ...lettre, datePrevue: dateCivile('2026-01-12'), canal: 'EMAIL' as const, adresse: 'eloise@example.org' },
      ...{ messageId: '<deplace@example.org>', objet: 'Nouvelle date', gabarit: 'ESSAI@1', donnees: {} },
      ...{ texte: 'Bonjour', html: null, pdf: null, nomPdf: null },
    };
    const { rang } = await preparerCourrier(registre, envoi, t0);
    await completerCourrier(registre, cle, { rang, statut: 'PARTI', reponse: '250', reste: true }, t0);
    const { courriers } = await etatRendezVous(registre, numero, 'un');
    expect(courriers[cle]).toMatchObject({ statut: 'A_REPRENDRE', partiel: true });
    expect(await cloreCourrier(registre, envoi, 'PARTI', t1)).toBe('PARTI');
    expect((await etatRendezVous(registre, numero, 'un')).courriers[cle]).not.toHaveProperty('partiel');
  });
});

it('une action s’ajoute une fois, se coche une fois, chez elle seulement', async () => {
  const { registre } = banc;
  const action = { id: 'a1', numero, rendezVous: null, quoi: 'Appeler le CFA', pourLe: null };
  expect([
    await ajouterAction(registre, action, auteur, t1),
    await ajouterAction(registre, action, auteur, t1),
  ]).toEqual([true, false]);
  const faire = (reste: object) =>
    faireAction(registre, { numero, id: 'a1', le: dateCivile('2026-01-13'), ...reste }, auteur, t1);
  expect([await faire({ id: 'inconnue' }), await faire({ numero: '2026-000002-02' })]).toEqual([false, false]);
  expect([await faire({}), await faire({ le: dateCivile('2026-01-14') })]).toEqual([true, true]);
  const plan = await listerActions(registre, numero);
  expect(plan.find((a) => a.id === 'a1')).toMatchObject({ faiteLe: '2026-01-13', rendezVous: null });
});

it('une actualisation compte une fois, la dernière date dite est la bonne', async () => {
  const { registre } = banc;
  const dire = (le: string) =>
    consignerActualisation(registre, { numero, mois: '2025-12', le: dateCivile(le), auteur }, t1);
  expect([await dire('2025-12-29'), await dire('2025-12-29'), await dire('2025-12-30')]).toEqual([
    'CONSIGNEE',
    'DEJA_CONSIGNEE',
    'CORRIGEE',
  ]);
  expect(await actualisationsDe(registre, numero)).toEqual([{ numero, mois: '2025-12', le: '2025-12-30', auteur }]);
  const traces = await tracesDuDossier(registre, numero);
  expect(traces.filter((t) => t.acte === 'ACTUALISATION')).toHaveLength(2);
});

it('un entretien planifié à temps ne se rappelle pas, annulé il se rappelle', async () => {
  const { registre } = banc;
  const { numero: autre } = await inscrireOuverture(registre, ouverture('rendez-vous-proche'), t0);
  const { inscrire } = creerActivitesParcours({ registre, envoi: 'immediat' });
  // The same version counts again when it is said later, as by a try whose answer was lost.
  let dit = t1.getTime();
  const inscrireAvec = async (...limites: string[]) => {
    dit += 1_000;
    const taches = limites.map((limite) => ({
      cle: `${autre}/ECHEANCE_PROCHE/PSP/${limite}`,
      type: 'ECHEANCE_PROCHE' as const,
      libelle: 'x',
      echeance: dateCivile(limite),
    }));
    const etat = etatParcours((await lireDossier(registre, autre))!);
    await inscrire({ etat, taches, memoires: {}, maintenant: new Date(dit).toISOString() });
    const ouvertes = await listerTaches(registre, { numero: autre, statut: 'A_FAIRE' });
    return ouvertes.filter((t) => t.type === 'ECHEANCE_PROCHE').map((t) => t.echeance);
  };
  expect(await inscrireAvec('2026-01-19', '2026-01-20')).toEqual(['2026-01-19', '2026-01-20']);
  await creerRendezVous(registre, { ...neuf('proche'), numero: autre, sorte: 'PSP' }, auteur, t0);
  expect(await inscrireAvec('2026-01-19', '2026-01-20', '2026-01-21')).toEqual(['2026-01-19']);
  await annulerRendezVous(registre, 'proche', auteur, t1);
  expect(await inscrireAvec('2026-01-19', '2026-01-21')).toEqual(['2026-01-19', '2026-01-21']);
});
