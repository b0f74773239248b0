import { suivre } from '../../commun/sillage/sillage';
import { motifTropLong } from '../../domain/dossier/limite';
import { type ActeJournal, actes } from '../../domain/faits/actes';
import { phrase } from '../../domain/faits/erreurs';
import { estIdentifiantNeuf } from '../../domain/faits/identifiant-neuf';
import type { EntreeJournal, Issue } from '../../domain/faits/journal';
import { resoudreJournal } from '../../domain/faits/resoudre-journal';
import { empreinteDuMessage } from '../../domain/parcours/empreinte-message';
import { juger } from '../../domain/parcours/juger';
import type { Apercu } from '../../domain/rendez-vous/previsualiser';
import { type DossierInscrit, estMalformee, garderSiInchange, lireDossier, tracer } from '../../registre';
import { jugerRectification } from '../saisie/rectification';
import type { ContenuActe, ContenuSigne } from './commun/acte';
import { apresCeQuiArrive } from './commun/ce-qui-arrive';
import type { DepsApercu, DepsParcours } from './commun/deps';
import { entreesDepuis } from './commun/entrees-depuis';
import { envoyerActe } from './commun/moteur';
import { Refus } from './commun/refus';
import { messageDe, previsualiserUnActe, type Reserve, reservesDe, toutesReserves } from './previsualiser-un-acte';

export interface DepsActes extends DepsApercu {
  /** Sends an act to a journey and waits a little for its outcome. */
  envoyer(inscrit: DossierInscrit, acte: ActeJournal, contenu: ContenuActe): Promise<Issue | 'EN_COURS'>;
}

/** The acts on dossiers over a register and an engine. */
export const depsActes = ({ temporal, ...deps }: DepsParcours): DepsActes => ({
  ...deps,
  envoyer: (inscrit, acte, contenu) => envoyerActe({ registre: deps.registre, temporal }, inscrit, acte, contenu),
});

/** A preview that the author saw: of which version of the dossier, and what it asked her to accept. */
export interface ApercuVu {
  version: number;
  reserves: readonly Reserve[];
}

export interface DemandeActe {
  acte: ActeJournal;
  contenu: ContenuSigne;
  /** What the author accepts; all of it, and no preview is asked for. */
  accepte: readonly Reserve[];
  /**
   * The preview that she saw: still of the current version, it is not computed again; if the journal grew since, nothing is recorded before
   * she saw what changed. Null when she saw none, as an external system: the act is taken as of now.
   */
  vu: ApercuVu | null;
}

/** What is left to accept, with the preview of now. */
export interface AAccepter {
  reserves: Reserve[];
  /** What entered the journal since the preview that was seen. */
  depuis: EntreeJournal[];
  apercu: Apercu;
}

/** What became of an act that someone asked for. */
export type SuiteActe =
  /** The same id was received before: that outcome stands. */
  | { statut: 'DEJA_RECU'; issue: Issue }
  /** Kept nowhere: its form does not fit, or the journey refused it. */
  | { statut: 'REFUSE'; issue: Issue }
  /** Nothing was recorded: its author has not accepted all that the preview warns of, or did not see what entered the journal since. */
  | ({ statut: 'A_ACCEPTER' } & AAccepter)
  | { statut: 'ENREGISTRE'; issue: Issue }
  /** Recorded for good, its outcome not known yet. */
  | { statut: 'EN_COURS' };

/** The outcome of an act, for whom it does not matter whether it is new; null when nothing was recorded for want of a consent. */
export const issueDe = (suite: SuiteActe): Issue | 'EN_COURS' | null => {
  if (suite.statut === 'A_ACCEPTER') return null;
  return suite.statut === 'EN_COURS' ? 'EN_COURS' : suite.issue;
};

/**
 * One act on a dossier, from whatever side it comes: already there? does its form fit? what would it change, and was that
 * accepted? Then it is sent to the journey, which decides, and the audit trail keeps it, refused or not.
 * @param lu the dossier as the caller read it, once for the whole act; read again when another act was confirmed just before
 * @throws Refus IDENTIFIANT_INVALIDE
 * @see ARCHITECTURE, "A fact's way in"
 */
export const agirSurUnDossier = (
  deps: DepsActes,
  lu: DossierInscrit,
  demande: DemandeActe,
  maintenant: Date,
): Promise<SuiteActe> =>
  suivre('usage agir-sur-un-dossier', { 'jalon.numero': lu.numero }, () => agir(deps, lu, demande, maintenant));

async function agir(deps: DepsActes, lu: DossierInscrit, demande: DemandeActe, maintenant: Date): Promise<SuiteActe> {
  if (!estIdentifiantNeuf(demande.contenu.id)) throw Refus.de('IDENTIFIANT_INVALIDE');
  let inscrit = lu;
  for (let essais = 1; ; essais += 1) {
    const suite = await essayer(deps, inscrit, demande, maintenant, essais < ESSAIS_MAX);
    if (suite !== 'DEPASSE') return suite;
    inscrit = (await lireDossier(deps.registre, lu.numero)) ?? lu;
  }
}

/** Each time an act is overtaken, another got through: as many at one instant on one dossier would be no people. */
const ESSAIS_MAX = 20;

/** @param seul nothing is recorded if the dossier moved since it was read, or if another act is confirmed at the same instant */
async function essayer(
  deps: DepsActes,
  lu: DossierInscrit,
  demande: DemandeActe,
  maintenant: Date,
  seul: boolean,
): Promise<SuiteActe | 'DEPASSE'> {
  const { acte, contenu, vu } = demande;
  const { inscrit, enChemin } =
    vu === null ? { inscrit: lu, enChemin: [] } : await apresCeQuiArrive(deps.registre, lu, contenu.id);
  const deja = dejaRecu(inscrit, contenu.id);
  if (deja !== undefined && ditAutreChose(inscrit, demande)) {
    const code = 'IDENTIFIANT_DEJA_PRIS';
    const issue: Issue = { ...deja, statut: 'REFUSE', code, phrase: phrase(code) };
    await garder(deps, inscrit, demande, issue, maintenant);
    return { statut: 'REFUSE', issue };
  }
  if (deja !== undefined) {
    // Sent twice; should the first time have been cut before its trace, it is written now.
    await garder(deps, inscrit, demande, deja, maintenant);
    return { statut: 'DEJA_RECU', issue: deja };
  }
  const refus = refusDeForme(inscrit, demande, maintenant);
  if (refus !== null) {
    await garder(deps, inscrit, demande, refus, maintenant);
    return { statut: 'REFUSE', issue: refus };
  }
  const aAccepter = await resteAAccepter(deps, inscrit, demande, maintenant);
  if (aAccepter !== null) return { statut: 'A_ACCEPTER', ...aAccepter };
  const signe = vu === null ? contenu : { ...contenu, versionVue: vu.version };
  if (vu !== null && seul && !(await reserver(deps, inscrit, { acte, contenu: signe }, enChemin))) return 'DEPASSE';
  const issue = await deps.envoyer(inscrit, acte, signe);
  await garder(deps, inscrit, demande, issue, maintenant);
  if (issue === 'EN_COURS') return { statut: 'EN_COURS' };
  return { statut: issue.statut === 'REFUSE' ? 'REFUSE' : 'ENREGISTRE', issue };
}

/** The act is the next of its dossier; false when another came first. What the register cannot keep is refused where it is sent. */
async function reserver(
  { registre }: DepsActes,
  { numero, version }: DossierInscrit,
  { acte, contenu }: Pick<DemandeActe, 'acte' | 'contenu'>,
  enChemin: readonly string[],
): Promise<boolean> {
  const { id, auteur } = contenu;
  try {
    return await garderSiInchange(registre, { numero, id, acte, contenu, auteur }, { version, enChemin }, new Date());
  } catch (erreur) {
    if (estMalformee(erreur)) return true;
    throw erreur;
  }
}

/** The outcome of an act that the dossier received already. */
export const dejaRecu = ({ memoire }: DossierInscrit, id: string): Issue | undefined =>
  memoire && Object.hasOwn(memoire.issues, id) ? memoire.issues[id] : undefined;

/** Another act came under this id: a form sent again once it was changed, or two systems that count alike. */
const ditAutreChose = ({ memoire }: DossierInscrit, { acte, contenu }: DemandeActe): boolean => {
  const avant = memoire?.empreintes?.[contenu.id];
  return avant !== undefined && avant !== empreinteDuMessage({ acte, contenu });
};

function refusDeForme(inscrit: DossierInscrit, { acte, contenu }: DemandeActe, maintenant: Date): Issue | null {
  const refuser = (code: string, phrase: string): Issue => ({
    id: contenu.id,
    statut: 'REFUSE',
    code,
    phrase,
    version: inscrit.version,
  });
  const long = typeof contenu.motif === 'string' ? motifTropLong(contenu.motif.trim()) : null;
  if (long !== null) return refuser('CHAMP_INVALIDE:motif', long);
  const verdict = juger(messageDe(acte, contenu, maintenant), inscrit.dossier, inscrit.journal);
  if ('refus' in verdict) return refuser(verdict.refus, verdict.phrase);
  if (acte !== 'rectifierDossier') return null;
  const { dossier } = resoudreJournal(inscrit.dossier, inscrit.journal);
  const [faute] = jugerRectification(contenu.champs as Record<string, unknown>, dossier);
  return faute === undefined ? null : refuser(faute.code, faute.phrase);
}

/** What the preview warns of and its author has not accepted, or has not seen, with that preview; null when nothing is left to accept. */
async function resteAAccepter(
  deps: DepsActes,
  inscrit: DossierInscrit,
  demande: DemandeActe,
  maintenant: Date,
): Promise<AAccepter | null> {
  const { accepte, vu } = demande;
  const possibles = vu?.version === inscrit.version ? vu.reserves : toutesReserves;
  const refusees = (reserves: readonly Reserve[]) => reserves.filter((r) => !accepte.includes(r));
  const depuis = vu === null ? [] : entreesDepuis(inscrit, vu.version);
  if (depuis.length === 0 && refusees(possibles).length === 0) return null;
  const apercu = await previsualiserUnActe(deps, inscrit, demande, maintenant);
  const reserves = refusees(reservesDe(apercu));
  return depuis.length === 0 && reserves.length === 0 ? null : { reserves, depuis, apercu };
}

/** The trace of an act: kept once for what was sent, once for each reason to refuse it. */
async function garder(
  { registre }: DepsActes,
  { numero }: DossierInscrit,
  { acte, contenu: { id, auteur } }: DemandeActe,
  issue: Issue | 'EN_COURS',
  maintenant: Date,
): Promise<void> {
  const refus = issue !== 'EN_COURS' && issue.statut === 'REFUSE' ? issue.code : null;
  const trace = {
    cle: [numero, id, ...(refus === null ? [] : [refus])].join('/'),
    numero,
    auteur,
    acte: actes[acte].trace,
    details: { id, ...(refus === null ? {} : { refus }) },
  };
  await tracer(registre, trace, maintenant);
}
