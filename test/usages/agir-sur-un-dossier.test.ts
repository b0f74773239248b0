import { adopterReglement } from '../../client/usages/adopter-reglement';
import { agirSurUnDossier, type DemandeActe } from '../../client/usages/agir-sur-un-dossier';
import { lireConnu } from '../../client/usages/commun/lire-connu';
import { toutesReserves } from '../../client/usages/previsualiser-un-acte';
import { dateCivile } from '../../domain/calendrier/dates';
import { nomsActes } from '../../domain/faits/actes';
import type { Evenement } from '../../domain/faits/evenements';
import { garderMessage, tracesDuDossier } from '../../registre';
import { type Banc, MAINTENANT, ouvrirBanc } from '../web/banc';

const accord: Evenement = { type: 'REPONSE_SALARIE', date: dateCivile('2025-03-12'), reponse: 'ACCEPTATION' };
const conges: Evenement = { type: 'CONGES', debut: dateCivile('2025-06-16'), fin: dateCivile('2025-06-20') };
const formation = { type: 'FORMATION', debut: '2025-09-01', fin: '2025-09-05' };
/** A rule sets it aside: nobody asks to register again in the middle of her CSP. */
const prematuree = { type: 'DEMANDE_REINSCRIPTION', date: '2025-07-09' };
/** An end of the CSP before the holidays of June: they would no longer count. */
const abandon = { type: 'SORTIE', date: '2025-06-10', motif: 'ABANDON' };

let banc: Banc;
beforeAll(async () => {
  banc = await ouvrirBanc();
});
afterAll(() => banc?.fermer());

const inscrit = (numero: string) => lireConnu(banc.registre, numero);
const journal = async (numero: string) => (await inscrit(numero)).journal.map(({ id }) => id);
const traces = async (numero: string) =>
  (await tracesDuDossier(banc.registre, numero)).map(({ auteur, acte, details }) => ({ auteur, acte, details }));
const faire = async (numero: string, id: string, evenement: object, plus: Partial<DemandeActe> = {}) => {
  const contenu = { id, auteur: 'conseillere-1', evenement };
  const demande = { acte: 'consigner', contenu, accepte: [], vu: null, ...plus } as const;
  return agirSurUnDossier(banc.deps.actes, await inscrit(numero), demande, MAINTENANT);
};

describe('un acte sur un dossier', () => {
  it('entre au journal une fois, avec sa trace, si souvent qu’il soit envoyé', async () => {
    const numero = await banc.ouvrir('une-fois', [accord]);
    expect(await faire(numero, 'f1', formation)).toMatchObject({ statut: 'ENREGISTRE', issue: { statut: 'RETENU' } });
    expect(await faire(numero, 'f1', formation)).toMatchObject({ statut: 'DEJA_RECU', issue: { statut: 'RETENU' } });
    expect(await journal(numero)).toEqual(['ouverture-1', 'f1']);
    expect(await traces(numero)).toEqual([{ auteur: 'conseillere-1', acte: 'CONSIGNER', details: { id: 'f1' } }]);
  });

  it('refusé pour sa forme, il n’est gardé nulle part mais laisse sa trace ; repris sous le même identifiant, il compte', async () => {
    const numero = await banc.ouvrir('refuse', [accord]);
    const envers = { ...formation, debut: '2025-09-08' };
    for (let fois = 0; fois < 2; fois++) {
      expect(await faire(numero, 'f1', envers)).toMatchObject({
        statut: 'REFUSE',
        issue: { code: 'PERIODE_INVERSEE', phrase: expect.any(String) },
      });
    }
    expect(await journal(numero)).toEqual(['ouverture-1']);
    expect(await faire(numero, 'f1', formation)).toMatchObject({ statut: 'ENREGISTRE' });
    expect((await traces(numero)).map(({ details }) => details)).toEqual([
      { id: 'f1', refus: 'PERIODE_INVERSEE' },
      { id: 'f1' },
    ]);
  });

  it('dont un texte ne pourrait pas être gardé, il est refusé avant d’atteindre le registre', async () => {
    const numero = await banc.ouvrir('nul', [accord]);
    const prime = { type: 'DEMANDE_PRIME', date: '2025-07-09', contratId: 'c\u0000' };
    expect(await faire(numero, 'f1', prime)).toMatchObject({
      statut: 'REFUSE',
      issue: { code: 'CARACTERE_INTERDIT:contratId' },
    });
    for (const id of ['__proto__', 'constructor', 'a\u0000', 'x'.repeat(101)])
      await expect(faire(numero, id, formation)).rejects.toMatchObject({ erreurs: [{ code: 'IDENTIFIANT_INVALIDE' }] });
    expect(await journal(numero)).toEqual(['ouverture-1']);
    expect(await faire(numero, 'f2', formation)).toMatchObject({ statut: 'ENREGISTRE' });
  });

  it('qu’une règle écarte, il attend que son auteur l’accepte ; rien n’est alors gardé, pas même une trace', async () => {
    const numero = await banc.ouvrir('ecarte', [accord]);
    expect(await faire(numero, 'f1', prematuree)).toMatchObject({
      statut: 'A_ACCEPTER',
      reserves: ['ECARTE'],
      apercu: { issue: { code: 'REINSCRIPTION_PREMATUREE' } },
    });
    expect([await journal(numero), await traces(numero)]).toEqual([['ouverture-1'], []]);
    expect(await faire(numero, 'f1', prematuree, { accepte: ['ECARTE'] })).toMatchObject({
      statut: 'ENREGISTRE',
      issue: { statut: 'ECARTE', code: 'REINSCRIPTION_PREMATUREE' },
    });
  });

  it('qui en écarte un autre, il attend de même', async () => {
    const numero = await banc.ouvrir('repousse', [accord, conges]);
    expect(await faire(numero, 'f1', abandon, { accepte: ['ECARTE'] })).toMatchObject({
      statut: 'A_ACCEPTER',
      reserves: ['REPOUSSE'],
      apercu: { faitsRepousses: [{ id: 'ouverture-2' }] },
    });
    expect(await faire(numero, 'f1', abandon, { accepte: ['REPOUSSE'] })).toMatchObject({ statut: 'ENREGISTRE' });
  });

  it('confirmé sur l’aperçu de la version actuelle, il ne redemande que ce que cet aperçu demandait', async () => {
    const numero = await banc.ouvrir('vu', [accord, conges]);
    const { version } = await inscrit(numero);
    const averti = { version, reserves: ['REPOUSSE'] } as const;
    expect(await faire(numero, 'f1', abandon, { vu: averti })).toMatchObject({ statut: 'A_ACCEPTER' });
    const sansReserve = { version, reserves: [] };
    // The preview is taken at its word: the journey decides.
    expect(await faire(numero, 'f2', prematuree, { vu: sansReserve })).toMatchObject({
      statut: 'ENREGISTRE',
      issue: { statut: 'ECARTE' },
    });
    // That changed the dossier: what was seen before no longer speaks of it.
    expect(await faire(numero, 'f3', abandon, { vu: sansReserve })).toMatchObject({ statut: 'A_ACCEPTER' });
  });

  it('confirmé deux fois dans la même seconde, d’un double clic, il compte une fois', async () => {
    const numero = await banc.ouvrir('double-clic', [accord]);
    const vu = { version: (await inscrit(numero)).version, reserves: [] };
    const suites = await Promise.all([faire(numero, 'f1', formation, { vu }), faire(numero, 'f1', formation, { vu })]);
    for (const suite of suites) expect(suite).toMatchObject({ issue: { statut: 'RETENU' } });
    expect(await journal(numero)).toEqual(['ouverture-1', 'f1']);
    expect(await traces(numero)).toHaveLength(1);
  });

  it('confirmé juste après un autre que le parcours n’a pas encore pris, il attend et dit ce qui a changé', async () => {
    const numero = await banc.ouvrir('deux-onglets', [accord]);
    const vu = { version: (await inscrit(numero)).version, reserves: [] };
    const premier = { id: 'f1', auteur: 'conseillere-1', evenement: conges };
    await garderMessage(
      banc.registre,
      { numero, id: 'f1', acte: 'consigner', contenu: premier, auteur: 'conseillere-1' },
      new Date(),
    );
    const second = faire(numero, 'f2', formation, { vu });
    await banc.envoyer(numero, 'consigner', premier);
    expect(await second).toMatchObject({ statut: 'A_ACCEPTER', depuis: [{ id: 'f1' }] });
    expect(await journal(numero)).toEqual(['ouverture-1', 'f1']);
  });

  it('confirmés au même instant par deux personnes sur le même aperçu, un seul entre et l’autre dit ce qui a changé', async () => {
    for (let fois = 0; fois < 8; fois++) {
      const numero = await banc.ouvrir(`meme-instant-${fois}`, [accord]);
      const vu = { version: (await inscrit(numero)).version, reserves: [] };
      const de = (auteur: string, id: string, evenement: object) =>
        faire(numero, id, evenement, { vu, contenu: { id, auteur, evenement } });
      const suites = await Promise.all([
        de('conseillere-1', 'f1', conges),
        de('conseillere-2', 'f2', formation),
        de('conseillere-3', 'f3', { ...formation, debut: '2025-10-01', fin: '2025-10-03' }),
      ]);
      const [, gagnant, ...reste] = await journal(numero);
      expect(reste).toEqual([]);
      expect(suites.filter(({ statut }) => statut === 'ENREGISTRE')).toMatchObject([{ issue: { id: gagnant } }]);
      const autres = suites.filter(({ statut }) => statut === 'A_ACCEPTER');
      expect(autres).toMatchObject([{ depuis: [{ id: gagnant }] }, { depuis: [{ id: gagnant }] }]);
      expect(await traces(numero)).toHaveLength(1);
    }
  });

  it('un message que personne ne prend ne retient pas les suivants', async () => {
    const numero = await banc.ouvrir('en-panne', [accord]);
    const vu = { version: (await inscrit(numero)).version, reserves: [] };
    const vieux = { numero, id: 'vieux', acte: 'consigner' as const, contenu: { id: 'vieux' }, auteur: 'a' };
    await garderMessage(banc.registre, vieux, new Date(Date.now() - 60_000));
    expect(await faire(numero, 'f1', formation, { vu })).toMatchObject({ statut: 'ENREGISTRE' });
  });

  it('n’a qu’un nom dans la trace, le même refusé ou non', async () => {
    const numero = await banc.ouvrir('noms', [accord]);
    // Nothing in them: what needs a content is refused, what needs none is recorded.
    for (const acte of nomsActes) {
      const demande = { acte, contenu: { id: acte, auteur: 'a' }, accepte: toutesReserves, vu: null };
      await agirSurUnDossier(banc.deps.actes, await inscrit(numero), demande, MAINTENANT);
    }
    expect((await traces(numero)).map(({ acte, details }) => [acte, 'refus' in details])).toEqual([
      ['CONSIGNER', true],
      ['CORRIGER', true],
      ['ANNULER', true],
      ['RECTIFIER', true],
      ['ADOPTER', true],
      ['CONFIRMERSILENCE', false],
      ['CONFIRMER', true],
      ['FERMER_PAR_ERREUR', true],
    ]);
  });
});

describe('adopter d’autres paramètres dans plusieurs dossiers', () => {
  const contenu = (reglement: object) => ({ id: 'ad1', auteur: 'directrice-1', reglement });
  const adopter = (numeros: string[], reglement: object) =>
    adopterReglement(banc.deps.actes, numeros, contenu(reglement), MAINTENANT);
  const jeu = { surcharge: { dureeMois: 13 }, source: 'avenant n° 12' };

  it('un seul refus, et rien n’est consigné nulle part', async () => {
    const numeros = [await banc.ouvrir('ad-un', [accord]), await banc.ouvrir('ad-deux', [accord])];
    const refus = adopter([...numeros, '2020-000001-70'], { ...jeu, nom: 'crp-2009' });
    await expect(refus).rejects.toMatchObject({
      erreurs: [
        { code: 'DOSSIER_INCONNU', phrase: expect.stringContaining('2020-000001-70 : ') },
        { code: 'REGLEMENT_DIFFERENT', phrase: expect.stringContaining(`${numeros[0]} : `) },
        { code: 'REGLEMENT_DIFFERENT' },
      ],
    });
    for (const numero of numeros) {
      expect(await journal(numero)).toEqual(['ouverture-1']);
      expect(await traces(numero)).toMatchObject([{ acte: 'ADOPTER', details: { refus: 'REGLEMENT_DIFFERENT' } }]);
    }
  });

  it('le même acte dans chacun, montré puis fait ; recommencer ne fait rien de plus', async () => {
    const numeros = [await banc.ouvrir('ad-trois', [accord]), await banc.ouvrir('ad-quatre', [accord])];
    const { prevues, faites } = await adopter(numeros, jeu);
    expect(prevues.map(({ inscrit: { numero } }) => numero)).toEqual(numeros);
    expect(faites.map(({ suite }) => suite.statut)).toEqual(['ENREGISTRE', 'ENREGISTRE']);
    const encore = await adopter(numeros, jeu);
    expect([encore.prevues, encore.faites.map(({ suite }) => suite.statut)]).toEqual([[], ['DEJA_RECU', 'DEJA_RECU']]);
    for (const numero of numeros) expect(await traces(numero)).toHaveLength(1);
  });
});
