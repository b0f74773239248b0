import { resoudreJournal } from '../faits/resoudre-journal';
import { accord, entree, parcours } from '../parcours/de-test/parcours';
import { previsualiserParcours } from '../parcours/previsualiser';
import { situer } from '../parcours/situer';
import { lireJeu } from './jeu-parametres';

const MAINTENANT = '2025-04-10T08:00:00.000Z';
const OPTIONS = { envoi: 'immediat' as const };
const adopter = (reglement: unknown, id = 'ad1') => ({
  id,
  acte: 'adopterReglement' as const,
  contenu: { auteur: 'ref', motif: 'avenant signé', reglement },
  recuLe: MAINTENANT,
});
const adoption = (id: string, surcharge: object) => entree(id, { reglement: { surcharge, source: 'avenant n° 12' } });
const issueDe = (reglement: unknown, dossier: object = {}) =>
  previsualiserParcours(parcours([accord], dossier), adopter(reglement), MAINTENANT, OPTIONS).issue;
const situation = (...journal: Parameters<typeof parcours>[0] & object) =>
  situer({ etat: parcours(journal), enCours: [], maintenant: MAINTENANT }, OPTIONS).situation;

describe('un jeu de paramètres', () => {
  it('se donne nu, ou avec son règlement et sa source', () => {
    expect(lireJeu({ dureeMois: 13 })).toEqual({
      ok: true,
      jeu: { reglement: null, parametres: { dureeMois: 13 }, source: null },
    });
    const entier = { reglement: 'csp-2011', parametres: { dureeMois: 13 }, source: ' avenant n° 12 ' };
    expect(lireJeu(entier)).toEqual({ ok: true, jeu: { ...entier, source: 'avenant n° 12' } });
  });

  it('refuse une source trop longue pour le journal, avec la limite et ce qui est donné', () => {
    const lu = (n: number) => lireJeu({ parametres: { dureeMois: 13 }, source: 'a'.repeat(n) });
    expect(lu(500)).toMatchObject({ ok: true, jeu: { source: 'a'.repeat(500) } });
    expect(lu(501)).toEqual({ ok: false, erreurs: ['TROP_LONG:source:500:501'] });
  });

  it.each([
    [3, ['DOCUMENT_ILLISIBLE']],
    [[], ['DOCUMENT_ILLISIBLE']],
    [null, ['DOCUMENT_ILLISIBLE']],
    [{ reglement: ['csp-2011'], parametres: { dureeMois: 13 } }, ['REGLEMENT_INCONNU:csp-2011']],
    [{}, ['SURCHARGE_VIDE']],
    [{ dureeAns: 1, dureeMois: 'un an' }, ['SURCHARGE_INCONNUE:dureeAns', 'SURCHARGE_INVALIDE:dureeMois']],
    [{ reglement: 'csp-2099', parametres: { dureeMois: 13 } }, ['REGLEMENT_INCONNU:csp-2099']],
    [{ reglement: 'csp-2011', dureeMois: 13 }, ['CHAMP_INCONNU:dureeMois', 'SURCHARGE_VIDE']],
    [{ parametres: [], source: 4 }, ['CHAMP_INVALIDE:source', 'CHAMP_INVALIDE:parametres']],
  ])('%j est refusé', (valeur, erreurs) => {
    expect(lireJeu(valeur)).toEqual({ ok: false, erreurs });
  });
});

describe('l’adoption d’autres paramètres', () => {
  it('entre au journal avec sa source, son auteur et son motif', () => {
    const etat = { ...parcours([accord]), recus: [adopter({ surcharge: { dureeMois: 13 }, source: 'avenant n° 12' })] };
    const { reponse } = situer({ etat, enCours: [], maintenant: MAINTENANT }, OPTIONS);
    expect(reponse.entrees).toEqual([
      {
        id: 'ad1',
        acte: 'adopterReglement',
        auteur: 'ref',
        enregistreLe: MAINTENANT,
        motif: 'avenant signé',
        reglement: { surcharge: { dureeMois: 13 }, source: 'avenant n° 12' },
      },
    ]);
    expect(reponse.issues).toContainEqual({ id: 'ad1', statut: 'RETENU', code: null, phrase: null });
  });

  it('se prévisualise, se pose sur le règlement et sur les paramètres de l’agence, et s’annule', () => {
    const { avant, apres } = previsualiserParcours(
      parcours([accord]),
      adopter({ surcharge: { dureeMois: 13 }, source: 'avenant n° 12' }),
      MAINTENANT,
      OPTIONS,
    );
    expect([avant.resultat.terme, apres.resultat.terme]).toEqual(['2026-03-24', '2026-04-24']);
    const adopte = parcours([accord, adoption('ad1', { dureeMois: 13 })]);
    const agence = { ...OPTIONS, surcharge: { dureeMois: 6, preBilanJours: 10 } };
    const { resultat } = situer({ etat: adopte, enCours: [], maintenant: MAINTENANT }, agence).situation;
    expect([resultat.terme, resultat.echeancePreBilan]).toEqual(['2026-04-24', '2025-04-04']);
    const annule = situation(accord, adoption('ad1', { dureeMois: 13 }), entree('x', { annule: 'ad1' }));
    expect(annule.resultat).toEqual(situation(accord).resultat);
  });

  it('se complète par une autre, la dernière l’emportant', () => {
    const journal = [adoption('ad1', { dureeMois: 13, preBilanJours: 10 }), adoption('ad2', { dureeMois: 14 })];
    expect(resoudreJournal(parcours().dossier, journal).surcharge).toEqual({ dureeMois: 14, preBilanJours: 10 });
    const sansLaSeconde = [...journal, entree('x', { annule: 'ad2' })];
    expect(resoudreJournal(parcours().dossier, sansLaSeconde).surcharge).toEqual({ dureeMois: 13, preBilanJours: 10 });
  });

  it.each([
    ['un message sans paramètres', undefined, 'MESSAGE_ILLISIBLE'],
    ['sans source', { surcharge: { dureeMois: 13 } }, 'CHAMP_MANQUANT:source'],
    ['un paramètre inconnu', { surcharge: { duree: 13 }, source: 's' }, 'SURCHARGE_INCONNUE:duree'],
    ['une valeur du mauvais type', { surcharge: { dureeMois: '13' }, source: 's' }, 'SURCHARGE_INVALIDE:dureeMois'],
    ['aucun paramètre', { surcharge: {}, source: 's' }, 'SURCHARGE_VIDE'],
    ['un autre règlement', { surcharge: { dureeMois: 13 }, source: 's', nom: 'csp-2011' }, 'REGLEMENT_DIFFERENT'],
    ['un dossier qui ne s’ouvrirait plus', { surcharge: { residences: [] }, source: 's' }, 'RESIDENCE_NON_ELIGIBLE'],
  ])('%s est refusé', (_, reglement, code) => {
    expect(issueDe(reglement)).toMatchObject({ statut: 'REFUSE', code });
  });

  it('vaut pour un dossier du règlement nommé', () => {
    const ancien = { dateRemise: '2013-03-04' };
    const etat = parcours([], ancien);
    const message = adopter({ surcharge: { delaiReflexionJours: 22 }, source: 's', nom: 'csp-2011' });
    expect(previsualiserParcours(etat, message, '2013-03-05T08:00:00.000Z', OPTIONS).issue.statut).toBe('RETENU');
  });

  it('ne s’annule pas quand une rectification s’appuie sur elle', () => {
    const journal = [
      accord,
      adoption('ad1', { residences: ['metropole', 'mayotte'] }),
      entree('r', { rectification: { residence: 'mayotte' } }),
    ];
    const annuler = (annule: string) => {
      const message = { id: 'x', acte: 'annuler' as const, contenu: { auteur: 'ref', annule }, recuLe: MAINTENANT };
      return previsualiserParcours(parcours(journal), message, MAINTENANT, OPTIONS).issue;
    };
    expect(annuler('ad1')).toMatchObject({ statut: 'REFUSE', code: 'RESIDENCE_NON_ELIGIBLE' });
    expect(annuler('r')).toMatchObject({ statut: 'RETENU' });
  });
});
