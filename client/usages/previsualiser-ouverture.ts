import { ajouterJours, type DateCivile } from '../../domain/calendrier/dates';
import type { Etape } from '../../domain/dossier/etats';
import type { Agence, Referent } from '../../domain/dossier/personnes';
import { calculer } from '../../domain/droit/calculer';
import { inscrireReglement } from '../../domain/droit/parcours-inscrit';
import { type Evenement, phraseForme, verifierForme } from '../../domain/faits/evenements';
import { departReel, type RaisonDepart } from '../../domain/parcours/depart';
import { etatInitial } from '../../domain/parcours/etat-initial';
import type { ModeEnvoi } from '../../domain/parcours/parcours';
import type { CourrierSitue, Echeance, Situation } from '../../domain/parcours/situation';
import { situer } from '../../domain/parcours/situer';
import { lireDocument } from '../saisie/document';
import { type Erreur, erreur, inconnu } from '../saisie/erreur';
import type { DemandeOuverture } from './ouverture/demande';
import { motifsDeRefus } from './ouvrir';

/** What an opening is judged with. */
export interface CadreOuverture {
  agences: readonly Agence[];
  referents: readonly Referent[];
  maintenant: Date;
  envoi: ModeEnvoi;
  /** Account or system that asks: an id, never a name. */
  auteur: string;
}

/** A letter about to leave. */
export interface Depart extends Pick<CourrierSitue, 'code' | 'destinataire' | 'date'> {
  /** UTC instant. */
  depart: string;
  /** The day it really leaves, and why it is not `date`. */
  jour: DateCivile;
  raison: RaisonDepart | null;
  /** Leaves as soon as the journey opens. */
  immediat: boolean;
}

/** What an accepted document would open. */
export interface Projet {
  demande: DemandeOuverture;
  etat: Etape;
  phase: Situation['phase'];
  enUnePhrase: string;
  prochaine: Pick<Echeance, 'libelle' | 'date' | 'aConfirmer'> | null;
  /** Letters that leave at once or within a week, in order. */
  departs: Depart[];
  /** Alerts, and what deserves a word in the values: nothing that prevents the opening. */
  avertissements: Erreur[];
}

export type OuverturePrevue = { ok: true; projet: Projet } | { ok: false; erreurs: Erreur[] };

const SEMAINE = 7;

/** Judges one document: form, people, eligibility, facts, and what it would open. Everything wrong comes at once. */
export function previsualiserOuverture(brut: unknown, contexte: CadreOuverture): OuverturePrevue {
  const lu = lireDocument(brut);
  const champs = (typeof brut === 'object' && brut !== null ? brut : {}) as Record<string, unknown>;
  const { agence, referent, erreurs: absents } = retrouver(champs, contexte);
  if (!lu.ok || !agence || !referent) {
    const formes = [...(lu.ok ? [] : lu.erreurs), ...absents, ...evenementsMalFormes(champs.evenements)];
    // What the form already said, it said better.
    const dits = new Set(formes.map((e) => e.code));
    const eligibilite = calculer({ dossier: champs, evenements: [] }).erreurs.filter((code) => !dits.has(code));
    return { ok: false, erreurs: sansDoubles([...formes, ...eligibilite.map((code) => erreur(code))]) };
  }
  const { dossier, identite, employeur = null, dateReprise, evenements = [], reference } = lu.document;
  const personnes = { identite, employeur, agence, referent };
  const demande = { dossier, personnes, dateReprise, evenements, reference, auteur: contexte.auteur };
  const motifs = motifsDeRefus(demande, contexte.maintenant);
  if (motifs.length > 0) return { ok: false, erreurs: motifs };
  const projet = projeter(demande, situerOuverture(demande, contexte), contexte);
  return { ok: true, projet: { ...projet, avertissements: [...projet.avertissements, ...lu.remarques] } };
}

function retrouver(champs: Record<string, unknown>, { agences, referents }: CadreOuverture) {
  const agence = agences.find((a) => a.id === champs.agence);
  const referent = referents.find((r) => r.id === champs.referent);
  const absent = (code: string, valeur: unknown, trouve: unknown, connus: readonly { id: string }[]) =>
    typeof valeur === 'string' && valeur !== '' && !trouve ? [inconnu(`${code}:${valeur}`, connus)] : [];
  return {
    agence,
    referent,
    erreurs: [
      ...absent('AGENCE_INCONNUE', champs.agence, agence, agences),
      ...absent('REFERENT_INCONNU', champs.referent, referent, referents),
    ],
  };
}

/** Said here only when the rest is wrong too: `motifsDeRefus` says it of a document that is well formed. */
function evenementsMalFormes(bruts: unknown): Erreur[] {
  return (Array.isArray(bruts) ? bruts : []).flatMap((brut, rang) => {
    const forme = verifierForme(brut);
    return forme.ok ? [] : [erreur(forme.code, `Événement n° ${rang + 1} : ${phraseForme(forme, brut)}`)];
  });
}

function situerOuverture(demande: DemandeOuverture, { maintenant, envoi }: CadreOuverture): Situation {
  const le = maintenant.toISOString();
  const { dossier, dateReprise, personnes, auteur } = demande;
  // Their form was checked with the reasons to refuse.
  const evenements = demande.evenements as readonly Evenement[];
  const etat = etatInitial({
    numero: '',
    agence: personnes.agence.id,
    referent: personnes.referent.id,
    dossier: inscrireReglement(dossier),
    dateReprise,
    journal: evenements.map((evenement, i) => ({
      id: String(i),
      acte: 'consigner',
      evenement,
      auteur,
      enregistreLe: le,
    })),
  });
  return situer({ etat, enCours: [], maintenant: le }, { envoi }).situation;
}

function projeter(demande: DemandeOuverture, situation: Situation, { maintenant, envoi }: CadreOuverture): Projet {
  const { decesSignale } = situation;
  const vue = { maintenant, residence: demande.dossier.residence, envoi, decesSignale };
  const semaine = ajouterJours(situation.observeLe, SEMAINE);
  return {
    demande,
    etat: situation.etat,
    phase: situation.phase,
    enUnePhrase: situation.enUnePhrase,
    prochaine: situation.prochaine && prochaineDe(situation.prochaine),
    departs: situation.courriers
      .filter((c) => c.statut === 'A_VENIR')
      .map((c) => ({ ...c, reel: departReel(c, vue) }))
      .flatMap(({ code, destinataire, date, reel: { quand, jour, raison, immediat } }): Depart[] =>
        quand === null || jour === null || jour > semaine
          ? []
          : [{ code, destinataire, date, depart: quand, jour, raison, immediat }],
      ),
    avertissements: situation.alertes.map((code) => erreur(code)),
  };
}

const sansDoubles = (erreurs: Erreur[]): Erreur[] => [
  ...new Map(erreurs.map((e) => [`${e.code} ${e.phrase}`, e])).values(),
];

const prochaineDe = ({ libelle, date, aConfirmer }: Echeance): Projet['prochaine'] => ({
  libelle,
  date,
  ...(aConfirmer ? { aConfirmer } : {}),
});
