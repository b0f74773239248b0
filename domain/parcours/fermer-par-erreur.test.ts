import { dateCivile } from '../calendrier/dates';
import { appliquer, memoriserRemise } from './appliquer';
import { accord, parcours } from './de-test/parcours';
import { feuVert } from './feu-vert';
import type { EtatParcours, MessageRecu, ReponseSituer } from './parcours';
import { previsualiserParcours } from './previsualiser';
import { projeter } from './projeter';
import { situer } from './situer';

const A = (jour: string) => `${jour}T09:00:00.000Z`;
const demander = (etat: EtatParcours, jour: string) =>
  situer({ etat, enCours: [], maintenant: A(jour) }, { envoi: 'immediat' });
const message = (id: string, acte: MessageRecu['acte'], contenu: object, jour = '2025-03-12'): MessageRecu => ({
  id,
  acte,
  contenu: { auteur: 'ref', ...contenu },
  recuLe: A(jour),
});
const fermer = message('f1', 'fermerParErreur', { motif: 'Homonyme de la personne licenciée' });

/** What the workflow does with an answer, the letters left as they are, or gone at once. */
function suivre(avant: EtatParcours, reponse: ReponseSituer, jour: string, partent: boolean): EtatParcours {
  const etat = structuredClone(avant);
  appliquer(etat, reponse, etat.recus.length);
  const issue = { statut: 'PARTI' as const, le: A(jour) };
  if (partent) for (const courrier of reponse.dus) memoriserRemise(etat, { courrier, issue });
  return etat;
}
const vivre = (etat: EtatParcours, jour: string, recus: MessageRecu[] = [], partent = true): EtatParcours =>
  suivre({ ...etat, recus }, demander({ ...etat, recus }, jour).reponse, jour, partent);

const enReflexion = vivre(parcours(), '2025-03-03');
const ferme = (etat: EtatParcours) => demander({ ...etat, recus: [fermer] }, '2025-03-12');

describe('un dossier ouvert par erreur', () => {
  it('est fermé : plus de date, plus rien à envoyer, plus rien à attendre, et le parcours se referme', () => {
    const { reponse, situation } = ferme(vivre(parcours([accord]), '2025-03-10'));
    expect(reponse).toMatchObject({ etat: 'OUVERT_PAR_ERREUR', clos: true, prochain: null, dus: [] });
    expect(reponse.attributs).toEqual({
      etape: 'OUVERT_PAR_ERREUR',
      prochaineEcheance: null,
      terme: null,
      alertes: 0,
    });
    expect(situation.enUnePhrase).toBe('Ouvert par erreur, et fermé comme tel le 12/03/2025.');
    expect(situation).toMatchObject({ echeances: [], prochaine: null, attente: null, ecouteJusquau: '2025-03-12' });
    expect(situation.resultat).toMatchObject({ alertes: [], chronologie: [] });
    expect(situation.resultat).not.toHaveProperty('terme');
    expect(reponse.issues).toEqual([{ id: 'f1', statut: 'RETENU', code: null, phrase: null }]);
  });

  it('retire les courriers qui attendaient, et ne remet plus rien au moment de partir', () => {
    const attend = structuredClone(enReflexion);
    const [[cle, memoire] = ['', undefined]] = Object.entries(attend.courriers);
    attend.courriers[cle] = { ...memoire!, statut: 'A_REPRENDRE' };
    const { reponse, situation } = ferme(attend);
    expect(reponse.memoires[cle]?.statut).toBe('ANNULE');
    const courrier = { cle, code: memoire!.code, destinataire: memoire!.destinataire };
    expect(feuVert({ courrier, situation, vouluParRendezVous: false, ditLeReferent: true, tenu: false })).toBe(
      'ANNULE',
    );
  });

  it('dont un courrier était parti, demande à quelqu’un de le dire : aucune lettre ne le fait', () => {
    const partis = Object.values(enReflexion.courriers).filter((c) => c.destinataire !== 'CONSEILLER');
    expect(partis.length).toBeGreaterThan(0);
    const { taches, dus } = ferme(enReflexion).reponse;
    expect(dus).toEqual([]);
    expect(taches).toEqual([
      expect.objectContaining({
        cle: `2025-000001-32/ERREUR_A_DIRE/f1/${partis.length}`,
        type: 'ERREUR_A_DIRE',
        echeance: '2025-03-12',
        libelle: expect.stringContaining('(au bénéficiaire, prévu le 03/03/2025)'),
      }),
    ]);
  });

  it('dont rien n’était parti, ne demande rien à personne', () => {
    expect(ferme(parcours()).reponse.taches).toEqual([]);
  });

  it('ne prend plus rien en compte, sinon l’annulation de sa fermeture', () => {
    const clos = vivre(enReflexion, '2025-03-12', [fermer]);
    const reponse = { type: 'REPONSE_SALARIE', date: dateCivile('2025-03-10'), reponse: 'ACCEPTATION' };
    const tard = message('t1', 'signaler', { evenement: reponse }, '2025-03-14');
    const encore = message('t2', 'fermerParErreur', { motif: 'encore' }, '2025-03-14');
    const { issues, taches, clos: refermee } = demander({ ...clos, recus: [tard, encore] }, '2025-03-14').reponse;
    expect(issues.map(({ code }) => code)).toEqual(['DOSSIER_OUVERT_PAR_ERREUR', 'DOSSIER_OUVERT_PAR_ERREUR']);
    expect(taches.map(({ type }) => type)).toEqual(['MESSAGE_REFUSE', 'MESSAGE_REFUSE', 'ERREUR_A_DIRE']);
    expect(refermee).toBe(true);
  });

  it('fermé à tort, reprend où il en était : ce qui était parti est vrai, ce qui attendait repart', () => {
    const clos = vivre(vivre(parcours(), '2025-03-03', [], false), '2025-03-12', [fermer]);
    const annuler = message('a1', 'annuler', { annule: 'f1' }, '2025-03-13');
    const { reponse, situation } = demander({ ...clos, recus: [annuler] }, '2025-03-13');
    expect(reponse).toMatchObject({ etat: 'EN_REFLEXION', clos: false });
    expect(reponse.dus.map(({ code }) => code)).toContain('C01_PROPOSITION');
    expect(situation.echeances).not.toEqual([]);
    const dits = vivre(vivre(enReflexion, '2025-03-12', [fermer]), '2025-03-13', [annuler]);
    expect(dits.courriers).not.toEqual({});
    expect(Object.values(dits.courriers).filter(({ statut }) => statut === 'RECTIFIE')).toEqual([]);
  });

  it('fermé quand il est déjà demain chez la personne, n’est plus écouté non plus à l’heure d’ici', () => {
    const la = parcours();
    const etat = { ...la, dossier: { ...la.dossier, residence: 'la-reunion' as const } };
    const tard = { ...fermer, recuLe: '2025-03-11T21:00:00.000Z' };
    const { situation } = situer(
      { etat: { ...etat, recus: [tard] }, enCours: [], maintenant: '2025-03-11T21:00:01.000Z' },
      { envoi: 'immediat' },
    );
    expect(situation).toMatchObject({ observeLe: '2025-03-12', ecouteJusquau: '2025-03-11' });
  });

  it('sans motif, n’est pas fermé', () => {
    const sans = message('f1', 'fermerParErreur', { motif: '  ' });
    const { issues, etat } = demander({ ...enReflexion, recus: [sans] }, '2025-03-12').reponse;
    expect(issues).toMatchObject([{ statut: 'REFUSE', code: 'CHAMP_MANQUANT:motif' }]);
    expect(etat).toBe('EN_REFLEXION');
  });

  it('montre avant de se fermer ce qui ne partira pas et ce qui était parti', () => {
    const apercu = previsualiserParcours(enReflexion, fermer, A('2025-03-12'), { envoi: 'immediat' });
    expect(apercu.courriersAnnules.map(({ code }) => code)).toContain('C02_RAPPEL_REFLEXION');
    expect(apercu.courriersFaux.map(({ code }) => code)).toContain('C01_PROPOSITION');
    expect(apercu.corrections).toEqual({});
    expect(apercu.echeances.every(({ apres }) => apres === null)).toBe(true);
  });

  it('n’a plus d’avenir', () => {
    const clos = vivre(enReflexion, '2025-03-12', [fermer]);
    expect(projeter(clos, A('2025-03-12'), { envoi: 'immediat' })).toEqual([]);
  });
});
