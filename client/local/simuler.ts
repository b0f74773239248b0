import type { Reglages } from '../../commun/reglages';
import { type DateCivile, lireDate } from '../../domain/calendrier/dates';
import { fuseau, instantMinuit } from '../../domain/calendrier/fuseaux';
import { enObjet } from '../../domain/dossier/brut';
import type { Numero } from '../../domain/dossier/numero';
import type { Issue } from '../../domain/faits/journal';
import { idParcours } from '../../workflows/parcours/messages';
import { organisationExemple } from '../saisie/organisation';
import type { ContenuActe } from '../usages/commun/acte';
import { lireConnu } from '../usages/commun/lire-connu';
import { envoyerActe } from '../usages/commun/moteur';
import { Refus } from '../usages/commun/refus';
import type { DemandeOuverture } from '../usages/ouverture/demande';
import { ouvrirParcours } from '../usages/ouvrir';
import { type CadreOuverture, previsualiserOuverture } from '../usages/previsualiser-ouverture';
import { dansUneSimulation } from './simulation';
import { chronologie, type Moment } from './simuler-chronologie';
import { type CourrierEcrit, ecrireCourriers } from './simuler-courriers';

export interface DemandeSimulation {
  /** What `ouvrir` takes: the dossier's fields, the people, perhaps `dateReprise` and `evenements`. */
  document: unknown;
  /** More events, each perhaps with `enregistreLe`: the day or the instant at which it is recorded. */
  evenements?: readonly unknown[];
  /** Folder of the letters, made when missing. */
  sortie: string;
  reglages: Reglages;
}

export interface ResultatSimulation {
  numero: Numero;
  /** What happened, in order. */
  moments: Moment[];
  courriers: CourrierEcrit[];
  /** Outcome of each event, in the order in which they were recorded. */
  issues: Issue[];
}

/** Who records the facts of a simulation. */
const AUTEUR = 'simulation';
/** Who confirms, the same day, what no one person decides. */
const SECONDE_PERSONNE = 'simulation-2';
/** Facts are recorded during working hours; letters of the day left at midnight or leave at nine. */
const HEURE_DES_FAITS_MS = 10 * 3_600_000;

/**
 * Lives a whole journey in seconds: the same workflow and worker on an engine whose time jumps, facts signalled at their dates,
 * letters really sent to a mailbox, then written to `sortie` in order as .eml and .pdf.
 * @throws Refus with every reason when the dossier cannot be opened
 */
export async function simuler({
  document,
  evenements = [],
  sortie,
  reglages,
}: DemandeSimulation): Promise<ResultatSimulation> {
  const { demande, faits, depart } = preparer(document, evenements, reglages);
  return dansUneSimulation(depart, async (simulation) => {
    const { registre, client } = simulation;
    const deps = { registre, temporal: client, envoi: reglages.envoi };
    const { numero } = await ouvrirParcours(deps, demande, depart);
    const faire = async (acte: 'consigner' | 'confirmer', contenu: ContenuActe): Promise<Issue> => {
      const issue = await envoyerActe({ registre, temporal: client }, await lireConnu(registre, numero), acte, contenu);
      if (issue !== 'EN_COURS') return issue;
      throw new Error('La simulation n’avance plus : le parcours n’a pas répondu en cinq secondes.');
    };
    const issues: Issue[] = [];
    for (const { quand, evenement } of faits) {
      await simulation.avancer(quand);
      const issue = await faire('consigner', { evenement, auteur: AUTEUR });
      if (issue.statut === 'A_CONFIRMER') await faire('confirmer', { confirme: issue.id, auteur: SECONDE_PERSONNE });
      issues.push(issue);
    }
    await simulation.allerAuBout(idParcours(numero));
    const courriers = await ecrireCourriers(simulation, numero, sortie);
    return { numero, moments: await chronologie(simulation, numero, courriers), courriers, issues };
  });
}

interface Fait {
  quand: Date;
  evenement: Record<string, unknown>;
}

function preparer(document: unknown, autres: readonly unknown[], reglages: Reglages) {
  const champs = enObjet(document);
  const siens = Array.isArray(champs.evenements) ? champs.evenements : [];
  const zone = fuseau(String(champs.residence ?? ''));
  const reprise = lireDate(champs.dateReprise);
  const premier = reprise ?? lireDate(champs.dateRemise);
  const depart = premier ? matin(premier, zone) : new Date();
  const tous = [...siens, ...autres].map((brut) => situerFait(enObjet(brut), zone));
  // What a journey under way already holds is given at its opening; a proposition starts without any fact.
  const connus = reprise ? tous.filter((fait) => fait.quand < depart) : [];
  const contexte = { ...organisation(champs), maintenant: depart, envoi: reglages.envoi, auteur: AUTEUR };
  const examen = previsualiserOuverture({ ...champs, evenements: connus.map((fait) => fait.evenement) }, contexte);
  if (!examen.ok) throw new Refus(examen.erreurs);
  const faits = tous.filter((fait) => !connus.includes(fait)).sort((a, b) => a.quand.getTime() - b.quand.getTime());
  return { demande: examen.projet.demande as DemandeOuverture, faits, depart };
}

function situerFait({ enregistreLe, ...evenement }: Record<string, unknown>, zone: string): Fait {
  const jour =
    lireDate(enregistreLe) ?? (enregistreLe ? null : (lireDate(evenement.date) ?? lireDate(evenement.debut)));
  const quand = jour ? matin(jour, zone) : new Date(String(enregistreLe));
  if (Number.isNaN(quand.getTime())) {
    const phrase = `Un événement ${String(evenement.type)} n’a ni date ni enregistreLe lisible : on attend AAAA-MM-JJ.`;
    throw new Refus([{ code: 'DATE_INVALIDE:enregistreLe', phrase }]);
  }
  return { quand, evenement };
}

const matin = (jour: DateCivile, zone: string) => new Date(instantMinuit(jour, zone).getTime() + HEURE_DES_FAITS_MS);

/** The invented agencies and counsellors; an id that they lack is lent to the first of them, since nothing really leaves. */
function organisation({ agence, referent }: Record<string, unknown>): Pick<CadreOuverture, 'agences' | 'referents'> {
  const lue = organisationExemple();
  const agences = avec(lue.agences, agence, {});
  const referents = avec(lue.referents, referent, { agence: String(agence) });
  return { agences, referents };
}

function avec<T extends { id: string }>(liste: T[], id: unknown, change: Partial<T>): T[] {
  if (typeof id !== 'string' || !/^[a-z0-9-]{1,40}$/.test(id) || liste.some((e) => e.id === id)) return liste;
  return [...liste, { ...liste[0]!, ...change, id }];
}
