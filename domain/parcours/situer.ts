import { ajouterJours, comparer, type DateCivile, enChiffres, FIN_DES_TEMPS } from '../calendrier/dates';
import { dateLocale, finDeVeille, fuseau, instantMinuit } from '../calendrier/fuseaux';
import { entreeCatalogue } from '../catalogue/catalogue';
import type { CourrierPrevu } from '../catalogue/courrier-prevu';
import { completer } from '../dossier/dossier';
import { etatsFinals, libellesEtats, libellesPassages } from '../dossier/etats';
import type { Etat, Resultat } from '../dossier/resultat';
import { type Evaluation, evaluer, type Surcharge } from '../droit/calculer';
import { phrase } from '../faits/erreurs';
import type { EntreeJournal } from '../faits/journal';
import { type Fait, resoudreJournal } from '../faits/resoudre-journal';
import { cleCourrier, tenirAgenda } from './agenda';
import { suivreTerme } from './changement-terme';
import { courriersDesEvenements } from './courriers-evenements';
import { details } from './details';
import { echeances } from './echeances';
import { comparerIssues, examinerTous, situerFaits } from './issues';
import type { DemandeSituer, EtatParcours, ModeEnvoi, ReponseSituer } from './parcours';
import { situerRectifications } from './rectifications';
import { CODE_REINSCRIPTION_EFFECTIVE, faitsContraires } from './reinscription-acquise';
import { planchersDeRetenue } from './retenue';
import { faitsAConfirmer } from './seconde-personne';
import type { Echeance, FaitSitue, Situation } from './situation';
import {
  aRappeler,
  ENTRETIENS,
  jourProche,
  jourQuestionSilence,
  tachesAConfirmer,
  tachesDesCourriers,
  tachesDuCalendrier,
} from './taches-dues';
import { versionDomaine } from './version';

/** Days a journey listens to late facts once it is in its last state (R28). */
const ECOUTE_JOURS = 90;

export interface OptionsSituer {
  envoi: ModeEnvoi;
  /** The agency's own parameters, laid over the règlement of the dossier (R3); what the journey adopted lies over them. */
  surcharge?: Surcharge;
  /** Minutes during which a letter born of a recorded fact is held before it leaves, time to take a slip back; 0 by default. */
  retenueMinutes?: number;
  /** UTC instant at which Jalon came back from an interruption of hours, unless an operator released what binds since. */
  revenuLe?: string | null;
}

/**
 * The one question of the journey: given what opened it, what is known and what was already done, where does it stand, what is
 * due now and when must it be asked again? Pure: time is given.
 * @returns the compact answer that the workflow records, and the whole situation for the register
 * @see ARCHITECTURE, "The idea in one paragraph"
 */
export function situer(
  demande: DemandeSituer,
  options: OptionsSituer,
): { reponse: ReponseSituer; situation: Situation } {
  const { etat, maintenant } = demande;
  const examen = examinerTous(etat, options.surcharge);
  const journal = [...etat.journal, ...examen.entrees];
  const { resolu, dossier, surcharge, aConfirmer, contraires, retenus, evenements } = entendre(etat, journal, options);
  const zone = fuseau(dossier.residence);
  const jour = dateLocale(new Date(maintenant), zone);
  const observe = evaluer(dossier, evenements, { surcharge, dateObservation: jour });
  const projete = evaluer(dossier, evenements, { surcharge });

  const faits = [
    ...situerFaits(retenus, observe),
    ...[...contraires].map((id) => ecarter(id, 'ECARTE', CODE_REINSCRIPTION_EFFECTIVE)),
    ...[...aConfirmer.keys()].map((id) => ecarter(id, 'A_CONFIRMER', 'SECONDE_PERSONNE_REQUISE')),
  ];
  const { issues, taches: tachesFaits } = comparerIssues(etat, examen, faits, jour);
  const liste = echeances(dossier, projete, jour, etat.dateReprise);
  const { resultat } = observe;
  const base = `${jour}-v${etat.version + 1}`;
  const { termeAnnonce, changements } = suivreTerme(etat, projete.resultat, base);
  const deces = decesDe(projete.resultat, aConfirmer);
  const lettres: CourrierPrevu[] = [
    ...projete.courriers,
    ...courriersDesEvenements({
      etat,
      residence: dossier.residence,
      resultat: projete.resultat,
      faits: resolu.faits,
      situes: faits,
      changements,
      jour,
    }),
  ];
  const parCle = new Map(lettres.map((lettre) => [cleCourrier(etat.numero, lettre), lettre]));
  const rectifications = situerRectifications({ etat, voulus: parCle, resultat: projete.resultat, changements, jour });
  const voulus = [...lettres, ...rectifications.courriers];
  const planchers = planchersDeRetenue({
    journal,
    maintenant,
    retenueMinutes: options.retenueMinutes ?? 0,
    voulus: voulus.map((lettre) => cleCourrier(etat.numero, lettre)),
    voulusSelon: (avant) => clesVoulues(etat, avant, options, jour),
  });
  const agenda = tenirAgenda({
    voulus,
    evaluation: projete,
    residence: dossier.residence,
    demande,
    changements,
    silenceConfirme: resolu.silenceConfirme,
    envoi: options.envoi,
    planchers,
    veilleJusqua: options.revenuLe ? finDeVeille(new Date(options.revenuLe), dossier.residence).toISOString() : null,
    deces,
    rectifications: rectifications.nouvelles,
    relance: etat.recus.some(({ acte }) => acte === 'relancer'),
  });

  const dernier = resultat.chronologie!.at(-1)!;
  const aVenir = projete.resultat.chronologie!.filter((passage) => passage.date > jour);
  const fini = aVenir.length === 0 && etatsFinals.includes(dernier.etat);
  const ecouteJusquau = fini ? ajouterJours(dernier.date, ECOUTE_JOURS) : null;

  const aMinuit = (date: DateCivile, libelle: string) => ({ quand: instantMinuit(date, zone).toISOString(), libelle });
  const question = resultat.decision === 'EN_ATTENTE' ? jourQuestionSilence(observe, dossier.residence) : null;
  const suivante = liste.find((e) => e.statut === 'A_VENIR') ?? null;
  const prochaine = aTraiter(liste, dernier.etat);
  const reveils = [
    ...aVenir.map((p) => aMinuit(p.date, `${libellesPassages[p.etat]}, le ${enChiffres(p.date)}`)),
    ...agenda.aVenir,
    question === null ? null : aMinuit(question, 'Question au référent : bulletin d’adhésion reçu ?'),
    ...liste
      .filter(aRappeler)
      .map((e) => aMinuit(jourProche(e, dossier.residence), `${e.libelle} : le ${enChiffres(e.date)} approche`)),
    suivante === null
      ? null
      : aMinuit(ajouterJours(suivante.date, 1), `${suivante.libelle} : au plus tard le ${enChiffres(suivante.date)}`),
    ecouteJusquau === null
      ? null
      : aMinuit(ajouterJours(ecouteJusquau, 1), `Fin d’écoute, le ${enChiffres(ecouteJusquau)}`),
  ]
    .filter((r) => r !== null)
    .filter((r) => r.quand > maintenant);
  const prochain = reveils.sort((a, b) => comparer(a.quand, b.quand) || comparer(a.libelle, b.libelle))[0] ?? null;

  const attente = attenteSansDate(observe.resultat);
  const alertes = [...resultat.alertes!].sort();
  const situation: Situation = {
    numero: etat.numero,
    versionDomaine,
    observeLe: jour,
    etat: dernier.etat,
    cause: dernier.cause,
    phase: phaseDe(dernier.etat, observe),
    enUnePhrase: enUnePhrase(dernier.etat, dernier.date, prochaine, attente),
    resultat,
    echeances: liste,
    prochaine,
    attente,
    courriers: agenda.courriers.sort((a, b) => comparer(a.depart, b.depart) || comparer(a.cle, b.cle)),
    faits,
    decesSignale: deces !== 'AUCUN',
    alertes,
    ecouteJusquau,
  };
  const reponse: ReponseSituer = {
    versionDomaine,
    etat: dernier.etat,
    entrees: examen.entrees,
    issues,
    prochain,
    dus: agenda.dus,
    memoires: agenda.memoires,
    taches: [
      ...tachesDuCalendrier({
        etat,
        dossier,
        evaluation: observe,
        evenements,
        echeances: liste,
        jour,
        silenceConfirme: resolu.silenceConfirme,
      }),
      ...tachesFaits,
      ...tachesAConfirmer(etat.numero, aConfirmer.values(), jour),
      ...tachesDesCourriers(agenda.memoires, (code) => entreeCatalogue(code).titre, jour),
    ],
    attributs: {
      etape: dernier.etat,
      prochaineEcheance: suivante ? instantMinuit(suivante.date, zone).toISOString() : null,
      terme: resultat.terme ? instantMinuit(resultat.terme, zone).toISOString() : null,
      alertes: alertes.length,
    },
    details: details(situation, prochain?.libelle ?? attente),
    termeAnnonce,
    changements,
    clos: jour > (ecouteJusquau ?? FIN_DES_TEMPS),
  };
  return { reponse, situation };
}

const ecarter = (id: string, statut: FaitSitue['statut'], code: string): FaitSitue => ({
  id,
  statut,
  code,
  phrase: phrase(code),
});

/** What a journal says: the dossier as it was rectified, and of its facts those that count, wait for a second person, or come too late. */
function entendre(etat: EtatParcours, journal: readonly EntreeJournal[], options: OptionsSituer) {
  const resolu = resoudreJournal(etat.dossier, journal);
  const dossier = completer(resolu.dossier);
  const surcharge = { ...options.surcharge, ...resolu.surcharge };
  const aConfirmer = faitsAConfirmer(resolu.faits, journal, etat.issues);
  const comptables = resolu.faits.filter((fait) => !aConfirmer.has(fait.id));
  const actes = (faits: readonly Fait[]) => faits.map((fait) => fait.evenement);
  const contraires = faitsContraires(etat.issues, comptables, (faits) => evaluer(dossier, actes(faits), { surcharge }));
  const retenus = comptables.filter((fait) => !contraires.has(fait.id));
  return { resolu, dossier, surcharge, aConfirmer, contraires, retenus, evenements: actes(retenus) };
}

/** Keys of the letters that a shorter journal would want: what a fresh fact gave birth to is what they lack. */
function clesVoulues(
  etat: EtatParcours,
  journal: readonly EntreeJournal[],
  options: OptionsSituer,
  jour: DateCivile,
): ReadonlySet<string> {
  const { dossier, surcharge, retenus, evenements } = entendre(etat, journal, options);
  const evaluation = evaluer(dossier, evenements, { surcharge });
  const nesDesFaits = courriersDesEvenements({
    etat,
    residence: dossier.residence,
    resultat: evaluation.resultat,
    faits: retenus,
    situes: situerFaits(retenus, evaluation),
    changements: {},
    jour,
  });
  return new Set([...evaluation.courriers, ...nesDesFaits].map((lettre) => cleCourrier(etat.numero, lettre)));
}

function decesDe({ motifFin }: Resultat, aConfirmer: ReadonlyMap<string, Fait>): 'AUCUN' | 'SIGNALE' | 'CONFIRME' {
  if (motifFin === 'DECES') return 'CONFIRME';
  const signale = [...aConfirmer.values()].some(({ evenement }) => 'motif' in evenement && evenement.motif === 'DECES');
  return signale ? 'SIGNALE' : 'AUCUN';
}

function phaseDe(etat: Etat, { entretiens }: Evaluation): Situation['phase'] {
  if (etat !== 'EN_CSP' && etat !== 'SUSPENDU') return null;
  return entretiens.psp ? 'PHASE_2' : 'PHASE_1';
}

const premiereMinuscule = (texte: string): string => texte.charAt(0).toLowerCase() + texte.slice(1);

/** What a counsellor has to see to: an interview that is late, else what comes next; actualisation is the person's own. */
function aTraiter(liste: readonly Echeance[], etat: Etat): Echeance | null {
  const accompagne = etat === 'EN_CSP' || etat === 'SUSPENDU';
  const enRetard = liste.find((e) => e.statut === 'PASSEE' && ENTRETIENS.includes(e.cle));
  if (accompagne && enRetard) return enRetard;
  return liste.find((e) => e.statut === 'A_VENIR' && !e.cle.startsWith('ACTUALISATION')) ?? null;
}

/** A protected employee's delay has no end before the decision (R7): no timer, yet someone waits. */
const attenteSansDate = ({ finReflexion }: Resultat): string | null =>
  finReflexion === null ? 'Décision de l’inspection du travail' : null;

function enUnePhrase(etat: Etat, depuis: DateCivile, prochaine: Echeance | null, attente: string | null): string {
  const ici = `${libellesEtats[etat]} depuis le ${enChiffres(depuis)}`;
  if (prochaine === null)
    return attente === null ? `${ici}.` : `${ici}\u202f; en attente\u00a0: ${premiereMinuscule(attente)}.`;
  const quoi = premiereMinuscule(prochaine.libelle);
  const suite =
    prochaine.statut === 'PASSEE' ? `en retard\u00a0: ${quoi}, à faire pour` : `prochaine échéance\u00a0: ${quoi},`;
  return `${ici}\u202f; ${suite} le ${enChiffres(prochaine.date)}.`;
}
