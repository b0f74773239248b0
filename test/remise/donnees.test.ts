import { reunirDonnees } from '../../activities/remettre/donnees';
import type { DateCivile } from '../../domain/calendrier/dates';
import { type EntreeJournal, evenementDe } from '../../domain/faits/journal';
import { type EntreeEcrite, relireEntree } from '../../domain/faits/relire-journal';
import { lireDossier, lirePersonnes } from '../../registre';
import { type BancDeRemise, cleDe, type LettreVoulue, monterBancDeRemise } from '../outils/remise';

let banc: BancDeRemise;
beforeAll(async () => {
  banc = await monterBancDeRemise();
});
afterAll(() => banc?.fermer());

const LE_2_AVRIL = '2025-04-02T09:00:00.000Z';
const entree = (id: string, reste: Partial<EntreeEcrite>): EntreeJournal =>
  relireEntree({ id, auteur: 'essai', enregistreLe: LE_2_AVRIL, ...reste });
const accord = entree('accord', {
  evenement: { type: 'REPONSE_SALARIE', date: '2025-03-10' as DateCivile, reponse: 'ACCEPTATION' },
});

async function reunir(numero: string, lettre: LettreVoulue, surcharge = {}) {
  const { registre } = banc.base;
  const courrier = banc.demande(numero, lettre, LE_2_AVRIL).courrier;
  const inscrit = (await lireDossier(registre, numero))!;
  const personnes = (await lirePersonnes(registre, numero))!;
  return reunirDonnees(registre, { courrier, inscrit, personnes, surcharge, maintenant: new Date(LE_2_AVRIL) });
}

describe('les paramètres d’un courrier', () => {
  const C07 = { code: 'C07_CONVOCATION_PSP', base: '2025-04-20' };

  it('sont ceux du règlement', async () => {
    const numero = await banc.ouvrir(LE_2_AVRIL, { journal: [accord] });
    expect((await reunir(numero, C07))?.donnees.parametres).toMatchObject({
      preBilanJours: 8,
      delaiReflexionJours: 21,
    });
  });

  it('ceux de l’agence dessus, ceux que le parcours adopte par-dessus', async () => {
    const adoption = entree('adoption', { reglement: { surcharge: { preBilanJours: 12 }, source: 'essai' } });
    const numero = await banc.ouvrir(LE_2_AVRIL, { journal: [accord, adoption] });
    const agence = { preBilanJours: 10, convocationJoursAvant: 15 };
    expect((await reunir(numero, C07, agence))?.donnees.parametres).toMatchObject({
      preBilanJours: 12,
      convocationJoursAvant: 15,
    });
  });
});

it('une adhésion redite sait que le pré-bilan est tenu, et elle seule', async () => {
  const tenu = entree('tenu', { evenement: { type: 'PRE_BILAN_REALISE', date: '2025-03-31' as DateCivile } });
  const adhesion = { code: 'C04_ADHESION', base: '2025-03-10' };
  const fait = await banc.ouvrir(LE_2_AVRIL, { journal: [accord, tenu] });
  expect((await reunir(fait, adhesion))?.donnees.tenus).toEqual(['PRE_BILAN']);
  expect((await reunir(fait, { code: 'C07_CONVOCATION_PSP', base: '2025-04-20' }))?.donnees).not.toHaveProperty(
    'tenus',
  );
  const aFaire = await banc.ouvrir(LE_2_AVRIL, { journal: [accord] });
  expect((await reunir(aFaire, adhesion))?.donnees).not.toHaveProperty('tenus');
});

describe('un REJET', () => {
  const premature = entree('premature', {
    evenement: { type: 'PRE_BILAN_REALISE', date: '2025-03-20' as DateCivile },
  });

  it('dit le fait déclaré, le code et la phrase de son refus', async () => {
    const numero = await banc.ouvrir(LE_2_AVRIL, { journal: [accord, premature] });
    const reunies = await reunir(numero, { code: 'REJET', base: 'premature' });
    expect(reunies?.donnees.declaration).toEqual({
      evenement: evenementDe(premature),
      code: 'AVANT_CSP',
      phrase: 'Le fait est antérieur au début du CSP.',
    });
  });

  it('n’a plus d’objet quand le fait compte, ou a été annulé', async () => {
    const numero = await banc.ouvrir(LE_2_AVRIL, {
      journal: [accord, premature, entree('fin', { annule: 'premature' })],
    });
    expect(await reunir(numero, { code: 'REJET', base: 'premature' })).toBeNull();
    expect(await reunir(numero, { code: 'REJET', base: 'accord' })).toBeNull();
  });
});

describe('une exclusion décidée', () => {
  const sortie = (faits?: string) =>
    entree('sortie', {
      ouverture: true,
      evenement: { type: 'SORTIE', date: '2025-03-31' as DateCivile, motif: 'MANQUEMENT', ...(faits && { faits }) },
    });
  const lettre = { code: 'SORTIE_DECIDEE', base: '2025-03-31' };

  it('tient les faits que son auteur retient, quand il les a écrits', async () => {
    const dit = await banc.ouvrir(LE_2_AVRIL, { journal: [accord, sortie('Absence le 26 mars.')] });
    expect((await reunir(dit, lettre))?.donnees.faits).toBe('Absence le 26 mars.');
    const tu = await banc.ouvrir(LE_2_AVRIL, { journal: [accord, sortie()] });
    expect((await reunir(tu, lettre))?.donnees).not.toHaveProperty('faits');
  });
});

describe('une RECTIFICATION', () => {
  const C01 = { code: 'C01_PROPOSITION', base: '2025-03-03' };
  const rectification = { code: 'RECTIFICATION', base: 'C01_PROPOSITION_2025-03-03_v4' };

  it('tient les données du courrier devenu faux, telles qu’elles sont parties, et son jour', async () => {
    const numero = await banc.ouvrir('2025-03-03T09:00:00.000Z');
    await banc.remettre(numero, C01, '2025-03-03T23:30:00.000Z');
    const rectifie = (await reunir(numero, rectification))?.donnees.rectifie;
    expect(rectifie).toMatchObject({
      // Half past midnight, where the person lives.
      partiLe: '2025-03-04',
      donnees: { cle: cleDe(numero, C01), code: 'C01_PROPOSITION', jour: '2025-03-04' },
    });
  });

  it('n’a pas d’objet quand le courrier n’est jamais parti', async () => {
    const numero = await banc.ouvrir('2025-03-03T09:00:00.000Z');
    expect(await reunir(numero, rectification)).toBeNull();
    expect(await reunir(numero, { code: 'RECTIFICATION', base: 'illisible' })).toBeNull();
  });
});
